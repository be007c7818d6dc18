/** One call of every store function about communities, for the rights matrix. */
import {
  addCommunity,
  changeCommunity,
  communityBySlug,
  listCommunities,
  moveCommunity,
  publishCommunity,
} from '../src/communities/community.store.ts'
import { addMember, endMember, membersOf } from '../src/communities/member.store.ts'
import { assetPlacesOf, sayWhomItHelps } from '../src/communities/asset-place.store.ts'
import { addAsset, assetsOf, retireAsset } from '../src/communities/asset.store.ts'
import type { NewAsset } from '../src/communities/asset.ts'
import { addLocation, changeLocation, locationsOf, turnLocation } from '../src/communities/location.store.ts'
import type { Location } from '../src/communities/location.ts'
import { confirmationsOf, confirmTrust, withdrawTrust } from '../src/communities/trust.store.ts'
import { day } from '../src/platform/day.ts'
import type { Acting } from '../src/platform/actor.ts'
import type { HouseCall } from './setup/calls.ts'
import { profileOf } from './setup/communities.ts'
import { locationOf } from './setup/locations.ts'

/** The community whose contact person the host is. */
export const own = 'kuusiku-kulaselts'
/** One of the other organisation. */
export const foreign = 'voora-kula-selts'

/** Does `work` with a community where the actor sees it at all. */
export async function withCommunity(
  act: Acting,
  slug: string,
  work: (id: string) => Promise<unknown>,
): Promise<unknown> {
  const community = await communityBySlug(act, slug)
  return community && work(community.id)
}

/** The same call about one's own community and about one of another organisation. */
export const about = (work: (act: Acting, id: string) => Promise<unknown>): HouseCall => ({
  own: (act) => withCommunity(act, own, (id) => work(act, id)),
  other: (act) => withCommunity(act, foreign, (id) => work(act, id)),
})

const aboutLocation = (work: (act: Acting, location: Location) => Promise<unknown>): HouseCall =>
  about(async (act, communityId) => {
    const [one] = await locationsOf(act, communityId)
    return one && work(act, one)
  })

const asset: NewAsset = {
  kind: 'group',
  capitals: ['social'],
  title: 'Naiskoor',
  note: '',
  foundOn: day('2026-11-24'),
}

export const communityCalls: Record<string, HouseCall> = {
  'communities/trust.store.ts confirmationsOf': about(confirmationsOf),
  'communities/trust.store.ts confirmTrust': about((act, id) =>
    confirmTrust(act, id, { level: 'host', name: 'Jaan Kask', basis: 'Käis külas.', onDay: act.today }),
  ),
  'communities/trust.store.ts withdrawTrust': about(async (act, id) => {
    const [one] = await confirmationsOf(act, id)
    return one !== undefined && withdrawTrust(act, id, one.id)
  }),
  'communities/asset.store.ts assetsOf': about(assetsOf),
  'communities/asset.store.ts addAsset': about((act, id) => addAsset(act, id, asset)),
  'communities/asset.store.ts retireAsset': about(async (act, id) => {
    const [one] = await assetsOf(act, id)
    return one !== undefined && retireAsset(act, id, one.id)
  }),
  'communities/asset-place.store.ts assetPlacesOf': about(assetPlacesOf),
  'communities/asset-place.store.ts sayWhomItHelps': about(async (act, communityId) => {
    const [one] = await assetsOf(act, communityId)
    const [linked] = await assetPlacesOf(act, communityId)
    const said = { help: 'Sõit linna.', placeIds: linked ? [linked.placeId] : [] }
    return one !== undefined && sayWhomItHelps(act, { id: one.id, communityId }, said)
  }),
  'communities/location.store.ts locationsOf': about(locationsOf),
  'communities/location.store.ts addLocation': about((act, id) =>
    addLocation(act, id, locationOf('Kuur', { main: true })),
  ),
  'communities/location.store.ts changeLocation': aboutLocation((act, location) =>
    changeLocation(act, location, locationOf('Maja')),
  ),
  'communities/location.store.ts turnLocation': aboutLocation((act, location) =>
    turnLocation(act, location, 'retired'),
  ),
  'communities/community.store.ts addCommunity': {
    own: (act) => addCommunity(act, profileOf('Uus selts'), act.actor.role === 'visitor' ? 'asked' : 'talk'),
  },
  'communities/community.store.ts listCommunities': { own: (act) => listCommunities(act) },
  'communities/community.store.ts communityBySlug': {
    own: (act) => communityBySlug(act, own),
    other: (act) => communityBySlug(act, foreign),
  },
  'communities/community.store.ts changeCommunity': about((act, id) =>
    changeCommunity(act, id, profileOf('Kuusiku selts')),
  ),
  'communities/community.store.ts moveCommunity': about((act, id) => moveCommunity(act, id, 'resting')),
  'communities/community.store.ts publishCommunity': about((act, id) => publishCommunity(act, id, true)),
  'communities/member.store.ts membersOf': { own: (act) => membersOf(act) },
  'communities/member.store.ts addMember': {
    own: (act, { organisation }) =>
      withCommunity(act, 'tamme-jalgrattaklubi', (communityId) =>
        addMember(act, { communityId, accountId: organisation.accounts.host.id }),
      ),
  },
  'communities/member.store.ts endMember': {
    own: async (act) => {
      const [member] = await membersOf(act)
      return member !== undefined && endMember(act, member.id)
    },
  },
}
