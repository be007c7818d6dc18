/** What stands in the database about somebody, as one text: two of them differ where anything was added, changed or erased. */
import { sql } from 'kysely'
import type pg from 'pg'
import type { Tx } from '../../src/platform/database.ts'
import { tablesOf } from './rows.ts'

export type Footprints = {
  /** How many rows this transaction has added, changed or erased so far, taken back or not: where it stands still, nothing was written. */
  writes(tx: Tx): Promise<number>
  ofPerson(tx: Tx, id: string): Promise<string>
  ofOrganisation(tx: Tx, id: string): Promise<string>
}

/** That somebody looked is noted, and is no trace in what was looked at. */
const notCounted = ['platform.audit_entry']

/**
 * Puts two functions into a test's own database that see past row-level security, so that a transaction can be asked what it did to
 * rows it may not see itself.
 */
export async function openFootprints(owner: pg.Client): Promise<Footprints> {
  const tables = (await tablesOf(owner)).filter(({ name }) => !notCounted.includes(name))
  const questions = (column: string, itself: string) =>
    tables
      .map(({ name, columns }) => ({
        name,
        by: name === itself ? 'id' : columns.includes(column) ? column : null,
      }))
      .flatMap(({ name, by }) =>
        by === null
          ? []
          : [
              `select '${name}' as name, md5(string_agg(t::text, '' order by t::text)) as rows from ${name} t where ${by} = $1`,
            ],
      )
      .join(' union all ')
  const define = (name: string, question: string) => `
    create function footprint.${name}(uuid) returns text language sql security definer as
      $$ select string_agg(name || ' ' || coalesce(rows, 'nothing'), e'\\n' order by name) from (${question}) q $$;
    grant execute on function footprint.${name} to tugevus_app;`
  await owner.query(`create schema footprint; grant usage on schema footprint to tugevus_app;
    ${define('of_person', questions('person_id', 'people.person'))}
    ${define('of_organisation', questions('organisation_id', 'access.organisation'))}`)
  const { rows: counted } = await owner.query<{ oid: string }>(
    'select name::regclass::oid as oid from unnest($1::text[]) as name',
    [tables.map(({ name }) => name)],
  )
  const oids = counted.map(({ oid }) => oid).join(',')
  const ask = async (tx: Tx, name: string, id: string) => {
    const { rows } = await sql<{
      footprint: string
    }>`select ${sql.raw(`footprint.${name}`)}(${id}) as footprint`.execute(tx)
    return rows[0]?.footprint ?? ''
  }
  return {
    async writes(tx) {
      const { rows } = await sql<{ writes: string }>`select sum(pg_stat_get_xact_tuples_inserted(oid)
          + pg_stat_get_xact_tuples_updated(oid) + pg_stat_get_xact_tuples_deleted(oid)) as writes
        from unnest(${`{${oids}}`}::oid[]) as oid`.execute(tx)
      return Number(rows[0]?.writes)
    },
    ofPerson: (tx, id) => ask(tx, 'of_person', id),
    ofOrganisation: (tx, id) => ask(tx, 'of_organisation', id),
  }
}

/** Every row of every table, by table, as one hash each. */
export async function footprintOfAll(owner: pg.Client): Promise<Map<string, string>> {
  const tables = await tablesOf(owner)
  const { rows } = await owner.query<{ name: string; rows: string }>(
    tables
      .map(
        ({ name }) =>
          `select '${name}' as name, coalesce(md5(string_agg(t::text, '' order by t::text)), '') as rows from ${name} t`,
      )
      .join(' union all '),
  )
  return new Map(rows.map(({ name, rows: hash }) => [name, hash]))
}
