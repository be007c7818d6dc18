import { fullLocaleOf, plural, type Locale } from '../platform/words.ts'

const numerals: Record<'et' | 'en' | 'ru', readonly string[]> = {
  et: ['null', 'üks', 'kaks', 'kolm', 'neli', 'viis', 'kuus', 'seitse', 'kaheksa', 'üheksa', 'kümme'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ru: ['ноль', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять', 'десять'],
}

/** A small number as a word, as in running text; from eleven on in figures. */
export function counted(locale: Locale, n: number): string {
  return numerals[fullLocaleOf(locale)][n] ?? String(n)
}

/** The same at the beginning of a sentence. */
export function countedAtStart(locale: Locale, n: number): string {
  return atStart(locale, counted(locale, n))
}

/** Words of the middle of a sentence, at the beginning of one. */
export function atStart(locale: Locale, words: string): string {
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)
}

/** `человек` after a number. */
export function ruPeople(n: number): string {
  return plural('ru', n, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })
}
