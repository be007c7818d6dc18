/** The second step of staff, and when somebody who is signed in has to show again who they are. */
import type { Moment } from '../platform/day.ts'
import { isFresh, type Way } from './session.ts'

export type Factors = {
  passkeys: number
  totp: boolean
  /** Codes on the sheet that were not used yet. */
  recoveryCodes: number
}

export type Proof = {
  /** The account has a staff role, whichever it acts in now. */
  staff: boolean
  /** This session has shown a second factor. */
  strong: boolean
  way: Way
  provenAt: Moment
  factors: Factors
}

export function hasFactor({ passkeys, totp }: Factors): boolean {
  return passkeys > 0 || totp
}

/**
 * Whether this session may change keys or the address now: the holder was there within the last ten minutes, and with more than the
 * mailbox where the account has more. A recovery code is enough, so that a new key can be added; that is what it is for.
 */
export function mayChangeKeys(proof: Proof, now: Moment): boolean {
  if (!isFresh(proof.provenAt, now)) return false
  if (!proof.staff || !hasFactor(proof.factors)) return true
  return proof.strong || proof.way === 'recovery'
}

/**
 * What the second-step page has to ask for: `show` a factor, `add` the first (or a new) one, `mail` – the mailbox again, which is all
 * there is – or nothing, `done`.
 */
export function stepFor(proof: Proof, now: Moment): 'show' | 'add' | 'mail' | 'done' {
  const fresh = isFresh(proof.provenAt, now)
  if (!proof.staff) return fresh ? 'done' : 'mail'
  if (!hasFactor(proof.factors)) return fresh ? (proof.strong ? 'done' : 'add') : 'mail'
  if (proof.way === 'recovery' && !proof.strong) return fresh ? 'add' : 'show'
  return proof.strong && fresh ? 'done' : 'show'
}

/** A staff account keeps one key at least: with none, the mailbox alone would let somebody add theirs. */
export function mayRemoveKey({ staff, factors }: Pick<Proof, 'staff' | 'factors'>): boolean {
  return !staff || factors.passkeys + (factors.totp ? 1 : 0) > 1
}
