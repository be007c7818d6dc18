/** What a person said yes or no to. Rows are added, never changed: the newest counts. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'

export type ConsentState = 'given' | 'refused' | 'withdrawn'

declare module '../platform/database.ts' {
  interface Database {
    'people.consent': {
      id: string
      organisationId: string
      personId: string
      purpose: string
      state: ConsentState
      onDay: Day
      how: string
      textVersion: string
      recordedBy: string | null
      recordedAt: Moment
    }
  }
}

export type Consent = { purpose: string; state: ConsentState; onDay: Day; how: string }

export type NewConsent = Consent & { personId: string; textVersion: string }

export async function recordConsents(act: Acting, consents: readonly NewConsent[]): Promise<void> {
  for (let at = 0; at < consents.length; at += 500) {
    await act.tx
      .insertInto('people.consent')
      .values(
        consents.slice(at, at + 500).map((consent) => ({
          id: randomUUID(),
          organisationId: act.actor.organisationId,
          ...consent,
          recordedBy: act.actor.accountId,
          recordedAt: act.now,
        })),
      )
      .execute()
  }
}

/** The newest word of the person for each purpose. */
export async function consentsOf(act: Acting, personId: string): Promise<Consent[]> {
  return act.tx
    .selectFrom('people.consent')
    .distinctOn('purpose')
    .select(['purpose', 'state', 'onDay', 'how'])
    .where('personId', '=', personId)
    .orderBy('purpose')
    .orderBy('recordedAt', 'desc')
    .execute()
}

/** The newest word of everybody the actor sees for one purpose, by person. */
export async function consentsFor(act: Acting, purpose: string): Promise<Map<string, Consent>> {
  const rows = await act.tx
    .selectFrom('people.consent')
    .distinctOn('personId')
    .select(['personId', 'purpose', 'state', 'onDay', 'how'])
    .where('purpose', '=', purpose)
    .orderBy('personId')
    .orderBy('recordedAt', 'desc')
    .execute()
  return new Map(rows.map(({ personId, ...consent }) => [personId, consent]))
}

/** Everything the person ever said yes or no to, the earliest first. */
export async function consentHistory(
  act: Acting,
  personId: string,
): Promise<(Consent & { textVersion: string; recordedAt: Moment })[]> {
  return act.tx
    .selectFrom('people.consent')
    .select(['purpose', 'state', 'onDay', 'how', 'textVersion', 'recordedAt'])
    .where('personId', '=', personId)
    .orderBy('recordedAt')
    .execute()
}
