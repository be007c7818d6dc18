import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from './setup/database.ts'

/** From the top down. Rooms on one floor stand side by side and do not import each other. */
const floors: string[][] = [
  [
    'app',
    'main',
    'cli',
    'start',
    'import.command',
    'sign-in-link.command',
    'backup.command',
    'key.command',
    'simulate.command',
    'for-operator',
  ],
  ['simulation'],
  ['desk', 'site'],
  ['insight'],
  ['partners', 'placement'],
  ['learning'],
  ['support', 'communities'],
  ['instruments', 'tasks'],
  ['people'],
  ['access'],
  ['platform'],
]
const src = fileURLToPath(new URL('../src', import.meta.url))

function floorOf(room: string): number {
  return floors.findIndex((floor) => floor.includes(room))
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))
}

function roomOf(path: string): string {
  const [first = ''] = relative(src, path).split(/[\\/]/)
  return first.replace(/\.tsx?$/, '')
}

/** Import and export statements, dynamic imports and module declarations, with their lines. */
function importsOf(path: string): { line: number; target: string; text: string }[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      const match = /(?:from|import|declare module)\s*\(?\s*'(\.[^']+)'/.exec(text)
      return match?.[1]
        ? [{ line: index + 1, target: resolve(dirname(path), match[1]), text: text.trim() }]
        : []
    })
}

export function wrongImports(files: readonly string[]): string[] {
  return files.flatMap((path) => {
    const from = roomOf(path)
    return importsOf(path).flatMap(({ line, target, text }) => {
      const to = roomOf(target)
      if (to === from) return []
      const where = `${relative(src, path)}:${line}: ${text}`
      if (!target.startsWith(src)) return [`${where}\n  the program does not import from outside src/`]
      if (floorOf(to) < 0 || floorOf(from) < 0)
        return [`${where}\n  ${floorOf(to) < 0 ? to : from} stands on no floor`]
      if (floorOf(from) === 0 && floorOf(to) === 0) return []
      return floorOf(to) > floorOf(from)
        ? []
        : [`${where}\n  imports go down only: ${from} may not know ${to}`]
    })
  })
}

describe('the floors of the house', () => {
  const files = sources(src)

  test('imports go down only', () => {
    expect(files.length).toBeGreaterThan(20)
    expect(wrongImports(files)).toEqual([])
  })

  test('an import that goes up would be found', () => {
    // This very test must be able to fail: people/ is looked at as if it stood below everything it imports.
    const people = files.filter((path) => roomOf(path) === 'people')
    const wasAt = floorOf('people')
    const [moved] = floors.splice(wasAt, 1)
    floors.push(moved ?? [])
    const found = wrongImports(people)
    floors.pop()
    floors.splice(wasAt, 0, moved ?? [])
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('the floors of the database', () => {
  let client: pg.Client
  beforeAll(async () => {
    const database = await freshDatabase()
    client = new pg.Client(database.connection)
    await client.connect()
  })
  afterAll(() => client.end())

  test('policies, views, functions and keys reach down only', async () => {
    // What a policy, a rule of a view or a function with a parsed body needs is in pg_depend; foreign keys in pg_constraint.
    const { rows } = await client.query<{ kind: string; thing: string; from: string; to: string }>(`
      select 'policy ' || p.polname as kind, c.relname as thing, cn.nspname as from, rn.nspname as to
        from pg_policy p
        join pg_class c on c.oid = p.polrelid join pg_namespace cn on cn.oid = c.relnamespace
        join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_class'::regclass
        join pg_class r on r.oid = d.refobjid join pg_namespace rn on rn.oid = r.relnamespace
      union all
      select 'policy ' || p.polname, c.relname, cn.nspname, fn.nspname
        from pg_policy p
        join pg_class c on c.oid = p.polrelid join pg_namespace cn on cn.oid = c.relnamespace
        join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_proc'::regclass
        join pg_proc f on f.oid = d.refobjid join pg_namespace fn on fn.oid = f.pronamespace
      union all
      select 'view', v.relname, vn.nspname, rn.nspname
        from pg_rewrite w join pg_class v on v.oid = w.ev_class join pg_namespace vn on vn.oid = v.relnamespace
        join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid and d.refclassid = 'pg_class'::regclass
        join pg_class r on r.oid = d.refobjid join pg_namespace rn on rn.oid = r.relnamespace
      union all
      select 'foreign key', c.relname, cn.nspname, rn.nspname
        from pg_constraint k
        join pg_class c on c.oid = k.conrelid join pg_namespace cn on cn.oid = c.relnamespace
        join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
       where k.contype = 'f'`)
    const ours = rows.filter((row) => floorOf(row.from) >= 0 && floorOf(row.to) >= 0 && row.from !== row.to)
    expect(ours.length).toBeGreaterThan(10)
    const wrong = ours.filter((row) => floorOf(row.to) <= floorOf(row.from))
    expect(wrong.map((row) => `${row.kind} of ${row.from}.${row.thing} reaches up to ${row.to}`)).toEqual([])
  })

  test('every table has row-level security, forced', async () => {
    const { rows } = await client.query<{ name: string }>(`
      select n.nspname || '.' || c.relname as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'pgboss')
         and not (c.relrowsecurity and c.relforcerowsecurity)`)
    expect(rows).toEqual([])
  })

  test('every table has a policy that lets the backup read it', async () => {
    const { rows } = await client.query<{ name: string }>(`
      select n.nspname || '.' || c.relname as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'pgboss', 'public')
         and not exists (
           select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('r', '*')
             and 'tugevus_backup'::regrole = any (p.polroles) and pg_get_expr(p.polqual, p.polrelid) = 'true')`)
    expect(rows).toEqual([])
  })

  test('no role that serves requests is above the rules', async () => {
    const { rows } = await client.query<{ name: string }>(`
      select rolname as name from pg_roles where rolname in ('tugevus_app', 'tugevus_web', 'tugevus_signin', 'tugevus_jobs', 'tugevus_backup')
         and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`)
    expect(rows).toEqual([])
    const owned = await client.query(`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
       where r.rolname like 'tugevus\\_%' and r.rolname <> 'tugevus_owner' and n.nspname <> 'pgboss'`)
    expect(owned.rows).toEqual([])
  })
})
