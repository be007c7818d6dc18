/**
 * Days as people write them in lists: `1.2.2026`, `1.2.26`, `01/02/2026`, `2026-02-01`, `1. veebruar 2026`, `01.02.2026 a`,
 * and the day numbers of Excel. What can be read in two ways is never decided here.
 */
import { folded } from '../platform/letters.ts'
import { dayOrNull, isBefore, Temporal, type Day } from '../platform/day.ts'
import { cellText, type Cell } from '../platform/spreadsheet.cells.ts'
import type { Reason } from './caseload-file.ts'

/** How `01/02/2026` is meant: day first, as in most of Europe, or month first, as in America. */
export type SlashOrder = 'dmy' | 'mdy'

export type ReadDay =
  | { readonly kind: 'none' }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'doubt'; readonly reason: Reason; readonly suggestions: readonly string[] }

export type DayRules = {
  readonly today: Day
  /** A year of two digits is a birth year of somebody grown up, or else a year of this century. */
  readonly about: 'birth' | 'event'
  readonly slashOrder: SlashOrder | null
}

/**
 * Reads one cell.
 *
 * @example readDay({ kind: 'text', text: '1.2.26' }, { today, about: 'event', slashOrder: null }) // 2026-02-01
 */
export function readDay(cell: Cell | null, rules: DayRules): ReadDay {
  if (cell === null) return { kind: 'none' }
  if (cell.kind === 'day') return { kind: 'day', day: cell.day }
  const text = cellText(cell)
  const plain = withoutTail(folded(text))
  const unreadable = doubt({ code: 'unreadableDay', text }, personalCodeDay(plain))
  if (/^\d{4,}(?:[.,]\d+)?$/.test(plain)) {
    return readDigits(plain, text) ?? unreadable
  }
  const parts = numericParts(plain) ?? wordParts(plain)
  if (parts === null) {
    return isIncomplete(plain) ? doubt({ code: 'incompleteDay', text }) : unreadable
  }
  return parts.slashed ? readSlashed(parts, text, rules) : readOrdered(parts, text, rules)
}

/** How the slash days of one column are meant, if one of them can only be meant in one way and no other contradicts it. */
export function slashOrderOf(cells: Iterable<Cell | null>): SlashOrder | null {
  const orders = new Set<SlashOrder>()
  for (const cell of cells) {
    if (cell?.kind !== 'text') continue
    const parts = numericParts(withoutTail(folded(cell.text)))
    if (!parts?.slashed) continue
    const possible = slashReadings(parts).filter(
      ({ year, month, day }) => existing(year, month, day) !== null,
    )
    const [only, second] = possible
    if (only !== undefined && second === undefined) orders.add(only.order)
  }
  const [order, contradiction] = orders
  return contradiction === undefined ? (order ?? null) : null
}

/** Numbers as they stand; `year` may be of two digits. Where `slashed`, `day` is the first and `month` the second. */
type Parts = { year: number; shortYear: boolean; month: number; day: number; slashed: boolean }

/** The word for year, the time of day and a closing mark say nothing about the day. */
function withoutTail(plain: string): string {
  return (
    plain
      .replace(/[t\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:z|[+-]\d{2}:?\d{2})?$/, '')
      // With dots only after a whole year: the end of `1. 2.26` is no time of day.
      .replace(/(?<=\d{4})\s+\d{1,2}\.\d{2}$/, '')
      .replace(/\s*(?:a|aasta|г|года?)?\.?$/, '')
      .trim()
  )
}

function numericParts(plain: string): Parts | null {
  const yearFirst = /^(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})$/.exec(plain)
  if (yearFirst !== null) {
    const [year = 0, month = 0, day = 0] = yearFirst.slice(1).map(Number)
    return { year, shortYear: false, month, day, slashed: false }
  }
  const dayFirst = /^(\d{1,2})(\s*[-./]\s*|\s+)(\d{1,2})(?:\s*[-./]\s*|\s+)(\d{4}|\d{2})$/.exec(plain)
  if (dayFirst === null) return null
  const [, day, mark, month, year = ''] = dayFirst
  return {
    year: Number(year),
    shortYear: year.length === 2,
    month: Number(month),
    day: Number(day),
    slashed: mark?.trim() === '/',
  }
}

