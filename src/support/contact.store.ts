/** What staff did of themselves: called, wrote, met; reached or not. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import { addWorkingDays, dayAt, isBefore, type Day, type Moment } from '../platform/day.ts'
import { seal, unseal } from '../platform/sealing.ts'
import { closeTasks, moveTasks } from '../tasks/task.store.ts'
import { pathwayRow } from './pathway.store.ts'
import { auditRecord } from './record-audit.ts'
import { closeAnswered } from './sign-of-life.store.ts'
import { supportContent } from './support.content.ts'
import { takeTurn } from './turn.ts'

export const contactWays = ['call', 'message', 'visit', 'meeting'] as const
/** `trusted` asked the trusted contact: whoever answered then was not the person. */
export type ContactWay = (typeof contactWays)[number] | 'trusted'

declare module '../platform/database.ts' {
  interface Database {
    'support.contact': {
      id: string
      organisationId: string
      personId: string
      onDay: Day
      recordedAt: Moment
      byAccount: string | null
      way: ContactWay
      reached: boolean
      whatSealed: Buffer | null
      /** A tap by mistake: it stays, and does not count. */
      withdrawnAt: Moment | null
    }
  }
}

export type Contact = {
  id: string
  onDay: Day
  recordedAt: Moment
  byAccount: string | null
  way: ContactWay
  reached: boolean
  what: string | null
  withdrawnAt: Moment | null
}

const whatPlace = (id: string) => `support.contact/what/${id}`

/** What waits for a talk in which nothing is pressing. Silence has its own steps, and a check-in that is taken by telephone has only its days. */
const triedAgainLater = ['ask', 'horizon', 'undelivered'] as const

const triedAgainOn = (tried: Day) =>
  addWorkingDays(tried, supportContent().reaching.otherwiseAfterWorkingDays)

/** Whether the person themself was reached. */
export function reachedPerson({ way, reached }: Pick<Contact, 'way' | 'reached'>): boolean {
  return reached && way !== 'trusted'
}

/** An attempt to reach the person that failed. */
export function isAttempt({ way, reached }: Pick<Contact, 'way' | 'reached'>): boolean {
  return !reached && way !== 'trusted'
}

/**
 * Notes a contact or an attempt. Somebody reached, and what happened written down, closes silence and the request for help; an attempt
 * leaves them open, and so does what a trusted contact said. After an attempt what else waits for a talk waits some days longer.
 *
 * @param contact `onDay` not later than today: a RangeError otherwise
 * @returns whether what waited is closed; null where there is no such person for the actor
 */
export async function recordContact(
  act: Acting,
  contact: { personId: string; onDay: Day; way: ContactWay; reached: boolean; what: string | null },
): Promise<{ id: string; closed: boolean } | null> {
  const { personId, onDay, way, reached } = contact
  if (isBefore(act.today, onDay)) throw new RangeError('a contact is not written before it was made')
  await takeTurn(act, personId)
  if (!(await pathwayRow(act, personId))) return null
  const what = contact.what?.trim() || null
  const id = randomUUID()
  await act.tx
    .insertInto('support.contact')
    .values({
      id,
      organisationId: act.actor.organisationId,
      personId,
      onDay,
      recordedAt: act.now,
      byAccount: act.actor.accountId,
      way,
      reached,
      whatSealed: what === null ? null : seal(act.keys, whatPlace(id), what),
      withdrawnAt: null,
    })
    .execute()
  await auditRecord(act, 'create', 'support.contact', personId)
  const answered = reachedPerson(contact) && what !== null
  const kinds = ['silence', 'help'] as const
  // Whoever has reached the person knows more than that a message did not.
  if (reachedPerson(contact)) {
    await closeTasks(act, personId, ['undelivered'], { state: 'completed', outcome: 'contact' })
  }
  const closed = answered && (await closeAnswered(act, personId, { on: onDay, kinds, outcome: 'contact' }))
  if (isAttempt(contact))
    await moveTasks(act, personId, triedAgainLater, { to: triedAgainOn(onDay), of: { until: act.today } })
  return { id, closed }
}

/**
 * Takes back an attempt, or what a trusted contact was asked, on the day it was written down and by whoever wrote it: it stays, and does
 * not count. A contact that reached the person closed what waited, and is not taken back.
 *
 * @returns null where there is nothing to take back
 */
export async function withdrawContact(act: Acting, personId: string, id: string): Promise<Contact | null> {
  await takeTurn(act, personId)
  const found = (await contactsOf(act, personId)).find((contact) => contact.id === id)
  if (!found || !mayWithdraw(act, found)) return null
  const result = await act.tx
    .updateTable('support.contact')
    .set({ withdrawnAt: act.now })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return null
  await moveTasks(act, personId, triedAgainLater, { to: act.today, of: { day: triedAgainOn(found.onDay) } })
  await auditRecord(act, 'change', 'support.contact', personId)
  return found
}

export function mayWithdraw({ actor, today }: Acting, contact: Contact): boolean {
  return (
    !reachedPerson(contact) &&
    contact.byAccount === actor.accountId &&
    dayAt(contact.recordedAt, actor.timeZone).equals(today)
  )
}

/** What counts, the newest first. */
export async function contactsOf(act: Acting, personId: string): Promise<Contact[]> {
  return (await everyContactOf(act, personId)).filter(({ withdrawnAt }) => withdrawnAt === null)
}

/** With those that were taken back. The newest first. */
export async function everyContactOf(act: Acting, personId: string): Promise<Contact[]> {
  const rows = await act.tx
    .selectFrom('support.contact')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('onDay', 'desc')
    .orderBy('recordedAt', 'desc')
    .execute()
  if (rows.length > 0) await auditRecord(act, 'read', 'support.contact', personId)
  return rows.map(({ organisationId: _, personId: __, whatSealed, ...contact }) => ({
    ...contact,
    what: whatSealed && unseal(act.keys, whatPlace(contact.id), whatSealed),
  }))
}
