import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { answersSilence, missedFrom } from './silence.ts'

describe('silence', () => {
  test('begins on the day after the last open one', () => {
    expect(missedFrom('checkin', day('2026-01-10'))).toEqual(day('2026-01-13'))
    expect(missedFrom('checkup', day('2026-01-10'))).toEqual(day('2026-01-24'))
  })

  test('is answered by a sign of life from the due day of the check-in on, not by one before', () => {
    expect(answersSilence(day('2026-01-09'), day('2026-01-13'))).toBe(false)
    expect(answersSilence(day('2026-01-10'), day('2026-01-13'))).toBe(true)
    expect(answersSilence(day('2026-02-01'), day('2026-01-13'))).toBe(true)
  })
})
