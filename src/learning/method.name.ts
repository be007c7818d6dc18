import { locales, type Locale } from '../platform/words.ts'
import { methodCards } from './method.content.ts'
import type { Method, MethodVersion } from './method.ts'

/** What a method is called: by its card, by its own words in this language or the nearest, or by the key of a card that is shipped no more. */
export function nameOfMethod(locale: Locale, method: Method, version: MethodVersion | undefined): string {
  const card = methodCards().find(({ key }) => key === method.card)
  if (card) return card.words[locale].name
  const words = [locale, ...locales].flatMap((one) => version?.words?.[one] ?? [])
  return words[0]?.name ?? method.card ?? ''
}
