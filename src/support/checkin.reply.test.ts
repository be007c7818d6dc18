import { describe, expect, test } from 'vitest'
import { day, Temporal, type Day } from '../platform/day.ts'
import type { CheckinEntry } from './checkin.store.ts'
import { wordsOfBetterTime } from './checkin.reply.ts'

function entry(
  id: string,
  givenOn: Day,
  {
    wellbeing,
    words,
    way = 'self',
  }: { wellbeing: number | null; words: string | null; way?: 'self' | 'telephone' },
): CheckinEntry {
  const nothing = { use: null, craving: null, riskySituation: null, support: null, work: null, housing: null }
  const answers = { wellbeing, confidence: null, callMe: null, words, ...nothing }
  const givenAt = Temporal.Instant.from(`${givenOn}T08:00:00Z`)
  const rest = { way, byAccount: null, readAt: null, readBy: null, corrections: 0 }
  return {
    dueOn: givenOn,
    longer: false,
    state: 'answered',
    answer: { id, givenOn, givenAt, answers, ...rest },
  }
}

const entries = [
  entry('now', day('2026-11-23'), { wellbeing: 8, words: 'Praegused sõnad' }),
  entry('low', day('2026-11-16'), { wellbeing: 3, words: 'Raske' }),
  entry('told', day('2026-11-09'), { wellbeing: 9, words: 'Kirja pannud Kadri', way: 'telephone' }),
  entry('silent', day('2026-11-02'), { wellbeing: 9, words: null }),
  entry('good', day('2026-10-26'), { wellbeing: 7, words: 'Jõe ääres' }),
  entry('older', day('2026-10-19'), { wellbeing: 10, words: 'Vanemad sõnad' }),
]

describe('words of a better time', () => {
  test('are the newest that the person wrote themself when it went well', () => {
    expect(wordsOfBetterTime('hard_week', entries, 'now')).toEqual({
      words: 'Jõe ääres',
      on: day('2026-10-26'),
    })
  })

  test('are not the words just sent', () => {
    expect(wordsOfBetterTime('craving', entries.slice(0, 2), 'now')).toBeNull()
  })

  test('are kept for when it is hard', () => {
    for (const reply of ['going_well', 'call_is_coming', 'nothing_told', 'in_between'] as const) {
      expect(wordsOfBetterTime(reply, entries, 'now')).toBeNull()
    }
  })
})
