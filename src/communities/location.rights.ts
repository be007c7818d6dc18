/**
 * Who may do what with locations. Those who tend a community see all of its; who arranges a stay sees those that are not hidden, with the
 * address; without an account one sees those of published communities that are not hidden, with the address where it is public.
 */
import type { Rights, RouteRight, StoreRight, TableRight } from '../platform/room.ts'
import { developing } from './rights.ts'

const organisation = { see: 'organisation', add: 'organisation', change: 'organisation' } as const
const locations: TableRight = {
  developer: organisation,
  lead: organisation,
  coordinator: { see: 'organisation' },
  host: { see: 'community', add: 'community', change: 'community' },
  system: { ...organisation, erase: 'organisation' },
}

const tend: RouteRight = { who: ['developer', 'lead', 'host'] }
const tending: StoreRight = [...developing, 'host']

export const locationRights: Rights = {
  routes: {
    'GET /communities/:slug/locations': tend,
    'GET /communities/:slug/locations/new': tend,
    'POST /communities/:slug/locations/new': tend,
    'GET /communities/:slug/locations/:id': tend,
    'POST /communities/:slug/locations/:id': tend,
    'POST /communities/:slug/locations/:id/retire': tend,
    'POST /communities/:slug/locations/:id/back': tend,
  },
  tables: {
    'communities.location': locations,
    'communities.location_address': locations,
  },
  stores: {
    'communities/location.store.ts locationsOf': [...tending, 'coordinator'],
    'communities/location.store.ts addLocation': tending,
    'communities/location.store.ts changeLocation': tending,
    'communities/location.store.ts turnLocation': tending,
  },
}
