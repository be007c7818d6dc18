/** Watches what waits: what is too late or nobody's goes up to the lead, and comes down when somebody is here again. */
import { sql } from 'kysely'
import { awayOn } from '../access/absence.store.ts'
import { peopleById } from '../people/person.store.ts'
import { systemOf, withActor, type Acting } from '../platform/actor.ts'
import type { Job } from '../platform/room.ts'
import { escalationRules } from './escalation.content.ts'
import { inFront, watch, type AwayBy, type Escalation } from './escalation.ts'
import { listOpenTasks } from './task.store.ts'

/** How many went up because of their limit or because nobody is here, and how many came down. */
export type Watched = { limit: number; absent: number; down: number }

/**
 * Looks at everything open in the organisation. Running it again changes nothing.
 *
 * @param act as the system of one organisation
 */
export async function watchTasks(
  act: Acting,
  away: AwayBy,
  rules: Escalation = escalationRules(),
): Promise<Watched> {
  const watched = { limit: 0, absent: 0, down: 0 }
  if (act.actor.role !== 'system') return watched
  const { now, today, actor } = act
  const at = { now, today, timeZone: actor.timeZone, away }
  const changes = inFront(await listOpenTasks(act)).flatMap((task) => {
    const change = watch(rules, task, at)
    return change ? [{ change, task }] : []
  })
  for (const [change, changed] of Map.groupBy(changes, (each) => each.change)) {
    const ids = changed.map(({ task }) => task.id)
    const up = change === 'down' ? null : change
    await sql`update tasks.task set
      escalated_to = case when ${up}::text is null then null else 'lead' end, escalated_at = ${up && now.toString()}::timestamptz, escalated_why = ${up}::text
      where id = any(${ids}::uuid[])`.execute(act.tx)
    watched[change] += ids.length
  }
  const people = await peopleById(
    act,
    changes.map(({ task }) => task.personId),
  )
  const subjects = [...people.values()].map(({ auditSubject }) => auditSubject)
  if (subjects.length > 0) await act.audit('change', 'tasks.watch', subjects)
  return watched
}

export const taskJobs: Job[] = [
  {
    name: 'tasks-watch',
    cron: '*/5 * * * *',
    async run(ground, organisation) {
      await withActor(ground, systemOf(organisation.id, organisation.timeZone), async (act) => {
        await watchTasks(act, await awayOn(act, act.today))
      })
    },
  },
]
