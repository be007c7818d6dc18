/** One-time codes that are typed, and one-time tokens that stand in an address: how they look and how long they last. */
import { randomInt } from 'node:crypto'

export type CodePurpose =
  /** Typed to sign in. */
  | 'sign-in'
  /** Typed by somebody signed in, to show it is still them. */
  | 'again'
  /** Typed to show that a new address is theirs. */
  | 'address'
  /** Stands in the address at which a house is set up. */
  | 'set-up'
  /** Stands in the address that signs in once: the demo's, or what an operator makes. */
  | 'link'
  | 'invitation'
  /** Signed by a passkey. */
  | 'passkey-challenge'

export type TypedPurpose = Extract<CodePurpose, 'sign-in' | 'again' | 'address'>
export type LinkPurpose = Extract<CodePurpose, 'set-up' | 'link' | 'invitation'>

/** Minutes a typed code lasts (NIST SP 800-63B-4, 3.1.3.2, allows ten). */
export const codeMinutes = 10
export const codeTries = 5
/** A browser asks for the fingerprint or PIN within this time. */
export const challengeMinutes = 5

export const linkHours: Record<LinkPurpose, number> = { 'set-up': 24, link: 24, invitation: 14 * 24 }

/** Eight digits: typed on any keyboard and read out over the telephone in any language. */
export function newCode(): string {
  return String(randomInt(100_000_000)).padStart(8, '0')
}

/** `1234 5678`, as it stands in the mail. */
export function shownCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

/** What somebody typed, without spaces and dashes; `null` where it cannot be a code of that many digits. */
export function readDigits(text: string, count: number): string | null {
  const digits = text.replace(/[\s\p{Pd}]/gu, '')
  return /^\d+$/.test(digits) && digits.length === count ? digits : null
}
