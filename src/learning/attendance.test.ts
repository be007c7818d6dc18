/** Being there, said by the code on the wall: when it is good, for whom, and that nobody says it without. */
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testKeys } from '../../tests/setup/database.ts'
import { openHouse, type As, type Asked, type House } from '../../tests/setup/house.ts'
import { refill } from '../access/rate.store.ts'
import { systemOf, withActor, type Role } from '../platform/actor.ts'
import { day, Temporal } from '../platform/day.ts'
import { deriveKeys } from '../platform/keys.ts'
import { attendanceCode, attendancePath } from './attendance.code.ts'
import { attendanceJob } from './attendance.job.ts'
import { attend, noteAttendance, sessionByCode } from './attendance.store.ts'
import { codeState, codeTime } from './attendance.ts'
import { attendanceWords } from './attendance.words.ts'
import { learningRoom } from './room.ts'
import {
  addSession,
  addTraining,
  cancelSession,
  sessionsOf,
  signUp,
  signupsOf,
  withdraw,
} from './training.store.ts'
import type { TrainingSession } from './training.ts'
import { trainingWords } from './training.words.ts'

const zone = 'Europe/Tallinn'
const hour = fc.integer({ min: 0, max: 23 })
const minute = fc.integer({ min: 0, max: 59 })
const two = (n: number) => String(n).padStart(2, '0')
const clock = fc.tuple(hour, minute).map(([h, m]) => `${two(h)}:${two(m)}`)
const dayOf2026 = fc.integer({ min: 0, max: 364 }).map((days) => day('2026-01-01').add({ days }))

describe('the code of a day', () => {
  test.each([
    ['2026-12-14', '10:00', '13:30', '2026-12-14T07:00:00Z', '2026-12-14T13:30:00Z'],
    // Summer time begins and ends at night.
    ['2026-03-29', '10:00', '13:30', '2026-03-29T06:00:00Z', '2026-03-29T12:30:00Z'],
    ['2026-10-25', '10:00', '13:30', '2026-10-25T07:00:00Z', '2026-10-25T13:30:00Z'],
    // On that day alone.
    ['2026-12-14', '00:20', '23:00', '2026-12-13T22:00:00Z', '2026-12-14T22:00:00Z'],
  ])('of %s %s–%s is good from %s until %s', (onDay, fromTime, untilTime, from, until) => {
    const times = { onDay: day(onDay), fromTime, untilTime }
    expect(codeTime(times, zone)).toEqual({
      from: Temporal.Instant.from(from),
      until: Temporal.Instant.from(until),
    })
  })

  test('is good on no other day, and from an hour before until two hours after', () => {
    fc.assert(
      fc.property(dayOf2026, clock, clock, (onDay, one, other) => {
        const [fromTime = '', untilTime = ''] = [one, other].toSorted()
        const session = { onDay, fromTime, untilTime, state: 'planned' } as const
        const { from, until } = codeTime(session, zone)
        const last = until.subtract({ seconds: 1 })
        for (const moment of [from, last]) {
          expect(moment.toZonedDateTimeISO(zone).toPlainDate().equals(onDay)).toBe(true)
          expect(codeState(session, moment, zone)).toBe('open')
        }
        expect(codeState(session, from.subtract({ seconds: 1 }), zone)).toBe('early')
        expect(codeState(session, until, zone)).toBe('over')
        expect(codeState({ ...session, state: 'cancelled' }, from, zone)).toBe('cancelled')
      }),
    )
  })

  test('is another one for each day and each house, and none without the key', () => {
    const one = { id: crypto.randomUUID(), onDay: day('2026-12-14') }
    const code = attendanceCode(testKeys, one)
    expect(code).toMatch(/^[a-hjkmnp-z]{8}$/)
    expect(attendanceCode(testKeys, one)).toBe(code)
    expect(attendanceCode(testKeys, { ...one, onDay: day('2026-12-15') })).not.toBe(code)
    expect(attendanceCode(testKeys, { ...one, id: crypto.randomUUID() })).not.toBe(code)
    expect(attendanceCode(deriveKeys(Buffer.alloc(32, 9)), one)).not.toBe(code)
  })
})

