/** What those who came say of a training: asked in its time, told as numbers, and never of fewer than five. */
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { day } from '../platform/day.ts'
import { noteAttendance } from './attendance.store.ts'
import { askingOn, counted, toldCount, toldMean, type Evaluation } from './evaluation.ts'
import { askedOf, countedOf, giveEvaluation } from './evaluation.store.ts'
import { takeUpMethod, versionsOf } from './method.store.ts'
import { learningRoom } from './room.ts'
import { addSession, addTraining, changeTraining, sessionsOf, signUp, signupsOf } from './training.store.ts'
import type { NewTraining, TrainingSession } from './training.ts'

describe('what is asked', () => {
  const came = { withdrawnAt: null, attended: true }
  const held = { state: 'held', onDay: day('2026-01-10') } as const

  test.each([
    ['2026-01-10', 'after'],
    ['2026-02-09', 'after'],
    ['2026-02-10', null],
    ['2026-04-10', 'months-3'],
    ['2026-06-10', null],
    ['2026-07-09', 'months-9'],
    ['2027-01-10', 'months-9'],
    ['2027-01-11', null],
  ])('on %s of those who were there on 10 January: %s', (today, asking) => {
    expect(askingOn(day(today), held, came)).toBe(asking)
  })

  test('is nothing of those who were not there, or of a day that was cancelled', () => {
    for (const attended of [false, null])
      expect(askingOn(day('2026-01-11'), held, { ...came, attended })).toBeNull()
    expect(askingOn(day('2026-01-09'), { ...held, state: 'cancelled' }, came)).toBeNull()
    const planned = { ...held, state: 'planned' } as const
    expect(askingOn(day('2026-01-09'), planned, { ...came, attended: null })).toBe('before')
  })
})

const ids = Array.from({ length: 8 }, (_, n) => `s${n}`)
const signups = ids.map((id) => ({ id, attended: id !== 's7' }))
const closed = () => false
const said = (signupId: string, asked: Evaluation['asked'], given: Partial<Evaluation> = {}): Evaluation => ({
  signupId,
  asked,
  confidence: null,
  useful: asked === 'after' ? 4 : null,
  used: asked === 'months-3' ? 'sometimes' : null,
  methods: [],
  ...given,
})
const sure = (signupId: string, asked: 'before' | 'after', confidence: number) =>
  said(signupId, asked, { confidence })
const exactly = (value: number) => ({ value, bound: 'exactly' })

describe('what is told', () => {
  test('is no figure while answers still come, so that no two looks tell what the one between them said', () => {
    const all = ids.slice(0, 7).flatMap((id) => [sure(id, 'before', 4), sure(id, 'after', 7)])
    const { each, pairs } = counted(signups, all, () => true)
    expect(each.map(({ useful }) => useful)).toEqual([null, null])
    expect(pairs).toEqual({ pairs: 7, before: null, after: null })
    expect(counted(signups, all, closed).pairs).toEqual({ pairs: 7, before: exactly(4), after: exactly(7) })
  })

  test('is no figure of four, and the number and the rate all the same', () => {
    const four = ids.slice(0, 4).map((id) => sure(id, 'after', 10))
    expect(counted(signups, four, closed).each).toEqual([
      { asking: 'after', said: 4, of: 7, isOpen: false, useful: null, used: null },
    ])
  })

  test('compares before and after of the same people only', () => {
    const all = [
      ...ids.slice(0, 6).map((id) => sure(id, 'before', 4)),
      // Said only one of the two: no part of the pairs.
      sure('s7', 'before', 0),
      sure('s6', 'after', 0),
      ...ids.slice(0, 5).map((id) => sure(id, 'after', 7)),
    ]
    expect(counted(signups, all, closed).pairs).toEqual({ pairs: 5, before: exactly(4), after: exactly(7) })
    const fewer = all.filter(({ signupId }) => signupId !== 's0')
    expect(counted(signups, fewer, closed).pairs).toEqual({ pairs: 4, before: null, after: null })
  })

  test('stays as it was when the list of who was there is corrected afterwards', () => {
    const all = ids.slice(0, 6).flatMap((id, n) => [sure(id, 'before', n), sure(id, 'after', 4 + n)])
    const before = counted(signups, all, closed)
    const without = signups.map((one) => (one.id === 's0' ? { ...one, attended: false } : one))
    const after = counted(without, all, closed)
    expect(after.pairs).toEqual(before.pairs)
    expect(after.each.map(({ useful }) => useful)).toEqual(before.each.map(({ useful }) => useful))
    // Whoever answered as somebody who was there is never more than all.
    expect(after.each.every(({ said, of }) => said <= of)).toBe(true)
  })
})

