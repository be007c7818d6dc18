/** Places as rows. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import { seal, unseal } from '../platform/sealing.ts'
import type { CommunityLanguage } from './community.ts'
import { holdsOf } from './place-hold.store.ts'
import { readRule, ruleText, type Schedule } from './place-schedule.ts'
import {
  confirmedForDays,
  freeBetween,
  type Access,
  type Feature,
  type Place,
  type PlaceContact,
  type PlaceKind,
  type PlaceOffer,
} from './place.ts'

type PlaceTable = {
  id: string
  communityId: string
  organisationId: string
  kind: PlaceKind
  title: string
  what: string
  timing: Schedule['timing']
  rule: string | null
  opens: string | null
  closes: string | null
  languages: CommunityLanguage[]
  access: Access[]
  features: Feature[]
  rules: string
  costCents: number | null
  costNote: string
  minimum: number
  total: number
  startsOn: Day | null
  endsOn: Day | null
  confirmedOn: Day | null
  confirmedBy: string | null
  locationId: string | null
  state: 'open' | 'closed'
  madeAt: Moment
  changedAt: Moment
}

declare module '../platform/database.ts' {
  interface Database {
    'communities.place': PlaceTable
    'communities.place_contact': {
      placeId: string
      communityId: string
      organisationId: string
      buddySealed: Buffer | null
      troubleSealed: Buffer | null
      callSealed: Buffer | null
    }
  }
}

function fromRow(row: PlaceTable): Place {
  const { timing, rule, opens, closes, confirmedBy: _, madeAt: __, changedAt: ___, ...rest } = row
  const read = rule === null ? null : readRule(rule)
  // A rule that somebody wrote past this program is better asked about than shown wrong.
  return {
    ...rest,
    schedule:
      timing === 'regular'
        ? read
          ? { timing, rule: read, opens, closes }
          : { timing: 'agreement' }
        : { timing },
  }
}

function toRow({ schedule, ...rest }: PlaceOffer) {
  const regular = schedule.timing === 'regular' ? schedule : null
  return {
    ...rest,
    timing: schedule.timing,
    rule: regular ? ruleText(regular.rule) : null,
    opens: regular?.opens ?? null,
    closes: regular?.closes ?? null,
  }
}

/** All places that the actor sees, of one community or of all. */
export async function listPlaces(act: Acting, communityId?: string): Promise<Place[]> {
  let query = act.tx.selectFrom('communities.place').selectAll()
  if (communityId !== undefined) query = query.where('communityId', '=', communityId)
  const rows = await query.orderBy('kind').orderBy('title').orderBy('id').execute()
  return rows.map(fromRow)
}

export async function placeOf(act: Acting, communityId: string, id: string): Promise<Place | null> {
  const row = await act.tx
    .selectFrom('communities.place')
    .selectAll()
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .executeTakeFirst()
  return row ? fromRow(row) : null
}

/** Null where the actor may not see it. */
export async function placeContactOf(act: Acting, placeId: string): Promise<PlaceContact | null> {
  const row = await act.tx
    .selectFrom('communities.place_contact')
    .select(['buddySealed', 'troubleSealed', 'callSealed'])
    .where('placeId', '=', placeId)
    .executeTakeFirst()
  if (!row) return null
  const open = (column: string, bytes: Buffer | null) =>
    bytes && unseal(act.keys, sealedIn(column, placeId), bytes)
  return {
    buddy: open('buddy', row.buddySealed),
    trouble: open('trouble', row.troubleSealed),
    call: open('call', row.callSealed),
  }
}

/** Who offers it has just said how it is: it counts as confirmed today. */
export async function addPlace(
  act: Acting,
  communityId: string,
  offer: PlaceOffer,
  contact: PlaceContact,
): Promise<string> {
  const id = randomUUID()
  const { organisationId, accountId } = act.actor
  await act.tx
    .insertInto('communities.place')
    .values({
      ...toRow(offer),
      id,
      communityId,
      organisationId,
      confirmedOn: act.today,
      confirmedBy: accountId,
      state: 'open',
      madeAt: act.now,
      changedAt: act.now,
    })
    .execute()
  await act.tx
    .insertInto('communities.place_contact')
    .values({ placeId: id, communityId, organisationId, ...sealed(act, id, contact) })
    .execute()
  return id
}

/**
 * Changes what is offered; that confirms it too.
 *
 * @returns `held`: so many are taken on some day, and the new total would be less; nothing is changed then
 */
export async function changePlace(
  act: Acting,
  { id, communityId }: Pick<Place, 'id' | 'communityId'>,
  offer: PlaceOffer,
  contact: PlaceContact,
): Promise<{ changed: boolean; held: number | null }> {
  await sql`select communities.place_turn(${id})`.execute(act.tx)
  const held = offer.total - freeBetween(offer.total, await holdsOf(act, id), act.today, null)
  if (held > offer.total) return { changed: false, held }
  const result = await act.tx
    .updateTable('communities.place')
    .set({ ...toRow(offer), confirmedOn: act.today, confirmedBy: act.actor.accountId, changedAt: act.now })
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return { changed: false, held: null }
  const columns = sealed(act, id, contact)
  await act.tx
    .insertInto('communities.place_contact')
    .values({ placeId: id, communityId, organisationId: act.actor.organisationId, ...columns })
    .onConflict((conflict) => conflict.column('placeId').doUpdateSet(columns))
    .execute()
  return { changed: true, held: null }
}

/** Everything is still as it is written. */
export async function confirmPlace(act: Acting, id: string): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.place')
    .set({ confirmedOn: act.today, confirmedBy: act.actor.accountId, changedAt: act.now })
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Closing keeps what is taken; nobody new comes. Opening again confirms it. */
export async function turnPlace(act: Acting, id: string, state: 'open' | 'closed'): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.place')
    .set({
      state,
      changedAt: act.now,
      ...(state === 'open' ? { confirmedOn: act.today, confirmedBy: act.actor.accountId } : {}),
    })
    .where('id', '=', id)
    .where('state', '!=', state)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Open places whose word is older than a quarter of a year, or was never given; the oldest first. For whoever may confirm them. */
export async function placesToConfirm(act: Acting): Promise<Place[]> {
  const rows = await act.tx
    .selectFrom('communities.place')
    .selectAll()
    .where('organisationId', '=', act.actor.organisationId)
    .where('state', '=', 'open')
    .where(({ eb, or }) =>
      or([
        eb('confirmedOn', 'is', null),
        eb('confirmedOn', '<', act.today.subtract({ days: confirmedForDays })),
      ]),
    )
    .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>=', act.today)]))
    .orderBy(sql`confirmed_on nulls first`)
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

const sealedIn = (column: string, id: string) => `communities.place_contact/${column}/${id}`

function sealed(act: Acting, id: string, { buddy, trouble, call }: PlaceContact) {
  const close = (column: string, text: string | null) =>
    text === null ? null : seal(act.keys, sealedIn(column, id), text)
  return {
    buddySealed: close('buddy', buddy),
    troubleSealed: close('trouble', trouble),
    callSealed: close('call', call),
  }
}
