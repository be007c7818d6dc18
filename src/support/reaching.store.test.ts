/** The search for somebody who is silent, and what goes up to the lead, over a real database and its pages. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import { grantSight } from '../people/sight.store.ts'
import type { Role } from '../platform/actor.ts'
import { day } from '../platform/day.ts'
import { supportRoom } from './room.ts'
import { supportDay } from './support.day.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { watchTasks } from '../tasks/watch.store.ts'
import { answerCheckin } from './checkin.store.ts'
import { recordContact, withdrawContact } from './contact.store.ts'
import { catchUp } from './daily.store.ts'
import { endPathway, pausePathway, resumePathway } from './pathway.store.ts'
import { searchOn } from './reaching.store.ts'
import { supportContent } from './support.content.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ rooms: [supportRoom] })
})
afterAll(() => house.close())

const on = (date: string, time = '08:00') => house.clock.set(`${date}T${time}:00Z`)
const daily = () => house.act('system', (act) => catchUp(act, supportContent().pathways))
const search = () => house.act('system', (act) => searchOn(act))
const watchNow = (away: Parameters<typeof watchTasks>[1] = new Map()) =>
  house.act('system', (act) => watchTasks(act, away))

/** Somebody whose first check-in went by: silent from Wednesday 18 November on. */
async function silentOne() {
  on('2026-11-08')
  const person = await putOneOnPath(house, { leftOn: '2026-11-08', firstContactOn: '2026-12-04' })
  on('2026-11-18')
  await daily()
  return person
}

const silenceOf = (personId: string) =>
  house.act('system', async (act) => {
    const [task] = await listOpenTasks(act, { personId, kinds: ['silence'] })
    return task ? { step: task.step, dueOn: task.dueOn.toString(), since: task.since.toString() } : null
  })

async function tryInVain(personId: string, as: Role = 'coordinator') {
  const said = await house.act(as, (act) =>
    recordContact(act, { personId, onDay: act.today, way: 'call', reached: false, what: null }),
  )
  expect(said).not.toBe(null)
  await search()
}

const dayOf = (as: Role) => house.act(as, (act) => supportDay(act, 'et'))

describe('the search for somebody who is silent', () => {
  test('goes from the coordinator to the supporter, the lead and at last to every quarter', async () => {
    const { id, code } = await silentOne()
    const { supporter } = house.organisation.accounts
    await house.act('coordinator', (act) =>
      grantSight(act, {
        personId: id,
        accountId: supporter.id,
        role: 'supporter',
        categories: ['path', 'identity', 'notes'],
        reason: 'supporter',
      }),
    )
    const began = (await silenceOf(id))?.since
    on('2026-11-18', '09:00')
    await tryInVain(id)
    expect(await silenceOf(id)).toEqual({ step: null, dueOn: '2026-11-19', since: began })
    on('2026-11-19', '09:00')
    await tryInVain(id)
    on('2026-11-20', '09:00')
    const tapped = await house.request(`/people/${code}/contact`, {
      as: 'coordinator',
      form: { way: 'call', reached: 'no' },
    })
    expect(tapped.status).toBe(303)
    // By the page itself, without waiting for the job.
    expect(await silenceOf(id)).toEqual({ step: 'supporter', dueOn: '2026-11-20', since: began })
    const [item] = await dayOf('supporter')
    expect(item?.text).toContain('Palun proovi sina')
    on('2026-11-20', '15:00')
    await tryInVain(id, 'supporter')
    // Nobody was named to be asked: it is the lead's turn.
    expect((await silenceOf(id))?.step).toBe('lead')
    const raised = await dayOf('lead')
    expect(raised.find(({ personId }) => personId === id)).toMatchObject({ group: 'raised' })
    on('2027-02-01')
    await search()
    expect((await silenceOf(id))?.step).toBe('lead')
    await tryInVain(id, 'lead')
    on('2027-02-02', '10:00')
    await tryInVain(id, 'lead')
    on('2027-02-02', '11:00')
    await search()
    expect(await silenceOf(id)).toEqual({ step: 'lost', dueOn: '2027-05-02', since: began })
    // Nobody is bothered in between, and nobody is forgotten.
    expect((await dayOf('coordinator')).filter(({ personId }) => personId === id)).toEqual([])
    on('2027-05-02', '10:00')
    expect((await dayOf('coordinator')).filter(({ personId }) => personId === id)).toHaveLength(1)
    await tryInVain(id)
    expect((await silenceOf(id))?.dueOn).toBe('2027-08-02')
  })

  test('is over with a sign of life, wherever it was', async () => {
    const { id } = await silentOne()
    for (const hour of ['09:00', '10:00', '11:00']) {
      on('2026-11-18', hour)
      await tryInVain(id)
    }
    expect((await silenceOf(id))?.step).toBe('lead')
    on('2026-11-25')
    await house.act('coordinator', (act) =>
      answerCheckin(act, {
        personId: id,
        dueOn: null,
        way: 'telephone',
        answers: {
          wellbeing: 6, confidence: 6, callMe: false, words: null,
          use: null, craving: null, riskySituation: null, support: null, work: null, housing: null,
        },
      }),
    ) // prettier-ignore
    expect(await silenceOf(id)).toBe(null)
  })

  test('closes no path, however long', async () => {
    const { id } = await silentOne()
    on('2031-11-18')
    await daily()
    await search()
    expect((await silenceOf(id))?.step).toBe(null)
    const ended = await house.act('coordinator', (act) => endPathway(act, id, 'Kolis välismaale.'))
    expect(ended).toBe(true)
    expect(await silenceOf(id)).toBe(null)
  })
})

