import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smsLength } from './sms.length.ts'

describe('the length of an SMS', () => {
  test.each([
    ['Tere', 'gsm7', 4, 1],
    ['Käsi, öö, üks', 'gsm7', 13, 1],
    ['õ', 'ucs2', 1, 1],
    ['žš', 'ucs2', 2, 1],
    ['Здравствуйте', 'ucs2', 12, 1],
    ['5 €', 'gsm7', 4, 1],
    ['🙂', 'ucs2', 2, 1],
    ['', 'gsm7', 0, 1],
    ['a'.repeat(160), 'gsm7', 160, 1],
    ['a'.repeat(161), 'gsm7', 161, 2],
    ['a'.repeat(306), 'gsm7', 306, 2],
    ['a'.repeat(307), 'gsm7', 307, 3],
    ['ж'.repeat(70), 'ucs2', 70, 1],
    ['ж'.repeat(71), 'ucs2', 71, 2],
    ['ж'.repeat(135), 'ucs2', 135, 3],
  ] as const)('%j', (text, alphabet, places, parts) => {
    expect(smsLength(text)).toEqual({ alphabet, places, parts })
  })

  test('counts a letter of two places that does not fit as the next part’s', () => {
    // 152 and a half: the sign begins where one place is left.
    expect(smsLength(`${'a'.repeat(152)}€${'a'.repeat(151)}`).parts).toBe(2)
    expect(smsLength(`${'a'.repeat(152)}€${'a'.repeat(152)}`).parts).toBe(3)
    expect(smsLength(`${'ж'.repeat(66)}🙂${'ж'.repeat(66)}`).parts).toBe(3)
  })

  test('never shrinks when something is added', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ unit: 'grapheme' }),
        (one, more) => {
          expect(smsLength(one + more).parts).toBeGreaterThanOrEqual(smsLength(one).parts)
        },
      ),
    )
  })
})
