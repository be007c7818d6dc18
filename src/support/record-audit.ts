/** The audit of continuing support: every read and write of somebody's record, one entry for each kind in a transaction. */
import type { Acting } from '../platform/actor.ts'
import type { AuditAction } from '../platform/audit.ts'
import type { Tx } from '../platform/database.ts'

/** What was read or written, as the person sees it in "who has looked". */
export type RecordPart =
  | 'support.pathway'
  | 'support.checkup'
  | 'support.checkin'
  | 'support.contact'
  | 'support.lapse'
  | 'support.caseload'
  | 'support.daily'
  | 'support.search'

const noted = new WeakMap<Tx, Set<string>>()

/** A page that reads the same part of the same record twice has looked once. */
export async function auditRecord(
  act: Acting,
  action: AuditAction,
  what: RecordPart,
  personId: string,
): Promise<void> {
  const done = noted.get(act.tx) ?? new Set()
  noted.set(act.tx, done)
  const entry = `${action} ${what} ${personId}`
  if (done.has(entry)) return
  done.add(entry)
  await auditRecords(act, action, what, [personId])
}

/** One entry about all of these people. */
export async function auditRecords(
  act: Acting,
  action: AuditAction,
  what: RecordPart,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return
  const people = await act.tx
    .selectFrom('people.person')
    .select('auditSubject')
    .where('id', 'in', [...personIds])
    .execute()
  if (people.length === 0) return
  await act.audit(
    action,
    what,
    people.map((person) => person.auditSubject),
  )
}