describe('a try for what is not silence', () => {
  test('is made again three working days later, and at once where the tap was a mistake', async () => {
    on('2026-11-23')
    const { id: personId } = await putOneOnPath(house, {
      leftOn: '2026-11-08',
      firstContactOn: '2026-11-23',
      agreed: false,
    })
    const asks = () =>
      house.act('system', async (act) =>
        (await listOpenTasks(act, { personId, kinds: ['ask'] })).map(({ dueOn }) => dueOn.toString()),
      )
    expect(await asks()).toEqual(['2026-11-23'])
    const tried = await house.act('coordinator', (act) =>
      recordContact(act, { personId, onDay: act.today, way: 'call', reached: false, what: null }),
    )
    expect(await asks()).toEqual(['2026-11-26'])
    await house.act('coordinator', (act) => withdrawContact(act, personId, tried?.id ?? ''))
    expect(await asks()).toEqual(['2026-11-23'])
  })

  test('leaves where it is what was agreed for a later day', async () => {
    on('2026-11-23')
    const { id: personId } = await putOneOnPath(house, {
      leftOn: '2026-11-08',
      firstContactOn: '2026-12-04',
      agreed: false,
    })
    await tryInVain(personId)
    const [ask] = await house.act('system', (act) => listOpenTasks(act, { personId, kinds: ['ask'] }))
    expect(ask?.dueOn).toEqual(day('2026-12-04'))
  })
})

describe('what waits too long', () => {
  test('goes up to the lead, comes first in her day, and comes down with the next try', async () => {
    const { id } = await silentOne()
    on('2026-11-23')
    await watchNow()
    expect((await dayOf('lead')).find(({ personId }) => personId === id)?.group).toBe('silent')
    on('2026-11-24')
    expect((await watchNow()).limit).toBeGreaterThan(0)
    expect((await dayOf('lead')).find(({ personId }) => personId === id)?.group).toBe('raised')
    expect((await dayOf('coordinator')).find(({ personId }) => personId === id)?.sub).toContain(
      'Juht teab ka',
    )
    expect(await watchNow()).toEqual({ limit: 0, absent: 0, down: 0 })
    on('2026-11-24', '09:00')
    await tryInVain(id)
    expect((await dayOf('lead')).find(({ personId }) => personId === id)?.group).not.toBe('raised')
  })

  test('goes up at once where its owner is away and nobody covers', async () => {
    const { id } = await silentOne()
    on('2026-11-18', '09:00')
    const away = new Map([[house.organisation.accounts.coordinator.id, { substituteId: null }]])
    expect((await watchNow(away)).absent).toBeGreaterThan(0)
    expect((await dayOf('lead')).find(({ personId }) => personId === id)?.sub).toContain('ei ole praegu tööl')
    expect((await watchNow()).down).toBeGreaterThan(0)
  })
})

test('when the years are over and nothing is agreed, people are asked to agree', async () => {
  on('2026-11-23')
  const { id } = await putOneOnPath(house, { leftOn: '2021-11-20', firstContactOn: '2026-11-23' })
  on('2027-01-15')
  await daily()
  const tasks = await house.act('system', (act) => listOpenTasks(act, { personId: id, kinds: ['horizon'] }))
  expect(tasks.map(({ dueOn }) => dueOn.toString())).toEqual([day('2026-12-07').toString()])
})

test('whoever comes back from a pause after the years are over is asked at once, not the morning after', async () => {
  on('2026-11-23')
  const { id } = await putOneOnPath(house, { leftOn: '2021-11-20', firstContactOn: '2026-11-23' })
  on('2027-01-15')
  await daily()
  const waiting = () => house.act('system', (act) => listOpenTasks(act, { personId: id, kinds: ['horizon'] }))
  await house.act('coordinator', (act) => pausePathway(act, id, { until: null, by: 'person' }))
  expect(await waiting()).toEqual([])
  on('2027-03-01')
  await house.act('coordinator', (act) => resumePathway(act, id))
  expect((await waiting()).map(({ dueOn }) => dueOn.toString())).toEqual(['2027-03-01'])
})
