/**
 * The caseload written as a file: the same columns that are read, with headings in the reader's language, so that the file
 * can be taken elsewhere and brought back; and the file of rows that were refused, with the reasons beside them.
 */
import { municipalityWithCode } from '../platform/municipalities.ts'
import type { Cell } from '../platform/spreadsheet.cells.ts'
import { writeCsv } from '../platform/spreadsheet.csv.ts'
import { writeXlsx, type WrittenCell, type WrittenSheet } from '../platform/spreadsheet.xlsx.ts'
import type { Locale } from '../platform/words.ts'
import type { Answers } from './caseload-file.answers.ts'
import type { CheckedFile, CheckedRow } from './caseload-file.check.ts'
import { columns, type Column, type PersonValues } from './caseload-file.ts'
import type { Heading } from './caseload-file.headings.ts'
import {
  columnWords,
  doubtSentence,
  duplicateSentence,
  languageName,
  reasonHeading,
  sheetName,
  skippedSentence,
} from './caseload-file.words.ts'

const widths: Record<Column, number> = {
  name: 28,
  birthDate: 14,
  phone: 20,
  email: 28,
  municipality: 20,
  language: 12,
  leftOn: 26,
  coordinator: 20,
  agreedOn: 20,
  agreedHow: 20,
  notes: 50,
}

/** The people as an XLSX file. */
export async function caseloadXlsx(people: readonly PersonValues[], locale: Locale): Promise<Uint8Array> {
  return writeXlsx(caseloadSheet(people, locale))
}

/** The people as a CSV text; write it as UTF-8. */
export function caseloadCsv(people: readonly PersonValues[], locale: Locale): string {
  return writeCsv(caseloadSheet(people, locale))
}

function caseloadSheet(people: readonly PersonValues[], locale: Locale): WrittenSheet {
  const say = columnWords(locale)
  return {
    name: sheetName(locale),
    headings: columns.map((column) => say[column]),
    rows: people.map((person) => columns.map((column) => written(person, column, locale))),
    widths: columns.map((column) => widths[column]),
  }
}

function written(person: PersonValues, column: Column, locale: Locale): WrittenCell {
  switch (column) {
    case 'phone':
      return person.phones.join('; ')
    case 'municipality':
      return person.municipality === null
        ? null
        : (municipalityWithCode(person.municipality)?.name ?? person.municipality)
    case 'language':
      return person.language === null ? null : languageName(locale, person.language)
    default:
      return person[column]
  }
}

/** The rows that were not created, as an XLSX file: the columns of the file they came in, and why. */
export async function refusedRowsXlsx(
  checked: CheckedFile,
  answers: Answers,
  locale: Locale,
): Promise<Uint8Array> {
  return writeXlsx(refusedRowsSheet(checked, answers, locale))
}

/** The same as a CSV text; write it as UTF-8. */
export function refusedRowsCsv(checked: CheckedFile, answers: Answers, locale: Locale): string {
  return writeCsv(refusedRowsSheet(checked, answers, locale))
}

function refusedRowsSheet({ headings, rows }: CheckedFile, answers: Answers, locale: Locale): WrittenSheet {
  return {
    name: sheetName(locale),
    headings: [...headings.map(({ text }) => text), reasonHeading(locale)],
    rows: rows
      .filter(({ state }) => state !== 'create')
      .map((row) => [
        ...headings.map((heading) => cellToReturn(row, heading, headings, answers)),
        whyRefused(row, locale),
      ]),
  }
}

/** What a human has already put right goes back put right, where one column of the file holds it. */
function cellToReturn(
  { source }: CheckedRow,
  { index, meaning }: Heading,
  headings: readonly Heading[],
  { corrections }: Answers,
): WrittenCell {
  const column = columns.find((one) => one === meaning)
  const corrected = column === undefined ? undefined : corrections[source.row]?.[column]
  const isOnly = headings.filter((heading) => heading.meaning === meaning).length === 1
  return corrected !== undefined && isOnly ? corrected : cellToWrite(source.cells[index])
}

function cellToWrite(cell: Cell | null | undefined): WrittenCell {
  if (!cell) return null
  if (cell.kind === 'text') return cell.text
  return cell.kind === 'day' ? cell.day : cell.number
}

function whyRefused({ state, doubts, duplicateOf }: CheckedRow, locale: Locale): string {
  if (state === 'skipped') return skippedSentence(locale)
  if (duplicateOf !== null) return duplicateSentence(locale, duplicateOf)
  return doubts.map((doubt) => doubtSentence(locale, doubt)).join(' ')
}
