/** In which way somebody wants to be asked, as a row. Rules: `checkin-way.ts` */
import { readIdentities } from '../people/identity.store.ts'
import { personById } from '../people/person.store.ts'
import type { Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import { closeTasks } from '../tasks/task.store.ts'
import type { AskingWay, Reach } from './checkin-way.ts'
import { pathwayRow } from './pathway.store.ts'
import { auditRecord } from './record-audit.ts'
import { takeTurn } from './turn.ts'

declare module '../platform/database.ts' {
  interface Database {
    'support.checkinWay': {
      personId: string
      organisationId: string
      way: AskingWay
      chosenAt: Moment
    }
  }
}

/** Null where nobody has chosen: then it goes by what is known. */
export async function chosenWayOf(act: Acting, personId: string): Promise<AskingWay | null> {
  const row = await act.tx
    .selectFrom('support.checkinWay')
    .select('way')
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row?.way ?? null
}

/** How a person can be reached, as far as the actor may see it. */
export async function reachOf(act: Acting, personId: string): Promise<Reach | null> {
  const person = await personById(act, personId)
  const identity = person && (await readIdentities(act, [personId])).get(personId)
  if (!identity) return null
  return { account: person.accountId !== null, email: identity.email, phones: identity.phones }
}

/**
 * From the next check-in on somebody is asked in this way. That a message did not arrive has been looked into with it.
 *
 * @returns false where the actor may not, or the person is on no pathway
 */
export async function chooseWay(act: Acting, personId: string, way: AskingWay): Promise<boolean> {
  await takeTurn(act, personId)
  if (!(await pathwayRow(act, personId))) return false
  const { organisationId } = act.actor
  await act.tx
    .insertInto('support.checkinWay')
    .values({ personId, organisationId, way, chosenAt: act.now })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ way, chosenAt: act.now }))
    .execute()
  await closeTasks(act, personId, ['undelivered'], { state: 'completed', outcome: 'way' })
  await auditRecord(act, 'change', 'support.pathway', personId)
  return true
}
