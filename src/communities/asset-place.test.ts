import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { noContact, offerOf } from '../../tests/setup/places.ts'
import { assetPlacesOf } from './asset-place.store.ts'
import { addAsset, retireAsset } from './asset.store.ts'
import { publishCommunity } from './community.store.ts'
import { addPlace } from './place.store.ts'
import { communitiesRoom } from './room.ts'

let house: House
let seeded: SeededCommunities
let car: string
let ride: string
let strange: string
beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom] })
  seeded = await seedCommunities(house)
  const { developer } = house.organisation.accounts
  await house.act(developer, async (act) => {
    const [kind, capitals, note, foundOn] = ['people', [], '', act.today] as const
    car = await addAsset(act, seeded.mine.id, { kind, capitals: [...capitals], note, foundOn, title: 'Auto' })
    ride = await addPlace(act, seeded.mine.id, offerOf('Sõit trenni'), noContact)
    strange = await addPlace(act, seeded.others.id, offerOf('Rattaring'), noContact)
    await publishCommunity(act, seeded.mine.id, true)
  })
})
afterAll(() => house.close())

type Asked = Parameters<House['request']>[1]
const get = async (path: string, asked?: Asked) => {
  const answer = await house.request(path, asked)
  return { status: answer.status, text: textOf(await answer.text()) }
}
const own = (place: string) => `/communities/${seeded.mine.slug}/${place}`
const linked = () =>
  house.act(house.organisation.accounts.developer, (act) => assetPlacesOf(act, seeded.mine.id))
const say = (form: Record<string, string | readonly string[]>, as: 'host' | 'developer' = 'host') =>
  get(own(`assets/${car}`), { as, form })

test('what a community has is the business of its own contact persons, developers and the lead', async () => {
  for (const as of ['coordinator', 'supporter', 'participant', 'officer', 'admin'] as const) {
    expect((await get(own(`assets/${car}`), { as })).status, as).toBe(404)
    expect((await get(own(`assets/${car}`), { as, form: { places: ride } })).status, as).toBe(404)
  }
  const elsewhere = `/communities/${seeded.others.slug}/assets/${car}`
  expect((await get(elsewhere, { as: 'developer' })).status).toBe(404)
  expect((await get(elsewhere, { as: 'host', form: { places: ride } })).status).toBe(404)
  expect(await linked()).toEqual([])
})

test('a contact person says which place it helps, and whom else; both pages say so then', async () => {
  expect((await get(own(`places/${ride}`), { as: 'host' })).text).toContain('Veel ei ole midagi seotud.')
  expect((await say({ places: [ride, strange], help: 'Kolmapäeviti linna' })).status).toBe(303)
  expect(await linked()).toEqual([{ assetId: car, placeId: ride }])
  const list = (await get(own('assets'), { as: 'developer' })).text
  expect(list).toContain('Aitab siin: Sõit trenni · Kolmapäeviti linna')
  expect((await get(own(`places/${ride}`), { as: 'host' })).text).toContain('Mis siin aitab Auto')
})

test('whoever looks at the place from outside sees no word of it', async () => {
  for (const as of [undefined, 'coordinator', 'officer'] as const) {
    const { status, text } = await get(own(`places/${ride}`), as ? { as } : {})
    expect(status).toBe(200)
    expect(text).not.toContain('Mis siin aitab')
    expect(text).not.toContain('Auto')
  }
})

test('what was typed stays where it is too long; what is no longer so is taken back, and can be said again', async () => {
  const long = await say({ places: ride, help: 'x'.repeat(301) })
  expect(long.status).toBe(422)
  expect(long.text).toContain('Kuni 300 tähte')
  expect(await linked()).toHaveLength(1)
  expect((await say({ help: '' })).status).toBe(303)
  expect(await linked()).toEqual([])
  expect((await say({ places: ride, help: '' }, 'developer')).status).toBe(303)
  expect(await linked()).toHaveLength(1)
  await house.act(house.organisation.accounts.host, (act) => retireAsset(act, seeded.mine.id, car))
  expect((await get(own(`places/${ride}`), { as: 'host' })).text).toContain('Veel ei ole midagi seotud.')
  expect((await say({ places: ride })).status).toBe(404)
})
