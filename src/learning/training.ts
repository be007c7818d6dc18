/** A training: what it teaches, the days on which it is held, and who has a seat. */
import type { Day, Moment } from '../platform/day.ts'

export const audiences = ['trainers', 'staff', 'communities'] as const
export type Audience = (typeof audiences)[number]

export type Training = {
  id: string
  title: string
  forWhom: Audience
  programme: string
  materials: string
}
export type NewTraining = Omit<Training, 'id'> & {
  /** The wordings of methods it teaches; may be none. */
  versionIds: readonly string[]
}

export type SessionState = 'planned' | 'held' | 'cancelled'

/** How many may fit where not everybody does. */
export const seatsOfOne = { least: 2, most: 200 } as const

export type TrainingSession = {
  id: string
  trainingId: string
  onDay: Day
  /** `HH:MM` */
  fromTime: string
  untilTime: string
  place: string
  /** Null is as many as come. */
  seats: number | null
  state: SessionState
}
export type NewSession = Omit<TrainingSession, 'id' | 'trainingId' | 'state'>

export type Signup = {
  id: string
  sessionId: string
  accountId: string
  /** The order in which they signed up. */
  number: number
  signedAt: Moment
  withdrawnAt: Moment | null
  /** Null is not known. */
  attended: boolean | null
}

type InOrder = Pick<Signup, 'number' | 'withdrawnAt'>

/**
 * Who is in and who waits, each in the order in which they signed up: the first `seats` who have not withdrawn are in. Whoever withdraws moves the
 * next one up.
 */
export function standing<One extends InOrder>(
  signups: readonly One[],
  seats: number | null,
): { in: One[]; waiting: One[] } {
  const line = signups
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .toSorted((a, b) => a.number - b.number)
  const most = seats ?? line.length
  return { in: line.slice(0, most), waiting: line.slice(most) }
}

/** How full a session is, and where one account stands in it. */
export type Seats = { in: number; waiting: number; own: Own }
/** `waiting`: as which one, from 1. */
export type Own = { state: 'none' } | { state: 'in' } | { state: 'waiting'; place: number }

export function seatsFor(
  signups: readonly (InOrder & Pick<Signup, 'accountId'>)[],
  seats: number | null,
  accountId: string | null,
): Seats {
  const line = standing(signups, seats)
  const isOwn = (one: Pick<Signup, 'accountId'>) => one.accountId === accountId
  const place = line.waiting.findIndex(isOwn) + 1
  const own: Own = line.in.some(isOwn)
    ? { state: 'in' }
    : place > 0
      ? { state: 'waiting', place }
      : { state: 'none' }
  return { in: line.in.length, waiting: line.waiting.length, own }
}

/** Whether one may still sign up for it or withdraw: until its day is over. */
export const isOpen = ({ state, onDay }: Pick<TrainingSession, 'state' | 'onDay'>, today: Day) =>
  state === 'planned' && onDay.until(today).days <= 0

/** Whether it can be said who came: on its day and afterwards. */
export const hasBegun = ({ state, onDay }: Pick<TrainingSession, 'state' | 'onDay'>, today: Day) =>
  state !== 'cancelled' && onDay.until(today).days >= 0
