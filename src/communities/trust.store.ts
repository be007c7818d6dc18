/** What named people confirmed about a community; its trust follows from it. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import { trustOf, type Confirmation } from './trust.ts'

declare module '../platform/database.ts' {
  interface Database {
    'communities.confirmation': {
      id: string
      communityId: string
      organisationId: string
      level: Confirmation['level']
      name: string
      basis: string
      recordedBy: string | null
      recordedAt: Moment
      onDay: Day
      withdrawnAt: Moment | null
    }
  }
}

export type GivenConfirmation = Confirmation & { onDay: Day }

/** With those that were taken back; the newest first. */
export async function confirmationsOf(act: Acting, communityId: string): Promise<GivenConfirmation[]> {
  const rows = await act.tx
    .selectFrom('communities.confirmation')
    .select(['id', 'level', 'name', 'basis', 'onDay', 'withdrawnAt'])
    .where('communityId', '=', communityId)
    .orderBy('recordedAt', 'desc')
    .execute()
  return rows.map(({ withdrawnAt, ...row }) => ({ ...row, withdrawn: withdrawnAt !== null }))
}

export async function confirmTrust(
  act: Acting,
  communityId: string,
  given: Pick<GivenConfirmation, 'level' | 'name' | 'basis' | 'onDay'>,
): Promise<void> {
  await act.tx
    .insertInto('communities.confirmation')
    .values({
      ...given,
      id: randomUUID(),
      communityId,
      organisationId: act.actor.organisationId,
      recordedBy: act.actor.accountId,
      recordedAt: act.now,
      withdrawnAt: null,
    })
    .execute()
  await settleTrust(act, communityId)
}

/** It stays written down, and counts no more. Whether there was one to take back. */
export async function withdrawTrust(act: Acting, communityId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('communities.confirmation')
    .set({ withdrawnAt: act.now })
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await settleTrust(act, communityId)
  return true
}

async function settleTrust(act: Acting, communityId: string): Promise<void> {
  await act.tx
    .updateTable('communities.community')
    .set({ trust: trustOf(await confirmationsOf(act, communityId)), changedAt: act.now })
    .where('id', '=', communityId)
    .execute()
}
