import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { noContact, offerOf } from '../../tests/setup/places.ts'
import { day } from '../platform/day.ts'
import { publishCommunity } from './community.store.ts'
import { holdPlace } from './place-hold.store.ts'
import { addPlace } from './place.store.ts'
import { communitiesRoom } from './room.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom] })
  const seeded = await seedCommunities(house)
  await house.act('developer', async (act) => {
    const place = { communityId: seeded.mine.id }
    await publishCommunity(act, seeded.mine.id, true)
    const id = await addPlace(
      act,
      seeded.mine.id,
      offerOf('Taga tuba', { kind: 'living', total: 1, schedule: { timing: 'agreement' } }),
      noContact,
    )
    const taken = {
      from: day('2026-12-01'),
      until: day('2026-12-10'),
      count: 1,
      label: 'coordinator',
    } as const
    await holdPlace(act, { ...place, id }, taken)
    await addPlace(
      act,
      seeded.others.id,
      offerOf('Rattaring', { schedule: { timing: 'agreement' } }),
      noContact,
    )
  })
})
afterAll(() => house.close())

const places = async (query: string, as?: 'developer') => {
  const answer = await house.request(`/places${query}`, { as })
  const html = await answer.text()
  return { status: answer.status, html, text: textOf(html) }
}

test('places are looked for that are free on one day, whatever is taken on others', async () => {
  expect((await places('')).text).not.toContain('Taga tuba')
  expect((await places('?on=2026-11-30')).text).toContain('Taga tuba')
  expect((await places('?on-day=11&on-month=12&on-year=2026')).text).toContain('Taga tuba')
  const taken = await places('?on=2026-12-10')
  expect(taken.text).not.toContain('Taga tuba')
  expect(taken.text).toContain('Sellist vaba kohta praegu ei ole')
  expect(taken.text).toContain('Vaba: 10. detsember 2026')
  expect(taken.html).toContain('name="on-day" value="10"')
})

test('a day does not show what is not published', async () => {
  expect((await places('?on=2026-11-30')).text).not.toContain('Rattaring')
  expect((await places('?on=2026-11-30', 'developer')).text).toContain('Rattaring')
})

test('a day that is none, or over, is told, and what was typed stays', async () => {
  for (const query of ['?on-day=31&on-month=2&on-year=2027', '?on-day=22&on-month=11&on-year=2026']) {
    const { status, text, html } = await places(query, 'developer')
    expect(status).toBe(200)
    expect(text).toContain('Kirjuta päev, mis on täna või hiljem')
    expect(html).toMatch(/name="on-year" value="202[67]"/)
    expect(text).toContain('Rattaring')
  }
})
