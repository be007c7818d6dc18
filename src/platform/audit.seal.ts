/**
 * Seals the audit: takes committed, unsealed entries in the order they were numbered and appends a seal of their count, Merkle root, the
 * seal before and an HMAC. Whoever changes, removes or reorders an entry would have to remake every later seal, and for that needs
 * a key that is not in the database.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { leafOf } from './audit.ts'
import { merkleRoot } from './audit.merkle.ts'
import type { Database } from './database.ts'
import type { Moment } from './day.ts'
import type { Keys } from './keys.ts'

declare module './database.ts' {
  interface Database {
    'platform.auditSeal': {
      number: number
      sealedAt: Moment
      count: number
      root: Buffer
      previous: Buffer
      hmac: Buffer
    }
  }
}

export type AuditHead = { number: number; hmac: Buffer }

const lockNumber = 7_355_609
const atOnce = 5_000
const beginning = Buffer.alloc(32)

/**
 * @param jobs connected as `tugevus_jobs`
 * @returns how many entries were sealed; 0 also when another program is sealing at this moment
 */
export async function sealAudit(jobs: Kysely<Database>, keys: Keys, now: Moment): Promise<number> {
  return jobs.transaction().execute(async (tx) => {
    const lock = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${lockNumber}) as got`.execute(
      tx,
    )
    if (!lock.rows[0]?.got) return 0
    const entries = await tx
      .selectFrom('platform.auditEntry')
      .select(['id', 'leaf'])
      .where('seal', 'is', null)
      .orderBy('id')
      .limit(atOnce)
      .execute()
    if (entries.length === 0) return 0
    const last = await tx
      .selectFrom('platform.auditSeal')
      .select(['number', 'hmac'])
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    const number = (last?.number ?? 0) + 1
    const previous = last?.hmac ?? beginning
    const root = merkleRoot(entries.map((entry) => entry.leaf))
    await tx
      .insertInto('platform.auditSeal')
      .values({
        number,
        sealedAt: now,
        count: entries.length,
        root,
        previous,
        hmac: sealHmac(keys, { number, count: entries.length, root, previous }),
      })
      .execute()
    await sql`
      update platform.audit_entry entry set seal = ${number}, position = numbered.position
      from unnest(${entries.map((entry) => entry.id)}::bigint[]) with ordinality as numbered(id, position)
      where entry.id = numbered.id`.execute(tx)
    return entries.length
  })
}

export type AuditVerdict = {
  seals: number
  entries: number
  unsealed: number
  head: string | null
  /** Each thing that is not as it was written, in words. Empty is well. */
  troubles: string[]
}

/**
 * Recomputes everything.
 *
 * @param expected a head that was kept elsewhere; a chain cut off at its end can only be seen against it
 */
export async function verifyAudit(
  jobs: Kysely<Database>,
  keys: Keys,
  expected?: { number: number; hmac: string },
): Promise<AuditVerdict> {
  const troubles: string[] = []
  let entryCount = 0
  let previous: Buffer = beginning
  let head: string | null = null
  const seals = await jobs.selectFrom('platform.auditSeal').selectAll().orderBy('number').execute()
  for (const [index, seal] of seals.entries()) {
    const at = `seal ${seal.number}`
    if (seal.number !== index + 1) troubles.push(`${at}: a seal is missing before it`)
    if (!seal.previous.equals(previous)) troubles.push(`${at}: does not continue the seal before it`)
    const own = sealHmac(keys, seal)
    if (own.length !== seal.hmac.length || !timingSafeEqual(own, seal.hmac))
      troubles.push(`${at}: was changed`)
    const entries = await jobs
      .selectFrom('platform.auditEntry')
      .selectAll()
      .where('seal', '=', seal.number)
      .orderBy('position')
      .execute()
    if (entries.length !== seal.count)
      troubles.push(`${at}: has ${entries.length} entries instead of ${seal.count}`)
    for (const [place, entry] of entries.entries()) {
      if (entry.position !== place + 1) troubles.push(`${at}: the entry at place ${place + 1} is missing`)
      if (!leafOf(entry).equals(entry.leaf)) troubles.push(`${at}: entry ${entry.id} was changed`)
    }
    if (!merkleRoot(entries.map((entry) => leafOf(entry))).equals(seal.root)) {
      troubles.push(`${at}: its entries are not those that were sealed, or stand in another order`)
    }
    if (expected && expected.number === seal.number && expected.hmac !== seal.hmac.toString('hex')) {
      troubles.push(`${at}: is not the seal that was kept elsewhere`)
    }
    entryCount += entries.length
    previous = seal.hmac
    head = `${seal.number}:${seal.hmac.toString('hex')}`
  }
  if (expected && expected.number > seals.length) {
    troubles.push(`the seals end at ${seals.length}, but seal ${expected.number} was kept elsewhere`)
  }
  const orphans = await sql<{ n: number }>`
    select count(*) as n from platform.audit_entry entry
    where seal is not null and not exists (select from platform.audit_seal s where s.number = entry.seal)`.execute(
    jobs,
  )
  const orphaned = Number(orphans.rows[0]?.n ?? 0)
  if (orphaned > 0) troubles.push(`${orphaned} entries name a seal that is not there`)
  const open = await jobs
    .selectFrom('platform.auditEntry')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('seal', 'is', null)
    .executeTakeFirstOrThrow()
  return { seals: seals.length, entries: entryCount, unsealed: Number(open.n), head, troubles }
}

function sealHmac(
  keys: Keys,
  seal: { number: number; count: number; root: Buffer; previous: Buffer },
): Buffer {
  return createHmac('sha256', keys.audit(seal.number))
    .update(`${seal.number}\0${seal.count}\0`)
    .update(seal.root)
    .update(seal.previous)
    .digest()
}
