/**
 * What a spreadsheet is made of once it has been read, whatever kind of file it came from; and how large it may be.
 */
import type { Day } from './day.ts'

/** What stands in a cell. Text is trimmed and never empty; a number or a day is only told apart where the file does. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'day'; readonly day: Day }

/** A record with something in it. `row` is where it begins, counted from 1 as the spreadsheet program or editor shows it. */
export type Row = { readonly row: number; readonly cells: readonly (Cell | null)[] }

/** Only rows that are not blank. A CSV file is one sheet without a name. */
export type Sheet = { readonly name: string; readonly rows: readonly Row[] }

/** The sheets that have something in them, in the order of the file. */
export type Spreadsheet = { readonly kind: 'spreadsheet'; readonly sheets: readonly [Sheet, ...Sheet[]] }

/** Why a file cannot be read; `spreadsheet.words.ts` makes sentences of it. */
export type SpreadsheetProblem = {
  readonly kind: 'problem'
  readonly problem:
    | { readonly code: 'empty' | 'oldExcel' | 'locked' | 'damaged' | 'notASheet' | 'unpacksTooLarge' }
    | { readonly code: 'otherFormat'; readonly ending: string }
    | { readonly code: 'tooLarge'; readonly megabytes: number }
    | { readonly code: 'tooManyRows'; readonly limit: number }
    | { readonly code: 'tooWide'; readonly limit: number }
    | { readonly code: 'unclosedQuote'; readonly row: number }
}

export const LARGEST_FILE_MEGABYTES = 20
/** Four times the largest caseload Tugevus promises to be quick with (5,000 people). */
export const MOST_ROWS = 20_000
export const MOST_COLUMNS = 500

export function problem(problem: SpreadsheetProblem['problem']): SpreadsheetProblem {
  return { kind: 'problem', problem }
}

/** A cell's text: composed letters, no invisible marks, line ends as `\n`, trimmed. `null` where nothing is left. */
export function textCell(text: string): Cell | null {
  const clean = text
    .replace(/\r\n?/g, '\n')
    // Zero-width spaces and marks of direction come along when names are copied from web pages.
    .replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, '')
    .normalize('NFC')
    .trim()
  return clean === '' ? null : { kind: 'text', text: clean }
}

/** A cell as it is shown in a list: text as it stands, a day as `2026-02-01`. */
export function cellText(cell: Cell | null | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell.kind === 'text') return cell.text
  return cell.kind === 'day' ? cell.day.toString() : String(cell.number)
}
