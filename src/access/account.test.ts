import fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { lastMail, mailsOf } from '../../tests/setup/mails.ts'
import { openVisit } from '../../tests/setup/visit.ts'
import { emailOf } from './account.ts'
import { makeCode } from './code.store.ts'
import { atDoor } from './door.ts'
import { makeLink } from './link.store.ts'
import { passkeyScript } from './passkey.asset.ts'
import { accountOfHandle, readAssertion, readAttestation, relyingParty } from './passkey.ts'
import { sweepDoors } from './sweep.ts'

const start = '2026-11-23T08:00:00Z'

describe('an address', () => {
  test('is one however it is typed', () => {
    for (const text of ['mari@naide.ee', ' Mari@Naide.EE ', 'MARI@naide.ee'])
      expect(emailOf(text)).toBe('mari@naide.ee')
  })

  test('is none where it cannot be one', () => {
    for (const text of [
      '',
      'mari',
      '@naide.ee',
      'mari@',
      'a@b',
      'a b@c.ee',
      `${'a'.repeat(250)}@c.ee`,
      'a@b.ee\nBcc: x@y.ee',
    ]) {
      expect([text, emailOf(text)]).toEqual([text, null])
    }
  })
})

describe('what a browser answers', () => {
  test('is read or refused, whatever bytes it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readAssertion(text)).toBeNull()
        expect(readAttestation(text)).toBeNull()
      }),
    )
  })

  test('names its account in plain letters', () => {
    expect(accountOfHandle(Buffer.from('abc').toString('base64url'))).toBe('abc')
    expect(accountOfHandle(undefined)).toBeNull()
  })

  test('is asked for at addresses that browsers know passkeys for', () => {
    expect(relyingParty('https://tugevus.example')).toEqual({
      id: 'tugevus.example',
      origin: 'https://tugevus.example',
    })
    expect(relyingParty('http://localhost:3000')).toEqual({
      id: 'localhost',
      origin: 'http://localhost:3000',
    })
    for (const url of [
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
      'https://192.0.2.7',
      'http://tugevus.example',
    ]) {
      expect(relyingParty(url)).toBeNull()
    }
  })

  test('comes by a script of less than 6 kB', () => {
    expect(gzipSync(passkeyScript.bytes).length).toBeLessThan(6 * 1024)
  })
})

