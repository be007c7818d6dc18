/**
 * Who may do what with the pulse. Single answers are for nobody of the house: `system` counts and erases them. Somebody without an account
 * reaches the open pulse whose code they hold (`community` here), adds an answer to it and sees none.
 */
import type { RouteRight, Rights, TableRight } from '../platform/room.ts'
import { developing } from './rights.ts'

const organisation = { see: 'organisation', add: 'organisation', change: 'organisation' } as const
const seen: TableRight = {
  developer: { see: 'organisation' },
  lead: { see: 'organisation' },
  host: { see: 'community' },
  system: { see: 'organisation', add: 'organisation', erase: 'organisation' },
}

const anyone: RouteRight = { who: ['anyone'], languages: 'public' }
const developers: RouteRight = { who: ['developer', 'lead'] }
const hostsToo: RouteRight = { who: ['developer', 'lead', 'host'] }

export const pulseRights: Rights = {
  routes: {
    'GET /communities/:slug/pulse': hostsToo,
    'GET /communities/:slug/pulse/new': developers,
    'POST /communities/:slug/pulse/new': developers,
    'GET /communities/:slug/pulse/:id': hostsToo,
    'GET /communities/:slug/pulse/:id/poster': hostsToo,
    'POST /communities/:slug/pulse/:id/until': developers,
    'POST /communities/:slug/pulse/:id/close': developers,
    'GET /pulse': anyone,
    'POST /pulse': anyone,
    'GET /pulse/done': anyone,
    'GET /pulse/:token': anyone,
    'POST /pulse/:token': anyone,
  },
  tables: {
    'communities.pulse': {
      developer: organisation,
      lead: organisation,
      host: { see: 'community' },
      visitor: { see: 'community' },
      system: { ...organisation, erase: 'organisation' },
    },
    'communities.pulse_answer': {
      visitor: { add: 'community' },
      system: { see: 'organisation', erase: 'organisation' },
    },
    'communities.pulse_mean': seen,
  },
  stores: {
    'communities/pulse.store.ts pulsesOf': [...developing, 'host'],
    'communities/pulse.store.ts pulsesOver': [...developing, 'host'],
    'communities/pulse.store.ts pulseMeans': [...developing, 'host'],
    'communities/pulse.store.ts answersSoFar': [...developing, 'host'],
    'communities/pulse.store.ts openPulse': developing,
    'communities/pulse.store.ts lengthenPulse': developing,
    'communities/pulse.store.ts closePulse': developing,
    'communities/pulse.store.ts closeDuePulses': ['system'],
    'communities/pulse.store.ts heldPulse': ['visitor'],
    'communities/pulse.store.ts answerPulse': ['visitor'],
  },
}
