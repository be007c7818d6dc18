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
  | 'support.asking'
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
  const subjects = await subjectsOf(act, personIds)
  if (subjects.length > 0) await act.audit(action, what, subjects)
}

/** The subject of a person never changes: asked for once in a transaction. Of those who are not seen there is none. */
async function subjectsOf(act: Acting, personIds: readonly string[]): Promise<Buffer[]> {
  const kept = known.get(act.tx) ?? new Map<string, Buffer>()
  known.set(act.tx, kept)
  const missing = personIds.filter((id) => !kept.has(id))
  if (missing.length > 0) {
    const people = await act.tx
      .selectFrom('people.person')
      .select(['id', 'auditSubject'])
      .where('id', 'in', missing)
      .execute()
    for (const { id, auditSubject } of people) kept.set(id, auditSubject)
  }
  return [...new Set(personIds)].flatMap((id) => kept.get(id) ?? [])
}

const known = new WeakMap<Tx, Map<string, Buffer>>()
