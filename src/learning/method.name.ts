import type { Locale } from '../platform/words.ts'
import { methodCards } from './method.content.ts'
import { ownCard, type Method, type MethodCard, type MethodVersion } from './method.ts'

/** What a method is: a shipped card, or one the house wrote itself; null for a card that is shipped no more. */
export function cardOf(method: Method, version: MethodVersion | undefined): MethodCard | null {
  if (method.card !== null) return methodCards().find(({ key }) => key === method.card) ?? null
  return version ? ownCard(method, version) : null
}

/** By its card, or by the key of one that is shipped no more. */
export const nameOfMethod = (locale: Locale, method: Method, version: MethodVersion | undefined): string =>
  cardOf(method, version)?.words[locale].name ?? method.card ?? ''

/** Its page: by the key of its card, or its own. */
export const methodHref = ({ id, card }: Pick<Method, 'id' | 'card'>): string => `/methods/${card ?? id}`

/** What must stay when it is adapted; nothing where it is not known. */
export const coreOfMethod = (
  locale: Locale,
  method: Method,
  version: MethodVersion | undefined,
): readonly string[] => cardOf(method, version)?.words[locale].core ?? []
