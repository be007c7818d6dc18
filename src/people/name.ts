/** Names and contacts as they are compared: two ways of writing the same give the same key. */

/**
 * `Kask, Tõnu` and `tõnu  kask` have the same key: small letters, no accents, words in alphabetical order.
 * Cyrillic stays Cyrillic: guessing a transliteration would join two people.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLocaleLowerCase('et')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ')
}

/** Digits with the country's code; a number of seven or eight digits without one is Estonian. */
export function phoneKey(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^00/, '')
  return digits.length <= 8 && !phone.trim().startsWith('+') ? `372${digits}` : digits
}

/** Digits as on a telephone, with the signs people put between them. */
export function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return /^\+?[\d\s()/.-]+$/.test(text) && digits >= 5 && digits <= 15
}

export function emailKey(email: string): string {
  return email.trim().toLowerCase()
}

/** The name by which a page greets or lists somebody where the family name adds nothing: the first word. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}

/** Sorts names as an Estonian reader expects, by the family name, which is the last word. */
export function byFamilyName(a: string, b: string): number {
  return collator.compare(familyFirst(a), familyFirst(b))
}

const collator = new Intl.Collator('et')

function familyFirst(name: string): string {
  const parts = name.trim().split(/\s+/)
  return [parts.at(-1), ...parts.slice(0, -1)].join(' ')
}
