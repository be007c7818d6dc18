/**
 * XLSX files: read by `read-excel-file` behind guards of our own, written by `write-excel-file` so that nothing in them can
 * become a formula.
 */
import { InvalidSpreadsheetError, readSheet, SheetNotFoundError } from 'read-excel-file/universal'
import writeExcelFile from 'write-excel-file/node'
import { Temporal, type Day } from './day.ts'
import {
  MOST_COLUMNS,
  MOST_ROWS,
  problem,
  textCell,
  type Cell,
  type Row,
  type Sheet,
  type Spreadsheet,
  type SpreadsheetProblem,
} from './spreadsheet.cells.ts'
import { pack, unpack } from './spreadsheet.zip.ts'

/** 20,000 rows of 20 filled columns are about 30 MB of XML. */
const LARGEST_UNPACKED = 64 * 1024 * 1024
const MOST_SHEETS = 50
/** The sheet of Excel ends here. */
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

export async function readXlsx(bytes: Uint8Array, ending: string): Promise<Spreadsheet | SpreadsheetProblem> {
  const unpacked = unpack(bytes, isSheetPart, LARGEST_UNPACKED)
  if (unpacked.kind === 'tooLarge') return problem({ code: 'unpacksTooLarge' })
  if (unpacked.kind !== 'unpacked') return problem({ code: unpacked.kind })
  if (!unpacked.files.has('xl/workbook.xml')) {
    return problem(unpacked.names.length > 0 ? { code: 'otherFormat', ending } : { code: 'damaged' })
  }
  try {
    for (const [name, file] of unpacked.files) {
      const xml = new TextDecoder().decode(file)
      if (!xml.includes('sheetData')) continue
      const wrong = wrongAddresses(xml)
      if (wrong !== null) return wrong
      unpacked.files.set(name, new TextEncoder().encode(withErrorsAsText(xml)))
    }
    return await readSheets(pack(unpacked.files), sheetsWithoutCells(unpacked.files))
  } catch {
    // Whatever the reader stumbles over, the person can do the same thing about it: save the file anew.
    return problem({ code: 'damaged' })
  }
}

/** Pictures, printer settings and macros stay packed. A name with control characters is no part of a workbook. */
function isSheetPart(name: string): boolean {
  return /^[^\u0000-\u001f\u007f]+\.xml(?:\.rels)?$/.test(name)
}

/**
 * The reader makes a row for every row up to the highest number, and a cell for every column up to the highest letter: a file
 * that says its only cell is in row 9,999,999,999 would fill the memory. So addresses are looked at before it reads.
 */
function wrongAddresses(xml: string): SpreadsheetProblem | null {
  let lastRow = 0
  let lastColumn = 0
  for (const [, name, attributes = '', close] of xml.matchAll(rowOrCellTag)) {
    for (const [, doubleQuoted, singleQuoted] of attributes.matchAll(addressAttribute)) {
      const address = doubleQuoted ?? singleQuoted ?? ''
      const parts = (name === 'c' ? /^([A-Z]{1,3})([1-9]\d{0,6})$/ : /^()([1-9]\d{0,6})$/).exec(address)
      const row = Number(parts?.[2])
      const column = columnNumber(parts?.[1] ?? '')
      if (parts === null || row > LAST_ROW || column > LAST_COLUMN) return problem({ code: 'damaged' })
      if (name === 'c' && close !== '/') {
        lastRow = Math.max(lastRow, row)
        lastColumn = Math.max(lastColumn, column)
      }
    }
  }
  // A word that strayed far down or far to the right is fine, both at once is not: rows are filled up to the last column.
  return lastRow * lastColumn > MOST_ROWS * MOST_COLUMNS ? problem({ code: 'damaged' }) : null
}

