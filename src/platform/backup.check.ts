/** Reads a backup from beginning to end without a database: every piece is opened, every table's rows are counted. */
import { BackupError, openBackup } from './backup.format.ts'
import { manifestSchema, tableEndSchema, type TableEnd } from './backup.take.ts'
import type { Keys } from './keys.ts'

export type Checked = {
  madeAt: string
  tables: TableEnd[]
  rows: number
  bytes: number
  head: string | null
}

/** @throws BackupError that says what is wrong with it */
export async function checkBackup(path: string, keys: Keys): Promise<Checked> {
  const backup = await openBackup(path)
  try {
    const tables: TableEnd[] = []
    let head: string | null = null
    let counted = 0
    for await (const { kind, body } of backup.pieces(keys)) {
      if (kind === 'manifest') {
        const manifest = manifestSchema.parse(JSON.parse(body.toString('utf8')))
        head = manifest.head && `${manifest.head.number}:${manifest.head.hmac}`
      } else if (kind === 'rows') {
        counted += linesIn(body)
      } else if (kind === 'end of table') {
        const end = tableEndSchema.parse(JSON.parse(body.toString('utf8')))
        if (end.rows !== counted)
          throw new BackupError(`${path}: ${end.name} has ${counted} rows instead of ${end.rows}.`)
        tables.push(end)
        counted = 0
      }
    }
    return {
      madeAt: backup.header.madeAt,
      tables,
      rows: tables.reduce((all, { rows }) => all + rows, 0),
      bytes: await backup.size(),
      head,
    }
  } finally {
    await backup.close()
  }
}

/** COPY writes a row a line; ends of lines inside of values are escaped. */
function linesIn(block: Buffer): number {
  let lines = 0
  for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) lines++
  return lines
}
