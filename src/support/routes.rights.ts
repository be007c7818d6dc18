/** Who may open the pages of continuing support. */
import type { Rights, RouteRight } from '../platform/room.ts'

/** Those who are responsible for the pathway. */
const responsible: RouteRight = { who: ['coordinator', 'lead'], person: true }
/** Those who stand beside the person too: they talk, hold check-ups and write down what happened. */
const beside: RouteRight = { who: ['coordinator', 'lead', 'supporter'], person: true }
/** The person; the address names nobody. */
const own: RouteRight = { who: ['participant'] }

const both = (path: string, right: RouteRight): Rights['routes'] => ({
  [`GET ${path}`]: right,
  [`POST ${path}`]: right,
})

export const routeRights: Rights['routes'] = {
  ...both('/people/:code/ask', responsible),
  ...both('/people/:code/contact', beside),
  'POST /people/:code/contact/trusted': responsible,
  'POST /people/:code/contact/:id/back': beside,
  ...both('/people/:code/checkup', beside),
  ...both('/people/:code/checkup/move', beside),
  ...both('/people/:code/checkup/:id/correct', beside),
  ...both('/people/:code/checkup/:id/later', beside),
  ...both('/people/:code/checkin', responsible),
  ...both('/people/:code/lapse', responsible),
  ...both('/people/:code/lapse/:id/correct', responsible),
  'GET /people/:code/pathway': responsible,
  'POST /people/:code/pathway/choice': responsible,
  'POST /people/:code/pathway/rhythm': responsible,
  'POST /people/:code/pathway/pause': responsible,
  'POST /people/:code/pathway/resume': responsible,
  ...both('/people/:code/pathway/end', responsible),
  ...both('/me/checkin', own),
  ...both('/me/checkin/change', own),
  'GET /me/checkin/sent': own,
  'POST /me/checkin/call': own,
  // Whoever holds the link; the address names nobody, and opens nothing without it.
  ...both('/a/:token', { who: ['anyone'] }),
  'POST /a/:token/call': { who: ['anyone'] },
  ...both('/people/:code/way', responsible),
  ...both('/people/:code/undelivered', responsible),
  ...both('/people/:code/sheet', responsible),
  ...both('/me/way', own),
  'GET /me/pathway': own,
  'POST /me/pathway/rhythm': own,
  'POST /me/pathway/pause': own,
  'POST /me/pathway/resume': own,
  ...both('/me/pathway/stop', own),
  'POST /me/pathway/again': own,
}
