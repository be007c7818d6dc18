/** From the environment to a ground one can stand on: database server, migrations, keys. */
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { systemClock, type Clock } from './clock.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { connectionOf, type Connection } from './database.ts'
import { openGround, type Ground } from './ground.ts'
import { openLog, type Log } from './log.ts'
import { noteKey, openKeys } from './master-key.ts'
import { migrate } from './migrate.ts'
import { connectOrStart, defaultDataDir, startPostgres } from './postgres.ts'

type Environment = Record<string, string | undefined>

export type OpenGround = { ground: Ground; dataDir: string; close(): Promise<void> }

const projectDir = fileURLToPath(new URL('../..', import.meta.url))

export type OpenOptions = { clock?: Clock; log?: Log; dataDir?: string; durable?: boolean }

/**
 * @param use `own`: this program is the platform, and a second one on the same folder is refused; `visit`: a command, which uses the
 * running platform's server where there is one
 */
export async function openFromEnvironment(
  env: Environment,
  use: 'own' | 'visit',
  options: OpenOptions = {},
): Promise<OpenGround> {
  const { config, log, dataDir, database, stop } = await openOwner(env, use, options)
  try {
    const keys = await openKeys(config, dataDir, database)
    const applied = await migrate(database, keys.password)
    await noteKey(database, keys.id)
    if (applied.length > 0) log.info({ applied }, 'database brought up to date')
    const ground = openGround({
      config,
      dataDir,
      clock: options.clock ?? systemClock,
      keys,
      log,
      database,
    })
    return {
      ground,
      dataDir,
      async close() {
        await ground[Symbol.asyncDispose]()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

export type OpenOwner = {
  config: Config
  log: Log
  dataDir: string
  /** As its owner reaches it; nothing has been looked at or changed in it. */
  database: Connection
  stop(): Promise<void>
}

/** Only the database server, as the environment says, for what comes before there is a ground: restoring. */
export async function openOwner(
  env: Environment,
  use: 'own' | 'visit',
  options: OpenOptions = {},
): Promise<OpenOwner> {
  const config = readConfig(env)
  const log = options.log ?? openLog(config.log)
  const dataDir = options.dataDir ?? defaultDataDir(projectDir, env)
  const { database, stop } = await openDatabase(config, dataDir, use, log, options.durable ?? true)
  return { config, log, dataDir, database, stop }
}

async function openDatabase(
  config: Config,
  dataDir: string,
  use: 'own' | 'visit',
  log: Log,
  durable: boolean,
): Promise<{ database: Connection; stop(): Promise<void> }> {
  if (config.databaseUrl !== undefined) {
    const database = connectionOf(config.databaseUrl)
    await reach(database)
    return { database, stop: async () => {} }
  }
  const options = {
    dataDir,
    durable,
    log: { info: (text: string) => log.debug(text), warn: (text: string) => log.warn(text) },
    // Without its database the platform can only end: whoever supervises it starts it again.
    onLost: (error: Error) => {
      log.error({ error: error.message }, 'the database server was lost')
      process.kill(process.pid, 'SIGTERM')
    },
  }
  const server = use === 'own' ? await startPostgres(options) : await connectOrStart(options)
  return { database: server.connection, stop: () => server.stop() }
}

/** An unreachable server gets one clear sentence instead of a driver's error. */
async function reach(database: Connection): Promise<void> {
  const client = new pg.Client({ ...database, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    const reason =
      error instanceof Error ? error.message || ('code' in error ? String(error.code) : '') : String(error)
    throw new ConfigError(
      `DATABASE_URL leads to no database that answers (${database.host}:${database.port}, database ${database.database}): ${reason}`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}
