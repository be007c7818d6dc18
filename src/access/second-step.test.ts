import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { mailsOf } from '../../tests/setup/mails.ts'
import { appOf, type App } from '../../tests/setup/authenticator.ts'
import { openVisit, type Visit } from '../../tests/setup/visit.ts'
import type { Role } from '../platform/actor.ts'
import { Temporal } from '../platform/day.ts'
import { atDoor } from './door.ts'
import { addPasskey } from './passkey.store.ts'
import { mayChangeKeys, mayRemoveKey, stepFor, type Proof } from './second-step.ts'
import type { Way } from './session.ts'
import { keepTotp } from './totp.store.ts'

const start = '2026-11-23T08:00:00Z'
const now = Temporal.Instant.from(start)

const someProof = fc.record({
  staff: fc.boolean(),
  strong: fc.boolean(),
  way: fc.constantFrom<Way>('code', 'passkey', 'totp', 'recovery', 'link'),
  provenAt: fc.integer({ min: 0, max: 30 }).map((minutes) => now.subtract({ minutes })),
  factors: fc.record({ passkeys: fc.nat(3), totp: fc.boolean(), recoveryCodes: fc.nat(10) }),
})
const hasKey = ({ factors }: Proof) => factors.passkeys > 0 || factors.totp

describe('who may change keys', () => {
  test('nobody who has not shown who they are within ten minutes', () => {
    fc.assert(
      fc.property(someProof, (proof) => {
        if (now.since(proof.provenAt).total('minutes') > 10) expect(mayChangeKeys(proof, now)).toBe(false)
      }),
    )
  })

  test('staff with a key never by mail alone', () => {
    fc.assert(
      fc.property(someProof, (proof) => {
        const byMail = !proof.strong && (proof.way === 'code' || proof.way === 'link')
        if (proof.staff && hasKey(proof) && byMail) {
          expect(mayChangeKeys(proof, now)).toBe(false)
          expect(stepFor(proof, now)).toBe('show')
        }
      }),
    )
  })

  test('whoever is sent on may, and whoever is asked may not: the page and the deed never disagree', () => {
    fc.assert(
      fc.property(someProof, (proof) => {
        const step = stepFor(proof, now)
        if (step === 'add') expect(mayChangeKeys(proof, now)).toBe(true)
        if (step === 'mail' || step === 'show') expect(mayChangeKeys(proof, now)).toBe(false)
        if (step === 'done') expect(mayChangeKeys(proof, now)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('staff keep one key at least', () => {
    fc.assert(
      fc.property(someProof, (proof) => {
        if (proof.staff && mayRemoveKey(proof)) {
          expect(proof.factors.passkeys + Number(proof.factors.totp)).toBeGreaterThan(1)
        }
      }),
    )
  })
})

describe('an authenticator app', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ at: start })
  })
  afterAll(() => house.close())
  beforeEach(async () => {
    house.clock.set(start)
    await house.ground.signin.deleteFrom('platform.rate').execute()
    await house.ground.signin.deleteFrom('access.totp').execute()
    await house.ground.signin.deleteFrom('access.recoveryCode').execute()
    await house.ground.jobs.deleteFrom('platform.mail').execute()
  })

  /** Signed in by mail only. */
  const weak = async (as: Role | TestAccount) => {
    const visit = openVisit(house)
    visit.take(await house.signIn(as, { strong: false }))
    return visit
  }
  const tick = (minutes: number) => house.clock.set(house.clock.now().add({ minutes }).toString())
  const adding = async (visit: Visit): Promise<{ app: App; text: string }> => {
    const page = await visit.get('/account/totp?next=/account')
    const app = appOf(page.text, () => house.clock.now())
    const { text } = await visit.post('/account/totp', {
      offer: app.offer,
      code: app.code(),
      next: '/account',
    })
    return { app, text }
  }
  const codesOn = (text: string) =>
    [...text.matchAll(/<code>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})<\/code>/g)].map((m) => m[1] ?? '')

  test('is added with its first code, opens the house at once and gives ten recovery codes once', async () => {
    const visit = await weak('coordinator')
    expect((await visit.get('/account')).path).toBe('/account/second-step?next=%2Faccount')
    const { text } = await adding(visit)
    expect(new Set(codesOn(text)).size).toBe(10)
    expect((await visit.get('/account')).path).toBe('/account')
    expect((await visit.get('/account')).text).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  })

  test('is not added with a wrong code, and the square stays the same for the next try', async () => {
    const visit = await weak('coordinator')
    const app = appOf((await visit.get('/account/totp')).text, () => house.clock.now())
    const again = await visit.post('/account/totp', { offer: app.offer, code: '000000' })
    expect(again.status).toBe(422)
    expect(appOf(again.text, () => house.clock.now()).secret).toBe(app.secret)
    expect((await visit.get('/account')).path).toBe('/account/second-step?next=%2Faccount')
  })

  test('is asked for at the next sign-in, and each of its codes is good once', async () => {
    const { app } = await adding(await weak('coordinator'))
    tick(1)
    const visit = await weak('coordinator')
    const step = await visit.get('/account')
    expect(step.path).toBe('/account/second-step?next=%2Faccount')
    expect(step.text).toContain('Kood autentimisrakendusest')
    const code = app.code()
    expect((await visit.post('/account/second-step/totp', { code, next: '/account' })).path).toBe('/account')
    const another = await weak('coordinator')
    expect((await another.post('/account/second-step/totp', { code, next: '/account' })).status).toBe(422)
    tick(1)
    expect(
      (await another.post('/account/second-step/totp', { code: app.code(), next: '/account' })).path,
    ).toBe('/account')
  })

  test('lets in one of two that bring the same code at the same moment', async () => {
    const { app } = await adding(await weak('lead'))
    for (let i = 0; i < 5; i++) {
      tick(1)
      const cookies = [
        await house.signIn('lead', { strong: false }),
        await house.signIn('lead', { strong: false }),
      ]
      const code = app.code()
      const answers = await Promise.all(
        cookies.map((cookie) =>
          house.request('/account/second-step/totp', { as: { cookie }, form: { code } }),
        ),
      )
      expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422])
    }
  })

  test('is worth nothing for another account', async () => {
    const { app } = await adding(await weak('lead'))
    tick(1)
    await adding(await weak('coordinator'))
    tick(1)
    const visit = await weak('coordinator')
    expect((await visit.post('/account/second-step/totp', { code: app.code() })).status).toBe(422)
  })

  test('gives the session a new token when it is shown; the old one is dead', async () => {
    const { app } = await adding(await weak('lead'))
    tick(1)
    const before = await house.signIn('lead', { strong: false })
    await house.request('/account/second-step/totp', { as: { cookie: before }, form: { code: app.code() } })
    const old = await house.request('/account', { as: { cookie: before } })
    expect(old.headers.get('location')).toMatch(/^\/sign-in/)
  })

  test('cannot be guessed: after five tries one waits, and the sheet of codes gives no more tries', async () => {
    const { app } = await adding(await weak('lead'))
    tick(1)
    const visit = await weak('lead')
    for (let i = 0; i < 3; i++) {
      expect((await visit.post('/account/second-step/totp', { code: '000000' })).status).toBe(422)
    }
    for (let i = 0; i < 2; i++) {
      expect((await visit.post('/account/recovery', { code: 'AAAA-AAAA-AAAA' })).status).toBe(422)
    }
    expect((await visit.post('/account/second-step/totp', { code: app.code() })).status).toBe(429)
    expect((await visit.post('/account/recovery', { code: 'AAAA-AAAA-AAAA' })).status).toBe(429)
    tick(10)
    expect((await visit.post('/account/second-step/totp', { code: app.code(), next: '/account' })).path).toBe(
      '/account',
    )
  })

  test('a refused code stands in the audit', async () => {
    await adding(await weak('lead'))
    const visit = await weak('lead')
    await visit.post('/account/second-step/totp', { code: '000000' })
    const last = await house.ground.jobs
      .selectFrom('platform.auditEntry')
      .select(['what', 'detail', 'action', 'accountId'])
      .orderBy('id', 'desc')
      .executeTakeFirst()
    const { id } = house.organisation.accounts.lead
    expect(last).toEqual({ what: 'access.totp', detail: 'refused', action: 'access', accountId: id })
  })

  test('mail alone never adds a second one, nor puts another in its place', async () => {
    const { app } = await adding(await weak('coordinator'))
    tick(1)
    const visit = await weak('coordinator')
    expect((await visit.get('/account/totp')).path).toMatch(/^\/account\/second-step/)
    // Not with a square either that was opened by the holder, in another session.
    const thief = openVisit(house)
    thief.take(await house.signIn('supporter', { strong: false }))
    const square = appOf((await thief.get('/account/totp')).text, () => house.clock.now())
    const sent = await visit.post('/account/totp', { offer: square.offer, code: square.code() })
    expect(sent.path).not.toBe('/account')
    expect((await visit.get('/account')).path).toBe('/account/second-step?next=%2Faccount')
    tick(1)
    expect((await visit.post('/account/second-step/totp', { code: app.code(), next: '/account' })).path).toBe(
      '/account',
    )
  })

  test('a square that was sealed while there was no key is refused once there is one', async () => {
    const early = await weak('coordinator')
    const square = appOf((await early.get('/account/totp')).text, () => house.clock.now())
    await adding(await weak('coordinator'))
    const late = await early.post('/account/totp', { offer: square.offer, code: square.code() })
    expect(late.path).toMatch(/^\/account\/second-step/)
  })

  test('a page that was open for a quarter of an hour gives a new square', async () => {
    const visit = await weak('coordinator')
    const app = appOf((await visit.get('/account/totp')).text, () => house.clock.now())
    house.clock.set('2026-11-23T08:15:01Z')
    const late = await visit.post('/account/totp', { offer: app.offer, code: app.code() })
    expect(late.status).toBe(422)
    expect(appOf(late.text, () => house.clock.now()).secret).not.toBe(app.secret)
  })

  test('after ten minutes one shows oneself again before keys or address are changed', async () => {
    const visit = await weak('coordinator')
    const { app } = await adding(visit)
    tick(11)
    expect((await visit.get('/account')).path).toBe('/account')
    for (const path of ['/account/totp', '/account/address', '/account/passkeys/new']) {
      expect((await visit.get(path)).path).toBe(`/account/second-step?next=${encodeURIComponent(path)}`)
    }
    expect((await visit.post('/account/recovery-codes', {})).path).toBe(
      '/account/second-step?next=%2Faccount',
    )
    expect((await visit.post('/account/address', { email: 'uus@esimene.test' })).path).toMatch(/second-step/)
    const shown = await visit.post('/account/second-step/totp', {
      code: app.code(),
      next: '/account/address',
    })
    expect(shown.path).toBe('/account/address')
  })

  test('the only key of staff is not removed; one of two is, and ends the other sessions', async () => {
    const visit = await weak('coordinator')
    await adding(visit)
    const other = await house.signIn('coordinator')
    const kept = await visit.post('/account/totp/remove', {})
    expect(kept.text).toContain('See on sinu ainus võti')
    const { id } = house.organisation.accounts.coordinator
    await atDoor(house.ground, (door) =>
      addPasskey(door, {
        accountId: id,
        credentialId: 'abc',
        publicKey: Buffer.alloc(1),
        counter: 0,
        transports: [],
        name: 'Chrome, Android',
      }),
    )
    const removed = await visit.post('/account/totp/remove', {})
    expect(removed.text).toContain('Võti on eemaldatud')
    expect((await house.request('/account', { as: { cookie: other } })).status).toBe(303)
    expect((await visit.get('/account')).path).toBe('/account')
    await house.ground.signin.deleteFrom('access.passkey').execute()
  })

  test('its holder hears of it by mail, without anything that would open a door', async () => {
    await adding(await weak('coordinator'))
    const mails = await mailsOf(house)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ to: 'coordinator@esimene.test', organisationId: house.organisation.id })
    expect(mails[0]?.text).toContain('autentimisrakendus')
  })

  test('is not for participants', async () => {
    const visit = openVisit(house)
    visit.take(await house.signIn('participant', { strong: false }))
    expect((await visit.get('/account/totp')).status).toBe(404)
  })
})

