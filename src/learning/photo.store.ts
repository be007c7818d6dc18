/** Pictures of what was seen, as rows; sealed, and read one by one. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import { sealBytes, unsealBytes } from '../platform/sealing.ts'
import { mostPhotos, type Photo } from './photo.ts'

declare module '../platform/database.ts' {
  interface Database {
    'learning.observationPhoto': Photo & {
      organisationId: string
      pictureSealed: Buffer
      byAccount: string | null
      madeAt: Moment
    }
  }
}

const placeOf = (id: string) => `learning.observation_photo/picture/${id}`

/** Of one observation or draft, in their order. */
export async function photosOf(act: Acting, observationId: string): Promise<Photo[]> {
  return act.tx
    .selectFrom('learning.observationPhoto')
    .select(['id', 'observationId', 'number', 'width', 'height', 'alt'])
    .where('observationId', '=', observationId)
    .orderBy('number')
    .execute()
}

/** How many there are, by the id of the observation. */
export async function photoCounts(act: Acting, mobilityId: string): Promise<Map<string, number>> {
  const counted = await act.tx
    .selectFrom('learning.observationPhoto as p')
    .innerJoin('learning.observation as o', 'o.id', 'p.observationId')
    .select(['p.observationId', sql<number>`count(*)::int`.as('count')])
    .where('o.mobilityId', '=', mobilityId)
    .groupBy('p.observationId')
    .execute()
  return new Map(counted.map(({ observationId, count }) => [observationId, count]))
}

/** With whether it stands in a draft. */
export type PhotoSeen = Photo & { state: 'draft' | 'kept' }

export async function photoOf(act: Acting, id: string): Promise<PhotoSeen | null> {
  const found = await act.tx
    .selectFrom('learning.observationPhoto as p')
    .innerJoin('learning.observation as o', 'o.id', 'p.observationId')
    .select(['p.id', 'p.observationId', 'p.number', 'p.width', 'p.height', 'p.alt', 'o.state'])
    .where('p.id', '=', id)
    .executeTakeFirst()
  return found ?? null
}

/** The JPEG itself. */
export async function pictureOf(act: Acting, id: string): Promise<Buffer | null> {
  const found = await act.tx
    .selectFrom('learning.observationPhoto')
    .select('pictureSealed')
    .where('id', '=', id)
    .executeTakeFirst()
  return found ? unsealBytes(act.keys, placeOf(id), found.pictureSealed) : null
}

export type NewPhoto = Pick<Photo, 'width' | 'height'> & { bytes: Buffer }

/** @returns whether there was room for all of them; nothing is kept otherwise */
export async function addPhotos(
  act: Acting,
  observationId: string,
  { pictures, alt }: { pictures: readonly NewPhoto[]; alt: string },
): Promise<boolean> {
  if (pictures.length === 0) return true
  // One after the other: two that look at once would both take the same places.
  await act.tx
    .selectFrom('learning.observation')
    .select('id')
    .where('id', '=', observationId)
    .forUpdate()
    .execute()
  const taken = new Set((await photosOf(act, observationId)).map(({ number }) => number))
  const free = Array.from({ length: mostPhotos }, (_, place) => place + 1).filter((one) => !taken.has(one))
  if (free.length < pictures.length) return false
  const rows = pictures.map(({ bytes, ...size }, place) => {
    const id = randomUUID()
    return {
      ...size,
      id,
      observationId,
      organisationId: act.actor.organisationId,
      number: free[place] ?? 0,
      pictureSealed: sealBytes(act.keys, placeOf(id), bytes),
      alt,
      byAccount: act.actor.accountId,
      madeAt: act.now,
    }
  })
  await act.tx.insertInto('learning.observationPhoto').values(rows).execute()
  return true
}

/** Says what is in it. Whether it is there to say it of. */
export async function describePhoto(act: Acting, id: string, alt: string): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.observationPhoto')
    .set({ alt })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether there was one to take away. */
export async function removePhoto(act: Acting, id: string): Promise<boolean> {
  const { numDeletedRows } = await act.tx
    .deleteFrom('learning.observationPhoto')
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
