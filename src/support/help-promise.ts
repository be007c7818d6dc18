/** What is promised to somebody who asks to be called, and to somebody who sent a check-in. */
import { Temporal, addWorkingDays, type Day, type Moment } from '../platform/day.ts'

/** Times of day are those of the organisation's time zone. */
export type HelpPromise = {
  /** Asked from here on, this minute included … */
  askedFrom: Temporal.PlainTime
  /** … and before this minute, a call comes within `withinHours`. */
  askedUntil: Temporal.PlainTime
  withinHours: number
  /** Asked at any other time: at this time of the next morning. */
  otherwiseAt: Temporal.PlainTime
}

/**
 * The moment by which somebody who asked at `askedAt` is called. Hours are hours that pass, also in the night in which the clock is
 * changed. Weekends count like any day: so does what people go through on them.
 */
export function callBy(promise: HelpPromise, askedAt: Moment, timeZone: string): Moment {
  const asked = askedAt.toZonedDateTimeISO(timeZone)
  const time = asked.toPlainTime()
  const early = Temporal.PlainTime.compare(time, promise.askedFrom) < 0
  const late = Temporal.PlainTime.compare(time, promise.askedUntil) >= 0
  if (!early && !late) return askedAt.add({ hours: promise.withinHours })
  const morning = asked.toPlainDate().add({ days: early ? 0 : 1 })
  return morning.toZonedDateTime({ timeZone, plainTime: promise.otherwiseAt }).toInstant()
}

/** The day by which a check-in given on `givenOn` is read: the next working day. */
export function readBy(givenOn: Day): Day {
  return addWorkingDays(givenOn, 1)
}
