/** Locations as rows. Who is told which address is the database's to decide. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import { seal, unseal } from '../platform/sealing.ts'
import type { Location, LocationProfile, Visibility } from './location.ts'
import { pointText, readPoint } from './point.ts'

declare module '../platform/database.ts' {
  interface Database {
    'communities.location': {
      id: string
      communityId: string
      organisationId: string
      name: string
      municipality: string
      visibility: Visibility
      main: boolean
      madeAt: Moment
      changedAt: Moment
      retiredOn: Day | null
    }
    'communities.location_address': {
      id: string
      communityId: string
      organisationId: string
      addressSealed: Buffer
      pointSealed: Buffer | null
    }
  }
}

const addressPlace = (id: string) => `communities.location_address/address/${id}`
const pointPlace = (id: string) => `communities.location_address/point/${id}`

/** Those that the actor sees, the main one first and those that are no more last; of one community or of all. */
export async function locationsOf(act: Acting, communityId?: string): Promise<Location[]> {
  let query = act.tx
    .selectFrom('communities.location as location')
    .leftJoin('communities.location_address as told', 'told.id', 'location.id')
    .select([
      'location.id',
      'location.communityId',
      'name',
      'municipality',
      'visibility',
      'main',
      'retiredOn',
    ])
    .select(['addressSealed', 'pointSealed'])
  if (communityId !== undefined) query = query.where('location.communityId', '=', communityId)
  const rows = await query
    .orderBy('retiredOn', (order) => order.desc().nullsFirst())
    .orderBy('main', 'desc')
    .orderBy('name')
    .orderBy('location.id')
    .execute()
  return rows.map(({ addressSealed, pointSealed, ...rest }) => ({
    ...rest,
    address: addressSealed && unseal(act.keys, addressPlace(rest.id), addressSealed),
    point: pointSealed && readPoint(unseal(act.keys, pointPlace(rest.id), pointSealed), '').point,
  }))
}

export async function addLocation(
  act: Acting,
  communityId: string,
  { address, point, ...profile }: LocationProfile,
): Promise<string> {
  const id = randomUUID()
  const ours = { id, communityId, organisationId: act.actor.organisationId }
  if (profile.main) await noOtherMain(act, communityId)
  await act.tx
    .insertInto('communities.location')
    .values({ ...ours, ...profile, madeAt: act.now, changedAt: act.now, retiredOn: null })
    .execute()
  await act.tx
    .insertInto('communities.location_address')
    .values({ ...ours, ...sealed(act, id, { address, point }) })
    .execute()
  return id
}

/** False where there is none that the actor may change. */
export async function changeLocation(
  act: Acting,
  { id, communityId }: Pick<Location, 'id' | 'communityId'>,
  { address, point, ...profile }: LocationProfile,
): Promise<boolean> {
  if (profile.main) await noOtherMain(act, communityId)
  const { numUpdatedRows } = await act.tx
    .updateTable('communities.location')
    .set({ ...profile, changedAt: act.now })
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await act.tx
    .updateTable('communities.location_address')
    .set(sealed(act, id, { address, point }))
    .where('id', '=', id)
    .execute()
  return true
}

/** It is there no more, or there again: what is linked to it stays so. Whether that changed anything. */
export async function turnLocation(
  act: Acting,
  { id, communityId }: Pick<Location, 'id' | 'communityId'>,
  to: 'retired' | 'used',
): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('communities.location')
    .set(
      to === 'retired'
        ? { retiredOn: act.today, main: false, changedAt: act.now }
        : { retiredOn: null, changedAt: act.now },
    )
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .where('retiredOn', to === 'retired' ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function noOtherMain(act: Acting, communityId: string): Promise<void> {
  // Two who say so at once come one after the other.
  await act.tx
    .selectFrom('communities.community')
    .select('id')
    .where('id', '=', communityId)
    .forUpdate()
    .execute()
  await act.tx
    .updateTable('communities.location')
    .set({ main: false })
    .where('communityId', '=', communityId)
    .where('main', '=', true)
    .execute()
}

function sealed(act: Acting, id: string, { address, point }: Pick<LocationProfile, 'address' | 'point'>) {
  return {
    addressSealed: seal(act.keys, addressPlace(id), address),
    pointSealed: point && seal(act.keys, pointPlace(id), pointText(point)),
  }
}