/** The beginnings of the names of months, folded: Estonian, English, Russian. Longer ones go first where one begins another. */
const monthBeginnings: readonly (readonly [RegExp, number])[] = [
  [/^(?:jaan|jan|янв)/, 1],
  [/^(?:veeb|feb|фев)/, 2],
  [/^(?:marts|mar|мар)/, 3],
  [/^(?:apr|апр)/, 4],
  [/^(?:mai|may|маи|мая)/, 5],
  [/^(?:juuni|jun|июн)/, 6],
  [/^(?:juuli|jul|июл)/, 7],
  [/^(?:aug|авг)/, 8],
  [/^(?:sep|сен)/, 9],
  [/^(?:okt|oct|окт)/, 10],
  [/^(?:nov|ноя)/, 11],
  [/^(?:det|dec|дек)/, 12],
]

function monthOf(word: string): number | null {
  return monthBeginnings.find(([beginning]) => beginning.test(word))?.[1] ?? null
}

function wordParts(plain: string): Parts | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[.\s-]*(?:of\s+)?(\p{L}{3,})[.,\s-]*(\d{4}|\d{2})$/u.exec(plain)
  const monthFirst = /^(\p{L}{3,})[.\s-]*(\d{1,2})(?:st|nd|rd|th)?[.,\s-]+(\d{4})$/u.exec(plain)
  const [day, word, year] = dayFirst?.slice(1) ?? [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  const month = word === undefined ? null : monthOf(word)
  if (day === undefined || year === undefined || month === null) return null
  return { year: Number(year), shortYear: year.length === 2, month, day: Number(day), slashed: false }
}

/** Only a year, or a month and a year: `1986`, `02.2026`, `veebruar 2026`. */
function isIncomplete(plain: string): boolean {
  const words = /^(\p{L}{3,})[.,\s-]*\d{4}$/u.exec(plain)
  return /^\d{1,2}\s*[-./]\s*\d{4}$/.test(plain) || (words?.[1] !== undefined && monthOf(words[1]) !== null)
}

function readDigits(plain: string, text: string): ReadDay | null {
  const number = Math.floor(Number(plain.replace(',', '.')))
  if (/^\d{8}$/.test(plain)) {
    const yearFirst = existing(Number(plain.slice(0, 4)), Number(plain.slice(4, 6)), Number(plain.slice(6)))
    const dayFirst = existing(Number(plain.slice(4)), Number(plain.slice(2, 4)), Number(plain.slice(0, 2)))
    const [only, second] = [yearFirst, dayFirst].filter((day) => day !== null)
    return only !== undefined && second === undefined ? { kind: 'day', day: only } : null
  }
  if (/^(?:19|20)\d{2}$/.test(plain)) return doubt({ code: 'incompleteDay', text })
  if (number < FIRST_EXCEL_DAY || number > LAST_EXCEL_DAY) return null
  return { kind: 'day', day: dayOfExcel(number) }
}

/** 1 January 1910 and 31 December 2099: nobody in a caseload is older, and larger numbers are something else. */
const FIRST_EXCEL_DAY = 3654
const LAST_EXCEL_DAY = 73_050

/** Excel counts days so that 1 March 1900 is 61; that it also counts a 29 February before does not matter after it. */
function dayOfExcel(number: number): Day {
  return new Temporal.PlainDate(1899, 12, 30).add({ days: number })
}

const FIRST_YEAR = 1900
const LAST_YEAR = 2099

