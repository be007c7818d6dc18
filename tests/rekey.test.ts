/**
 * The master key is changed, twice. Everything that could be read, found or opened before can be afterwards, and nothing of it with the
 * old key.
 */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atDoor } from '../src/access/door.ts'
import { makeLink, readLink } from '../src/access/link.store.ts'
import { makeRecoveryCodes, useRecoveryCode } from '../src/access/recovery.store.ts'
import { findAccount } from '../src/access/staff-account.store.ts'
import { newSecret, stepAt, totpCode } from '../src/access/totp.ts'
import { keepTotp, useTotp } from '../src/access/totp.store.ts'
import { visitorOf } from '../src/access/visitor.ts'
import { bytesOf } from '../src/app.ts'
import { findKnown } from '../src/people/identity.store.ts'
import { bearerOf, makePasses } from '../src/people/pass.store.ts'
import { roles, withActor } from '../src/platform/actor.ts'
import { sealAudit, verifyAudit } from '../src/platform/audit.seal.ts'
import { openGround, type Ground } from '../src/platform/ground.ts'
import { deriveKeys, type Keys } from '../src/platform/keys.ts'
import { keysFor, openKeys } from '../src/platform/master-key.ts'
import { rekey, type Rekeyed } from '../src/platform/rekey.ts'
import { sealBytes, unsealBytes } from '../src/platform/sealing.ts'
import { openWeb } from '../src/platform/web.tsx'
import { findImported, rememberImported } from '../src/support/import-row.store.ts'
import { testKeys } from './setup/database.ts'
import { openMatrix, rooms, type Matrix } from './setup/matrix.ts'
import { addressesOf, mayReach, routes, thingsOf } from './setup/routes.ts'
import { fillRows } from './setup/rows.ts'

let matrix: Matrix
let ground: Ground
/** What can be opened and found, and in which words the pages say it. */
let before: { pages: Map<string, string>; sealed: Map<string, string>; head: string | null }
let given: { secret: Buffer; codes: string[]; link: string; entered: string }
let changes: Rekeyed[]
let olds: Keys[]

const masters = [2, 3].map((fill) => Buffer.alloc(32, fill))

beforeAll(async () => {
  matrix = await openMatrix()
  await fillRows(matrix)
  // What stands there for other tests only, and no key has sealed.
  await matrix.owner
    .query(`delete from platform.audit_seal; delete from platform.master_key; delete from access.totp;
    update platform.mail set to_sealed = '', body_sealed = '' where length(to_sealed) = 1`)
  ground = matrix.house.ground
  await keepLargeFile()
  given = await giveThings()
  const first = await pages()
  const again = await pages()
  await seal()
  before = {
    // Some pages tell that somebody has looked, and so are never the same.
    pages: new Map([...first].filter(([path, text]) => again.get(path) === text)),
    sealed: await sealedValues(testKeys),
    head: (await verifyAudit(ground.jobs, ground.keys)).head,
  }
  changes = []
  olds = []
  for (const master of masters) {
    const old = ground.keys
    await ground[Symbol.asyncDispose]()
    changes.push(await change(old, master))
    olds.push(old)
    ground = await groundWith(master)
    await withActor(ground, matrix.actor('coordinator'), (act) => act.audit('list', 'people.person', []))
    await seal()
  }
})
afterAll(async () => {
  await ground[Symbol.asyncDispose]()
  await matrix.owner.end()
  await matrix.house.database.drop()
})

const change = (old: Keys, master: Buffer, options: Parameters<typeof rekey>[4] = {}) =>
  rekey(matrix.house.database.connection, old, master, bytesOf(rooms), options)

async function seal(): Promise<void> {
  while ((await sealAudit(ground.jobs, ground.keys, ground.clock.now())) > 0);
}

async function groundWith(master: Buffer): Promise<Ground> {
  const { config, dataDir, clock, log } = ground
  const { connection } = matrix.house.database
  // The roles of the server are shared with other tests, and keep their passwords.
  const keys = { ...(await keysFor(connection, master)), password: testKeys.password }
  return openGround({ config, dataDir, clock, log, keys, database: connection })
}

/** One that is held alone while the key is changed, among many that are held together. */
async function keepLargeFile(): Promise<void> {
  const { rows } = await matrix.owner.query<{ id: string }>(
    'select id from learning.evidence order by id limit 1',
  )
  const [row] = rows
  if (!row) throw new Error('there is no evidence')
  const bytes = randomBytes(4.5 * 1024 * 1024)
  const sealed = sealBytes(testKeys, `learning.evidence/content/${row.id}`, bytes)
  await matrix.owner.query('update learning.evidence set content_sealed = $2 where id = $1', [row.id, sealed])
}

