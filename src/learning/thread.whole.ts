/** Everything of a thread that the actor sees, with all that is known of each: for a file, not for a page. */
import type { Acting } from '../platform/actor.ts'
import { methodsOf, versionsOf } from './method.store.ts'
import { mobilitiesOf, observationsOf } from './mobility.store.ts'
import { taughtIn, trainingsOf } from './training.store.ts'
import { adaptationsOf, resultsOf, trialsOf } from './trial.store.ts'

export type WholeMembers = Awaited<ReturnType<typeof wholeMembers>>

export async function wholeMembers(act: Acting) {
  return {
    mobilities: await mobilitiesOf(act),
    observations: await observationsOf(act),
    methods: await methodsOf(act),
    versions: await versionsOf(act),
    trainings: await trainingsOf(act),
    taught: await taughtIn(act),
    adaptations: await adaptationsOf(act),
    trials: (await trialsOf(act)).reverse(),
    results: await resultsOf(act),
  }
}
