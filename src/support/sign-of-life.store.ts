/** A talk or an answer closes what waited for one. */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import { dayAt, isBefore, type Day } from '../platform/day.ts'
import { closeTasks, listOpenTasks } from '../tasks/task.store.ts'
import { answersSilence } from './silence.ts'

/**
 * Closes what is open of these kinds and began before the sign of life on `on`; what began after it still waits, however late the sign
 * was written down. A talk that stands for a fortnight when a silence would begin does not close one that is there: more may have gone by
 * since, and all of it is one task.
 *
 * @returns whether anything was closed
 */
export async function closeAnswered(
  act: Acting,
  personId: string,
  { on, kinds, outcome }: { on: Day; kinds: readonly ('silence' | 'help')[]; outcome: string },
): Promise<boolean> {
  const tasks = await listOpenTasks(act, { personId, kinds })
  const answered = tasks.filter(({ kind, since, madeAt }) =>
    kind === 'silence' ? answersSilence(on, since) : !isBefore(on, dayAt(madeAt, act.actor.timeZone)),
  )
  const closed = await closeTasks(
    act,
    personId,
    answered.map(({ kind }) => kind),
    { state: 'completed', outcome },
  )
  return closed > 0
}

/**
 * Closes silence for which there is no reason any more: what had gone by was written down after all. Whether it did.
 */
export async function closeUnfounded(act: Acting, personId: string): Promise<boolean> {
  const [silence] = await listOpenTasks(act, { personId, kinds: ['silence'] })
  if (!silence) return false
  const { rows } = await sql<{ founded: boolean }>`select
    exists (select from support.checkup k
      where k.person_id = ${personId} and k.closed_as = 'missed' and k.closed_on >= ${silence.since.toString()}::date)
    or exists (select from support.checkin c
      where c.person_id = ${personId} and c.missed_on >= ${silence.since.toString()}::date
        and not exists (select from support.checkin_answer a where a.checkin_id = c.id)) as founded`.execute(
    act.tx,
  )
  if (rows[0]?.founded) return false
  return (await closeTasks(act, personId, ['silence'], { state: 'completed', outcome: 'written late' })) > 0
}
