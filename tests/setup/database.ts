/**
 * A database for one test file: a copy of the migrated template, dropped after the file.
 *
 * @example
 * let database: TestDatabase
 * beforeAll(async () => { database = await freshDatabase() })
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import type { Connection } from '../../src/platform/database.ts'
import { deriveKeys } from '../../src/platform/keys.ts'
import type { LoginRole } from '../../src/platform/migrate.ts'
import { copyPrefix, withClient } from './server.ts'

/** The keys of every test: the roles of a server have one password each, and the server is shared. */
export const testKeys = deriveKeys(Buffer.alloc(32, 'tugevus test '))

export type TestDatabase = {
  /** As the owner: for `openGround`, for migrations and for looking behind the rules. */
  connection: Connection
  /** A folder that goes with it. */
  dataDir: string
  /** As one of the login roles. */
  connectionAs(role: LoginRole): Connection
  /** Only for a file that wants to be rid of it before its end. */
  drop(): Promise<void>
}

const open = new Set<TestDatabase>()

export function freshDatabase(): Promise<TestDatabase> {
  // Copying files is faster than logging every page, once a schema is as large as ours.
  return make(`template ${inject('template').database} strategy file_copy`)
}

/** One with nothing in it, as on a new machine. */
export function emptyDatabase(): Promise<TestDatabase> {
  return make("template template0 encoding 'UTF8'")
}

async function make(how: string): Promise<TestDatabase> {
  const template = inject('template')
  const name = copyPrefix(inject('run')) + randomBytes(6).toString('hex')
  const server = { ...template, database: 'postgres' }
  await withClient(server, (client) => client.query(`create database ${name} ${how}`))
  const connection = { ...template, database: name }
  const database: TestDatabase = {
    connection,
    dataDir: mkdtempSync(join(tmpdir(), 'tugevus-data-')),
    connectionAs: (role) => ({ ...connection, user: role, password: testKeys.password(role) }),
    async drop() {
      if (!open.delete(database)) return
      rmSync(database.dataDir, { recursive: true, force: true })
      await withClient(server, (client) =>
        client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`),
      )
    },
  }
  open.add(database)
  return database
}

/** Registered for every file by `each.ts`: files that were told to clean up themselves would forget. */
export function dropAfterFile(): void {
  afterAll(async () => {
    for (const database of open) await database.drop()
  })
}