function existing(year: number, month: number, day: number): Day | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return null
  return dayOrNull(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

type SlashReading = { order: SlashOrder; year: number; month: number; day: number }

/** For telling the order apart a year of two digits is one of this century: 29 February is the only day it matters for. */
function slashReadings({ year, shortYear, month, day }: Parts): SlashReading[] {
  const full = shortYear ? 2000 + year : year
  return [
    { order: 'dmy', year: full, month, day },
    { order: 'mdy', year: full, month: day, day: month },
  ]
}

function readSlashed(parts: Parts, text: string, rules: DayRules): ReadDay {
  const dayFirst = readOrdered(parts, text, rules)
  const monthFirst = readOrdered({ ...parts, day: parts.month, month: parts.day }, text, rules)
  if (rules.slashOrder === 'dmy') return dayFirst
  if (rules.slashOrder === 'mdy') return monthFirst
  if (!isReal(dayFirst)) return isReal(monthFirst) ? monthFirst : dayFirst
  if (!isReal(monthFirst) || parts.day === parts.month) return dayFirst
  if (dayFirst.kind !== 'day' || monthFirst.kind !== 'day') return dayFirst
  return eitherDay('dayOrder', text, dayFirst.day, monthFirst.day)
}

/** The numbers name a day of the calendar, even if it is not clear in which century. */
function isReal(read: ReadDay): boolean {
  return read.kind === 'day' || (read.kind === 'doubt' && read.reason.code === 'century')
}

function readOrdered({ year, shortYear, month, day }: Parts, text: string, rules: DayRules): ReadDay {
  if (shortYear) return readShortYear(year, month, day, text, rules)
  if (year < FIRST_YEAR || year > LAST_YEAR) return doubt({ code: 'unreadableDay', text })
  const date = existing(year, month, day)
  if (date !== null) return { kind: 'day', day: date }
  const swapped = existing(year, day, month)
  return doubt({ code: 'impossibleDay', text }, swapped)
}

/** A grown person under a hundred: the two centuries a birth year can lie in are then never both possible. */
const YOUNGEST_ASSUMED = 14
const OLDEST_ASSUMED = 100

function readShortYear(year: number, month: number, day: number, text: string, rules: DayRules): ReadDay {
  const recent = existing(2000 + year, month, day)
  if (rules.about === 'event') {
    if (recent !== null) return { kind: 'day', day: recent }
    return doubt({ code: 'impossibleDay', text }, existing(2000 + year, day, month))
  }
  const earlier = existing(1900 + year, month, day)
  const likely = [recent, earlier].filter((date) => {
    if (date === null) return false
    const age = ageOn(rules.today, date)
    return age >= YOUNGEST_ASSUMED && age < OLDEST_ASSUMED
  })
  if (likely[0]) return { kind: 'day', day: likely[0] }
  if (recent === null || earlier === null) return doubt({ code: 'impossibleDay', text })
  if (isBefore(rules.today, recent)) return { kind: 'day', day: earlier }
  return eitherDay('century', text, earlier, recent)
}

/** Full years lived on `today`; negative before birth. */
export function ageOn(today: Day, birthDate: Day): number {
  return birthDate.until(today, { largestUnit: 'year' }).years
}

function eitherDay(code: 'dayOrder' | 'century', text: string, first: Day, second: Day): ReadDay {
  const choices = [first, second] as const
  return { kind: 'doubt', reason: { code, text, choices }, suggestions: choices.map(String) }
}

function doubt(reason: Reason, suggestion: Day | null = null): ReadDay {
  return { kind: 'doubt', reason, suggestions: suggestion === null ? [] : [suggestion.toString()] }
}

/**
 * The birth date inside an Estonian personal code, which some lists have in its place. Only suggested: the code itself is
 * not kept. Source: the first digit is the century and sex, then follow year, month and day (EVS 585:2007).
 */
function personalCodeDay(plain: string): Day | null {
  const parts = /^([1-6])(\d{2})(\d{2})(\d{2})\d{4}$/.exec(plain)
  if (parts === null) return null
  const [century = 0, year = 0, month = 0, day = 0] = parts.slice(1).map(Number)
  return existing(1700 + Math.ceil(century / 2) * 100 + year, month, day)
}
