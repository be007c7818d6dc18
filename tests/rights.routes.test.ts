/**
 * The rights matrix, routes: each is asked over HTTP as every role, for people and things at every distance. What is forbidden answers
 * as what is unknown does, shows nothing and leaves no trace.
 */
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitorOf } from '../src/access/visitor.ts'
import { roles, type Role } from '../src/platform/actor.ts'
import { answerCheckin } from '../src/support/checkin.store.ts'
import { openWeb, type PageEnv } from '../src/platform/web.tsx'
import { openFleeting } from './setup/fleeting.ts'
import { footprintOfAll } from './setup/footprint.ts'
import { origin, type TestAccount } from './setup/house.ts'
import { openMatrix, type Matrix } from './setup/matrix.ts'
import { seededAnswers } from './setup/people.ts'
import { formsIn, linksIn, type OfferedForm } from './setup/pages.ts'
import { addressesOf, forAnyone, mayReach, routeOf, routes, thingsOf, type Route } from './setup/routes.ts'
import { fillRows } from './setup/rows.ts'

let matrix: Matrix
/** What may be done is tried here, where nothing stays. */
let fleeting: Hono<PageEnv>

beforeAll(async () => {
  matrix = await openMatrix()
  await fillRows(matrix)
  const { house, people } = matrix
  // So that there is something to correct.
  await house.act('participant', (act) =>
    answerCheckin(act, { personId: people.mine.id, dueOn: null, way: 'self', answers: seededAnswers }),
  )
  fleeting = openFleeting(matrix)
})
afterAll(() => matrix.close())

test('a route without a right stops the start, and so does a right without a route', () => {
  const routes = new Hono<PageEnv>().get('/forgotten', (c) => c.text('everything'))
  const start = (rights: Record<string, { who: ['admin'] }>) =>
    openWeb({
      ground: matrix.house.ground,
      rooms: [{ name: 'new', routes, rights: { routes: rights, tables: {}, stores: {} } }],
      visitorOf,
    })
  expect(() => start({})).toThrow('no right is declared for GET /forgotten')
  expect(() => start({ 'GET /forgotten': { who: ['admin'] }, 'GET /lost': { who: ['admin'] } })).toThrow(
    'GET /lost',
  )
  expect(() => start({ 'GET /forgotten': { who: ['admin'] } })).not.toThrow()
})

test('an address that names a person is declared to do so', () => {
  const silent = routes.filter(({ pattern, right }) => pattern.includes(':code') !== (right.person ?? false))
  expect(silent.map(({ key }) => key)).toEqual([])
  const own = routes.filter(
    ({ pattern, right }) => /^\/me(\/|$)/.test(pattern) && String(right.who) !== 'participant',
  )
  expect(own.map(({ key }) => key)).toEqual([])
})

