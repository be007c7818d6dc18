/** What a backup takes: every table there is, in an order in which it can be put back, and the sum by which its content is known again. */
import pg from 'pg'

export type BackupTable = {
  /** Such as `support.checkup`. */
  name: string
  columns: readonly string[]
}

/** Text must come out the same from every server, whatever its settings are. */
export const plainSession = `
  set time zone 'UTC'; set datestyle to 'ISO, MDY'; set intervalstyle to 'postgres'; set bytea_output to 'hex';
  set extra_float_digits to 1; set statement_timeout to 0;
  set idle_in_transaction_session_timeout to 0; set lock_timeout to 0; set client_encoding to 'UTF8'`

type Found = {
  name: string
  columns: string[]
  types: string[]
  needs: string[]
  /** The backup role sees every row. */
  open: boolean
}

/**
 * All tables but those of the queue (its payloads are ids, and the start makes it anew) and the list of migrations, those that others refer
 * to first.
 *
 * @throws where the backup would see only some rows of a table: it must never be silently incomplete
 */
export async function tablesToBackUp(client: pg.Client): Promise<BackupTable[]> {
  const { rows } = await client.query<Found>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      array_agg(a.attname::text order by a.attnum) as columns,
      array_agg(format_type(a.atttypid, null) order by a.attnum) as types,
      coalesce((select array_agg(format('%I.%I', rn.nspname, r.relname)) from pg_constraint k
        join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
        where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid), '{}') as needs,
      not c.relrowsecurity or (exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive
          and p.polcmd in ('r', '*') and 'tugevus_backup'::regrole = any (p.polroles)
          and pg_get_expr(p.polqual, p.polrelid) = 'true')
        and not exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive
          and p.polcmd in ('r', '*') and (0 = any (p.polroles) or 'tugevus_backup'::regrole = any (p.polroles)))) as open
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname !~ '^(pg_|information_schema$|pgboss$)' and c.relname <> 'tugevus_migration'
    group by c.oid, n.nspname, c.relname, c.relrowsecurity order by 1`)
  const hidden = rows.filter(({ open }) => !open).map(({ name }) => name)
  if (hidden.length > 0) throw new Error(`the backup does not see every row of ${hidden.join(', ')}`)
  return inOrder(rows).map(({ name, columns, types }) => ({
    name,
    columns: columns.map((column, place) => selected(column, types[place] ?? '')),
  }))
}

/**
 * A column as it is selected. Numbers of transactions (`xid8`) mean something on the server that gave them only: elsewhere one could
 * be given anew, and rows would belong to a transaction that never wrote them.
 */
function selected(column: string, type: string): string {
  const name = pg.escapeIdentifier(column)
  return type === 'xid8' ? `'0'::xid8 as ${name}` : name
}

/** The plain name of a selected column. */
function nameOf(column: string): string {
  return column.replace(/^.* as /, '')
}

function inOrder(tables: readonly Found[]): Found[] {
  const placed: Found[] = []
  const waiting = [...tables]
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ needs }) =>
      needs.every((need) => placed.some(({ name }) => name === need)),
    )
    const [table] = next < 0 ? [] : waiting.splice(next, 1)
    if (!table)
      throw new Error(`tables refer to each other in a circle: ${waiting.map(({ name }) => name).join(', ')}`)
    placed.push(table)
  }
  return placed
}

export function copyOutStatement({ name, columns }: BackupTable): string {
  return `copy (select ${columns.join(', ')} from ${name}) to stdout`
}

export function copyInStatement({ name, columns }: BackupTable): string {
  return `copy ${name} (${columns.map(nameOf).join(', ')}) from stdin`
}

export type Sum = { rows: number; sum: string }

/** How many rows a table has, and a sum over the text of all of them that does not depend on their order. */
export async function sumOf(client: pg.Client, { name, columns }: BackupTable): Promise<Sum> {
  const { rows } = await client.query<{ rows: string; sum: string }>(`
    select count(*)::text as rows, coalesce(sum(('x' || left(md5(r::text), 16))::bit(64)::bigint::numeric), 0)::text as sum
    from (select ${columns.join(', ')} from ${name}) r`)
  return { rows: Number(rows[0]?.rows ?? Number.NaN), sum: rows[0]?.sum ?? '' }
}
