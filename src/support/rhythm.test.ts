import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, daysBetween, isBefore, type Day } from '../platform/day.ts'
import { checkinDays, chosenRhythm, type Rhythm } from './rhythm.ts'

const rhythm: Rhythm = {
  source: 'as the pathways that are shipped have it',
  steps: [
    { every: 'week', throughMonth: 8 },
    { every: 'fortnight', throughMonth: 18 },
    { every: 'month', throughMonth: 60 },
  ],
}

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => day('2000-01-01').add({ days }))

describe('check-ins', () => {
  const left = day('2026-01-10')
  const always = checkinDays(rhythm, left, left, left.add({ years: 6 }))
  const dates = always.map(({ dueOn }) => dueOn.toString())

  test('come weekly to month 8, on the weekday of leaving', () => {
    const weekly = dates.filter((date) => date <= '2026-09-10')
    expect(weekly.at(0)).toBe('2026-01-17')
    expect(weekly.at(-1)).toBe('2026-09-05')
    expect(weekly).toHaveLength(34)
  })

  test('go on fortnightly from the last weekly day to month 18', () => {
    const fortnightly = dates.filter((date) => date > '2026-09-10' && date <= '2027-07-10')
    expect(fortnightly.at(0)).toBe('2026-09-19')
    expect(fortnightly.at(1)).toBe('2026-10-03')
    expect(fortnightly.at(-1)).toBe('2027-07-10')
  })

  test('then come monthly on the day of leaving to month 60', () => {
    const monthly = dates.filter((date) => date > '2027-07-10')
    expect(monthly.at(0)).toBe('2027-08-10')
    expect(monthly.at(-1)).toBe('2031-01-10')
    expect(monthly).toHaveLength(42)
  })

  test('are still weekly on the last day of month 8 and fortnightly after it', () => {
    // From 10 March to 10 November are 35 weeks to the day.
    const days = checkinDays(rhythm, day('2026-03-10'), day('2026-11-01'), day('2026-12-10'))
    expect(days.map(({ dueOn }) => dueOn.toString())).toEqual([
      '2026-11-03',
      '2026-11-10',
      '2026-11-24',
      '2026-12-08',
    ])
  })

  test('on a monthly rhythm from the 31st fall on the last day of a shorter month', () => {
    const monthly = chosenRhythm(rhythm, 'monthly')
    const days = checkinDays(monthly, day('2026-01-31'), day('2026-02-01'), day('2026-05-31'))
    expect(days.map(({ dueOn }) => dueOn.toString())).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ])
    expect(days.every(({ longer }) => longer)).toBe(true)
  })

  test('follow the rhythm that was chosen, as long as the pathway lasts', () => {
    const end = left.add({ years: 6 })
    const weekly = checkinDays(chosenRhythm(rhythm, 'weekly'), left, left, end)
    const fortnightly = checkinDays(chosenRhythm(rhythm, 'fortnightly'), left, left, end)
    const monthly = checkinDays(chosenRhythm(rhythm, 'monthly'), left, left, end)
    expect(weekly).toHaveLength(260)
    expect(fortnightly).toHaveLength(130)
    expect(monthly).toHaveLength(60)
    expect(checkinDays(chosenRhythm(rhythm, 'none'), left, left, end)).toEqual([])
    expect(chosenRhythm(rhythm, 'pathway')).toEqual(rhythm)
  })

  test('are longer once in each month since leaving, the first of that month', () => {
    const longer = always.filter((each) => each.longer).map(({ dueOn }) => dueOn.toString())
    expect(longer.slice(0, 4)).toEqual(['2026-01-17', '2026-02-14', '2026-03-14', '2026-04-11'])
  })

  test('never come on or before the day of leaving, and not when the time asked for runs backwards', () => {
    expect(checkinDays(rhythm, left, left.subtract({ years: 3 }), left)).toEqual([])
    expect(checkinDays(rhythm, left, left.add({ days: 30 }), left.add({ days: 20 }))).toEqual([])
  })

  const anyRhythm = fc
    .constantFrom(
      'pathway' as const,
      'weekly' as const,
      'fortnightly' as const,
      'monthly' as const,
      'none' as const,
    )
    .map((choice) => chosenRhythm(rhythm, choice))
  const offset = fc.integer({ min: -100, max: 2200 })

  test('are the same whether asked in one stretch or in two, so a server that was off misses none', () => {
    fc.assert(
      fc.property(anyRhythm, anyDay, offset, offset, offset, (rhythm, leaving, ...offsets) => {
        const [a = 0, b = 0, c = 0] = offsets.toSorted((one, other) => one - other)
        const at = (days: number) => leaving.add({ days })
        const whole = checkinDays(rhythm, leaving, at(a), at(c))
        const parts = [
          ...checkinDays(rhythm, leaving, at(a), at(b)),
          ...checkinDays(rhythm, leaving, at(b + 1), at(c)),
        ]
        expect(parts.map(told)).toEqual(whole.map(told))
      }),
    )
  })

  test('rise, lie within the days asked for, and are a week or more apart', () => {
    fc.assert(
      fc.property(anyRhythm, anyDay, offset, offset, (rhythm, leaving, one, other) => {
        const from = leaving.add({ days: Math.min(one, other) })
        const to = leaving.add({ days: Math.max(one, other) })
        const days = checkinDays(rhythm, leaving, from, to).map(({ dueOn }) => dueOn)
        expect(days.every((date) => !isBefore(date, from) && !isBefore(to, date))).toBe(true)
        expect(days.slice(1).every((date, index) => daysBetween(days[index] ?? date, date) >= 7)).toBe(true)
      }),
    )
  })

  test('have exactly one longer one in every month since leaving that has any', () => {
    fc.assert(
      fc.property(anyRhythm, anyDay, (rhythm, leaving) => {
        for (let month = 0; month <= 60; month += 1) {
          const from = leaving.add({ months: month })
          const to = leaving.add({ months: month + 1 }).subtract({ days: 1 })
          const days = checkinDays(rhythm, leaving, from, to)
          expect(days.map(({ longer }) => longer)).toEqual(days.map((_, index) => index === 0))
        }
      }),
      { numRuns: 25 },
    )
  })

  function told({ dueOn, longer }: { dueOn: Day; longer: boolean }): string {
    return `${dueOn} ${longer}`
  }
})
