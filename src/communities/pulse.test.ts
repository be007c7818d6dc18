import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testKeys } from '../../tests/setup/database.ts'
import { day } from '../platform/day.ts'
import { readLetterCode, shownLetterCode } from '../platform/letter-code.ts'
import { answerId, pulseCode, pulseCodeHash, repeatedPulseCode } from './pulse.code.ts'
import {
  besideOf,
  graceDays,
  highestOf,
  isDue,
  itemKeys,
  leastPeople,
  meansOf,
  measureKeys,
  measures,
  scoreOf,
  stateOf,
  type Answers,
} from './pulse.ts'

const nothing: Answers = {
  trust: null,
  fairness: null,
  helpfulness: null,
  neighbour: null,
  hobby: null,
  workmate: null,
  lodger: null,
  evening: null,
}
const sheet = fc.record(
  Object.fromEntries(
    itemKeys.map((item) => [item, fc.option(fc.integer({ min: 0, max: highestOf(item) }), { nil: null })]),
  ) as Record<(typeof itemKeys)[number], fc.Arbitrary<number | null>>,
)

describe('one person’s score', () => {
  test('is the mean of what was answered, from two of three on', () => {
    expect(scoreOf('trust', { ...nothing, trust: 4, fairness: 6, helpfulness: 8 })).toBe(6)
    expect(scoreOf('trust', { ...nothing, trust: 4, helpfulness: 7 })).toBe(5.5)
    expect(scoreOf('trust', { ...nothing, trust: 4 })).toBeNull()
    expect(scoreOf('distance', { ...nothing, neighbour: 0, hobby: 1, lodger: 3 })).toBeCloseTo(4 / 3)
    expect(scoreOf('distance', { ...nothing, neighbour: 0, hobby: 1 })).toBeNull()
  })

  test('lies within its scale, and an item of the other measure changes nothing', () => {
    fc.assert(
      fc.property(sheet, sheet, (one, two) => {
        for (const measure of measureKeys) {
          const score = scoreOf(measure, one)
          if (score !== null) {
            expect(score).toBeGreaterThanOrEqual(0)
            expect(score).toBeLessThanOrEqual(measures[measure].highest)
          }
          const mixed = {
            ...two,
            ...Object.fromEntries(measures[measure].items.map((key) => [key, one[key]])),
          }
          expect(scoreOf(measure, mixed)).toBe(score)
        }
      }),
    )
  })
})

describe('means', () => {
  const sheets = fc.array(sheet, { maxLength: 20 })

  test('do not depend on the order in which answers lie', () => {
    fc.assert(
      fc.property(
        sheets.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(meansOf(shuffled)).toEqual(meansOf(list))
        },
      ),
    )
  })

  test('are there for five people or more, and for no fewer', () => {
    fc.assert(
      fc.property(sheets, (list) => {
        for (const measure of measureKeys) {
          const people = list.filter((one) => scoreOf(measure, one) !== null).length
          const mean = meansOf(list).find((one) => one.measure === measure)
          expect(mean?.people).toBe(people < leastPeople ? undefined : people)
          if (mean) expect(mean.tenths).toBeLessThanOrEqual(measures[measure].highest * 10)
        }
      }),
    )
  })

  test('count nobody who left out too much', () => {
    const full = Array.from({ length: 5 }, () => ({ ...nothing, trust: 5, fairness: 5 }))
    const bare = Array.from({ length: 3 }, () => ({ ...nothing, trust: 10 }))
    expect(meansOf([...bare, ...full])).toEqual([{ measure: 'trust', people: 5, tenths: 50 }])
  })
})

describe('when', () => {
  const pulse = { opensOn: day('2026-11-20'), untilOn: day('2026-11-30'), closedOn: null }

  test('it can be answered from the first to the last day, both included', () => {
    const states = ['2026-11-19', '2026-11-20', '2026-11-30', '2026-12-01'].map((date) =>
      stateOf(pulse, day(date)),
    )
    expect(states).toEqual(['coming', 'open', 'open', 'over'])
    expect(stateOf({ ...pulse, closedOn: day('2026-11-21') }, day('2026-11-22'))).toBe('closed')
  })

  test('the house counts by itself once it is over, and waits a while where too few have answered', () => {
    expect(isDue(pulse, 9, day('2026-11-30'))).toBe(false)
    expect(isDue(pulse, 5, day('2026-12-01'))).toBe(true)
    expect(isDue(pulse, 4, day('2026-12-01'))).toBe(false)
    expect(isDue(pulse, 4, pulse.untilOn.add({ days: graceDays + 1 }))).toBe(true)
  })
})

test('beside the latest after stands the before that preceded it', () => {
  const one = (id: string, moment: 'before' | 'after', on: string, counted = true) => ({
    id,
    moment,
    opensOn: day(on),
    closedOn: counted ? day('2030-01-01') : null,
  })
  const all = [
    one('a', 'before', '2026-01-01'),
    one('b', 'before', '2026-03-01'),
    one('c', 'after', '2026-09-01'),
    one('d', 'before', '2027-01-01'),
    one('e', 'after', '2027-09-01', false),
  ]
  expect(besideOf(all)).toMatchObject({ before: { id: 'b' }, after: { id: 'c' } })
  expect(besideOf(all.slice(0, 2))).toMatchObject({ before: { id: 'b' } })
  expect(besideOf([])).toEqual({})
})

describe('a code', () => {
  test('is eight letters none of which is taken for another, and comes again for a poster', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const code = pulseCode(testKeys, id)
        expect(code).toMatch(/^[a-hjkmnp-z]{8}$/)
        expect(repeatedPulseCode(testKeys, { id, codeHash: pulseCodeHash(testKeys, code) })).toBe(code)
        expect(readLetterCode(shownLetterCode(code))).toBe(code)
      }),
    )
  })

  test('is read however it is typed, and nothing else is', () => {
    expect(readLetterCode(' Abcd – efgh ')).toBe('abcdefgh')
    for (const text of ['', 'abcd', 'abcdefghj', 'abcdefgl', 'abcdefg1', "abcdefg'"]) {
      expect(readLetterCode(text)).toBeNull()
    }
  })
})

test('the same form is the same answer, and no other', () => {
  const id = answerId(testKeys, 'pulse', 'a')
  expect(answerId(testKeys, 'pulse', 'a')).toBe(id)
  expect(answerId(testKeys, 'pulse', 'b')).not.toBe(id)
  expect(answerId(testKeys, 'other', 'a')).not.toBe(id)
  expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
})
