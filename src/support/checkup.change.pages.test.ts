import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import type { Person } from '../people/person.store.ts'
import { checkupsOf, openCheckup, recordCheckup } from './checkup.store.ts'
import type { CheckupNotes } from './checkup-record.ts'
import { supportRoom } from './room.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ rooms: [supportRoom] })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-23T08:00:00Z'))

const go = (path: string, form?: Record<string, string>) => house.request(path, { as: 'coordinator', form })
const open = (personId: string) => house.act('coordinator', (act) => openCheckup(act, personId))
const held = async (personId: string) =>
  (await house.act('coordinator', (act) => checkupsOf(act, personId))).find(({ heldOn }) => heldOn !== null)

/** Somebody whose check-up was held today, in need, who agreed to help. */
async function afterCheckup(agreed: boolean | null = true): Promise<Person & { at: string }> {
  const person = await putOneOnPath(house, { leftOn: '2026-10-23' })
  await house.act('coordinator', async (act) => {
    const notes: CheckupNotes = {
      heldOn: act.today,
      way: 'meeting',
      funnel: { reached: true, agreed, arrived: null, stayed14Days: null },
      need: { weeklyUse: false, symptoms: true, wantsHelp: true },
      help: ['counselling'],
      notes: 'Lepiti kokku nõustaja.',
    }
    await recordCheckup(act, { personId: person.id, checkupId: null, ...notes })
  })
  return { ...person, at: `/people/${person.code}/checkup/${(await held(person.id))?.id}` }
}

describe('a check-up to come', () => {
  test('is moved for a reason', async () => {
    const { code, id } = await putOneOnPath(house, { leftOn: '2026-10-23' })
    const path = `/people/${code}/checkup/move`
    expect(await (await go(path)).text()).toContain('Praegu: 23. november 2026.')
    const to = { 'to-day': '1', 'to-month': '12', 'to-year': '26' }
    const without = await go(path, to)
    expect(without.status).toBe(422)
    expect(await without.text()).toMatch(/name="to-year" value="26"/)
    expect((await go(path, { ...to, reason: 'Tal on tööots.' })).status).toBe(303)
    expect(await open(id)).toMatchObject({ origin: 'moved', reason: 'Tal on tööots.' })
    expect((await open(id))?.dueOn.toString()).toBe('2026-12-01')
  })

  test('is not moved into the past', async () => {
    const { code, id } = await putOneOnPath(house, { leftOn: '2026-10-23' })
    const form = { 'to-day': '22', 'to-month': '11', 'to-year': '2026', reason: 'Eksitus' }
    const answer = await go(`/people/${code}/checkup/move`, form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Vali hilisem päev')
    expect((await open(id))?.dueOn.toString()).toBe('2026-11-23')
  })
})

describe('a check-up that was held', () => {
  test('is corrected without losing what came of it', async () => {
    const { at, id } = await afterCheckup()
    await go(`${at}/later`, { arrived: 'yes', stayed: 'unknown' })
    const page = await (await go(`${at}/correct`)).text()
    expect(page).toContain('Lepiti kokku nõustaja.')
    expect(page).toMatch(/value="counselling" checked/)
    const form = {
      way: 'video',
      'on-day': '22',
      'on-month': '11',
      'on-year': '2026',
      weeklyUse: 'no',
      symptoms: 'yes',
      wantsHelp: 'yes',
      agreed: 'yes',
      help: 'treatment',
      notes: 'Ravi, mitte nõustaja.',
    }
    expect((await go(`${at}/correct`, form)).status).toBe(303)
    expect((await held(id))?.record).toMatchObject({
      way: 'video',
      help: ['treatment'],
      notes: 'Ravi, mitte nõustaja.',
      funnel: { agreed: true, arrived: true, stayed14Days: null },
    })
  })

  test('cannot be corrected into "did not agree" while it is written that they arrived', async () => {
    const { at } = await afterCheckup()
    await go(`${at}/later`, { arrived: 'yes', stayed: 'yes' })
    const form = { way: 'call', weeklyUse: 'no', symptoms: 'yes', wantsHelp: 'yes', agreed: 'no' }
    const answer = await go(`${at}/correct`, form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Kirjas on, et ta jõudis abini.')
  })

  test('learns later whether the person got to the help and stayed', async () => {
    const { at, id } = await afterCheckup()
    const next = (await open(id))?.dueOn
    expect((await go(`${at}/later`, { arrived: 'no', stayed: 'yes' })).status).toBe(422)
    expect((await go(`${at}/later`, { arrived: 'yes', stayed: 'unknown' })).status).toBe(303)
    expect((await held(id))?.record).toMatchObject({
      notes: 'Lepiti kokku nõustaja.',
      funnel: { arrived: true, stayed14Days: null },
    })
    expect((await open(id))?.dueOn).toEqual(next)
  })

  test('has nothing to tell later where help was not accepted', async () => {
    const { at } = await afterCheckup(false)
    expect(await (await go(`${at}/later`)).text()).toContain('ei võtnud ta abi vastu')
  })

  test("of one person is not reached through another's address", async () => {
    const { at } = await afterCheckup()
    const { code } = await putOneOnPath(house)
    expect((await go(at.replace(/people\/[^/]+/, `people/${code}`) + '/correct')).status).toBe(404)
  })
})
