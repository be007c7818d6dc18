/** What of a person's own past helps with the reply to a check-in. */
import type { Day } from '../platform/day.ts'
import type { CheckinEntry } from './checkin.store.ts'
import type { CheckinReply } from './checkin.ts'

/** Replies to which one's own words from a better time are put beside the steps. */
const hard: ReadonlySet<CheckinReply> = new Set([
  'after_use',
  'hard_situation',
  'craving',
  'unsure_of_week',
  'hard_week',
  'alone',
])

/** Ours, as in `checkin.ts`: it only chooses which of the person's own words are shown back to them. */
const GOOD = 7

export type OwnWords = { words: string; on: Day }

/**
 * The newest words the person wrote themself when it went well; null where there are none, or where now is not hard.
 *
 * @param entries the newest first
 * @param now the id of the answer that is replied to
 */
export function wordsOfBetterTime(
  reply: CheckinReply,
  entries: readonly CheckinEntry[],
  now: string,
): OwnWords | null {
  if (!hard.has(reply)) return null
  for (const { answer } of entries) {
    if (!answer || answer.way === 'telephone' || answer.id === now) continue
    const { wellbeing, words } = answer.answers
    if (wellbeing !== null && wellbeing >= GOOD && words !== null) return { words, on: answer.givenOn }
  }
  return null
}
