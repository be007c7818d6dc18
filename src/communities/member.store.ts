/** Contact persons of a community: people with accounts, in the role of a host. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'

declare module '../platform/database.ts' {
  interface Database {
    'communities.member': {
      id: string
      communityId: string
      organisationId: string
      accountId: string
      since: Day
      endedOn: Day | null
    }
  }
}

export type Member = { id: string; communityId: string; accountId: string; since: Day }

/** Those of today, of one community or of all that the actor sees. */
export async function membersOf(act: Acting, communityId?: string): Promise<Member[]> {
  let query = act.tx
    .selectFrom('communities.member')
    .select(['id', 'communityId', 'accountId', 'since'])
    .where('organisationId', '=', act.actor.organisationId)
    .where('endedOn', 'is', null)
  if (communityId !== undefined) query = query.where('communityId', '=', communityId)
  return query.orderBy('since').orderBy('id').execute()
}

/** Makes somebody a contact person; one who is already stays so. Whether it is new. */
export async function addMember(
  act: Acting,
  { communityId, accountId }: { communityId: string; accountId: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await act.tx
    .insertInto('communities.member')
    .values({
      id: randomUUID(),
      communityId,
      organisationId: act.actor.organisationId,
      accountId,
      since: act.today,
      endedOn: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['communityId', 'accountId']).where('endedOn', 'is', null).doNothing(),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function endMember(act: Acting, id: string): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.member')
    .set({ endedOn: act.today })
    .where('id', '=', id)
    .where('endedOn', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
