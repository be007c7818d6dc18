import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, dayAt, Temporal } from '../platform/day.ts'
import { lastOpenDay, windowKinds, windowState, windowStates, type WindowKind } from './window.ts'

function state(kind: WindowKind, dueOn: string, today: string, answeredOn: string | null = null) {
  return windowState({
    kind,
    dueOn: day(dueOn),
    today: day(today),
    answeredOn: answeredOn === null ? null : day(answeredOn),
  })
}

describe('a check-in due on the 10th', () => {
  test('is open on the 10th, 11th and 12th and missed from the 13th', () => {
    expect(state('checkin', '2026-01-10', '2026-01-09')).toBe('upcoming')
    expect(state('checkin', '2026-01-10', '2026-01-10')).toBe('open')
    expect(state('checkin', '2026-01-10', '2026-01-11')).toBe('open')
    expect(state('checkin', '2026-01-10', '2026-01-12')).toBe('open')
    expect(state('checkin', '2026-01-10', '2026-01-13')).toBe('missed')
    expect(state('checkin', '2026-01-10', '2031-01-13')).toBe('missed')
  })

  test('is answered up to the 12th and late from the 13th, however late', () => {
    expect(state('checkin', '2026-01-10', '2026-01-20', '2026-01-12')).toBe('answered')
    expect(state('checkin', '2026-01-10', '2026-01-20', '2026-01-13')).toBe('late')
    expect(state('checkin', '2026-01-10', '2029-01-20', '2029-01-20')).toBe('late')
  })

  test('is answered, too, when the answer came before the day', () => {
    expect(state('checkin', '2026-01-10', '2026-01-09', '2026-01-08')).toBe('answered')
  })
})

describe('a check-up due on 10 January', () => {
  test('is open from the 10th to the 23rd and missed from the 24th', () => {
    expect(state('checkup', '2026-01-10', '2026-01-09')).toBe('upcoming')
    expect(state('checkup', '2026-01-10', '2026-01-10')).toBe('open')
    expect(state('checkup', '2026-01-10', '2026-01-23')).toBe('open')
    expect(state('checkup', '2026-01-10', '2026-01-24')).toBe('missed')
  })

  test('is answered when held by the 23rd, late when held from the 24th', () => {
    expect(state('checkup', '2026-01-10', '2026-01-23', '2026-01-23')).toBe('answered')
    expect(state('checkup', '2026-01-10', '2026-01-24', '2026-01-24')).toBe('late')
  })
})

test('a window runs over the end of a month, a year and a leap day', () => {
  expect(lastOpenDay('checkin', day('2026-12-30')).toString()).toBe('2027-01-01')
  expect(lastOpenDay('checkin', day('2028-02-27')).toString()).toBe('2028-02-29')
  expect(lastOpenDay('checkin', day('2027-02-27')).toString()).toBe('2027-03-01')
  expect(lastOpenDay('checkup', day('2028-02-20')).toString()).toBe('2028-03-04')
})

describe('the day is the day of the clock on the wall', () => {
  function stateAt(moment: string, dueOn: string, timeZone = 'Europe/Tallinn') {
    const today = dayAt(Temporal.Instant.from(moment), timeZone)
    return windowState({ kind: 'checkin', dueOn: day(dueOn), today, answeredOn: null })
  }

  test('over the night when the clocks go forward (29 March 2026, a day of 23 hours)', () => {
    expect(stateAt('2026-03-26T21:59:59Z', '2026-03-27')).toBe('upcoming')
    expect(stateAt('2026-03-26T22:00:00Z', '2026-03-27')).toBe('open')
    expect(stateAt('2026-03-29T20:59:59Z', '2026-03-27')).toBe('open')
    expect(stateAt('2026-03-29T21:00:00Z', '2026-03-27')).toBe('missed')
  })

  test('over the night when the clocks go back (25 October 2026, a day of 25 hours)', () => {
    expect(stateAt('2026-10-22T20:59:59Z', '2026-10-23')).toBe('upcoming')
    expect(stateAt('2026-10-22T21:00:00Z', '2026-10-23')).toBe('open')
    // 03:30 comes twice in this night.
    expect(stateAt('2026-10-25T00:30:00Z', '2026-10-23')).toBe('open')
    expect(stateAt('2026-10-25T01:30:00Z', '2026-10-23')).toBe('open')
    expect(stateAt('2026-10-25T21:59:59Z', '2026-10-23')).toBe('open')
    expect(stateAt('2026-10-25T22:00:00Z', '2026-10-23')).toBe('missed')
  })

  test('in another time zone, where the same moment is another day', () => {
    expect(stateAt('2026-01-12T22:30:00Z', '2026-01-10', 'Europe/Tallinn')).toBe('missed')
    expect(stateAt('2026-01-12T22:30:00Z', '2026-01-10', 'Europe/Oslo')).toBe('open')
    expect(stateAt('2026-01-13T10:30:00Z', '2026-01-10', 'Pacific/Pago_Pago')).toBe('open')
  })

  test('and is open on three days of the calendar whatever the hours they have', () => {
    const zones = fc.constantFrom(
      'Europe/Tallinn',
      'Europe/Oslo',
      'America/Santiago',
      'Australia/Lord_Howe',
      'UTC',
    )
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 4000 }), (timeZone, offset) => {
        const dueOn = day('2024-01-01').add({ days: offset })
        const open = new Set<string>()
        for (let hour = -30; hour < 120; hour += 1) {
          const moment = Temporal.Instant.from(`${dueOn}T00:00Z`).add({ hours: hour })
          const today = dayAt(moment, timeZone)
          if (windowState({ kind: 'checkin', dueOn, today, answeredOn: null }) === 'open')
            open.add(today.toString())
        }
        expect([...open]).toEqual([0, 1, 2].map((days) => dueOn.add({ days }).toString()))
      }),
      { numRuns: 40 },
    )
  })
})

const kind = fc.constantFrom(...windowKinds)
const offset = fc.integer({ min: -500, max: 500 })
const dueOn = day('2028-02-20')

test('unanswered, time runs once from upcoming through open to missed and leaves no day out', () => {
  fc.assert(
    fc.property(kind, offset, (which, shift) => {
      const due = dueOn.add({ days: shift })
      const story = Array.from({ length: 40 }, (_, index) =>
        windowState({ kind: which, dueOn: due, today: due.add({ days: index - 10 }), answeredOn: null }),
      )
      const open = which === 'checkin' ? 3 : 14
      expect(story).toEqual([
        ...Array<string>(10).fill('upcoming'),
        ...Array<string>(open).fill('open'),
        ...Array<string>(30 - open).fill('missed'),
      ])
    }),
  )
})

test('an answer settles the state: no later day changes it, and it is in time exactly where the day was not missed', () => {
  fc.assert(
    fc.property(kind, offset, fc.nat(1000), (which, answered, later) => {
      const answeredOn = dueOn.add({ days: answered })
      const then = windowState({ kind: which, dueOn, today: answeredOn, answeredOn })
      const now = windowState({ kind: which, dueOn, today: answeredOn.add({ days: later }), answeredOn })
      const withoutIt = windowState({ kind: which, dueOn, today: answeredOn, answeredOn: null })
      expect(now).toBe(then)
      expect(then).toBe(withoutIt === 'missed' ? 'late' : 'answered')
      expect(windowStates).toContain(withoutIt)
    }),
  )
})
