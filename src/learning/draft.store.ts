/** Drafts of what was seen, as rows: everybody reads and writes only their own. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import { writtenBefore } from './mobility.store.ts'
import type { Draft, NewDraft, NewObservation } from './mobility.ts'

const own = (act: Acting) =>
  act.tx
    .selectFrom('learning.observation')
    .select(['id', 'mobilityId', 'outcomeId', 'seenOn', 'seenAt', 'what', 'thought'])
    .where('state', '=', sql.lit('draft'))
    .where('byAccount', '=', act.actor.accountId)

/** One's own of this mobility, the newest first. */
export async function draftsOf(act: Acting, mobilityId: string): Promise<Draft[]> {
  return own(act).where('mobilityId', '=', mobilityId).orderBy('madeAt', 'desc').orderBy('id').execute()
}

export async function draftOf(act: Acting, id: string): Promise<Draft | null> {
  return (await own(act).where('id', '=', id).executeTakeFirst()) ?? null
}

/** Sent again, it is the one that is there. @returns the id */
export async function addDraft(act: Acting, mobilityId: string, draft: NewDraft): Promise<string> {
  const before = await writtenBefore(act, mobilityId, draft, 'draft')
  if (before !== null) return before
  const { outcomeId = null, ...written } = draft
  const { accountId: byAccount, organisationId } = act.actor
  const id = randomUUID()
  await act.tx
    .insertInto('learning.observation')
    .values({
      ...written,
      id,
      mobilityId,
      organisationId,
      outcomeId,
      byAccount,
      methodId: null,
      state: 'draft',
      madeAt: act.now,
    })
    .execute()
  return id
}

const change = (act: Acting, id: string) =>
  act.tx
    .updateTable('learning.observation')
    .where('id', '=', id)
    .where('state', '=', sql.lit('draft'))
    .where('byAccount', '=', act.actor.accountId)

/** Whether it is there to change. */
export async function changeDraft(act: Acting, id: string, draft: NewDraft): Promise<boolean> {
  return (await change(act, id).set(draft).executeTakeFirst()).numUpdatedRows > 0n
}

/** Makes an observation of it, which the others see. Whether it is there to be one. */
export async function keepDraft(act: Acting, id: string, observation: NewObservation): Promise<boolean> {
  const kept = change(act, id).set({ ...observation, state: 'kept' })
  return (await kept.executeTakeFirst()).numUpdatedRows > 0n
}

/** Whether there was one to throw away. */
export async function throwDraftAway(act: Acting, id: string): Promise<boolean> {
  const { numDeletedRows } = await act.tx
    .deleteFrom('learning.observation')
    .where('id', '=', id)
    .where('state', '=', sql.lit('draft'))
    .where('byAccount', '=', act.actor.accountId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Takes away those that are a year old; for the house alone, which sees no younger ones. @returns how many */
export async function takeOldDrafts(act: Acting): Promise<number> {
  const { numDeletedRows } = await act.tx
    .deleteFrom('learning.observation')
    .where('state', '=', sql.lit('draft'))
    .where(sql<boolean>`(select platform.role()) = 'system'`)
    .where('madeAt', '<', sql<Moment>`${act.now.toString()}::timestamptz - interval '1 year'`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
