/**
 * Days and moments. A day is a `Temporal.PlainDate` and never a `Date`; a moment is a `Temporal.Instant`.
 * Rules take `today` and `now` as arguments; the one clock is made in `main.ts` (see `clock.ts`).
 */
import { Temporal } from 'temporal-polyfill'

export { Temporal }
export type Day = Temporal.PlainDate
export type Moment = Temporal.Instant

/** A day from `2026-01-10`. Throws a RangeError on anything that is not a real day in that form. */
export function day(text: string): Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(`not a day: ${text}`)
  return Temporal.PlainDate.from(text, { overflow: 'reject' })
}

/** The same, but `null` where the text is no real day. */
export function dayOrNull(text: string): Day | null {
  try {
    return day(text)
  } catch {
    return null
  }
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return from.until(to, { largestUnit: 'day' }).days
}

export function isBefore(a: Day, b: Day): boolean {
  return Temporal.PlainDate.compare(a, b) < 0
}

export function earlierOf(a: Day, b: Day): Day {
  return isBefore(b, a) ? b : a
}

export function laterOf(a: Day, b: Day): Day {
  return isBefore(a, b) ? b : a
}

/** The day it is at `moment` in `timeZone` (such as `Europe/Tallinn`). */
export function dayAt(moment: Moment, timeZone: string): Day {
  return moment.toZonedDateTimeISO(timeZone).toPlainDate()
}

/** Monday to Friday. Public holidays are not known here: what falls on one can be moved. */
export function isWorkingDay(date: Day): boolean {
  return date.dayOfWeek <= 5
}

/** The `count`-th working day after `from`; the next working day for 1, and `from` itself for 0. */
export function addWorkingDays(from: Day, count: number): Day {
  let date = from
  for (let left = count; left > 0;) {
    date = date.add({ days: 1 })
    if (isWorkingDay(date)) left -= 1
  }
  return date
}
