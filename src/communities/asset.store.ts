/** What a community has, as rows: found in a visit, retired when it is gone. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import type { Asset, AssetKind, Capital, NewAsset } from './asset.ts'

declare module '../platform/database.ts' {
  interface Database {
    'communities.asset': {
      id: string
      communityId: string
      organisationId: string
      kind: AssetKind
      capitals: Capital[]
      title: string
      note: string
      help: string
      foundOn: Day
      recordedBy: string | null
      recordedAt: Moment
      retiredOn: Day | null
    }
  }
}

/** What is there today, in the order in which it was found. */
export async function assetsOf(act: Acting, communityId: string): Promise<Asset[]> {
  return act.tx
    .selectFrom('communities.asset')
    .select(['id', 'kind', 'capitals', 'title', 'note', 'foundOn', 'help'])
    .where('communityId', '=', communityId)
    .where('retiredOn', 'is', null)
    .orderBy('foundOn')
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
}

export async function addAsset(act: Acting, communityId: string, asset: NewAsset): Promise<string> {
  const id = randomUUID()
  await act.tx
    .insertInto('communities.asset')
    .values({
      ...asset,
      id,
      help: '',
      communityId,
      organisationId: act.actor.organisationId,
      recordedBy: act.actor.accountId,
      recordedAt: act.now,
      retiredOn: null,
    })
    .execute()
  return id
}

/** It is there no more. Whether it was. */
export async function retireAsset(act: Acting, communityId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('communities.asset')
    .set({ retiredOn: act.today })
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .where('retiredOn', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
