import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, Temporal } from '../platform/day.ts'
import { HelpPromiseContentError, loadHelpPromise } from './help-promise.content.ts'
import { callBy, readBy } from './help-promise.ts'

const zone = 'Europe/Tallinn'
const promise = loadHelpPromise()

function promised(local: string): string {
  const asked = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()
  return callBy(promise, asked, zone)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

describe('a call', () => {
  test('is promised within four hours to whoever asks from 8 to 20', () => {
    expect(promised('2026-11-23T08:00')).toBe('2026-11-23T12:00')
    expect(promised('2026-11-23T13:40')).toBe('2026-11-23T17:40')
    expect(promised('2026-11-23T19:59')).toBe('2026-11-23T23:59')
  })

  test('is promised for ten the next morning at any other time', () => {
    expect(promised('2026-11-23T07:59')).toBe('2026-11-23T10:00')
    expect(promised('2026-11-23T20:00')).toBe('2026-11-24T10:00')
    expect(promised('2026-11-23T23:59')).toBe('2026-11-24T10:00')
    expect(promised('2026-11-24T00:00')).toBe('2026-11-24T10:00')
    expect(promised('2026-12-31T22:00')).toBe('2027-01-01T10:00')
  })

  test('is promised on a weekend as on any day', () => {
    expect(promised('2026-11-28T12:00')).toBe('2026-11-28T16:00')
    expect(promised('2026-11-27T21:00')).toBe('2026-11-28T10:00')
  })

  test('keeps to the clock on the wall in the nights in which it is changed', () => {
    // Forward on 29 March 2026 at 3, back on 25 October 2026 at 4.
    expect(promised('2026-03-28T21:00')).toBe('2026-03-29T10:00')
    expect(promised('2026-03-29T02:30')).toBe('2026-03-29T10:00')
    expect(promised('2026-10-24T21:00')).toBe('2026-10-25T10:00')
    expect(promised('2026-10-25T03:30')).toBe('2026-10-25T10:00')
    expect(promised('2026-03-29T08:00')).toBe('2026-03-29T12:00')
  })

  test('is never promised for a moment that has passed, nor later than the next day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 800 }), (minutes) => {
        const asked = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes })
        const hours = callBy(promise, asked, zone).since(asked).total('hours')
        expect(hours).toBeGreaterThan(0)
        expect(hours).toBeLessThanOrEqual(15)
      }),
    )
  })
})

describe('a check-in that was sent', () => {
  test('is read by the next working day', () => {
    expect(readBy(day('2026-11-23'))).toEqual(day('2026-11-24'))
    expect(readBy(day('2026-11-27'))).toEqual(day('2026-11-30'))
    expect(readBy(day('2026-11-28'))).toEqual(day('2026-11-30'))
  })
})

describe('the file of promises', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  test('names the line and the field of what is wrong', () => {
    const text = `{\n  "askedFrom": "8:00",\n  "askedUntil": "20:00",\n  "withinHours": 0,\n  "otherwiseAt": "10:00"\n}`
    expect(() => loadHelpPromise(bytes(text))).toThrow(HelpPromiseContentError)
    expect(() => loadHelpPromise(bytes(text))).toThrow(/:2: askedFrom must be a time of day such as "08:00"/)
    expect(() => loadHelpPromise(bytes(text))).toThrow(/:4: withinHours must be at least 1 hour/)
  })

  test('refuses a promise for a moment that has passed when somebody asks', () => {
    const text = `{"askedFrom": "11:00", "askedUntil": "20:00", "withinHours": 4, "otherwiseAt": "10:00"}`
    expect(() => loadHelpPromise(bytes(text))).toThrow(/otherwiseAt must not be before askedFrom/)
  })
})
