import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import { giveAccount } from '../people/person.store.ts'
import { day } from '../platform/day.ts'
import { openCheckup, recordCheckup } from './checkup.store.ts'
import { catchUp } from './daily.store.ts'
import { changesOf } from './pathway-change.store.ts'
import { choosePathway, pathwayOptions } from './pathway-choice.store.ts'
import { endPathway, pathwayOf } from './pathway.store.ts'
import { supportContent } from './support.content.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-01-10T08:00:00Z'))

const on = (date: string) => house.clock.set(`${date}T08:00:00Z`)
const run = () => house.act('system', (act) => catchUp(act, supportContent().pathways))
const choose = (personId: string, key: string) =>
  house.act('coordinator', (act) => choosePathway(act, personId, key))
const nextOf = async (personId: string) =>
  (await house.act('coordinator', (act) => openCheckup(act, personId)))?.dueOn.toString() ?? null
const offered = async (personId: string) =>
  Object.fromEntries(
    (await house.act('coordinator', (act) => pathwayOptions(act, personId))).map((option) => [
      option.pathway.key,
      option.nextOn?.toString() ?? null,
    ]),
  )

const well = { weeklyUse: false, symptoms: false, wantsHelp: false }
/** Held without need on this day, after the daily run. */
async function held(personId: string, date: string, next?: { nextOn: string; nextReason: string }) {
  on(date)
  await run()
  const result = await house.act('coordinator', (act) =>
    recordCheckup(act, {
      personId,
      checkupId: null,
      heldOn: day(date),
      way: 'call',
      need: well,
      funnel: { reached: true, agreed: null, arrived: null, stayed14Days: null },
      help: ['talk'],
      notes: null,
      ...(next && { nextOn: day(next.nextOn), nextReason: next.nextReason }),
    }),
  )
  expect(result.problem).toBe(null)
}

/** Left on 10 November 2025; talks on 10 January and 10 February 2026, both without need. */
async function somebodyWell(next?: { nextOn: string; nextReason: string }) {
  house.clock.set('2026-01-10T08:00:00Z')
  const { id } = await putOneOnPath(house, { leftOn: '2025-11-10' })
  await held(id, '2026-01-10')
  await held(id, '2026-02-10', next)
  on('2026-02-20')
  return id
}

test('another schedule puts the next check-up where it was said to be, and the former one brings it back', async () => {
  const id = await somebodyWell()
  expect(await nextOf(id)).toBe('2026-04-10')
  expect(await offered(id)).toEqual({ adaptive: '2026-04-10', fixed: '2026-05-10' })
  expect(await choose(id, 'fixed')).toBe(true)
  expect(await nextOf(id)).toBe('2026-05-10')
  expect((await house.act('coordinator', (act) => pathwayOf(act, id)))?.pathway).toBe('fixed')
  expect(await choose(id, 'adaptive')).toBe(true)
  expect(await nextOf(id)).toBe('2026-04-10')
  const changes = await house.act('coordinator', (act) => changesOf(act, id))
  expect(changes.slice(0, 2).map(({ what, pathway, wishedBy }) => [what, pathway, wishedBy])).toEqual(
    expect.arrayContaining([
      ['pathway', 'adaptive', 'staff'],
      ['pathway', 'fixed', 'staff'],
    ]),
  )
})

test('a day that people agreed on, and one that is due already, stay', async () => {
  const agreed = await somebodyWell({ nextOn: '2026-03-02', nextReason: 'Tema palus varem.' })
  expect(await offered(agreed)).toEqual({ adaptive: '2026-03-02', fixed: '2026-03-02' })
  await choose(agreed, 'fixed')
  expect(await nextOf(agreed)).toBe('2026-03-02')
  const due = await somebodyWell()
  on('2026-04-12')
  await run()
  await choose(due, 'fixed')
  expect(await nextOf(due)).toBe('2026-04-10')
})

test('before the yes the schedule is chosen and no day is promised; after the end nothing is', async () => {
  const { id } = await putOneOnPath(house, { agreed: false })
  expect(await offered(id)).toEqual({ adaptive: null, fixed: null })
  expect(await choose(id, 'fixed')).toBe(true)
  expect(await nextOf(id)).toBe(null)
  await house.act('coordinator', (act) => endPathway(act, id, 'Kolis ära.'))
  expect(await offered(id)).toEqual({})
  expect(await choose(id, 'adaptive')).toBe(false)
})

test('the same again changes nothing, and what nobody has written is no schedule', async () => {
  const id = await somebodyWell()
  expect(await choose(id, 'adaptive')).toBe(true)
  expect(await choose(id, 'daily')).toBe(false)
  const changes = await house.act('coordinator', (act) => changesOf(act, id))
  expect(changes.map(({ what }) => what)).not.toContain('pathway')
})

test('is agreed with those who keep it: neither the person nor a job changes it', async () => {
  const { id } = await putOneOnPath(house)
  const account = house.organisation.accounts.participant
  await house.act('coordinator', (act) => giveAccount(act, id, account.id))
  expect(await house.act('participant', (act) => choosePathway(act, id, 'fixed'))).toBe(false)
  expect(await house.act('system', (act) => choosePathway(act, id, 'fixed'))).toBe(false)
})