describe('somebody without a key', () => {
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
  const weak = async (as: Role) => {
    const visit = openVisit(house)
    visit.take(await house.signIn(as, { strong: false }))
    return visit
  }
  const mailed = async (to: string) =>
    /\d{4} \d{4}/.exec((await mailsOf(house)).findLast((mail) => mail.to === to)?.text ?? '')?.[0] ?? ''

  test('who left the door open for a while shows the mailbox again before adding one', async () => {
    const visit = await weak('developer')
    house.clock.set('2026-11-23T08:11:00Z')
    const asked = await visit.get('/account/second-step')
    expect(asked.text).toContain('Kinnita, et see oled sina')
    expect((await visit.get('/account/totp')).path).toMatch(/second-step/)
    await visit.post('/account/second-step/mail', {})
    const shown = await visit.post('/account/second-step/code', {
      code: await mailed('developer@esimene.test'),
    })
    expect(shown.text).toContain('Lisa teine samm')
    expect((await visit.get('/account/totp')).path).toBe('/account/totp')
  })

  test('cannot use the code of another account, nor one from another browser', async () => {
    const mine = await weak('developer')
    const theirs = await weak('host')
    house.clock.set('2026-11-23T08:11:00Z')
    await mine.post('/account/second-step/mail', {})
    await theirs.post('/account/second-step/mail', {})
    const code = await mailed('developer@esimene.test')
    expect((await theirs.post('/account/second-step/code', { code })).status).toBe(422)
    // Also not by carrying the binding over.
    const binding = mine
      .cookie()
      .split('; ')
      .find((pair) => pair.startsWith('__Host-tugevus-again='))
    theirs.take(binding ?? '')
    expect((await theirs.post('/account/second-step/code', { code })).status).toBe(422)
  })

  test('cannot show the mailbox in the place of a key that was added meanwhile', async () => {
    const visit = await weak('mobility_lead')
    house.clock.set('2026-11-23T08:11:00Z')
    await visit.post('/account/second-step/mail', {})
    const code = await mailed('mobility-lead@esimene.test')
    const { id } = house.organisation.accounts.mobility_lead
    await atDoor(house.ground, (door) => keepTotp(door, id, Buffer.alloc(20), 0))
    expect((await visit.post('/account/second-step/code', { code })).status).toBe(422)
    expect((await visit.post('/account/second-step/mail', {})).text).toContain('Kood autentimisrakendusest')
  })

  test('who only participates needs no key, and shows the mailbox before the address is changed', async () => {
    const visit = await weak('participant')
    expect((await visit.get('/account')).status).toBe(200)
    house.clock.set('2026-11-24T08:00:00Z')
    expect((await visit.get('/account/address')).text).toContain('Kinnita, et see oled sina')
    await visit.post('/account/second-step/mail', { next: '/account/address' })
    const code = await mailed('participant@esimene.test')
    const shown = await visit.post('/account/second-step/code', { code, next: '/account/address' })
    expect(shown.text).toContain('Muuda e-posti aadressi')
  })

  test('mails of participants are shown to no administrator', async () => {
    const visit = await weak('participant')
    house.clock.set('2026-11-24T08:00:00Z')
    await visit.post('/account/second-step/mail', {})
    expect((await mailsOf(house)).map((mail) => mail.organisationId)).toEqual([null])
  })
})
