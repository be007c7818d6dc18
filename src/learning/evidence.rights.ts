/** Evidence is added and taken away by whoever coordinates mobilities, and the head; others read what is nobody's, or theirs. */
import type { RouteRight, Rights, StoreRight, TableRight } from '../platform/room.ts'

const keeps = { see: 'organisation', add: 'organisation', erase: 'organisation' } as const
// What belongs to nobody's participation they see as well: `learning.outcome` is the same.
const own = { see: 'own' } as const
const table: TableRight = {
  mobility_lead: keeps,
  lead: keeps,
  developer: own,
  coordinator: own,
  supporter: own,
  host: own,
  system: keeps,
}

const leads: RouteRight = { who: ['mobility_lead', 'lead'], languages: 'all' }
/** Volunteers who were on a mobility, too. */
const reads: RouteRight = {
  who: ['mobility_lead', 'lead', 'developer', 'coordinator', 'supporter', 'host'],
  languages: 'all',
}
const leading: StoreRight = ['mobility_lead', 'lead', 'system']
const reading: StoreRight = [...leading, 'developer', 'coordinator', 'supporter', 'host']

export const evidenceRights: Rights = {
  routes: {
    'GET /mobilities/:id/evidence/new': leads,
    'POST /mobilities/:id/evidence/new': leads,
    'GET /evidence/:id': reads,
    'GET /evidence/:id/remove': leads,
    'POST /evidence/:id/remove': leads,
  },
  tables: { 'learning.evidence': table },
  stores: {
    'learning/evidence.store.ts evidenceOf': reading,
    'learning/evidence.store.ts oneEvidence': reading,
    'learning/evidence.store.ts addEvidence': leading,
    'learning/evidence.store.ts readEvidence': reading,
    'learning/evidence.store.ts removeEvidence': leading,
  },
}
