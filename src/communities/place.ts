/** A place that a community offers, and how much of it is free on which days. */
import { isBefore, laterOf, type Day } from '../platform/day.ts'
import type { CommunityLanguage } from './community.ts'
import { mayBeOn, type Schedule } from './place-schedule.ts'

/**
 * - `person`: a mentor, a support person, somebody who gives time for single tasks
 * - `taster`: a first visit, with somebody who goes along
 */
export const placeKinds = ['activity', 'living', 'work', 'person', 'taster'] as const
export type PlaceKind = (typeof placeKinds)[number]

export const accesses = ['step_free', 'accessible_toilet', 'quiet', 'public_transport'] as const
export type Access = (typeof accesses)[number]

export const features = [
  'substance_free',
  'women_only',
  'men_only',
  'evening',
  'weekend',
  'children_welcome',
  'pets',
] as const
export type Feature = (typeof features)[number]

export type Place = {
  id: string
  communityId: string
  organisationId: string
  kind: PlaceKind
  title: string
  /** What one does there. */
  what: string
  schedule: Schedule
  languages: CommunityLanguage[]
  access: Access[]
  features: Feature[]
  rules: string
  /** Null: free of charge. */
  costCents: number | null
  costNote: string
  /** It takes place with at least so many. */
  minimum: number
  total: number
  startsOn: Day | null
  endsOn: Day | null
  confirmedOn: Day | null
  /** Null: of where it is, no more is said than the community's municipality. */
  locationId: string | null
  state: 'open' | 'closed'
}

/** What a form may write. */
export type PlaceOffer = Omit<Place, 'id' | 'communityId' | 'organisationId' | 'confirmedOn' | 'state'>

/** What names somebody of the community; sealed in the database, and never shown without an account. */
export type PlaceContact = { buddy: string | null; trouble: string | null; call: string | null }

/** So many are taken on these days; `until` is the last one, null: for good. */
export type Taken = { from: Day; until: Day | null; count: number }

/** Why it is taken, in words that can name nobody. */
export const holdLabels = ['coordinator', 'community', 'pause'] as const
export type HoldLabel = (typeof holdLabels)[number]

/** A place's word is good for a quarter of a year: after that somebody asks again. */
export const confirmedForDays = 90

export function toConfirm({ confirmedOn }: Pick<Place, 'confirmedOn'>, today: Day): boolean {
  return confirmedOn === null || isBefore(confirmedOn.add({ days: confirmedForDays }), today)
}

/** The day on which somebody asks again: the first on which its word is too old, and today where that is over already. Null where nobody need ask. */
export function asksOn(
  { confirmedOn, state, endsOn }: Pick<Place, 'confirmedOn' | 'state' | 'endsOn'>,
  today: Day,
): Day | null {
  const on = confirmedOn ? laterOf(confirmedOn.add({ days: confirmedForDays + 1 }), today) : today
  return state === 'closed' || (endsOn && isBefore(endsOn, on)) ? null : on
}

const covers = ({ from, until }: Taken, day: Day) =>
  !isBefore(day, from) && (until === null || !isBefore(until, day))

/** Places taken on that day. */
export function takenOn(taken: readonly Taken[], day: Day): number {
  return taken.reduce((sum, one) => sum + (covers(one, day) ? one.count : 0), 0)
}

/**
 * What is free on the worst day from `from` to `until` (null: for good): so many can come and stay.
 *
 * @example freeBetween(4, [{ from: day('2026-12-01'), until: null, count: 1 }], day('2026-11-01'), null) // 3
 */
export function freeBetween(total: number, taken: readonly Taken[], from: Day, until: Day | null): number {
  // The sum rises only on days on which somebody comes.
  const days = [from, ...taken.map((one) => one.from)].filter(
    (day) => !isBefore(day, from) && (until === null || !isBefore(until, day)),
  )
  return total - Math.max(0, ...days.map((day) => takenOn(taken, day)))
}

type Offered = Pick<Place, 'total' | 'startsOn' | 'endsOn' | 'state'>

/** How many can come today, or on the first day there is, and stay to the end. None where it is closed or over. */
export function freeNow(
  { total, startsOn, endsOn, state }: Offered,
  taken: readonly Taken[],
  today: Day,
): number {
  const from = startsOn ? laterOf(startsOn, today) : today
  if (state === 'closed' || (endsOn && isBefore(endsOn, from))) return 0
  return freeBetween(total, taken, from, endsOn)
}

/** How many can come on that one day, today or later. None where it is closed, or not there on that day. */
export function freeOn(place: Offered & Pick<Place, 'schedule'>, taken: readonly Taken[], day: Day): number {
  const { total, startsOn, endsOn, state, schedule } = place
  if (state === 'closed' || (startsOn && isBefore(day, startsOn)) || (endsOn && isBefore(endsOn, day)))
    return 0
  return mayBeOn(schedule, day) ? Math.max(0, total - takenOn(taken, day)) : 0
}

/** Where somebody can come now but not stay to the end: for how many there is room, and the first day on which there is none; null otherwise. */
export function freeUntil(
  place: Offered,
  taken: readonly Taken[],
  today: Day,
): { free: number; until: Day } | null {
  const from = place.startsOn ? laterOf(place.startsOn, today) : today
  const free = place.total - takenOn(taken, from)
  if (place.state === 'closed' || free <= 0 || freeNow(place, taken, today) > 0) return null
  const full = takenByDate(taken, from).find((turn) => turn.taken >= place.total)
  return full && (!place.endsOn || !isBefore(place.endsOn, full.from)) ? { free, until: full.from } : null
}

/** The first day from which somebody can come and stay; null where there is none in sight. */
export function freeSince(place: Offered, taken: readonly Taken[], today: Day): Day | null {
  const from = place.startsOn ? laterOf(place.startsOn, today) : today
  const ends = taken.flatMap(({ until }) => (until === null ? [] : [until.add({ days: 1 })]))
  const days = [from, ...ends.filter((day) => isBefore(from, day))].sort((a, b) => (isBefore(a, b) ? -1 : 1))
  return days.find((day) => freeNow(place, taken, day) > 0) ?? null
}

/** The days from `from` on on which the number taken changes, with the number from then on. */
export function takenByDate(taken: readonly Taken[], from: Day): { from: Day; taken: number }[] {
  const turns = taken.flatMap(({ from, until }) => (until === null ? [from] : [from, until.add({ days: 1 })]))
  const days = [from, ...turns.filter((day) => isBefore(from, day))].sort((a, b) => (isBefore(a, b) ? -1 : 1))
  return days
    .map((day) => ({ from: day, taken: takenOn(taken, day) }))
    .filter(({ taken }, index, all) => index === 0 || all[index - 1]?.taken !== taken)
}