describe('a figure at the end of its scale', () => {
  const used = (yes: number, of: number) =>
    counted(
      signups,
      ids.slice(0, of).map((id, n) => said(id, 'months-3', { used: n < yes ? 'often' : 'not-yet' })),
      closed,
    ).each[0]?.used

  test('does not tell whether all, or none, have used it: each one’s answer would be known', () => {
    expect(used(5, 5)).toEqual({ value: 4, bound: 'at-least' })
    expect(used(0, 5)).toEqual({ value: 1, bound: 'at-most' })
    // The same of all but one: what is not told would otherwise say that it is all.
    expect(used(4, 5)).toEqual(used(5, 5))
    expect(used(1, 5)).toEqual(used(0, 5))
    expect(used(3, 5)).toEqual(exactly(3))
    expect(used(2, 4)).toBeNull()
  })

  test('does not tell that everybody chose the first or the last number', () => {
    const mean = (...all: number[]) => toldMean(all, { least: 0, most: 10 })
    expect(mean(10, 10, 10, 10, 10)).toEqual({ value: 9.8, bound: 'at-least' })
    expect(mean(10, 10, 10, 10, 9)).toEqual(mean(10, 10, 10, 10, 10))
    expect(mean(0, 0, 0, 0, 0)).toEqual({ value: 0.2, bound: 'at-most' })
    expect(mean(10, 10, 10, 9, 9)).toEqual(exactly(9.6))
    expect(mean(10, 10, 10, 10)).toBeNull()
  })

  test('can be had from more than one list of answers, so that nobody’s answer follows from it', () => {
    const count = fc.integer({ min: 5, max: 40 })
    fc.assert(
      fc.property(count, fc.nat(), (of, some) => {
        const told = toldCount(some % (of + 1), of)
        const alike = Array.from({ length: of + 1 }, (_, n) => n).filter(
          (n) => JSON.stringify(toldCount(n, of)) === JSON.stringify(told),
        )
        // Not all and not none, or more than one count.
        expect(alike.length > 1 || (alike[0] !== 0 && alike[0] !== of)).toBe(true)
      }),
    )
  })
})

