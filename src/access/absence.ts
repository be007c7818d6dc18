/**
 * Who is away, and who stands in: the rules. An absence is the days from `from` to `until`, both away; why somebody is away is asked by
 * nobody.
 */
import type { Role } from '../platform/actor.ts'
import { isBefore, isWorkingDay, laterOf, type Day } from '../platform/day.ts'

/**
 * - `said`: declared by whoever is away, or by the lead for them
 * - `noticed`: not seen for days while something that waits for them is overdue
 * - `left`: the account is closed
 */
export type AwayWhy = 'said' | 'noticed' | 'left'

export type Away = {
  from: Day
  /** The last day away; null where nobody knows it. */
  until: Day | null
  substituteId: string | null
  why: AwayWhy
}

/** The roles whose holders people wait for. */
export const coveredRoles = ['coordinator', 'supporter', 'lead'] as const satisfies readonly Role[]

/** Days in a row, both included; without a last one it is not known when they end. */
export type Span = { from: Day; until: Day | null }

export function covers(span: Span, date: Day): boolean {
  return !isBefore(date, span.from) && (span.until === null || !isBefore(span.until, date))
}

export function meet(a: Span, b: Span): boolean {
  const begins = laterOf(a.from, b.from)
  return covers(a, begins) && covers(b, begins)
}

/** An absence as the rules need it. */
export type Standing = Span & { accountId: string; substituteId: string | null }

export type AbsenceProblem =
  'from-past' | 'until-before-from' | 'until-past' | 'overlap' | 'substitute-away' | 'covers-another'

/** So many days back an absence may still be written down. */
export const daysBack = 31

/**
 * What keeps an absence from being written down.
 *
 * @param others all that stand, without the one that is changed
 */
export function absenceProblem(
  wanted: Standing,
  others: readonly Standing[],
  today: Day,
): AbsenceProblem | null {
  if (isBefore(wanted.from, today.subtract({ days: daysBack }))) return 'from-past'
  if (wanted.until && isBefore(wanted.until, wanted.from)) return 'until-before-from'
  if (wanted.until && isBefore(wanted.until, today)) return 'until-past'
  const met = others.filter((other) => meet(other, wanted))
  if (met.some(({ accountId }) => accountId === wanted.accountId)) return 'overlap'
  if (met.some(({ accountId }) => accountId === wanted.substituteId)) return 'substitute-away'
  // Whoever stands in for somebody goes away only after that somebody has another substitute.
  if (met.some(({ substituteId }) => substituteId === wanted.accountId)) return 'covers-another'
  return null
}

/** What of `content/absence.json` decides when an absence is noticed. */
export type NoticeRule = { workingDays: number }

/**
 * The day from which somebody counts as away although nobody said so: they have not been seen on so many working days before today, and
 * something waits for them, be it only since this morning: else what comes due today would rest with nobody. Null where they do not.
 *
 * @param waitingSince the earliest day of what waits for them; null where nothing waits
 * @param lastSeenOn where they were never seen, the day their account was opened
 * @param wasOpen whether anybody could sign in on a day; on one on which the server was off nobody is missed
 * @example noticedFrom({ lastSeenOn: day('2026-11-20'), waitingSince: day('2026-11-23') }, { workingDays: 2 }, day('2026-11-25')) // 2026-11-21
 */
export function noticedFrom(
  { lastSeenOn, waitingSince }: { lastSeenOn: Day; waitingSince: Day | null },
  { workingDays }: NoticeRule,
  today: Day,
  wasOpen: (date: Day) => boolean = () => true,
): Day | null {
  if (waitingSince === null || isBefore(today, waitingSince)) return null
  let missed = 0
  // Today is not over: it does not count.
  for (
    let date = today.subtract({ days: 1 });
    isBefore(lastSeenOn, date);
    date = date.subtract({ days: 1 })
  ) {
    if (isWorkingDay(date) && wasOpen(date)) missed += 1
    if (missed >= workingDays) return lastSeenOn.add({ days: 1 })
  }
  return null
}
