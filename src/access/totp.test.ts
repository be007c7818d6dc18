import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Temporal } from '../platform/day.ts'
import { base32, matchingStep, newSecret, stepAt, totpAddress, totpCode } from './totp.ts'

/** RFC 6238, appendix B, the rows of SHA-1: seconds since 1970 and eight digits. */
const vectors = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
] as const
const rfcSecret = Buffer.from('12345678901234567890')
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)

describe('codes of an authenticator app', () => {
  test.each(vectors)('at %s seconds are those of RFC 6238', (seconds, code) => {
    expect(totpCode(rfcSecret, stepAt(at(seconds)), 8)).toBe(code)
  })

  test('have six digits', () => {
    expect(totpCode(rfcSecret, stepAt(at(59)))).toBe('287082')
  })

  test('are good for their half minute and the ones beside it, and only once', () => {
    const now = at(1_800_000_015)
    const step = stepAt(now)
    for (const near of [step - 1, step, step + 1]) {
      expect(matchingStep(rfcSecret, totpCode(rfcSecret, near), now, 0)).toBe(near)
      expect(matchingStep(rfcSecret, totpCode(rfcSecret, near), now, near)).toBeNull()
      expect(matchingStep(rfcSecret, totpCode(rfcSecret, near), now, near + 1)).toBeNull()
    }
    for (const far of [step - 2, step + 2]) {
      expect(matchingStep(rfcSecret, totpCode(rfcSecret, far), now, 0)).toBeNull()
    }
  })

  test('of another secret, and what is no code, are wrong', () => {
    const now = at(1_800_000_015)
    expect(matchingStep(newSecret(), totpCode(rfcSecret, stepAt(now)), now, 0)).toBeNull()
    for (const text of ['', '12345', '1234567', 'abcdef'])
      expect(matchingStep(rfcSecret, text, now, 0)).toBeNull()
  })
})

describe('the secret', () => {
  // RFC 4648, section 10, without padding.
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('%j is written as %j', (text, written) => {
    expect(base32(Buffer.from(text))).toBe(written)
  })

  test('can be read back from how it is written', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
        const bits = [...base32(Buffer.from(bytes))]
          .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
          .join('')
        const back = Array.from({ length: bytes.length }, (_, i) => parseInt(bits.slice(i * 8, i * 8 + 8), 2))
        expect(back).toEqual([...bytes])
      }),
    )
  })

  test('has 160 bits and stands in the address of the QR code', () => {
    const secret = newSecret()
    expect(secret).toHaveLength(20)
    const address = new URL(totpAddress(secret, 'mari@naide.ee'))
    expect(address.protocol).toBe('otpauth:')
    expect(address.searchParams.get('secret')).toBe(base32(secret))
    expect(address.searchParams.get('issuer')).toBe('Tugevus')
    expect(decodeURIComponent(address.pathname)).toContain('mari@naide.ee')
  })
})
