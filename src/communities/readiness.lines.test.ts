import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { linesOf } from './readiness.lines.ts'
import { dimensionKeys, type Dimension } from './readiness.ts'
import { resultOf, type RoundResult } from './round.ts'

/** A closed round; what each dimension came to, in points. */
function closed(id: string, on: string, scores: Partial<Record<Dimension, number>>): RoundResult {
  const asked = dimensionKeys.filter((dimension) => scores[dimension] !== undefined)
  return resultOf(
    {
      id,
      communityId: 'k',
      variant: 'five',
      version: 1,
      dimensions: asked,
      smallAndAlike: false,
      begunOn: day(on).subtract({ days: 14 }),
      closedOn: day(on),
    },
    asked.map((dimension) => ({ dimension, sumHundredths: (scores[dimension] ?? 0) * 100, interviews: 1 })),
  )
}

const [climate, leadership, knowledge] = ['climate', 'leadership', 'knowledge'] as const
const three = [
  closed('c', '2026-11-16', { climate: 5, leadership: 4.25 }),
  closed('b', '2026-05-10', { climate: 4 }),
  closed('a', '2025-11-02', { climate: 3.25, leadership: 4.5, knowledge: 2 }),
]

test('every dimension has a line over all rounds, the oldest first, broken where it was not asked about', () => {
  const lines = linesOf(three).map(({ dimension, points }) => [dimension, points.map(({ score }) => score)])
  expect(lines).toEqual([
    [climate, [3.25, 4, 5]],
    [leadership, [4.5, null, 4.25]],
    [knowledge, [2, null, null]],
  ])
})

test('fewer than three rounds are no line', () => {
  expect(linesOf(three.slice(0, 2))).toEqual([])
})

test('the order in which rounds come never matters', () => {
  const round = fc.record({
    id: fc.uuid(),
    on: fc.constantFrom('2025-11-02', '2026-05-10', '2026-05-11', '2026-11-16'),
    scores: fc.dictionary(
      fc.constantFrom(...dimensionKeys),
      fc.integer({ min: 4, max: 36 }).map((n) => n / 4),
    ),
  })
  fc.assert(
    fc.property(
      fc
        .uniqueArray(round, { selector: ({ id }) => id, minLength: 3, maxLength: 8 })
        .chain((rounds) =>
          fc.tuple(
            fc.constant(rounds),
            fc.shuffledSubarray(rounds, { minLength: rounds.length, maxLength: rounds.length }),
          ),
        ),
      ([rounds, shuffled]) => {
        const drawn = (those: typeof rounds) =>
          linesOf(those.map(({ id, on, scores }) => closed(id, on, scores)))
        expect(drawn(shuffled)).toEqual(drawn(rounds))
      },
    ),
  )
})
