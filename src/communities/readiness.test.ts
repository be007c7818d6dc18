import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  actionsFor,
  dimensionKeys,
  inHundredths,
  interviewsMissing,
  quarterSteps,
  readiness,
  stages,
  type Action,
  type Dimension,
  type Interview,
} from './readiness.ts'

/** Interviews that have a combined score for one dimension. */
function one(dimension: Dimension, ...scores: number[]): Interview[] {
  return scores.map((score) => ({ combined: { [dimension]: score } }))
}

function reachedWith(...scores: number[]) {
  return readiness({ dimensions: ['leadership'], interviews: one('leadership', ...scores) }).overall
}

describe('a dimension', () => {
  test('has the mean of the combined scores, and its stage is rounded down', () => {
    expect(reachedWith(3.5)).toEqual({ score: 3.5, stage: 3 })
    expect(reachedWith(3, 4)).toEqual({ score: 3.5, stage: 3 })
    expect(reachedWith(1)).toEqual({ score: 1, stage: 1 })
    expect(reachedWith(1.99)).toEqual({ score: 1.99, stage: 1 })
    expect(reachedWith(9)).toEqual({ score: 9, stage: 9 })
    expect(reachedWith(8.99, 9)).toEqual({ score: 9, stage: 8 })
  })

  test('that reaches a stage exactly is on it, whatever floating numbers make of the sum', () => {
    expect(reachedWith(3.99, 4, 4.01)).toEqual({ score: 4, stage: 4 })
    expect(reachedWith(2.8, 2.9, 3.3)).toEqual({ score: 3, stage: 3 })
    expect(reachedWith(4.1, 4.2, 6.7)).toEqual({ score: 5, stage: 5 })
    expect(reachedWith(...Array.from({ length: 9 }, () => 1.1))).toEqual({ score: 1.1, stage: 1 })
  })

  test('is floored before it is rounded: shown as 4, it may still be on stage 3', () => {
    expect(reachedWith(3.99, 4)).toEqual({ score: 4, stage: 3 })
    expect(reachedWith(3.99, 4, 4)).toEqual({ score: 4, stage: 3 })
  })

  test('is shown to two decimals, half up', () => {
    expect(reachedWith(3, 3, 4)?.score).toBe(3.33)
    expect(reachedWith(3, 4, 4)?.score).toBe(3.67)
    expect(reachedWith(1, 1.01)?.score).toBe(1.01)
    expect(reachedWith(2.02, 2.03, 2.02, 2.03)?.score).toBe(2.03)
  })

  test('is divided by the interviews that have a score for it, and says how many', () => {
    const interviews = [...one('leadership', 3, 4), ...one('climate', 8)]
    expect(readiness({ dimensions: ['leadership', 'climate'], interviews }).dimensions).toEqual([
      { dimension: 'leadership', reached: { score: 3.5, stage: 3 }, interviews: 2 },
      { dimension: 'climate', reached: { score: 8, stage: 8 }, interviews: 1 },
    ])
  })

  test('nobody spoke about is unknown, not on stage 1: it counts nowhere and is not the first to work on', () => {
    expect(readiness({ dimensions: ['efforts', 'climate'], interviews: one('climate', 5, 6) })).toEqual({
      dimensions: [
        { dimension: 'efforts', reached: null, interviews: 0 },
        { dimension: 'climate', reached: { score: 5.5, stage: 5 }, interviews: 2 },
      ],
      overall: { score: 5.5, stage: 5 },
      first: ['climate'],
    })
    expect(readiness({ dimensions: ['efforts'], interviews: [{ combined: {} }] })).toEqual({
      dimensions: [{ dimension: 'efforts', reached: null, interviews: 0 }],
      overall: null,
      first: [],
    })
  })

  test('that is not asked for is not counted', () => {
    const interviews = [{ combined: { climate: 7, leadership: 2 } }]
    expect(readiness({ dimensions: ['climate'], interviews })).toMatchObject({
      overall: { score: 7 },
      first: ['climate'],
    })
  })
})

