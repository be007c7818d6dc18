import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDay, readMoment } from './database.ts'
import { Temporal } from './day.ts'

describe('what the database gives', () => {
  test('days are the days they say', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 80_000 }), (days) => {
        const text = Temporal.PlainDate.from('1970-01-01').add({ days }).toString()
        return readDay(text).equals(Temporal.PlainDate.from(text))
      }),
    )
    expect(() => readDay('infinity')).toThrow(RangeError)
    expect(() => readDay('2026-02-30')).toThrow(RangeError)
  })

  test('moments keep their microseconds, with however many digits they are written', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 4_102_444_800_000_000n }),
        fc.integer({ min: 1, max: 6 }),
        (micros, digits) => {
          const step = 10n ** BigInt(6 - digits)
          const moment = Temporal.Instant.fromEpochNanoseconds((micros / step) * step * 1000n)
          const [date = '', rest = ''] = moment.toString().replace('Z', '').split('T')
          return readMoment(`${date} ${rest}+00`).equals(moment)
        },
      ),
    )
    expect(readMoment('2026-01-10 08:30:00+02').toString()).toBe('2026-01-10T06:30:00Z')
    expect(() => readMoment('infinity')).toThrow(RangeError)
  })
})
