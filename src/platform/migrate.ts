/**
 * Brings a database to the newest form: the roles, then the numbered files of `migrations/`, forward only, each in one
 * transaction, one program at a time.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Connection } from './database.ts'

/** The oldest server we run on, as `server_version_num`. 15.14 has the fixes of row-level security (CVE-2025-8713). */
export const oldestServer = 150000

/** The login roles; `tugevus_app` is only ever taken on for one transaction, by `set local role`. */
export const loginRoles = ['tugevus_web', 'tugevus_signin', 'tugevus_jobs', 'tugevus_backup'] as const
export type LoginRole = (typeof loginRoles)[number]

export class MigrationError extends Error {
  override name = 'MigrationError'
}

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url))
// Any number will do, as long as nothing else of ours uses it.
const lockNumber = 7_355_608

/**
 * @param owner the address with the right to make roles and schemas; it serves no request
 * @param password of each login role, set anew every time so that a changed key takes effect
 * @returns the names of the files that were applied
 */
export async function migrate(owner: Connection, password: (role: string) => string): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const version = Number((await client.query('show server_version_num')).rows[0].server_version_num)
    if (version < oldestServer) {
      throw new MigrationError(
        `The database server is PostgreSQL ${Math.floor(version / 10000)}; Tugevus needs 15 or newer.`,
      )
    }
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    await makeRoles(client, password)
    return await applyFiles(client)
  } finally {
    await client.end()
  }
}

async function makeRoles(client: pg.Client, password: (role: string) => string): Promise<void> {
  try {
    await makeRolesAs(client, password)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === notAllowed)) throw error
    throw new MigrationError(
      `The user of DATABASE_URL (${client.user}) may not set the database up: ${error.message}. It has to own the database and be allowed to make roles (createrole).`,
    )
  }
}

/** `insufficient_privilege` */
const notAllowed = '42501'

async function makeRolesAs(client: pg.Client, password: (role: string) => string): Promise<void> {
  await client.query('begin')
  // Roles belong to the whole server: another database on it may be migrating at this moment.
  await client.query(
    "select pg_advisory_xact_lock_shared(1), pg_advisory_xact_lock(hashtext('tugevus roles'))",
  )
  const { rows } = await client.query("select rolname from pg_roles where rolname like 'tugevus\\_%'")
  const there = new Set(rows.map((row) => row.rolname))
  if (!there.has('tugevus_app')) await client.query('create role tugevus_app nologin nosuperuser nobypassrls')
  for (const role of loginRoles) {
    if (!there.has(role))
      await client.query(
        `create role ${role} login nosuperuser nobypassrls noinherit nocreatedb nocreaterole`,
      )
    await client.query(`alter role ${role} password ${client.escapeLiteral(password(role))}`)
  }
  await client.query('grant tugevus_app to tugevus_web')
  const database = (await client.query('select current_database() as name')).rows[0].name
  await client.query(
    `grant connect on database ${client.escapeIdentifier(database)} to ${loginRoles.join(', ')}`,
  )
  await client.query('revoke create on schema public from public')
  await client.query('create schema if not exists pgboss')
  await client.query('grant usage, create on schema pgboss to tugevus_jobs')
  await client.query('commit')
}

async function applyFiles(client: pg.Client): Promise<string[]> {
  await client.query(`
    create table if not exists public.tugevus_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
  await client.query('alter table public.tugevus_migration enable row level security')
  await client.query('alter table public.tugevus_migration force row level security')
  await client.query(`
    do $$ begin
      if not exists (select from pg_policies where tablename = 'tugevus_migration') then
        create policy owner on public.tugevus_migration to current_user using (true) with check (true);
      end if;
    end $$`)
  const done = new Map<string, string>(
    (await client.query('select name, sha256 from public.tugevus_migration')).rows.map((row) => [
      row.name,
      row.sha256,
    ]),
  )
  const files = readdirSync(folder)
    .filter((name) => /^\d{3}-.+\.sql$/.test(name))
    .sort()
  const unknown = [...done.keys()].filter((name) => !files.includes(name))
  if (unknown.length > 0) {
    throw new MigrationError(
      `The database was made by a newer Tugevus (it has ${unknown.join(', ')}). Install that version or a later one.`,
    )
  }
  const applied: string[] = []
  for (const name of files) {
    const text = readFileSync(folder + name, 'utf8')
    const sha256 = createHash('sha256').update(text).digest('hex')
    if (done.has(name)) {
      if (done.get(name) !== sha256) {
        throw new MigrationError(
          `${name} was changed after it had been applied. Restore the file; changes go into a new one.`,
        )
      }
      continue
    }
    await client.query('begin')
    try {
      await client.query(text)
      await client.query('insert into public.tugevus_migration (name, sha256) values ($1, $2)', [
        name,
        sha256,
      ])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new MigrationError(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
    applied.push(name)
  }
  return applied
}
