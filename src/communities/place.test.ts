import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, isBefore } from '../platform/day.ts'
import {
  freeBetween,
  freeNow,
  freeSince,
  freeUntil,
  takenByDate,
  takenOn,
  toConfirm,
  type Taken,
} from './place.ts'

const start = day('2026-11-24')
const aDay = fc.integer({ min: 0, max: 60 }).map((days) => start.add({ days }))
const aStay: fc.Arbitrary<Taken> = fc.record({
  from: aDay,
  until: fc.constant(null),
  count: fc.integer({ min: 1, max: 3 }),
})
const stays = fc.array(
  fc
    .tuple(aStay, fc.option(fc.integer({ min: 0, max: 20 })))
    .map(([stay, days]) => ({ ...stay, until: days === null ? null : stay.from.add({ days }) })),
  { maxLength: 8 },
)
const open = { total: 6, startsOn: null, endsOn: null, state: 'open' as const }

describe('what is free', () => {
  test('is what is left on the worst day', () => {
    const taken = [
      { from: day('2026-12-01'), until: day('2026-12-10'), count: 2 },
      { from: day('2026-12-10'), until: null, count: 1 },
    ]
    expect(freeBetween(4, taken, day('2026-11-24'), day('2026-11-30'))).toBe(4)
    expect(freeBetween(4, taken, day('2026-11-24'), null)).toBe(1)
    expect(freeBetween(4, taken, day('2026-12-11'), null)).toBe(3)
    expect(freeSince({ ...open, total: 3 }, taken, day('2026-12-05'))).toEqual(day('2026-12-11'))
  })

  test('is never more than on any single day of the time, and is that on one of them', () => {
    fc.assert(
      fc.property(stays, aDay, fc.integer({ min: 0, max: 40 }), (taken, from, length) => {
        const until = from.add({ days: length })
        const each = Array.from({ length: length + 1 }, (_, days) => 6 - takenOn(taken, from.add({ days })))
        expect(freeBetween(6, taken, from, until)).toBe(Math.min(6, ...each))
      }),
    )
  })

  test('does not grow by asking for longer', () => {
    fc.assert(
      fc.property(stays, aDay, fc.nat(30), fc.nat(30), (taken, from, short, more) => {
        const until = from.add({ days: short })
        expect(freeBetween(6, taken, from, until.add({ days: more }))).toBeLessThanOrEqual(
          freeBetween(6, taken, from, until),
        )
      }),
    )
  })

  test('since a day: nobody who comes then has to leave again, and nobody could have come before', () => {
    fc.assert(
      fc.property(stays, (taken) => {
        const since = freeSince(open, taken, start)
        for (
          let date = start;
          isBefore(date, since ?? start.add({ days: 90 }));
          date = date.add({ days: 1 })
        ) {
          expect(freeNow(open, taken, date)).toBeLessThan(1)
        }
        if (since) expect(freeNow(open, taken, since)).toBeGreaterThan(0)
      }),
    )
  })

  test('until a day, where somebody can come now and not stay: on every day before it, and not on it', () => {
    const from = day('2026-12-05')
    const taken = [{ from, until: null, count: 2 }]
    expect(freeUntil({ ...open, total: 2 }, taken, start)).toEqual({ free: 2, until: from })
    expect(freeUntil({ ...open, total: 3 }, taken, start)).toBeNull()
    expect(freeUntil({ ...open, total: 2 }, taken, from)).toBeNull()
    fc.assert(
      fc.property(stays, (taken) => {
        const short = freeUntil(open, taken, start)
        if (!short) return
        expect(takenOn(taken, short.until)).toBeGreaterThanOrEqual(open.total)
        for (let date = start; isBefore(date, short.until); date = date.add({ days: 1 }))
          expect(takenOn(taken, date)).toBeLessThan(open.total)
      }),
    )
  })

  test('is nothing where it is closed or over, and counts from its first day', () => {
    expect(freeNow({ ...open, state: 'closed' }, [], start)).toBe(0)
    expect(freeNow({ ...open, endsOn: day('2026-11-23') }, [], start)).toBe(0)
    const before = [{ from: start, until: day('2026-11-30'), count: 6 }]
    expect(freeNow({ ...open, startsOn: day('2026-12-01') }, before, start)).toBe(6)
  })

  test('by date tells every turn once', () => {
    fc.assert(
      fc.property(stays, (taken) => {
        const turns = takenByDate(taken, start)
        expect(turns[0]?.from).toEqual(start)
        for (let days = 0; days < 90; days += 1) {
          const date = start.add({ days })
          const turn = turns.findLast(({ from }) => !isBefore(date, from))
          expect(turn?.taken).toBe(takenOn(taken, date))
        }
        for (const [index, turn] of turns.entries()) expect(turns[index - 1]?.taken).not.toBe(turn.taken)
      }),
    )
  })
})

test('a word that is a quarter of a year old is asked for again', () => {
  expect(toConfirm({ confirmedOn: null }, start)).toBe(true)
  expect(toConfirm({ confirmedOn: start.subtract({ days: 90 }) }, start)).toBe(false)
  expect(toConfirm({ confirmedOn: start.subtract({ days: 91 }) }, start)).toBe(true)
})
