/**
 * Who may do what with plans and visits. Contact persons see the plan of their community, its costs too, and say what was done; they
 * see its visits and nobody's hours.
 */
import type { RouteRight, Rights, TableRight } from '../platform/room.ts'
import { developing } from './rights.ts'

const organisation = { see: 'organisation', add: 'organisation', change: 'organisation' } as const
const kept = { see: 'organisation', add: 'organisation' } as const
const everybody = {
  developer: organisation,
  lead: organisation,
  system: { ...organisation, erase: 'organisation' },
} as const
const seenByHosts: TableRight = { ...everybody, host: { see: 'community' } }

const developers: RouteRight = { who: ['developer', 'lead'] }
const hostsToo: RouteRight = { who: ['developer', 'lead', 'host'] }

export const planRights: Rights = {
  routes: {
    'GET /communities/:slug/plan': hostsToo,
    'GET /communities/:slug/plan.csv': hostsToo,
    'GET /communities/:slug/plan/goal': developers,
    'POST /communities/:slug/plan/goal': developers,
    'GET /communities/:slug/plan/goal/:id': developers,
    'POST /communities/:slug/plan/goal/:id': developers,
    'GET /communities/:slug/plan/goal/:id/action': developers,
    'POST /communities/:slug/plan/goal/:id/action': developers,
    'GET /communities/:slug/plan/action/:id': hostsToo,
    'GET /communities/:slug/plan/action/:id/change': developers,
    'POST /communities/:slug/plan/action/:id/change': developers,
    'POST /communities/:slug/plan/action/:id/state': hostsToo,
    'GET /communities/:slug/plan/import': developers,
    'POST /communities/:slug/plan/import': developers,
    'POST /communities/:slug/plan/import/confirm': developers,
    'GET /communities/:slug/visits': hostsToo,
    'GET /communities/:slug/visits/new': developers,
    'POST /communities/:slug/visits/new': developers,
    'GET /communities/:slug/visits/:id': hostsToo,
    'POST /communities/:slug/visits/:id': developers,
    'POST /communities/:slug/visits/:id/move': developers,
    'POST /communities/:slug/visits/:id/cancel': developers,
  },
  tables: {
    'communities.goal': seenByHosts,
    'communities.action': { ...everybody, host: { see: 'community', change: 'community' } },
    'communities.action_change': {
      developer: kept,
      lead: kept,
      host: { see: 'community', add: 'community' },
      system: { ...kept, erase: 'organisation' },
    },
    'communities.visit': seenByHosts,
    'communities.visit_hours': everybody,
  },
  stores: {
    'communities/plan.store.ts goalsOf': [...developing, 'host'],
    'communities/plan.store.ts actionsOf': [...developing, 'host'],
    'communities/plan.store.ts actionChangesOf': [...developing, 'host'],
    'communities/plan.store.ts addGoal': developing,
    'communities/plan.store.ts changeGoal': developing,
    'communities/plan.store.ts addAction': developing,
    'communities/plan.store.ts changeAction': developing,
    'communities/plan.store.ts moveAction': [...developing, 'host'],
    'communities/plan-import.store.ts foreseePlan': [...developing, 'host'],
    'communities/plan-import.store.ts bringPlan': developing,
    'communities/visit.store.ts visitsOf': [...developing, 'host'],
    'communities/visit.store.ts addVisit': developing,
    'communities/visit.store.ts holdVisit': developing,
    'communities/visit.store.ts moveVisit': developing,
    'communities/visit.store.ts cancelVisit': developing,
    'communities/visit.store.ts visitQuarters': developing,
  },
}
