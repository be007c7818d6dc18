import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import { withdrawMessages } from '../platform/mail.ts'
import { escalationRules } from './escalation.content.ts'
import type { SearchStep, Task, TaskKind, TaskState } from './task.ts'
import { urgentKinds } from './urgent.ts'

declare module '../platform/database.ts' {
  interface Database {
    'tasks.task': {
      id: string
      organisationId: string
      personId: string
      kind: TaskKind
      ownerId: string | null
      state: TaskState
      subjectId: string | null
      dueOn: Day
      dueAt: Moment | null
      madeAt: Moment
      doneAt: Moment | null
      doneBy: string | null
      outcome: string | null
      since: Day
      step: SearchStep | null
      stepAt: Moment | null
      escalatedTo: 'lead' | null
      escalatedAt: Moment | null
      escalatedWhy: 'limit' | 'absent' | null
    }
  }
}

export type NewTask = {
  personId: string
  kind: TaskKind
  ownerId: string | null
  dueOn: Day
  /** Where it began before its day. */
  since?: Day
  dueAt?: Moment | null
  subjectId?: string | null
}

/** Opens tasks; one that is open already for the same person and kind stays as it is. How many were opened. */
export async function openTasks(act: Acting, tasks: readonly NewTask[]): Promise<number> {
  let opened = 0
  for (let at = 0; at < tasks.length; at += 500) {
    const result = await act.tx
      .insertInto('tasks.task')
      .values(
        tasks.slice(at, at + 500).map((task) => ({
          id: randomUUID(),
          organisationId: act.actor.organisationId,
          personId: task.personId,
          kind: task.kind,
          ownerId: task.ownerId,
          state: 'requested' as const,
          subjectId: task.subjectId ?? null,
          dueOn: task.dueOn,
          dueAt: task.dueAt ?? null,
          since: task.since ?? task.dueOn,
          step: null,
          stepAt: null,
          escalatedTo: null,
          escalatedAt: null,
          escalatedWhy: null,
          madeAt: act.now,
          doneAt: null,
          doneBy: null,
          outcome: null,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['personId', 'kind'])
          // Written out: the index is found by it, which a plan for any value could not do.
          .where(sql<boolean>`state = 'requested'`)
          .doNothing(),
      )
      .executeTakeFirst()
    opened += Number(result.numInsertedOrUpdatedRows ?? 0n)
  }
  return opened
}

/** Closes what is open of these kinds for a person or for many, whoever owns it. How many were closed. */
export async function closeTasks(
  act: Acting,
  personIds: string | readonly string[],
  kinds: readonly TaskKind[],
  close: { state: 'completed' | 'cancelled'; outcome: string },
): Promise<number> {
  const people = typeof personIds === 'string' ? [personIds] : [...personIds]
  if (kinds.length === 0 || people.length === 0) return 0
  const closed = await act.tx
    .updateTable('tasks.task')
    .set({ state: close.state, outcome: close.outcome, doneAt: act.now, doneBy: act.actor.accountId })
    .where(sql<boolean>`person_id = any(${people}::uuid[])`)
    .where('kind', 'in', [...kinds])
    .where('state', '=', sql.lit('requested'))
    .returning(['id', 'kind'])
    .execute()
  // Nobody is reminded of what is done. Of other kinds nobody is told alone, and there is nothing to take back.
  const told = urgentKinds(escalationRules())
  await withdrawMessages(
    act,
    closed.flatMap(({ id, kind }) => (told.includes(kind) ? [id] : [])),
  )
  return closed.length
}

const columns = [
  'id',
  'personId',
  'kind',
  'ownerId',
  'state',
  'subjectId',
  'dueOn',
  'dueAt',
  'madeAt',
  'since',
  'step',
  'stepAt',
  'escalatedTo',
  'escalatedAt',
  'escalatedWhy',
] as const

/** Everything open that the actor may see; all of an organisation for its lead. Earliest first. */
export async function listOpenTasks(
  act: Acting,
  filter: { personId?: string; kinds?: readonly TaskKind[]; until?: Day } = {},
): Promise<Task[]> {
  let query = act.tx
    .selectFrom('tasks.task')
    .select(columns)
    .where('organisationId', '=', act.actor.organisationId)
    .where('state', '=', sql.lit('requested'))
  if (filter.personId) query = query.where('personId', '=', filter.personId)
  if (filter.kinds) query = query.where('kind', 'in', [...filter.kinds])
  if (filter.until) query = query.where('dueOn', '<=', filter.until)
  return query.orderBy('dueOn').orderBy('madeAt').orderBy('id').execute()
}

/** Those of these causes for which a task of the kind was opened ever, whatever became of it. */
export async function everOpened(
  act: Acting,
  kind: TaskKind,
  subjectIds: readonly string[],
): Promise<Set<string>> {
  if (subjectIds.length === 0) return new Set()
  const rows = await act.tx
    .selectFrom('tasks.task')
    .select('subjectId')
    .where('kind', '=', kind)
    .where(sql<boolean>`subject_id = any(${[...subjectIds]}::uuid[])`)
    .execute()
  return new Set(rows.flatMap(({ subjectId }) => subjectId ?? []))
}

/**
 * Moves what is open of these kinds to another day; what had gone up for the old one comes down.
 *
 * @param of those of that day alone, or those of it and before it; all of them where not given
 */
export async function moveTasks(
  act: Acting,
  personId: string,
  kinds: readonly TaskKind[],
  { to, of }: { to: Day; of?: { day: Day } | { until: Day } },
): Promise<void> {
  let query = act.tx
    .updateTable('tasks.task')
    .set({ dueOn: to, escalatedTo: null, escalatedAt: null, escalatedWhy: null })
    .where('personId', '=', personId)
    .where('kind', 'in', [...kinds])
    .where('state', '=', sql.lit('requested'))
  if (of && 'day' in of) query = query.where('dueOn', '=', of.day)
  else if (of) query = query.where('dueOn', '<=', of.until)
  await query.execute()
}

/** Takes the search for somebody who is silent to a step and a day. A new step begins now, and whoever it was with before is done with it. */
export async function takeStep(
  act: Acting,
  taskId: string,
  { step, dueOn }: { step: SearchStep | null; dueOn: Day },
): Promise<void> {
  await act.tx
    .updateTable('tasks.task')
    .set({
      dueOn,
      step,
      stepAt: sql<Moment | null>`case when step is not distinct from ${step}::text then step_at else ${step === null ? null : act.now.toString()}::timestamptz end`,
      escalatedTo: null,
      escalatedAt: null,
      escalatedWhy: null,
    })
    .where('id', '=', taskId)
    .where('state', '=', sql.lit('requested'))
    .execute()
}

/** Gives what is open for a person to another owner, as at a handover. How many were given. */
export async function giveTasks(act: Acting, personId: string, ownerId: string): Promise<number> {
  const result = await act.tx
    .updateTable('tasks.task')
    .set({ ownerId })
    .where('personId', '=', personId)
    .where('state', '=', sql.lit('requested'))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export async function takeTasks(act: Acting, personId: string): Promise<Record<string, unknown>> {
  const rows = await act.tx
    .selectFrom('tasks.task')
    .select(['kind', 'state', 'dueOn', 'madeAt', 'doneAt'])
    .where('personId', '=', personId)
    .orderBy('madeAt')
    .execute()
  return { tasks: rows }
}

export async function eraseTasks(act: Acting, personId: string): Promise<number> {
  const result = await act.tx.deleteFrom('tasks.task').where('personId', '=', personId).executeTakeFirst()
  return Number(result.numDeletedRows)
}
