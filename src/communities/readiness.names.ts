/** What the definition of readiness calls things, in the reader's language. */
import { fullLocaleOf, type Locale } from '../platform/words.ts'
import { dimensionOf, type InLanguages } from './readiness.ts'
import { readinessDefinition } from './readiness.content.ts'

export const inLanguage = (text: InLanguages, locale: Locale): string => text[fullLocaleOf(locale)]

/** The dimension in words; the key where content no longer has it. */
export function dimensionName(locale: Locale, key: string): string {
  const dimension = dimensionOf(key)
  return dimension ? inLanguage(readinessDefinition().dimensions[dimension].name, locale) : key
}
