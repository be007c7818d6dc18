/** What staff did of themselves: called, wrote, met; reached or not. */
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'

export const contactWays = ['call', 'message', 'visit', 'meeting'] as const
export type ContactWay = (typeof contactWays)[number]

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
}

/**
 * Notes a contact or an attempt. Somebody reached, and what happened written down, closes silence and the request for help; an attempt
 * leaves them open.
 *
 * @param contact `onDay` not later than today
 * @returns whether what waited is closed; null where the actor may not
 */
export async function recordContact(
  act: Acting,
  contact: { personId: string; onDay: Day; way: ContactWay; reached: boolean; what: string | null },
): Promise<{ id: string; closed: boolean } | null> {
  return pending(act, contact)
}

/** The newest first. */
export async function contactsOf(act: Acting, personId: string): Promise<Contact[]> {
  return pending(act, personId)
}

function pending(..._: unknown[]): never {
  throw new Error('not written yet')
}
