/** Trainings, their sessions and who signed up, as rows. */
import { randomUUID } from 'node:crypto'
import { sql, type Generated } from 'kysely'
import { asHouse, type Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import {
  isOpen,
  seatsFor,
  standing,
  type NewSession,
  type NewTraining,
  type Own,
  type Seats,
  type Signup,
  type Training,
  type TrainingSession,
} from './training.ts'

declare module '../platform/database.ts' {
  interface Database {
    'learning.training': Training & { organisationId: string; madeBy: string | null; madeAt: Moment }
    'learning.trainingMethod': { trainingId: string; versionId: string; organisationId: string }
    'learning.trainingSession': TrainingSession & { organisationId: string; madeAt: Moment }
    'learning.signup': Omit<Signup, 'number'> & {
      organisationId: string
      number: Generated<string>
      withdrawnAt: Generated<Moment | null>
      attended: Generated<boolean | null>
    }
  }
}

/** By title. */
export async function trainingsOf(act: Acting): Promise<Training[]> {
  return act.tx
    .selectFrom('learning.training')
    .select(['id', 'title', 'forWhom', 'programme', 'materials'])
    .orderBy('title')
    .orderBy('id')
    .execute()
}

/** Which wordings of methods a training teaches, or all trainings that the actor sees. */
export async function taughtIn(
  act: Acting,
  trainingId?: string,
): Promise<{ trainingId: string; versionId: string }[]> {
  let query = act.tx.selectFrom('learning.trainingMethod').select(['trainingId', 'versionId'])
  if (trainingId !== undefined) query = query.where('trainingId', '=', trainingId)
  return query.orderBy('trainingId').orderBy('versionId').execute()
}

/** @returns the id */
export async function addTraining(act: Acting, { versionIds, ...training }: NewTraining): Promise<string> {
  const id = randomUUID()
  const { organisationId, accountId } = act.actor
  await act.tx
    .insertInto('learning.training')
    .values({ ...training, id, organisationId, madeBy: accountId, madeAt: act.now })
    .execute()
  await teach(act, id, versionIds)
  return id
}

/** Whether it is there to change. */
export async function changeTraining(
  act: Acting,
  id: string,
  { versionIds, ...training }: NewTraining,
): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.training')
    .set(training)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await act.tx.deleteFrom('learning.trainingMethod').where('trainingId', '=', id).execute()
  await teach(act, id, versionIds)
  return true
}

async function teach({ tx, actor }: Acting, trainingId: string, versionIds: readonly string[]) {
  if (versionIds.length === 0) return
  const { organisationId } = actor
  await tx
    .insertInto('learning.trainingMethod')
    .values(versionIds.map((versionId) => ({ trainingId, versionId, organisationId })))
    .execute()
}

/** Of one training or of all, in the order in which they are held. */
export async function sessionsOf(act: Acting, trainingId?: string): Promise<TrainingSession[]> {
  let query = act.tx
    .selectFrom('learning.trainingSession')
    .select(['id', 'trainingId', 'onDay', 'fromTime', 'untilTime', 'place', 'seats', 'state'])
  if (trainingId !== undefined) query = query.where('trainingId', '=', trainingId)
  return query.orderBy('onDay').orderBy('fromTime').orderBy('id').execute()
}

/** @returns the id */
export async function addSession(act: Acting, trainingId: string, session: NewSession): Promise<string> {
  const id = randomUUID()
  const { organisationId } = act.actor
  await act.tx
    .insertInto('learning.trainingSession')
    .values({ ...session, id, trainingId, organisationId, state: 'planned', madeAt: act.now })
    .execute()
  return id
}

/** Whether it was planned. Those who had signed up stay on its list, and from then on nobody comes onto it any more. */
export async function cancelSession(act: Acting, id: string): Promise<boolean> {
  await holdLine(act, id)
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.trainingSession')
    .set({ state: 'cancelled' })
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Until the end of the transaction nobody else signs up for this session, withdraws or cancels it; the lock that the order is given under. */
async function holdLine({ tx }: Acting, sessionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sessionId}, 7355630))`.execute(tx)
}

/** Everybody who signed up for one session or for several, in their order; for those who hold the training. Others see only themselves. */
export async function signupsOf(act: Acting, of: string | readonly string[]): Promise<Signup[]> {
  const ids = typeof of === 'string' ? [of] : of
  if (ids.length === 0) return []
  const rows = await act.tx
    .selectFrom('learning.signup')
    .select(['id', 'sessionId', 'accountId', 'number', 'signedAt', 'withdrawnAt', 'attended'])
    .where(sql<boolean>`session_id = any(${ids}::uuid[])`)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, number: Number(row.number) }))
}

/** Where the actor is on the list, or null. */
export async function ownSignup(act: Acting, { id }: Pick<TrainingSession, 'id'>): Promise<Signup | null> {
  const isOwn = ({ accountId, withdrawnAt }: Signup) =>
    accountId === act.actor.accountId && withdrawnAt === null
  return (await signupsOf(act, id)).find(isOwn) ?? null
}

/**
 * How full these sessions are, and where the actor stands. How many come is everybody's to know who sees the session; who they are is not, so the
 * house counts where the actor may not look.
 */
export async function seatsOf(
  act: Acting,
  sessions: readonly Pick<TrainingSession, 'id' | 'seats'>[],
): Promise<Map<string, Seats>> {
  const ids = sessions.map(({ id }) => id)
  const signups = await asHouse(act, (house) => signupsOf(house, ids))
  const lines = Map.groupBy(signups, ({ sessionId }) => sessionId)
  return new Map(
    sessions.map(({ id, seats }) => [id, seatsFor(lines.get(id) ?? [], seats, act.actor.accountId)]),
  )
}

/**
 * Signs the actor up; whoever is on the list already stays where they are.
 *
 * @returns where they stand, or null where it is no longer open
 */
export async function signUp(act: Acting, session: TrainingSession): Promise<Own | null> {
  const { accountId, organisationId } = act.actor
  if (accountId === null || !isOpen(session, act.today)) return null
  await holdLine(act, session.id)
  const now = await act.tx
    .selectFrom('learning.trainingSession')
    .select('state')
    .where('id', '=', session.id)
    .executeTakeFirst()
  // It may have been cancelled since it was looked at; who was on its list has been told.
  if (now?.state !== session.state) return null
  await act.tx
    .insertInto('learning.signup')
    .values({ id: randomUUID(), sessionId: session.id, organisationId, accountId, signedAt: act.now })
    .onConflict((conflict) =>
      conflict.columns(['sessionId', 'accountId']).where('withdrawnAt', 'is', null).doNothing(),
    )
    .execute()
  return (await seatsOf(act, [session])).get(session.id)?.own ?? null
}

/**
 * Takes the actor off the list, as long as it is open and they have not been there.
 *
 * @returns whose seat it is now, nobody's where nobody waited; null where the actor was not taken off
 */
export async function withdraw(act: Acting, session: TrainingSession): Promise<{ movedUp: string[] } | null> {
  const { accountId } = act.actor
  if (accountId === null || !isOpen(session, act.today)) return null
  await holdLine(act, session.id)
  const lineNow = async () => {
    const signups = await asHouse(act, (house) => signupsOf(house, session.id))
    return standing(signups, session.seats).in.map((one) => one.accountId)
  }
  const before = new Set(await lineNow())
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.signup')
    .set({ withdrawnAt: act.now })
    .where('sessionId', '=', session.id)
    .where('accountId', '=', accountId)
    .where('withdrawnAt', 'is', null)
    .where('attended', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return null
  return { movedUp: (await lineNow()).filter((id) => !before.has(id)) }
}
