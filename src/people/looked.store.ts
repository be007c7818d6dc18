/** Who has looked at a person's data. */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import type { Person } from './person.store.ts'

export type Look = { at: Moment; accountId: string | null; role: string; action: string; what: string }

/** The newest first. The right to read is to know the person's audit subject, which the database never reveals to others. */
export async function whoLooked(
  act: Acting,
  person: Pick<Person, 'auditSubject'>,
  limit = 200,
): Promise<Look[]> {
  await sql`select set_config('tugevus.subject', ${person.auditSubject.toString('hex')}, true)`.execute(
    act.tx,
  )
  return act.tx
    .selectFrom('platform.auditEntry')
    .select(['at', 'accountId', 'role', 'action', 'what'])
    .where(sql<boolean>`subjects @> array[${person.auditSubject}::bytea]`)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
