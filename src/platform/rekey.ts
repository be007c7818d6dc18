/**
 * Changes the master key: seals everything anew, brings every keyed hash under the new key, and keeps of the old one only what older
 * hashes and seals of the audit need. One transaction, while the program is stopped: it happens whole or not at all.
 */
import pg from 'pg'
import { BackupError } from './backup.format.ts'
import type { Connection } from './database.ts'
import { deriveKeys, type Chain, type FormerKeys, type Keys } from './keys.ts'
import { knownKeys, sealFormer } from './master-key.ts'
import { ownerAlone, refuseWhileRunning } from './migrate.ts'
import type { Bytes } from './room.ts'
import { SealError, hashedAgain, sealBytes, unsealBytes } from './sealing.ts'

export type Rekeyed = {
  from: string
  to: string
  tables: number
  sealed: number
  hashed: number
  /** How many values the old key did not open either, by column; they stay as they are. */
  unreadable: Record<string, number>
}

type Column = { name: string; list: boolean; what: 'seal' | 'index' | 'token' }
/** `ids`: the columns by which a row may be named in its seals, the likelier first. */
type Table = { name: string; ids: string[][]; columns: Column[]; forced: boolean }

/** How many rows are held at once; fewer, where they are large. */
const mostRows = 100
/** Bytes of what is sealed in them; a row that is larger by itself is held alone. In memory it is about ten times as much. */
const mostBytes = 4 * 1024 * 1024

/**
 * @param bytes what every column of bytes that is not sealed is, from all rooms
 * @param options `beforeKept` is called when all is done, before it is kept; what it throws takes everything back. `leaveUnreadable`: values that
 * the old key does not open either stay as they are, instead of stopping it all.
 */
export async function rekey(
  owner: Connection,
  old: Keys,
  master: Buffer,
  bytes: Bytes,
  {
    beforeKept = () => {},
    leaveUnreadable = false,
  }: { beforeKept?: () => void; leaveUnreadable?: boolean } = {},
): Promise<Rekeyed> {
  return ownerAlone(owner, async (client) => {
    await refuseWhileRunning(client)
    const known = await knownKeys(client)
    if (known && known.inUse !== old.id)
      throw new BackupError(`The database is sealed with key ${known.inUse}, and this is ${old.id}.`)
    const tables = await tablesOf(client, bytes)
    const fresh = deriveKeys(master)
    const done: Rekeyed = {
      from: old.id,
      to: fresh.id,
      tables: 0,
      sealed: 0,
      hashed: 0,
      unreadable: {},
    }
    await client.query('begin')
    try {
      for (const table of tables) await rekeyTable(client, table, old, fresh, done)
      refuseUnreadable(done, leaveUnreadable)
      await noteChange(client, old, fresh)
      beforeKept()
      await client.query('commit')
      return done
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    }
  })
}

/** A key that is thrown away while something still needs it is a loss for ever. */
function refuseUnreadable({ from, unreadable }: Rekeyed, leave: boolean): void {
  const list = Object.entries(unreadable).map(([where, count]) => `${count} of ${where}`)
  if (list.length > 0 && !leave)
    throw new BackupError(
      `Not everything opens with key ${from}: ${list.join(', ')}. Nothing was changed. With --leave-unreadable these stay as they are.`,
    )
}

/** Every table with a column that is sealed or hashed. */
async function tablesOf(client: pg.Client, bytes: Bytes): Promise<Table[]> {
  const { rows } = await client.query<{
    name: string
    column: string
    list: boolean
    forced: boolean
    id: string | null
    key: string[] | null
  }>(`
    select format('%I.%I', n.nspname, c.relname) as name, a.attname as column, a.atttypid = 'bytea[]'::regtype as list,
      c.relforcerowsecurity as forced,
      (select i.attname::text from pg_attribute i where i.attrelid = c.oid and i.attname in ('id', 'person_id', 'account_id')
        order by array_position(array['id', 'person_id', 'account_id'], i.attname::text) limit 1) as id,
      (select array_agg(k.attname::text order by array_position(p.conkey, k.attnum))
        from pg_constraint p join pg_attribute k on k.attrelid = c.oid and k.attnum = any (p.conkey)
        where p.conrelid = c.oid and p.contype = 'p') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relkind = 'r' and not a.attisdropped and a.atttypid in ('bytea'::regtype, 'bytea[]'::regtype)
      and n.nspname !~ '^(pg_|information_schema$|pgboss$)' order by 1, a.attnum`)
  const tables = new Map<string, Table>()
  for (const { name, column, list, forced, id, key } of rows) {
    const what = column.endsWith('_sealed') ? 'seal' : bytes[`${name}.${column}`]
    if (what === undefined)
      throw new Error(`what the bytes in ${name}.${column} are is not declared: the key cannot be changed`)
    if (what === 'plain') continue
    const table = tables.get(name) ?? {
      name,
      ids: [id === null ? [] : [id], key ?? []].filter((one) => one.length > 0),
      columns: [],
      forced,
    }
    table.columns.push({ name: column, list, what })
    tables.set(name, table)
  }
  return [...tables.values()]
}

