/** What those who came say of a training: asked in its time, told as numbers, and never of fewer than five. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { day } from '../platform/day.ts'
import { noteAttendance } from './attendance.store.ts'
import { askingOn, counted, type Evaluation } from './evaluation.ts'
import { giveEvaluation, countedOf } from './evaluation.store.ts'
import { learningRoom } from './room.ts'
import { addSession, addTraining, sessionsOf, signUp, signupsOf } from './training.store.ts'

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

describe('what is told', () => {
  const ids = Array.from({ length: 8 }, (_, n) => `s${n}`)
  const signups = ids.map((id) => ({ id, attended: id !== 's7' }))
  const said = (signupId: string, asked: Evaluation['asked'], confidence: number): Evaluation => ({
    signupId,
    asked,
    confidence: asked === 'months-3' ? null : confidence,
    useful: asked === 'after' ? 4 : null,
    used: asked === 'months-3' ? 'sometimes' : null,
  })

  const closed = () => false

  test('is no figure while answers still come, so that no two looks tell what the one between them said', () => {
    const all = ids.flatMap((id) => [said(id, 'before', 4), said(id, 'after', 7)])
    const { each, pairs } = counted(signups, all, () => true)
    expect(each.map(({ useful }) => useful)).toEqual([null, null])
    expect(pairs).toEqual({ pairs: 7, before: null, after: null })
    expect(counted(signups, all, closed).pairs).toEqual({ pairs: 7, before: 4, after: 7 })
  })

  test('is no figure of four, and the number and the rate all the same', () => {
    const four = ids.slice(0, 4).map((id) => said(id, 'after', 10))
    expect(counted(signups, four, closed).each).toEqual([
      { asking: 'after', said: 4, of: 7, isOpen: false, useful: null, used: null },
    ])
  })

  test('compares before and after of the same people only, who were there', () => {
    const all = [
      ...ids.slice(0, 6).map((id) => said(id, 'before', 4)),
      // Said only one of the two, or was not there: no part of the pairs.
      said('s7', 'before', 0),
      said('s7', 'after', 0),
      said('s6', 'after', 0),
      ...ids.slice(0, 5).map((id) => said(id, 'after', 7)),
    ]
    expect(counted(signups, all, closed).pairs).toEqual({ pairs: 5, before: 4, after: 7 })
    const fewer = all.filter(({ signupId }) => signupId !== 's0')
    expect(counted(signups, fewer, closed).pairs).toEqual({ pairs: 4, before: null, after: null })
  })
})

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
      const id = await addTraining(act, {
        title: 'Piirid',
        forWhom: 'communities',
        programme: 'Räägime piiridest.',
        materials: '',
        versionIds: [],
      })
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
      expect(await giveEvaluation(act, session, { confidence: 1, useful: 1, used: null })).toBe(false)
      const { each } = await countedOf(act, session)
      expect(each.map(({ said, of }) => [said, of])).toEqual([[5, 6]])
    })
    const again = await house.request(`${path}/say`, { as: 'host', form: {} })
    expect(again.status).toBe(303)
    house.clock.set('2026-12-24T08:00:00Z')
    expect(await (await house.request(path, { as: 'host' })).text()).toContain('4,0')
  })
})
