/** How each dimension of readiness has gone over the assessments of a community. */
import { isBefore, type Day } from '../platform/day.ts'
import type { Dimension } from './readiness.ts'
import { reachedIn, type RoundResult } from './round.ts'

/** Fewer rounds than this are a before and an after, and no line. */
export const leastRounds = 3

export type DimensionLine = {
  dimension: Dimension
  /** One for each round, the oldest first; null where it was not asked about. */
  points: { on: Day; score: number | null }[]
}

/** One line for each dimension that was ever asked about, in the order of the newest round. None for fewer than three rounds. */
export function linesOf(results: readonly RoundResult[]): DimensionLine[] {
  if (results.length < leastRounds) return []
  const rounds = results.toSorted((a, b) =>
    a.on.equals(b.on) ? (a.round.id < b.round.id ? -1 : 1) : isBefore(a.on, b.on) ? -1 : 1,
  )
  const asked = new Set(rounds.toReversed().flatMap(({ round }) => round.dimensions))
  return [...asked].map((dimension) => ({
    dimension,
    points: rounds.map((result) => ({
      on: result.on,
      score: reachedIn(result, dimension)?.score ?? null,
    })),
  }))
}
