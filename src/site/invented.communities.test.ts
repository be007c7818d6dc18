import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { assetPlacesOf } from '../communities/asset-place.store.ts'
import { assetsOf } from '../communities/asset.store.ts'
import { listPlaces } from '../communities/place.store.ts'
import { linesOf } from '../communities/readiness.lines.ts'
import { communitiesRoom } from '../communities/room.ts'
import { resultsOf, roundsOf } from '../communities/round.store.ts'
import type { Acting } from '../platform/actor.ts'
import { inventedHelps } from './invented.assets.ts'
import { inventCommunities } from './invented.communities.ts'

let house: House
let ids: ReadonlyMap<string, string>
beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom] })
  const { id: organisationId, timeZone, accounts } = house.organisation
  const colleague = ({ id, name }: { id: string; name: string }) => ({ accountId: id, name })
  ids = await inventCommunities(
    house.ground,
    { organisationId, timeZone },
    {
      developer: colleague(accounts.developer),
      lead: colleague(accounts.lead),
      host: colleague(accounts.host),
    },
  )
})
afterAll(() => house.close())

const of = <T>(name: string, work: (act: Acting, communityId: string) => Promise<T>) =>
  house.act('developer', (act) => work(act, ids.get(name) ?? ''))

test('some of what the communities have is of help at a place of theirs', async () => {
  const tied = await of('Rukkivälja küla', async (act, id) => {
    const titles = new Map([
      ...(await assetsOf(act, id)).map((one) => [one.id, one.title] as const),
      ...(await listPlaces(act, id)).map((one) => [one.id, one.title] as const),
    ])
    return (await assetPlacesOf(act, id)).map(({ assetId, placeId }) => [
      titles.get(assetId),
      titles.get(placeId),
    ])
  })
  expect(tied).toContainEqual(['kaks puutöömeistrit', 'Puutöökoda'])
  const communities = await Promise.all(
    [...ids.keys()].map((name) => of(name, (act, id) => assetPlacesOf(act, id))),
  )
  // Each of them is found under its title.
  const named = Object.values(inventedHelps).flatMap((helps) => helps.flatMap(({ at = [] }) => at))
  expect(communities.flat()).toHaveLength(named.length)
  const helps = await of('Rukkivälja küla', (act, id) => assetsOf(act, id))
  expect(helps.filter(({ help }) => help !== '')).not.toEqual([])
})

test('one community was assessed so often that its lines can be drawn, in the order of its days', async () => {
  const lines = await of('Rukkivälja küla', async (act, id) =>
    linesOf(await resultsOf(act, await roundsOf(act, id))),
  )
  expect(lines).toHaveLength(5)
  for (const { points } of lines) {
    expect(points).toHaveLength(4)
    expect(points.every(({ score }) => score !== null)).toBe(true)
  }
  const days = lines[0]?.points.map(({ on }) => on.toString()) ?? []
  expect(days).toEqual(days.toSorted())
})
