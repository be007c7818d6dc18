/** The rows that were not imported, as a file to put right and bring again: the columns they came in, and why they stayed out. */
import type { Cell } from '../platform/spreadsheet.cells.ts'
import { writeXlsx, type WrittenCell } from '../platform/spreadsheet.xlsx.ts'
import type { Locale } from '../platform/words.ts'
import type { CheckedRow } from './caseload-file.check.ts'
import type { Heading } from './caseload-file.headings.ts'
import { columns } from './caseload-file.ts'
import {
  doubtSentence,
  duplicateSentence,
  reasonHeading,
  sheetName,
  skippedSentence,
} from './caseload-file.words.ts'
import type { Plan } from './import.plan.ts'
import type { Choices, ImportRow } from './import.ts'
import { importWords } from './import.words.ts'

/** Null where every row was entered. */
export async function refusedXlsx(
  { checked: { headings }, rows }: Pick<Plan, 'checked' | 'rows'>,
  choices: Choices,
  locale: Locale,
): Promise<Uint8Array | null> {
  const refused = rows.filter(({ fate }) => fate !== 'enter')
  if (refused.length === 0) return null
  return writeXlsx({
    name: sheetName(locale),
    headings: [...headings.map(({ text }) => text), reasonHeading(locale)],
    rows: refused.map((row) => [
      ...headings.map((heading) => cellToReturn(row.checked, heading, headings, choices)),
      whyRefused(row, locale),
    ]),
  })
}

/** What a human has already put right goes back put right, where one column of the file holds it. */
function cellToReturn(
  { source }: CheckedRow,
  { index, meaning }: Heading,
  headings: readonly Heading[],
  { answers: { corrections } }: Choices,
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

function whyRefused({ fate, checked, known }: ImportRow, locale: Locale): string {
  const say = importWords(locale).refused
  if (fate === 'left-out') return skippedSentence(locale)
  if (checked.duplicateOf !== null) return duplicateSentence(locale, checked.duplicateOf)
  if (known !== null) return say[known.kind]
  return checked.doubts.map((doubt) => doubtSentence(locale, doubt)).join(' ')
}
