/** Short codes of letters, for posters and telephones: typed by hand, read out, or scanned. */

/** Without i, l and o, which are taken for others. No figures: a telephone need not change its keyboard. */
const letters = 'abcdefghjkmnpqrstuvwxyz'
const length = 8

/**
 * 23^8 codes, 78 thousand million: nobody guesses one where wrong tries are limited.
 *
 * @param bytes of a keyed hash, 32 or more
 */
export function letterCode(bytes: Buffer): string {
  // Each letter as likely as the others: bytes past the last whole round are left out.
  const even = [...bytes].filter((byte) => byte < Math.floor(256 / letters.length) * letters.length)
  return even
    .slice(0, length)
    .map((byte) => letters[byte % letters.length])
    .join('')
}

/** What somebody typed or scanned, as a code; null where it can be none. */
export function readLetterCode(text: string): string | null {
  const code = text.toLowerCase().replace(/[\s\p{Pd}.]/gu, '')
  return code.length === length && [...code].every((letter) => letters.includes(letter)) ? code : null
}

/** In two groups, for typing. */
export function shownLetterCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`.toUpperCase()
}
