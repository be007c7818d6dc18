/** Whether what somebody typed into the search box means this person: by name, by code or by telephone. */
import { latinised } from '../platform/letters.ts'

export type Findable = { code: string; name: string | null; phones: readonly string[] }

/** Fewer digits of a telephone number would find half the list. */
const fewestDigits = 4

/**
 * Names match by the beginnings of their words in any order, whatever the diacritics or the alphabet: `kask tõ` and `Каск`
 * find Tõnu Kask. A code may be begun and needs no dash. Telephone numbers match anywhere, as the last digits are often all one has.
 *
 * @returns a function, so that the words are prepared once for a list of thousands
 */
export function matcher(words: string): (person: Findable) => boolean {
  const asked = latinised(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const code = words.replace(/[\s-]/g, '').toUpperCase()
  const digits = /^[\d\s+()/.-]+$/.test(words) ? words.replace(/\D/g, '').replace(/^00/, '') : ''
  return ({ code: own, name, phones }) => {
    if (asked.length === 0) return false
    if (/^[A-Z]\d\d*$/.test(code) && own.replace('-', '').startsWith(code)) return true
    if (digits.length >= fewestDigits)
      return phones.some((phone) => phone.replace(/\D/g, '').includes(digits))
    if (name === null) return false
    const parts = latinised(name).split(/[^\p{L}\p{N}]+/u)
    return asked.every((word) => parts.some((part) => part.startsWith(word)))
  }
}
