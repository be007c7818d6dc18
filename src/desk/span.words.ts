/** Days away, in a list and inside a sentence. */
import type { Span } from '../access/absence.ts'
import { isBefore, type Day } from '../platform/day.ts'
import { plural, words, type Locale } from '../platform/words.ts'
import { dayAndMonth, numericDay } from '../platform/words.dates.ts'
import { untilDay } from '../support/support-day.words.ts'
import { counted } from './count.words.ts'
import { sinceDay } from './since.words.ts'

/** `1. dets – 11. dets`, for a list; with years where they are not this one's. */
export function spanInList(locale: Locale, { from, until }: Span, today: Day): string {
  const short = (date: Day) =>
    date.year === today.year ? dayAndMonth(locale, date) : numericDay(locale, date)
  if (until === null) return `${short(from)} – …`
  return from.equals(until) ? short(from) : `${short(from)} – ${short(until)}`
}

/** `1. detsembrist`; after "since" and "from". */
export function fromDay(locale: Locale, date: Day, today: Day): string {
  const whole = sinceDay(locale, date)
  return date.year === today.year ? whole.replace(/ \d{4}( года)?$/, '') : whole
}

const spanWords = words(
  {
    until: (last: string) => `kuni ${last}`,
    from: (first: string) => `alates ${first}`,
    both: (first: string, last: string) => `${first} ${last}`,
  },
  {
    en: {
      until: (last) => `until ${last}`,
      from: (first) => `from ${first}`,
      both: (first, last) => `from ${first} until ${last}`,
    },
    ru: {
      until: (last) => `по ${last}`,
      from: (first) => `с ${first}`,
      both: (first, last) => `с ${first} по ${last}`,
    },
  },
)

/** `kuni 11. detsembrini`, `alates 1. detsembrist`, or both; inside a sentence. What has begun is told by its end. */
export function spanInSentence(locale: Locale, { from, until }: Span, today: Day): string {
  const say = spanWords(locale)
  const first = fromDay(locale, from, today)
  const ahead = isBefore(today, from)
  if (until === null) return say.from(first)
  return ahead ? say.both(first, untilDay(locale, until)) : say.until(untilDay(locale, until))
}

/** `kuni 11. detsembrini`; nothing where nobody knows. */
export function untilInSentence(locale: Locale, until: Day | null): string {
  return until === null ? '' : spanWords(locale).until(untilDay(locale, until))
}

/** `viis päeva`: for how long something has waited. */
export function daysText(locale: Locale, n: number): string {
  if (locale === 'et') return n === 1 ? 'üks päev' : `${counted('et', n)} päeva`
  if (locale === 'ru') {
    return `${counted('ru', n)} ${plural('ru', n, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })}`
  }
  return n === 1 ? 'one day' : `${counted('en', n)} days`
}
