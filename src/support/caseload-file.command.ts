/** `tugevus import FILE --check`: what the file would do, as JSON; nothing is written. */
import type { Day } from '../platform/day.ts'
import { problemSentence } from '../platform/spreadsheet.words.ts'
import type { Locale } from '../platform/words.ts'
import { noAnswers } from './caseload-file.answers.ts'
import { checkCaseload, type CheckedFile } from './caseload-file.check.ts'
import type { Column } from './caseload-file.ts'
import type { SlashOrder } from './caseload-file.dates.ts'
import { readCaseloadFile } from './caseload-file.read.ts'
import { doubtSentence, otherSheetsSentence } from './caseload-file.words.ts'

/** `create` are the rows that need no answer; `row` is the first line of a record in the sheet. */
export type CheckReport = {
  rows: number
  create: number
  doubtful: { row: number; column: Column; reason: string }[]
  duplicates: { row: number; of: number }[]
  unknownColumns: string[]
}

export function checkReport({ rows, unknownColumns }: CheckedFile, locale: Locale): CheckReport {
  return {
    rows: rows.length,
    create: rows.filter(({ state }) => state === 'create').length,
    doubtful: rows.flatMap(({ source, doubts }) =>
      doubts.map((doubt) => ({
        row: source.row,
        column: doubt.column,
        reason: doubtSentence(locale, doubt),
      })),
    ),
    duplicates: rows.flatMap(({ source, duplicateOf }) =>
      duplicateOf === null ? [] : [{ row: source.row, of: duplicateOf }],
    ),
    unknownColumns: [...unknownColumns],
  }
}

export type ImportCheckOptions = {
  /** Days after it are in the future. */
  readonly today: Day
  /** How `01/02/2026` is meant, where the person who asks knows. */
  readonly slashOrder?: SlashOrder | null
  /** Of the reasons. The command line speaks English unless it is told otherwise. */
  readonly language?: Locale
}

/**
 * `output` is one line without its line end: the report, or with exit code 1 one sentence that says why the file cannot be read.
 * `aside` is for standard error: what the report has no place for.
 */
export async function importCheckCommand(
  bytes: Uint8Array,
  fileName: string,
  { today, slashOrder = null, language = 'en' }: ImportCheckOptions,
): Promise<{ output: string; exitCode: 0 | 1; aside: string | null }> {
  const read = await readCaseloadFile(bytes, fileName)
  if (read.kind === 'problem') return { output: problemSentence(language, read), exitCode: 1, aside: null }
  const checked = checkCaseload(read, { today, answers: { ...noAnswers, slashOrder } })
  return {
    output: JSON.stringify(checkReport(checked, language)),
    exitCode: 0,
    aside: checked.otherSheets.length > 0 ? otherSheetsSentence(language, checked) : null,
  }
}
