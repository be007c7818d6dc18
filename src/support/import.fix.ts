/**
 * What a human is offered beside a doubt, and how what they sent back becomes answers. One form holds all doubtful rows of a page; what is
 * not answered stays as it is.
 */
import { dayOrNull, type Day } from '../platform/day.ts'
import { municipalities } from '../platform/municipalities.ts'
import { cellText } from '../platform/spreadsheet.cells.ts'
import { locales } from '../platform/words.ts'
import { withConfirmation, withFix, withSkip, type Answers } from './caseload-file.answers.ts'
import type { CheckedRow } from './caseload-file.check.ts'
import type { Heading } from './caseload-file.headings.ts'
import { cellsOf } from './caseload-file.rows.ts'
import { isConfirmable, type Column, type Doubt } from './caseload-file.ts'

/** `text` and lists send what takes the place of the cell; `prefill` is what stands there at first. */
export type Fix =
  | { kind: 'text'; prefill: string }
  | { kind: 'days'; days: readonly [Day, Day] }
  /** Names: the likely ones, to be followed by all others. */
  | { kind: 'municipality'; likely: readonly string[]; prefill: string }
  | { kind: 'language'; prefill: string }
  | { kind: 'coordinator' }
  /** Whether it is the person of another row. */
  | { kind: 'same'; row: number }

/** As days are written in forms, in every language: `1.2.2026`. */
export const writtenDay = (date: Day) => `${date.day}.${date.month}.${date.year}`

export function fixFor(
  { source }: Pick<CheckedRow, 'source'>,
  doubt: Doubt,
  { headings, corrections }: { headings: readonly Heading[]; corrections: Answers['corrections'] },
): Fix {
  const { column, reason, suggestions } = doubt
  const [only, second] = suggestions
  const suggested = second === undefined ? only : undefined
  switch (reason.code) {
    case 'dayOrder':
    case 'century':
      return { kind: 'days', days: reason.choices }
    case 'sharedContact':
    case 'sameName':
    case 'otherBirthDate':
      return { kind: 'same', row: reason.row }
  }
  if (column === 'municipality') {
    const likely = suggestions.filter((name) => municipalities.some((one) => one.name === name))
    return { kind: 'municipality', likely, prefill: likely.length === 1 ? (likely[0] ?? '') : '' }
  }
  if (column === 'language')
    return { kind: 'language', prefill: locales.find((one) => one === suggested) ?? '' }
  if (column === 'coordinator') return { kind: 'coordinator' }
  const cells = cellsOf(source, column, corrections[source.row] ?? {}, headings)
  const written = reason.code === 'formula' ? '' : cells.map((cell) => asTyped(cellText(cell))).join(' ')
  return { kind: 'text', prefill: suggested === undefined ? written : asTyped(suggested) }
}

/** Days are written in our order, also where the cell is a day of the spreadsheet. */
function asTyped(text: string): string {
  const date = dayOrNull(text)
  return date === null ? text : writtenDay(date)
}

/** The value of a choice that empties the cell. */
export const EMPTY = '-'

/** The names of the fields. */
export const rowField = (row: number) => `row-${row}`
export const skipField = (row: number) => `skip-${row}`
export const fixField = (row: number, column: Column) => `fix-${row}-${column}`
/** What stood in a text field when the page was shown: another window may have changed it since. */
export const wasField = (row: number, column: Column) => `was-${row}-${column}`
export const okField = (row: number, column: Column) => `ok-${row}-${column}`

/** A text typed by a human may be a page long; a cell is not. */
const LONGEST_FIX = 1_000

/**
 * Puts the sent form of doubtful rows into the answers.
 *
 * @returns `asked`: the cells for which something was typed or chosen, so that the page can say which of them are still not clear
 */
export function takeFixes(
  answers: Answers,
  rows: readonly CheckedRow[],
  headings: readonly Heading[],
  sent: Readonly<Record<string, string>>,
): { answers: Answers; asked: { row: number; column: Column }[] } {
  const asked: { row: number; column: Column }[] = []
  let taken = answers
  for (const checked of rows) {
    const { row } = checked.source
    if (!Object.hasOwn(sent, rowField(row))) continue
    if (isTicked(sent, skipField(row))) {
      taken = withSkip(taken, row)
      continue
    }
    for (const doubt of checked.doubts) {
      const { column } = doubt
      const fix = fixFor(checked, doubt, { headings, corrections: answers.corrections })
      const text = valueOf(sent, fixField(row, column))
      if (fix.kind === 'same') {
        if (text === 'same') taken = withSkip(taken, row)
        if (text === 'other') taken = withConfirmation(taken, row, column)
        continue
      }
      const before = valueOf(sent, wasField(row, column)) ?? ('prefill' in fix ? fix.prefill : '')
      if (isTicked(sent, okField(row, column)) && isConfirmable(doubt) && (text ?? before) === before) {
        taken = withConfirmation(taken, row, column)
        continue
      }
      if (text === undefined || !says(fix, doubt, text, before)) continue
      taken = withFix(taken, row, column, text === EMPTY ? '' : text)
      asked.push({ row, column })
    }
  }
  return { answers: taken, asked }
}

/** Whether what stands in a field is an answer, or only what stood in the cell before. */
function says(
  fix: Exclude<Fix, { kind: 'same' }>,
  { suggestions }: Doubt,
  text: string,
  before: string,
): boolean {
  if (fix.kind !== 'text') return text !== ''
  return text !== before || (suggestions.length === 1 && text === fix.prefill)
}

function valueOf(sent: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(sent, name) ? sent[name]?.slice(0, LONGEST_FIX) : undefined
}

function isTicked(sent: Readonly<Record<string, string>>, name: string): boolean {
  return valueOf(sent, name) === 'on'
}
