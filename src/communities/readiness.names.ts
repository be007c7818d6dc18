/** What the definition of readiness calls things, in the reader's language. */
import type { Locale } from '../platform/words.ts'
import { dimensionKeys, type Dimension, type InLanguages } from './readiness.ts'
import { readinessDefinition } from './readiness.content.ts'

export const inLanguage = (text: InLanguages, locale: Locale): string =>
  text[locale === 'et' || locale === 'ru' ? locale : 'en']

export const dimensionOf = (key: string | null | undefined): Dimension | undefined =>
  dimensionKeys.find((one) => one === key)

/** The dimension in words; the key where content no longer has it. */
export function dimensionName(locale: Locale, key: string): string {
  const dimension = dimensionOf(key)
  return dimension ? inLanguage(readinessDefinition().dimensions[dimension].name, locale) : key
}
