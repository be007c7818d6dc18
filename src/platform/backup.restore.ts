/**
 * Puts a backup into an empty database, in one transaction: the tables as the program of that day made them, their rows, then whatever
 * newer form they have by now. Before anything is kept, every table is counted and summed again.
 */
import type pg from 'pg'
import { BackupError, type OpenBackup, type Piece } from './backup.format.ts'
import { copyInStatement, plainSession, sumOf, tablesToBackUp, type BackupTable } from './backup.tables.ts'
import { manifestSchema, tableEndSchema, type Manifest, type TableEnd } from './backup.take.ts'
import type { Connection } from './database.ts'
import type { Keys } from './keys.ts'
import { refuseWhileRunning, remake } from './migrate.ts'
import { copyIn } from './postgres.copy.ts'
import { z } from 'zod'

export type Restored = {
  madeAt: string
  tables: TableEnd[]
  rows: number
  head: Manifest['head']
  /** Files of migrations that the backup did not know yet. */
  migrated: string[]
}

/**
 * @param owner the database as its owner reaches it
 * @param beforeKept is called when everything is in and proven, before it is kept; what it throws takes everything back
 * @throws BackupError, MigrationError with a sentence for the operator; the database is then as it was
 */
export async function restoreBackup(
  backup: OpenBackup,
  parts: { owner: Connection; keys: Keys },
  beforeKept: () => Promise<void> | void = () => {},
): Promise<Restored> {
  const pieces = backup.pieces(parts.keys)
  const manifest = manifestSchema.parse(parse(await take(pieces, 'manifest')))
  const tables: TableEnd[] = []
  const migrated = await remake(
    parts.owner,
    parts.keys.password,
    manifest.migrations,
    refuseUnlessEmpty,
    async (client) => {
      await client.query(plainSession)
      tables.push(...(await fill(client, pieces, manifest)))
      await beforeKept()
    },
  )
  const rows = tables.reduce((all, table) => all + table.rows, 0)
  return { madeAt: backup.header.madeAt, tables, rows, head: manifest.head, migrated }
}

/** Nobody has set anything up in it, and nobody is at work. */
async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  await refuseWhileRunning(client)
  const there = await client.query("select from pg_class where oid = to_regclass('access.organisation')")
  if (!there.rowCount) return
  // As its owner one sees nothing while row-level security is forced.
  await client.query('begin')
  await client.query('alter table access.organisation no force row level security')
  const { rowCount } = await client.query('select from access.organisation limit 1')
  await client.query('rollback')
  if (rowCount)
    throw new BackupError(
      'This database already holds an organisation. A backup is restored into an empty one only: set TUGEVUS_DATA to a new folder, or DATABASE_URL to a new database.',
    )
}

async function fill(
  client: pg.Client,
  pieces: AsyncGenerator<Piece>,
  manifest: Manifest,
): Promise<TableEnd[]> {
  const known = await tablesToBackUp(client)
  const missing = manifest.tables.filter(({ name }) => !known.some((table) => table.name === name))
  if (missing.length > 0)
    throw new BackupError(`The backup has tables that its program did not make: ${namesOf(missing)}.`)
  const forced = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relforcerowsecurity and oid = any ($1::regclass[])`,
    [manifest.tables.map(({ name }) => name)],
  )
  // COPY does not go through row-level security. Nobody sees these tables before they are forced again: they are not committed.
  for (const { name } of forced.rows) await client.query(`alter table ${name} no force row level security`)
  const ends: TableEnd[] = []
  for (const table of manifest.tables) {
    const begun = parse(await take(pieces, 'table'))
    if (z.object({ name: z.string() }).parse(begun).name !== table.name)
      throw new BackupError(`The tables of the backup stand in another order than it says.`)
    ends.push(await fillTable(client, pieces, table))
  }
  await take(pieces, 'end')
  // The file has been read to its end, and nothing follows: a cut one was refused by now.
  await pieces.next()
  await setSequences(client)
  // What is asked when a transaction ends is asked now: a table that still waits for it cannot be altered.
  await client.query('set constraints all immediate')
  for (const { name } of forced.rows) await client.query(`alter table ${name} force row level security`)
  return ends
}

async function fillTable(
  client: pg.Client,
  pieces: AsyncGenerator<Piece>,
  table: BackupTable,
): Promise<TableEnd> {
  const seen: { end: TableEnd | undefined } = { end: undefined }
  async function* blocks(): AsyncGenerator<Buffer> {
    for (;;) {
      const piece = await next(pieces)
      if (piece.kind === 'rows') {
        yield piece.body
        continue
      }
      seen.end = tableEndSchema.parse(parse(expect(piece, 'end of table')))
      return
    }
  }
  await copyIn(client, copyInStatement(table), blocks())
  const found = await sumOf(client, table)
  const { end } = seen
  if (!end || end.rows !== found.rows || end.sum !== found.sum)
    throw new BackupError(
      `${table.name}: ${found.rows} rows came in, and the backup says ${end?.rows ?? 'nothing'}. Nothing was kept.`,
    )
  return end
}

/** The next number of every table that numbers its rows. */
async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; column: string }>(`
    select a.attrelid::regclass::text as name, a.attname as column
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.attidentity <> '' and c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$|pgboss$)'`)
  for (const { name, column } of rows) {
    await client.query(`
      select setval(pg_get_serial_sequence('${name}', '${column}'),
        coalesce((select max(${client.escapeIdentifier(column)}) from ${name}), 0) + 1, false)`)
  }
}

async function next(pieces: AsyncGenerator<Piece>): Promise<Piece> {
  const { done, value } = await pieces.next()
  if (done) throw new BackupError('The backup ends before its end.')
  return value
}

async function take(pieces: AsyncGenerator<Piece>, kind: Piece['kind']): Promise<Piece> {
  return expect(await next(pieces), kind)
}

function expect(piece: Piece, kind: Piece['kind']): Piece {
  if (piece.kind !== kind)
    throw new BackupError(`The backup has a piece “${piece.kind}” where “${kind}” belongs.`)
  return piece
}

const parse = ({ body }: Piece): unknown => JSON.parse(body.toString('utf8'))
const namesOf = (tables: readonly { name: string }[]) => tables.map(({ name }) => name).join(', ')
