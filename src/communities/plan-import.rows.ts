/** The rows of a file as they travel through the page on which they are looked over: as text, on one line. */
import { z } from 'zod'
import { cellText, textCell, type Row } from '../platform/spreadsheet.cells.ts'

const packed = z.array(z.tuple([z.int().min(1)], z.string())).max(20_000)

export const packRows = (rows: readonly Row[]): string =>
  JSON.stringify(rows.map(({ row, cells }) => [row, ...cells.map(cellText)]))

/** Null where the text is not what `packRows` has made. */
export function unpackRows(text: string): Row[] | null {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return null
  }
  const read = packed.safeParse(given)
  return read.success ? read.data.map(([row, ...cells]) => ({ row, cells: cells.map(textCell) })) : null
}