describe('how sure one is of each method', () => {
  const of = (signupId: string, asked: 'before' | 'after', methods: Record<string, number>) =>
    said(signupId, asked, {
      methods: Object.entries(methods).map(([versionId, confidence]) => ({ versionId, confidence })),
    })

  test('is told for each of them, of those who said it before and after', () => {
    const all = ids
      .slice(0, 6)
      .flatMap((id) => [
        of(id, 'before', { a: 3, b: 5 }),
        of(id, 'after', id === 's0' ? { a: 7 } : { a: 7, b: 6 }),
      ])
    const { methods, pairs } = counted(signups, all, closed)
    expect(methods).toEqual([
      { versionId: 'a', pairs: 6, before: exactly(3), after: exactly(7) },
      { versionId: 'b', pairs: 5, before: exactly(5), after: exactly(6) },
    ])
    expect(pairs.pairs).toBe(0)
    expect(counted(signups, all, () => true).methods.map(({ before, after }) => [before, after])).toEqual([
      [null, null],
      [null, null],
    ])
  })

  test('is not told of four, and a method that came or went in between has no pairs', () => {
    const all = ids
      .slice(0, 6)
      .flatMap((id, n) => [
        of(id, 'before', n < 4 ? { a: 3, gone: 2 } : { gone: 2 }),
        of(id, 'after', { a: 7, added: 9 }),
      ])
    expect(counted(signups, all, closed).methods).toEqual([
      { versionId: 'a', pairs: 4, before: null, after: null },
    ])
  })

  test('leaves what was said of the whole before methods were asked one by one as it is', () => {
    const all = [
      ...ids.slice(0, 5).flatMap((id) => [sure(id, 'before', 4), sure(id, 'after', 6)]),
      of('s5', 'before', { a: 1 }),
      of('s5', 'after', { a: 2 }),
    ]
    const { pairs, methods } = counted(signups, all, closed)
    expect(pairs).toEqual({ pairs: 5, before: exactly(4), after: exactly(6) })
    expect(methods).toEqual([{ versionId: 'a', pairs: 1, before: null, after: null }])
  })
})

const piirid: NewTraining = {
  title: 'Piirid',
  forWhom: 'communities',
  programme: 'Räägime piiridest.',
  materials: '',
  versionIds: [],
}

describe('an answer', () => {
  let house: House
  let owner: pg.Client
  let path: string
  const coming = ['coordinator', 'supporter', 'host', 'developer', 'lead', 'mobility_lead'] as const
  beforeAll(async () => {
    house = await openHouse({ rooms: [learningRoom] })
    owner = new pg.Client(house.database.connection)
    await owner.connect()
    const [session] = await house.act('developer', async (act) => {
      const id = await addTraining(act, piirid)
      const onDay = act.today
      await addSession(act, id, { onDay, fromTime: '17:00', untilTime: '19:00', place: 'Maja', seats: null })
      return sessionsOf(act, id)
    })
    if (!session) throw new Error('the session is not there')
    path = `/trainings/${session.trainingId}/sessions/${session.id}`
    for (const role of coming) await house.act(role, (act) => signUp(act, session))
    await house.act('developer', async (act) => {
      const signups = await signupsOf(act, session.id)
      await noteAttendance(act, session, new Map(signups.map(({ id }) => [id, true])))
    })
  })
  afterAll(async () => {
    await owner.end()
    await house.close()
  })

  test('that is not complete is not kept, and what was chosen stays', async () => {
    const answer = await house.request(`${path}/say`, { as: 'host', form: { useful: '4', confidence: '11' } })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Vali arv 0 kuni 10')
    expect(html).toMatch(/name="useful" value="4" checked/)
    const { rows } = await owner.query('select 1 from learning.evaluation')
    expect(rows).toEqual([])
  })

  test('is asked for where trainings are read, and by the room on one’s day, until it is given', async () => {
    const asked = 'Ootame sinu vastust koolituse „Piirid“ kohta.'
    expect(await (await house.request('/trainings', { as: 'host' })).text()).toContain(asked)
    const onDay = (as: 'supporter' | 'officer') =>
      house.act(as, async (act) => (await learningRoom.notices?.(act, 'et'))?.map(({ text }) => text))
    expect(await onDay('supporter')).toEqual([asked])
    expect(await onDay('officer')).toEqual([])
  })

  test('is read by nobody else; five are told as numbers, with how many of how many', async () => {
    const html = async (as: (typeof coming)[number]) => (await house.request(path, { as })).text()
    for (const as of coming.slice(0, 4))
      await house.request(`${path}/say`, { as, form: { useful: '4', confidence: '8' } })
    expect(await html('lead')).toContain('4 osalejat 6-st')
    expect(await html('lead')).toContain('vastamine käib veel')
    await house.request(`${path}/say`, { as: 'lead', form: { useful: '4', confidence: '8' } })
    expect(await html('lead')).not.toContain('4,0')
    expect(await html('lead')).not.toContain(`${path}/say`)
    expect(await (await house.request('/trainings', { as: 'lead' })).text()).not.toContain('Ootame')
    await house.act('mobility_lead', async (act) => {
      expect(await act.tx.selectFrom('learning.evaluation').selectAll().execute()).toEqual([])
    })
  })

  test('is given once', async () => {
    await house.act('host', async (act) => {
      const [session] = await sessionsOf(act)
      if (!session) throw new Error('the session is not there')
      expect(await giveEvaluation(act, session, { confidence: 1, useful: 1, used: null, methods: [] })).toBe(
        false,
      )
      const { each } = await countedOf(act, session)
      expect(each.map(({ said, of }) => [said, of])).toEqual([[5, 6]])
    })
    const again = await house.request(`${path}/say`, { as: 'host', form: {} })
    expect(again.status).toBe(303)
    house.clock.set('2026-12-24T08:00:00Z')
    expect(await (await house.request(path, { as: 'host' })).text()).toContain('4,0')
  })

  test('moves no figure when the list of who was there is corrected after its time, and comes no more itself', async () => {
    const html = async () => (await house.request(path, { as: 'lead' })).text()
    expect(await html()).toContain('4,0')
    const id = path.split('/').at(-1) ?? ''
    const { host, mobility_lead: late } = house.organisation.accounts
    await house.act('developer', async (act) => {
      const signups = await signupsOf(act, id)
      await noteAttendance(act, { id }, new Map(signups.map((one) => [one.id, one.accountId !== host.id])))
    })
    expect(await html()).toContain('4,0')
    expect(await html()).toContain('5 osalejat 6-st')
    // Whoever is put on the list afterwards, or was there and kept silent, adds nothing by another way either.
    const say = (asked: 'after' | 'before') =>
      house.act('mobility_lead', async (act) => {
        const signup = (await signupsOf(act, id)).find(({ accountId }) => accountId === late.id)
        await act.tx
          .insertInto('learning.evaluation')
          .values({
            id: crypto.randomUUID(),
            signupId: signup?.id ?? '',
            accountId: late.id,
            organisationId: late.organisationId,
            asked,
            confidence: 0,
            useful: asked === 'after' ? 1 : null,
            used: null,
            saidAt: act.now,
          })
          .execute()
      })
    await expect(say('after')).rejects.toMatchObject({ code: '23514' })
    await expect(say('before')).rejects.toMatchObject({ code: '23514' })
  })
})

