/** Who may do what with communities: tables and store functions. Developers and the lead see all of their organisation's; a host their own. */
import type { Rights, RouteRight, StoreRight, TableRight } from '../platform/room.ts'

const organisation = { see: 'organisation', add: 'organisation', change: 'organisation' } as const
const system = { ...organisation, erase: 'organisation' } as const

const profile: TableRight = {
  developer: organisation,
  lead: organisation,
  coordinator: { see: 'organisation' },
  host: { see: 'community', change: 'community' },
  system,
}

export const developing: StoreRight = ['developer', 'lead', 'system']
const reading: StoreRight = [...developing, 'coordinator', 'host']

const anyone: RouteRight = { who: ['anyone'], languages: 'public' }
const develop: RouteRight = { who: ['developer', 'lead'] }
/** A contact person only of their own; of another one they get the answer of a page that is not there. */
const developOrHost: RouteRight = { who: ['developer', 'lead', 'host'] }

export const communityRights: Rights = {
  routes: {
    'GET /communities': anyone,
    'GET /communities/new': develop,
    'POST /communities/new': develop,
    // Without an account those that are published.
    'GET /communities/:slug': anyone,
    'POST /communities/:slug/state': develop,
    'POST /communities/:slug/publish': develop,
    'GET /communities/:slug/change': developOrHost,
    'POST /communities/:slug/change': developOrHost,
    'GET /communities/:slug/members': develop,
    'POST /communities/:slug/members': develop,
    'POST /communities/:slug/members/:id/end': develop,
    'GET /communities/:slug/trust': develop,
    'POST /communities/:slug/trust': develop,
    'POST /communities/:slug/trust/:id/withdraw': develop,
    'GET /communities/:slug/assets': developOrHost,
    'POST /communities/:slug/assets': developOrHost,
    'POST /communities/:slug/assets/:id/retire': developOrHost,
    'GET /communities/:slug/assets/:id': developOrHost,
    'POST /communities/:slug/assets/:id': developOrHost,
    'GET /join': anyone,
    'POST /join': anyone,
    'GET /join/done': anyone,
  },
  tables: {
    'communities.community': profile,
    // A host knows that they are one; who else is, they know from life.
    'communities.member': {
      developer: organisation,
      lead: organisation,
      host: { see: 'own' },
      system,
    },
    'communities.confirmation': {
      developer: organisation,
      lead: organisation,
      host: { see: 'community' },
      system,
    },
    'communities.asset': {
      developer: organisation,
      lead: organisation,
      host: { see: 'community', add: 'community', change: 'community' },
      system,
    },
    'communities.asset_place': {
      developer: organisation,
      lead: organisation,
      host: { see: 'community', add: 'community', change: 'community' },
      system,
    },
  },
  stores: {
    'communities/community.store.ts addCommunity': [...developing, 'visitor'],
    'communities/community.store.ts listCommunities': reading,
    'communities/community.store.ts communityBySlug': reading,
    'communities/community.store.ts changeCommunity': [...developing, 'host'],
    'communities/community.store.ts moveCommunity': developing,
    'communities/community.store.ts publishCommunity': developing,
    'communities/member.store.ts membersOf': [...developing, 'host'],
    'communities/member.store.ts addMember': developing,
    'communities/member.store.ts endMember': developing,
    'communities/trust.store.ts confirmationsOf': [...developing, 'host'],
    'communities/trust.store.ts confirmTrust': developing,
    'communities/trust.store.ts withdrawTrust': developing,
    'communities/asset.store.ts assetsOf': [...developing, 'host'],
    'communities/asset.store.ts addAsset': [...developing, 'host'],
    'communities/asset.store.ts retireAsset': [...developing, 'host'],
    'communities/asset-place.store.ts assetPlacesOf': [...developing, 'host'],
    'communities/asset-place.store.ts sayWhomItHelps': [...developing, 'host'],
  },
}
