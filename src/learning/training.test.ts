/** Who is in and who waits: the rule, and that it holds where fifty sign up at once. */
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { createAccount } from '../access/account.store.ts'
import { day, Temporal } from '../platform/day.ts'
import { noteAttendance } from './attendance.store.ts'
import {
  addSession,
  addTraining,
  cancelSession,
  seatsOf,
  sessionsOf,
  signUp,
  signupsOf,
  withdraw,
} from './training.store.ts'
import { standing, type TrainingSession } from './training.ts'

const moment = Temporal.Instant.from('2026-11-23T08:00:00Z')
const lines = fc.record({
  signups: fc
    .uniqueArray(fc.nat(1000), { maxLength: 60 })
    .chain((numbers) => fc.tuple(...numbers.map((number) => fc.boolean().map((gone) => ({ number, gone })))))
    .map((all) => all.map(({ number, gone }) => ({ number, withdrawnAt: gone ? moment : null }))),
  seats: fc.option(fc.integer({ min: 2, max: 200 })),
})
const numbers = (all: readonly { number: number }[]) => all.map(({ number }) => number)

describe('standing', () => {
  test('lets never more in than there are seats, and leaves none empty while somebody waits', () => {
    fc.assert(
      fc.property(lines, ({ signups, seats }) => {
        const line = standing(signups, seats)
        const there = signups.filter(({ withdrawnAt }) => withdrawnAt === null).length
        expect(line.in.length).toBe(Math.min(there, seats ?? there))
        expect(line.in.length + line.waiting.length).toBe(there)
      }),
    )
  })

  test('keeps the order in which they signed up', () => {
    fc.assert(
      fc.property(lines, ({ signups, seats }) => {
        const line = standing(signups, seats)
        const all = numbers([...line.in, ...line.waiting])
        expect(all).toEqual(all.toSorted((a, b) => a - b))
      }),
    )
  })

  test('a withdrawal, or one more who signs up, pushes nobody out', () => {
    fc.assert(
      fc.property(lines, fc.nat(59), ({ signups, seats }, who) => {
        const before = numbers(standing(signups, seats).in)
        const without = signups.map((one, place) => (place === who ? { ...one, withdrawnAt: moment } : one))
        const left = numbers(standing(without, seats).in)
        expect(before.filter((number) => number !== signups[who]?.number && !left.includes(number))).toEqual(
          [],
        )
        const more = numbers(standing([...signups, { number: 1001, withdrawnAt: null }], seats).in)
        expect(before.filter((number) => !more.includes(number))).toEqual([])
      }),
    )
  })
})