describe('routes that are not for anyone', () => {
  const guarded = routes.filter((route) => !forAnyone(route))

  test('send whoever is not signed in to the sign-in', async () => {
    const wrong: string[] = []
    for (const route of guarded) {
      const answer = await ask(route.method, anyAddress(route))
      const onward = answer.headers.get('location') ?? ''
      if (answer.status !== 303 || !/^\/sign-in(\?|$)/.test(onward))
        wrong.push(`${route.key}: ${answer.status} ${onward}`)
    }
    expect(wrong).toEqual([])
  })

  test('let staff come no further than the second step before it is taken', async () => {
    const wrong: string[] = []
    for (const role of roles.filter((one) => one !== 'participant')) {
      const cookie = await matrix.house.signIn(role, { strong: false })
      for (const route of guarded.filter((one) => mayReach(one, role) && !one.right.weak)) {
        const answer = await ask(route.method, anyAddress(route), cookie)
        const onward = answer.headers.get('location') ?? ''
        if (answer.status !== 303 || !/^\/account\/second-step(\?next=|$)/.test(onward))
          wrong.push(`${role} ${route.key}: ${answer.status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test.each(roles)('are to a %s as if they were not there where they are not declared', async (role) => {
    const cookie = await matrix.house.signIn(role)
    const before = await footprintOfAll(matrix.owner)
    const forms = await formsOffered()
    const nothing = await faceOf(await ask('GET', '/nowhere', cookie))
    const wrong: string[] = []
    for (const route of guarded.filter((one) => !mayReach(one, role))) {
      const face = await faceOf(await ask(route.method, anyAddress(route), cookie, forms.get(route.key)))
      if (face !== nothing) wrong.push(`${role} ${route.key}: ${face.slice(0, 3)}`)
    }
    expect(nothing).toMatch(/^404/)
    expect(wrong).toEqual([])
    expect(changed(before, await footprintOfAll(matrix.owner))).toEqual([])
  })

  test.each(roles)('are to a %s as if nothing were there for what is none of the business', async (role) => {
    const account = matrix.account(role)
    const cookie = await matrix.house.signIn(account)
    const before = await footprintOfAll(matrix.owner)
    const things = await thingsOf(account, matrix)
    const forms = await formsOffered()
    const wrong: string[] = []
    for (const route of guarded.filter((one) => mayReach(one, role))) {
      const { strange, unknown } = addressesOf(route, role, matrix, things)
      for (const path of strange) {
        const face = await faceOf(await ask(route.method, path, cookie, forms.get(route.key)))
        const nothing = await faceOf(await ask(route.method, unknown, cookie, forms.get(route.key)))
        // What asks for a proof first asks for it whatever the address.
        const isHidden = face === nothing && (!route.right.person || face.startsWith('404'))
        if (!isHidden) wrong.push(`${role} ${route.method} ${path} (${route.pattern}): ${face.slice(0, 3)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(changed(before, await footprintOfAll(matrix.owner))).toEqual([])
  })

  test.each(roles)('are there for a %s where they are declared', async (role) => {
    // What most supporters are told is not enough for every page: the one who is told all stands for them.
    const account = role === 'supporter' ? matrix.people.confidant : matrix.account(role)
    const cookie = await matrix.house.signIn(account)
    const things = await thingsOf(account, matrix)
    const forms = await formsOffered()
    const before = await footprintOfAll(matrix.owner)
    const wrong: string[] = []
    for (const route of guarded.filter(
      (one) => mayReach(one, role) && !nothingThere[one.key]?.includes(role),
    )) {
      const form = forms.get(route.key)
      for (const path of addressesOf(route, role, matrix, things).there) {
        const { status } = await ask(route.method, path, cookie, form, fleeting)
        // A form that no page offers just now cannot be filled in; nothing breaks where it is sent all the same.
        const isThere = status < 400 || [422, 429].includes(status)
        if (!(route.method === 'GET' || form ? isThere : status < 500))
          wrong.push(`${role} ${route.method} ${path}: ${status}`)
        const empty = form ? await ask(route.method, path, cookie, {}, fleeting) : { status }
        if (empty.status >= 500) wrong.push(`${role} ${route.method} ${path}, empty: ${empty.status}`)
      }
    }
    expect(wrong).toEqual([])
    expect(changed(before, await footprintOfAll(matrix.owner))).toEqual([])
  })
})

/** Declared, and yet nothing there in this house: no row of a list was refused, no backup was made, and nobody is a participant and staff at once. */
const nothingThere: Record<string, readonly Role[]> = {
  'GET /import/:id{[0-9a-f-]+}/refused.xlsx': roles,
  'GET /admin/state/backup': roles,
  'GET /account/totp': ['participant'],
  'POST /account/recovery-codes': ['participant'],
}

describe('pages', () => {
  test.each(roles)(
    'show a %s nobody who is not in sight, and offer nothing that is not there',
    async (role) => {
      const wrong: string[] = []
      const hidden = hiddenFrom(role)
      for (const { path, html } of await pagesOf(matrix.account(role))) {
        for (const text of hidden) if (html.includes(text)) wrong.push(`${role} ${path} shows ${text}`)
        for (const { method, action } of [
          ...linksIn(html).map((href) => ({ method: 'GET', action: href })),
          ...formsIn(html),
        ]) {
          const route = routeOf(method, action)
          if (!route || !(forAnyone(route) || mayReach(route, role)))
            wrong.push(`${role} ${path} offers ${method} ${action}`)
        }
      }
      expect(wrong).toEqual([])
    },
  )

  test.each(['whoever is not signed in', 'staff before their second step'])(
    'show %s nobody at all',
    async (who) => {
      const weak = who.startsWith('staff')
      const cookie = weak ? await matrix.house.signIn('lead', { strong: false }) : ''
      const open = routes.filter(
        (route) => route.method === 'GET' && (weak ? route.right.weak : forAnyone(route)),
      )
      expect(open.length).toBeGreaterThan(3)
      const wrong: string[] = []
      for (const route of open) {
        const html = await (await ask('GET', anyAddress(route), cookie)).text()
        for (const text of hiddenFrom('host'))
          if (html.includes(text)) wrong.push(`${route.key} shows ${text}`)
      }
      expect(wrong).toEqual([])
    },
  )
})

/** What of the three people no page may show to this role. */
function hiddenFrom(role: Role): string[] {
  const { mine, colleagues, foreign } = matrix.people
  const seen = { lead: [mine, colleagues], coordinator: [mine], supporter: [mine], participant: [mine] }
  const inSight = Object.entries(seen).find(([one]) => one === role)?.[1] ?? []
  const names = new Map([
    [mine, 'Minu Inimene'],
    [colleagues, 'Kolleegi Inimene'],
    [foreign, 'Võõras Inimene'],
  ])
  const strangers = [mine, colleagues, foreign].filter((person) => !inSight.includes(person))
  const words = role === 'supporter' || inSight.length === 0 ? ['Pikk nädal.', 'Rääkisime.'] : []
  return [...strangers.flatMap((person) => [person.id, person.code, names.get(person) ?? '']), ...words]
}

type Page = { path: string; html: string }
const pages = new Map<string, Promise<Page[]>>()

/** Every page that is there for somebody in their role. */
function pagesOf(account: TestAccount): Promise<Page[]> {
  const known = pages.get(account.id) ?? readPages(account)
  pages.set(account.id, known)
  return known
}

async function readPages(account: TestAccount): Promise<Page[]> {
  const cookie = await matrix.house.signIn(account)
  const things = await thingsOf(account, matrix)
  const read: Page[] = []
  for (const route of routes.filter((one) => one.method === 'GET' && mayReach(one, account.role))) {
    for (const path of addressesOf(route, account.role, matrix, things).there) {
      const answer = await ask('GET', path, cookie)
      if (answer.headers.get('content-type')?.startsWith('text/'))
        read.push({ path, html: await answer.text() })
    }
  }
  return read
}

let offered: Promise<Map<string, OfferedForm['fields']>> | undefined

/** The forms that the pages of those offer who may do most, filled in, by the route they are sent to. */
function formsOffered(): Promise<Map<string, OfferedForm['fields']>> {
  offered ??= (async () => {
    const forms = new Map<string, OfferedForm['fields']>()
    for (const role of ['lead', 'coordinator', 'participant', 'admin'] as const) {
      for (const { html } of await pagesOf(matrix.account(role))) {
        for (const { action, method, fields } of formsIn(html)) {
          const key = routeOf(method, action)?.key
          if (key && method === 'POST') forms.set(key, fields)
        }
      }
    }
    return forms
  })()
  return offered
}

/** An address of the route, whatever is there. */
function anyAddress({ pattern }: Route): string {
  return pattern.replace(':code', matrix.people.mine.code).replace(':id', randomUUID())
}

/** What an answer tells: its status, where it leads, and what it says but for the nonce and the menu's mark. */
async function faceOf(answer: Response): Promise<string> {
  const text = (await answer.text()).replace(/ nonce="[^"]*"| aria-current="[^"]*"/g, '')
  return `${answer.status} ${answer.headers.get('location') ?? ''} ${text}`
}

async function ask(
  method: string,
  path: string,
  cookie = '',
  form: Record<string, string[]> = {},
  app = matrix.house.app,
): Promise<Response> {
  const fields = Object.entries(form).flatMap(([name, values]) => values.map((value) => [name, value]))
  const body = method === 'POST' ? { body: new URLSearchParams(fields) } : {}
  return app.request(origin + path, {
    method,
    headers: { host: new URL(origin).host, origin, cookie },
    ...body,
  })
}

/** That somebody looked is noted, when a session was last used, and how often somebody has tried. */
const mayChange = ['platform.audit_entry', 'access.session', 'platform.rate']

function changed(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after]
    .filter(([name, hash]) => before.get(name) !== hash && !mayChange.includes(name))
    .map(([name]) => name)
}
