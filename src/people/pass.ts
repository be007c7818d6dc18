/**
 * A pass: whoever holds its token may do one thing about one person, once, without an account. The token stands in an address
 * (`/a/…`), in a message or on a card that is typed off paper.
 */
import { createHmac } from 'node:crypto'
import type { Keys } from '../platform/keys.ts'
import { tokenHash } from '../platform/sealing.ts'

export const passCarriers = ['mail', 'sms', 'paper'] as const
export type PassCarrier = (typeof passCarriers)[number]

/** Crockford's base 32 in lower case: none of its letters and digits is taken for another. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** 26 letters of five bits: 130, which nobody guesses. */
const length = 26

/**
 * The token of a new pass. It is worked out from the id and a key that lies outside the database, so that a reminder or a card repeats
 * it and it is kept nowhere.
 */
export function passToken(keys: Keys, passId: string): string {
  return tokenBy(keys.token.at(-1) ?? keys.token[0], passId)
}

/** The token of a pass that is there: by the key of its day, of which there may be newer ones. */
export function repeatedPassToken(keys: Keys, { id, hash }: { id: string; hash: Buffer }): string {
  for (const key of keys.token.toReversed()) {
    const token = tokenBy(key, id)
    if (passHash(keys, token).equals(hash)) return token
  }
  throw new Error('no key made this pass')
}

function tokenBy(key: Buffer, passId: string): string {
  const bytes = createHmac('sha256', key).update('pass token\0').update(passId).digest()
  return [...bytes.subarray(0, length)].map((byte) => letters[byte % 32]).join('')
}

/** The hash by which a pass is found; only this is stored. */
export function passHash(keys: Keys, token: string): Buffer {
  return tokenHash(keys, 'pass', token)
}

/** What somebody typed or tapped, as a token; `null` where it can be none. */
export function readPassToken(text: string): string | null {
  const token = text
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
  return token.length === length && [...token].every((letter) => letters.includes(letter)) ? token : null
}

/** In groups of four, for typing. */
export function shownPassToken(token: string): string {
  return (token.match(/.{1,4}/g) ?? []).join('-')
}

/** The address that opens it; short, and it says nothing. */
export function passPath(token: string): string {
  return `/a/${token}`
}
