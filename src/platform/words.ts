/**
 * Words in several languages. Estonian is written first and defines the shape; the other languages must have every
 * message of it, so that a missing word does not compile. Nothing here is global: the request carries its locale.
 */
export const locales = ['et', 'en', 'ru', 'fi', 'nb'] as const
export type Locale = (typeof locales)[number]

/** Each language in its own words, as a menu shows it. */
export const languageNames: Record<Locale, string> = {
  et: 'Eesti',
  en: 'English',
  ru: 'Русский',
  fi: 'Suomi',
  nb: 'Norsk',
}

/** The languages every page has. Finnish and Norwegian are for pages that partners there read: `publicWords`. */
export const fullLocales = ['et', 'en', 'ru'] as const satisfies readonly Locale[]

export type FullLocale = (typeof fullLocales)[number]

/** The language in which what every page has is shown: English where it is none of the three. */
export const fullLocaleOf = (locale: Locale): FullLocale =>
  fullLocales.find((full) => full === locale) ?? 'en'

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

/** A message is text, a function to text, or a group of messages. */
type Shape<W> = {
  readonly [K in keyof W]: W[K] extends string
    ? string
    : W[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Shape<W[K]>
}

/**
 * Declares the words of one family of files.
 *
 * @returns a function from locale to words; in Finnish and Norwegian it gives the English ones
 * @example
 * export const dayWords = words({ title: 'Minu päev' }, { en: { title: 'My day' }, ru: { title: 'Мой день' } })
 * dayWords('ru').title
 */
export function words<const W extends object>(
  et: W,
  others: { en: Shape<W>; ru: Shape<W> },
): (locale: Locale) => Shape<W> {
  return publicWords(et, { ...others, fi: others.en, nb: others.en })
}

/** The same for what stands on pages that have every language (`RouteRight.languages`): there a missing Finnish or Norwegian word does not compile either. */
export function publicWords<const W extends object>(
  et: W,
  others: { en: Shape<W>; ru: Shape<W>; fi: Shape<W>; nb: Shape<W> },
): (locale: Locale) => Shape<W> {
  const all: Record<Locale, Shape<W>> = { et: et as Shape<W>, ...others }
  return (locale) => all[locale]
}

type Forms = { one: string; few?: string; many?: string; other: string }

/**
 * The form of a counted noun that `n` needs in `locale`. Russian gives `one`, `few` and `many`; the others `one` and `other`.
 *
 * @example plural('ru', 3, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })
 */
export function plural(locale: Locale, n: number, forms: Forms): string {
  const rule = new Intl.PluralRules(locale).select(n)
  if (rule === 'one') return forms.one
  if (rule === 'few') return forms.few ?? forms.other
  if (rule === 'many') return forms.many ?? forms.other
  return forms.other
}
