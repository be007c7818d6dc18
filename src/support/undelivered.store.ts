/** A message that asked for a check-in and did not arrive is the coordinator's to know, until somebody has looked into it. */
import { sql } from 'kysely'
import { readIdentities } from '../people/identity.store.ts'
import type { Acting } from '../platform/actor.ts'
import { isBefore, type Day } from '../platform/day.ts'
import { failedMessages, type FailedMessage } from '../platform/mail.ts'
import { closeTasks, everOpened, listOpenTasks, openTasks } from '../tasks/task.store.ts'
import { smsNumber } from './checkin-way.ts'
import { auditRecords } from './record-audit.ts'
import { takeEveryTurn } from './turn.ts'
import { lastOpenDay } from './window.ts'

/** How long a message that failed is kept; see `platform/mail.post.ts`. */
const keptDays = 14

type Asked = { id: string; personId: string; coordinatorId: string | null; dueOn: Day; answered: boolean }

/** How many people were found whom a message did not reach, and for how many that is over because their address is another one now. */
export type WatchedMessages = { undelivered: number; mended: number }

/** @param act as the system of one organisation */
export async function watchMessages(act: Acting): Promise<WatchedMessages> {
  if (act.actor.role !== 'system') return { undelivered: 0, mended: 0 }
  const asked = new Map((await askedLately(act)).map((one) => [one.id, one]))
  const failed = await failedMessages(act, [...asked.keys()])
  if (failed.length === 0) return { undelivered: 0, mended: 0 }
  // Only now, and seldom: nothing is waited for while all is well.
  await takeEveryTurn(act)
  const mended = await closeMended(act, failed)
  const known = await everOpened(
    act,
    'undelivered',
    failed.map(({ id }) => id),
  )
  const fresh = failed.flatMap(({ id, about }) => {
    const one = asked.get(about)
    return one && !known.has(id) ? [{ ...one, messageId: id }] : []
  })
  const undelivered = await openTasks(
    act,
    fresh.map(({ personId, coordinatorId: ownerId, messageId: subjectId }) => ({
      personId,
      kind: 'undelivered',
      ownerId,
      dueOn: act.today,
      subjectId,
    })),
  )
  // What could not be asked for in writing is asked for on the telephone, as long as it is in time.
  await openTasks(
    act,
    fresh
      .filter(({ answered, dueOn }) => !answered && !isBefore(lastOpenDay('checkin', dueOn), act.today))
      .map(({ personId, coordinatorId: ownerId, id: subjectId, dueOn }) => ({
        personId,
        kind: 'call',
        ownerId,
        dueOn,
        subjectId,
      })),
  )
  const people = fresh.map(({ personId }) => personId)
  await auditRecords(act, 'change', 'support.asking', people)
  return { undelivered, mended }
}

async function askedLately(act: Acting): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select c.id, c.person_id, p.coordinator_id, c.due_on,
      exists (select from support.checkin_answer a where a.checkin_id = c.id) as answered
    from support.checkin c
    join support.pathway w on w.person_id = c.person_id and w.state = 'active'
    join people.person p on p.id = c.person_id
    where c.organisation_id = ${act.actor.organisationId} and c.asked_on is not null and c.cancelled_on is null
      and c.due_on between ${act.today.subtract({ days: keptDays })} and ${act.today}`.execute(act.tx)
  return rows
}

/** Somebody has changed the address or the number: the next message goes there. How many. */
async function closeMended(act: Acting, failed: readonly FailedMessage[]): Promise<number> {
  const open = await listOpenTasks(act, { kinds: ['undelivered'] })
  const messages = new Map(failed.map((one) => [one.id, one]))
  const identities = await readIdentities(
    act,
    open.map(({ personId }) => personId),
  )
  const mended = open.filter(({ personId, subjectId }) => {
    const to = messages.get(subjectId ?? '')?.to
    const identity = identities.get(personId)
    if (!to || !identity) return false
    return identity.email !== to && !identity.phones.some((phone) => smsNumber(phone) === to)
  })
  const people = mended.map(({ personId }) => personId)
  return closeTasks(act, people, ['undelivered'], { state: 'completed', outcome: 'address' })
}

/** Whoever has looked into it: the address is right after all, or was put right. Whether anything was open. */
export async function settleUndelivered(act: Acting, personId: string): Promise<boolean> {
  return (await closeTasks(act, personId, ['undelivered'], { state: 'completed', outcome: 'settled' })) > 0
}
