/** Pages of projects, mobilities and what was seen: who may open them. Who coordinates mobilities and the head write them; developers write what they saw. */
import type { RouteRight, Rights } from '../platform/room.ts'

const leading: RouteRight = { who: ['mobility_lead', 'lead'], languages: 'all' }
const carrying: RouteRight = { who: ['mobility_lead', 'lead', 'developer'], languages: 'all' }
const reading: RouteRight = { who: ['mobility_lead', 'lead', 'developer', 'coordinator'], languages: 'all' }

export const mobilityRoutes: Rights['routes'] = {
  'GET /projects': reading,
  'GET /projects/new': leading,
  'POST /projects/new': leading,
  'GET /projects/:id': reading,
  'GET /projects/:id/export.xlsx': leading,
  'GET /projects/:id/change': leading,
  'POST /projects/:id/change': leading,
  'GET /projects/:id/mobilities/new': leading,
  'POST /projects/:id/mobilities/new': leading,
  'GET /mobilities/:id': reading,
  'GET /mobilities/:id/change': leading,
  'POST /mobilities/:id/change': leading,
  'GET /mobilities/:id/observations/new': carrying,
  'POST /mobilities/:id/observations/new': carrying,
  'GET /observations/:id/change': carrying,
  'POST /observations/:id/change': carrying,
}
