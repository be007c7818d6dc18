/** Telephone numbers as gateways want them. */

/** A trunk prefix that is dialled inside a country and is no part of the number; Italy's zero is one. */
const keepsZero = ['39']

/**
 * A number in the form of E.164, or `null` where it cannot be one.
 *
 * @param country the calling code of numbers that name none, such as `372`
 * @example phoneNumber('5550 2001', '372') // '+37255502001'
 */
export function phoneNumber(written: string, country: string): string | null {
  const text = written
    .normalize('NFKC')
    .replace(/\(0\)/g, '')
    .replace(/[\s().\-/\u2010-\u2015\u2212]/g, '')
  const [, plus, digits] = /^(\+|00)?(\d+)$/.exec(text) ?? []
  if (digits === undefined) return null
  const whole = plus ? digits : withCountry(digits, country)
  // E.164: fifteen digits at most; the shortest subscriber numbers leave eight. No country begins with a zero.
  return /^[1-9]\d{7,14}$/.test(whole) ? `+${whole}` : null
}

function withCountry(digits: string, country: string): string {
  // Written with the country and without a plus: longer than a number at home would be.
  if (digits.startsWith(country) && digits.length >= 10) return digits
  return country + (keepsZero.includes(country) ? digits : digits.replace(/^0/, ''))
}
