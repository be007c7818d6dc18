/** The pulse of a community: what is asked, how it is scored, and when something of it is shown. */
import { isBefore, type Day } from '../platform/day.ts'

/** After the social-trust items of the European Social Survey; 0 to 10, higher is more trust. */
export const trustKeys = ['trust', 'fairness', 'helpfulness'] as const
/** Ours; 0 "gladly" to 3 "rather not", higher is more distance. */
export const distanceKeys = ['neighbour', 'hobby', 'workmate', 'lodger', 'evening'] as const
export const itemKeys = [...trustKeys, ...distanceKeys] as const
export type Item = (typeof itemKeys)[number]

export const measures = {
  /** Two of three: our rule, reference GESIS-ZIS zis235 for the items. */
  trust: { items: trustKeys, highest: 10, least: 2 },
  /** More than half of them. */
  distance: { items: distanceKeys, highest: 3, least: 3 },
} as const
export const measureKeys = ['trust', 'distance'] as const
export type Measure = (typeof measureKeys)[number]

/** Fewer people than this are not shown together. The database holds to it as well (migrations/023-pulse.sql). */
export const leastPeople = 5

/** One person's answers; null where they left something out. */
export type Answers = Record<Item, number | null>

export const highestOf = (item: Item): number =>
  measures[trustKeys.some((key) => key === item) ? 'trust' : 'distance'].highest

/** The mean of what one person answered, 0 to `highest`; null where they left out too much. */
export function scoreOf(measure: Measure, answers: Answers): number | null {
  const { items, least } = measures[measure]
  const given = items.flatMap((item) => answers[item] ?? [])
  return given.length < least ? null : given.reduce((sum, one) => sum + one, 0) / given.length
}

/** `tenths`: the mean of the people's means, rounded to one decimal, times ten. */
export type Mean = { measure: Measure; people: number; tenths: number }

/** Nothing of a measure that fewer than five people have answered. */
export function meansOf(sheets: readonly Answers[]): Mean[] {
  return measureKeys.flatMap((measure) => {
    // Sorted, so that the sum is the same in whatever order they lie.
    const scores = sheets.flatMap((sheet) => scoreOf(measure, sheet) ?? []).toSorted((a, b) => a - b)
    if (scores.length < leastPeople) return []
    const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length
    return [{ measure, people: scores.length, tenths: Math.round(mean * 10) }]
  })
}

export const moments = ['before', 'after'] as const
export type PulseMoment = (typeof moments)[number]

export type Pulse = {
  id: string
  moment: PulseMoment
  label: string
  /** How the community was called when it was asked. */
  about: string
  version: number
  opensOn: Day
  untilOn: Day
  /** How many people could answer; null where nobody knows. */
  expected: number | null
  codeHash: Buffer
  closedOn: Day | null
  /** How many had answered when it was closed. */
  answers: number | null
}
export type NewPulse = Pick<Pulse, 'moment' | 'label' | 'opensOn' | 'untilOn' | 'expected'>

export type PulseState = 'coming' | 'open' | 'over' | 'closed'

/** `over`: its last day has passed, and it has not been counted yet. */
export function stateOf(
  { closedOn, opensOn, untilOn }: Pick<Pulse, 'closedOn' | 'opensOn' | 'untilOn'>,
  today: Day,
): PulseState {
  if (closedOn) return 'closed'
  if (isBefore(today, opensOn)) return 'coming'
  return isBefore(untilOn, today) ? 'over' : 'open'
}

/** Days for which a pulse that too few have answered waits for somebody to lengthen it. */
export const graceDays = 14

/** Until then it can be lengthened; afterwards it is closed with nothing to show. */
export const lastChance = ({ untilOn }: Pick<Pulse, 'untilOn'>): Day => untilOn.add({ days: graceDays })

/** Whether the house counts a pulse by itself: the day after the last one, or later where there would be nothing to show. */
export function isDue(
  pulse: Pick<Pulse, 'closedOn' | 'opensOn' | 'untilOn'>,
  answers: number,
  today: Day,
): boolean {
  if (stateOf(pulse, today) !== 'over') return false
  return answers >= leastPeople || isBefore(lastChance(pulse), today)
}

/** The latest "after" that was counted, and the "before" that came before it; while there is no "after", the latest "before". */
export function besideOf<P extends Pick<Pulse, 'moment' | 'closedOn' | 'opensOn' | 'id'>>(
  pulses: readonly P[],
): Partial<Record<PulseMoment, P>> {
  const key = ({ opensOn, id }: P) => `${opensOn.toString()} ${id}`
  const counted = pulses
    .filter(({ closedOn }) => closedOn !== null)
    .toSorted((a, b) => (key(a) < key(b) ? 1 : -1))
  const after = counted.find(({ moment }) => moment === 'after')
  const before = counted.find(
    (one) => one.moment === 'before' && !(after && isBefore(after.opensOn, one.opensOn)),
  )
  return { ...(before && { before }), ...(after && { after }) }
}