async function giveThings(): Promise<typeof given> {
  const { coordinator } = matrix.house.organisation.accounts
  const secret = newSecret()
  const { codes, link } = await atDoor(ground, async (door) => {
    await keepTotp(door, coordinator.id, secret, 0)
    return {
      codes: await makeRecoveryCodes(door, coordinator.id),
      link: await makeLink(door, { accountId: coordinator.id }),
    }
  })
  await withActor(ground, matrix.actor('coordinator'), (act) =>
    rememberImported(act, [{ personId: matrix.people.mine.id, fingerprints: ['rida'] }]),
  )
  const { rows } = await matrix.owner.query('select count(*) as n from access.session')
  return { secret, codes, link, entered: String(rows[0].n) }
}

const cookies = new Map<string, string>()

/**
 * Says something else with another key, or at another second: what the machine says of its own key; a code on the wall, which is printed anew after
 * the change; a packed file, in which stands when it was packed.
 */
const otherwise = [/^\/admin\/state$/, /\/poster$/, /^\/here\/:/, /\.xlsx$/]

/** The words of every page, by role and address; who is signed in stays so. */
async function pages(): Promise<Map<string, string>> {
  const app = openWeb({ ground, rooms, visitorOf })
  const found = new Map<string, string>()
  for (const role of roles) {
    const account = role === 'supporter' ? matrix.people.confidant : matrix.account(role)
    const cookie = cookies.get(role) ?? (await matrix.house.signIn(account))
    cookies.set(role, cookie)
    const things = await thingsOf(account, matrix)
    for (const route of routes.filter((one) => one.method === 'GET' && mayReach(one, role))) {
      for (const path of addressesOf(route, role, matrix, things).there) {
        const answer = await app.request(`http://localhost:3000${path}`, { headers: { cookie } })
        const words = (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
        if (!otherwise.some((one) => one.test(route.pattern)))
          found.set(`${role} ${path}`, `${answer.status} ${words}`)
      }
    }
  }
  return found
}

/** Every sealed value of every table, opened; by where it stands. */
/** What names a row in its seals, where that is not its id. */
const namedBy: Record<string, string> = {
  'communities.place_contact': 'place_id',
  'communities.interview_score': "scorer_id || '/' || dimension",
}

async function sealedValues(keys: Keys): Promise<Map<string, string>> {
  const { rows: columns } = await matrix.owner.query<{ table: string; column: string; id: string }>(`
    select format('%I.%I', n.nspname, c.relname) as table, a.attname as column,
      (select i.attname from pg_attribute i where i.attrelid = c.oid and i.attname in ('id', 'person_id', 'account_id')
        order by array_position(array['id', 'person_id', 'account_id'], i.attname::text) limit 1) as id
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and a.attname like '%\\_sealed'`)
  const found = new Map<string, string>()
  for (const { table, column, id } of columns) {
    const { rows } = await matrix.owner.query<{ id: string; sealed: Buffer }>(
      `select (${namedBy[table] ?? id})::text as id, ${column} as sealed from ${table} where length(${column}) > 1`,
    )
    for (const { id: row, sealed } of rows) {
      const word = column.replace(/_sealed$/, '')
      const [as, hyphened] = [word, word.replaceAll('_', '-')].map((one) =>
        open(keys, `${table}/${one}/${row}`, sealed),
      )
      found.set(`${table}/${word}/${row}`, (as === 'closed' ? hyphened : as) ?? '')
    }
  }
  return found
}

function open(keys: Keys, place: string, sealed: Buffer): string {
  try {
    return unsealBytes(keys, place, sealed).toString('base64')
  } catch {
    return 'closed'
  }
}

describe('after the key was changed twice', () => {
  test('every page says what it said', async () => {
    const after = await pages()
    expect(before.pages.size).toBeGreaterThan(80)
    const different = [...before.pages].filter(([path, text]) => after.get(path) !== text)
    expect(different.map(([path]) => path)).toEqual([])
  })

  test('everything that was sealed opens with the new key, and nothing with an old one', async () => {
    expect([...before.sealed].filter(([, text]) => text === 'closed').map(([place]) => place)).toEqual([])
    expect(before.sealed.size).toBeGreaterThan(40)
    const after = await sealedValues(ground.keys)
    for (const [place, text] of before.sealed) expect([place, after.get(place)]).toEqual([place, text])
    for (const old of olds)
      expect([...(await sealedValues(old))].filter(([, text]) => text !== 'closed')).toEqual([])
    expect(changes[0]?.sealed).toBe(before.sealed.size)
  })

  test('who has an address, a code, a link, a paper or a session comes in by it', async () => {
    const { coordinator } = matrix.house.organisation.accounts
    await atDoor(ground, async (door) => {
      expect(await findAccount(door, coordinator.email)).toMatchObject({ id: coordinator.id })
      expect(await readLink(door, given.link)).toMatchObject({ accountId: coordinator.id })
      expect(await useRecoveryCode(door, coordinator.id, given.codes[0] ?? '')).toBe(true)
      const code = totpCode(given.secret, stepAt(door.now))
      expect(await useTotp(door, coordinator.id, code)).toBe(true)
    })
  })

  test('whoever holds a pass still answers by it, and it is repeated as it was', async () => {
    const { mine } = matrix.people
    expect(await bearerOf(ground, mine.passToken)).toMatchObject({ role: 'bearer' })
    const repeated = await withActor(ground, matrix.actor('system'), (act) =>
      makePasses(act, [
        { personId: mine.id, carrier: 'mail', dueOn: mine.linkOn, endsAt: act.now.add({ hours: 24 }) },
      ]),
    )
    expect(repeated).toEqual([mine.passToken])
  })

  test('people are found by name and contact, and rows that were imported are known', async () => {
    await withActor(ground, matrix.actor('coordinator'), async (act) => {
      const known = await findKnown(act, [
        { name: 'Minu Inimene', phones: [], email: null, birthDate: null, remarks: null },
      ])
      expect([...known.values()].flat().map(({ personId }) => personId)).toContain(matrix.people.mine.id)
      expect(await findImported(act, [['rida'], ['teine']])).toEqual(new Set([0]))
    })
  })

  test('no keyed hash is what an old key makes of it', async () => {
    const { rows } = await matrix.owner.query<{ hash: Buffer }>(
      'select email_index as hash from access.address',
    )
    const stored = new Set(rows.map(({ hash }) => hash.toString('hex')))
    const { emailIndex } = await import('../src/access/account.store.ts')
    const { email } = matrix.house.organisation.accounts.coordinator
    expect(stored.has(emailIndex(ground.keys, email).toString('hex'))).toBe(true)
    for (const keys of [...olds, ...masters.map((master) => deriveKeys(master))])
      expect(stored.has(emailIndex(keys, email).toString('hex'))).toBe(false)
  })

  test('the audit holds from its first seal to its last, and a change before the first key is still found', async () => {
    const [number, hmac = ''] = before.head?.split(':') ?? []
    const expected = { number: Number(number), hmac }
    const verdict = await verifyAudit(ground.jobs, ground.keys, expected)
    expect(verdict.troubles).toEqual([])
    expect(verdict.seals).toBeGreaterThan(expected.number + 1)
    await matrix.owner.query('update platform.audit_entry set detail = $1 where seal = 1 and position = 1', [
      'muudetud',
    ])
    expect((await verifyAudit(ground.jobs, ground.keys)).troubles).not.toEqual([])
    await matrix.owner.query("update platform.audit_entry set detail = '' where seal = 1 and position = 1")
  })

  test('the database knows its key, and refuses another', async () => {
    const { connection } = matrix.house.database
    const { dataDir } = ground
    const [, last] = masters
    expect((await openKeys({ key: last }, dataDir, connection)).id).toBe(ground.keys.id)
    await expect(openKeys({ key: masters[0] }, dataDir, connection)).rejects.toThrow(
      `The database is sealed with key ${ground.keys.id}, but the key in TUGEVUS_KEY is number ${olds[1]?.id}.`,
    )
    await expect(openKeys({ key: undefined }, dataDir, connection)).rejects.toThrow('there is no key in')
  })
})

describe('a change of keys', () => {
  test('that breaks off at its last moment has changed nothing', async () => {
    const keys = ground.keys
    const was = await sealedValues(keys)
    await ground[Symbol.asyncDispose]()
    const beforeKept = () => {
      throw new Error('the machine stops')
    }
    const broken = change(keys, Buffer.alloc(32, 9), { beforeKept })
    await expect(broken).rejects.toThrow('the machine stops')
    ground = await groundWith(masters[1] ?? Buffer.alloc(0))
    expect(await sealedValues(keys)).toEqual(was)
    const { rows } = await matrix.owner.query(
      "select from pg_class c join pg_namespace n on n.oid = c.relnamespace where relkind = 'r' and nspname ~ '^(platform|access|people|tasks|support)$' and not relforcerowsecurity",
    )
    expect(rows).toEqual([])
  })

  test('is refused where something does not open, unless it is told to leave that', async () => {
    const keys = ground.keys
    await ground[Symbol.asyncDispose]()
    await matrix.owner.query(
      'update support.contact set what_sealed = set_byte(what_sealed, 40, get_byte(what_sealed, 40) # 1)',
    )
    await expect(change(keys, Buffer.alloc(32, 9))).rejects.toThrow(
      `Not everything opens with key ${keys.id}: 3 of support.contact.what_sealed. Nothing was changed.`,
    )
    ground = await groundWith(masters[1] ?? Buffer.alloc(0))
  })

  test('is refused while the program runs', async () => {
    await seal()
    await expect(change(ground.keys, Buffer.alloc(32, 9))).rejects.toThrow('still running')
  })

  test('is refused where a column of bytes is not declared', async () => {
    await matrix.owner.query('alter table support.contact add column secret bytea')
    await ground[Symbol.asyncDispose]()
    await expect(change(ground.keys, Buffer.alloc(32, 9))).rejects.toThrow('support.contact.secret')
    await matrix.owner.query('alter table support.contact drop column secret')
    ground = await groundWith(masters[1] ?? Buffer.alloc(0))
  })
})
