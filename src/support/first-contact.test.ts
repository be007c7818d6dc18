import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, daysBetween, isBefore } from '../platform/day.ts'
import { firstCheckupOn, firstContactDays, firstContacts } from './first-contact.ts'

const anyDay = fc.integer({ min: 0, max: 12_000 }).map((days) => day('2000-01-01').add({ days }))
const people = fc.array(fc.record({ leftOn: anyDay, coordinatorId: fc.constantFrom('a', 'b') }), {
  maxLength: 120,
})

describe('first contacts', () => {
  test('fall on working days within four weeks, the day of entering included', () => {
    fc.assert(
      fc.property(anyDay, people, (entered, list) => {
        for (const date of firstContacts(entered, list)) {
          expect(date.dayOfWeek).toBeLessThanOrEqual(5)
          expect(isBefore(date, entered)).toBe(false)
          expect(daysBetween(entered, date)).toBeLessThan(firstContactDays)
        }
      }),
    )
  })

  test('are as many on one day as on another for each coordinator, give or take one', () => {
    fc.assert(
      fc.property(anyDay, people, (entered, list) => {
        const days = firstContacts(entered, list)
        for (const coordinator of ['a', 'b']) {
          const own = days.filter((_, place) => list[place]?.coordinatorId === coordinator)
          const load = Map.groupBy(own, String)
          const most = Math.max(0, ...[...load.values()].map((each) => each.length))
          expect(most).toBe(Math.ceil(own.length / 20))
        }
      }),
    )
  })

  test('come first to those who left most recently', () => {
    fc.assert(
      fc.property(anyDay, fc.array(anyDay, { minLength: 2, maxLength: 60 }), (entered, left) => {
        const days = firstContacts(
          entered,
          left.map((leftOn) => ({ leftOn })),
        )
        const inOrder = left
          .map((leftOn, place) => ({ leftOn, contactOn: days[place] ?? entered }))
          .toSorted((a, b) => daysBetween(a.leftOn, b.leftOn))
        for (const [place, later] of inOrder.entries()) {
          const earlier = inOrder[place - 1]
          if (!earlier || earlier.leftOn.equals(later.leftOn)) continue
          expect(isBefore(later.contactOn, earlier.contactOn)).toBe(false)
        }
      }),
    )
  })

  test('of three people on a Monday are that Monday, a week and some days, and two weeks and some days later', () => {
    const days = firstContacts(day('2026-11-23'), [
      { leftOn: day('2024-05-01') },
      { leftOn: day('2026-11-01') },
      { leftOn: day('2025-05-01') },
    ])
    expect(days.map(String)).toEqual(['2026-12-10', '2026-11-23', '2026-12-01'])
  })

  test('on a Saturday begin on Monday', () => {
    expect(firstContacts(day('2026-11-28'), [{ leftOn: day('2026-11-01') }]).map(String)).toEqual([
      '2026-11-30',
    ])
  })
})

describe('the first check-up after a yes', () => {
  const today = day('2026-11-23')

  test('is due as the pathway says while that day is to come, and today once it has passed', () => {
    expect(firstCheckupOn(day('2026-12-10'), today)).toEqual(day('2026-12-10'))
    expect(firstCheckupOn(today, today)).toEqual(today)
    expect(firstCheckupOn(day('2026-11-22'), today)).toEqual(today)
    expect(firstCheckupOn(null, today)).toEqual(today)
  })
})
