/**
 * Takes a backup: one picture of every table as it was at one moment, while people go on working. Memory does not grow with the
 * size: one block of rows is read, compressed, sealed and written after the other.
 */
import pg from 'pg'
import { z } from 'zod'
import { headerLine, pieceSealer, type Piece } from './backup.format.ts'
import { copyOutStatement, plainSession, sumOf, tablesToBackUp, type BackupTable } from './backup.tables.ts'
import type { Connection } from './database.ts'
import type { Moment } from './day.ts'
import type { Keys } from './keys.ts'
import { copyOut } from './postgres.copy.ts'

export const manifestSchema = z.object({
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  /** Number and HMAC of the last seal of the audit. */
  head: z.object({ number: z.number(), hmac: z.string() }).nullable(),
  database: z.string(),
})
export type Manifest = z.infer<typeof manifestSchema>

export const tableEndSchema = z.object({ name: z.string(), rows: z.number(), sum: z.string() })
export type TableEnd = z.infer<typeof tableEndSchema>

export type Taken = { madeAt: string; tables: TableEnd[]; rows: number; bytes: number; head: string | null }

/**
 * @param backup connected as `tugevus_backup`, which sees every row and may change none
 * @param write gets the bytes of the file in order; the next are read only when it has returned
 * @param tell how many tables of how many are done
 */
export async function takeBackup(
  parts: { backup: Connection; keys: Keys; now: Moment; program: string },
  write: (bytes: Buffer) => Promise<void>,
  tell: (done: number, total: number) => void = () => {},
): Promise<Taken> {
  const client = new pg.Client({ ...parts.backup, application_name: 'tugevus backup' })
  // One that breaks fails the statement under way; without a listener it would end the program too.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(plainSession)
    // The locks come before the first look, which fixes the picture: no table changes its form while it is being read.
    const names = (await tablesToBackUp(client)).map(({ name }) => name)
    await client.query('begin transaction isolation level repeatable read, read only')
    await client.query(`lock table ${names.join(', ')} in access share mode`)
    const madeAt = parts.now.toString()
    const header = headerLine({ madeAt, keyId: parts.keys.id, program: parts.program })
    const seal = pieceSealer(parts.keys, header)
    let bytes = 0
    const put = async (piece: Piece) => {
      const sealed = await seal(piece)
      bytes += sealed.length
      await write(sealed)
    }
    await write(header)
    bytes += header.length
    const tables = await tablesToBackUp(client)
    const manifest = await describe(client, tables)
    await put(json('manifest', manifest))
    const ends: TableEnd[] = []
    for (const table of tables) {
      tell(ends.length, tables.length)
      await put(json('table', table))
      const sum = await sumOf(client, table)
      let copied = 0
      const blocks = copyOut(client, copyOutStatement(table))
      for (;;) {
        const { done, value } = await blocks.next()
        if (done) {
          copied = value
          break
        }
        await put({ kind: 'rows', body: value })
      }
      if (copied !== sum.rows)
        throw new Error(`${table.name}: ${copied} rows were read of ${sum.rows}; the picture is not one`)
      const end = { name: table.name, ...sum }
      await put(json('end of table', end))
      ends.push(end)
    }
    const rows = ends.reduce((all, end) => all + end.rows, 0)
    await put(json('end', { tables: ends.length, rows }))
    await client.query('commit')
    tell(tables.length, tables.length)
    const head = manifest.head && `${manifest.head.number}:${manifest.head.hmac}`
    return { madeAt, tables: ends, rows, bytes, head }
  } finally {
    await client.end().catch(() => {})
  }
}

async function describe(client: pg.Client, tables: readonly BackupTable[]): Promise<Manifest> {
  const migrations = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from public.tugevus_migration order by applied_at, name',
  )
  const head = await client.query<{ number: string; hmac: Buffer }>(
    'select number, hmac from platform.audit_seal order by number desc limit 1',
  )
  const version = await client.query<{ server_version: string }>('show server_version')
  const [seal] = head.rows
  return {
    migrations: migrations.rows,
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
    head: seal ? { number: Number(seal.number), hmac: seal.hmac.toString('hex') } : null,
    database: version.rows[0]?.server_version ?? '',
  }
}

const json = (kind: Piece['kind'], value: object): Piece => ({
  kind,
  body: Buffer.from(JSON.stringify(value)),
})