describe('one’s own account', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ at: start })
  })
  afterAll(() => house.close())
  beforeEach(async () => {
    house.clock.set(start)
    await house.ground.signin.deleteFrom('platform.rate').execute()
    await house.ground.jobs.deleteFrom('platform.mail').execute()
    await house.ground.signin.deleteFrom('access.session').execute()
  })
  const codeTo = async (email: string) =>
    /\d{4} \d{4}/.exec((await lastMail(house, email))?.text ?? '')?.[0] ?? ''
  const visitAs = async (as: 'participant' | 'coordinator' | 'host') => {
    const visit = openVisit(house)
    visit.take(await house.signIn(as))
    return visit
  }

  test('shows where one is signed in, and ends the others or one of them', async () => {
    const visit = await visitAs('coordinator')
    const phone = await house.signIn('coordinator')
    const tablet = await house.signIn('coordinator')
    const page = await visit.get('/account')
    const ends = [...page.text.matchAll(/action="(\/account\/sessions\/[0-9a-f-]{36}\/end)"/g)].map(
      (match) => match[1] ?? '',
    )
    expect(ends).toHaveLength(2)
    await visit.post(ends[0] ?? '', {})
    await visit.post('/account/sessions/end-others', {})
    for (const cookie of [phone, tablet]) {
      expect((await house.request('/account', { as: { cookie } })).status).toBe(303)
    }
    expect((await visit.get('/account')).status).toBe(200)
  })

  test('does not end a session of somebody else', async () => {
    const theirs = await house.signIn('host')
    const { id } = house.organisation.accounts.host
    const [session] = await house.ground.signin
      .selectFrom('access.session')
      .select('id')
      .where('accountId', '=', id)
      .execute()
    const visit = await visitAs('coordinator')
    expect((await visit.post(`/account/sessions/${session?.id}/end`, {})).status).toBe(404)
    expect((await house.request('/account', { as: { cookie: theirs } })).status).toBe(200)
  })

  test('keeps its language, on the pages and in the mails', async () => {
    const visit = await visitAs('host')
    const seen = await visit.post('/account/locale', { locale: 'ru' })
    expect(seen.text).toContain('Моя учётная запись')
    await house.request('/sign-in', { form: { email: 'host@esimene.test' } })
    expect((await lastMail(house, 'host@esimene.test'))?.subject).toBe('Tugevus: код для входа')
    expect((await visit.post('/account/locale', { locale: 'fi' })).status).toBe(404)
    await visit.post('/account/locale', { locale: 'et' })
  })

  describe('changes its address', () => {
    const ask = async (email: string) => {
      const visit = await visitAs('participant')
      const seen = await visit.post('/account/address', { email })
      return { visit, seen }
    }

    test('with a code to the new one and a word to the old one; other sessions end', async () => {
      const other = await house.signIn('participant')
      const { visit } = await ask('Uus@kodu.test')
      const done = await visit.post('/account/address/code', { code: await codeTo('uus@kodu.test') })
      expect(done.text).toContain('uus@kodu.test')
      expect((await lastMail(house, 'participant@esimene.test'))?.text).toContain('aadress muudeti')
      expect((await house.request('/account', { as: { cookie: other } })).status).toBe(303)
      await house.request('/sign-in', { form: { email: 'participant@esimene.test' } })
      await house.request('/sign-in', { form: { email: 'uus@kodu.test' } })
      expect(await codeTo('uus@kodu.test')).not.toBe('')
      expect((await mailsOf(house)).every((mail) => mail.organisationId === null)).toBe(true)
      const back = await ask('participant@esimene.test')
      await back.visit.post('/account/address/code', { code: await codeTo('participant@esimene.test') })
    })

    test('not without the code, nor with one for something else', async () => {
      const { visit } = await ask('uus@kodu.test')
      const { id } = house.organisation.accounts.participant
      const signIn = await atDoor(house.ground, (door) =>
        makeCode(door, { purpose: 'sign-in', accountId: id }),
      )
      for (const code of ['00000000', signIn.code]) {
        expect((await visit.post('/account/address/code', { code })).status).toBe(422)
      }
      expect((await visit.get('/account')).text).toContain('participant@esimene.test')
    })

    test('not to that of another account, of which nothing is told before its own mailbox was shown', async () => {
      const free = await ask('vaba@kodu.test')
      const { visit, seen } = await ask('lead@teine.test')
      expect(seen.text.replace(/nonce="[^"]*"/g, '')).toBe(free.seen.text.replace(/nonce="[^"]*"/g, ''))
      const done = await visit.post('/account/address/code', { code: await codeTo('lead@teine.test') })
      expect(done.status).toBe(422)
      expect(done.text).toContain('Seda aadressi ei saa siin kasutada')
      expect((await visit.get('/account')).text).toContain('participant@esimene.test')
    })

    test('not when the proof has become old meanwhile', async () => {
      const { visit } = await ask('uus@kodu.test')
      const code = await codeTo('uus@kodu.test')
      house.clock.set('2026-11-23T08:09:59Z')
      expect((await visit.post('/account/address/code', { code: '00000000' })).status).toBe(422)
      house.clock.set('2026-11-23T08:10:01Z')
      await visit.post('/account/address/code', { code })
      expect((await visit.get('/account')).text).toContain('participant@esimene.test')
    })
  })
})

describe('a link that signs in once', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ at: start })
  })
  afterAll(() => house.close())
  const invent = (invented: boolean) =>
    house.ground.signin
      .updateTable('access.organisation')
      .set({ invented })
      .where('id', '=', house.organisation.id)
      .execute()
  const linkFor = async (role: 'coordinator' | 'lead') =>
    `/link/${await atDoor(house.ground, (door) => makeLink(door, { accountId: house.organisation.accounts[role].id, role }))}`

  test('opens everything among invented people', async () => {
    await invent(true)
    const visit = openVisit(house)
    await visit.post(await linkFor('coordinator'), {})
    expect((await visit.get('/account')).path).toBe('/account')
    await invent(false)
  })

  test('still asks for the second step in a real house', async () => {
    const visit = openVisit(house)
    const seen = await visit.post(await linkFor('lead'), {})
    expect(seen.path).toMatch(/^\/account\/second-step/)
    expect((await visit.get('/account')).path).toBe('/account/second-step?next=%2Faccount')
  })

  test('is not used up by looking, and one of two that press at once is too late', async () => {
    house.clock.set('2026-11-23T08:01:00Z')
    const path = await linkFor('lead')
    for (let i = 0; i < 3; i++) expect((await openVisit(house).get(path)).status).toBe(200)
    const both = await Promise.all([openVisit(house).post(path, {}), openVisit(house).post(path, {})])
    expect(both.map((one) => one.status).filter((status) => status === 404)).toHaveLength(1)
  })

  test('is over after a day, and what is over is swept away', async () => {
    const path = await linkFor('lead')
    house.clock.set('2026-11-24T08:01:00Z')
    expect((await openVisit(house).get(path)).status).toBe(404)
    house.clock.set('2027-01-31T08:00:00Z')
    await sweepDoors.run(house.ground, house.organisation)
    expect(await house.ground.signin.selectFrom('access.code').select('id').execute()).toEqual([])
    // The last session of each account stays: it says when somebody was here.
    const sessions = await house.ground.signin.selectFrom('access.session').select('accountId').execute()
    expect(sessions.length).toBeGreaterThan(0)
    expect(new Set(sessions.map((row) => row.accountId)).size).toBe(sessions.length)
  })
})
