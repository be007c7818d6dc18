/** People pass to another coordinator, with all that waits: the one way, whether by an accepted offer or by the lead's own hand. */
import { endOffers } from '../people/move.store.ts'
import { handOver } from '../people/sight.store.ts'
import type { Acting } from '../platform/actor.ts'
import { takeTurn } from '../support/turn.ts'
import { giveTasks } from '../tasks/task.store.ts'

/** @param act as the lead, or as the house on the receiver's word */
export async function passOn(act: Acting, personIds: readonly string[], toId: string): Promise<void> {
  // In one order, so that two who do this at once do not wait for each other.
  for (const personId of personIds.toSorted()) {
    await takeTurn(act, personId)
    await giveTasks(act, personId, toId)
    await handOver(act, personId, toId)
  }
  await endOffers(act, personIds)
}
