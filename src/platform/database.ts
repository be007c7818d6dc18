/**
 * The way to PostgreSQL: pools for the database roles, and Kysely over them. Each store adds its tables to `Database` by
 * `declare module`, so that the ground knows the types of all rooms without importing one of them.
 */
import {
  CamelCasePlugin,
  Kysely,
  PostgresDialect,
  sql,
  type PostgresPool,
  type PostgresPoolClient,
  type Transaction,
} from 'kysely'
import pg from 'pg'
import { Temporal } from './day.ts'

/** Tables as `'room.table'`. Stores extend it. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Database {}

export type Tx = Transaction<Database>

export type Connection = {
  host: string
  port: number
  database: string
  user: string
  password?: string
  ssl?: boolean
}

// pg would write Temporal values as JSON, with quotes: give it the plain text.
for (const type of [Temporal.PlainDate, Temporal.Instant]) {
  Object.defineProperty(type.prototype, 'toPostgres', {
    value(this: { toString(): string }) {
      return this.toString()
    },
    configurable: true,
  })
}

const parsers: Record<number, (text: string) => unknown> = {
  1082: readDay,
  1184: readMoment,
  // bigint: our counts and sequence numbers stay far below 2^53.
  20: Number,
}

/** `2026-01-10`. Put together from its numbers: reading any text that may be a date takes ten times as long, and every row has some. */
export function readDay(text: string): Temporal.PlainDate {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  return parts
    ? new Temporal.PlainDate(Number(parts[1]), Number(parts[2]), Number(parts[3]))
    : Temporal.PlainDate.from(text)
}

/** `2026-01-10 08:30:00.123456+00`; the connection's time zone is UTC. */
export function readMoment(text: string): Temporal.Instant {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(text)
  if (!parts) return Temporal.Instant.from(text.replace(' ', 'T'))
  const milliseconds = Date.parse(`${parts[1]}T${parts[2]}Z`)
  const micros = (parts[3] ?? '').padEnd(6, '0')
  return new Temporal.Instant(BigInt(milliseconds) * 1_000_000n + BigInt(micros) * 1000n)
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    const parser = format === 'binary' ? undefined : parsers[oid]
    if (parser) return parser
    if (oid === 1182) throw new TypeError('arrays of dates are not read; select rows instead')
    return pg.types.getTypeParser(oid, format)
  }) as typeof pg.types.getTypeParser,
}

export function openPool(connection: Connection, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max,
    types,
    // Days of the database's own clock are never used, but a moment must not be shifted by the server's settings.
    options: '-c TimeZone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000',
  })
  // A connection that breaks while idle is replaced by the pool; without a listener Node would end the program.
  pool.on('error', () => {})
  return pool
}

export function openKysely(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: planning(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** So many different statements are planned once; what a list makes longer by one is another one, and these never end. */
const mostNames = 600

/**
 * Gives each statement a name, so that a connection plans it once and not at every request: under row-level security planning takes as long as
 * the statement itself (docs/decisions/047-named-statements.md). A plan is only used for the role it was made for.
 */
function planning(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostNames) return known
    const name = `s${names.size}`
    names.set(text, name)
    return name
  }
  return {
    options: {},
    end: () => pool.end(),
    async connect(): Promise<PostgresPoolClient> {
      const client = await pool.connect()
      return new Proxy(client, {
        get(target, key) {
          if (key !== 'query') return Reflect.get(target, key)
          return (text: string, values: readonly unknown[]) => {
            const name = nameOf(text)
            return target.query({ ...(name === undefined ? {} : { name }), text, values: [...values] })
          }
        },
      })
    },
  }
}

/** Something that is done as the owner of the database, over a connection of its own: never for a request. */
export async function withOwner<T>(owner: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(owner)
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** From `postgres://user:password@host:port/database?sslmode=require`; `host` may be a socket folder in the query. */
export function connectionOf(address: string): Connection {
  const url = new URL(address)
  const password = decodeURIComponent(url.password)
  return {
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname || 'localhost'),
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    user: decodeURIComponent(url.username) || 'postgres',
    ...(password ? { password } : {}),
    ...(['require', 'verify-ca', 'verify-full'].includes(url.searchParams.get('sslmode') ?? '')
      ? { ssl: true }
      : {}),
  }
}

export { sql }
