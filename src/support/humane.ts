/** When a message may wake somebody up: never. */
import { Temporal, type Moment } from '../platform/day.ts'

/** Ours: after breakfast, and before the evening is anybody's own. */
const from = Temporal.PlainTime.from('09:00')
const until = Temporal.PlainTime.from('20:00')

/**
 * The moment at which a message may leave: now, or at nine in the morning of the organisation's time zone.
 *
 * @example humaneMoment(Temporal.Instant.from('2026-11-23T04:00:00Z'), 'Europe/Tallinn') // 2026-11-23T07:00:00Z
 */
export function humaneMoment(now: Moment, timeZone: string): Moment {
  const local = now.toZonedDateTimeISO(timeZone)
  const time = local.toPlainTime()
  const early = Temporal.PlainTime.compare(time, from) < 0
  if (!early && Temporal.PlainTime.compare(time, until) < 0) return now
  const date = local.toPlainDate().add({ days: early ? 0 : 1 })
  return date.toZonedDateTime({ timeZone, plainTime: from }).toInstant()
}
