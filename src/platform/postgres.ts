/**
 * The embedded database: a real PostgreSQL server that belongs to one data folder, started, watched and stopped by us.
 *
 * The server is a process of its own and outlives a program that is killed; the next start finds it by its
 * `postmaster.pid` and goes on with it. That file is PostgreSQL's own guard of the data and is never removed here.
 */
import { rmSync, rmdirSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Connection } from './database.ts'
import { postgresBinaries } from './postgres.binaries.ts'
import {
  PostgresStartError,
  ensureCluster,
  openDataFolder,
  openSocketFolder,
  ownerPassword,
  ownerRole,
  serverOf,
  socketFolderName,
  type Cluster,
} from './postgres.cluster.ts'
import { DataFolderInUseError, holdFolder, holderOf } from './postgres.lock.ts'
import {
  ask,
  freePort,
  isRunning,
  launch,
  serverArguments,
  stopServer,
  watch,
  type Place,
  type Teller,
} from './postgres.server.ts'

export { defaultDataDir, PostgresStartError } from './postgres.cluster.ts'
export { DataFolderInUseError }

export type EmbeddedPostgres = {
  /** As the owner of everything: for migrations, never for a request. */
  connection: Connection
  /** The same as an address, for another database where one is named. */
  url(database?: string): string
  /** A server that an earlier, killed program left running was taken over. */
  adopted: boolean
  /** Another program owns the server; `stop` leaves it running. */
  borrowed: boolean
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk when it returns. */
  stop(): Promise<void>
}

export type PostgresOptions = {
  dataDir: string
  log?: Teller
  /** false is for tests only: a loss of power may then lose or damage data. */
  durable?: boolean
  /** false is for tests only: its workers on a template database make copying it wait. Without it plans are made from no figures. */
  autovacuum?: boolean
  /** The server ended and could not be started again. */
  onLost?: (error: Error) => void
  /** Loopback is for systems without unix sockets. */
  transport?: 'socket' | 'loopback'
}

/** The database everything is in. */
const databaseName = 'tugevus'

const silent: Teller = { info() {}, warn() {} }

/**
 * Starts the server of a data folder, which is made where there is none, or takes over the one a killed program left.
 *
 * @throws DataFolderInUseError while another program owns the folder
 * @throws PostgresStartError, NoPostgresError with a sentence for the operator
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = openDataFolder(options.dataDir)
  const release = holdFolder(cluster.dataDir)
  try {
    return await start(cluster, options, release)
  } catch (error) {
    release()
    throw error
  }
}

/**
 * For commands: uses the running server of the program that owns the folder, or starts one for the time of the command.
 * A server that is started this way stays up until the last command that uses it has ended.
 *
 * @throws as startPostgres, and PostgresStartError when the owner's server does not answer within 60 seconds
 */
export async function connectOrStart(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = openDataFolder(options.dataDir)
  const end = Date.now() + 60_000
  for (;;) {
    if (holderOf(cluster.dataDir)) {
      const borrowed = await borrow(cluster)
      if (borrowed) return borrowed
    } else {
      try {
        const server = await startPostgres(options)
        return {
          ...server,
          async stop() {
            await untilAlone(server.connection)
            await server.stop()
          },
        }
      } catch (error) {
        // Another command was quicker: use its server.
        if (!(error instanceof DataFolderInUseError)) throw error
      }
    }
    if (Date.now() > end) {
      throw new PostgresStartError(
        `The database of the running program in ${cluster.dataDir} does not answer.`,
      )
    }
    await sleep(100)
  }
}

async function borrow(cluster: Cluster): Promise<EmbeddedPostgres | undefined> {
  const running = serverOf(cluster)
  if (!running) return undefined
  const connection = connectionTo(cluster, running)
  // Kept open all the time: it is what the owner sees of us.
  const session = new pg.Client(connection)
  session.on('error', () => {})
  try {
    await session.connect()
  } catch {
    return undefined
  }
  return { ...reachable(connection), adopted: false, borrowed: true, stop: () => session.end() }
}

