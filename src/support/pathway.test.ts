import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, daysBetween, isBefore, Temporal, type Day } from '../platform/day.ts'
import { loadPathways } from './pathway.content.ts'
import { dueDates, isNeed, nextCheckup, type PastCheckup, type Pathway } from './pathway.ts'

const pathways = loadPathways()
const adaptive = named('adaptive')
const fixed = named('fixed')

function named(key: string): Pathway {
  const pathway = pathways.get(key)
  if (pathway === undefined) throw new Error(`no pathway ${key}`)
  return pathway
}

function held(heldOn: string, need: boolean | null = false): PastCheckup {
  return { dueOn: day(heldOn), heldOn: day(heldOn), need }
}

function neverHeld(dueOn: string): PastCheckup {
  return { dueOn: day(dueOn), heldOn: null, need: null }
}

function next(pathway: Pathway, left: string, ...history: PastCheckup[]): string | null {
  return nextCheckup(pathway, { left: day(left), history })?.toString() ?? null
}

function due(pathway: Pathway, left: string, horizonMonths: number, ...checkups: PastCheckup[]): string[] {
  return dueDates({ pathway, left: day(left), checkups, horizonMonths }).map(String)
}

const anyDay = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }))
const anyNeed = fc.constantFrom(true, false, null)

/** A month later by counting on the calendar, written apart from the rules: clamped to the month's last day. */
function monthsLater(date: Day, months: number): string {
  const index = date.year * 12 + (date.month - 1) + months
  const year = Math.floor(index / 12)
  const month = index % 12
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date.day, lastDay))).toISOString().slice(0, 10)
}

describe('need', () => {
  test('is a yes as soon as one sign is a yes, whatever else is not known', () => {
    expect(isNeed({ weeklyUse: true, symptoms: null, wantsHelp: null })).toBe(true)
    expect(isNeed({ weeklyUse: false, symptoms: true, wantsHelp: null })).toBe(true)
    expect(isNeed({ weeklyUse: false, symptoms: false, wantsHelp: true })).toBe(true)
  })

  test('is a no only when all three signs are a known no', () => {
    const signs = [true, false, null]
    const noes = signs.flatMap((weeklyUse) =>
      signs.flatMap((symptoms) =>
        signs
          .map((wantsHelp) => ({ weeklyUse, symptoms, wantsHelp }))
          .filter((answers) => isNeed(answers) === false),
      ),
    )
    expect(noes).toEqual([{ weeklyUse: false, symptoms: false, wantsHelp: false }])
  })

  test('is not known when nothing is a yes and something is not known', () => {
    expect(isNeed({ weeklyUse: false, symptoms: null, wantsHelp: false })).toBeNull()
    expect(isNeed({ weeklyUse: null, symptoms: null, wantsHelp: null })).toBeNull()
  })
})

