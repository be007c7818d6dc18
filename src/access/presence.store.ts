/** On which day somebody who works here was last seen. It is kept for noticing that they are not, and for nothing else. */
import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import type { Day, Moment } from '../platform/day.ts'

declare module '../platform/database.ts' {
  interface Database {
    'access.presence': { accountId: string; organisationId: string; lastSeenOn: Day }
  }
}

/** Written once a day at the door; an absence that was only noticed is over with it. */
export async function noteSeen(
  door: { tx: Tx; now: Moment },
  seen: { accountId: string; organisationId: string; on: Day },
): Promise<void> {
  await door.tx
    .insertInto('access.presence')
    .values({ accountId: seen.accountId, organisationId: seen.organisationId, lastSeenOn: seen.on })
    .onConflict((conflict) =>
      conflict
        .column('accountId')
        .doUpdateSet({ lastSeenOn: sql`greatest(presence.last_seen_on, excluded.last_seen_on)` }),
    )
    .execute()
  await door.tx
    .updateTable('access.absence')
    .set({ endedAt: door.now })
    .where('accountId', '=', seen.accountId)
    .where('why', '=', 'noticed')
    .where('endedAt', 'is', null)
    .execute()
}
