/** What every answer carries, and what every request that changes something must come with. */
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles, type Role } from '../src/platform/actor.ts'
import { scriptHref, styleHref } from '../src/platform/assets.ts'
import type { PageEnv } from '../src/platform/web.tsx'
import { openFleeting } from './setup/fleeting.ts'
import { footprintOfAll } from './setup/footprint.ts'
import { openHouse, origin } from './setup/house.ts'
import { openMatrix, rooms, type Matrix } from './setup/matrix.ts'
import { addressesOf, forAnyone, mayReach, routes, thingsOf, type Route } from './setup/routes.ts'
import { fillRows } from './setup/rows.ts'

let matrix: Matrix
/** What changes something is asked here, where nothing stays. */
let fleeting: Hono<PageEnv>
beforeAll(async () => {
  matrix = await openMatrix()
  await fillRows(matrix)
  matrix.house.ground.beats.set('audit-sealer', matrix.house.clock.now())
  fleeting = openFleeting(matrix)
})
afterAll(() => matrix.close())

type Answer = { what: string; response: Response; html: string }

/** One answer of every route, from whoever may reach it; and those that are refused, unknown or not signed in. */
async function everyAnswer(): Promise<Answer[]> {
  const cookies = new Map<Role, string>()
  for (const role of roles) cookies.set(role, await matrix.house.signIn(role))
  const asked: { method: string; path: string; cookie: string }[] = []
  for (const route of routes) {
    const who = roles.find((role) => !forAnyone(route) && mayReach(route, role))
    asked.push({
      method: route.method,
      path: await addressOf(route, who),
      cookie: (who && cookies.get(who)) ?? '',
    })
  }
  for (const path of ['/nowhere', '/people', '/assets/nothing.js'])
    asked.push({ method: 'GET', path, cookie: '' })
  for (const method of ['GET', 'HEAD', 'POST', 'PUT'])
    asked.push({ method, path: '/admin', cookie: cookies.get('host') ?? '' })
  const answers: Answer[] = []
  for (const { method, path, cookie } of asked) {
    const response = await ask(method, path, { cookie, origin }, fleeting)
    answers.push({ what: `${method} ${path}`, response, html: await textOf(response) })
  }
  const refused = await ask('POST', '/people', { origin: 'https://example.com' })
  return [...answers, { what: 'POST /people from elsewhere', response: refused, html: await textOf(refused) }]
}

async function addressOf(route: Route, who: Role | undefined): Promise<string> {
  if (!who)
    return route.pattern.replace(':token', 'x').replace('/assets/:name', styleHref).replace(/:\w+/, 'day')
  const { there, unknown } = addressesOf(route, who, matrix, await thingsOf(matrix.account(who), matrix))
  return there[0] ?? unknown
}

async function ask(
  method: string,
  path: string,
  headers: Record<string, string>,
  app = matrix.house.app,
): Promise<Response> {
  const body = method === 'POST' ? { body: new URLSearchParams() } : {}
  return app.request(origin + path, { method, headers: { host: new URL(origin).host, ...headers }, ...body })
}

async function textOf(response: Response): Promise<string> {
  return response.headers.get('content-type')?.startsWith('text/html') ? response.text() : ''
}