describe('the adaptive pathway', () => {
  test('without need comes at months 1, 2, 4, 7, 11, 16, 22 and so on after leaving', () => {
    const months = [1, 2, 4, 7, 11, 16, 22, 29, 37, 46, 56]
    const expected = months.map((count) => day('2026-01-10').add({ months: count }).toString())
    expect(due(adaptive, '2026-01-10', 60)).toEqual(expected)
  })

  test('goes on from a held check-up, which is the first of its row', () => {
    expect(due(adaptive, '2026-01-10', 24, held('2026-02-10'))).toEqual([
      '2026-03-10',
      '2026-05-10',
      '2026-08-10',
      '2026-12-10',
      '2027-05-10',
      '2027-11-10',
    ])
  })

  test('comes monthly while a person is in need, and counts anew after it', () => {
    expect(next(adaptive, '2026-01-10', held('2026-02-10', true))).toBe('2026-03-10')
    const afterNeed = [held('2026-02-10'), held('2026-03-10'), held('2026-05-10', true)]
    expect(next(adaptive, '2026-01-10', ...afterNeed)).toBe('2026-06-10')
    expect(next(adaptive, '2026-01-10', ...afterNeed, held('2026-06-10'))).toBe('2026-07-10')
    expect(next(adaptive, '2026-01-10', ...afterNeed, held('2026-06-10'), held('2026-07-10'))).toBe(
      '2026-09-10',
    )
  })

  test('does not take need that is not known for none: the count starts again', () => {
    const history = [held('2026-02-10'), held('2026-03-10'), held('2026-05-10', null)]
    expect(next(adaptive, '2026-01-10', ...history)).toBe('2026-06-10')
    expect(next(adaptive, '2026-01-10', ...history, held('2026-06-10'))).toBe('2026-07-10')
  })

  test('counts from the day a check-up was held, early or late', () => {
    expect(
      next(adaptive, '2026-01-10', { dueOn: day('2026-02-10'), heldOn: day('2026-02-27'), need: false }),
    ).toBe('2026-03-27')
    expect(
      next(adaptive, '2026-01-10', { dueOn: day('2026-02-10'), heldOn: day('2026-02-03'), need: false }),
    ).toBe('2026-03-03')
  })

  test('comes one month after the due day of a check-up that was never held, and counts anew', () => {
    const row = [held('2026-02-10'), held('2026-03-10'), neverHeld('2026-05-10')]
    expect(next(adaptive, '2026-01-10', neverHeld('2026-02-10'))).toBe('2026-03-10')
    expect(next(adaptive, '2026-01-10', ...row)).toBe('2026-06-10')
    expect(next(adaptive, '2026-01-10', ...row, neverHeld('2026-06-10'))).toBe('2026-07-10')
    expect(next(adaptive, '2026-01-10', ...row, held('2026-06-10'))).toBe('2026-07-10')
    expect(next(adaptive, '2026-01-10', ...row, held('2026-06-10'), held('2026-07-10'))).toBe('2026-09-10')
  })

  test('does not count one that was never held, whatever is written of need', () => {
    const noted = { ...neverHeld('2026-03-10'), need: false }
    expect(next(adaptive, '2026-01-10', held('2026-02-10'), noted, held('2026-04-10'))).toBe('2026-05-10')
  })

  test('counts a check-up held on the day another was due in vain', () => {
    const both = [held('2026-03-10'), neverHeld('2026-03-10')]
    expect(next(adaptive, '2026-01-10', ...both, held('2026-04-10'))).toBe('2026-06-10')
  })

  test('goes on from a check-up entered late, though a later one was never held', () => {
    const late = { dueOn: day('2026-02-10'), heldOn: day('2026-04-20'), need: false }
    expect(next(adaptive, '2026-01-10', late, neverHeld('2026-03-10'))).toBe('2026-05-20')
  })

  test('ends a month from the 31st on the last day of the month', () => {
    expect(due(adaptive, '2026-01-31', 11)).toEqual([
      '2026-02-28',
      '2026-03-28',
      '2026-05-28',
      '2026-08-28',
      '2026-12-28',
    ])
    expect(due(adaptive, '2026-10-31', 4)).toEqual(['2026-11-30', '2026-12-30', '2027-02-28'])
  })

  test('knows the leap day', () => {
    expect(next(adaptive, '2028-01-31')).toBe('2028-02-29')
    expect(next(adaptive, '2027-01-31')).toBe('2027-02-28')
    expect(due(adaptive, '2028-02-29', 12).at(0)).toBe('2028-03-29')
    expect(next(adaptive, '2100-01-30')).toBe('2100-02-28')
  })

  test('includes the last day of the horizon and nothing after it', () => {
    expect(due(adaptive, '2026-01-10', 1)).toEqual(['2026-02-10'])
    expect(due(adaptive, '2026-01-10', 0)).toEqual([])
    expect(due(adaptive, '2026-01-10', 22).at(-1)).toBe('2027-11-10')
    expect(due(adaptive, '2026-01-10', 21).at(-1)).toBe('2027-05-10')
  })

  test('is asked beyond its own five years where the horizon asked for is longer', () => {
    expect(due(adaptive, '2026-01-10', 67).at(-1)).toBe('2031-08-10')
    expect(due(adaptive, '2026-01-10', 66).at(-1)).toBe('2030-09-10')
  })

  test('proposes nothing after five years', () => {
    expect(next(adaptive, '2026-01-10', held('2030-12-10', true))).toBe('2031-01-10')
    expect(next(adaptive, '2026-01-10', held('2030-12-11', true))).toBeNull()
  })

  test('does not depend on the order in which check-ups are listed', () => {
    const history = [
      held('2026-02-10', true),
      held('2026-03-10'),
      held('2026-04-10'),
      neverHeld('2026-06-10'),
    ]
    const forwards = next(adaptive, '2026-01-10', ...history)
    expect(forwards).toBe('2026-07-10')
    expect(next(adaptive, '2026-01-10', ...history.toReversed())).toBe(forwards)
  })

  test('agrees with counting on the calendar, for any history held on its due days', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.array(fc.record({ need: anyNeed, isHeld: fc.boolean() }), { maxLength: 12 }),
        (left, story) => {
          const history: PastCheckup[] = []
          let dueOn = monthsLater(left, 1)
          let row = 0
          for (const { need, isHeld } of story) {
            const date = day(dueOn)
            history.push(
              isHeld ? { dueOn: date, heldOn: date, need } : { dueOn: date, heldOn: null, need: null },
            )
            row = isHeld && need === false ? row + 1 : 0
            dueOn = monthsLater(date, row < 1 ? 1 : row)
          }
          const endless = { ...adaptive, horizonMonths: 1200 }
          expect(String(nextCheckup(endless, { left, history }))).toBe(dueOn)
        },
      ),
    )
  })

  test('without need only grows apart: due days rise, gaps are a month or more and lengthen', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 200 }), (left, horizonMonths) => {
        const dates = dueDates({ pathway: adaptive, left, checkups: [], horizonMonths })
        const gaps = dates.map((date, index) => daysBetween(dates[index - 1] ?? left, date))
        expect(dates.every((date) => !isBefore(left.add({ months: horizonMonths }), date))).toBe(true)
        expect(gaps.every((gap) => gap >= 28)).toBe(true)
        // The first two gaps are one month each, which may be 31 and then 28 days.
        expect(gaps.slice(2).every((gap, index) => gap > (gaps[index + 1] ?? Infinity))).toBe(true)
      }),
    )
  })

  test('is back to monthly after any held check-up with need or with need not known', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.array(anyNeed, { maxLength: 8 }),
        fc.constantFrom(true, null),
        fc.integer({ min: 0, max: 40 }),
        (left, needs, need, delay) => {
          const history: PastCheckup[] = []
          const endless = { ...adaptive, horizonMonths: 1200 }
          for (const each of [...needs, need]) {
            const dueOn = nextCheckup(endless, { left, history })
            if (dueOn === null) throw new Error('the horizon is too near for this test')
            history.push({ dueOn, heldOn: dueOn.add({ days: delay }), need: each })
          }
          const last = history.at(-1)?.heldOn ?? left
          expect(String(nextCheckup(endless, { left, history }))).toBe(monthsLater(last, 1))
        },
      ),
    )
  })

  test('lists the same days whether asked at once or after each check-up held on its due day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (left, horizonMonths) => {
        const all = dueDates({ pathway: adaptive, left, checkups: [], horizonMonths })
        for (const [index] of all.entries()) {
          const checkups = all.slice(0, index).map((date) => ({ dueOn: date, heldOn: date, need: false }))
          const rest = dueDates({ pathway: adaptive, left, checkups, horizonMonths })
          expect(rest.map(String)).toEqual(all.slice(index).map(String))
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('the fixed pathway', () => {
  test('comes after 30, 60 and 90 days and then every three months to month 48', () => {
    expect(due(fixed, '2026-01-10', 60)).toEqual([
      '2026-02-09',
      '2026-03-11',
      '2026-04-10',
      '2026-07-10',
      '2026-10-10',
      '2027-01-10',
      '2027-04-10',
      '2027-07-10',
      '2027-10-10',
      '2028-01-10',
      '2028-04-10',
      '2028-07-10',
      '2028-10-10',
      '2029-01-10',
      '2029-04-10',
      '2029-07-10',
      '2029-10-10',
      '2030-01-10',
    ])
  })

  test('counts each day from leaving, so a short month shortens only its own', () => {
    expect(due(fixed, '2027-08-31', 12).slice(3)).toEqual(['2028-02-29', '2028-05-31', '2028-08-31'])
  })

  test('is not moved by need, by lateness or by a check-up never held', () => {
    const late = { dueOn: day('2026-02-09'), heldOn: day('2026-02-25'), need: true }
    expect(next(fixed, '2026-01-10', late)).toBe('2026-03-11')
    expect(next(fixed, '2026-01-10', neverHeld('2026-02-09'))).toBe('2026-03-11')
  })

  test('does not go back to a day that a late check-up has passed', () => {
    const late = { dueOn: day('2026-02-09'), heldOn: day('2026-03-15'), need: false }
    expect(next(fixed, '2026-01-10', late)).toBe('2026-04-10')
  })

  test('does not ask twice for a check-up that was held before its due day', () => {
    const early = { dueOn: day('2026-02-09'), heldOn: day('2026-02-05'), need: false }
    expect(next(fixed, '2026-01-10', early)).toBe('2026-03-11')
  })

  test('lists only the days after the last held check-up', () => {
    expect(due(fixed, '2026-01-10', 6, held('2026-03-11'))).toEqual(['2026-04-10', '2026-07-10'])
    expect(due(fixed, '2026-01-10', 6, held('2026-03-10'))).toEqual([
      '2026-03-11',
      '2026-04-10',
      '2026-07-10',
    ])
  })

  test('is over after month 48', () => {
    expect(next(fixed, '2026-01-10', held('2030-01-10'))).toBeNull()
    expect(due(fixed, '2026-01-10', 1200)).toHaveLength(18)
  })

  test('rises for any day of leaving and stays within the horizon asked for', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (left, horizonMonths) => {
        const dates = dueDates({ pathway: fixed, left, checkups: [], horizonMonths })
        expect(dates.every((date, index) => isBefore(dates[index - 1] ?? left, date))).toBe(true)
        expect(dates.every((date) => !isBefore(left.add({ months: horizonMonths }), date))).toBe(true)
      }),
    )
  })
})
