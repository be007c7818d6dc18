/** Which check-up of a person is due: the ways in which one is opened and closed. What is written of it: `checkup.store.ts`. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import { isBefore, type Day } from '../platform/day.ts'
import { seal } from '../platform/sealing.ts'
import { closeTasks, openTasks } from '../tasks/task.store.ts'
import type { CheckupOrigin, CheckupTable } from './checkup.store.ts'
import { daysAhead, hasCheckinAhead } from './daily.ts'
import type { PastCheckup } from './pathway.ts'
import { pathwayNamed } from './support.content.ts'

export const reasonPlace = (id: string) => `support.checkup/reason/${id}`

export type NewCheckup = { personId: string; dueOn: Day; origin: CheckupOrigin; reason?: string | null }

export function checkupRow(act: Acting, due: NewCheckup): CheckupTable {
  const id = randomUUID()
  return {
    id,
    organisationId: act.actor.organisationId,
    personId: due.personId,
    dueOn: due.dueOn,
    origin: due.origin,
    reasonSealed: due.reason ? seal(act.keys, reasonPlace(id), due.reason) : null,
    closedAs: null,
    closedOn: null,
  }
}

/** The open check-up of a person, as it stands in the table. */
export async function currentCheckup(act: Acting, personId: string): Promise<CheckupTable | undefined> {
  return act.tx
    .selectFrom('support.checkup')
    .selectAll()
    .where('personId', '=', personId)
    .where('closedAs', 'is', null)
    .executeTakeFirst()
}

/** Makes a check-up due where none is open. */
export async function makeCheckupDue(act: Acting, due: NewCheckup): Promise<void> {
  const row = checkupRow(act, due)
  await act.tx.insertInto('support.checkup').values(row).execute()
  // Something lies ahead again.
  await closeTasks(act, due.personId, ['horizon'], { state: 'completed', outcome: 'agreed' })
  await waitForCheckup(act, row)
}

/** An open check-up waits for a human once its day is near, unless the person has paused. Whether it does from now on. */
export async function waitForCheckup(
  act: Acting,
  { id, personId, dueOn }: Pick<CheckupTable, 'id' | 'personId' | 'dueOn'>,
): Promise<boolean> {
  if (isBefore(act.today.add({ days: daysAhead }), dueOn)) return false
  const active = await act.tx
    .selectFrom('support.pathway')
    .innerJoin('people.person', 'people.person.id', 'support.pathway.personId')
    .select('people.person.coordinatorId')
    .where('support.pathway.personId', '=', personId)
    .where('support.pathway.state', '=', 'active')
    .executeTakeFirst()
  if (!active) return false
  const task = { personId, kind: 'checkup' as const, ownerId: active.coordinatorId, dueOn, subjectId: id }
  return (await openTasks(act, [task])) > 0
}

/**
 * Closes an open check-up, and with it the task that waited for it; or says of a missed one that it was held after all.
 *
 * @param on the day it was held; today for all else
 * @returns false where the actor may not
 */
export async function closeCheckup(
  act: Acting,
  checkup: Pick<CheckupTable, 'id' | 'personId' | 'closedAs'>,
  as: 'held' | 'missed' | 'moved' | 'cancelled',
  on: Day,
): Promise<boolean> {
  const result = await act.tx
    .updateTable('support.checkup')
    .set({ closedAs: as, closedOn: on })
    .where('id', '=', checkup.id)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return false
  if (checkup.closedAs === null) {
    const state = as === 'held' ? 'completed' : 'cancelled'
    await closeTasks(act, checkup.personId, ['checkup'], { state, outcome: as })
  }
  return true
}

/** Puts the next check-up on `dueOn`, wherever the open one was; null for no further one. */
export async function settleNext(
  act: Acting,
  next: Omit<NewCheckup, 'dueOn'> & { dueOn: Day | null },
): Promise<void> {
  const { dueOn, personId } = next
  const open = await currentCheckup(act, personId)
  if (open && dueOn && open.dueOn.equals(dueOn)) return
  if (open) await closeCheckup(act, open, dueOn ? 'moved' : 'cancelled', act.today)
  if (dueOn) await makeCheckupDue(act, { ...next, dueOn })
  else await waitForAgreement(act, personId)
}

/** Where neither a check-up nor a check-in lies ahead any more, somebody has to agree with the person how to go on: from now, not from tomorrow. */
export async function waitForAgreement(act: Acting, personId: string): Promise<void> {
  const path = await act.tx
    .selectFrom('support.pathway')
    .innerJoin('people.person', 'people.person.id', 'support.pathway.personId')
    .select(['support.pathway.pathway', 'leftOn', 'rhythm', 'people.person.coordinatorId as ownerId'])
    .where('support.pathway.personId', '=', personId)
    .where('support.pathway.state', '=', 'active')
    .executeTakeFirst()
  if (!path || (await currentCheckup(act, personId))) return
  const { leftOn, ownerId } = path
  const rhythm = path.rhythm ?? 'pathway'
  if (hasCheckinAhead(pathwayNamed(path.pathway), { leftOn, rhythm }, act.today)) return
  await openTasks(act, [{ personId, kind: 'horizon', ownerId, dueOn: act.today }])
}

export type CheckupPast = PastCheckup & { id: string }

/**
 * The check-ups whose time is over, by person: the history that the rule counts from. For those who may not read what was written, need is
 * not known.
 */
export async function pastCheckups(
  act: Acting,
  personIds: readonly string[],
): Promise<Map<string, CheckupPast[]>> {
  // Two plain reads and no join: row-level security lets the planner expect one row, and joins go wrong by thousands.
  const rows = await act.tx
    .selectFrom('support.checkup')
    .select(['id', 'personId', 'dueOn', 'closedAs', 'closedOn'])
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .where('closedAs', 'in', ['held', 'missed'])
    .execute()
  const records = await act.tx
    .selectFrom('support.checkupRecord')
    .select(['id', 'checkupId', 'supersedes', 'inNeed'])
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .execute()
  const superseded = new Set(records.map(({ supersedes }) => supersedes))
  const standing = records.filter(({ id }) => !superseded.has(id))
  const needs = new Map(standing.map(({ checkupId, inNeed }) => [checkupId, inNeed]))
  const past = rows.map(({ id, personId, dueOn, closedAs, closedOn }) => ({
    id,
    personId,
    dueOn,
    heldOn: closedAs === 'held' ? closedOn : null,
    need: needs.get(id) ?? null,
  }))
  return Map.groupBy(past, ({ personId }) => personId)
}
