/** Who was there, as rows. */
import type { Acting } from '../platform/actor.ts'
import type { TrainingSession } from './training.ts'

/** Notes who came: `true`, `false`, or null where it is not known. With it the session has been held. */
export async function noteAttendance(
  act: Acting,
  session: Pick<TrainingSession, 'id'>,
  came: ReadonlyMap<string, boolean | null>,
): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.trainingSession')
    .set({ state: 'held' })
    .where('id', '=', session.id)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  for (const [signupId, attended] of came) {
    await act.tx
      .updateTable('learning.signup')
      .set({ attended })
      .where('id', '=', signupId)
      .where('sessionId', '=', session.id)
      .where('withdrawnAt', 'is', null)
      .execute()
  }
  return true
}
