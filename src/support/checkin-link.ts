/** How long the link to a check-in works. */
import { earlierOf, laterOf, type Day, type Moment } from '../platform/day.ts'
import { openDays } from './window.ts'

/** Late is fine, but not for ever: a link that lies about in an old message opens nothing. Ours. */
export const longestDays = 14

/**
 * The moment at which it ends: when the next check-in is due, or after fourteen days, whichever is sooner, and never before the check-in
 * counts as missed. A day begins at midnight of the organisation.
 *
 * @param nextDueOn null where none follows
 * @example linkEnds({ dueOn: day('2026-11-23'), nextDueOn: day('2026-11-30'), timeZone: 'Europe/Tallinn' }) // 2026-11-29T22:00:00Z
 */
export function linkEnds({
  dueOn,
  nextDueOn,
  timeZone,
}: {
  dueOn: Day
  nextDueOn: Day | null
  timeZone: string
}): Moment {
  const longest = dueOn.add({ days: longestDays })
  const until = laterOf(
    dueOn.add({ days: openDays.checkin }),
    nextDueOn ? earlierOf(nextDueOn, longest) : longest,
  )
  return until.toZonedDateTime(timeZone).toInstant()
}
