/** Codes of an authenticator app: RFC 6238 over RFC 4226, SHA-1, six digits, thirty seconds, as all such apps understand. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Moment } from '../platform/day.ts'

const stepSeconds = 30
export const totpDigits = 6
/** One step to each side: phones are not exactly on time, and typing takes some (RFC 6238, 5.2). */
const drift = 1

/** 160 bits, as RFC 4226 recommends. */
export function newSecret(): Buffer {
  return randomBytes(20)
}

export function stepAt(moment: Moment): number {
  return Math.floor(moment.epochMilliseconds / 1000 / stepSeconds)
}

/** The code of one step. */
export function totpCode(secret: Buffer, step: number, digits: number = totpDigits): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = (mac[mac.length - 1] ?? 0) & 0xf
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/**
 * The step whose code this is, near `now` and after `lastStep`; `null` where there is none. Whoever stores the step as the last one
 * makes each code good once.
 */
export function matchingStep(secret: Buffer, code: string, now: Moment, lastStep: number): number | null {
  const middle = stepAt(now)
  let found: number | null = null
  for (let step = middle - drift; step <= middle + drift; step++) {
    const own = Buffer.from(totpCode(secret, step))
    const given = Buffer.from(code)
    // All steps are always computed: the time does not tell which one it was.
    if (own.length === given.length && timingSafeEqual(own, given) && step > lastStep) found = step
  }
  return found
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base32 without padding, as authenticator apps take a secret typed by hand. */
export function base32(bytes: Buffer): string {
  let bits = 0
  let kept = 0
  let text = ''
  for (const byte of bytes) {
    kept = ((kept << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(kept >>> bits) & 31]
    }
  }
  return bits > 0 ? text + alphabet[(kept << (5 - bits)) & 31] : text
}

/** What the QR code says. */
export function totpAddress(secret: Buffer, account: string): string {
  const label = `${encodeURIComponent('Tugevus')}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=Tugevus&algorithm=SHA1&digits=${totpDigits}&period=${stepSeconds}`
}
