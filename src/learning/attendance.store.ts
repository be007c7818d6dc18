/** Who was there, as rows. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { asHouse, type Acting } from '../platform/actor.ts'
import { attendanceCode } from './attendance.code.ts'
import { codeState, isHeldBy } from './attendance.ts'
import { seatsOf, sessionsOf } from './training.store.ts'
import type { Own, TrainingSession } from './training.ts'

/**
 * Notes who came: `true`, `false`, or null where it is not known. With it the session has been held.
 *
 * @param shown who stood there as having come on the list that was looked at: whoever is not marked and was not among them may have said by the code
 * since that they are there, and that stands
 */
export async function noteAttendance(
  act: Acting,
  session: Pick<TrainingSession, 'id'>,
  came: ReadonlyMap<string, boolean | null>,
  shown?: ReadonlySet<string>,
): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.trainingSession')
    .set({ state: 'held' })
    .where('id', '=', session.id)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  for (const [signupId, attended] of came) {
    let query = act.tx
      .updateTable('learning.signup')
      .set({ attended })
      .where('id', '=', signupId)
      .where('sessionId', '=', session.id)
      .where('withdrawnAt', 'is', null)
    if (shown && attended !== true && !shown.has(signupId))
      query = query.where(sql<boolean>`attended is distinct from true`)
    await query.execute()
  }
  return true
}

/** The session that this code was made for, as the actor sees it; also where the code is not good now. */
export async function sessionByCode(act: Acting, code: string): Promise<TrainingSession | null> {
  return (await sessionsOf(act)).find((session) => attendanceCode(act.keys, session) === code) ?? null
}

/**
 * Notes that the actor is there, by the code on the wall. Whoever is not on the list is put on it, and waits where no seat is left.
 *
 * That they came is not theirs to say, and the database lets them not: it is the house that says it, and only here, after it has looked at the code and
 * the hour.
 *
 * @returns where they stand, and only whoever is in was there; null where the code opens nothing now
 */
export async function attend(act: Acting, code: string): Promise<Own | null> {
  const { accountId, organisationId, timeZone } = act.actor
  const isOpen = (one: TrainingSession | null) => one && codeState(one, act.now, timeZone) === 'open'
  const session = await sessionByCode(act, code)
  if (accountId === null || !session || !isOpen(session)) return null
  // Takes the lock of the line, also where they are on it: until the end of this nobody moves.
  await act.tx
    .insertInto('learning.signup')
    .values({ id: randomUUID(), sessionId: session.id, organisationId, accountId, signedAt: act.now })
    .onConflict((conflict) =>
      conflict.columns(['sessionId', 'accountId']).where('withdrawnAt', 'is', null).doNothing(),
    )
    .execute()
  // It may have been cancelled while the line was held: whoever is on its list now finds it so.
  if (!isOpen(await sessionByCode(act, code))) return null
  const own = (await seatsOf(act, [session])).get(session.id)?.own ?? null
  if (own?.state !== 'in') return own
  await asHouse(act, (house) =>
    house.tx
      .updateTable('learning.signup')
      .set({ attended: true })
      .where('sessionId', '=', session.id)
      .where('accountId', '=', accountId)
      .where('withdrawnAt', 'is', null)
      .execute(),
  )
  return own
}

/**
 * Days on which somebody was there have been held when they end, whether or not somebody looks at the list.
 *
 * @param act as the system of one organisation
 * @returns how many
 */
export async function closeSessions(act: Acting): Promise<number> {
  if (act.actor.role !== 'system') return 0
  const sessions = await act.tx
    .selectFrom('learning.trainingSession as session')
    .select(['id', 'onDay', 'fromTime', 'untilTime'])
    .where('state', '=', sql.lit('planned'))
    .where('onDay', '<=', act.today)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('learning.signup')
          .select('learning.signup.id')
          .whereRef('learning.signup.sessionId', '=', 'session.id')
          .where('attended', '=', true),
      ),
    )
    .execute()
  const over = sessions.filter((session) => isHeldBy(session, act.now, act.actor.timeZone))
  for (const { id } of over)
    await act.tx
      .updateTable('learning.trainingSession')
      .set({ state: 'held' })
      .where('id', '=', id)
      .where('state', '=', sql.lit('planned'))
      .execute()
  return over.length
}