describe('of a training that teaches methods', () => {
  let house: House
  const coming = ['coordinator', 'supporter', 'host', 'developer', 'lead'] as const
  let versions: string[]
  let session: TrainingSession
  const path = () => `/trainings/${session.trainingId}/sessions/${session.id}`
  beforeAll(async () => {
    house = await openHouse({ rooms: [learningRoom] })
    await house.act('developer', async (act) => {
      for (const card of ['fi-akilta', 'ee-lootusekyla'])
        await takeUpMethod(act, {
          from: { card, number: 1 },
          origin: 'other',
          originNote: 'Lugesime kaardilt.',
          observationIds: [],
          why: 'Sobib meile.',
        })
      versions = (await versionsOf(act)).map(({ id }) => id)
      const id = await addTraining(act, { ...piirid, versionIds: versions })
      const onDay = act.today
      await addSession(act, id, { onDay, fromTime: '17:00', untilTime: '19:00', place: 'Maja', seats: null })
      const [made] = await sessionsOf(act, id)
      if (!made) throw new Error('the session is not there')
      session = made
    })
    for (const role of coming) await house.act(role, (act) => signUp(act, session))
  })
  afterAll(() => house.close())

  const fields = (...sure: number[]) =>
    Object.fromEntries(versions.map((id, place) => [`confidence-${id}`, String(sure[place])]))
  const said = (as: (typeof coming)[number]) =>
    house.act(as, (act) => act.tx.selectFrom('learning.evaluationMethod').selectAll().execute())

  test('each method is asked about by name, also of those who may not read methods', async () => {
    const html = await (await house.request(path(), { as: 'supporter' })).text()
    for (const id of versions) expect(html).toContain(`name="confidence-${id}"`)
    expect(html).not.toContain('name="confidence"')
    expect(html).toContain('A-gildid')
    const wrong = { ...fields(4, 11) }
    const answer = await house.request(`${path()}/say`, { as: 'supporter', form: wrong })
    expect(answer.status).toBe(422)
    const again = await answer.text()
    expect(again).toContain('Vali arv 0 kuni 10: ')
    expect(again).toMatch(new RegExp(`name="confidence-${versions[0]}" value="4" checked`))
    expect(await said('supporter')).toEqual([])
  })

  test('each answer is its own alone, and the means of pairs are told when the time is over', async () => {
    for (const as of coming)
      expect((await house.request(`${path()}/say`, { as, form: fields(3, 5) })).status).toBe(303)
    for (const as of coming) expect((await said(as)).map((one) => one.confidence).toSorted()).toEqual([3, 5])
    expect(
      await house.act('mobility_lead', (act) =>
        act.tx.selectFrom('learning.evaluationMethod').selectAll().execute(),
      ),
    ).toEqual([])
    await house.act('developer', async (act) => {
      const signups = await signupsOf(act, session.id)
      await noteAttendance(act, session, new Map(signups.map(({ id }) => [id, true])))
    })
    for (const as of coming)
      expect(
        (await house.request(`${path()}/say`, { as, form: { useful: '4', ...fields(7, 10) } })).status,
      ).toBe(303)
    const html = async () => (await house.request(path(), { as: 'supporter' })).text()
    expect(await html()).not.toContain('3,0')
    house.clock.set('2026-12-24T08:00:00Z')
    const text = textOf(await html())
    expect(text).toContain('A-gildid')
    for (const figure of ['3,0', '7,0', '5,0', 'vähemalt 9,8', '5 osalejat 5-st', 'Võrdlusrühma ei ole'])
      expect(text).toContain(figure)
    expect(text).not.toContain('10,0')
  })

  test('of whom it was asked as a whole before, it is asked as a whole afterwards too', async () => {
    house.clock.set('2026-11-23T08:00:00Z')
    const [one] = await house.act('developer', async (act) => {
      const id = await addTraining(act, piirid)
      const onDay = act.today
      await addSession(act, id, { onDay, fromTime: '17:00', untilTime: '19:00', place: 'Maja', seats: null })
      return sessionsOf(act, id)
    })
    if (!one) throw new Error('the session is not there')
    for (const as of ['host', 'lead'] as const) await house.act(as, (act) => signUp(act, one))
    const whole = { confidence: 5, useful: null, used: null, methods: [] }
    expect(await house.act('host', (act) => giveEvaluation(act, one, whole))).toBe(true)
    const held = await house.act('developer', async (act) => {
      await changeTraining(act, one.trainingId, { ...piirid, versionIds: versions })
      const signups = await signupsOf(act, one.id)
      await noteAttendance(act, one, new Map(signups.map(({ id }) => [id, true])))
      return { ...one, state: 'held' as const }
    })
    const asks = (as: 'host' | 'lead') =>
      house.act(as, async (act) => {
        const asked = await askedOf(act, held)
        return [asked?.whole, asked?.versionIds.length]
      })
    expect(await asks('host')).toEqual([true, 2])
    expect(await asks('lead')).toEqual([false, 2])
    // Nothing said is not kept.
    await expect(
      house.act('lead', (act) => giveEvaluation(act, held, { ...whole, useful: 3 })),
    ).rejects.toMatchObject({ code: '23514' })
  })
})