let house: House
let owner: pg.Client
beforeAll(async () => {
  house = await openHouse()
  owner = new pg.Client(house.database.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

const agreed = (given: Partial<TrainingSession> = {}): Promise<TrainingSession> =>
  house.act('developer', async (act) => {
    const training = await addTraining(act, {
      title: 'Piirid',
      forWhom: 'communities',
      programme: 'Räägime piiridest.',
      materials: '',
      versionIds: [],
    })
    const id = await addSession(act, training, {
      onDay: day('2026-12-01'),
      fromTime: '10:00',
      untilTime: '13:00',
      place: 'Kuusiku külamaja',
      seats: 2,
      ...given,
    })
    const session = (await sessionsOf(act, training)).find((one) => one.id === id)
    if (!session) throw new Error('the session is not there')
    return session
  })

describe('signing up', () => {
  test('fifty at once for seven: seven are in, the rest wait in order, nobody twice', async () => {
    const session = await agreed({ seats: 7 })
    const accounts = await house.act('system', async (act) => {
      const made = []
      for (let n = 0; n < 50; n += 1)
        made.push(
          await createAccount(act, {
            name: `Vastuvõtja ${n}`,
            email: `host${n}@esimene.test`,
            roles: ['host'],
            locale: 'et',
          }),
        )
      return made
    })
    const { host } = house.organisation.accounts
    // Each presses twice.
    const told = await Promise.all(
      [...accounts, ...accounts].map((id) => house.act({ ...host, id }, (act) => signUp(act, session))),
    )
    const signups = await house.act('developer', (act) => signupsOf(act, session.id))
    expect(new Set(signups.map(({ accountId }) => accountId)).size).toBe(50)
    expect(signups).toHaveLength(50)
    const line = standing(signups, session.seats)
    expect([line.in.length, line.waiting.length]).toEqual([7, 43])
    // What everybody was told while it was crowded is still so.
    const ids = line.waiting.map(({ accountId }) => accountId)
    for (const [place, own] of told.entries()) {
      const waits = ids.indexOf(accounts[place % 50] ?? '') + 1
      expect(own).toEqual(waits > 0 ? { state: 'waiting', place: waits } : { state: 'in' })
    }
  })

  test('whoever withdraws moves the next one up and stands last when they come back', async () => {
    const session = await agreed()
    for (const role of ['host', 'supporter', 'coordinator'] as const)
      await house.act(role, (act) => signUp(act, session))
    const { coordinator } = house.organisation.accounts
    expect(await house.act('host', (act) => withdraw(act, session))).toEqual({ movedUp: [coordinator.id] })
    expect(await house.act('host', (act) => withdraw(act, session))).toBeNull()
    const own = (role: 'host' | 'supporter' | 'coordinator') =>
      house.act(role, async (act) => (await seatsOf(act, [session])).get(session.id)?.own)
    expect(await own('coordinator')).toEqual({ state: 'in' })
    expect(await own('host')).toEqual({ state: 'none' })
    await house.act('host', (act) => signUp(act, session))
    expect(await own('host')).toEqual({ state: 'waiting', place: 1 })
    expect(await own('supporter')).toEqual({ state: 'in' })
  })

  test('shows a host only themselves, and lets nobody sign up somebody else or jump the line', async () => {
    const session = await agreed()
    const { host, supporter } = house.organisation.accounts
    await house.act('supporter', (act) => signUp(act, session))
    await house.act('host', async (act) => {
      await signUp(act, session)
      expect((await signupsOf(act, session.id)).map(({ accountId }) => accountId)).toEqual([host.id])
    })
    const insert = (accountId: string, more: object = {}) =>
      house.act('host', (act) =>
        act.tx
          .insertInto('learning.signup')
          .values({
            id: crypto.randomUUID(),
            sessionId: session.id,
            organisationId: house.organisation.id,
            accountId,
            signedAt: act.now,
            ...more,
          })
          .execute(),
      )
    await expect(insert(supporter.id)).rejects.toMatchObject({ code: '42501' })
    await expect(insert(host.id, { number: '0' })).rejects.toMatchObject({ code: '42501' })
    await expect(
      house.act('host', (act) => act.tx.updateTable('learning.signup').set({ attended: true }).execute()),
    ).rejects.toMatchObject({ code: '42501' })
  })

  test('is over with the day, and where the day was cancelled', async () => {
    const over = await agreed({ onDay: day('2026-11-22') })
    const today = await agreed({ onDay: day('2026-11-23') })
    const cancelled = await agreed()
    await house.act('lead', (act) => cancelSession(act, cancelled.id))
    await house.act('host', async (act) => {
      expect(await signUp(act, over)).toBeNull()
      expect(await signUp(act, { ...cancelled, state: 'cancelled' })).toBeNull()
      expect(await signUp(act, today)).toEqual({ state: 'in' })
    })
  })
})

test('who came is noted for this day alone, and the day has then been held', async () => {
  const session = await agreed({ onDay: day('2026-11-23') })
  const other = await agreed({ onDay: day('2026-11-23') })
  for (const one of [session, other]) await house.act('host', (act) => signUp(act, one))
  const [[mine], [elsewhere]] = await house.act('developer', async (act) => [
    await signupsOf(act, session.id),
    await signupsOf(act, other.id),
  ])
  await house.act('developer', async (act) => {
    await noteAttendance(
      act,
      session,
      new Map([
        [mine?.id ?? '', true],
        [elsewhere?.id ?? '', true],
      ]),
    )
    expect((await signupsOf(act, session.id)).map(({ attended }) => attended)).toEqual([true])
    expect((await signupsOf(act, other.id)).map(({ attended }) => attended)).toEqual([null])
    expect((await sessionsOf(act, session.trainingId))[0]?.state).toBe('held')
  })
  expect(await house.act('host', (act) => noteAttendance(act, other, new Map()))).toBe(false)
})
