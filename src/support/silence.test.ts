import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { answersSilence, isSilence, missedFrom, silenceDue, talkStandsDays } from './silence.ts'

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

  test('is not there for a fortnight after a talk, and an answer does not stand that long', () => {
    const from = day('2026-01-23')
    const ago = (days: number) => from.subtract({ days })
    expect(isSilence({ heard: null, spoken: null }, from)).toBe(true)
    expect(isSilence({ heard: ago(talkStandsDays - 1), spoken: ago(talkStandsDays - 1) }, from)).toBe(false)
    expect(isSilence({ heard: ago(talkStandsDays), spoken: ago(talkStandsDays) }, from)).toBe(true)
    expect(isSilence({ heard: ago(7), spoken: null }, from)).toBe(true)
    expect(isSilence({ heard: ago(3), spoken: null }, from)).toBe(false)
  })

  test('is there again after the second weekly check-in in a row that goes by after a talk', () => {
    const spoken = day('2026-01-01')
    // Due on the 6th and the 13th.
    expect(isSilence({ heard: spoken, spoken }, missedFrom('checkin', day('2026-01-06')))).toBe(false)
    expect(isSilence({ heard: spoken, spoken }, missedFrom('checkin', day('2026-01-13')))).toBe(true)
  })

  test('of a weekend does not all come on Monday', () => {
    const due = (date: string) => silenceDue(day(date)).toString()
    expect(['2026-01-09', '2026-01-10', '2026-01-11', '2026-01-12'].map(due)).toEqual([
      '2026-01-09',
      '2026-01-12',
      '2026-01-13',
      '2026-01-12',
    ])
  })
})
