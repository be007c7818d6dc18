import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import { consentsOf } from '../people/consent.store.ts'
import { giveAccount } from '../people/person.store.ts'
import { day } from '../platform/day.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { checkinsOf, openCheckins } from './checkin.store.ts'
import { openCheckup } from './checkup.store.ts'
import { catchUp } from './daily.store.ts'
import { changesOf } from './pathway-change.store.ts'
import {
  changeRhythm,
  endPathway,
  pathwayOf,
  pausePathway,
  resumePathway,
  sayNo,
  sayYes,
} from './pathway.store.ts'
import { supportContent } from './support.content.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
// A Monday.
beforeEach(() => house.clock.set('2026-11-23T08:00:00Z'))

const on = (date: string) => house.clock.set(`${date}T08:00:00Z`)
const run = () => house.act('system', (act) => catchUp(act, supportContent().pathways))

async function standing(personId: string) {
  return house.act('coordinator', async (act) => ({
    state: (await pathwayOf(act, personId))?.state,
    tasks: (await listOpenTasks(act, { personId })).map(({ kind, dueOn }) => `${kind} ${dueOn}`),
    checkup: (await openCheckup(act, personId))?.dueOn.toString() ?? null,
    checkins: (await checkinsOf(act, personId)).map(({ dueOn, state }) => `${dueOn} ${state}`),
  }))
}

describe('somebody on a list', () => {
  test('who has not said yes waits to be asked, and gets no check-in however long it takes', async () => {
    const { id } = await putOneOnPath(house, {
      leftOn: '2026-10-23',
      agreed: false,
      firstContactOn: '2026-12-04',
    })
    on('2027-03-01')
    await run()
    expect(await standing(id)).toEqual({
      state: 'to-be-asked',
      tasks: ['ask 2026-12-04'],
      checkup: null,
      checkins: [],
    })
    expect(await house.act('coordinator', (act) => openCheckins(act, id))).toEqual([])
  })

  test('who had said yes before gets a first check-up on the day of first contact, and check-ins from today on', async () => {
    const { id } = await putOneOnPath(house, { leftOn: '2026-10-26', firstContactOn: '2026-11-27' })
    expect(await standing(id)).toEqual({
      state: 'active',
      tasks: ['checkup 2026-11-27'],
      checkup: '2026-11-27',
      checkins: ['2026-11-23 open'],
    })
    const consents = await house.act('coordinator', (act) => consentsOf(act, id))
    expect(consents).toEqual([
      { purpose: 'continuing-support', state: 'given', onDay: day('2026-11-23'), how: 'suuliselt' },
    ])
  })
})

describe('the answer to the question', () => {
  test('yes begins the support: the task is done, the consent is written, a check-up is due', async () => {
    const { id } = await putOneOnPath(house, { leftOn: '2024-05-06', agreed: false })
    on('2026-11-25')
    const word = { on: day('2026-11-24'), how: 'telefonis' }
    expect(await house.act('coordinator', (act) => sayYes(act, id, word))).toBe(true)
    expect(await standing(id)).toEqual({
      state: 'active',
      tasks: ['checkup 2026-11-25'],
      checkup: '2026-11-25',
      checkins: [],
    })
    const [consent] = await house.act('coordinator', (act) => consentsOf(act, id))
    expect(consent).toEqual({ purpose: 'continuing-support', state: 'given', onDay: word.on, how: word.how })
    expect(await house.act('coordinator', (act) => sayYes(act, id, word))).toBe(false)
  })

  test('yes of somebody who left last week lets the pathway say the first day', async () => {
    const { id } = await putOneOnPath(house, { leftOn: '2026-11-16', agreed: false })
    await house.act('coordinator', (act) => sayYes(act, id, { on: act.today, how: 'telefonis' }))
    expect((await standing(id)).checkup).toBe('2026-12-16')
  })

  test('no ends it without a trace of a chase, and a yes later on is possible', async () => {
    const { id } = await putOneOnPath(house, { leftOn: '2026-10-23', agreed: false })
    expect(await house.act('coordinator', (act) => sayNo(act, id, { on: act.today, how: 'telefonis' }))).toBe(
      true,
    )
    expect(await standing(id)).toEqual({ state: 'ended', tasks: [], checkup: null, checkins: [] })
    on('2026-12-01')
    expect(
      await house.act('coordinator', (act) => sayYes(act, id, { on: act.today, how: 'telefonis' })),
    ).toBe(true)
    const { state, checkup } = await standing(id)
    expect({ state, checkup }).toEqual({ state: 'active', checkup: '2026-12-01' })
  })
})

