/** The rows of an uploaded file as they are kept between two looks at the preview: small, and without reading the file again. */
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { z } from 'zod'
import { day } from '../platform/day.ts'
import type { Cell, Sheet, Spreadsheet } from '../platform/spreadsheet.cells.ts'

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

const packedCell = z.union([z.null(), z.string(), z.number(), z.object({ day: z.string() })])
type PackedCell = z.infer<typeof packedCell>
const packedSheets = z.array(
  z.object({
    name: z.string(),
    rows: z.array(z.tuple([z.number().int()], packedCell)),
  }),
)

export async function packSheets({ sheets }: Spreadsheet): Promise<Buffer> {
  const packed = sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map(({ row, cells }) => [row, ...cells.map(packCell)]),
  }))
  return deflate(JSON.stringify(packed), { level: 1 })
}

/** @throws where the bytes are not what `packSheets` has made */
export async function unpackSheets(bytes: Buffer): Promise<Spreadsheet> {
  const [first, ...others] = packedSheets
    .parse(JSON.parse((await inflate(bytes)).toString('utf8')))
    .map(({ name, rows }): Sheet => ({
      name,
      rows: rows.map(([row, ...cells]) => ({ row, cells: cells.map(unpackCell) })),
    }))
  if (first === undefined) throw new RangeError('a spreadsheet has a sheet')
  return { kind: 'spreadsheet', sheets: [first, ...others] }
}

function packCell(cell: Cell | null): PackedCell {
  if (cell === null) return null
  if (cell.kind === 'text') return cell.text
  return cell.kind === 'number' ? cell.number : { day: cell.day.toString() }
}

function unpackCell(cell: PackedCell): Cell | null {
  if (cell === null) return null
  if (typeof cell === 'string') return { kind: 'text', text: cell }
  return typeof cell === 'number' ? { kind: 'number', number: cell } : { kind: 'day', day: day(cell.day) }
}
