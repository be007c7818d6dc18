/**
 * Who did what about whom. An entry is written unlinked, in the transaction of the deed, so that writers never wait for each
 * other; `audit.seal.ts` chains committed entries afterwards. Measured before it was chosen, see docs/decisions.
 */
import { createHash } from 'node:crypto'
import type { Generated, Insertable } from 'kysely'
import type { Tx } from './database.ts'
import { Temporal, type Moment } from './day.ts'

export type AuditAction = 'read' | 'list' | 'create' | 'change' | 'erase' | 'export' | 'import' | 'access'

export type AuditEntry = {
  at: Moment
  organisationId: string | null
  accountId: string | null
  role: string
  action: AuditAction
  /** What it was about, such as `people.person` or `support.checkin`; never a name or a number of a person. */
  what: string
  /** The keyed hash of each person concerned (`people.person.audit_subject`). */
  subjects: readonly Buffer[]
  detail: string
}

export type AuditEntryTable = {
  id: Generated<number>
  at: Moment
  organisationId: string | null
  accountId: string | null
  role: string
  action: AuditAction
  what: string
  subjects: Buffer[]
  detail: string
  leaf: Buffer
  seal: number | null
  position: number | null
}

declare module './database.ts' {
  interface Database {
    'platform.auditEntry': AuditEntryTable
  }
}

/**
 * The bytes that are hashed: a JSON array in a fixed order; the moment in whole microseconds, which is what the database keeps.
 */
export function canonicalBytes(entry: AuditEntry): Buffer {
  return Buffer.from(
    JSON.stringify([
      1,
      toMicroseconds(entry.at).toString(),
      entry.organisationId,
      entry.accountId,
      entry.role,
      entry.action,
      entry.what,
      entry.subjects.map((subject) => subject.toString('hex')),
      entry.detail,
    ]),
  )
}

/** RFC 9162: a leaf is SHA-256 over 0x00 and the entry. */
export function leafOf(entry: AuditEntry): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(canonicalBytes(entry)).digest()
}

export async function appendEntry(tx: Tx, entry: AuditEntry): Promise<void> {
  const at = toMicroseconds(entry.at)
  const row: Insertable<AuditEntryTable> = {
    at,
    organisationId: entry.organisationId,
    accountId: entry.accountId,
    role: entry.role,
    action: entry.action,
    what: entry.what,
    subjects: [...entry.subjects],
    detail: entry.detail,
    leaf: leafOf({ ...entry, at }),
  } as Insertable<AuditEntryTable>
  await tx.insertInto('platform.auditEntry').values(row).execute()
}

function toMicroseconds(moment: Moment): Moment {
  return Temporal.Instant.fromEpochNanoseconds((moment.epochNanoseconds / 1000n) * 1000n)
}
