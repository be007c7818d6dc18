/**
 * A backup of a whole house comes back as it was: every table, while people work; and where it cannot, nothing is kept and one sentence
 * says why.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealAudit, verifyAudit } from '../src/platform/audit.seal.ts'
import { checkBackup } from '../src/platform/backup.check.ts'
import { openBackup } from '../src/platform/backup.format.ts'
import { restoreBackup } from '../src/platform/backup.restore.ts'
import { takeBackup, type Taken } from '../src/platform/backup.take.ts'
import type { Connection } from '../src/platform/database.ts'
import { openGround } from '../src/platform/ground.ts'
import { deriveKeys, type Keys } from '../src/platform/keys.ts'
import { migrate } from '../src/platform/migrate.ts'
import { blockSize, copyOut } from '../src/platform/postgres.copy.ts'
import { emptyDatabase, freshDatabase, testKeys, type TestDatabase } from './setup/database.ts'
import { openMatrix, type Matrix } from './setup/matrix.ts'
import { fillRows, tablesOf } from './setup/rows.ts'
import { withClient } from './setup/server.ts'

let folder: string
let matrix: Matrix
let file: string
let taken: Taken
/** What the house held when it was taken. */
let whole: Record<string, string[]>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tugevus-backup-'))
  matrix = await openMatrix()
  await fillRows(matrix)
  await matrix.owner.query('delete from platform.audit_seal')
  await sealAudit(matrix.house.ground.jobs, testKeys, matrix.house.clock.now())
  file = join(folder, 'whole.backup')
  taken = await backUp(file)
  whole = await contents(matrix.house.database.connection)
})
afterAll(async () => {
  await matrix.close()
  rmSync(folder, { recursive: true, force: true })
})

async function backUp(to: string): Promise<Taken> {
  const { database, clock } = matrix.house
  const backup = database.connectionAs('tugevus_backup')
  const blocks: Buffer[] = []
  const write = async (bytes: Buffer) => void blocks.push(bytes)
  const done = await takeBackup({ backup, keys: testKeys, now: clock.now(), program: '0.1.0' }, write)
  writeFileSync(to, Buffer.concat(blocks))
  return done
}

async function restore(from: string, into: TestDatabase, keys: Keys = testKeys) {
  const backup = await openBackup(from)
  try {
    return await restoreBackup(backup, { owner: into.connection, keys })
  } finally {
    await backup.close()
  }
}

/** Every row of every table, sorted; what only this server knows is left out. */
async function contents(connection: Connection): Promise<Record<string, string[]>> {
  return withClient(connection, async (client) => {
    const all: Record<string, string[]> = {}
    for (const { name } of await tablesOf(client)) {
      const { rows } = await client.query<{ row: string }>(
        `select (to_jsonb(t) - 'xact')::text as row from ${name} t order by 1`,
      )
      all[name] = rows.map(({ row }) => row)
    }
    return all
  })
}

/** Everything about the form of the tables: columns, keys, checks, policies, grants, defaults. */
async function form(connection: Connection): Promise<string[]> {
  return withClient(connection, async (client) => {
    const { rows } = await client.query<{ line: string }>(`
      select format('%s %s %s', c.oid::regclass, c.relrowsecurity, c.relforcerowsecurity) as line from pg_class c
        join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|pgboss)'
      union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where conrelid > 16384
      union all select format('%s %s %s %s', tablename, policyname, qual, with_check) from pg_policies
      union all select format('%s %s', indexname, indexdef) from pg_indexes where schemaname !~ '^(pg_|pgboss)'
      union all select format('%s %s %s', table_name, grantee, privilege_type) from information_schema.table_privileges
        where grantee like 'tugevus%' order by 1`)
    return rows.map(({ line }) => line)
  })
}

const isEmpty = (into: TestDatabase) =>
  withClient(into.connection, async (client) => {
    const { rows } = await client.query(
      "select from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'",
    )
    return rows.length === 0
  })

