/**
 * Spreadsheets as people keep them: any bytes in, rows of cells or one clear problem out, never an error thrown.
 * What the columns mean is not known here. How sheets are written: `writeXlsx` and `writeCsv` in the files beside this one.
 */
import {
  LARGEST_FILE_MEGABYTES,
  problem,
  type Row,
  type Spreadsheet,
  type SpreadsheetProblem,
} from './spreadsheet.cells.ts'
import { readCsv } from './spreadsheet.csv.ts'
import { readXlsx } from './spreadsheet.xlsx.ts'

/**
 * Reads an XLSX file or a CSV text of any common separator and encoding. The bytes decide which of them it is;
 * the name only helps to say what the file is instead.
 *
 * @param likeness how much the first rows look like what the reader is after, 0 for not at all: it settles at which
 *   separator the lines of a text are cut
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  fileName: string,
  likeness: (rows: readonly Row[]) => number = () => 0,
): Promise<Spreadsheet | SpreadsheetProblem> {
  if (bytes.length === 0) return problem({ code: 'empty' })
  if (bytes.length > LARGEST_FILE_MEGABYTES * 1024 * 1024) {
    return problem({ code: 'tooLarge', megabytes: LARGEST_FILE_MEGABYTES })
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return oldOrLocked(bytes)
  // `PK` and a version of zip signature: a CSV file may begin with the letters PK.
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    return readXlsx(bytes, endingOf(fileName))
  }
  return readCsv(bytes, likeness)
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}

/** Both the Excel of before 2007 and a workbook under a password lie in the same kind of container. */
function oldOrLocked(bytes: Uint8Array): SpreadsheetProblem {
  const mark = Buffer.from('EncryptedPackage', 'utf16le')
  return problem({ code: Buffer.from(bytes).includes(mark) ? 'locked' : 'oldExcel' })
}

function endingOf(fileName: string): string {
  return /\.[\p{L}\p{N}]{1,10}$/u.exec(fileName)?.[0].toLowerCase() ?? ''
}
