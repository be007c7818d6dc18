/**
 * Who may do what with places. Contact persons offer those of their own communities and see how much is taken; who arranges a stay takes
 * and gives back. Without an account one sees open places of published communities, and how much of them is free.
 */
import type { Rights, RouteRight, StoreRight } from '../platform/room.ts'
import { developing } from './rights.ts'

const organisation = { see: 'organisation', add: 'organisation', change: 'organisation' } as const
const system = { ...organisation, erase: 'organisation' } as const
const community = { see: 'community', add: 'community', change: 'community' } as const

const offers = {
  developer: organisation,
  lead: organisation,
  coordinator: { see: 'organisation' },
  host: community,
  system,
} as const

const reading: StoreRight = [...developing, 'coordinator', 'host']
const offering: StoreRight = [...developing, 'host']
const arranging: StoreRight = [...developing, 'coordinator']

const anyone: RouteRight = { who: ['anyone'], languages: 'public' }
const offer: RouteRight = { who: ['developer', 'lead', 'host'] }
const arrange: RouteRight = { who: ['developer', 'lead', 'coordinator'] }

export const placeRights: Rights = {
  routes: {
    'GET /places': anyone,
    'GET /communities/:slug/places/new': offer,
    'POST /communities/:slug/places/new': offer,
    'GET /communities/:slug/places/:id': anyone,
    'GET /communities/:slug/places/:id/change': offer,
    'POST /communities/:slug/places/:id/change': offer,
    'POST /communities/:slug/places/:id/confirm': offer,
    'POST /communities/:slug/places/:id/state': offer,
    'POST /communities/:slug/places/:id/holds': arrange,
    'POST /communities/:slug/places/:id/release': arrange,
  },
  tables: {
    'communities.place': offers,
    'communities.place_contact': offers,
    'communities.hold': {
      developer: organisation,
      lead: organisation,
      coordinator: organisation,
      host: { see: 'community' },
      system,
    },
  },
  stores: {
    'communities/place.store.ts listPlaces': reading,
    'communities/place.store.ts placeOf': reading,
    'communities/place.store.ts placeContactOf': reading,
    'communities/place.store.ts addPlace': offering,
    'communities/place.store.ts changePlace': offering,
    'communities/place.store.ts confirmPlace': offering,
    'communities/place.store.ts turnPlace': offering,
    'communities/place.store.ts placesToConfirm': reading,
    'communities/place-hold.store.ts holdsOf': reading,
    'communities/place-hold.store.ts takenOf': reading,
    'communities/place-hold.store.ts holdPlace': arranging,
    'communities/place-hold.store.ts releaseHold': arranging,
  },
}