describe('a backup', () => {
  test('has every table, and every row of it', async () => {
    expect(Object.fromEntries(taken.tables.map(({ name, rows }) => [name, rows]))).toEqual(
      Object.fromEntries(Object.entries(whole).map(([name, rows]) => [name, rows.length])),
    )
    expect(taken.tables.filter(({ rows }) => rows === 0)).toEqual([])
  })

  test('goes on after rows that are larger than a block, whatever follows them', async () => {
    // As its text the row is larger than a block and not a whole number of them: it and the end of the table arrive as one.
    const client = new pg.Client(matrix.house.database.connection)
    await client.connect()
    try {
      for (const bytes of [blockSize, 3 * blockSize + 17]) {
        const rows = `select repeat('x', ${bytes}) from generate_series(1, 3)`
        const copied: number[] = []
        for await (const block of copyOut(client, `copy (${rows}) to stdout`)) copied.push(block.length)
        expect(copied.reduce((all, length) => all + length, 0)).toBe(3 * (bytes + 1))
        expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
      }
    } finally {
      await client.end()
    }
  })

  test('is refused where a table hides rows from it', async () => {
    await matrix.owner.query('drop policy backup on support.lapse')
    try {
      await expect(backUp(join(folder, 'hidden'))).rejects.toThrow('does not see every row of support.lapse')
    } finally {
      await matrix.owner.query(
        'create policy backup on support.lapse for select to tugevus_backup using (true)',
      )
    }
  })

  test('says in the clear when and with which key it was made, and nothing else', () => {
    const bytes = readFileSync(file)
    const line = bytes.subarray(0, bytes.indexOf('\n')).toString()
    expect(line).toMatch(
      /^tugevus-backup 1 \{"madeAt":"[^"]+","key":"[^"]{9}","program":"0\.1\.0","salt":"[^"]{44}"\} [0-9a-f]{16}$/,
    )
    for (const word of ['support.', 'Esimene', 'coordinator', '.sql'])
      expect([word, bytes.includes(word)]).toEqual([word, false])
  })

  test('of one moment, while others write', async () => {
    const { owner } = matrix
    await owner.query('create table platform.pair (id uuid, half integer)')
    await owner.query('grant select on platform.pair to tugevus_backup')
    let going = true
    let wrote = 0
    const writers = [0, 1, 2].map(() =>
      withClient(matrix.house.database.connection, async (client) => {
        while (going) {
          // Two rows that belong together, in one transaction: a picture has both or neither.
          await client.query('begin')
          const { rows } = await client.query(
            'insert into platform.pair values (gen_random_uuid(), 1) returning id',
          )
          await client.query('insert into platform.pair values ($1, 2)', [rows[0].id])
          await client.query('commit')
          wrote++
        }
      }),
    )
    while (wrote < 50) await new Promise((resolve) => setTimeout(resolve, 5))
    const paired = join(folder, 'pairs.backup')
    const before = wrote
    const { tables } = await backUp(paired)
    const after = wrote
    going = false
    await Promise.all(writers)
    await owner.query('drop table platform.pair')
    const pairs = (tables.find(({ name }) => name === 'platform.pair')?.rows ?? 1) / 2
    expect(Number.isInteger(pairs)).toBe(true)
    expect(pairs).toBeGreaterThanOrEqual(before)
    expect(pairs).toBeLessThanOrEqual(after + 3)
    // People went on working.
    expect(after).toBeGreaterThan(before)
    expect((await checkBackup(paired, testKeys)).tables).toEqual(tables)
  })
})

describe('restored into an empty database', () => {
  let into: TestDatabase
  beforeAll(async () => {
    into = await emptyDatabase()
    const restored = await restore(file, into)
    expect(restored).toMatchObject({ rows: taken.rows, tables: taken.tables, migrated: [] })
  })

  test('everything is there as it was, table by table', async () => {
    expect(await contents(into.connection)).toEqual(whole)
  })

  test('with all its safety: row-level security forced, keys, checks, policies, grants', async () => {
    const restored = await form(into.connection)
    expect(restored).toEqual(await form(matrix.house.database.connection))
    expect(restored.filter((line) => / f$| f [tf]$/.test(line))).toEqual([])
  })

  test('the audit is as it was sealed, up to the head that the backup names', async () => {
    const { config, clock, log, dataDir } = matrix.house.ground
    await using ground = openGround({
      config,
      clock,
      log,
      dataDir,
      keys: testKeys,
      database: into.connection,
    })
    const [number, hmac = ''] = taken.head?.split(':') ?? []
    const verdict = await verifyAudit(ground.jobs, testKeys, { number: Number(number), hmac })
    expect(verdict).toMatchObject({ troubles: [], head: taken.head })
    expect(verdict.entries).toBeGreaterThan(0)
  })

  test('new entries go on after the last number', async () => {
    await withClient(into.connection, async (owner) => {
      const { rows } = await owner.query(
        "select max(id) < nextval(pg_get_serial_sequence('platform.audit_entry', 'id')) as later from platform.audit_entry",
      )
      expect(rows).toEqual([{ later: true }])
    })
  })

  test('nobody gets back the right of a transaction that ended long ago', async () => {
    await withClient(into.connection, async (owner) => {
      const { rows } = await owner.query('select distinct xact::text from people.entry')
      expect(rows).toEqual([{ xact: '0' }])
    })
  })

  test('it is not restored again over what is there', async () => {
    const before = await contents(into.connection)
    await expect(restore(file, into)).rejects.toThrow('already holds an organisation')
    expect(await contents(into.connection)).toEqual(before)
  })
})

