/** Offers of people from one coordinator to another; see `move.ts`. Until one is accepted, everything stays with the giver. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import { dayAt, type Day, type Moment } from '../platform/day.ts'
import { seal, unseal } from '../platform/sealing.ts'
import { byGiver, type MoveState, type OfferedPerson } from './move.ts'

declare module '../platform/database.ts' {
  interface Database {
    'people.move': {
      id: string
      organisationId: string
      fromId: string | null
      toId: string
      offeredBy: string
      offeredAt: Moment
      offeredOn: Day
      noteSealed: Buffer | null
      state: MoveState
      decidedAt: Moment | null
      decidedBy: string | null
      reasonSealed: Buffer | null
    }
    'people.movePerson': OfferedPerson & { moveId: string; organisationId: string; state: MoveState }
  }
}

const place = (what: 'note' | 'reason', id: string) => `people.move/${what}/${id}`

/** Somebody is on offer already, or not the actor's to offer. */
export class NotOfferableError extends Error {
  override name = 'NotOfferableError'
}

/**
 * Offers people to a coordinator, one offer for each giver.
 *
 * @returns the ids of the offers
 * @throws NotOfferableError
 */
export async function offerMove(
  act: Acting,
  offer: {
    toId: string
    note: string | null
    people: readonly (OfferedPerson & { fromId: string | null })[]
  },
): Promise<string[]> {
  const ids: string[] = []
  const { organisationId, accountId } = act.actor
  if (accountId === null) throw new NotOfferableError()
  for (const [fromId, people] of byGiver(offer.people)) {
    const id = randomUUID()
    await act.tx
      .insertInto('people.move')
      .values({
        id,
        organisationId,
        fromId,
        toId: offer.toId,
        offeredBy: accountId,
        offeredAt: act.now,
        offeredOn: act.today,
        noteSealed: offer.note ? seal(act.keys, place('note', id), offer.note) : null,
        state: 'offered',
      })
      .execute()
    const added = await act.tx
      .insertInto('people.movePerson')
      .values(
        people.map(({ fromId: _, ...person }) => ({
          ...person,
          moveId: id,
          organisationId,
          state: 'offered' as const,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .column('personId')
          // Written out: the index is found by it, which a plan for any value could not do.
          .where(sql<boolean>`state = 'offered'`)
          .doNothing(),
      )
      .executeTakeFirst()
    if (Number(added.numInsertedOrUpdatedRows ?? 0n) !== people.length) throw new NotOfferableError()
    ids.push(id)
  }
  return ids
}

export type Move = {
  id: string
  fromId: string | null
  toId: string
  offeredBy: string
  offeredOn: Day
  decidedOn: Day | null
  note: string | null
  state: MoveState
  reason: string | null
  people: (OfferedPerson & { state: MoveState })[]
}

/** Offers the actor has a part in, all of the house for its lead: those that wait, or also those that were answered lately. */
export async function movesOf(act: Acting, which: { id: string } | 'open' | { since: Day }): Promise<Move[]> {
  let query = act.tx
    .selectFrom('people.move')
    .select([
      'id',
      'fromId',
      'toId',
      'offeredBy',
      'offeredOn',
      'noteSealed',
      'state',
      'decidedAt',
      'reasonSealed',
    ])
    .where('organisationId', '=', act.actor.organisationId)
  if (which === 'open') query = query.where('state', '=', sql.lit('offered'))
  else if ('id' in which) query = query.where('id', '=', which.id)
  else
    query = query.where((is) =>
      is.or([is('state', '=', sql.lit('offered')), is('offeredOn', '>=', which.since)]),
    )
  const moves = await query.orderBy('offeredAt', 'desc').orderBy('id').execute()
  if (moves.length === 0) return []
  const people = await act.tx
    .selectFrom('people.movePerson')
    .select([
      'moveId',
      'personId',
      'code',
      'municipality',
      'language',
      'pathState',
      'leftOn',
      'openTasks',
      'state',
    ])
    .where(
      'moveId',
      'in',
      moves.map(({ id }) => id),
    )
    .orderBy('code')
    .execute()
  const byMove = Map.groupBy(people, ({ moveId }) => moveId)
  return moves.map(({ noteSealed, reasonSealed, decidedAt, ...move }) => ({
    ...move,
    decidedOn: decidedAt && dayAt(decidedAt, act.actor.timeZone),
    note: noteSealed && unseal(act.keys, place('note', move.id), noteSealed),
    reason: reasonSealed && unseal(act.keys, place('reason', move.id), reasonSealed),
    people: (byMove.get(move.id) ?? []).map(({ moveId: _, ...person }) => person),
  }))
}

/** Those of these people who are on offer. */
export async function onOffer(act: Acting, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await act.tx
    .selectFrom('people.movePerson')
    .select('personId')
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .where('state', '=', sql.lit('offered'))
    .execute()
  return new Set(rows.map(({ personId }) => personId))
}

/** Takes an offer back that nobody has answered yet. */
export async function withdrawMove(act: Acting, id: string): Promise<boolean> {
  if (act.actor.accountId === null) return false
  // The people first: whose they are is read from the offer while it stands.
  await act.tx
    .updateTable('people.movePerson')
    .set({ state: 'withdrawn' })
    .where('moveId', '=', id)
    .where('state', '=', sql.lit('offered'))
    .where('moveId', 'in', (eb) =>
      eb
        .selectFrom('people.move')
        .select('id')
        .where('state', '=', sql.lit('offered'))
        .where((is) =>
          act.actor.role === 'lead'
            ? is.lit(true)
            : is.or([is('fromId', '=', act.actor.accountId), is('offeredBy', '=', act.actor.accountId)]),
        ),
    )
    .execute()
  return decide(act, id, 'withdrawn', null)
}

/**
 * The receiver's answer. The people are not handed over by it: that is done by the house, in the same transaction.
 *
 * @param accepted of the people of the offer; what is not among them is declined
 * @returns who was accepted; null where there is no such offer to this account
 */
export async function answerMove(
  act: Acting,
  id: string,
  answer: { accepted: readonly string[]; reason: string | null },
): Promise<string[] | null> {
  const offer = await act.tx
    .selectFrom('people.move')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', sql.lit('offered'))
    .where('toId', '=', act.actor.accountId)
    .forUpdate()
    .executeTakeFirst()
  if (!offer) return null
  const mark = async (state: 'accepted' | 'declined') => {
    const taken = sql<boolean>`person_id = any(${[...answer.accepted]}::uuid[])`
    return act.tx
      .updateTable('people.movePerson')
      .set({ state })
      .where('moveId', '=', id)
      .where('state', '=', sql.lit('offered'))
      .where(state === 'accepted' ? taken : sql<boolean>`not ${taken}`)
      .returning('personId')
      .execute()
  }
  const accepted = (await mark('accepted')).map(({ personId }) => personId)
  await mark('declined')
  const state = accepted.length > 0 ? 'accepted' : 'declined'
  return (await decide(act, id, state, answer.reason)) ? accepted : null
}

async function decide(act: Acting, id: string, state: MoveState, reason: string | null): Promise<boolean> {
  const decided = await act.tx
    .updateTable('people.move')
    .set({
      state,
      decidedAt: act.now,
      decidedBy: act.actor.accountId,
      reasonSealed: reason ? seal(act.keys, place('reason', id), reason) : null,
    })
    .where('id', '=', id)
    .where('state', '=', sql.lit('offered'))
    .executeTakeFirst()
  return decided.numUpdatedRows === 1n
}

/** Whose offers end because the people went another way; what is left empty is over. As the lead or the house. */
export async function endOffers(act: Acting, personIds: readonly string[]): Promise<number> {
  if (act.actor.role !== 'lead' && act.actor.role !== 'system') return 0
  const ended = await act.tx
    .updateTable('people.movePerson')
    .set({ state: 'withdrawn' })
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .where('state', '=', sql.lit('offered'))
    .returning('moveId')
    .execute()
  if (ended.length === 0) return 0
  await act.tx
    .updateTable('people.move')
    .set({ state: 'withdrawn', decidedAt: act.now, decidedBy: act.actor.accountId })
    .where('state', '=', sql.lit('offered'))
    .where(
      'id',
      'in',
      ended.map(({ moveId }) => moveId),
    )
    .where(
      sql<boolean>`not exists (select from people.move_person p where p.move_id = people.move.id and p.state = 'offered')`,
    )
    .execute()
  return ended.length
}

/** People for whom nobody who works here as a coordinator is responsible, with whoever was. For the lead. */
export async function withoutCoordinator(
  act: Acting,
): Promise<{ personId: string; coordinatorId: string | null }[]> {
  // A coordinator sees too few to say so.
  if (act.actor.role !== 'lead' && act.actor.role !== 'system') return []
  const { rows } = await sql<{ personId: string; coordinatorId: string | null }>`
    select p.id as person_id, p.coordinator_id from people.person p
    where p.organisation_id = ${act.actor.organisationId} and not exists (
      select from access.account a join access.account_role r on r.account_id = a.id and r.role = 'coordinator'
      where a.id = p.coordinator_id and a.state = 'active')`.execute(act.tx)
  return rows
}

/** Offers of nobody any more: the last of their people was erased. As the system. */
export async function eraseEmptyMoves(act: Acting): Promise<number> {
  const gone = await act.tx
    .deleteFrom('people.move')
    .where(sql<boolean>`not exists (select from people.move_person p where p.move_id = people.move.id)`)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
