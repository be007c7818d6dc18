/** One call of every store function of readiness, for the rights matrix. */
import type { Round, RoundInterview } from '../src/communities/round.ts'
import {
  addInterview,
  beginRound,
  changeInterview,
  closeRound,
  interviewOf,
  interviewsOf,
  interviewsUnderWay,
  notesOf,
  reopenRound,
  resultsOf,
  roundsOf,
  withdrawInterview,
} from '../src/communities/round.store.ts'
import {
  agreeOn,
  combinedOf,
  giveUpPlace,
  handIn,
  keepScores,
  scorersOf,
  sheetsOf,
  takePlace,
} from '../src/communities/scorer.store.ts'
import type { Acting } from '../src/platform/actor.ts'
import type { HouseCall } from './setup/calls.ts'
import { about } from './rights.communities.calls.ts'

const interview = (act: Acting) => ({ onDay: act.today, part: 'õpetaja', notes: 'Rääkisime.' })

/** Does `work` in the assessment under way, where the actor sees it. */
const inRound = (work: (act: Acting, round: Round) => Promise<unknown>): HouseCall =>
  about(async (act, communityId) => {
    const open = (await roundsOf(act, communityId)).find(({ closedOn }) => closedOn === null)
    return open && work(act, open)
  })

/** Does `work` with the interviews of it, the one that two have scored first. */
const inInterview = (
  work: (act: Acting, scored: RoundInterview, all: RoundInterview[]) => Promise<unknown>,
): HouseCall =>
  inRound(async (act, { id }) => {
    const all = await interviewsOf(act, [id])
    return all[0] && work(act, all[0], all)
  })

/** Closes it, where nothing but what is agreed on counts. */
async function closed(act: Acting, round: Round): Promise<boolean> {
  for (const { id, combined } of await interviewsOf(act, [round.id])) {
    if (combined.climate === undefined) await withdrawInterview(act, id, true)
  }
  return closeRound(act, round)
}

const mine = (act: Acting, all: readonly RoundInterview[]) =>
  all
    .flatMap(({ scorers }) => scorers)
    .find(({ accountId, finished }) => accountId === act.actor.accountId && !finished)

export const readinessCalls: Record<string, HouseCall> = {
  'communities/round.store.ts roundsOf': about(roundsOf),
  'communities/round.store.ts resultsOf': about(async (act, id) => resultsOf(act, await roundsOf(act, id))),
  'communities/round.store.ts beginRound': inRound(async (act, round) => {
    await closed(act, round)
    return beginRound(act, round.communityId, {
      variant: 'five',
      version: 1,
      dimensions: ['climate'],
      smallAndAlike: false,
    })
  }),
  'communities/round.store.ts interviewsOf': inRound((act, { id }) => interviewsOf(act, [id])),
  'communities/round.store.ts interviewsUnderWay': about(async (act, communityId) =>
    (await interviewsUnderWay(act)).filter((one) => one.communityId === communityId),
  ),
  'communities/round.store.ts interviewOf': inInterview((act, { communityId, id }) =>
    interviewOf(act, communityId, id),
  ),
  'communities/round.store.ts notesOf': inInterview(async (act, _, all) => {
    const id = await addInterview(
      act,
      { id: all[0]?.roundId ?? '', communityId: all[0]?.communityId ?? '' },
      interview(act),
    )
    return notesOf(act, id)
  }),
  'communities/round.store.ts addInterview': inRound((act, round) =>
    addInterview(act, round, interview(act)),
  ),
  'communities/round.store.ts changeInterview': inInterview((act, { id }) =>
    changeInterview(act, id, interview(act)),
  ),
  'communities/round.store.ts withdrawInterview': inInterview((act, { id }) =>
    withdrawInterview(act, id, true),
  ),
  'communities/round.store.ts closeRound': inRound(closed),
  'communities/round.store.ts reopenRound': inRound(async (act, round) => {
    if (!(await closed(act, round))) return null
    const [after] = await roundsOf(act, round.communityId)
    return after && reopenRound(act, after)
  }),
  'communities/scorer.store.ts scorersOf': inInterview((act, { id }) => scorersOf(act, [id])),
  'communities/scorer.store.ts combinedOf': inInterview((act, { id }) => combinedOf(act, [id])),
  'communities/scorer.store.ts sheetsOf': inInterview((act, _, all) =>
    sheetsOf(
      act,
      all.map(({ id }) => id),
    ),
  ),
  'communities/scorer.store.ts takePlace': inInterview((act, _, all) => {
    const free = all.find(
      ({ scorers }) => scorers.length === 1 && scorers[0]?.accountId !== act.actor.accountId,
    )
    return free === undefined ? Promise.resolve(null) : takePlace(act, free)
  }),
  'communities/scorer.store.ts giveUpPlace': inInterview((act, _, all) => {
    const free = all.flatMap(({ scorers }) => scorers).find(({ finished }) => !finished)
    return free === undefined ? Promise.resolve(null) : giveUpPlace(act, free.id)
  }),
  'communities/scorer.store.ts keepScores': inInterview(async (act, { communityId }, all) => {
    const own = mine(act, all)
    if (own) await keepScores(act, own, communityId, [{ dimension: 'climate', score: 4, why: 'Nii on.' }])
    return own !== undefined
  }),
  'communities/scorer.store.ts handIn': inInterview((act, _, all) => {
    const own = mine(act, all)
    return own === undefined ? Promise.resolve(null) : handIn(act, own.id, true)
  }),
  'communities/scorer.store.ts agreeOn': inInterview(async (act, scored) => {
    await agreeOn(act, scored, [{ dimension: 'climate', score: 5 }])
    return true
  }),
}