describe('the whole', () => {
  test('is the mean of the dimensions, each counting the same however many interviews it has', () => {
    const interviews = [...one('climate', 2, 2, 2, 2), ...one('leadership', 6)]
    expect(readiness({ dimensions: ['climate', 'leadership'], interviews }).overall).toEqual({
      score: 4,
      stage: 4,
    })
  })

  test('of thirds that make a whole number stands on that stage', () => {
    const interviews = [
      { combined: { climate: 3, leadership: 4, knowledge: 5 } },
      { combined: { climate: 3, leadership: 4, knowledge: 4 } },
      { combined: { climate: 4, leadership: 4, knowledge: 5 } },
    ]
    // 10/3, 4 and 14/3: their rounded means 3.33 + 4 + 4.67 would do, 3.3333… + 4 + 4.6666… might not.
    expect(readiness({ dimensions: ['climate', 'leadership', 'knowledge'], interviews }).overall).toEqual({
      score: 4,
      stage: 4,
    })
  })

  test('does not come from rounded means', () => {
    // Two means of 3.995 are each shown as 4, and so is the whole; none has reached stage 4.
    const interviews = [
      { combined: { climate: 3.99, resources: 4 } },
      { combined: { climate: 4, resources: 3.99 } },
    ]
    expect(readiness({ dimensions: ['climate', 'resources'], interviews }).overall).toEqual({
      score: 4,
      stage: 3,
    })
  })
})

describe('what comes first', () => {
  test('are the lowest dimensions, all that tie, in the order asked for', () => {
    const interviews = [{ combined: { climate: 4, leadership: 2, resources: 2, knowledge: 3 } }]
    const first = (...dimensions: Dimension[]) => readiness({ dimensions, interviews }).first
    expect(first('climate', 'leadership', 'knowledge')).toEqual(['leadership'])
    expect(first('climate', 'leadership', 'resources')).toEqual(['leadership', 'resources'])
    expect(first('resources', 'climate', 'leadership')).toEqual(['resources', 'leadership'])
  })

  test('is decided by the exact score: two that look alike need not tie, two that are alike do', () => {
    const near = [...one('climate', 3.33), ...one('leadership', 3, 3, 4)]
    expect(readiness({ dimensions: ['leadership', 'climate'], interviews: near }).first).toEqual(['climate'])
    const alike = [...one('climate', 3, 3, 4), ...one('leadership', 3, 3, 4, 4, 3, 3)]
    expect(readiness({ dimensions: ['climate', 'leadership'], interviews: alike }).first).toEqual([
      'climate',
      'leadership',
    ])
  })
})

describe('a score', () => {
  test('is from 1 to 9 with at most two decimals, and forgiven what floating sums leave behind', () => {
    expect(inHundredths(3.25)).toBe(325)
    expect(inHundredths(1.1 + 2.2)).toBe(330)
    expect(inHundredths(0.1 + 0.2 + 0.7)).toBe(100)
    for (const none of [0, 0.99, 9.01, 10, -3, 3.125, 3.999, Number.NaN, Infinity, -Infinity]) {
      expect(inHundredths(none)).toBeNull()
    }
    expect(() => reachedWith(3.125)).toThrow('3.125 is not a score from 1 to 9 with at most two decimals')
  })

  test('is offered in quarters', () => {
    expect(quarterSteps.slice(0, 3)).toEqual([1, 1.25, 1.5])
    expect(quarterSteps.at(-1)).toBe(9)
    expect(quarterSteps.every((step) => inHundredths(step) !== null)).toBe(true)
  })
})

const scores = fc.integer({ min: 100, max: 900 }).map((hundredths) => hundredths / 100)
const interviews = fc.array(
  fc.record({ combined: fc.dictionary(fc.constantFrom(...dimensionKeys), scores) }),
  { minLength: 1, maxLength: 12 },
)

