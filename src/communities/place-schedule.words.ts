/** When a place is there, in the few words that fit into a table: `T 17–20`. */
import type { Day } from '../platform/day.ts'
import { dayAndMonth, longDay } from '../platform/words.dates.ts'
import { plural, publicWords, type Locale } from '../platform/words.ts'
import { runsOf, weekdays, type Rule, type Schedule, type Weekday } from './place-schedule.ts'

const et = {
  short: { MO: 'E', TU: 'T', WE: 'K', TH: 'N', FR: 'R', SA: 'L', SU: 'P' },
  long: {
    MO: 'Esmaspäev',
    TU: 'Teisipäev',
    WE: 'Kolmapäev',
    TH: 'Neljapäev',
    FR: 'Reede',
    SA: 'Laupäev',
    SU: 'Pühapäev',
  },
  agreement: 'kokkuleppel',
  now: 'kohe',
  daily: (n: number) => (n === 1 ? 'iga päev' : n === 2 ? 'üle päeva' : `iga ${n} päeva järel`),
  weekly: (n: number) => (n === 2 ? 'üle nädala' : `iga ${n} nädala järel`),
  monthly: (n: number) => (n === 1 ? 'kuu' : `iga ${n} kuu järel`),
  nth: { '1': 'esimene', '2': 'teine', '3': 'kolmas', '4': 'neljas', '-1': 'viimane' },
  at: (time: string) => `kell ${time}`,
  till: (time: string) => `kuni ${time}`,
}

export const scheduleWords = publicWords(et, {
  en: {
    short: { MO: 'Mon', TU: 'Tue', WE: 'Wed', TH: 'Thu', FR: 'Fri', SA: 'Sat', SU: 'Sun' },
    long: {
      MO: 'Monday',
      TU: 'Tuesday',
      WE: 'Wednesday',
      TH: 'Thursday',
      FR: 'Friday',
      SA: 'Saturday',
      SU: 'Sunday',
    },
    agreement: 'by agreement',
    now: 'at once',
    daily: (n) => (n === 1 ? 'every day' : n === 2 ? 'every other day' : `every ${n} days`),
    weekly: (n) => (n === 2 ? 'every other week,' : `every ${n} weeks,`),
    monthly: (n) => (n === 1 ? '' : `every ${n} months,`),
    nth: { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '-1': 'last' },
    at: (time) => `at ${time}`,
    till: (time) => `until ${time}`,
  },
  ru: {
    short: { MO: 'пн', TU: 'вт', WE: 'ср', TH: 'чт', FR: 'пт', SA: 'сб', SU: 'вс' },
    long: {
      MO: 'Понедельник',
      TU: 'Вторник',
      WE: 'Среда',
      TH: 'Четверг',
      FR: 'Пятница',
      SA: 'Суббота',
      SU: 'Воскресенье',
    },
    agreement: 'по договорённости',
    now: 'сразу',
    daily: (n) =>
      n === 1
        ? 'каждый день'
        : n === 2
          ? 'через день'
          : `раз в ${n} ${plural('ru', n, { one: 'день', few: 'дня', other: 'дней' })}`,
    weekly: (n) =>
      n === 2
        ? 'раз в две недели,'
        : `раз в ${n} ${plural('ru', n, { one: 'неделю', few: 'недели', other: 'недель' })},`,
    monthly: (n) =>
      n === 1 ? '' : `раз в ${n} ${plural('ru', n, { one: 'месяц', few: 'месяца', other: 'месяцев' })},`,
    nth: { '1': '1-й', '2': '2-й', '3': '3-й', '4': '4-й', '-1': 'последний' },
    at: (time) => `в ${time}`,
    till: (time) => `до ${time}`,
  },
  fi: {
    short: { MO: 'ma', TU: 'ti', WE: 'ke', TH: 'to', FR: 'pe', SA: 'la', SU: 'su' },
    long: {
      MO: 'Maanantai',
      TU: 'Tiistai',
      WE: 'Keskiviikko',
      TH: 'Torstai',
      FR: 'Perjantai',
      SA: 'Lauantai',
      SU: 'Sunnuntai',
    },
    agreement: 'sopimuksen mukaan',
    now: 'heti',
    daily: (n) => (n === 1 ? 'joka päivä' : n === 2 ? 'joka toinen päivä' : `joka ${n}. päivä`),
    weekly: (n) => (n === 2 ? 'joka toinen viikko,' : `joka ${n}. viikko,`),
    monthly: (n) => (n === 1 ? 'kuun' : n === 2 ? 'joka toisen kuun' : `joka ${n}. kuun`),
    nth: { '1': '1.', '2': '2.', '3': '3.', '4': '4.', '-1': 'viimeinen' },
    at: (time) => `klo ${time}`,
    till: (time) => `klo ${time} asti`,
  },
  nb: {
    short: { MO: 'man', TU: 'tir', WE: 'ons', TH: 'tor', FR: 'fre', SA: 'lør', SU: 'søn' },
    long: {
      MO: 'Mandag',
      TU: 'Tirsdag',
      WE: 'Onsdag',
      TH: 'Torsdag',
      FR: 'Fredag',
      SA: 'Lørdag',
      SU: 'Søndag',
    },
    agreement: 'etter avtale',
    now: 'med en gang',
    daily: (n) => (n === 1 ? 'hver dag' : n === 2 ? 'annenhver dag' : `hver ${n}. dag`),
    weekly: (n) => (n === 2 ? 'annenhver uke,' : `hver ${n}. uke,`),
    monthly: (n) => (n === 1 ? 'hver måned,' : n === 2 ? 'annenhver måned,' : `hver ${n}. måned,`),
    nth: { '1': 'første', '2': 'andre', '3': 'tredje', '4': 'fjerde', '-1': 'siste' },
    at: (time) => `kl. ${time}`,
    till: (time) => `til kl. ${time}`,
  },
})