async function rekeyTable(
  client: pg.Client,
  { name, ids, columns, forced }: Table,
  old: Keys,
  fresh: Keys,
  done: Rekeyed,
): Promise<void> {
  const named = ids.map(
    (key) => `concat_ws('/', ${key.map((column) => pg.escapeIdentifier(column)).join(', ')})`,
  )
  const quoted = columns.map((column) => pg.escapeIdentifier(column.name))
  const sizes = quoted.map((column) => `coalesce(pg_column_size(${column}), 0)`)
  // Its owner sees nothing of a table while row-level security is forced. Nobody else sees it before it is forced again.
  if (forced) await client.query(`alter table ${name} no force row level security`)
  // Where each row is and how large, not yet what is in it.
  await client.query(`declare rows no scroll cursor for
    select ctid::text as at, (${sizes.join(' + ')})::float8 as bytes from ${name}`)
  const read = `select ctid::text as at, array[${named.join(', ')}]::text[] as ids, ${quoted.join(', ')}
    from ${name} where ctid = any ($1::tid[])`
  const update = `
    update ${name} t set ${columns.map(({ list }, place) => `${quoted[place]} = v.c${place}::bytea${list ? '[]' : ''}`).join(', ')}
    from unnest($1::text[]${columns.map((_, place) => `, $${place + 2}::text[]`).join('')})
      as v (at${columns.map((_, place) => `, c${place}`).join('')})
    where t.ctid = v.at::tid`
  for (;;) {
    const { rows: places } = await client.query<{ at: string; bytes: number }>(`fetch ${mostRows} from rows`)
    if (places.length === 0) break
    for (const batch of batches(places)) {
      const { rows } = await client.query<Record<string, unknown> & { at: string; ids: string[] }>(read, [
        batch,
      ])
      const values = columns.map((column) =>
        rows.map((row) => asText(row[column.name], (value) => changed(value, column, row.ids))),
      )
      await client.query(update, [rows.map(({ at }) => at), ...values])
    }
  }
  await client.query('close rows')
  if (forced) await client.query(`alter table ${name} force row level security`)
  done.tables++

  function changed(value: Buffer, { name: column, what }: Column, rows: string[]): Buffer {
    // Of a message that has left, nothing is kept.
    if (value.length === 0) return value
    if (what !== 'seal') {
      done.hashed++
      return hashedAgain(lastOf(fresh[what]), value)
    }
    const word = column.replace(/_sealed$/, '')
    // Where it stands is part of the seal: the column's name, in some with hyphens.
    const places = rows.flatMap((row) =>
      [word, word.replaceAll('_', '-')].map((written) => `${name}/${written}/${row}`),
    )
    for (const place of new Set(places)) {
      const plain = opened(old, place, value)
      if (!plain) continue
      done.sealed++
      return sealBytes(fresh, place, plain)
    }
    const where = `${name}.${column}`
    done.unreadable[where] = (done.unreadable[where] ?? 0) + 1
    return value
  }
}

/** Where the rows are that are held together. */
function batches(places: readonly { at: string; bytes: number }[]): string[][] {
  const all: string[][] = []
  let held = Number.POSITIVE_INFINITY
  for (const { at, bytes } of places) {
    held += bytes
    if (held > mostBytes) {
      all.push([])
      held = bytes
    }
    all.at(-1)?.push(at)
  }
  return all
}

function opened(keys: Keys, place: string, value: Buffer): Buffer | null {
  try {
    return unsealBytes(keys, place, value)
  } catch (error) {
    if (error instanceof SealError) return null
    throw error
  }
}

const lastOf = (chain: Chain): Buffer => chain.at(-1) ?? chain[0]

/** Bytes, or a list of them, as PostgreSQL reads them from text. */
function asText(value: unknown, change: (value: Buffer) => Buffer): string | null {
  const hex = (bytes: unknown) => {
    if (!Buffer.isBuffer(bytes)) throw new TypeError('not bytes')
    return `\\x${change(bytes).toString('hex')}`
  }
  if (value === null) return null
  return Array.isArray(value) ? `{${value.map((one) => `"\\${hex(one)}"`).join(',')}}` : hex(value)
}

async function noteChange(client: pg.Client, old: Keys, fresh: Keys): Promise<void> {
  const { rows } = await client.query<{ last: string }>(
    'select coalesce(max(number), 0)::text as last from platform.audit_seal',
  )
  const sealsTo = Number(rows[0]?.last ?? 0)
  const former: FormerKeys = {
    index: lastOf(old.index),
    token: lastOf(old.token),
    audit: old.audit(sealsTo + 1),
    sealsTo,
  }
  await client.query(
    'insert into platform.master_key (id, since) values ($1, now()) on conflict do nothing',
    [old.id],
  )
  await client.query('update platform.master_key set until = now(), former_sealed = $2 where id = $1', [
    old.id,
    sealFormer(fresh, old.id, former),
  ])
  await client.query('insert into platform.master_key (id, since) values ($1, now())', [fresh.id])
}
