/**
 * Silence: a check-in or a check-up went by. It is one task a person, it says nothing about them, and a sign of life
 * answers it.
 */
import { isBefore, isWorkingDay, type Day } from '../platform/day.ts'
import { lastOpenDay, openDays, type WindowKind } from './window.ts'

/** The first day on which it counts as missed. */
export function missedFrom(kind: WindowKind, dueOn: Day): Day {
  return lastOpenDay(kind, dueOn).add({ days: 1 })
}

/** A sign of life: the last answer or talk, and the last talk alone. */
export type Signs = { heard: Day | null; spoken: Day | null }

/**
 * For so many days, its own included, a talk stands for the check-ins that go by: whoever was spoken with last week is not looked for because
 * of one of them. Two rounds of the closest rhythm, so that in the weekly months somebody who never answers is called every
 * fortnight. Ours; see docs/decisions/048-day-of-work.md.
 */
export const talkStandsDays = 14

/**
 * Whether a sign of life on `sign` answers a silence that began on `silentFrom`. One in the days for which a check-in is open does: somebody
 * who was called on the second of them is not silent on the fourth.
 */
export function answersSilence(sign: Day, silentFrom: Day): boolean {
  return !isBefore(sign, silentFrom.subtract({ days: openDays.checkin }))
}

/**
 * Whether nobody has heard anything about what went by on `silentFrom`. A talk stands for longer than an answer: who answered last week and
 * does not this week has fallen silent since, and nobody has spoken with them.
 */
export function isSilence({ heard, spoken }: Signs, silentFrom: Day): boolean {
  if (heard !== null && answersSilence(heard, silentFrom)) return false
  return spoken === null || !isBefore(silentFrom, spoken.add({ days: talkStandsDays }))
}

/**
 * The day on which somebody should see to a silence that began on `silentFrom`. What began at a weekend does not all come on one Monday:
 * Saturday's is for Monday, Sunday's for Tuesday.
 */
export function silenceDue(silentFrom: Day): Day {
  return isWorkingDay(silentFrom) ? silentFrom : silentFrom.add({ days: 2 })
}
