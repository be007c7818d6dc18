/**
 * Who may do what with readiness. Contact persons see what came out of an assessment once it is closed, and neither interviews nor scores.
 * What a scorer gave is theirs alone until both have handed in: the policies say so, and no role is beyond them.
 */
import type { RouteRight, Rights, TableRight } from '../platform/room.ts'
import { developing } from './rights.ts'

const organisation = { see: 'organisation', add: 'organisation', change: 'organisation' } as const
const developersOnly: TableRight = {
  developer: organisation,
  lead: organisation,
  system: { ...organisation, erase: 'organisation' },
}
const scoredByPeople: TableRight = {
  ...developersOnly,
  system: { see: 'organisation', change: 'organisation', erase: 'organisation' },
}
const seenByHosts: TableRight = { ...developersOnly, host: { see: 'community' } }

const developers: RouteRight = { who: ['developer', 'lead'] }
const scoring = ['developer', 'lead'] as const

export const readinessRights: Rights = {
  routes: {
    'GET /communities/:slug/readiness': { who: ['developer', 'lead', 'host'] },
    'GET /communities/:slug/readiness/begin': developers,
    'POST /communities/:slug/readiness/begin': developers,
    'POST /communities/:slug/rounds/:id/close': developers,
    'POST /communities/:slug/rounds/:id/reopen': developers,
    'GET /communities/:slug/interviews/new': developers,
    'POST /communities/:slug/interviews/new': developers,
    'GET /communities/:slug/interviews/:id': developers,
    'GET /communities/:slug/interviews/:id/change': developers,
    'POST /communities/:slug/interviews/:id/change': developers,
    'POST /communities/:slug/interviews/:id/withdraw': developers,
    'POST /communities/:slug/interviews/:id/take': developers,
    'POST /communities/:slug/interviews/:id/give-up': developers,
    'GET /communities/:slug/interviews/:id/score': developers,
    'POST /communities/:slug/interviews/:id/score': developers,
    'POST /communities/:slug/interviews/:id/take-back': developers,
    'POST /communities/:slug/interviews/:id/agree': developers,
  },
  tables: {
    'communities.readiness_round': seenByHosts,
    'communities.interview': developersOnly,
    // A place is taken by whoever scores, in their own name, and the two agree; the jobs score nothing.
    'communities.interview_scorer': scoredByPeople,
    'communities.interview_score': {
      developer: { see: 'own', add: 'own', change: 'own' },
      lead: { see: 'own', add: 'own', change: 'own' },
    },
    'communities.combined_score': scoredByPeople,
    'communities.readiness_result': seenByHosts,
  },
  stores: {
    'communities/round.store.ts roundsOf': [...developing, 'host'],
    'communities/round.store.ts resultsOf': [...developing, 'host'],
    'communities/round.store.ts beginRound': developing,
    'communities/round.store.ts interviewsOf': developing,
    'communities/round.store.ts interviewsUnderWay': developing,
    'communities/round.store.ts interviewOf': developing,
    'communities/round.store.ts notesOf': developing,
    'communities/round.store.ts addInterview': developing,
    'communities/round.store.ts changeInterview': developing,
    'communities/round.store.ts withdrawInterview': developing,
    'communities/round.store.ts closeRound': developing,
    'communities/round.store.ts reopenRound': developing,
    'communities/scorer.store.ts scorersOf': developing,
    'communities/scorer.store.ts combinedOf': developing,
    'communities/scorer.store.ts sheetsOf': scoring,
    'communities/scorer.store.ts takePlace': scoring,
    'communities/scorer.store.ts giveUpPlace': developing,
    'communities/scorer.store.ts keepScores': scoring,
    'communities/scorer.store.ts handIn': scoring,
    'communities/scorer.store.ts agreeOn': scoring,
  },
}
