/** How far the two scorers of an interview agreed on their own, before they talked and combined their scores. */
import { total, wholeHundredths } from './readiness.ts'

export type Agreement = {
  /** Cells that both scored; every other number is about these. */
  cells: number
  /** In points of the scale; null where there is no cell. */
  meanDifference: number | null
  /** Share of cells with the same score, 0 to 1; null where there is no cell. */
  same: number | null
  /** Share of cells at most half a point apart, 0 to 1; null where there is no cell. */
  withinHalf: number | null
  /** Cohen's kappa with quadratic weights; null where chance alone would agree wholly, and for fewer than two cells. */
  weightedKappa: number | null
}

/**
 * How far two scorers agreed before they talked. A cell is one dimension of one interview: both scores as for `readiness`.
 * Throws `RangeError` for a score that is none.
 */
export function scorersAgreement(cells: readonly (readonly [number, number])[]): Agreement {
  const pairs = cells.map(([one, other]) => [wholeHundredths(one), wholeHundredths(other)] as const)
  const count = pairs.length
  if (count === 0)
    return { cells: 0, meanDifference: null, same: null, withinHalf: null, weightedKappa: null }
  const apart = pairs.map(([one, other]) => Math.abs(one - other))
  const share = (most: number) => apart.filter((distance) => distance <= most).length / count
  return {
    cells: count,
    meanDifference: total(apart) / count / 100,
    same: share(0),
    withinHalf: share(50),
    weightedKappa: quadraticKappa(pairs),
  }
}

/** 1 − observed ÷ expected squared distance; expected is over every pairing of one's scores with the other's (Cohen 1968). */
function quadraticKappa(pairs: readonly (readonly [number, number])[]): number | null {
  const observed = total(pairs.map(([one, other]) => (one - other) ** 2))
  const squares = total(pairs.map(([one, other]) => one ** 2 + other ** 2))
  const sums = [total(pairs.map(([one]) => one)), total(pairs.map(([, other]) => other))] as const
  const expected = pairs.length * squares - 2 * sums[0] * sums[1]
  return pairs.length < 2 || expected === 0 ? null : 1 - (pairs.length * observed) / expected
}
