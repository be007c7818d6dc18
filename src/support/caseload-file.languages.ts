/** The language in which a person wants to be spoken to, as a word or a code in any of our languages. */
import { editDistance, folded } from '../platform/letters.ts'
import { locales, type Locale } from '../platform/words.ts'

const languageWords: Record<Locale, string> = {
  et: 'eesti | et | ee | est | eesti keel | eesti keeles | eestikeelne | estonian | эстонский | эст | эстонский язык',
  ru: 'vene | ru | rus | vene keel | vene keeles | venekeelne | russian | русский | рус | русский язык | по-русски',
  en: 'inglise | en | eng | inglise keel | inglise keeles | ingliskeelne | english | английский | англ | английский язык',
  fi: 'soome | fi | fin | soome keel | soome keeles | soomekeelne | finnish | suomi | финский | фин | финский язык',
  nb: 'norra | nb | no | nor | norra keel | norra keeles | norrakeelne | norwegian | norsk | bokmål | норвежский | норвежский язык',
}

const byWord = new Map(
  locales.flatMap((locale) =>
    languageWords[locale].split('|').map((word) => [folded(word), locale] as const),
  ),
)

export type ReadLanguage =
  | {
      readonly kind: 'language'
      readonly language: Locale
      /** More was written than the first language. */
      readonly more: boolean
    }
  | { readonly kind: 'unread'; readonly near: readonly Locale[] }

/** The first language of the cell; others behind it are for the notes. */
export function readLanguage(text: string): ReadLanguage {
  const words = folded(text)
  const whole = byWord.get(words.replace(/\.$/, ''))
  if (whole !== undefined) return { kind: 'language', language: whole, more: false }
  const first = words.split(/[,;/+&(\n.]|\s(?:ja|and|и|voi|or|или)\s/)[0]?.trim() ?? ''
  const language = byWord.get(first) ?? byWord.get(first.split(/[\s-]/)[0] ?? '')
  if (language !== undefined) return { kind: 'language', language, more: true }
  return { kind: 'unread', near: nearLanguages(first) }
}

function nearLanguages(word: string): Locale[] {
  if (word.length < 4) return []
  const near = [...byWord].filter(([known]) => known.length >= 4 && editDistance(word, known, 1) <= 1)
  return [...new Set(near.map(([, locale]) => locale))]
}
