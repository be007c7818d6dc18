/**
 * Brings a database to the newest form: the roles, then the numbered files of `migrations/`, forward only, each in one
 * transaction, one program at a time.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
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
  return ownerAlone(owner, async (client) => {
    await makeRoles(client, password)
    await ensureList(client)
    return applyMissing(client, async (work) => {
      await client.query('begin')
      try {
        await work()
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
    })
  })
}

/**
 * Makes the tables of an empty database as they were at the time of a backup, has them filled, and brings them to the newest form:
 * all of it, or nothing.
 *
 * @param from the files by name and hash, in the order in which they had been applied
 * @param fill puts the rows in; what it throws takes everything back
 * @returns the names of the files that were applied after it
 */
export async function remake(
  owner: Connection,
  password: (role: string) => string,
  from: readonly { name: string; sha256: string }[],
  prepare: (client: pg.Client) => Promise<void>,
  fill: (client: pg.Client) => Promise<void>,
): Promise<string[]> {
  return ownerAlone(owner, async (client) => {
    await prepare(client)
    await makeRoles(client, password)
    await client.query('begin')
    try {
      for (const schema of ownSchemas())
        await client.query(`drop schema if exists ${client.escapeIdentifier(schema)} cascade`)
      await client.query('drop table if exists public.tugevus_migration')
      await ensureList(client)
      const files = migrationFiles()
      for (const { name, sha256 } of from) {
        const file = files.find((one) => one.name === name)
        if (file?.sha256 !== sha256) {
          throw new MigrationError(
            `The backup comes from another Tugevus: it was made with ${name}, which this one ${file ? 'has in another form' : 'does not know'}. Install the version that made it or a later one.`,
          )
        }
        await apply(client, file)
      }
      await fill(client)
      const later = await applyMissing(client, (work) => work())
      await client.query('commit')
      return later
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    }
  })
}

/** One program at a time, on a server that is new enough. */
export async function ownerAlone<T>(owner: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(owner)
  client.on('error', () => {})
  await client.connect()
  try {
    const version = Number((await client.query('show server_version_num')).rows[0].server_version_num)
    if (version < oldestServer) {
      throw new MigrationError(
        `The database server is PostgreSQL ${Math.floor(version / 10000)}; Tugevus needs 15 or newer.`,
      )
    }
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** @throws MigrationError while a program is at work on this database */
export async function refuseWhileRunning(client: pg.Client): Promise<void> {
  // The server needs a moment to see that a program which has just been stopped is gone.
  for (let tries = 20; ; tries--) {
    const busy = await client.query(
      'select from pg_stat_activity where datname = current_database() and usename = any ($1)',
      [loginRoles],
    )
    if (!busy.rowCount) return
    if (tries === 0)
      throw new MigrationError('Tugevus is still running on this database. Stop it, then do it again.')
    await sleep(100)
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

async function ensureList(client: pg.Client): Promise<void> {
  await client.query(`
    create table if not exists public.tugevus_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default clock_timestamp())`)
  await client.query('alter table public.tugevus_migration enable row level security')
  await client.query('alter table public.tugevus_migration force row level security')
  await client.query(`
    do $$ begin
      if not exists (select from pg_policies where tablename = 'tugevus_migration') then
        create policy owner on public.tugevus_migration to current_user using (true) with check (true);
      end if;
    end $$`)
}

type MigrationFile = { name: string; text: string; sha256: string }

function migrationFiles(): MigrationFile[] {
  return migrationNames().map((name) => {
    const text = readFileSync(folder + name, 'utf8')
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

/** What this program brings a database to. */
export function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{3}-.+\.sql$/.test(name))
    .sort()
}

/** The schemas that our migrations make, and nobody else's. */
function ownSchemas(): string[] {
  return migrationFiles().flatMap(({ text }) =>
    [...text.matchAll(/^create schema (\w+);/gm)].map(([, name = '']) => name),
  )
}

/** @param around runs what brings in one file; on its own or in a transaction that is open already */
async function applyMissing(
  client: pg.Client,
  around: (work: () => Promise<void>) => Promise<void>,
): Promise<string[]> {
  const done = new Map<string, string>(
    (await client.query('select name, sha256 from public.tugevus_migration')).rows.map((row) => [
      row.name,
      row.sha256,
    ]),
  )
  const files = migrationFiles()
  const unknown = [...done.keys()].filter((name) => !files.some((file) => file.name === name))
  if (unknown.length > 0) {
    throw new MigrationError(
      `The database was made by a newer Tugevus (it has ${unknown.join(', ')}). Install that version or a later one.`,
    )
  }
  const applied: string[] = []
  for (const file of files) {
    if (done.has(file.name)) {
      if (done.get(file.name) !== file.sha256) {
        throw new MigrationError(
          `${file.name} was changed after it had been applied. Restore the file; changes go into a new one.`,
        )
      }
      continue
    }
    await around(() => apply(client, file))
    applied.push(file.name)
  }
  return applied
}

async function apply(client: pg.Client, { name, text, sha256 }: MigrationFile): Promise<void> {
  try {
    await client.query(text)
    await client.query('insert into public.tugevus_migration (name, sha256) values ($1, $2)', [name, sha256])
  } catch (error) {
    throw new MigrationError(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
