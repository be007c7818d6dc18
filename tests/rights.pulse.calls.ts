/** One call of every store function of the pulse, for the rights matrix. The visitor holds the code of the first community's. */
import { randomUUID } from 'node:crypto'
import {
  answerPulse,
  answersSoFar,
  closeDuePulses,
  closePulse,
  heldPulse,
  lengthenPulse,
  openPulse,
  pulseMeans,
  pulsesOf,
  pulsesOver,
} from '../src/communities/pulse.store.ts'
import type { Answers } from '../src/communities/pulse.ts'
import type { Acting } from '../src/platform/actor.ts'
import type { HouseCall } from './setup/calls.ts'
import { about, own, withCommunity } from './rights.communities.calls.ts'

const answers: Answers = {
  trust: 5,
  fairness: null,
  helpfulness: null,
  neighbour: 1,
  hobby: null,
  workmate: null,
  lodger: null,
  evening: null,
}

/** With the only pulse of a community, as whoever sees it. */
const withPulse = (work: (act: Acting, id: string) => Promise<unknown>) =>
  about(async (act, communityId) => {
    const [first] = await pulsesOf(act, communityId)
    return first && work(act, first.id)
  })

const openedLongAgo = (act: Acting) =>
  withCommunity(act, own, (communityId) =>
    openPulse(
      act,
      { communityId, about: 'Kuusiku külaselts' },
      {
        moment: 'before',
        label: '',
        opensOn: act.today.subtract({ days: 90 }),
        untilOn: act.today.subtract({ days: 60 }),
        expected: null,
      },
    ),
  )

export const pulseCalls: Record<string, HouseCall> = {
  'communities/pulse.store.ts pulsesOf': about(pulsesOf),
  'communities/pulse.store.ts pulsesOver': { before: openedLongAgo, own: pulsesOver },
  'communities/pulse.store.ts pulseMeans': about(pulseMeans),
  'communities/pulse.store.ts answersSoFar': about(async (act, communityId) =>
    answersSoFar(act, await pulsesOf(act, communityId)),
  ),
  'communities/pulse.store.ts openPulse': about((act, communityId) =>
    openPulse(
      act,
      { communityId, about: 'Kuusiku külaselts' },
      { moment: 'after', label: '', opensOn: act.today, untilOn: act.today, expected: 12 },
    ),
  ),
  'communities/pulse.store.ts lengthenPulse': withPulse((act, id) =>
    lengthenPulse(act, id, act.today.add({ days: 30 })),
  ),
  'communities/pulse.store.ts closePulse': withPulse(closePulse),
  'communities/pulse.store.ts closeDuePulses': {
    before: openedLongAgo,
    own: (act) => closeDuePulses(act),
  },
  'communities/pulse.store.ts heldPulse': { own: (act) => heldPulse(act) },
  'communities/pulse.store.ts answerPulse': { own: (act) => answerPulse(act, randomUUID(), answers) },
}
