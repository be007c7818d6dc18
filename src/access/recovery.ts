/** Recovery codes: ten on a sheet of paper, for the day on which the phone is gone. */
import { randomInt } from 'node:crypto'

export const recoveryCodes = 10
const letters = 12
/** Crockford's base 32: no I, L, O or U, so that nothing is read as something else. 60 bits a code. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function newRecoveryCode(): string {
  return Array.from({ length: letters }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** `K7TM-4QXR-9D2E`, as it stands on the sheet. */
export function shownRecoveryCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** What somebody read off the sheet, however typed; `null` where it cannot be one. */
export function readRecoveryCode(text: string): string | null {
  const code = text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return code.length === letters && [...code].every((letter) => alphabet.includes(letter)) ? code : null
}
