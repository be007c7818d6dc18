/** Methods that are carried over here, as rows: their versions and each step of their life. Shipped cards are content: `method.content.ts`. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import type { Method, MethodState, MethodStep, MethodVersion, Origin, OwnMethod } from './method.ts'

declare module '../platform/database.ts' {
  interface Database {
    'learning.method': Method & { organisationId: string; madeAt: Moment }
    'learning.methodVersion': MethodVersion & {
      organisationId: string
      madeBy: string | null
      madeAt: Moment
    }
    'learning.methodStep': MethodStep & { organisationId: string; at: Moment }
  }
}

/** In the order in which they were taken up. */
export async function methodsOf(act: Acting): Promise<Method[]> {
  return act.tx
    .selectFrom('learning.method')
    .select(['id', 'card', 'origin', 'originNote', 'state'])
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
}

/** Of one method or of all; newest first. */
export async function versionsOf(act: Acting, methodId?: string): Promise<MethodVersion[]> {
  let query = act.tx.selectFrom('learning.methodVersion').select(['id', 'methodId', 'number', 'own'])
  if (methodId !== undefined) query = query.where('methodId', '=', methodId)
  return query.orderBy('methodId').orderBy('number', 'desc').execute()
}

/** Each step of a method's life, the first first. */
export async function stepsOf(act: Acting, methodId: string): Promise<MethodStep[]> {
  return act.tx
    .selectFrom('learning.methodStep')
    .select(['id', 'methodId', 'state', 'why', 'onDay', 'byAccount'])
    .where('methodId', '=', methodId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export type TakenUp = {
  /** A shipped card, by its key and the number of its wording; or words of one's own. */
  from: { card: string; number: number } | { own: OwnMethod }
  origin: Origin
  originNote: string
  /** What was seen of it; with an origin of a mobility or an expert at least one that the actor sees. */
  observationIds: readonly string[]
  why: string
}

/**
 * Takes a method up: a candidate with its first version and where it is from.
 *
 * @returns the id, or null where this card has been taken up already
 */
export async function takeUpMethod(act: Acting, taken: TakenUp): Promise<string | null> {
  const { from, origin, originNote, observationIds, why } = taken
  const id = randomUUID()
  const { organisationId, accountId } = act.actor
  const inserted = await act.tx
    .insertInto('learning.method')
    .values({
      id,
      organisationId,
      card: 'card' in from ? from.card : null,
      origin,
      originNote,
      state: 'candidate',
      madeAt: act.now,
    })
    .onConflict((conflict) => conflict.columns(['organisationId', 'card']).doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) return null
  await addVersion(
    act,
    id,
    'card' in from ? { number: from.number, own: null } : { number: 1, own: from.own },
  )
  if (observationIds.length > 0) {
    await act.tx
      .updateTable('learning.observation')
      .set({ methodId: id })
      .where(sql<boolean>`id = any(${[...observationIds]}::uuid[])`)
      .where('state', '=', sql.lit('kept'))
      .where('methodId', 'is', null)
      .execute()
  }
  await act.tx
    .insertInto('learning.methodStep')
    .values({
      id: randomUUID(),
      methodId: id,
      organisationId,
      state: 'candidate',
      why,
      byAccount: accountId,
      onDay: act.today,
      at: act.now,
    })
    .execute()
  return id
}

/** Adds a wording. @returns its id */
export async function addVersion(
  act: Acting,
  methodId: string,
  { number, own }: Pick<MethodVersion, 'number' | 'own'>,
): Promise<string> {
  const id = randomUUID()
  const { organisationId, accountId } = act.actor
  await act.tx
    .insertInto('learning.methodVersion')
    .values({
      id,
      methodId,
      organisationId,
      number,
      own: own === null ? null : sql`${JSON.stringify(own)}::jsonb`,
      madeBy: accountId,
      madeAt: act.now,
    })
    .execute()
  return id
}

/** Says that an observation is of this method; false where it is not there or is of another one already. */
export async function linkObservation(
  act: Acting,
  methodId: string,
  observationId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.observation')
    .set({ methodId })
    .where('id', '=', observationId)
    .where('state', '=', sql.lit('kept'))
    .where('methodId', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes a method a step further, with the reason; false where it is no longer where it was thought to be. */
export async function moveMethod(
  act: Acting,
  id: string,
  { from, to, why }: { from: MethodState; to: MethodState; why: string },
): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.method')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const { organisationId, accountId } = act.actor
  await act.tx
    .insertInto('learning.methodStep')
    .values({
      id: randomUUID(),
      methodId: id,
      organisationId,
      state: to,
      why,
      byAccount: accountId,
      onDay: act.today,
      at: act.now,
    })
    .execute()
  return true
}
