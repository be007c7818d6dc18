/**
 * Silence: a check-in or a check-up went by. It is one task a person, it says nothing about them, and a sign of life
 * answers it.
 */
import { isBefore, type Day } from '../platform/day.ts'
import { lastOpenDay, openDays, type WindowKind } from './window.ts'

/** The first day on which it counts as missed. */
export function missedFrom(kind: WindowKind, dueOn: Day): Day {
  return lastOpenDay(kind, dueOn).add({ days: 1 })
}

/**
 * Whether a sign of life (an answer, a talk) on `sign` answers a silence that began on `silentFrom`. One in the days for which a
 * check-in is open does: somebody who was called on the second of them is not silent on the fourth.
 */
export function answersSilence(sign: Day, silentFrom: Day): boolean {
  return !isBefore(sign, silentFrom.subtract({ days: openDays.checkin }))
}