describe('restored', () => {
  test('over a start that nobody has set up', async () => {
    const into = await freshDatabase()
    await withClient(into.connection, (owner) =>
      owner.query(
        "insert into access.code (id, purpose, hash, made_at, ends_at, tries_left) values (gen_random_uuid(), 'set-up', '\\x00', now(), now(), 1)",
      ),
    )
    await restore(file, into)
    expect(await contents(into.connection)).toEqual(whole)
  })

  test('from an older program, the newer migrations follow', async () => {
    await matrix.owner.query('begin')
    const { rows } = await matrix.owner.query(
      "delete from public.tugevus_migration where name like '013%' returning name, sha256, applied_at",
    )
    await matrix.owner.query('commit')
    const [gone] = rows
    const older = join(folder, 'older.backup')
    try {
      await matrix.owner.query('drop table platform.job_run, platform.master_key')
      await matrix.owner.query('drop policy jobs on public.tugevus_migration')
      await backUp(older)
    } finally {
      await matrix.owner.query(
        'drop policy backup on public.tugevus_migration; revoke all on public.tugevus_migration from tugevus_backup, tugevus_jobs',
      )
      await migrate(matrix.house.database.connection, testKeys.password)
    }
    expect(gone.name).toMatch(/^013/)
    const into = await emptyDatabase()
    const restored = await restore(older, into)
    expect(restored.migrated).toEqual([gone.name])
    await withClient(into.connection, (owner) => owner.query('select from platform.job_run'))
  })

  test('as an owner who is no superuser', async () => {
    const into = await emptyDatabase()
    const name = `tugevus_plain_${process.pid}`
    await withClient(into.connection, async (client) => {
      await client.query(`create role ${name} login createrole password 'plain'`)
      await client.query(
        `grant tugevus_app, tugevus_web, tugevus_signin, tugevus_jobs, tugevus_backup to ${name} with admin option`,
      )
      await client.query(`alter database ${into.connection.database} owner to ${name}`)
    })
    try {
      const owner = { ...into.connection, user: name, password: 'plain' }
      const backup = await openBackup(file)
      await restoreBackup(backup, { owner, keys: testKeys }).finally(() => backup.close())
      expect(await contents(into.connection)).toEqual(whole)
    } finally {
      const server = { ...into.connection, database: 'postgres' }
      await into.drop()
      await withClient(server, (client) => client.query(`drop owned by ${name}; drop role ${name}`))
    }
  })
})