describe('for any interviews', () => {
  test('neither their order nor that of the dimensions matters', () => {
    const shuffled = interviews.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.shuffledSubarray([...dimensionKeys], { minLength: dimensionKeys.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([all, again, dimensions]) => {
        const before = readiness({ dimensions: dimensionKeys, interviews: all })
        const after = readiness({ dimensions, interviews: again })
        expect(after.overall).toEqual(before.overall)
        expect(new Set(after.first)).toEqual(new Set(before.first))
        for (const each of before.dimensions) expect(after.dimensions).toContainEqual(each)
      }),
    )
  })

  test('every score lies between the lowest and the highest it comes from, and its stage is not above it', () => {
    fc.assert(
      fc.property(interviews, (all) => {
        const { dimensions, overall, first } = readiness({ dimensions: dimensionKeys, interviews: all })
        for (const { dimension, reached } of dimensions) {
          const given = all.flatMap(({ combined }) => combined[dimension] ?? [])
          expect(reached === null).toBe(given.length === 0)
          if (reached === null) continue
          expect(reached.score).toBeGreaterThanOrEqual(Math.min(...given))
          expect(reached.score).toBeLessThanOrEqual(Math.max(...given))
          expect(reached.stage).toBeLessThanOrEqual(reached.score)
          expect(reached.score - reached.stage).toBeLessThanOrEqual(1)
        }
        const means = dimensions.flatMap(({ reached }) => reached?.score ?? [])
        expect(overall === null).toBe(means.length === 0)
        if (overall === null) return
        expect(overall.score).toBeGreaterThanOrEqual(Math.min(...means))
        expect(overall.score).toBeLessThanOrEqual(Math.max(...means))
        const firstScores = dimensions.filter(({ dimension }) => first.includes(dimension))
        expect(firstScores.map(({ reached }) => reached?.score)).toEqual(first.map(() => Math.min(...means)))
      }),
    )
  })

  test('one more that says what the mean says changes nothing', () => {
    const evenRounds = fc
      .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 })
      .map((whole) => [...whole, ...whole.map((score) => 10 - score)])
    fc.assert(
      fc.property(evenRounds, (whole) => {
        expect(reachedWith(...whole, 5)).toEqual(reachedWith(...whole))
        expect(reachedWith(...whole)).toEqual({ score: 5, stage: 5 })
      }),
    )
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1 }), (given) => {
        expect(reachedWith(...given, ...given)).toEqual(reachedWith(...given))
      }),
    )
  })

  test('a higher score never lowers a stage', () => {
    const raised = fc.tuple(scores, scores, fc.array(scores))
    fc.assert(
      fc.property(raised, ([one, other, rest]) => {
        const low = reachedWith(Math.min(one, other), ...rest)
        const high = reachedWith(Math.max(one, other), ...rest)
        expect(high?.stage).toBeGreaterThanOrEqual(low?.stage ?? 9)
        expect(high?.score).toBeGreaterThanOrEqual(low?.score ?? 9)
      }),
    )
  })
})

test('too few interviews are said: fewer are enough in a community that is small and alike', () => {
  const advised = { source: '', usualFrom: 6, usualTo: 10, least: 6, leastSmallAndAlike: 4 }
  expect(interviewsMissing(0, { advised, smallAndAlike: false })).toBe(6)
  expect(interviewsMissing(4, { advised, smallAndAlike: false })).toBe(2)
  expect(interviewsMissing(4, { advised, smallAndAlike: true })).toBe(0)
  expect(interviewsMissing(12, { advised, smallAndAlike: false })).toBe(0)
})

describe('the actions offered', () => {
  const sentence = { et: '', ru: '', en: '' }
  const action = (
    key: string,
    dimension: Action['dimension'],
    [stageFrom, stageTo]: [Action['stageFrom'], Action['stageTo']],
  ): Action => ({ key, dimension, stageFrom, stageTo, title: sentence, how: sentence })
  const actions = [
    action('early', 'climate', [1, 4]),
    action('over', 'climate', [1, 2]),
    action('forAll', 'all', [3, 5]),
    action('now', 'climate', [3, 5]),
    action('later', 'climate', [4, 9]),
    action('other', 'resources', [3, 3]),
  ]

  test('are those of the stage, the dimension’s own first, and then those of earlier stages that stay valid', () => {
    const keys = actionsFor(actions, { dimension: 'climate', stage: 3 }).map(({ key }) => key)
    expect(keys).toEqual(['now', 'forAll', 'early'])
  })

  test('are never those of another dimension or of a stage not reached', () => {
    for (const stage of stages) {
      for (const offered of actionsFor(actions, { dimension: 'climate', stage })) {
        expect(offered.dimension).not.toBe('resources')
        expect(offered.stageFrom).toBeLessThanOrEqual(stage)
      }
    }
  })
})