let house: House
beforeAll(async () => {
  house = await openHouse({ rooms: [learningRoom] })
})
afterAll(() => house.close())

const say = attendanceWords('et')
const before = '2026-11-23T08:00:00Z'
/** Half past nine in the morning in Estonia: half an hour before it begins. */
const there = '2026-12-14T07:30:00Z'
beforeEach(() => house.clock.set(before))

const post = (path: string, as: Asked['as'], form: NonNullable<Asked['form']> = {}) =>
  house.request(path, { as, form })
const text = async (path: string, as: Asked['as']) => (await house.request(path, { as })).text()

async function agreed(given: Partial<TrainingSession> = {}) {
  const session = await house.act('developer', async (act) => {
    const training = await addTraining(act, {
      title: 'Piirid',
      forWhom: 'communities',
      programme: 'Räägime piiridest.',
      materials: '',
      versionIds: [],
    })
    const times = { onDay: day('2026-12-14'), fromTime: '10:00', untilTime: '13:30' }
    const id = await addSession(act, training, { ...times, place: 'Kuusiku külamaja', seats: 2, ...given })
    const found = (await sessionsOf(act, training)).find((one) => one.id === id)
    if (!found) throw new Error('the session is not there')
    return found
  })
  const code = attendanceCode(house.ground.keys, session)
  return {
    session,
    code,
    here: attendancePath(code),
    page: `/trainings/${session.trainingId}/sessions/${session.id}`,
  }
}
const joined = (session: TrainingSession, ...who: Role[]) =>
  who.reduce(async (before, role) => {
    await before
    await house.act(role, (act) => signUp(act, session))
  }, Promise.resolve())
const attendedOf = async (session: TrainingSession) =>
  (await house.act('developer', (act) => signupsOf(act, session.id))).map(({ attended }) => attended)