/**
 * @param today the year is said only where it is another one
 * @example whenWords('et', schedule, today) // 'T 17–20'
 */
export function whenWords(locale: Locale, schedule: Schedule, today: Day): string {
  const say = scheduleWords(locale)
  if (schedule.timing !== 'regular') return say[schedule.timing]
  const { rule, opens, closes } = schedule
  const words = [daysWords(locale, rule), hoursWords(locale, opens, closes)].filter(Boolean).join(' ')
  return rule.until ? `${words}, ${untilWords(locale, rule.until, today)}` : words
}

function daysWords(locale: Locale, rule: Rule): string {
  const { frequency, interval, days, nth } = rule
  const say = scheduleWords(locale)
  if (frequency === 'DAILY') return say.daily(interval)
  const named = runsOf(days)
    .map(({ first, last }) => (first === last ? say.short[first] : `${say.short[first]}–${say.short[last]}`))
    .join(', ')
  if (frequency === 'WEEKLY') return interval === 1 ? named : `${say.weekly(interval)} ${named}`
  const which = isNth(String(nth)) ? say.nth[String(nth) as keyof typeof et.nth] : ''
  return [say.monthly(interval), which, named].filter(Boolean).join(' ')
}

const isNth = (text: string) => Object.hasOwn(et.nth, text)

function hoursWords(locale: Locale, opens: string | null, closes: string | null): string {
  const say = scheduleWords(locale)
  if (opens && closes) return `${clock(locale, opens)}–${clock(locale, closes)}`
  if (opens) return say.at(clock(locale, opens))
  return closes ? say.till(clock(locale, closes)) : ''
}

/** `17` and `17.30`; in English and Russian a clock has a colon. */
function clock(locale: Locale, time: string): string {
  const [hours = '', minutes = ''] = time.split(':')
  if (locale === 'en' || locale === 'ru') return `${Number(hours)}:${minutes}`
  return minutes === '00' ? String(Number(hours)) : `${Number(hours)}.${minutes}`
}

/** Estonian names of months as after “kuni”. */
const monthsTo = [
  'jaanuarini',
  'veebruarini',
  'märtsini',
  'aprillini',
  'maini',
  'juunini',
  'juulini',
  'augustini',
  'septembrini',
  'oktoobrini',
  'novembrini',
  'detsembrini',
]

/** `kuni 1. märtsini` */
export function untilWords(locale: Locale, date: Day, today: Day): string {
  const year = date.year === today.year ? '' : String(date.year)
  if (locale === 'et') {
    return `kuni ${date.day}. ${monthsTo[date.month - 1]}${year && ` ${year}`}`
  }
  const said = year === '' ? dayAndMonth(locale, date) : longDay(locale, date).replace(/\s*г\.$/, '')
  if (locale === 'fi') return `${said} asti`
  return `${{ ru: 'до', nb: 'til', en: 'until' }[locale]} ${said}`
}

/** The name of a day of the week, for a list to choose from. */
export const weekdayOptions = (locale: Locale) =>
  weekdays.map((value: Weekday) => ({ value, label: scheduleWords(locale).long[value] }))
