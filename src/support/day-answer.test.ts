import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, isBefore } from '../platform/day.ts'
import { dateText } from '../platform/parts/date-field.tsx'
import { readComingDay, readPastDay } from './day-answer.ts'

const today = day('2026-11-23')
const typed = (date: string) => {
  const { day: dayOf, month, year } = dateText(day(date))
  return { 'on-day': dayOf, 'on-month': month, 'on-year': year }
}

describe('a day on which something happened', () => {
  test('is today where nothing was typed', () => {
    expect(readPastDay({}, 'on', today).day).toEqual(today)
  })

  test('is today or earlier', () => {
    expect(readPastDay(typed('2026-11-23'), 'on', today).day).toEqual(today)
    expect(readPastDay(typed('2026-11-24'), 'on', today)).toMatchObject({ day: null, fault: 'future' })
  })

  test('half typed is not taken for today', () => {
    expect(readPastDay({ 'on-day': '23' }, 'on', today)).toMatchObject({ day: null, fault: 'wrong' })
  })
})

describe('a day to come', () => {
  test('must be said, and not lie before the first that is possible', () => {
    expect(readComingDay({}, 'on', today).fault).toBe('missing')
    expect(readComingDay(typed('2026-11-22'), 'on', today).fault).toBe('not-later')
    expect(readComingDay(typed('2026-11-23'), 'on', today).day).toEqual(today)
  })

  test('with a slip in the year is asked about', () => {
    expect(readComingDay(typed('2028-11-23'), 'on', today).fault).toBeNull()
    expect(readComingDay(typed('2028-11-24'), 'on', today).fault).toBe('too-far')
  })
})

test('whatever is typed, a day is given or a fault named, and what was typed comes back', () => {
  const box = fc.oneof(fc.string(), fc.nat(40).map(String), fc.integer({ min: 2020, max: 2032 }).map(String))
  fc.assert(
    fc.property(box, box, box, (dayOf, month, year) => {
      const values = { 'on-day': dayOf, 'on-month': month, 'on-year': year }
      const past = readPastDay(values, 'on', today)
      const coming = readComingDay(values, 'on', today)
      for (const { day: read, fault, text } of [past, coming]) {
        expect(read === null).toBe(fault !== null)
        expect(text).toEqual({ day: dayOf.trim(), month: month.trim(), year: year.trim() })
      }
      if (past.day) expect(isBefore(today, past.day)).toBe(false)
      if (coming.day) expect(isBefore(coming.day, today)).toBe(false)
    }),
  )
})
