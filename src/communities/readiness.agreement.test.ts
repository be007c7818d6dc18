import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scorersAgreement } from './readiness.agreement.ts'

const scores = fc.integer({ min: 100, max: 900 }).map((hundredths) => hundredths / 100)

describe('the agreement of two scorers', () => {
  test('is told by how far apart they were, with the number of cells', () => {
    const agreement = scorersAgreement([
      [3, 3],
      [4, 4.5],
      [2, 3],
      [6.25, 6],
    ])
    expect(agreement).toMatchObject({ cells: 4, meanDifference: 0.4375, same: 0.25, withinHalf: 0.75 })
    // By hand: squared differences add up to 0.25 + 1 + 0.0625 in the 4 cells, and to 66 over all 16 pairings.
    expect(agreement.weightedKappa).toBeCloseTo(1 - 1.3125 / 4 / (66 / 16), 12)
  })

  test('gives the kappa that a textbook table gives', () => {
    // Two categories: 20 both yes, 15 both no, 5 and 10 apart: kappa 0.4 with any weights.
    const times = (count: number, pair: [number, number]) => Array.from({ length: count }, () => pair)
    const table = [...times(20, [1, 1]), ...times(5, [1, 2]), ...times(10, [2, 1]), ...times(15, [2, 2])]
    expect(scorersAgreement(table).weightedKappa).toBeCloseTo(0.4, 12)
  })

  test('is whole where they agree on different scores, and has no kappa where chance would agree as well', () => {
    const wholly = scorersAgreement([
      [2, 2],
      [5, 5],
    ])
    expect(wholly).toEqual({ cells: 2, meanDifference: 0, same: 1, withinHalf: 1, weightedKappa: 1 })
    const flat = [
      [4, 4],
      [4, 4],
    ] as const
    expect(scorersAgreement(flat).weightedKappa).toBeNull()
    expect(scorersAgreement([[3, 4]]).weightedKappa).toBeNull()
  })

  test('of no cell is unknown', () => {
    expect(scorersAgreement([])).toEqual({
      cells: 0,
      meanDifference: null,
      same: null,
      withinHalf: null,
      weightedKappa: null,
    })
  })

  test('does not depend on who is called the first, nor on the order of the cells', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(scores, scores), { maxLength: 40 }), (cells) => {
        const agreement = scorersAgreement(cells)
        expect(scorersAgreement(cells.map(([one, other]) => [other, one] as const))).toEqual(agreement)
        expect(scorersAgreement(cells.toReversed())).toEqual(agreement)
        if (agreement.weightedKappa === null) return
        expect(agreement.weightedKappa).toBeLessThanOrEqual(1)
        expect(agreement.weightedKappa).toBeGreaterThanOrEqual(-1)
      }),
    )
  })
})
