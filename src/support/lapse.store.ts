/** Lapses that were told: when it happened, when and by whom it was told. */
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'

declare module '../platform/database.ts' {
  interface Database {
    'support.lapse': {
      id: string
      organisationId: string
      personId: string
      happenedOn: Day
      toldOn: Day
      toldBy: 'person' | 'other'
      recordedBy: string | null
      recordedAt: Moment
      noteSealed: Buffer | null
      supersedes: string | null
    }
  }
}

export type LapseNotes = { happenedOn: Day; toldOn: Day; toldBy: 'person' | 'other'; note: string | null }

export type Lapse = LapseNotes & { id: string; recordedBy: string | null; recordedAt: Moment }

/** `happenedOn` ≤ `toldOn` ≤ today. The id; null where the actor may not. */
export async function recordLapse(
  act: Acting,
  lapse: LapseNotes & { personId: string },
): Promise<string | null> {
  return pending(act, lapse)
}

/** A new row in the place of `lapseId`; the old one stays. */
export async function correctLapse(act: Acting, lapseId: string, lapse: LapseNotes): Promise<string | null> {
  return pending(act, lapseId, lapse)
}

/** As they stand after corrections, the newest first. */
export async function lapsesOf(act: Acting, personId: string): Promise<Lapse[]> {
  return pending(act, personId)
}

function pending(..._: unknown[]): never {
  throw new Error('not written yet')
}
