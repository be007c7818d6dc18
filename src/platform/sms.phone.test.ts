import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phoneNumber } from './sms.phone.ts'

describe('a telephone number in the form of E.164', () => {
  test.each([
    ['+372 5550 2001', '+37255502001'],
    ['5550 2001', '+37255502001'],
    ['555 0201', '+3725550201'],
    ['00372 5550 2001', '+37255502001'],
    ['372 5550 2001', '+37255502001'],
    ['(+372) 5550-2001', '+37255502001'],
    ['5550.2001', '+37255502001'],
    ['5550\u00a02001', '+37255502001'],
    ['5550–2001', '+37255502001'],
    ['+358 40 123 4567', '+358401234567'],
    ['+44 (0)20 7946 0000', '+442079460000'],
    ['+7 912 345-67-89', '+79123456789'],
  ])('%s', (written, whole) => {
    expect(phoneNumber(written, '372')).toBe(whole)
  })

  test('a zero that is dialled at home belongs to the number in Italy and nowhere else', () => {
    expect(phoneNumber('040 123 4567', '358')).toBe('+358401234567')
    expect(phoneNumber('06 1234 5678', '39')).toBe('+390612345678')
  })

  test.each([
    '',
    '112',
    'Kadri',
    '5550 200x',
    '+',
    '++37255502001',
    '+0372555',
    '5550 2001; 5550 2002',
    '1'.repeat(20),
  ])('%j is none', (written) => {
    expect(phoneNumber(written, '372')).toBe(null)
  })

  test('is the same however often it is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+ -()') }), (written) => {
        const once = phoneNumber(written, '372')
        if (once !== null) {
          expect(once).toMatch(/^\+[1-9]\d{7,14}$/)
          expect(phoneNumber(once, '47')).toBe(once)
        }
      }),
    )
  })
})
