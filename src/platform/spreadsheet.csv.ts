/**
 * CSV texts: the separator, the encoding and the line ends are found out, because the people who hand them in do not know them.
 */
import Papa from 'papaparse'
import type { Day } from './day.ts'
import {
  MOST_COLUMNS,
  MOST_ROWS,
  problem,
  textCell,
  type Cell,
  type Row,
  type Spreadsheet,
  type SpreadsheetProblem,
} from './spreadsheet.cells.ts'
import type { WrittenSheet } from './spreadsheet.xlsx.ts'

const separators = [';', ',', '\t'] as const
/** The separator is judged by the first records; a person's notes further down do not matter. */
const JUDGED_RECORDS = 200

export function readCsv(
  bytes: Uint8Array,
  likeness: (rows: readonly Row[]) => number,
): Spreadsheet | SpreadsheetProblem {
  const decoded = decode(bytes)
  if (isOtherThanText(decoded)) return problem({ code: 'notASheet' })
  const text = decoded.replace(/\r\n?/g, '\n')
  if (text.trim() === '') return problem({ code: 'empty' })
  // Excel writes its separator into a first line of its own.
  const told = /^sep=(.)\n/.exec(text)?.[1]
  const separator = told ?? likelySeparator(text, likeness)
  let read = records(text, separator)
  if (read.quoteOpenedAt !== null) {
    const unquoted = records(text, separator, false)
    if (!isEven(unquoted.records)) return problem({ code: 'unclosedQuote', row: read.quoteOpenedAt })
    read = unquoted
  }
  const rows: Row[] = []
  for (const { row, fields } of told === undefined ? read.records : read.records.slice(1)) {
    const cells = fields.map(cellOf)
    const width = cells.findLastIndex((cell) => cell !== null) + 1
    if (width > MOST_COLUMNS) return problem({ code: 'tooWide', limit: MOST_COLUMNS })
    if (width > 0) rows.push({ row, cells: cells.slice(0, width) })
  }
  if (read.stopped || rows.length > MOST_ROWS) return problem({ code: 'tooManyRows', limit: MOST_ROWS })
  if (rows.length === 0) return problem({ code: 'empty' })
  return { kind: 'spreadsheet', sheets: [{ name: '', rows }] }
}

type Records = {
  records: { row: number; fields: string[] }[]
  /** The row of the first record whose quotation marks do not add up. */
  quoteOpenedAt: number | null
  /** There were more rows than anybody will read. */
  stopped: boolean
}

/** The records with the line each begins on; a quoted field may go over several lines. Blank lines are counted and left out. */
function records(text: string, separator: string, quoted = true, most = Infinity): Records {
  const found: Records = { records: [], quoteOpenedAt: null, stopped: false }
  let line = 1
  let at = 0
  Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: '\n',
    // A character that no text has: then every quotation mark is a mark like any other.
    quoteChar: quoted ? '"' : '\u0000',
    step({ data, errors, meta }, parser) {
      const row = line
      if (errors.some(({ type }) => type === 'Quotes')) found.quoteOpenedAt ??= row
      for (; at < meta.cursor; at++) if (text.charCodeAt(at) === 10) line++
      if (data.every((field) => field.trim() === '')) return
      found.records.push({ row, fields: data })
      if (found.records.length > MOST_ROWS + 1) found.stopped = true
      if (found.stopped || found.records.length >= most) parser.abort()
    },
  })
  return found
}

/**
 * The separator with which the first rows look most like what is wanted. Where that does not tell, the one that cuts the most
 * records into the same number of fields; a title above the headings has only one field.
 */
function likelySeparator(text: string, likeness: (rows: readonly Row[]) => number): string {
  const cuts = separators.map((separator) => {
    const cut = records(text, separator, true, JUDGED_RECORDS).records
    const widths = Map.groupBy(cut, ({ fields }) => fields.length)
    const evenness = Math.max(0, ...widths.entries().map(([width, alike]) => (width - 1) * alike.length))
    const rows = cut.map(({ row, fields }) => ({ row, cells: fields.map(cellOf) }))
    return { separator, likeness: likeness(rows), evenness }
  })
  const [best] = cuts.sort((a, b) => b.likeness - a.likeness || b.evenness - a.evenness)
  return best?.separator ?? separators[0]
}

/** Every record has as many fields as the widest, but for titles of one field. */
function isEven(records: Records['records']): boolean {
  const widths = new Set(records.map(({ fields }) => fields.length))
  widths.delete(1)
  return widths.size <= 1
}

function cellOf(field: string): Cell | null {
  // `="0293"` is how programs keep Excel from making a number of text, `'=` how they (and `writeCsv`) keep it from computing.
  const text = field
    .replace(/^\s*="([^"]*)"\s*$/, '$1')
    .replace(guardedFormula, (_, guards: string) => guards.slice(1))
  return textCell(text)
}

const guardedFormula = /^('+)(?=[=+\-@\t\r\n])/

/** Marks that only files of other kinds have, and the beginnings of pages and documents that are saved under a sheet's name. */
function isOtherThanText(text: string): boolean {
  if (/^\s*(?:<!doctype|<html|<\?xml|%PDF-|\{\\rtf)/i.test(text)) return true
  if (text.includes('\u0000')) return true
  const controls = text.slice(0, 10_000).match(/[\u0001-\u0008\u000e-\u001f]/g)?.length ?? 0
  return controls * 100 > Math.min(text.length, 10_000)
}

function decode(bytes: Uint8Array): string {
  const marked = (signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte)
  if (marked([0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (marked([0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(oldEncoding(bytes)).decode(bytes)
  }
}

/**
 * Which of the old Windows encodings: in Russian whole words lie above 127, in Estonian only single letters do.
 * Western Windows (1252) writes š and ž, the only Estonian letters that differ, where the Baltic one has no letters.
 */
function oldEncoding(bytes: Uint8Array): 'windows-1251' | 'windows-1252' | 'windows-1257' {
  let cyrillicWords = 0
  let latinWords = 0
  let westernLetters = 0
  let high = 0
  let low = 0
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? 0x20
    if (byte >= 0x80) {
      high++
      if (byte === 0x8a || byte === 0x8e || byte === 0x9a || byte === 0x9e) westernLetters++
    } else if (isLetter(byte)) {
      low++
    } else {
      if (low === 0 && high >= 3) cyrillicWords++
      if (low > 0 && high > 0) latinWords++
      high = 0
      low = 0
    }
  }
  if (cyrillicWords > latinWords) return 'windows-1251'
  return westernLetters > 0 ? 'windows-1252' : 'windows-1257'
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}

/**
 * A CSV text that Excel opens as it is in Estonia: semicolons, UTF-8 with its mark, days as 2026-02-01. Text that a spreadsheet
 * would compute gets an apostrophe before it, which `readSpreadsheet` takes off again.
 * Source of the dangerous beginnings: OWASP, CSV Injection.
 */
export function writeCsv(sheet: Pick<WrittenSheet, 'headings' | 'rows'>): string {
  const fields = [sheet.headings, ...sheet.rows].map((row) => row.map(fieldToWrite))
  return `\ufeff${Papa.unparse(fields, { delimiter: ';', newline: '\r\n' })}\r\n`
}

function fieldToWrite(cell: string | number | Day | null): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return cell.toString()
  return cell.toWellFormed().replace(/^'*[=+\-@\t\r\n]/, (start) => `'${start}`)
}
