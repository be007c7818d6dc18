/** The routes of trials, results and adaptations: who may open them. */
import type { RouteRight, Rights } from '../platform/room.ts'

const tries: RouteRight = { who: ['developer', 'lead'], languages: 'all' }
/** Contact persons see what is tried in their own community. */
const reads: RouteRight = { who: ['developer', 'lead', 'host'], languages: 'all' }
const carries: RouteRight = { who: ['mobility_lead', 'lead', 'developer'], languages: 'all' }

export const trialRoutes: Rights['routes'] = {
  'GET /communities/:slug/trials': reads,
  'GET /communities/:slug/trials/new': tries,
  'POST /communities/:slug/trials/new': tries,
  'GET /communities/:slug/trials/:id': reads,
  'GET /communities/:slug/trials/:id/report': tries,
  'POST /communities/:slug/trials/:id/report': tries,
  'GET /communities/:slug/trials/:id/result': tries,
  'POST /communities/:slug/trials/:id/result': tries,
  'GET /communities/:slug/results/:id/withdraw': tries,
  'POST /communities/:slug/results/:id/withdraw': tries,
  'GET /communities/:slug/trials/:id/story': tries,
  'POST /communities/:slug/trials/:id/story': tries,
  'GET /communities/:slug/stories/:id/withdraw': tries,
  'POST /communities/:slug/stories/:id/withdraw': tries,
  'GET /trials/:id': { ...reads, who: [...reads.who, 'mobility_lead'] },
  'GET /adaptations/new': carries,
  'POST /adaptations/new': carries,
  'GET /adaptations/:id': { ...carries, who: [...carries.who, 'host'] },
}
