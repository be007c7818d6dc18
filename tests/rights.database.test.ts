/** What the rights matrix relies on in the database, and cannot see by trying: that there is no way round row-level security. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from './setup/database.ts'

let owner: pg.Client
beforeAll(async () => {
  const database = await freshDatabase()
  owner = new pg.Client(database.connection)
  await owner.connect()
})
afterAll(() => owner.end())

/** Ours: all but the catalogs and the queue of jobs, whose payloads are ids. */
const ours = "n.nspname !~ '^(pg_|information_schema$|pgboss$)'"

async function names(question: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(question)
  return rows.map(({ name }) => name)
}

/** What a question finds once something has been spoilt. The database is as before afterwards. */
async function spoilt(statement: string, question: string): Promise<string[]> {
  await owner.query('begin')
  try {
    await owner.query(statement)
    return await names(question)
  } finally {
    await owner.query('rollback')
  }
}

describe('there is no way round row-level security:', () => {
  const definers = `
    select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where ${ours} and p.prosecdef`

  test('no function runs with the rights of its owner', async () => {
    expect(await names(definers)).toEqual([])
    const definer =
      'create function people.all_names() returns bigint security definer language sql as $$ select 1::bigint $$'
    expect(await spoilt(definer, definers)).toEqual(['people.all_names'])
  })

  const views = `
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${ours} and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions @> '{security_invoker=true}', false))`

  test('no view shows what its owner sees', async () => {
    expect(await names(views)).toEqual([])
    expect(await spoilt('create view people.everybody as select id from people.person', views)).toEqual([
      'people.everybody',
    ])
  })

  const open = `
    select n.nspname || '.' || c.relname || ': ' || p.polname as name
      from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
     where ${ours} and p.polpermissive and (0 = any (p.polroles) or 'tugevus_app'::regrole = any (p.polroles)
       and 'true' in (pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)))`

  test('no policy is for everybody, and none lets the application do everything', async () => {
    expect(await names(open)).toEqual([])
    const policy = 'create policy easy on people.consent for select to tugevus_app using (true)'
    expect(await spoilt(policy, open)).toEqual(['people.consent: easy'])
  })

  const truncating = `
    select n.nspname || '.' || c.relname || ': ' || r.rolname as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join pg_roles r
     where ${ours} and c.relkind in ('r', 'p') and r.rolname ~ '^tugevus_(app|web|signin|jobs|backup)$'
       and has_table_privilege(r.oid, c.oid, 'TRUNCATE, TRIGGER, REFERENCES')`

  test('nobody may empty a table at once, or hang something on it', async () => {
    expect(await names(truncating)).toEqual([])
    expect(await spoilt('grant truncate on people.consent to tugevus_app', truncating)).toEqual([
      'people.consent: tugevus_app',
    ])
  })
})

describe('what belongs to a person or an account belongs to its organisation:', () => {
  const loose = `
    select k.conrelid::regclass || ': ' || k.conname as name from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid
     where k.contype = 'f' and k.confrelid in ('people.person'::regclass, 'access.account'::regclass)
       and a.attname = 'organisation_id' and not a.attnum = any (k.conkey)`

  test('its key takes the organisation along', async () => {
    expect(await names(loose)).toEqual([])
    const table = `create table people.loose (person_id uuid constraint bare references people.person, organisation_id uuid)`
    expect(await spoilt(table, loose)).toEqual(['people.loose: bare'])
  })
})

describe('a login', () => {
  /** Whatever it may do without the role of the application, by table. */
  async function reach(role: string): Promise<Record<string, string>> {
    const { rows } = await owner.query<{ name: string; rights: string }>(
      `select n.nspname || '.' || c.relname as name, string_agg(lower(right_), ' ' order by right_) as rights
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         cross join unnest('{SELECT,INSERT,UPDATE,DELETE}'::text[]) right_
        where ${ours} and c.relkind in ('r', 'p')
          and (has_table_privilege($1, c.oid, right_) or right_ <> 'DELETE' and has_any_column_privilege($1, c.oid, right_))
        group by 1`,
      [role],
    )
    return Object.fromEntries(rows.map(({ name, rights }) => [name, rights]))
  }

  test('of the web may do nothing by itself', async () => {
    // The role that it takes on for each transaction is not inherited.
    expect(await reach('tugevus_web')).toEqual({})
    expect(Object.keys(await reach('tugevus_app')).length).toBeGreaterThan(20)
  })

  test('of the sign-in reaches doors, and adds to audit and mail', async () => {
    const {
      'platform.audit_entry': audit,
      'platform.mail': mail,
      'platform.rate': rate,
      ...rest
    } = await reach('tugevus_signin')
    expect({ audit, mail, rate }).toEqual({
      audit: 'insert',
      mail: 'insert',
      rate: 'delete insert select update',
    })
    for (const name of Object.keys(rest)) expect(name).toMatch(/^access\./)
  })

  test('of the jobs reaches mail, audit and the list of organisations', async () => {
    expect(await reach('tugevus_jobs')).toMatchObject({
      'access.organisation': 'select',
      'platform.audit_entry': 'select update',
      'platform.audit_seal': 'insert select',
      'platform.mail': 'delete select update',
    })
    for (const name of Object.keys(await reach('tugevus_jobs')))
      expect(name).not.toMatch(/^(people|tasks|support)\./)
  })

  test('of the backup reads, and changes nothing', async () => {
    const rights = await reach('tugevus_backup')
    expect(Object.keys(rights).length).toBeGreaterThan(20)
    expect(new Set(Object.values(rights))).toEqual(new Set(['select']))
  })
})
