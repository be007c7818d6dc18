/** When one may say that one is there, and when a day has been held. */
import { Temporal, type Moment } from '../platform/day.ts'
import type { TrainingSession } from './training.ts'

type Times = Pick<TrainingSession, 'onDay' | 'fromTime' | 'untilTime'>

/** People come early and stay to clear up. Ours. */
const before = { hours: 1 }
const after = { hours: 2 }

/** So long before its end what was learnt can be asked about, while everybody is still in the room. Ours. */
const closing = { minutes: 15 }

const at = ({ onDay }: Times, time: string, timeZone: string) =>
  onDay.toZonedDateTime({ timeZone, plainTime: time }).toInstant()

/** From when until when the code of a day is good: around its hours, and on the day alone. */
export function codeTime(times: Times, timeZone: string): { from: Moment; until: Moment } {
  const dawn = times.onDay.toZonedDateTime(timeZone).toInstant()
  const night = times.onDay.add({ days: 1 }).toZonedDateTime(timeZone).toInstant()
  const from = at(times, times.fromTime, timeZone).subtract(before)
  const until = at(times, times.untilTime, timeZone).add(after)
  return {
    from: Temporal.Instant.compare(from, dawn) < 0 ? dawn : from,
    until: Temporal.Instant.compare(until, night) > 0 ? night : until,
  }
}

export type CodeState = 'cancelled' | 'early' | 'open' | 'over'

/** `until` itself is over already. */
export function codeState(
  session: Times & Pick<TrainingSession, 'state'>,
  now: Moment,
  timeZone: string,
): CodeState {
  if (session.state === 'cancelled') return 'cancelled'
  const { from, until } = codeTime(session, timeZone)
  if (Temporal.Instant.compare(now, from) < 0) return 'early'
  return Temporal.Instant.compare(now, until) < 0 ? 'open' : 'over'
}

/** Whether a day on which somebody was there has been held. */
export function isHeldBy(times: Times, now: Moment, timeZone: string): boolean {
  const end = at(times, times.untilTime, timeZone).subtract(closing)
  return Temporal.Instant.compare(now, end) >= 0
}