/** The reader takes `#N/A` for an empty cell; a human must see that a formula has failed there. */
function withErrorsAsText(xml: string): string {
  return xml.replace(/(<(?:\w+:)?c\s[^<>]*?\bt=)(["'])e\2/g, '$1$2str$2')
}

const rowOrCellTag = /<(?:[^\s"'<>/:]+:)?(row|c)(?=[\s/>])((?:"[^"]*"|'[^']*'|[^'"<>/])*)(\/?)>/g
const addressAttribute = /(?<![\w.-])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

async function readSheets(
  archive: ArrayBuffer,
  withoutCells: ReadonlySet<number>,
): Promise<Spreadsheet | SpreadsheetProblem> {
  const sheets: Sheet[] = []
  let rows = 0
  // One sheet at a time: where two are read at once and both are broken, the reader leaves a rejection nobody can catch.
  for (const [index, name] of (await sheetNames(archive)).slice(0, MOST_SHEETS).entries()) {
    if (withoutCells.has(index)) continue
    const sheet = { name, rows: rowsOf(await readSheet(archive, index + 1)) }
    rows += sheet.rows.length
    if (rows > MOST_ROWS) return problem({ code: 'tooManyRows', limit: MOST_ROWS })
    if (sheet.rows.some(({ cells }) => cells.length > MOST_COLUMNS)) {
      return problem({ code: 'tooWide', limit: MOST_COLUMNS })
    }
    if (sheet.rows.length > 0) sheets.push(sheet)
  }
  const [first, ...others] = sheets
  return first === undefined
    ? problem({ code: 'empty' })
    : { kind: 'spreadsheet', sheets: [first, ...others] }
}

/** Sheets of another kind, such as a chart on a sheet of its own: the reader stumbles over them. By their place from 0. */
function sheetsWithoutCells(files: ReadonlyMap<string, Uint8Array>): ReadonlySet<number> {
  const tags = (file: string, tag: RegExp) => new TextDecoder().decode(files.get(file)).match(tag) ?? []
  const otherKinds = tags('xl/_rels/workbook.xml.rels', /<(?:\w+:)?Relationship\s[^>]*>/g)
    .filter((relation) => !/\bType\s*=\s*["'][^"']*\/worksheet["']/.test(relation))
    .map((relation) => /\bId\s*=\s*["']([^"']*)["']/.exec(relation)?.[1])
  const sheets = tags('xl/workbook.xml', /<(?:\w+:)?sheet\s[^>]*>/g)
  const ids = sheets.map((sheet) => /:id\s*=\s*["']([^"']*)["']/.exec(sheet)?.[1])
  return new Set(ids.flatMap((id, place) => (id !== undefined && otherKinds.includes(id) ? [place] : [])))
}

/** The reader names the sheets only when it is asked for one that is not there. */
async function sheetNames(archive: ArrayBuffer): Promise<string[]> {
  try {
    await readSheet(archive, Number.MAX_SAFE_INTEGER)
  } catch (error) {
    if (error instanceof SheetNotFoundError && 'sheets' in error && Array.isArray(error.sheets)) {
      return error.sheets.map(String)
    }
    throw error
  }
  throw new InvalidSpreadsheetError('no sheets')
}

function rowsOf(read: unknown): Row[] {
  // A sheet that holds only a chart has no rows at all.
  if (!Array.isArray(read)) return []
  return read.flatMap((values: unknown, index) => {
    const cells = Array.isArray(values) ? withoutEmptyEnd(values.map(cellOf)) : []
    return cells.length === 0 ? [] : [{ row: index + 1, cells }]
  })
}

function withoutEmptyEnd(cells: (Cell | null)[]): (Cell | null)[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1)
}

function cellOf(value: unknown): Cell | null {
  if (typeof value === 'number') return Number.isFinite(value) ? { kind: 'number', number: value } : null
  if (typeof value === 'string') return textCell(value)
  if (typeof value === 'boolean') return { kind: 'text', text: value ? 'TRUE' : 'FALSE' }
  if (value instanceof Date) {
    const date = dayOf(value)
    return date === null ? null : { kind: 'day', day: date }
  }
  return null
}

/** The time of day, where a cell has one, is left out. */
function dayOf(date: Date): Day | null {
  const year = date.getUTCFullYear()
  if (!(year >= 1900 && year <= 9999)) return null
  return new Temporal.PlainDate(year, date.getUTCMonth() + 1, date.getUTCDate())
}

/** What can be written: text, a day, a number, or nothing. */
export type WrittenCell = string | number | Day | null

export type WrittenSheet = {
  /** Excel allows 31 characters and none of `\ / ? * : [ ]`. */
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly WrittenCell[])[]
  /** In characters, one for each heading. */
  readonly widths?: readonly number[]
}

/**
 * An XLSX file, the headings of each sheet bold and standing still. Text is stored as text with the text format, so that it
 * stays text when somebody edits the cell: `=1+1` is shown, never computed.
 *
 * @param sheets with different names
 */
export async function writeXlsx(...sheets: readonly [WrittenSheet, ...WrittenSheet[]]): Promise<Uint8Array> {
  const file = writeExcelFile(
    sheets.map(({ name, headings, rows, widths }) => ({
      data: [
        headings.map((text) => ({ ...textToWrite(text), fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cellToWrite)),
      ],
      sheet: name.replace(/[\\/?*:[\]]/g, ' ').slice(0, 31),
      columns: (widths ?? headings.map((heading) => Math.max(14, heading.length + 2))).map((width) => ({
        width,
      })),
      stickyRowsCount: 1,
    })),
  )
  return new Uint8Array(await file.toBuffer())
}

function cellToWrite(cell: WrittenCell) {
  if (cell === null || cell === '') return null
  if (typeof cell === 'string') return textToWrite(cell)
  if (typeof cell === 'number') return { type: Number, value: cell }
  return { type: Date, value: new Date(`${cell.toString()}T00:00:00Z`), format: 'dd.mm.yyyy' }
}

function textToWrite(text: string) {
  // `_x0041_` is how XLSX writes the letter A: text that looks like it must say that its first mark is only a mark.
  const value = text.toWellFormed().replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
  return { type: String, value, format: '@' }
}
