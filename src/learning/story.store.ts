/** Stories of change as rows. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import type { NewStory, Story } from './story.ts'
import type { Trial } from './trial.ts'

declare module '../platform/database.ts' {
  interface Database {
    'learning.story': Story & { organisationId: string; byAccount: string | null; madeAt: Moment }
  }
}

/** Of one trial or one community, in the order in which they were told; those that were taken back too, without their words. */
export async function storiesOf(
  act: Acting,
  of: { trialId: string } | { communityId: string },
): Promise<Story[]> {
  const [column, id] =
    'trialId' in of ? (['trialId', of.trialId] as const) : (['communityId', of.communityId] as const)
  return act.tx
    .selectFrom('learning.story')
    .select([
      'id',
      'trialId',
      'communityId',
      'title',
      'teller',
      'toldOn',
      'happened',
      'matters',
      'consent',
      'consentHow',
      'withdrawnOn',
    ])
    .where(column, '=', id)
    .orderBy('toldOn')
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
}

/** @returns the id */
export async function addStory(
  act: Acting,
  { id: trialId, communityId }: Pick<Trial, 'id' | 'communityId'>,
  story: NewStory,
): Promise<string> {
  const id = randomUUID()
  const { organisationId, accountId } = act.actor
  await act.tx
    .insertInto('learning.story')
    .values({
      ...story,
      id,
      trialId,
      communityId,
      organisationId,
      withdrawnOn: null,
      byAccount: accountId,
      madeAt: act.now,
    })
    .execute()
  return id
}

/** Takes a story back on its teller's word: its words go for good. False where there is none to take back. */
export async function withdrawStory(
  act: Acting,
  { id, communityId }: Pick<Story, 'id' | 'communityId'>,
): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.story')
    .set({ title: '', teller: '', happened: '', matters: '', consentHow: '', withdrawnOn: act.today })
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .where('withdrawnOn', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
