/** What a method is called, and what its core is: in the words of the version itself, or of the card that it stands for. */
import type { Locale } from '../platform/words.ts'
import { methodCards } from './method.content.ts'
import type { Method, MethodVersion, MethodWords } from './method.ts'

type Of = Pick<Method, 'card'>
type In = Pick<MethodVersion, 'words'> | null | undefined

/** In this language, or else in Estonian, English, or any there is; a card that is shipped no more is called by its key. */
export function nameOfMethod(locale: Locale, method: Of, version?: In): string {
  return wordsOf(locale, method, version)?.name ?? method.card ?? '–'
}

/** What must stay when it is adapted, in the same language; nothing where it is not known. */
export function coreOfMethod(locale: Locale, method: Of, version?: In): readonly string[] {
  const core: readonly string[] | undefined = wordsOf(locale, method, version)?.core
  return core ?? []
}

function wordsOf(locale: Locale, { card }: Of, version: In): MethodWords | undefined {
  const words: MethodVersion['words'] =
    version?.words ?? methodCards().find(({ key }) => key === card)?.words ?? null
  return words ? (words[locale] ?? words.et ?? words.en ?? Object.values(words)[0]) : undefined
}
