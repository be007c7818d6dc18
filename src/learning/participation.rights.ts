/** Who took part in mobilities is for whoever coordinates them, the head, and whoever took part: theirs alone. */
import type { RouteRight, Rights, StoreRight, TableRight } from '../platform/room.ts'

const own = { see: 'own', change: 'own' } as const
const change = { see: 'organisation', add: 'organisation', change: 'organisation' } as const
const erase = { ...change, erase: 'organisation' } as const
const table: TableRight = {
  mobility_lead: erase,
  lead: erase,
  developer: own,
  coordinator: own,
  supporter: own,
  host: own,
  system: erase,
}
const leads: RouteRight = { who: ['mobility_lead', 'lead'], languages: 'all' }
const ownToo: RouteRight = {
  who: ['mobility_lead', 'lead', 'developer', 'coordinator', 'supporter', 'host'],
  languages: 'all',
}
const leading: StoreRight = ['mobility_lead', 'lead', 'system']
const confirming: StoreRight = [...leading, 'developer', 'coordinator', 'supporter', 'host']

export const participationRights: Rights = {
  routes: {
    'GET /mobilities/:id/participations/new': leads,
    'POST /mobilities/:id/participations/new': leads,
    'GET /mobilities/:id/programme': leads,
    'POST /mobilities/:id/programme': leads,
    'GET /mobilities/:id/texts': leads,
    'GET /participations/:id': ownToo,
    'POST /participations/:id': ownToo,
    'GET /participations/:id/change': leads,
    'POST /participations/:id/change': leads,
    'GET /participations/:id/remove': leads,
    'POST /participations/:id/remove': leads,
    'GET /outcomes/:id/remove': leads,
    'POST /outcomes/:id/remove': leads,
  },
  tables: { 'learning.participation': table, 'learning.outcome': table },
  stores: {
    'learning/participation.store.ts participationsOf': confirming,
    'learning/participation.store.ts participationOf': confirming,
    'learning/participation.store.ts ownParticipations': confirming.filter((who) => who !== 'system'),
    'learning/participation.store.ts outcomeOf': confirming,
    'learning/removal.store.ts removeParticipation': leading,
    'learning/removal.store.ts removeOutcome': leading,
    'learning/participation.store.ts outcomesSeen': confirming,
    'learning/participation.store.ts addParticipation': leading,
    'learning/participation.store.ts agree': leading,
    'learning/participation.store.ts confirm': confirming,
    'learning/participation.store.ts outcomesOf': confirming,
    'learning/participation.store.ts addOutcomes': leading,
    'learning/participation.store.ts wordOutcome': leading,
    'learning/participation.store.ts judgeOutcome': confirming,
  },
}
