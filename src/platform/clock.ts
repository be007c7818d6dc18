import { Temporal, type Moment } from './day.ts'

/** Where `now` comes from. Made once in `main.ts`; tests and the simulation hand in their own. */
export type Clock = { now(): Moment }

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that stands still until it is told otherwise. */
export function fixedClock(start: string): Clock & { set(moment: string): void } {
  let moment = Temporal.Instant.from(start)
  return {
    now: () => moment,
    set: (next) => {
      moment = Temporal.Instant.from(next)
    },
  }
}
