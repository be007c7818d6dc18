import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { withClient } from '../../tests/setup/server.ts'
import { roles } from '../platform/actor.ts'
import { Temporal } from '../platform/day.ts'
import { atDoor } from './door.ts'
import { absoluteEnd, deviceOf, idleEnd, isFresh } from './session.ts'
import { changeSession, endSessions, listSessions, readSession } from './session.store.ts'
import { sessionCookie } from './visitor.ts'

const start = '2026-11-23T08:00:00Z'

describe('how long a session lasts', () => {
  test('staff are asked again after half an hour of silence and after twelve hours', () => {
    const now = Temporal.Instant.from(start)
    const end = absoluteEnd('coordinator', now)
    expect(end.toString()).toBe('2026-11-23T20:00:00Z')
    expect(idleEnd('coordinator', now, end).toString()).toBe('2026-11-23T08:30:00Z')
  })

  test('a participant stays signed in for a fortnight of silence and for thirty days', () => {
    const now = Temporal.Instant.from(start)
    const end = absoluteEnd('participant', now)
    expect(end.toString()).toBe('2026-12-23T08:00:00Z')
    expect(idleEnd('participant', now, end).toString()).toBe('2026-12-07T08:00:00Z')
  })

  test('the silent end never comes after the last end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...roles), fc.nat(40 * 24 * 60), (role, minutes) => {
        const began = Temporal.Instant.from(start)
        const end = absoluteEnd(role, began)
        const idle = idleEnd(role, began.add({ minutes }), end)
        expect(Temporal.Instant.compare(idle, end)).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('a proof is fresh for ten minutes', () => {
    const now = Temporal.Instant.from(start)
    expect(isFresh(now.subtract({ minutes: 10 }), now)).toBe(true)
    expect(isFresh(now.subtract({ minutes: 10, seconds: 1 }), now)).toBe(false)
  })

  test('a device is called what its holder calls it', () => {
    const android =
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Mobile Safari/537.36'
    const iphone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 15_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6 Mobile/15E148 Safari/604.1'
    expect(deviceOf(android)).toBe('Chrome, Android')
    expect(deviceOf(iphone)).toBe('Safari, iPhone')
    expect(deviceOf('Mozilla/5.0 (Windows NT 10.0; rv:131.0) Gecko/20100101 Firefox/131.0')).toBe(
      'Firefox, Windows',
    )
    expect(deviceOf('curl/8')).toBe('')
  })
})

describe('a session in the database', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ at: start })
  })
  afterAll(() => house.close())
  beforeEach(() => house.clock.set(start))

  const tokenOf = (cookie: string) => cookie.slice(sessionCookie.length + 1)
  const read = async (cookie: string) => readSession(house.ground, tokenOf(cookie))

  test('says who is asking, in which role, of which organisation', async () => {
    const found = await read(await house.signIn('coordinator'))
    const { id, name } = house.organisation.accounts.coordinator
    expect(found).toMatchObject({
      accountId: id,
      name,
      role: 'coordinator',
      roles: ['coordinator'],
      strong: true,
      organisation: { id: house.organisation.id, timeZone: 'Europe/Tallinn', languages: ['et', 'ru', 'en'] },
    })
  })

  test('calls a participant by name although the house only has a code', async () => {
    const found = await read(await house.signIn('participant'))
    expect(found?.name).toBe('participant Esimene')
  })

  test('keeps no token that could be used by whoever reads the database', async () => {
    const token = tokenOf(await house.signIn('coordinator'))
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const rows = await withClient(house.database.connection, async (client) => {
      await client.query('set row_security = off')
      return (await client.query('select * from access.session')).rows
    })
    const text = JSON.stringify(rows)
    expect(rows.length).toBeGreaterThan(0)
    expect(text).not.toContain(token)
    expect(text).not.toContain(Buffer.from(token).toString('hex'))
  })

  test('ends after half an hour of silence, and not while it is used', async () => {
    const cookie = await house.signIn('coordinator')
    house.clock.set('2026-11-23T08:29:59Z')
    expect(await read(cookie)).not.toBeNull()
    house.clock.set('2026-11-23T08:59:58Z')
    expect(await read(cookie)).not.toBeNull()
    house.clock.set('2026-11-23T09:29:58Z')
    expect(await read(cookie)).toBeNull()
  })

  test('ends after twelve hours however busy it is', async () => {
    const cookie = await house.signIn('coordinator')
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      house.clock.set(Temporal.Instant.from(start).add({ minutes }).toString())
      expect(await read(cookie)).not.toBeNull()
    }
    house.clock.set('2026-11-23T20:00:00Z')
    expect(await read(cookie)).toBeNull()
  })

  test('writes when it was seen at most once a minute', async () => {
    const cookie = await house.signIn('lead')
    const { id } = house.organisation.accounts.lead
    const seenAt = async () => {
      const lines = await atDoor(house.ground, (door) => listSessions(door, id))
      return lines[0]?.seenAt.toString()
    }
    house.clock.set('2026-11-23T08:00:59Z')
    await read(cookie)
    expect(await seenAt()).toBe('2026-11-23T08:00:00Z')
    house.clock.set('2026-11-23T08:01:00Z')
    await read(cookie)
    expect(await seenAt()).toBe('2026-11-23T08:01:00Z')
  })

  test('ends at once when it is revoked, the account is disabled or the role is taken away', async () => {
    const { developer, host, officer } = house.organisation.accounts
    const revoked = await house.signIn('developer')
    const disabled = await house.signIn('host')
    const roleless = await house.signIn('officer')
    const { signin } = house.ground
    await atDoor(house.ground, (door) => endSessions(door, developer.id, 'all'))
    await signin.updateTable('access.account').set({ state: 'disabled' }).where('id', '=', host.id).execute()
    await signin
      .updateTable('access.accountRole')
      .set({ role: 'lead' })
      .where('accountId', '=', officer.id)
      .execute()
    expect(await read(revoked)).toBeNull()
    expect(await read(disabled)).toBeNull()
    expect(await read(roleless)).toBeNull()
  })

  test('gets a new token at every step up and change of role; the old one is dead', async () => {
    const cookie = await house.signIn('supporter', { strong: false })
    const before = await read(cookie)
    const changed = await atDoor(house.ground, (door) =>
      changeSession(door, before?.sessionId ?? '', { to: 'strong', way: 'totp' }),
    )
    expect(await read(cookie)).toBeNull()
    const after = await readSession(house.ground, changed?.token ?? '')
    expect(after).toMatchObject({ sessionId: before?.sessionId, strong: true, way: 'totp' })
  })

  test('carries neither its month nor its proof from a participant into a staff role', async () => {
    const cookie = await house.signIn('participant')
    house.clock.set('2026-11-25T08:00:00Z')
    const before = await read(cookie)
    const changed = await atDoor(house.ground, (door) =>
      changeSession(door, before?.sessionId ?? '', { to: 'role', role: 'supporter' }),
    )
    expect(changed?.endsAt.toString()).toBe('2026-11-25T20:00:00Z')
    const row = await house.ground.signin
      .selectFrom('access.session')
      .select(['strong', 'role'])
      .where('id', '=', before?.sessionId ?? '')
      .executeTakeFirst()
    expect(row).toEqual({ strong: false, role: 'supporter' })
  })

  test('is not found by a wrong token', async () => {
    expect(await readSession(house.ground, 'x')).toBeNull()
    expect(await readSession(house.ground, '')).toBeNull()
  })
})