describe('every answer', () => {
  let answers: Answer[]
  beforeAll(async () => {
    answers = await everyAnswer()
  })
  const wrong = (isRight: (answer: Answer) => boolean) =>
    answers.filter((answer) => !isRight(answer)).map(({ what }) => what)
  const header = (name: string, test: RegExp) =>
    wrong(({ response }) => test.test(response.headers.get(name) ?? ''))

  test('there are some of each kind', () => {
    const statuses = new Set(answers.map(({ response }) => response.status))
    for (const status of [200, 303, 403, 404, 422]) expect(statuses).toContain(status)
    expect(answers.filter(({ html }) => html !== '').length).toBeGreaterThan(40)
    expect(answers.filter(({ response }) => response.status >= 500).map(({ what }) => what)).toEqual([])
  })

  test('is framed by nobody, guessed at by no browser, and tells no other site where it was', () => {
    expect(header('content-security-policy', /(^|; )frame-ancestors 'none'(;|$)/)).toEqual([])
    expect(header('x-content-type-options', /^nosniff$/)).toEqual([])
    expect(header('referrer-policy', /^(same-origin|no-referrer)$/)).toEqual([])
    expect(header('cross-origin-opener-policy', /^same-origin$/)).toEqual([])
  })

  test('allows nothing but our own, and scripts by a number that is never the same', () => {
    expect(header('content-security-policy', /^default-src 'none'; /)).toEqual([])
    const loose = /unsafe|\*|(?<!form-action 'self' )https?:/
    expect(
      answers.filter(({ response }) => loose.test(response.headers.get('content-security-policy') ?? '')),
    ).toEqual([])
    const nonces = answers.map(({ response }) => nonceOf(response))
    expect(nonces.every((nonce) => Buffer.from(nonce, 'base64').length >= 16)).toBe(true)
    expect(new Set(nonces).size).toBe(answers.length)
  })

  test('keeps to what it allows: no scripts without that number, no styles or handlers in the page, nothing from elsewhere', () => {
    const keeps = ({ html, response }: Answer) => {
      const scripts = html.match(/<script\b[^>]*>/g) ?? []
      return (
        scripts.every((tag) => tag.includes(`nonce="${nonceOf(response)}"`)) &&
        !/<[^>]+\s(style|on[a-z]+)=|<style\b|javascript:/i.test(html) &&
        !/<(script|img|link|iframe|source|object|embed)\b[^>]*\s(src|href)="(?!\/(?!\/)|data:)/.test(html)
      )
    }
    expect(wrong(keeps)).toEqual([])
    expect(answers.filter(({ html }) => html.includes(scriptHref)).length).toBeGreaterThan(40)
  })

  test('is kept by no browser, but for files that everybody gets alike', () => {
    const isFile = ({ what, response }: Answer) => response.status === 200 && what.startsWith('GET /assets/')
    const kept = answers.filter(
      (answer) => !/(^|, )no-store(,|$)/.test(answer.response.headers.get('cache-control') ?? ''),
    )
    expect(kept.filter((answer) => !isFile(answer)).map(({ what }) => what)).toEqual([])
    expect(kept.length).toBeGreaterThan(0)
  })

  test('gives cookies to this site only, out of reach of scripts', () => {
    const cookies = answers.flatMap(({ response }) => response.headers.getSetCookie())
    for (const cookie of cookies) expect(cookie).toMatch(/^[^;]+(?=.*; Path=\/)(?=.*; (HttpOnly|Max-Age=0))/i)
  })

  const nonceOf = (response: Response) =>
    /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? ''
})

test('over HTTPS a browser is told to stay there, and only there', async () => {
  const over = async (url: string) => {
    const house = await openHouse({ rooms, env: { TUGEVUS_URL: url } })
    const answer = await house.request('/sign-in')
    await house.close()
    return answer.headers.get('strict-transport-security')
  }
  const told = await over('https://tugevus.example.ee')
  expect(Number(/^max-age=(\d+)/.exec(told ?? '')?.[1])).toBeGreaterThanOrEqual(31_536_000)
  expect(await over('http://localhost:3000')).toBeNull()
})

describe('what changes something', () => {
  const changing = routes.filter(({ method }) => method !== 'GET')
  const elsewhere: [string, Record<string, string>][] = [
    ['from a page that does not say where it is', {}],
    ['from another site', { origin: 'https://example.com' }],
    ['from another port of this machine', { origin: 'http://localhost:3001' }],
    ['from a page without an origin', { origin: 'null' }],
    ['from what is no address', { origin: 'localhost:3000' }],
    ['from another site, as the browser says', { origin, 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour site, as the browser says', { origin, 'sec-fetch-site': 'same-site' }],
  ]

  test.each(elsewhere)('is refused %s, and leaves no trace', async (_, headers) => {
    expect(changing.length).toBeGreaterThan(50)
    const before = await footprintOfAll(matrix.owner)
    const cookies = new Map<Role, string>()
    for (const role of roles) cookies.set(role, await matrix.house.signIn(role))
    const wrong: string[] = []
    for (const route of changing) {
      const who = roles.find((role) => mayReach(route, role))
      const cookie = cookies.get(who ?? 'admin') ?? ''
      const answer = await ask(route.method, await addressOf(route, who), { ...headers, cookie })
      if (answer.status !== 403) wrong.push(`${route.key}: ${answer.status}`)
    }
    expect(wrong).toEqual([])
    const after = await footprintOfAll(matrix.owner)
    const left = [...after].flatMap(([name, hash]) => (before.get(name) === hash ? [] : [name]))
    expect(left.sort()).toEqual([
      // The sign-ins of this test.
      'access.session',
      'platform.audit_entry',
    ])
  })

  test('comes by no other method than those that are declared', async () => {
    const cookie = await matrix.house.signIn('lead')
    const wrong: string[] = []
    for (const pattern of new Set(routes.map((route) => route.pattern))) {
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const path = pattern.replace(':code', matrix.people.mine.code).replace(/:\w+/g, 'x')
        const answer = await ask(method, path, { origin, cookie })
        if (answer.status !== 404) wrong.push(`${method} ${path}: ${answer.status}`)
      }
    }
    expect(wrong).toEqual([])
  })
})
