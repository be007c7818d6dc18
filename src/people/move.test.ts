import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { answerProblem, byGiver, isForgotten } from './move.ts'

describe('an offer of people', () => {
  test('is one for each giver, and one for those whom nobody gives', () => {
    const people = [
      { code: 'K1-01', fromId: 'kadri' },
      { code: 'K1-02', fromId: null },
      { code: 'K1-03', fromId: 'kadri' },
    ]
    expect([...byGiver(people)].map(([from, list]) => [from, list.map(({ code }) => code)])).toEqual([
      ['kadri', ['K1-01', 'K1-03']],
      [null, ['K1-02']],
    ])
  })

  test('is told to the lead once it has waited five days', () => {
    const rule = { moveDays: 5 }
    expect(isForgotten(day('2026-11-20'), day('2026-11-24'), rule)).toBe(false)
    expect(isForgotten(day('2026-11-20'), day('2026-11-25'), rule)).toBe(true)
  })

  test('is accepted without a word, and declined with one, be it of one person', () => {
    expect(answerProblem(['a', 'b'], ['a', 'b'], '')).toBeNull()
    expect(answerProblem(['a', 'b'], ['a'], '')).toBe('reason-missing')
    expect(answerProblem(['a', 'b'], [], '')).toBe('reason-missing')
    expect(answerProblem(['a', 'b'], [], 'Mul on kuuskümmend.')).toBeNull()
  })
})