async function untilAlone(connection: Connection): Promise<void> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  try {
    await client.connect()
    const others = `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`
    while ((await client.query(others)).rowCount) await sleep(50)
  } catch {
    // A server that does not answer any more has no users either.
  } finally {
    await client.end().catch(() => {})
  }
}

async function start(
  cluster: Cluster,
  options: PostgresOptions,
  release: () => void,
): Promise<EmbeddedPostgres> {
  const tell = options.log ?? silent
  const durable = options.durable ?? true
  const loopback =
    (options.transport ?? (process.platform === 'win32' ? 'loopback' : 'socket')) === 'loopback'
  const binaries = await postgresBinaries(cluster.account)
  await ensureCluster(cluster, binaries, durable)

  const left = serverOf(cluster)
  const place = loopback
    ? { host: '127.0.0.1', port: left?.host === '127.0.0.1' ? left.port : await freePort() }
    : { host: openSocketFolder(cluster), port: 5432 }
  const command = [
    binaries.postgres,
    ...serverArguments(cluster, place, { durable, autovacuum: options.autovacuum ?? true }),
  ]
  const connection = connectionTo(cluster, place)
  const anyDatabase = { ...connection, database: 'postgres' }

  const adopted =
    left !== undefined && isRunning(left.pid, cluster, command) && (await ask(anyDatabase)) === 'ready'
  // One that was started in another way, or does not answer, is stopped cleanly first.
  if (left && !adopted) await stopServer(left.pid, cluster, binaries)
  let pid = adopted ? left.pid : await launch(cluster, command, anyDatabase, tell)
  await ensureDatabase(anyDatabase)
  const stopWatching = watch(
    () => pid,
    async () => {
      tell.warn('the database server has ended unexpectedly; starting it again')
      pid = await launch(cluster, command, anyDatabase, tell)
    },
    options.onLost ?? ((lost) => tell.warn(lost.message)),
  )

  async function stop() {
    await stopWatching()
    await stopServer(pid, cluster, binaries)
    if (!loopback) removeIfEmpty(place.host)
    release()
  }
  let stopped: Promise<void> | undefined
  return { ...reachable(connection), adopted, borrowed: false, stop: () => (stopped ??= stop()) }
}

/**
 * Ends a server at once and removes its cluster with everything in it: for tests and thrown-away demonstrations.
 *
 * @throws DataFolderInUseError while a program owns it
 */
export async function discardPostgres(dataDir: string): Promise<void> {
  const cluster = openDataFolder(dataDir)
  const release = holdFolder(cluster.dataDir)
  try {
    const left = serverOf(cluster)
    // The folder goes only after the process: a dying server still writes files.
    if (left) await stopServer(left.pid, cluster, await postgresBinaries(cluster.account), 'immediate')
    rmSync(cluster.folder, { recursive: true, force: true })
    for (const file of [cluster.log, `${cluster.log}.1`, cluster.passwordFile]) rmSync(file, { force: true })
    // A server that was killed has left its socket in there.
    if (left && basename(left.host) === socketFolderName(cluster))
      rmSync(left.host, { recursive: true, force: true })
  } finally {
    release()
  }
}

function connectionTo(cluster: Cluster, { host, port }: Place): Connection {
  return {
    host,
    port,
    database: databaseName,
    user: ownerRole,
    ...(host.startsWith('/') ? {} : { password: ownerPassword(cluster) }),
  }
}

function reachable(connection: Connection): Pick<EmbeddedPostgres, 'connection' | 'url'> {
  return {
    connection,
    url(database = connection.database) {
      const { host, port, user, password } = connection
      const account = password === undefined ? user : `${user}:${encodeURIComponent(password)}`
      return host.startsWith('/')
        ? `postgresql://${account}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
        : `postgresql://${account}@${host}:${port}/${database}`
    },
  }
}

async function ensureDatabase(connection: Connection): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(databaseName)}`)
  } finally {
    await client.end()
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Something else lies in it; the next start uses it as it is.
  }
}
