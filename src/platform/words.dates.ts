import { Temporal, type Day, type Moment } from './day.ts'
import type { Locale } from './words.ts'

const tags: Record<Locale, string> = { et: 'et-EE', en: 'en-GB', ru: 'ru-RU', fi: 'fi-FI', nb: 'nb-NO' }

/** A day has no time zone: it is shown as the noon of UTC of that day. */
const noonOf = (date: Day) => Date.UTC(date.year, date.month - 1, date.day, 12)

function format(locale: Locale, options: Intl.DateTimeFormatOptions, date: Day): string {
  return new Intl.DateTimeFormat(tags[locale], { timeZone: 'UTC', ...options }).format(noonOf(date))
}

/** `23. november 2026` */
export function longDay(locale: Locale, date: Day): string {
  return format(locale, { day: 'numeric', month: 'long', year: 'numeric' }, date)
}

/** `10.–14. märts 2025`: what two days have in common is said once. */
export function longPeriod(locale: Locale, from: Day, to: Day): string {
  const options = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat(tags[locale], options).formatRange(noonOf(from), noonOf(to))
}

/** `november 2026` */
export function monthAndYear(locale: Locale, date: Day): string {
  return format(locale, { month: 'long', year: 'numeric' }, date)
}

/** `E`, as it stands above a column of days. */
export function shortWeekday(locale: Locale, date: Day): string {
  return format(locale, { weekday: 'short' }, date)
}

/** `esmaspäev` */
export function weekday(locale: Locale, date: Day): string {
  return format(locale, { weekday: 'long' }, date)
}

/** `esmaspäev, 23. november` */
export function weekdayDay(locale: Locale, date: Day): string {
  return format(locale, { weekday: 'long', day: 'numeric', month: 'long' }, date)
}

/** `E, 23. nov` */
export function shortDay(locale: Locale, date: Day): string {
  return format(locale, { weekday: 'short', day: 'numeric', month: 'short' }, date)
}

/** `23. nov` */
export function dayAndMonth(locale: Locale, date: Day): string {
  return format(locale, { day: 'numeric', month: 'short' }, date)
}

/** A day that stays on one line, but for the name of the weekday before it: for headings and other narrow places. */
export function unbroken(date: string): string {
  return date.replace(/(\d+\.?) (?=\p{L})/u, '$1\u00a0').replace(/ (?=\d{4})/, '\u00a0')
}

/** `23.11.2026`, as it is written in forms and sheets. */
export function numericDay(locale: Locale, date: Day): string {
  return format(locale, { day: 'numeric', month: 'numeric', year: 'numeric' }, date)
}

/** `kell` is the page's word; this is only `10.40` or, where a colon is usual, `10:40`. */
export function timeOfDay(locale: Locale, moment: Moment, timeZone: string): string {
  const text = new Intl.DateTimeFormat(tags[locale], { timeZone, hour: 'numeric', minute: '2-digit' }).format(
    moment.epochMilliseconds,
  )
  // Both are used in Estonian; the point is what the language's handbooks advise, and Intl gives the colon.
  return locale === 'et' ? text.replace(':', '.') : text
}

/** Day and time of a moment. */
export function dayAndTime(locale: Locale, moment: Moment, timeZone: string): string {
  const zoned = moment.toZonedDateTimeISO(timeZone)
  return `${dayAndMonth(locale, Temporal.PlainDate.from(zoned.toPlainDate()))} ${timeOfDay(locale, moment, timeZone)}`
}
