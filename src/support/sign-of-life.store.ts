/** A talk or an answer closes what waited for one. */
import type { Acting } from '../platform/actor.ts'
import { dayAt, isBefore, type Day } from '../platform/day.ts'
import { closeTasks, listOpenTasks } from '../tasks/task.store.ts'
import { answersSilence } from './silence.ts'

/**
 * Closes what is open of these kinds and began before the sign of life on `on`; what began after it still waits, however late the sign
 * was written down.
 *
 * @returns whether anything was closed
 */
export async function closeAnswered(
  act: Acting,
  personId: string,
  { on, kinds, outcome }: { on: Day; kinds: readonly ('silence' | 'help')[]; outcome: string },
): Promise<boolean> {
  const tasks = await listOpenTasks(act, { personId, kinds })
  const answered = tasks.filter(({ kind, dueOn, madeAt }) =>
    kind === 'silence' ? answersSilence(on, dueOn) : !isBefore(on, dayAt(madeAt, act.actor.timeZone)),
  )
  const closed = await closeTasks(
    act,
    personId,
    answered.map(({ kind }) => kind),
    { state: 'completed', outcome },
  )
  return closed > 0
}
