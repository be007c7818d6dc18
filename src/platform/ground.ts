/**
 * What every room stands on: configuration, clock, keys, log, and the ways to the database. Made once by `main.ts`, by each command and
 * by each test; handed down, never global.
 */
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { openKysely, openPool, type Connection, type Database } from './database.ts'
import type { Moment } from './day.ts'
import type { Keys } from './keys.ts'
import type { Log } from './log.ts'
import type { LoginRole } from './migrate.ts'

export type Ground = AsyncDisposable & {
  config: Config
  /** Where the key is, and backups if not told otherwise. */
  dataDir: string
  clock: Clock
  keys: Keys
  log: Log
  /** Requests act over this one, through `withActor` only: by itself its login may do nothing. */
  web: Kysely<Database>
  /** Reaches accounts, sessions and codes; used by `access/` alone. */
  signin: Kysely<Database>
  /** Mail to be sent, audit to be sealed, the list of organisations; no records of people. */
  jobs: Kysely<Database>
  /** When each loop of this program last came round, by name; for `/ready`. */
  beats: Map<string, Moment>
  /** How to reach the database in a login role, for pg-boss and backups. */
  connectionAs(role: LoginRole): Connection
}

export function openGround(parts: {
  config: Config
  dataDir: string
  clock: Clock
  keys: Keys
  log: Log
  /** The database, as its owner reaches it. */
  database: Connection
}): Ground {
  const { config, dataDir, clock, keys, log, database } = parts
  const connectionAs = (role: LoginRole): Connection => ({
    ...database,
    user: role,
    password: keys.password(role),
  })
  const pools: pg.Pool[] = []
  const open = (role: LoginRole, max: number) => {
    const pool = openPool(connectionAs(role), max)
    pools.push(pool)
    return openKysely(pool)
  }
  return {
    config,
    dataDir,
    clock,
    keys,
    log,
    web: open('tugevus_web', 10),
    signin: open('tugevus_signin', 4),
    jobs: open('tugevus_jobs', 3),
    beats: new Map(),
    connectionAs,
    async [Symbol.asyncDispose]() {
      await Promise.all(pools.map((pool) => pool.end()))
    },
  }
}
