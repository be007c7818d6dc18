/** Of whom something was heard lately: read from what the rooms wrote, by whoever may see it. */
import type { Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
// For the types of the tables that are read here.
import type {} from '../support/checkin.store.ts'
import type {} from '../support/checkup.store.ts'
import type {} from '../support/contact.store.ts'
import type { PathwayState } from '../support/pathway.store.ts'

/** The state on the pathway of everybody the actor sees. */
export async function statesOf(act: Acting): Promise<Map<string, PathwayState>> {
  const rows = await act.tx.selectFrom('support.pathway').select(['personId', 'state']).execute()
  return new Map(rows.map((row) => [row.personId, row.state]))
}

/**
 * With whom somebody of the house has spoken since that day (called and reached, met, held a check-up, took a check-in on the
 * telephone), and who gave a check-in by themselves.
 */
export async function heardSince(
  act: Acting,
  since: Day,
): Promise<{ spoken: Set<string>; wrote: Set<string> }> {
  const contacts = await act.tx
    .selectFrom('support.contact')
    .select('personId')
    .distinct()
    .where('onDay', '>=', since)
    .where('reached', '=', true)
    // A message that was answered is not a talk, and a trusted contact is not the person.
    .where('way', 'not in', ['message', 'trusted'])
    .where('withdrawnAt', 'is', null)
    .execute()
  const checkups = await act.tx
    .selectFrom('support.checkup')
    .select('personId')
    .distinct()
    .where('closedAs', '=', 'held')
    .where('closedOn', '>=', since)
    .execute()
  const answers = await act.tx
    .selectFrom('support.checkinAnswer')
    .select(['personId', 'way'])
    .distinct()
    .where('givenOn', '>=', since)
    .execute()
  const of = (way: string) => answers.filter((row) => row.way === way).map((row) => row.personId)
  return {
    spoken: new Set([
      ...contacts.map((row) => row.personId),
      ...checkups.map((row) => row.personId),
      ...of('telephone'),
    ]),
    wrote: new Set([...of('self'), ...of('link')]),
  }
}

/** The next open check-up of anybody the actor sees, from that day on. */
export async function nextCheckupDay(act: Acting, from: Day): Promise<Day | null> {
  const row = await act.tx
    .selectFrom('support.checkup')
    .select('dueOn')
    .where('closedAs', 'is', null)
    .where('dueOn', '>=', from)
    .orderBy('dueOn')
    .limit(1)
    .executeTakeFirst()
  return row?.dueOn ?? null
}
