import fc from 'fast-check'
import { OperationNodeTransformer, type KyselyPlugin, type RootOperationNode } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { lastMail } from '../../tests/setup/mails.ts'
import { openVisit } from '../../tests/setup/visit.ts'
import { atDoor } from './door.ts'
import { ownPath } from './own-path.ts'
import { askForCode } from './sign-in.store.ts'
import { canSignIn } from './sign-in.ts'

const start = '2026-11-23T08:00:00Z'

describe('where a form may lead next', () => {
  test('is a path of our own with its query', () => {
    for (const path of ['/', '/day', '/people/K7-42', '/people?q=k%C3%A4&page=2'])
      expect(ownPath(path)).toBe(path)
  })

  test('is no address that a browser would take elsewhere', () => {
    const foreign = [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/..//evil.example',
      '/x/..//evil.example',
      '/%0d%0aset-cookie:x',
      'javascript:alert(1)',
      'day',
      '',
      `/${'a'.repeat(600)}`,
    ]
    for (const path of foreign)
      expect([path, ownPath(path)]).toEqual([path, path.includes('%0d') ? path : null])
    expect(ownPath(undefined)).toBeNull()
  })

  test('whatever is given, a browser stays on our origin', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '@',
      ':',
      '%2f',
      '%5c',
      '\t',
      '\n',
      'evil.example',
      '?',
      '#',
      'http:',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const path = ownPath(text)
          if (path === null) return
          for (const base of ['https://tugevus.example/sign-in', 'http://localhost:3000/']) {
            expect(new URL(path, base).origin).toBe(new URL(base).origin)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})

test('nobody signs in over an open line', () => {
  expect(canSignIn('https://tugevus.example')).toBe(true)
  expect(canSignIn('http://localhost:3000')).toBe(true)
  expect(canSignIn('http://127.0.0.1:3000')).toBe(true)
  expect(canSignIn('http://tugevus.example')).toBe(false)
  expect(canSignIn('http://192.168.0.7:3000')).toBe(false)
  expect(canSignIn('http://localhost.evil.example')).toBe(false)
})

describe('signing in by mail', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ at: start })
  })
  afterAll(() => house.close())
  beforeEach(async () => {
    house.clock.set(start)
    await house.ground.signin.deleteFrom('platform.rate').execute()
    await house.ground.jobs.deleteFrom('platform.mail').execute()
  })

  const codeIn = async (email: string) => {
    const mail = await lastMail(house, email)
    return /\d{4} \d{4}/.exec(mail?.text ?? '')?.[0] ?? ''
  }

  test('lets a participant in with the code from the mail, without JavaScript', async () => {
    const visit = openVisit(house)
    const asked = await visit.post('/sign-in', { email: ' Participant@Esimene.test ' })
    expect(asked.path).toBe('/sign-in/code')
    expect(asked.text).toContain('Vaata postkasti')
    const code = await codeIn('participant@esimene.test')
    await visit.post('/sign-in/code', { code })
    const account = await visit.get('/account')
    expect(account.status).toBe(200)
    expect(account.text).toContain('participant Esimene')
  })

  test('leads a participant on to the page they came for', async () => {
    const visit = openVisit(house)
    await visit.post('/sign-in', { email: 'participant@esimene.test', next: '/account/address' })
    const seen = await visit.post('/sign-in/code', {
      code: await codeIn('participant@esimene.test'),
      next: '/account/address',
    })
    expect(seen.path).toBe('/account/address')
  })

  test('never leads to another host', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      const visit = openVisit(house)
      await visit.post('/sign-in', { email: 'participant@esimene.test', next })
      const response = await house.request('/sign-in/code', {
        as: { cookie: visit.cookie() },
        form: { code: await codeIn('participant@esimene.test'), next },
      })
      expect(response.headers.get('location')).toBe('/me')
    }
  })

  test('does not let staff see anything before a second step', async () => {
    const visit = openVisit(house)
    await visit.post('/sign-in', { email: 'coordinator@esimene.test' })
    const seen = await visit.post('/sign-in/code', { code: await codeIn('coordinator@esimene.test') })
    expect(seen.path).toBe('/account/second-step?next=%2Fday')
    expect((await visit.get('/account')).path).toBe('/account/second-step?next=%2Faccount')
  })

  test('sets a cookie that only this site reads, over a safe line, and no script', async () => {
    const visit = openVisit(house)
    await visit.post('/sign-in', { email: 'participant@esimene.test' })
    const response = await house.request('/sign-in/code', {
      as: { cookie: visit.cookie() },
      form: { code: await codeIn('participant@esimene.test') },
    })
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('__Host-tugevus='))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/Secure/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).toMatch(/Path=\//)
    expect(cookie).not.toMatch(/Domain/)
  })

  test('ends the session the browser had before', async () => {
    const visit = openVisit(house)
    const before = await house.signIn('lead')
    visit.take(before)
    await visit.post('/sign-in', { email: 'participant@esimene.test' })
    await visit.post('/sign-in/code', { code: await codeIn('participant@esimene.test') })
    const old = await house.request('/account', { as: { cookie: before } })
    expect(old.headers.get('location')).toMatch(/^\/sign-in/)
  })

  test('answers an unknown address exactly as a known one', async () => {
    const answers = []
    for (const email of ['coordinator@esimene.test', 'participant@esimene.test', 'keegi@mujal.test']) {
      const visit = openVisit(house)
      const response = await house.request('/sign-in', { form: { email } })
      visit.take(
        response.headers
          .getSetCookie()
          .map((line) => line.split(';')[0])
          .join('; '),
      )
      const page = await visit.get('/sign-in/code')
      const wrong = await visit.post('/sign-in/code', { code: '00000000' })
      answers.push({
        status: response.status,
        location: response.headers.get('location'),
        cookie: response.headers.getSetCookie()[0]?.replace(/=[^;]+/, '=…'),
        page: plain(page.text),
        wrong: [wrong.status, plain(wrong.text)],
      })
    }
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  const plain = (html: string) => html.replace(/nonce="[^"]*"/g, '')

  test('does the same work for an unknown address as for a known one', async () => {
    const works: string[][] = []
    for (const email of ['coordinator@esimene.test', 'keegi@mujal.test']) {
      const asked: string[] = []
      const ground = { ...house.ground, signin: house.ground.signin.withPlugin(watching(asked)) }
      await atDoor(ground, (door) => askForCode(door, email))
      works.push(asked)
    }
    expect(works[0]?.length).toBeGreaterThan(2)
    expect(works[1]).toEqual(works[0])
  })

  test('sends nothing to an unknown address, and nothing to a disabled account', async () => {
    const { officer } = house.organisation.accounts
    const { signin } = house.ground
    await signin
      .updateTable('access.account')
      .set({ state: 'disabled' })
      .where('id', '=', officer.id)
      .execute()
    for (const email of ['keegi@mujal.test', officer.email]) {
      expect((await house.request('/sign-in', { form: { email } })).status).toBe(303)
    }
    const states = await house.ground.jobs.selectFrom('platform.mail').select('state').execute()
    expect(states).toEqual([{ state: 'decoy' }, { state: 'decoy' }])
    await signin.updateTable('access.account').set({ state: 'active' }).where('id', '=', officer.id).execute()
  })

  test('a code does nothing in another browser', async () => {
    const mine = openVisit(house)
    const theirs = openVisit(house)
    await mine.post('/sign-in', { email: 'participant@esimene.test' })
    const code = await codeIn('participant@esimene.test')
    await theirs.post('/sign-in', { email: 'keegi@mujal.test' })
    expect((await theirs.post('/sign-in/code', { code })).status).toBe(422)
    expect((await openVisit(house).post('/sign-in/code', { code })).path).toBe('/sign-in')
    expect((await mine.post('/sign-in/code', { code })).path).not.toBe('/sign-in/code')
  })

  test('a code of an account that was disabled meanwhile opens nothing', async () => {
    const { host } = house.organisation.accounts
    const visit = openVisit(house)
    await visit.post('/sign-in', { email: host.email })
    const code = await codeIn(host.email)
    const { signin } = house.ground
    await signin.updateTable('access.account').set({ state: 'disabled' }).where('id', '=', host.id).execute()
    const seen = await visit.post('/sign-in/code', { code })
    expect([seen.status, seen.path]).toEqual([422, '/sign-in/code'])
    await signin.updateTable('access.account').set({ state: 'active' }).where('id', '=', host.id).execute()
  })

  test('keeps what was typed and says what is missing', async () => {
    const answer = await house.request('/sign-in', { form: { email: 'mari' } })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('value="mari"')
    expect(text).toContain('href="#f-email"')
  })

  test('asks whoever tries too often to wait, whether the address exists or not, and lets them try again later', async () => {
    for (const email of ['supporter@esimene.test', 'keegi@mujal.test']) {
      for (let i = 0; i < 5; i++)
        expect((await house.request('/sign-in', { form: { email } })).status).toBe(303)
      const refused = await house.request('/sign-in', { form: { email } })
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBe(600)
      expect(await refused.text()).toContain('Oota 10 minutit')
    }
    house.clock.set('2026-11-23T08:10:00Z')
    expect((await house.request('/sign-in', { form: { email: 'supporter@esimene.test' } })).status).toBe(303)
  })

  test('somebody who knows an address cannot keep its owner out from their own network', async () => {
    const proxied = await openHouse({ at: start, env: { TUGEVUS_PROXIES: '1' } })
    const ask = (from: string) =>
      proxied.request('/sign-in', {
        form: { email: 'participant@esimene.test' },
        headers: { 'x-forwarded-for': from },
      })
    for (let i = 0; i < 30; i++) await ask(`203.0.113.${i}`)
    expect((await ask('203.0.113.99')).status).toBe(429)
    expect((await ask('198.51.100.7')).status).toBe(303)
    await proxied.close()
  })

  test('says in the audit who came in and which way, and never an address or a code', async () => {
    const visit = openVisit(house)
    await visit.post('/sign-in', { email: 'participant@esimene.test' })
    const code = await codeIn('participant@esimene.test')
    await visit.post('/sign-in/code', { code })
    const { id } = house.organisation.accounts.participant
    const entries = await house.ground.jobs
      .selectFrom('platform.auditEntry')
      .selectAll()
      .where('accountId', '=', id)
      .orderBy('id', 'desc')
      .execute()
    expect(entries[0]).toMatchObject({
      action: 'access',
      what: 'access.session',
      detail: 'begun: code',
      organisationId: house.organisation.id,
      role: 'participant',
    })
    expect(JSON.stringify(entries)).not.toMatch(/@|\d{4} \d{4}/)
  })

  test('says in the audit that a wrong code was tried, the same for an unknown address', async () => {
    for (const email of ['participant@esimene.test', 'keegi@mujal.test']) {
      const visit = openVisit(house)
      await visit.post('/sign-in', { email })
      await visit.post('/sign-in/code', { code: '00000000' })
      const last = await house.ground.jobs
        .selectFrom('platform.auditEntry')
        .select(['accountId', 'action', 'what', 'detail'])
        .orderBy('id', 'desc')
        .executeTakeFirst()
      expect(last).toEqual({
        accountId: null,
        action: 'access',
        what: 'access.session',
        detail: 'code refused',
      })
    }
  })

  test('its words are all there in Estonian, English and Russian', async () => {
    for (const [lang, word] of [
      ['et', 'Sisene'],
      ['en', 'Sign in'],
      ['ru', 'Вход'],
    ]) {
      expect(await (await house.request(`/sign-in?lang=${lang}`)).text()).toContain(`<h1>${word}</h1>`)
    }
  })

  test('is not offered over an open line', async () => {
    const open = await openHouse({ at: start, env: { TUGEVUS_URL: 'http://tugevus.example' } })
    expect((await open.request('/sign-in')).status).toBe(403)
    expect((await open.request('/sign-in', { form: { email: 'participant@esimene.test' } })).status).toBe(403)
    await open.close()
  })
})

/** Notes the kind and table of every statement. */
function watching(asked: string[]): KyselyPlugin {
  const transformer = new OperationNodeTransformer()
  return {
    transformQuery({ node }) {
      asked.push(shapeOf(node))
      return transformer.transformNode(node)
    },
    transformResult: async ({ result }) => result,
  }
}

/** The statement without its values. */
function shapeOf(node: RootOperationNode): string {
  return JSON.stringify(node, (key, value) => (key === 'value' || key === 'values' ? '…' : value))
}
