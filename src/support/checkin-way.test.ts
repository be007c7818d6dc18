import { describe, expect, test } from 'vitest'
import { Temporal, day } from '../platform/day.ts'
import { linkEnds } from './checkin-link.ts'
import { askingOf, smsNumber, type AskingWay } from './checkin-way.ts'
import { humaneMoment } from './humane.ts'

const all = { mail: true, sms: true }
const known = { account: false, email: 'liis@kodu.test', phones: ['+372 4892001', '5550 2001'] }
const asked = (given: Partial<Parameters<typeof askingOf>[0]> = {}) =>
  askingOf({ chosen: null, reach: known, channels: all, undelivered: false, card: false, ...given })

describe('somebody who has chosen nothing', () => {
  test('is written to by mail, then by SMS, and else called', () => {
    expect(asked()).toEqual({ by: 'mail', to: 'liis@kodu.test', own: false })
    expect(asked({ reach: { ...known, email: null } })).toEqual({ by: 'sms', to: '+37255502001' })
    expect(asked({ reach: { ...known, email: null, phones: ['489 2001'] } })).toEqual({ by: 'call' })
    expect(asked({ channels: { mail: false, sms: true } })).toEqual({ by: 'sms', to: '+37255502001' })
    expect(asked({ channels: { mail: false, sms: false } })).toEqual({ by: 'call' })
  })

  test('answers on their own page where they have one', () => {
    expect(asked({ reach: { ...known, account: true } })).toMatchObject({ by: 'mail', own: true })
    const own = { account: true, email: null, phones: [] }
    expect(asked({ reach: own })).toEqual({ by: 'page' })
  })
})

describe('a way that was chosen', () => {
  test('is gone, and where it cannot be, a human calls: nothing is swapped unasked', () => {
    expect(asked({ chosen: 'sms' })).toEqual({ by: 'sms', to: '+37255502001' })
    expect(asked({ chosen: 'sms', channels: { mail: true, sms: false } })).toEqual({ by: 'call' })
    expect(asked({ chosen: 'mail', reach: { ...known, email: null } })).toEqual({ by: 'call' })
    expect(asked({ chosen: 'call' })).toEqual({ by: 'call' })
    expect(asked({ chosen: 'paper', card: true })).toEqual({ by: 'paper' })
    expect(asked({ chosen: 'paper' })).toEqual({ by: 'call' })
  })

  test('is not gone on as long as a message did not arrive and nobody has looked', () => {
    const ways: (AskingWay | null)[] = [null, 'mail', 'sms', 'paper', 'call']
    for (const chosen of ways)
      expect(asked({ chosen, undelivered: true, card: true })).toEqual({ by: 'call' })
  })
})

test.each([
  ['5550 2001', '+37255502001'],
  ['+372 555 2001', '+3725552001'],
  ['00372 5550 2001', '+37255502001'],
  ['489 2001', null],
  ['+372 6123 456', null],
  ['112', null],
  ['ema telefon', null],
  ['+358 40 123 4567', '+358401234567'],
])('an SMS goes to a mobile at home and to any number abroad: %s', (written, number) => {
  expect(smsNumber(written)).toBe(number)
})

describe('a link', () => {
  const ends = (nextDueOn: string | null) =>
    linkEnds({
      dueOn: day('2026-11-23'),
      nextDueOn: nextDueOn === null ? null : day(nextDueOn),
      timeZone: 'Europe/Tallinn',
    }).toString()

  test('works until the next check-in is due, two weeks at most, and never less than the check-in is open', () => {
    expect(ends('2026-11-30')).toBe('2026-11-29T22:00:00Z')
    expect(ends('2026-12-23')).toBe('2026-12-06T22:00:00Z')
    expect(ends(null)).toBe('2026-12-06T22:00:00Z')
    expect(ends('2026-11-24')).toBe('2026-11-25T22:00:00Z')
  })
})

test.each([
  ['2026-11-23T04:00:00Z', '2026-11-23T07:00:00Z'],
  ['2026-11-23T06:59:59Z', '2026-11-23T07:00:00Z'],
  ['2026-11-23T07:00:00Z', '2026-11-23T07:00:00Z'],
  ['2026-11-23T17:59:59Z', '2026-11-23T17:59:59Z'],
  ['2026-11-23T18:00:00Z', '2026-11-24T07:00:00Z'],
  // The night in which the clock goes forward.
  ['2026-03-28T22:00:00Z', '2026-03-29T06:00:00Z'],
])('nobody is woken: what is written at %s leaves at %s', (now, leaves) => {
  expect(humaneMoment(Temporal.Instant.from(now), 'Europe/Tallinn').toString()).toBe(leaves)
})