describe('a pause', () => {
  test('lets nothing become due or missed, and ends by itself on its day', async () => {
    const { id } = await putOneOnPath(house, { leftOn: '2026-10-26', firstContactOn: '2026-11-26' })
    await run()
    house.clock.set('2026-11-23T09:00:00Z')
    const until = day('2026-12-10')
    expect(await house.act('coordinator', (act) => pausePathway(act, id, { until, by: 'person' }))).toBe(true)
    expect((await standing(id)).tasks).toEqual([])
    on('2026-12-09')
    await run()
    expect(await standing(id)).toEqual({
      state: 'paused',
      tasks: [],
      checkup: '2026-11-26',
      checkins: ['2026-11-23 cancelled'],
    })
    on('2026-12-10')
    await run()
    expect(await standing(id)).toEqual({
      state: 'active',
      tasks: ['checkup 2026-12-10'],
      checkup: '2026-12-10',
      checkins: ['2026-11-23 cancelled'],
    })
    on('2026-12-14')
    await run()
    expect((await standing(id)).checkins[0]).toBe('2026-12-14 open')
    const changes = await house.act('coordinator', (act) => changesOf(act, id))
    expect(changes.map(({ what, wishedBy, until }) => [what, wishedBy, until?.toString() ?? null])).toEqual([
      ['resumed', null, null],
      ['paused', 'person', '2026-12-10'],
      ['entered', null, null],
    ])
  })

  test('without an end lasts until somebody ends it; what fell into it is due on that day', async () => {
    const { id } = await putOneOnPath(house, { leftOn: '2026-10-26', firstContactOn: '2026-11-26' })
    house.clock.set('2026-11-23T09:00:00Z')
    await house.act('coordinator', (act) =>
      pausePathway(act, id, { until: null, by: 'staff', reason: 'Haiglas.' }),
    )
    on('2027-02-01')
    await run()
    expect((await standing(id)).state).toBe('paused')
    expect(await house.act('coordinator', (act) => resumePathway(act, id))).toBe(true)
    const { checkup, tasks, checkins } = await standing(id)
    expect({ checkup, tasks, checkins }).toEqual({
      checkup: '2027-02-01',
      tasks: ['checkup 2027-02-01'],
      checkins: ['2027-02-01 open'],
    })
    const [, paused] = await house.act('coordinator', (act) => changesOf(act, id))
    expect(paused?.reason).toBe('Haiglas.')
  })

  test('leaves a check-up that was still to come on its day, and gives it its place in the week again', async () => {
    const { id } = await putOneOnPath(house, { leftOn: '2026-10-26', firstContactOn: '2026-11-30' })
    await house.act('coordinator', (act) => pausePathway(act, id, { until: null, by: 'staff' }))
    on('2026-11-25')
    await house.act('coordinator', (act) => resumePathway(act, id))
    const { checkup, tasks } = await standing(id)
    expect({ checkup, tasks }).toEqual({ checkup: '2026-11-30', tasks: ['checkup 2026-11-30'] })
  })

  test('cannot end before tomorrow', async () => {
    const { id } = await putOneOnPath(house)
    const pause = house.act('coordinator', (act) => pausePathway(act, id, { until: act.today, by: 'staff' }))
    await expect(pause).rejects.toThrow(RangeError)
  })

  test('is the person’s own to take, to end, and to stop for good; their consent ends with the support', async () => {
    const { id } = await putOneOnPath(house)
    await house.act('coordinator', (act) => giveAccount(act, id, house.organisation.accounts.participant.id))
    house.clock.set('2026-11-23T09:00:00Z')
    const own = <T>(work: Parameters<typeof house.act<T>>[1]) => house.act('participant', work)
    expect(await own((act) => pausePathway(act, id, { until: null, by: 'person' }))).toBe(true)
    expect(await own((act) => resumePathway(act, id))).toBe(true)
    expect(await own((act) => changeRhythm(act, id, 'monthly'))).toBe(true)
    expect(await own((act) => endPathway(act, id, 'Saan ise hakkama.'))).toBe(true)
    expect(await standing(id)).toEqual({ state: 'ended', tasks: [], checkup: null, checkins: [] })
    const [consent] = await own((act) => consentsOf(act, id))
    expect(consent?.state).toBe('withdrawn')
    expect(await own((act) => sayYes(act, id, { on: act.today, how: 'self' }))).toBe(true)
    expect((await standing(id)).state).toBe('active')
  })

  test('is nobody else’s: another organisation, another role and a stranger change nothing', async () => {
    const { id } = await putOneOnPath(house)
    const stranger = house.other.accounts.coordinator
    for (const as of [stranger, 'developer', 'host', 'officer', 'admin', 'supporter'] as const) {
      expect(await house.act(as, (act) => pausePathway(act, id, { until: null, by: 'staff' }))).toBe(false)
      expect(await house.act(as, (act) => pathwayOf(act, id))).toBeNull()
    }
    expect((await standing(id)).state).toBe('active')
  })
})

describe('the rhythm', () => {
  test('is changed from tomorrow on; what is due today stays due', async () => {
    const { id } = await putOneOnPath(house, { leftOn: '2026-10-26' })
    expect(await house.act('coordinator', (act) => changeRhythm(act, id, 'monthly'))).toBe(true)
    on('2026-12-28')
    await run()
    expect((await standing(id)).checkins).toEqual([
      '2026-12-26 open',
      '2026-11-26 missed',
      '2026-11-23 missed',
    ])
    expect(await house.act('coordinator', async (act) => (await pathwayOf(act, id))?.rhythm)).toBe('monthly')
  })

  test('none calls off what is open, and nothing more comes', async () => {
    const { id } = await putOneOnPath(house, { leftOn: '2026-10-26' })
    await house.act('coordinator', (act) => changeRhythm(act, id, 'none'))
    on('2027-01-28')
    await run()
    expect((await standing(id)).checkins).toEqual(['2026-11-23 cancelled'])
  })
})
