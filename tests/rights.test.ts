/**
 * The rights matrix: what every room declares of routes, tables and store functions is read and tried with every role, on somebody in sight, on somebody of the same
 * organisation, and on a stranger. What is not declared fails.
 */
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rooms as allRooms } from '../src/app.ts'
import { roles, withActor, type Acting, type Actor, type Role } from '../src/platform/actor.ts'
import { readConfig } from '../src/platform/config.ts'
import type { Relation, TableRight } from '../src/platform/room.ts'
import { openHouse, type House } from './setup/house.ts'
import { seedPeople, type SeededPeople } from './setup/people.ts'
import { storeCalls } from './rights.calls.ts'

let house: House
let people: SeededPeople
let owner: pg.Client
const rooms = allRooms({ config: readConfig({ TUGEVUS_DEV: '1' }) })
const src = fileURLToPath(new URL('../src', import.meta.url))

beforeAll(async () => {
  house = await openHouse({ rooms: rooms.filter((room) => room.name !== 'access' || true) })
  people = await seedPeople(house)
  owner = new pg.Client(house.database.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

/** Every actor the matrix tries: each role of the first organisation, and its jobs. */
const actors = [...roles, 'system'] as const
type Whose = 'sight' | 'organisation' | 'foreign'

describe('tables', () => {
  const declared = new Map<string, TableRight>(rooms.flatMap((room) => Object.entries(room.rights.tables)))

  test('every table is declared, and nothing else is', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname in ('platform', 'access', 'people', 'tasks', 'support') order by 1`)
    expect([...declared.keys()].sort()).toEqual(rows.map((row) => row.name))
  })

  test('about people hold something about each of the three, so that not seeing means something', async () => {
    const empty: string[] = []
    for (const table of await personTables()) {
      const { rows } = await owner.query(
        `select count(distinct ${personColumn(table)})::int as n from ${table} where ${personColumn(table)} = any ($1)`,
        [[people.mine.id, people.colleagues.id, people.foreign.id]],
      )
      if (rows[0].n < 3) empty.push(table)
    }
    expect(empty).toEqual([])
  })

  test.each(actors)('%s sees, changes and erases by raw SQL what is declared, and no more', async (role) => {
    const wrong: string[] = []
    for (const table of await personTables()) {
      const right = declared.get(table)?.[role] ?? {}
      for (const [whose, person] of ofWhom()) {
        const where = sql`${sql.ref(personColumn(table))} = ${person}`
        const tried = await trying(role, async (act) => {
          const seen = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where ${where}`.execute(act.tx)
          return Number(seen.rows[0]?.n ?? 0) > 0
        })
        judge(wrong, `${role} sees ${whose} rows of ${table}`, tried, covers(right.see, whose))
        const erased = await trying(role, async (act) => {
          const gone = await sql`delete from ${sql.table(table)} where ${where}`.execute(act.tx)
          return (gone.numAffectedRows ?? 0n) > 0n
        })
        judge(wrong, `${role} erases ${whose} rows of ${table}`, erased, covers(right.erase, whose))
        const columns = await changeable(table)
        const changed = await anyOf(columns, (column) =>
          trying(role, async (act) => {
            const done = await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} where ${where}`.execute(act.tx)
            return (done.numAffectedRows ?? 0n) > 0n
          }),
        )
        judge(wrong, `${role} changes ${whose} rows of ${table}`, changed, covers(right.change, whose))
      }
    }
    expect(wrong).toEqual([])
  })

  test.each(actors)('%s adds by raw SQL what is declared, and no more', async (role) => {
    const wrong: string[] = []
    for (const table of await personTables()) {
      // A person's id is entered once; whose it is, is decided then.
      if (table === 'people.entry') continue
      const right = declared.get(table)?.[role] ?? {}
      for (const [whose, person] of ofWhom()) {
        const { rows } = await owner.query(`select row_to_json(t) as row from ${table} t where ${personColumn(table)} = $1 limit 1`, [person])
        const columns = await insertable(table)
        const row = JSON.stringify(rows[0].row)
        const added = await trying(
          role,
          async (act) => {
            const names = sql.join(columns.map((column) => sql.ref(column)))
            await sql`insert into ${sql.table(table)} (${names}) select ${names} from json_populate_record(null::${sql.table(table)}, ${row}::json)`.execute(act.tx)
            return true
          },
          // Row-level security refuses before the unique key does: a double that got that far was allowed in.
          ['23505'],
        )
        judge(wrong, `${role} adds ${whose} rows to ${table}`, added, covers(right.add, whose))
      }
    }
    expect(wrong).toEqual([])
  })

  test('that open doors are out of reach of everybody who acts in a room', async () => {
    const wrong: string[] = []
    for (const table of ['session', 'code', 'passkey', 'totp', 'recovery_code']) {
      for (const role of actors) {
        const seen = await trying(role, async (act) => {
          await sql`select 1 from ${sql.table(`access.${table}`)} limit 1`.execute(act.tx)
          return true
        })
        if (seen) wrong.push(`${role} reaches access.${table}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('without an actor show nothing', async () => {
    for (const table of await personTables()) {
      const seen = await house.ground.web.transaction().execute(async (tx) => {
        await sql`set local role tugevus_app`.execute(tx)
        return sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx)
      })
      expect(Number(seen.rows[0]?.n), table).toBe(0)
    }
    await expect(sql`select 1 from people.person`.execute(house.ground.web)).rejects.toThrow(/permission denied/)
  })

  async function personTables(): Promise<string[]> {
    const { rows } = await owner.query<{ name: string }>(`
      select distinct table_schema || '.' || table_name as name from information_schema.columns
       where table_schema in ('people', 'tasks', 'support') and (column_name = 'person_id' or (table_name = 'person' and column_name = 'id')) order by 1`)
    return rows.map((row) => row.name)
  }

  async function changeable(table: string): Promise<string[]> {
    return granted(table, 'UPDATE')
  }
  async function insertable(table: string): Promise<string[]> {
    return granted(table, 'INSERT')
  }
  async function granted(table: string, privilege: string): Promise<string[]> {
    const [schema, name] = table.split('.')
    const { rows } = await owner.query<{ name: string }>(
      `select column_name as name from information_schema.column_privileges
        where grantee = 'tugevus_app' and table_schema = $1 and table_name = $2 and privilege_type = $3 order by 1`,
      [schema, name, privilege],
    )
    return rows.map((row) => row.name)
  }
})

describe('routes', () => {
  const anyone = rooms.flatMap((room) => Object.entries(room.rights.routes).map(([key, right]) => ({ key, right })))

  test('there are none without a declaration', () => {
    const undeclared = rooms.flatMap((room) =>
      room.routes.routes
        .map(({ method, path }) => `${method} ${path}`)
        .filter((key) => !(key in room.rights.routes))
        .map((key) => `${room.name}: ${key}`),
    )
    expect(undeclared).toEqual([])
  })

  test('answer nobody who is not signed in, but what is for anyone', async () => {
    const wrong: string[] = []
    for (const { key, right } of anyone) {
      if (right.who.includes('anyone')) continue
      const answer = await ask(key, people.mine.code)
      if (answer.status !== 303 || !answer.headers.get('location')?.startsWith('/sign-in')) wrong.push(`${key}: ${answer.status}`)
    }
    expect(wrong).toEqual([])
  })

  test.each(roles)('answer a %s where declared, and as if they were not there elsewhere', async (role) => {
    const wrong: string[] = []
    for (const { key, right } of anyone) {
      if (right.who.includes('anyone')) continue
      const may = right.who.includes('signed-in') || right.who.includes(role)
      // What would end this very session is tried by its own tests.
      if (may && /sign-out|leave|erase|sessions/.test(key)) continue
      const mine = await ask(key, people.mine.code, role)
      if (!may && mine.status !== 404) wrong.push(`${role} ${key}: ${mine.status} instead of 404`)
      if (may && mine.status >= 500) wrong.push(`${role} ${key}: ${mine.status}`)
      if (!right.person) continue
      if (may && mine.status === 404 && key.startsWith('GET') && !/:(?!code)/.test(key)) wrong.push(`${role} ${key}: 404 for somebody in sight`)
      const strangers = role === 'lead' ? [people.foreign] : [people.colleagues, people.foreign]
      for (const stranger of strangers) {
        const answer = await ask(key, stranger.code, role)
        if (answer.status !== 404) wrong.push(`${role} ${key} of a stranger: ${answer.status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('that see a person want a second factor from staff', async () => {
    const weak = await house.signIn('coordinator', { strong: false })
    for (const { key, right } of anyone) {
      if (!right.person || !right.who.includes('coordinator')) continue
      const answer = await ask(key, people.mine.code, { cookie: weak })
      expect(`${key} ${answer.status} ${answer.headers.get('location')}`).toBe(`${key} 303 /account/second-step`)
    }
  })

  function ask(key: string, code: string, as?: Role | { cookie: string }): Promise<Response> {
    const [method = 'GET', pattern = '/'] = key.split(' ')
    const path = pattern
      .replace(/:code(\{[^}]*\})?/g, code)
      .replace(/:id(\{[^}]*\})?/g, '00000000-0000-4000-8000-000000000000')
      .replace(/:[a-z]+(\{[^}]*\})?/gi, 'x')
    return house.request(path, { as, method, ...(method === 'POST' ? { form: {} } : {}) })
  }
})

describe('store functions', () => {
  const declared = new Map(rooms.flatMap((room) => Object.entries(room.rights.stores)))

  test('are all declared, and each has its call here', async () => {
    const exported: string[] = []
    for (const path of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.store.ts')) continue
      const module: Record<string, unknown> = await import(pathToFileURL(join(src, path)).href)
      for (const [name, value] of Object.entries(module)) {
        if (typeof value === 'function' && value.constructor.name === 'AsyncFunction') exported.push(`${relative('.', path)} ${name}`)
      }
    }
    expect([...declared.keys()].sort()).toEqual(exported.sort())
    const aboutPeople = exported.filter((key) => declared.get(key)?.every((who) => who !== 'signin' && who !== 'jobs'))
    expect(aboutPeople.filter((key) => !(key in storeCalls)).sort()).toEqual([])
  })

  test.each(actors)('come to nothing for a %s who may not', async (role) => {
    const wrong: string[] = []
    for (const [key, call] of Object.entries(storeCalls)) {
      const may = declared.get(key)?.includes(role) ?? false
      for (const [whose, person] of subjects()) {
        const inSight = whose === 'sight' || (whose === 'organisation' && (role === 'lead' || role === 'system'))
        if (may && inSight) continue
        const did = await trying(role, async (act) => something(await call(act, person, people)))
        if (did) wrong.push(`${role}: ${key} did something about ${whose === 'sight' ? 'somebody in another’s sight' : whose}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('do something for those who may, so that nothing means something', async () => {
    const dead: string[] = []
    for (const [key, call] of Object.entries(storeCalls)) {
      const allowed = declared.get(key) ?? []
      const results = await Promise.all(
        actors
          .filter((role) => allowed.includes(role))
          .map((role) => trying(role, async (act) => something(await call(act, people.mine, people)))),
      )
      if (!results.includes(true)) dead.push(key)
    }
    expect(dead).toEqual([])
  })

  /** Whether a call showed or did anything. */
  function something(result: unknown): boolean {
    if (result === undefined) return true
    if (result === null || result === false || result === 0) return false
    if (Array.isArray(result)) return result.length > 0
    if (result instanceof Map) return result.size > 0
    if (typeof result === 'object' && 'problem' in result) return result.problem === null
    if (typeof result === 'object') return Object.values(result).some((value) => (Array.isArray(value) ? value.length > 0 : something(value ?? null)))
    return true
  }

  function subjects(): [Whose, SeededPeople['mine']][] {
    return [
      ['sight', people.mine],
      ['organisation', people.colleagues],
      ['foreign', people.foreign],
    ]
  }
})

function ofWhom(): [Whose, string][] {
  return [
    ['sight', people.mine.id],
    ['organisation', people.colleagues.id],
    ['foreign', people.foreign.id],
  ]
}

function personColumn(table: string): string {
  return table === 'people.person' ? 'id' : 'person_id'
}

function covers(relation: Relation | undefined, whose: Whose): boolean {
  if (whose === 'foreign') return false
  if (relation === 'organisation') return true
  return whose === 'sight' && relation !== undefined
}

function judge(wrong: string[], what: string, is: boolean, should: boolean): void {
  if (is !== should) wrong.push(should ? `${what}: declared, but does not` : `${what}: not declared`)
}

async function anyOf<T>(list: readonly T[], test: (item: T) => Promise<boolean>): Promise<boolean> {
  for (const item of list) if (await test(item)) return true
  return false
}

/** Runs as a role of the first organisation and takes everything back. A refusal of the database counts as "did nothing". */
async function trying(
  role: Role | 'system',
  work: (act: Acting) => Promise<boolean>,
  reached: readonly string[] = [],
): Promise<boolean> {
  const actor: Actor = house.actor(role)
  let did = false
  try {
    await withActor(house.ground, actor, async (act) => {
      did = await work(act)
      throw new TakenBack()
    })
  } catch (error) {
    if (error instanceof TakenBack) return did
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (reached.includes(code)) return true
    // Not allowed by grant or policy; a foreign key that does not see its row; anything else is a fault of the test.
    if (['42501', '23503'].includes(code)) return false
    throw error
  }
  return did
}

class TakenBack extends Error {
  override name = 'TakenBack'
}
