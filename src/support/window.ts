/**
 * The days on which a check-in or a check-up can be given in time. Late entry stays possible for ever: a window only
 * tells when silence becomes a human's task. Reading and boundaries: docs/decisions/012-windows.md
 */
import { isBefore, type Day } from '../platform/day.ts'

export const windowKinds = ['checkin', 'checkup'] as const
export type WindowKind = (typeof windowKinds)[number]

export const windowStates = ['upcoming', 'open', 'missed', 'answered', 'late'] as const
export type WindowState = (typeof windowStates)[number]

/**
 * Days from the due day, that day included.
 * A check-in: 3, the grace of the probation service's remote check-ins (ministryofjustice/hmpps-esupervision-api).
 * A check-up: 14, ours: time for two rounds of calling; no published number was found.
 */
export const openDays: Readonly<Record<WindowKind, number>> = { checkin: 3, checkup: 14 }

export function lastOpenDay(kind: WindowKind, dueOn: Day): Day {
  return dueOn.add({ days: openDays[kind] - 1 })
}

/**
 * `late`: answered after the window. An answer before the due day is simply `answered`. All days are days of one time
 * zone; a moment becomes a day with `dayAt`.
 *
 * @param answeredOn for a check-up, the day it was held; not later than `today`.
 * @example windowState({ kind: 'checkin', dueOn: day('2026-01-10'), today: day('2026-01-13'), answeredOn: null }) // 'missed'
 */
export function windowState({
  kind,
  dueOn,
  today,
  answeredOn,
}: {
  kind: WindowKind
  dueOn: Day
  today: Day
  answeredOn: Day | null
}): WindowState {
  const lastDay = lastOpenDay(kind, dueOn)
  if (answeredOn !== null) return isBefore(lastDay, answeredOn) ? 'late' : 'answered'
  if (isBefore(today, dueOn)) return 'upcoming'
  return isBefore(lastDay, today) ? 'missed' : 'open'
}
