/** The countries somebody may go to or come from, and their names. */
import type { Locale } from '../platform/words.ts'

/** ISO 3166-1 alpha-2: the countries of the programme, and those around them. */
const codes =
  'AL AD AM AT AZ BA BE BG CA CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA US XK'.split(
    ' ',
  )

/** `Norra` */
export function countryName(locale: Locale, code: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}

export const isCountry = (code: string) => codes.includes(code)

/** By name, as a list in this language is ordered. */
export function countryChoices(locale: Locale): { value: string; label: string }[] {
  return codes
    .map((value) => ({ value, label: countryName(locale, value) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}
