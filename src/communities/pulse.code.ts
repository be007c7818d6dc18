/**
 * The code by which a pulse is answered: on a poster, as letters and in a square. It opens the questions of one community to anybody and
 * says nothing about who has it, so it may be short: wrong tries are limited by network.
 */
import { createHmac } from 'node:crypto'
import type { Keys } from '../platform/keys.ts'
import { letterCode } from '../platform/letter-code.ts'
import { tokenHash } from '../platform/sealing.ts'

/** The code of a new pulse, worked out from its id and a key outside the database, so that a poster can be printed again. */
export function pulseCode(keys: Keys, pulseId: string): string {
  return codeBy(keys.token.at(-1) ?? keys.token[0], pulseId)
}

/** The code of a pulse that is there: by the key of its day, of which there may be newer ones. */
export function repeatedPulseCode(keys: Keys, { id, codeHash }: { id: string; codeHash: Buffer }): string {
  for (const key of keys.token.toReversed()) {
    const code = codeBy(key, id)
    if (pulseCodeHash(keys, code).equals(codeHash)) return code
  }
  throw new Error('no key made this code')
}

function codeBy(key: Buffer, pulseId: string): string {
  return letterCode(createHmac('sha512', key).update('pulse code\0').update(pulseId).digest())
}

/** The hash by which a pulse is found; only this is stored. */
export function pulseCodeHash(keys: Keys, code: string): Buffer {
  return tokenHash(keys, 'pulse', code)
}

/** The address that opens it; short, and it says nothing. */
export function pulsePath(code: string): string {
  return `/pulse/${code}`
}

/**
 * The id of an answer, by the number that was put into its form when it was shown: the same form sent twice is one answer. What stood in a
 * page that somebody kept does not lead to the row without the key.
 */
export function answerId(keys: Keys, pulseId: string, form: string): string {
  const hex = tokenHash(keys, 'pulse answer', `${pulseId} ${form}`).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}
