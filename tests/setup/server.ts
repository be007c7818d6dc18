/**
 * The database server of a test run: an embedded PostgreSQL of its own, or the one `TEST_DATABASE_URL` names. What runs that
 * were killed have left behind is removed by the next one.
 */
import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { connectionOf, type Connection } from '../../src/platform/database.ts'
import { DataFolderInUseError, discardPostgres, startPostgres } from '../../src/platform/postgres.ts'
import { isAlive } from '../../src/platform/postgres.process.ts'

export type TestServer = { connection: Connection; version: string; where: string; end(): Promise<void> }

const folderPrefix = 'tugevus-test-'
const templatePrefix = 'tugevus_template_'
/** Databases of a run carry its process id, so that runs at the same time on one server never meet. */
export const templateName = (pid: number) => `${templatePrefix}${pid}`
export const copyPrefix = (pid: number) => `tugevus_test_${pid}_`

export async function openTestServer(address: string | undefined): Promise<TestServer> {
  return address ? await useServer(connectionOf(address)) : await startServer()
}

export async function withClient<T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function useServer(connection: Connection): Promise<TestServer> {
  const version = await withClient(connection, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select datname as name from pg_database where datname like 'tugevus\\_te%'",
    )
    for (const { name } of rows) {
      const pid = Number(/^tugevus_te(?:mplate|st)_(\d+)/.exec(name)?.[1])
      if (pid && !isAlive(pid)) await drop(client, name)
    }
    return versionOf(client)
  })
  async function end() {
    await withClient(connection, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        'select datname as name from pg_database where datname = $1 or starts_with(datname, $2)',
        [templateName(process.pid), copyPrefix(process.pid)],
      )
      for (const { name } of rows) await drop(client, name)
    })
  }
  return { connection, version, where: 'the server of TEST_DATABASE_URL', end }
}

/** A cluster of its own for every run; it is thrown away at the end. */
async function startServer(): Promise<TestServer> {
  await sweepFolders()
  const dataDir = join(tmpdir(), `${folderPrefix}${process.pid}`)
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const server = await startPostgres({ dataDir, durable: false, autovacuum: false })
  const version = await withClient(server.connection, versionOf)
  async function end() {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { connection: server.connection, version, where: 'its own embedded server', end }
}

async function versionOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  return rows[0]?.server_version ?? 'of an unknown version'
}

async function drop(client: pg.Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
}

async function sweepFolders(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((found) => found.startsWith(folderPrefix))) {
    const folder = join(tmpdir(), name)
    try {
      if (lstatSync(folder).uid !== process.getuid?.()) continue
      await discardPostgres(folder)
      rmSync(folder, { recursive: true, force: true })
    } catch (error) {
      if (error instanceof DataFolderInUseError) continue
      console.warn(`${folder} of an earlier run stays: ${error instanceof Error ? error.message : error}`)
    }
  }
}