describe('refused, with nothing kept and one sentence:', () => {
  let bytes: Buffer
  let borders: number[]
  let spoilt: string
  beforeAll(() => {
    bytes = readFileSync(file)
    borders = [bytes.indexOf('\n') + 1]
    for (let at = borders[0] ?? 0; at < bytes.length;) {
      at += 4 + bytes.readUInt32BE(at)
      borders.push(at)
    }
    spoilt = join(folder, 'spoilt.backup')
  })

  const sentence = /^\S+ (is cut off|is damaged|is not a backup|was made|goes on after)/

  async function said(content: Buffer): Promise<string> {
    writeFileSync(spoilt, content)
    return checkBackup(spoilt, testKeys).then(
      () => 'it is whole',
      (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
    )
  }

  test('a file that was cut off, at every border of its pieces and anywhere', async () => {
    expect(borders.length).toBeGreaterThan(80)
    const inside = fc.sample(fc.nat(bytes.length - 1), 30)
    for (const at of [...borders.slice(0, -1), ...inside, 0, 1, 10]) {
      const answer = await said(bytes.subarray(0, at))
      expect([at, answer.slice(0, 13)]).toEqual([at, 'BackupError: '])
      expect(answer.slice(13)).toMatch(sentence)
    }
    expect(await said(bytes)).toBe('it is whole')
  })

  test('a byte that was changed, anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ by
        expect((await said(changed)).slice(0, 13)).toBe('BackupError: ')
      }),
      { numRuns: 120 },
    )
  })

  test('pieces that were left out, doubled or moved, or that follow the end', async () => {
    const pieces = borders.slice(0, -1).map((at, place) => bytes.subarray(at, borders[place + 1]))
    const start = bytes.subarray(0, borders[0])
    const without = (place: number) => pieces.filter((_, other) => other !== place)
    const place = pieces.length >> 1
    const [piece = Buffer.alloc(0), after = Buffer.alloc(0)] = pieces.slice(place, place + 2)
    const variants = {
      'the first left out': without(0),
      'one left out': without(place),
      'the last left out': without(pieces.length - 1),
      doubled: [...pieces.slice(0, place), piece, ...pieces.slice(place)],
      moved: [...pieces.slice(0, place), after, piece, ...pieces.slice(place + 2)],
      'more after the end': [...pieces, piece],
    }
    for (const [what, all] of Object.entries(variants)) {
      const answer = await said(Buffer.concat([start, ...all]))
      expect([what, answer.slice(0, 13)]).toEqual([what, 'BackupError: '])
    }
    expect(await said(Buffer.concat([start, ...pieces]))).toBe('it is whole')
  })

  test('pieces of another backup with the same key', async () => {
    const other = join(folder, 'other.backup')
    await backUp(other)
    const theirs = readFileSync(other)
    const mixed = Buffer.concat([bytes.subarray(0, borders[0]), theirs.subarray(theirs.indexOf('\n') + 1)])
    expect(await said(mixed)).toContain('is damaged at piece 1.')
  })

  test('another key, a newer format, no backup at all', async () => {
    const into = await emptyDatabase()
    const other = deriveKeys(Buffer.alloc(32, 1))
    await expect(restore(file, into, other)).rejects.toThrow(
      `was made with key ${testKeys.id}; the key here is ${other.id}`,
    )
    // Somebody who changes the number in the first line gets no further.
    await expect(restore(file, into, { ...other, id: testKeys.id })).rejects.toThrow('damaged at piece 1')
    writeFileSync(spoilt, 'PK\x03\x04 and so on')
    await expect(restore(spoilt, into)).rejects.toThrow('is not a backup of Tugevus')
    await expect(restore(join(folder, 'none'), into)).rejects.toThrow('There is no file')
    expect(await isEmpty(into)).toBe(true)
  })

  test('one that breaks off in the middle of a restoring, or does not count as it says', async () => {
    const into = await emptyDatabase()
    const [half = 0, almost = 0] = [0.5, 0.99].map((share) => borders[Math.floor(borders.length * share)])
    writeFileSync(spoilt, bytes.subarray(0, almost - 5))
    await expect(restore(spoilt, into)).rejects.toThrow('cut off')
    const changed = Buffer.from(bytes)
    changed[half - 1] = (changed[half - 1] ?? 0) ^ 1
    writeFileSync(spoilt, changed)
    await expect(restore(spoilt, into)).rejects.toThrow('damaged')
    // The list of roles belongs to the server, and the schema of the queue is there for it; no table is.
    expect(await isEmpty(into)).toBe(true)
    await restore(file, into)
  })

  test('while the program is still running', async () => {
    const into = await freshDatabase()
    await withClient(into.connectionAs('tugevus_jobs'), async () => {
      await expect(restore(file, into)).rejects.toThrow('still running')
    })
  })

  test('from a newer program', async () => {
    const newer = join(folder, 'newer.backup')
    await matrix.owner.query(
      "insert into public.tugevus_migration (name, sha256) values ('999-later.sql', 'x')",
    )
    await backUp(newer)
    await matrix.owner.query("delete from public.tugevus_migration where name = '999-later.sql'")
    const into = await emptyDatabase()
    await expect(restore(newer, into)).rejects.toThrow('does not know. Install the version that made it')
    expect(await isEmpty(into)).toBe(true)
  })
})
