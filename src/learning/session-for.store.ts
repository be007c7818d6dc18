/** For whom days of trainings are held, as rows. */
import type { Acting } from '../platform/actor.ts'
import type { NewSessionFor, SessionFor } from './session-for.ts'

declare module '../platform/database.ts' {
  interface Database {
    'learning.sessionFor': SessionFor & { organisationId: string }
  }
}

/** Of one day, of one community, of one action, or all; only of communities that the actor sees. */
export async function sessionsForOf(
  act: Acting,
  of: { sessionId?: string; communityId?: string; actionId?: string } = {},
): Promise<SessionFor[]> {
  let query = act.tx
    .selectFrom('learning.sessionFor')
    .select(['sessionId', 'communityId', 'actionId', 'placeId'])
  if (of.sessionId !== undefined) query = query.where('sessionId', '=', of.sessionId)
  if (of.communityId !== undefined) query = query.where('communityId', '=', of.communityId)
  if (of.actionId !== undefined) query = query.where('actionId', '=', of.actionId)
  return query.orderBy('sessionId').execute()
}

/** Says for whom a day is, instead of what was said before; null: for nobody in particular. Whether anything is written otherwise now. */
export async function linkSession(
  { tx, actor }: Acting,
  sessionId: string,
  link: NewSessionFor | null,
): Promise<boolean> {
  if (link === null) {
    const { numDeletedRows } = await tx
      .deleteFrom('learning.sessionFor')
      .where('sessionId', '=', sessionId)
      .executeTakeFirst()
    return numDeletedRows > 0n
  }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('learning.sessionFor')
    .values({ ...link, sessionId, organisationId: actor.organisationId })
    .onConflict((conflict) => conflict.column('sessionId').doUpdateSet(link))
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
