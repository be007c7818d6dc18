import { dayAt, daysBetween, type Day, type Moment } from '../platform/day.ts'
import { dayAndMonth, longDay, timeOfDay, weekdayDay } from '../platform/words.dates.ts'
import { words, type Locale } from '../platform/words.ts'
import { onDay } from './support-day.words.ts'

const whenWords = words(
  {
    yesterday: 'eile',
    today: 'täna',
    tomorrow: 'homme',
    by: (date: string, time: string) => `${date} kella ${time}-ks`,
  },
  {
    en: {
      yesterday: 'yesterday',
      today: 'today',
      tomorrow: 'tomorrow',
      by: (date, time) => `${date} by ${time}`,
    },
    ru: {
      yesterday: 'вчера',
      today: 'сегодня',
      tomorrow: 'завтра',
      by: (date, time) => `${date} до ${time}`,
    },
  },
)

/** `täna`, `homme`, `25. novembril`, and with the year where it is another one. Stands inside a sentence. */
export function nearDay(locale: Locale, date: Day, today: Day): string {
  const say = whenWords(locale)
  const away = daysBetween(today, date)
  if (away === 0) return say.today
  if (away === -1) return say.yesterday
  if (away === 1) return say.tomorrow
  // Estonian declines the month: a bare `14. märts` would stand in the wrong case.
  if (locale === 'et') return onDay(locale, date, today)
  if (date.year !== today.year) return wholeDay(locale, date)
  // The short months of Russian end in a full stop, which a sentence would double.
  return locale === 'ru' ? weekdayDay(locale, date).replace(/^\S+ /, '') : dayAndMonth(locale, date)
}

/** `23. november 2026`, for the inside and the end of a sentence: Russian with `года` written out, as `г.` would double the full stop */
export function wholeDay(locale: Locale, date: Day): string {
  return longDay(locale, date).replace(/ г\.$/, ' года')
}

/** By when something was promised: `täna kella 14.00-ks`. */
export function byWhen(locale: Locale, moment: Moment, today: Day, timeZone: string): string {
  return whenWords(locale).by(
    nearDay(locale, dayAt(moment, timeZone), today),
    timeOfDay(locale, moment, timeZone),
  )
}

/** Several days in one sentence, the oldest first. */
export function nearDays(locale: Locale, dates: readonly Day[], today: Day): string {
  return new Intl.ListFormat(locale, { type: 'conjunction', style: 'long' }).format(
    dates.map((date) => nearDay(locale, date, today)),
  )
}
