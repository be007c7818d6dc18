/** Which check-ins of a person are due: the ways in which they are made and called off. What was answered: `checkin.store.ts`. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { endPasses } from '../people/pass.store.ts'
import type { Acting } from '../platform/actor.ts'
import { laterOf, type Day } from '../platform/day.ts'
import { withdrawMessages } from '../platform/mail.ts'
import { closeTasks } from '../tasks/task.store.ts'
import type { CheckinTable } from './checkin.store.ts'
import type { PathwayTable } from './pathway.store.ts'
import type { Pathway } from './pathway.ts'
import { checkinDays, chosenRhythm, type DueCheckin } from './rhythm.ts'
import { pathwayNamed } from './support.content.ts'
import { openDays } from './window.ts'

/**
 * The check-ins that have come due since the pathway was last caught up: the daily run has not written them yet, and nobody has to wait
 * for it. Empty where the pathway is not active.
 */
export function comingDue(
  row: Pick<PathwayTable, 'pathway' | 'state' | 'leftOn' | 'enteredOn' | 'rhythm' | 'caughtUpTo'>,
  today: Day,
  pathways?: ReadonlyMap<string, Pathway>,
): DueCheckin[] {
  if (row.state !== 'active' || row.caughtUpTo === null) return []
  const rhythm = chosenRhythm(pathwayNamed(row.pathway, pathways).checkins, row.rhythm ?? 'pathway')
  return checkinDays(rhythm, row.leftOn, laterOf(row.enteredOn, row.caughtUpTo.add({ days: 1 })), today)
}

export function checkinRow(act: Acting, personId: string, due: DueCheckin): CheckinTable {
  return {
    id: randomUUID(),
    organisationId: act.actor.organisationId,
    personId,
    dueOn: due.dueOn,
    form: due.longer ? 'monthly' : 'weekly',
    missedOn: null,
    cancelledOn: null,
    askedOn: null,
    remindedOn: null,
  }
}

/** Writes those that have come due until today; one that is there already stays. How many were written. */
export async function makeCheckinsDue(act: Acting, row: PathwayTable): Promise<number> {
  const due = comingDue(row, act.today)
  if (due.length === 0) return 0
  const result = await act.tx
    .insertInto('support.checkin')
    .values(due.map((each) => checkinRow(act, row.personId, each)))
    .onConflict((conflict) => conflict.columns(['personId', 'dueOn']).doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0n)
}

/** Those that could still be answered in time are neither waited for nor missed from now on, and no link answers them. How many there were. */
export async function cancelOpenCheckins(act: Acting, personId: string): Promise<number> {
  const cancelled = await act.tx
    .updateTable('support.checkin')
    .set({ cancelledOn: act.today })
    .where('personId', '=', personId)
    .where('dueOn', '>', act.today.subtract({ days: openDays.checkin }))
    .where('missedOn', 'is', null)
    .where('cancelledOn', 'is', null)
    .where(
      sql<boolean>`not exists (select from support.checkin_answer a where a.checkin_id = support.checkin.id)`,
    )
    .returning('id')
    .execute()
  await withdrawMessages(
    act,
    cancelled.map(({ id }) => id),
  )
  await endPasses(act, personId)
  await closeTasks(act, personId, ['call'], { state: 'cancelled', outcome: 'called off' })
  return cancelled.length
}
