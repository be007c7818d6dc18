/** What of a community's assets could help which of its places. */
import type { Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'

declare module '../platform/database.ts' {
  interface Database {
    'communities.assetPlace': {
      assetId: string
      placeId: string
      communityId: string
      organisationId: string
      madeAt: Moment
      endedAt: Moment | null
    }
  }
}

export type AssetPlace = { assetId: string; placeId: string }

/** Whom what could help today. */
export async function assetPlacesOf(act: Acting, communityId: string): Promise<AssetPlace[]> {
  return act.tx
    .selectFrom('communities.assetPlace')
    .select(['assetId', 'placeId'])
    .where('communityId', '=', communityId)
    .where('endedAt', 'is', null)
    .orderBy('madeAt')
    .orderBy('placeId')
    .execute()
}

/**
 * Says whom an asset could help: these places of its community and no others, and in a sentence whom else. False where the asset is not
 * the actor's to change.
 */
export async function sayWhomItHelps(
  act: Acting,
  { id, communityId }: { id: string; communityId: string },
  { help, placeIds }: { help: string; placeIds: readonly string[] },
): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('communities.asset')
    .set({ help })
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  let others = act.tx
    .updateTable('communities.assetPlace')
    .set({ endedAt: act.now })
    .where('assetId', '=', id)
    .where('endedAt', 'is', null)
  if (placeIds.length > 0) others = others.where('placeId', 'not in', placeIds)
  await others.execute()
  if (placeIds.length === 0) return true
  const { organisationId } = act.actor
  await act.tx
    .insertInto('communities.assetPlace')
    .values(
      placeIds.map((placeId) => ({
        assetId: id,
        placeId,
        communityId,
        organisationId,
        madeAt: act.now,
        endedAt: null,
      })),
    )
    // What was taken back can be said again.
    .onConflict((conflict) =>
      conflict
        .columns(['assetId', 'placeId'])
        .doUpdateSet({ madeAt: act.now, endedAt: null })
        .where('communities.assetPlace.endedAt', 'is not', null),
    )
    .execute()
  return true
}
