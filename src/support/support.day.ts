/** What of continuing support waits for this actor today, with the one next action each. */
import type { Acting } from '../platform/actor.ts'
import type { DayItem } from '../platform/room.ts'
import type { Locale } from '../platform/words.ts'

export async function supportDay(act: Acting, locale: Locale): Promise<DayItem[]> {
  return pending(act, locale)
}

function pending(..._: unknown[]): never {
  throw new Error('not written yet')
}