describe('the page that the code opens', () => {
  test('is not there for those who do not come to trainings, nor for another house with the right code', async () => {
    const { session, here } = await agreed()
    await joined(session, 'host')
    house.clock.set(there)
    const strangers: As[] = [
      'participant',
      'officer',
      'admin',
      ...(['host', 'developer', 'lead'] as const).map((role) => house.other.accounts[role]),
    ]
    for (const as of strangers) {
      expect((await house.request(here, { as })).status).toBe(404)
      expect((await post(here, as)).status).toBe(404)
    }
    expect(await attendedOf(session)).toEqual([null])
  })

  test('waits behind the sign-in, which leads back to it', async () => {
    const { here } = await agreed()
    house.clock.set(there)
    const answer = await house.request(here)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/sign-in?next=${encodeURIComponent(here)}`,
    ])
    const weak = { cookie: await house.signIn('host', { strong: false }) }
    const step = await house.request(here, { as: weak })
    expect(step.headers.get('location')).toBe(`/account/second-step?next=${encodeURIComponent(here)}`)
  })

  test('says where one is, and notes nothing until one confirms', async () => {
    const { session, here, page } = await agreed()
    await joined(session, 'host')
    house.clock.set(there)
    const html = await text(here, 'host')
    for (const part of [say.at('Piirid'), '14. detsember 2026', 'Kuusiku külamaja', say.confirm])
      expect(html).toContain(part)
    expect(await attendedOf(session)).toEqual([null])
    const answer = await post(here, 'host')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, page])
    expect(await attendedOf(session)).toEqual([true])
    expect(await text(here, 'host')).toContain(say.noted)
    expect(await text(here, 'host')).not.toContain(say.confirm)
    // The day is not over with the first who came: what is asked before it is still asked.
    const own = await text(page, 'host')
    for (const part of [say.noted, 'name="confidence"']) expect(own).toContain(part)
    expect(own).not.toContain('/withdraw')
    await post(here, 'host')
    expect(await attendedOf(session)).toEqual([true])
  })

  test.each([
    ['before its time', '2026-12-14T06:59:59Z', say.early],
    ['the day before', '2026-12-13T08:00:00Z', say.early],
    ['after its time', '2026-12-14T13:30:00Z', say.over],
    ['the day after', '2026-12-15T08:00:00Z', say.over],
  ])('says plainly that it is opened %s, and takes nothing', async (_, moment, said) => {
    const { session, here } = await agreed()
    await joined(session, 'host')
    house.clock.set(moment)
    const html = await text(here, 'host')
    expect(html).toContain(said)
    expect(html).toContain('9.00–15.30')
    expect(html).not.toContain('method="post" action="/here')
    expect((await post(here, 'host')).status).toBe(303)
    expect(await attendedOf(session)).toEqual([null])
  })

  test('says so where the day was cancelled', async () => {
    const { session, here } = await agreed()
    await joined(session, 'host')
    await house.act('lead', (act) => cancelSession(act, session.id))
    house.clock.set(there)
    expect(await text(here, 'host')).toContain(say.cancelled)
    await post(here, 'host')
    expect(await attendedOf(session)).toEqual([null])
  })

  test('takes the code as it is typed, and answers a wrong one as a page that is not there', async () => {
    const { code } = await agreed()
    house.clock.set(there)
    expect(
      await text(`/here/${code.slice(0, 4)}-${code.slice(4)}`.toUpperCase().replace('HERE', 'here'), 'host'),
    ).toContain(say.at('Piirid'))
    for (const wrong of ['abcdefgh', 'x', `${code}a`])
      expect((await house.request(`/here/${wrong}`, { as: 'host' })).status).toBe(404)
  })

  test('shuts out whoever tries many codes, also where they hit on one, and nobody who is in the same room', async () => {
    const { session, here } = await agreed()
    house.clock.set(there)
    const tried = []
    for (let n = 0; n < 25; n += 1)
      tried.push((await house.request('/here/abcdefgh', { as: 'coordinator' })).status)
    expect(tried.at(0)).toBe(404)
    expect(tried.at(-1)).toBe(429)
    expect((await house.request('/here/abcdefgh', { as: 'supporter' })).status).toBe(404)
    // Otherwise the limit would be none: whoever guesses waits for the one that opens.
    expect((await house.request(here, { as: 'coordinator' })).status).toBe(429)
    expect((await post(here, 'coordinator')).status).toBe(429)
    expect(await attendedOf(session)).toEqual([])
    house.clock.set('2026-12-14T07:40:00Z')
    expect((await house.request(here, { as: 'coordinator' })).status).toBe(200)
    await refill(house.ground, { bucket: 'attendanceCodes', of: house.organisation.accounts.coordinator.id })
  })

  test('counts nothing against whoever opens the right one, however often', async () => {
    const { here } = await agreed()
    house.clock.set(there)
    for (let n = 0; n < 25; n += 1) expect((await house.request(here, { as: 'lead' })).status).toBe(200)
  })
})

describe('whoever is there and not on the list', () => {
  test('is put on it and was there, as long as there is a seat', async () => {
    const { session, here } = await agreed()
    await joined(session, 'supporter')
    house.clock.set(there)
    const html = await text(here, 'host')
    for (const part of [say.free, say.confirmFree]) expect(html).toContain(part)
    await post(here, 'host')
    expect(await attendedOf(session)).toEqual([null, true])
  })

  test('also once the list was saved, and again where they had withdrawn', async () => {
    const { session, here } = await agreed()
    await joined(session, 'host')
    await house.act('host', (act) => withdraw(act, session))
    house.clock.set(there)
    await house.act('developer', (act) => noteAttendance(act, session, new Map()))
    await post(here, 'host')
    expect(await attendedOf(session)).toEqual([null, true])
  })

  test('waits where all seats are taken, is told whom to talk to, and can be marked', async () => {
    const { session, here, page } = await agreed()
    await joined(session, 'supporter', 'coordinator')
    house.clock.set(there)
    const html = await text(here, 'host')
    for (const part of [say.full, say.confirmFull]) expect(html).toContain(part)
    const answer = await post(here, 'host')
    expect(answer.headers.get('location')).toBe(here)
    expect(await text(here, 'host')).toContain(say.waiting(1))
    expect(await text(here, 'host')).not.toContain('<form method="post" action="/here')
    // Nor by sending again.
    await post(here, 'host')
    expect(await attendedOf(session)).toEqual([null, null, null])
    const [, , last] = await house.act('developer', (act) => signupsOf(act, session.id))
    await post(`${page}/attendance`, 'developer', { came: [last?.id ?? ''], shown: '' })
    expect(await attendedOf(session)).toEqual([false, false, true])
    expect(await text(here, 'host')).toContain(say.noted)
  })

  test('thirty at once for two seats: two were there, the rest wait', async () => {
    const { session, code } = await agreed()
    house.clock.set(there)
    const { accounts } = house.organisation
    const came = ['coordinator', 'supporter', 'host', 'lead', 'developer', 'mobility_lead'] as const
    // Each presses five times.
    const told = await Promise.all(
      came.flatMap((role) =>
        [1, 2, 3, 4, 5].map(() => house.act(accounts[role], (act) => attend(act, code))),
      ),
    )
    expect(told.filter((own) => own?.state === 'in')).toHaveLength(10)
    expect(await attendedOf(session)).toEqual([true, true, null, null, null, null])
  })
})

test('nobody was there on a day that is cancelled at that very moment', async () => {
  const { session, code } = await agreed()
  await joined(session, 'host')
  house.clock.set(there)
  const { said } = await house.act('developer', async (act) => {
    expect(await cancelSession(act, session.id)).toBe(true)
    const said = house.act('host', (host) => attend(host, code))
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { said }
  })
  expect(await said).toBeNull()
  expect(await attendedOf(session)).toEqual([null])
})

describe('without the code', () => {
  test.each(['host', 'supporter', 'coordinator'] as const)(
    'the database lets no %s say that they came',
    async (role) => {
      const { session, code } = await agreed()
      await joined(session, role)
      house.clock.set(there)
      const own = house.organisation.accounts[role]
      await expect(
        house.act(role, (act) =>
          act.tx
            .updateTable('learning.signup')
            .set({ attended: true })
            .where('sessionId', '=', session.id)
            .execute(),
        ),
      ).rejects.toMatchObject({ code: '42501' })
      const other = await agreed()
      await expect(
        house.act(role, (act) =>
          act.tx
            .insertInto('learning.signup')
            .values({
              id: crypto.randomUUID(),
              sessionId: other.session.id,
              organisationId: own.organisationId,
              accountId: own.id,
              signedAt: act.now,
              attended: true,
            })
            .execute(),
        ),
      ).rejects.toMatchObject({ code: '42501' })
      // Nor by the code of another day.
      expect(await house.act(role, (act) => attend(act, 'abcdefgh'))).toBeNull()
      expect(await house.act(role, (act) => attend(act, other.code))).toEqual({ state: 'in' })
      expect(await attendedOf(session)).toEqual([null])
      expect(await house.act(role, (act) => attend(act, code))).toEqual({ state: 'in' })
    },
  )

  test('after it was said, everybody is again who they were', async () => {
    const { session, code } = await agreed()
    house.clock.set(there)
    await expect(
      house.act('host', async (act) => {
        await attend(act, code)
        await act.tx
          .updateTable('learning.signup')
          .set({ attended: null })
          .where('sessionId', '=', session.id)
          .execute()
      }),
    ).rejects.toMatchObject({ code: '42501' })
    expect(await attendedOf(session)).toEqual([])
  })

  test('a code is found in one’s own house alone', async () => {
    const { session, code } = await agreed()
    expect(await house.act('host', (act) => sessionByCode(act, code))).toEqual(session)
    expect(await house.act(house.other.accounts.lead, (act) => sessionByCode(act, code))).toBeNull()
  })
})

describe('the list of those who hold it', () => {
  test('corrects what was said by the code', async () => {
    const { session, here, page } = await agreed()
    await joined(session, 'host', 'supporter')
    house.clock.set(there)
    await post(here, 'host')
    const html = await text(page, 'developer')
    const [shown = ''] = /(?<=name="shown" value=")[^"]*/.exec(html) ?? []
    const [host, supporter] = await house.act('developer', (act) => signupsOf(act, session.id))
    expect(shown).toBe(host?.id)
    await post(`${page}/attendance`, 'developer', { came: [supporter?.id ?? ''], shown })
    expect(await attendedOf(session)).toEqual([false, true])
  })

  test('does not undo what was said after it was opened', async () => {
    const { session, here, page } = await agreed()
    await joined(session, 'host', 'supporter')
    house.clock.set(there)
    const [, supporter] = await house.act('developer', (act) => signupsOf(act, session.id))
    await post(here, 'host')
    await post(`${page}/attendance`, 'developer', { came: [supporter?.id ?? ''], shown: '' })
    expect(await attendedOf(session)).toEqual([true, true])
  })
})

describe('the sheet for the wall', () => {
  test('is for those who hold trainings, names nobody, and leads to the page', async () => {
    const { session, here, code, page } = await agreed()
    await joined(session, 'host')
    for (const as of ['host', 'supporter', 'coordinator'] as const)
      expect((await house.request(`${page}/poster`, { as })).status).toBe(404)
    expect(await text(page, 'host')).not.toContain('/poster')
    expect(await text(page, 'developer')).toContain(`${page}/poster`)
    const html = await text(`${page}/poster`, 'developer')
    const main = html.slice(html.indexOf('<main'))
    for (const part of [`localhost:3000/here/<wbr/>${code}`, 'class="qr"', '9.00–15.30', 'Piirid'])
      expect(main).toContain(part)
    for (const { name } of Object.values(house.organisation.accounts)) expect(main).not.toContain(name)
    expect(here).toBe(`/here/${code}`)
  })

  test('is gone when the day is over or cancelled', async () => {
    const { session, page } = await agreed()
    house.clock.set('2026-12-14T13:30:00Z')
    expect((await house.request(`${page}/poster`, { as: 'developer' })).status).toBe(404)
    house.clock.set(there)
    expect((await house.request(`${page}/poster`, { as: 'developer' })).status).toBe(200)
    await house.act('lead', (act) => cancelSession(act, session.id))
    expect((await house.request(`${page}/poster`, { as: 'developer' })).status).toBe(404)
  })
})

test('whoever was there does not withdraw any more', async () => {
  const { session, here, page } = await agreed()
  await joined(session, 'host')
  house.clock.set(there)
  await post(here, 'host')
  expect((await post(`${page}/withdraw`, 'host')).status).toBe(303)
  expect(await attendedOf(session)).toEqual([true])
})

test('a day on which somebody was there has been held a quarter of an hour before its end, and one of which nobody knows has not', async () => {
  const one = await agreed()
  const unknown = await agreed()
  const cancelled = await agreed()
  await joined(one.session, 'host')
  await joined(unknown.session, 'host')
  await joined(cancelled.session, 'host')
  house.clock.set(there)
  await post(one.here, 'host')
  await post(cancelled.here, 'host')
  await house.act('lead', (act) => cancelSession(act, cancelled.session.id))
  const states = async (moment: string) => {
    house.clock.set(moment)
    await attendanceJob.run(house.ground, { id: house.organisation.id, timeZone: zone })
    const all = await withActor(house.ground, systemOf(house.organisation.id, zone), (act) => sessionsOf(act))
    return [one, unknown, cancelled].map(({ session }) => all.find(({ id }) => id === session.id)?.state)
  }
  expect(await states('2026-12-14T11:14:59Z')).toEqual(['planned', 'planned', 'cancelled'])
  expect(await states('2026-12-14T11:15:00Z')).toEqual(['held', 'planned', 'cancelled'])
  expect(await text(one.page, 'host')).toContain('name="useful"')
  expect(await text(one.page, 'developer')).toContain(trainingWords('et').came(1, 1))
})
