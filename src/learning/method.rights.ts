/** The routes of the methods library: the cards are for everybody; what becomes of a method here, for those who carry methods over. */
import type { Rights, RouteRight } from '../platform/room.ts'

const anyone: RouteRight = { who: ['anyone'], languages: 'all' }
const carrying: RouteRight = { who: ['mobility_lead', 'lead', 'developer'], languages: 'all' }

export const methodRoutes: Rights['routes'] = {
  'GET /methods': anyone,
  'GET /methods/new': carrying,
  'POST /methods/new': carrying,
  'GET /methods/:key': anyone,
  'POST /methods/:key/take-up': carrying,
  'POST /methods/:key/step': carrying,
  'POST /methods/:key/wording': carrying,
}
