import type { Spreadsheet, SpreadsheetProblem } from '../platform/spreadsheet.cells.ts'
import { readSpreadsheet } from '../platform/spreadsheet.ts'
import { headingRow } from './caseload-file.headings.ts'

/** Reads the bytes of a caseload file; its headings settle at which separator a text is cut. Never throws. */
export function readCaseloadFile(
  bytes: Uint8Array,
  fileName: string,
): Promise<Spreadsheet | SpreadsheetProblem> {
  return readSpreadsheet(bytes, fileName, (rows) => headingRow(rows).known)
}
