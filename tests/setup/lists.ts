/** Lists written as text, for tests of what is made of them. */
import { day } from '../../src/platform/day.ts'
import type { Cell, Spreadsheet } from '../../src/platform/spreadsheet.cells.ts'
import { noAnswers, type Answers } from '../../src/support/caseload-file.answers.ts'
import { checkCaseload, type CheckedFile } from '../../src/support/caseload-file.check.ts'

/** 23 November 2026, as everywhere in the tests of the house. */
const today = day('2026-11-23')
const text = (value: string): Cell | null => (value === '' ? null : { kind: 'text', text: value })

/** Cells are separated by `|`; the first line has the headings. */
export function listOf(...lines: string[]): Spreadsheet {
  const rows = lines.map((line, at) => ({ row: at + 1, cells: line.split('|').map(text) }))
  return { kind: 'spreadsheet', sheets: [{ name: '', rows }] }
}

export function checkList(lines: string[], answers: Partial<Answers> = {}): CheckedFile {
  return checkCaseload(listOf(...lines), { today, answers: { ...noAnswers, ...answers } })
}
