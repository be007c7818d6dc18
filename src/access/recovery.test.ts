import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { appOf, type App } from '../../tests/setup/authenticator.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { lastMail, mailsOf } from '../../tests/setup/mails.ts'
import { openVisit, type Visit } from '../../tests/setup/visit.ts'
import type { Role } from '../platform/actor.ts'
import { resetKeys } from './admin.store.ts'
import { atDoor } from './door.ts'
import { newRecoveryCode, readRecoveryCode, shownRecoveryCode } from './recovery.ts'

const start = '2026-11-23T08:00:00Z'

test('a recovery code is read as it was written down, also with O for 0 and l for 1', () => {
  fc.assert(
    fc.property(fc.integer(), () => {
      const code = newRecoveryCode()
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
      const written = shownRecoveryCode(code)
      expect(readRecoveryCode(written)).toBe(code)
      expect(readRecoveryCode(` ${written.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
      expect(readRecoveryCode(written.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
    }),
  )
})

test('what cannot be a recovery code is none', () => {
  for (const text of ['', 'AAAA-AAAA-AAA', 'AAAA-AAAA-AAAAA', 'AAAA-AAAA-AAA!', 'UUUU-UUUU-UUUU']) {
    expect(readRecoveryCode(text)).toBeNull()
  }
})

describe('recovering', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ at: start })
  })
  afterAll(() => house.close())
  beforeEach(async () => {
    house.clock.set(start)
    const { signin, jobs } = house.ground
    await signin.deleteFrom('platform.rate').execute()
    await signin.deleteFrom('access.totp').execute()
    await signin.deleteFrom('access.recoveryCode').execute()
    await signin.deleteFrom('access.session').execute()
    await jobs.deleteFrom('platform.mail').execute()
  })

  const tick = (minutes: number) => house.clock.set(house.clock.now().add({ minutes }).toString())
  const weak = async (as: Role) => {
    const visit = openVisit(house)
    visit.take(await house.signIn(as, { strong: false }))
    return visit
  }
  const codesOn = (text: string) =>
    [...text.matchAll(/<code>([0-9A-Z-]{14})<\/code>/g)].map((match) => match[1] ?? '')
  /** Adds an app; what a holder then has in hand. */
  const secure = async (as: Role): Promise<{ visit: Visit; app: App; codes: string[] }> => {
    const visit = await weak(as)
    const app = appOf((await visit.get('/account/totp')).text, () => house.clock.now())
    const { text } = await visit.post('/account/totp', { offer: app.offer, code: app.code() })
    const codes = codesOn(text)
    await house.ground.jobs.deleteFrom('platform.mail').execute()
    tick(1)
    return { visit, app, codes }
  }
  const isIn = async (visit: Visit) => (await visit.get('/account')).path === '/account'
  const use = (visit: Visit, code: string | undefined) =>
    visit.post('/account/recovery', { code: code ?? '' })
  const adds = async (visit: Visit) => {
    const app = appOf((await visit.get('/account/totp')).text, () => house.clock.now())
    return visit.post('/account/totp', { offer: app.offer, code: app.code(), next: '/account' })
  }

  test('a code lets its holder add a new key, and only then into the house', async () => {
    const { codes } = await secure('coordinator')
    const visit = await weak('coordinator')
    const seen = await use(visit, codes[0])
    expect(seen.text).toContain('Taastekood on kasutatud. Lisa nüüd uus võti')
    expect(await isIn(visit)).toBe(false)
    expect((await adds(visit)).path).toBe('/account')
    expect(await isIn(visit)).toBe(true)
  })

  test('the new app takes the place of the lost one, whose codes are over', async () => {
    const { app, codes } = await secure('coordinator')
    const visit = await weak('coordinator')
    await use(visit, codes[0])
    await adds(visit)
    tick(1)
    const thief = await weak('coordinator')
    expect((await thief.post('/account/second-step/totp', { code: app.code() })).status).toBe(422)
  })

  test('a code is good once', async () => {
    const { codes } = await secure('coordinator')
    await use(await weak('coordinator'), codes[0])
    const again = await use(await weak('coordinator'), codes[0])
    expect(again.status).toBe(422)
    expect(again.text).toContain('See taastekood ei sobi või on juba kasutatud')
  })

  test('a code serves one of two that bring it at the same moment', async () => {
    const { codes } = await secure('coordinator')
    for (const code of codes.slice(0, 5)) {
      await house.ground.signin.deleteFrom('platform.rate').execute()
      const cookies = [
        await house.signIn('coordinator', { strong: false }),
        await house.signIn('coordinator', { strong: false }),
      ]
      const answers = await Promise.all(
        cookies.map((cookie) => house.request('/account/recovery', { as: { cookie }, form: { code } })),
      )
      expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422])
    }
  })

  test('a code of another account is nothing', async () => {
    const { codes } = await secure('lead')
    await secure('coordinator')
    expect((await use(await weak('coordinator'), codes[0])).status).toBe(422)
    expect((await use(await weak('lead'), codes[0])).status).toBe(200)
  })

  test('a code of an earlier sheet is nothing', async () => {
    const { visit, codes } = await secure('coordinator')
    const made = await visit.post('/account/recovery-codes', {})
    expect(made.text).toContain('Sinu taastekoodid')
    expect((await use(await weak('coordinator'), codes[1])).status).toBe(422)
  })

  test('a sheet that was printed stays good: its page makes no other one when it is loaded again', async () => {
    const { visit } = await secure('coordinator')
    const sheet = await visit.post('/account/recovery-codes', {})
    const shown = codesOn(sheet.text)
    expect(shown).toHaveLength(10)
    expect(sheet.path).toBe('/account/recovery-codes?next=%2Faccount')
    // What the browser does for "reload" and "back": the last address, by the last way.
    const again = await visit.get(sheet.path)
    expect(again.path).toBe('/account')
    expect(again.text).toContain('näidatakse ühe korra')
    expect(codesOn(again.text)).toEqual([])
    expect((await use(await weak('coordinator'), shown[0])).status).toBe(200)
  })

  test('the sheet is shown to the session that made it alone, and not where it was never made', async () => {
    const { visit } = await secure('coordinator')
    const made = await house.request('/account/recovery-codes', { as: { cookie: visit.cookie() }, form: {} })
    const kept = made.headers
      .getSetCookie()
      .map((one) => one.replace(/;.*/, ''))
      .join('; ')
    const open = async (cookie: string) =>
      codesOn(await (await house.request('/account/recovery-codes', { as: { cookie } })).text())
    expect(await open(`${await house.signIn('lead')}; ${kept}`)).toEqual([])
    expect(await open(await house.signIn('coordinator'))).toEqual([])
    expect(await open(`${visit.cookie()}; ${kept}`)).toHaveLength(10)
  })

  test('a recovery code cannot make itself a new sheet', async () => {
    const { codes } = await secure('coordinator')
    const visit = await weak('coordinator')
    await use(visit, codes[0])
    const seen = await visit.post('/account/recovery-codes', {})
    expect(seen.text).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    expect(seen.path).toMatch(/^\/account\/second-step/)
  })

  test('what a code opened closes again after ten minutes', async () => {
    const { codes } = await secure('coordinator')
    const visit = await weak('coordinator')
    await use(visit, codes[0])
    tick(11)
    expect((await visit.get('/account/totp')).text).toContain('Näita, et see oled sina')
    expect(await isIn(visit)).toBe(false)
  })

  test('a recovery code is worth nothing as another kind of code, nor another kind as it', async () => {
    const { app, codes } = await secure('coordinator')
    const visit = await weak('coordinator')
    expect((await visit.post('/account/second-step/totp', { code: codes[0] ?? '' })).status).toBe(422)
    expect((await use(visit, app.code())).status).toBe(422)
    await house.request('/sign-in', { form: { email: 'coordinator@esimene.test' } })
    const mailed = /\d{4} \d{4}/.exec((await lastMail(house, 'coordinator@esimene.test'))?.text ?? '')?.[0]
    expect((await use(visit, mailed)).status).toBe(422)
    expect(await isIn(visit)).toBe(false)
  })

  test('it cannot be used by somebody who is not signed in', async () => {
    const { codes } = await secure('coordinator')
    expect((await use(openVisit(house), codes[0])).path).toBe('/sign-in')
    expect((await use(await weak('coordinator'), codes[0])).text).toContain('Lisa teine samm')
  })

  test('guessing is stopped after five tries, for a while, and never for ever', async () => {
    const { codes } = await secure('coordinator')
    const thief = await weak('coordinator')
    for (let i = 0; i < 5; i++) expect((await use(thief, newRecoveryCode())).status).toBe(422)
    expect((await use(thief, newRecoveryCode())).status).toBe(429)
    // From another browser and network too: it is the account that is guarded.
    expect((await use(await weak('coordinator'), codes[0])).status).toBe(429)
    tick(10)
    expect((await use(await weak('coordinator'), codes[0])).text).toContain('Lisa teine samm')
  })

  test('the holder hears by mail that a code was used, and the audit says so', async () => {
    const { codes } = await secure('coordinator')
    await use(await weak('coordinator'), codes[0])
    expect((await lastMail(house, 'coordinator@esimene.test'))?.text).toContain('taastekoodiga')
    const last = await house.ground.jobs
      .selectFrom('platform.auditEntry')
      .select(['what', 'detail'])
      .orderBy('id', 'desc')
      .executeTakeFirst()
    expect(last).toEqual({ what: 'access.recovery', detail: 'used' })
  })

  test('the codes cannot be read in the database', async () => {
    const { codes } = await secure('coordinator')
    const rows = await house.ground.signin.selectFrom('access.recoveryCode').selectAll().execute()
    expect(rows).toHaveLength(10)
    for (const row of rows) expect(row.hash).toHaveLength(32)
    expect(JSON.stringify(rows)).not.toContain(readRecoveryCode(codes[0] ?? ''))
  })

  test('mail alone never gets past the second step: every weak way in leads back to it', async () => {
    await secure('coordinator')
    const visit = await weak('coordinator')
    const gets = [
      '/account',
      '/account/totp',
      '/account/address',
      '/account/passkeys/new',
      '/account/address/code',
    ]
    for (const path of gets)
      expect([path, (await visit.get(path)).path]).toEqual([
        path,
        expect.stringMatching(/^\/account\/second-step/),
      ])
    const posts = [
      '/account/second-step/mail',
      '/account/second-step/code',
      '/account/second-step/passkey',
      '/account/passkeys',
      '/account/recovery-codes',
      '/account/totp/remove',
      '/account/address',
      '/account/locale',
      '/account/sessions/end-others',
    ]
    for (const path of posts) {
      await visit.post(path, { email: 'x@y.test', locale: 'en', code: '00000000', answer: '{}' })
      expect([path, await isIn(visit)]).toEqual([path, false])
    }
    const options = await house.request('/account/passkeys/options', {
      as: { cookie: visit.cookie() },
      method: 'POST',
    })
    expect(options.status).toBe(403)
  })

  describe('with the administrator’s help', () => {
    const reset = (id: string, reason = 'telefon kadus') =>
      atDoor(house.ground, (door) => resetKeys(door, house.actor('admin'), id, reason))

    test('a reset takes the old keys, codes and sessions away, and the mailbox adds a new key', async () => {
      const { visit, app, codes } = await secure('coordinator')
      const halfway = await weak('coordinator')
      expect(await reset(house.organisation.accounts.coordinator.id)).toEqual({ done: true })
      expect((await visit.get('/account')).path).toMatch(/^\/sign-in/)
      expect((await halfway.get('/account/second-step')).path).toMatch(/^\/sign-in/)
      const fresh = await weak('coordinator')
      expect((await fresh.post('/account/second-step/totp', { code: app.code() })).text).toContain(
        'Lisa teine samm',
      )
      expect((await use(fresh, codes[0])).status).toBe(422)
      expect((await adds(fresh)).text).toContain('Sinu taastekoodid')
      expect(await isIn(fresh)).toBe(true)
    })

    test('the colleague hears of it with the reason, and the audit keeps who did it and why', async () => {
      const { coordinator, admin } = house.organisation.accounts
      await secure('coordinator')
      await reset(coordinator.id, 'telefon läks järve')
      const mails = await mailsOf(house)
      expect(mails.map((mail) => mail.to)).toEqual([coordinator.email])
      expect(mails[0]?.text).toContain('telefon läks järve')
      const last = await house.ground.jobs
        .selectFrom('platform.auditEntry')
        .select(['accountId', 'what', 'detail'])
        .orderBy('id', 'desc')
        .executeTakeFirst()
      expect(last).toEqual({
        accountId: admin.id,
        what: 'access.account',
        detail: `${coordinator.id}: keys reset: telefon läks järve`,
      })
    })

    test('a mailed code that was asked for before is over', async () => {
      const { coordinator } = house.organisation.accounts
      await secure('coordinator')
      const thief = openVisit(house)
      await thief.post('/sign-in', { email: coordinator.email })
      const code = /\d{4} \d{4}/.exec((await lastMail(house, coordinator.email))?.text ?? '')?.[0] ?? ''
      await reset(coordinator.id)
      expect((await thief.post('/sign-in/code', { code })).status).toBe(422)
    })

    test('a key that is added at the very moment of the reset does not survive it', async () => {
      const { coordinator } = house.organisation.accounts
      for (let i = 0; i < 8; i++) {
        const { visit } = await secure('coordinator')
        const app = appOf((await visit.get('/account/totp')).text, () => house.clock.now())
        await Promise.all([
          visit.post('/account/totp', { offer: app.offer, code: app.code() }),
          reset(coordinator.id),
        ])
        expect(await house.ground.signin.selectFrom('access.totp').selectAll().execute()).toEqual([])
        expect((await visit.get('/account')).path).toMatch(/^\/sign-in/)
        await house.ground.signin.deleteFrom('access.recoveryCode').execute()
      }
    })

    test('nobody resets their own, nor somebody of another house, nor a participant; and only an administrator does it', async () => {
      const { admin, coordinator, participant } = house.organisation.accounts
      await secure('coordinator')
      expect(await reset(admin.id)).toEqual({ done: false, why: 'own' })
      expect(await reset(house.other.accounts.coordinator.id)).toEqual({ done: false, why: 'unknown' })
      expect(await reset(participant.id)).toEqual({ done: false, why: 'unknown' })
      for (const role of ['lead', 'coordinator', 'participant'] as const) {
        const tried = await atDoor(house.ground, (door) =>
          resetKeys(door, house.actor(role), coordinator.id, 'x'),
        )
        expect(tried).toEqual({ done: false, why: 'unknown' })
      }
      expect(await house.ground.signin.selectFrom('access.totp').select('accountId').execute()).toEqual([
        { accountId: coordinator.id },
      ])
    })

    test('somebody whose administrator role was taken away a moment ago resets nothing', async () => {
      const { admin, coordinator } = house.organisation.accounts
      await house.ground.signin
        .updateTable('access.accountRole')
        .set({ role: 'lead' })
        .where('accountId', '=', admin.id)
        .execute()
      expect(await reset(coordinator.id)).toEqual({ done: false, why: 'unknown' })
      await house.ground.signin
        .updateTable('access.accountRole')
        .set({ role: 'admin' })
        .where('accountId', '=', admin.id)
        .execute()
    })
  })
})