describe('the ways out', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  test('signing out ends the session on the server', async () => {
    const cookie = await house.signIn('coordinator')
    const answer = await house.request('/sign-out', { as: { cookie }, method: 'POST' })
    expect(answer.status).toBe(303)
    expect(await readSession(house.ground, cookie.slice(sessionCookie.length + 1))).toBeNull()
    expect(answer.headers.get('set-cookie')).toContain(`${sessionCookie}=;`)
  })

  test('quick exit ends the session, clears the browser and leads to a neutral page', async () => {
    const cookie = await house.signIn('participant')
    const answer = await house.request('/leave', { as: { cookie }, method: 'POST' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('https://www.ilmateenistus.ee/')
    expect(answer.headers.get('clear-site-data')).toContain('"cookies"')
    expect(await readSession(house.ground, cookie.slice(sessionCookie.length + 1))).toBeNull()
  })

  test('neither works by following a link', async () => {
    const cookie = await house.signIn('coordinator')
    for (const path of ['/sign-out', '/leave']) {
      expect((await house.request(path, { as: { cookie } })).status).toBe(404)
    }
    expect(await readSession(house.ground, cookie.slice(sessionCookie.length + 1))).not.toBeNull()
  })

  test('another site cannot sign anybody out', async () => {
    const cookie = await house.signIn('coordinator')
    const answer = await house.request('/sign-out', {
      as: { cookie },
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    })
    expect(answer.status).toBe(403)
    expect(await readSession(house.ground, cookie.slice(sessionCookie.length + 1))).not.toBeNull()
  })
})
