/**
 * Telephone numbers and e-mail addresses: how they are written in lists, and the one form in which they can be called and compared.
 */
import { folded } from '../platform/letters.ts'

export type ReadPhones = {
  /** `+37255501001`, each once. */
  readonly phones: readonly string[]
  /** The parts of the cell that are no number. */
  readonly unread: readonly string[]
  /** The cell with these parts put right or left out, where that can be done. */
  readonly suggestions: readonly string[]
}

/** Reads a cell with one number or several; Estonian numbers may stand without the code of the country. */
export function readPhones(text: string): ReadPhones {
  const phones: string[] = []
  const unread: string[] = []
  const repaired: string[] = []
  for (const part of text.split(/[;,/|\n]|\s(?:või|ja|or|and|и|или)\s/u)) {
    const written = part.trim()
    if (written === '') continue
    const found = phonesIn(written)
    if (found !== null) {
      phones.push(...found)
      repaired.push(...found)
      continue
    }
    unread.push(written)
    // `55501001 (ema)`: the number is there, but a human must say whether it is the person's own.
    const digits = /\+?\d[\d\s().-]*\d/.exec(written)?.[0]
    repaired.push(...((digits === undefined ? null : phonesIn(digits)) ?? []))
  }
  const suggestion = [...new Set(repaired)].join('; ')
  return {
    phones: [...new Set(phones)],
    unread,
    suggestions: unread.length > 0 && suggestion !== '' ? [suggestion] : [],
  }
}

/** `null` where the text is not one number, or several with only spaces between them. */
function phonesIn(text: string): string[] | null {
  const whole = callable(text)
  if (whole !== null) return [whole]
  const several = text.split(/\s+/).map(callable)
  return several.length > 1 && several.every((phone) => phone !== null) ? several : null
}

function callable(text: string): string | null {
  const digits = text
    .replace(/^(?:tel(?:efon)?|mob(?:iil)?|тел|моб)[.:\s]*/iu, '')
    .replace(/[\s().\-‐‑–]/g, '')
    .replace(/^00/, '+')
  if (/^\+372/.test(digits)) return isEstonian(digits.slice(4)) ? digits : null
  // E.164: at most fifteen digits with the code of the country.
  if (/^\+[1-9]\d{7,14}$/.test(digits)) return digits
  if (/^372\d{7,8}$/.test(digits) && isEstonian(digits.slice(3))) return `+${digits}`
  return isEstonian(digits) ? `+372${digits}` : null
}

/** Mobile numbers begin with 5 or 81–84, others with 3, 4, 6, 7 or 88. Source: Estonian numbering plan. */
function isEstonian(digits: string): boolean {
  return /^(?:5\d{6,7}|8[1-4]\d{6}|[3467]\d{6}|88\d{5})$/.test(digits)
}

export type ReadEmail =
  | { readonly kind: 'email'; readonly email: string; readonly others: readonly string[] }
  | { readonly kind: 'unread'; readonly suggestions: readonly string[] }

/** Reads a cell with one address or several. */
export function readEmail(text: string): ReadEmail {
  const parts = text
    .replace(/mailto:/gi, '')
    .split(/[;,|/\s<>]+/)
    .filter((part) => part.includes('@') || !isEmailName(text, part))
    .filter((part) => part !== '')
  const emails = parts.map(addressOf)
  const [email, ...others] = emails
  if (email && others.every((other) => other !== null)) {
    return { kind: 'email', email, others: [...new Set(others)].filter((other) => other !== email) }
  }
  const repaired = addressOf(repair(text))
  return { kind: 'unread', suggestions: repaired === null ? [] : [repaired] }
}

/** In `Tõnu Kask <tonu@example.org>` the words before the bracket are no address. */
function isEmailName(text: string, part: string): boolean {
  const bracket = text.indexOf('<')
  return bracket > 0 && text.indexOf(part) < bracket
}

function addressOf(text: string): string | null {
  // RFC 5321: 254 characters at most.
  if (text.length > 254) return null
  const [, local = '', domain = ''] = /^([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+)@([A-Za-z0-9.-]+)$/.exec(text) ?? []
  const labels = domain.split('.')
  const isDomain =
    labels.length > 1 && labels.every((label) => /^[a-z0-9]$|^[a-z0-9][a-z0-9-]*[a-z0-9]$/i.test(label))
  const hasEnd = /^[a-z][a-z0-9-]+$/i.test(labels.at(-1) ?? '')
  if (local === '' || /^\.|\.\.|\.$/.test(local) || !isDomain || !hasEnd) return null
  return `${local}@${domain.toLowerCase()}`
}

/** The slips of those who write addresses by hand: `(at)`, spaces, a comma for a dot, letters no address has. */
function repair(text: string): string {
  return folded(text)
    .replace(/\s*[([{]\s*at\s*[)\]}]\s*|\s+at\s+|@{2,}/g, '@')
    .replace(/\s*[([{]\s*(?:dot|punkt)\s*[)\]}]\s*/g, '.')
    .replace(/,/g, '.')
    .replace(/\s+/g, '')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.;:]+|[.;:]+$/g, '')
    .replace(/\.@|@\./g, '@')
}
