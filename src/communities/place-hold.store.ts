/** What of a place is taken, on which days. For whom is known elsewhere. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { asHouse, type Acting } from '../platform/actor.ts'
import { earlierOf, laterOf, type Day, type Moment } from '../platform/day.ts'
import { freeBetween, type HoldLabel, type Place, type Taken } from './place.ts'

declare module '../platform/database.ts' {
  interface Database {
    'communities.hold': {
      id: string
      placeId: string
      communityId: string
      organisationId: string
      fromOn: Day
      untilOn: Day | null
      count: number
      label: HoldLabel
      state: 'held' | 'released'
      madeAt: Moment
      madeBy: string | null
      releasedOn: Day | null
      releasedBy: string | null
    }
  }
}

export type NewHold = Taken & { label: HoldLabel }
export type Hold = NewHold & { id: string }

/** Those that take something today or later, the earliest first. */
export async function holdsOf(act: Acting, placeId: string): Promise<Hold[]> {
  const rows = await act.tx
    .selectFrom('communities.hold')
    .select(['id', 'fromOn', 'untilOn', 'releasedOn', 'count', 'label'])
    .where('placeId', '=', placeId)
    .where(stillTaking(act.today))
    .orderBy('fromOn')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...takenFrom(row), id: row.id, label: row.label }))
}

/**
 * What is taken of these places, as days and numbers alone. How much of a place is free is everybody's to know who sees the place; by whom
 * it is taken is not, so the house looks where the actor may not.
 */
export async function takenOf(
  act: Acting,
  places: readonly Pick<Place, 'id' | 'organisationId'>[],
): Promise<Map<string, Taken[]>> {
  const found = new Map<string, Taken[]>()
  for (const [organisationId, ours] of Map.groupBy(places, (place) => place.organisationId)) {
    const ids = ours.map(({ id }) => id)
    const there: Acting = { ...act, actor: { ...act.actor, organisationId } }
    // The inner one leaves the transaction in the other organisation; the outer one brings it back.
    const rows = await asHouse(act, () => asHouse(there, (house) => takenRows(house, ids)))
    for (const { placeId, ...row } of rows) {
      const list = found.get(placeId) ?? []
      list.push(takenFrom(row))
      found.set(placeId, list)
    }
  }
  return found
}

function takenRows({ tx, today }: Acting, ids: readonly string[]) {
  return tx
    .selectFrom('communities.hold')
    .select(['placeId', 'fromOn', 'untilOn', 'releasedOn', 'count'])
    .where(sql<boolean>`place_id = any(${[...ids]}::uuid[])`)
    .where(stillTaking(today))
    .orderBy('fromOn')
    .execute()
}

/**
 * Takes of a place, if there is enough on every one of the days.
 *
 * @returns the id, or how many there are at most on these days
 */
export async function holdPlace(
  act: Acting,
  place: Pick<Place, 'id' | 'communityId'>,
  { from, until, count, label }: NewHold,
): Promise<{ id: string; free: null } | { id: null; free: number }> {
  await sql`select communities.place_turn(${place.id})`.execute(act.tx)
  // Read after the turn has come: what others took while we waited counts.
  const row = await act.tx
    .selectFrom('communities.place')
    .select(['total', 'startsOn', 'endsOn', 'state', 'organisationId'])
    .where('id', '=', place.id)
    .where('organisationId', '=', act.actor.organisationId)
    .executeTakeFirst()
  if (!row || row.state === 'closed') return { id: null, free: 0 }
  const free = freeBetween(row.total, await holdsOf(act, place.id), laterOf(from, act.today), until)
  if (count > free) return { id: null, free }
  const id = randomUUID()
  await act.tx
    .insertInto('communities.hold')
    .values({
      id,
      placeId: place.id,
      communityId: place.communityId,
      organisationId: act.actor.organisationId,
      fromOn: from,
      untilOn: until,
      count,
      label,
      state: 'held',
      madeAt: act.now,
      madeBy: act.actor.accountId,
      releasedOn: null,
      releasedBy: null,
    })
    .execute()
  return { id, free: null }
}

/** From today on it is free again. False where there is no such hold, or it was given back before. */
export async function releaseHold(act: Acting, placeId: string, id: string): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.hold')
    .set({
      state: 'released',
      releasedOn: sql<Day>`greatest(from_on, ${act.today.toString()}::date)`,
      releasedBy: act.actor.accountId,
    })
    .where('id', '=', id)
    .where('placeId', '=', placeId)
    .where('state', '=', 'held')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

const stillTaking = (today: Day) => sql<boolean>`
  communities.taken_days(from_on, until_on, released_on) && daterange(${today.toString()}::date, null)`

function takenFrom(row: { fromOn: Day; untilOn: Day | null; releasedOn: Day | null; count: number }): Taken {
  const { fromOn, untilOn, releasedOn, count } = row
  const ends = [untilOn, releasedOn && releasedOn.subtract({ days: 1 })].filter((end) => end !== null)
  return { from: fromOn, until: ends.length === 0 ? null : ends.reduce(earlierOf), count }
}
