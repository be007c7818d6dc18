/** Lapses that were told: when it happened, when and by whom it was told. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import { isBefore, type Day, type Moment } from '../platform/day.ts'
import { seal, unseal } from '../platform/sealing.ts'
import { pathwayRow } from './pathway.store.ts'
import { auditRecord } from './record-audit.ts'
import { takeTurn } from './turn.ts'

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

const notePlace = (id: string) => `support.lapse/note/${id}`

/** Standing: no later row supersedes it. */
const standing = sql<boolean>`not exists (select from support.lapse s where s.supersedes = support.lapse.id)`

/**
 * @param lapse `happenedOn` ≤ `toldOn` ≤ today: a RangeError otherwise
 * @returns the id; null where there is no such person for the actor
 */
export async function recordLapse(
  act: Acting,
  lapse: LapseNotes & { personId: string },
): Promise<string | null> {
  await takeTurn(act, lapse.personId)
  if (!(await pathwayRow(act, lapse.personId))) return null
  await auditRecord(act, 'create', 'support.lapse', lapse.personId)
  return insertLapse(act, lapse, null)
}

/** A new row in the place of `lapseId`; the old one stays. Null where the actor may not, or it has been corrected already. */
export async function correctLapse(act: Acting, lapseId: string, lapse: LapseNotes): Promise<string | null> {
  const found = await act.tx
    .selectFrom('support.lapse')
    .select('personId')
    .where('id', '=', lapseId)
    .executeTakeFirst()
  if (!found) return null
  const { personId } = found
  await takeTurn(act, personId)
  const stands = await act.tx
    .selectFrom('support.lapse')
    .select('id')
    .where('id', '=', lapseId)
    .where(standing)
    .executeTakeFirst()
  if (!stands) return null
  await auditRecord(act, 'change', 'support.lapse', personId)
  return insertLapse(act, { ...lapse, personId }, lapseId)
}

async function insertLapse(
  act: Acting,
  lapse: LapseNotes & { personId: string },
  supersedes: string | null,
): Promise<string> {
  const { personId, happenedOn, toldOn, toldBy } = lapse
  if (isBefore(act.today, toldOn)) throw new RangeError('a lapse is not written before it was told')
  if (isBefore(toldOn, happenedOn)) throw new RangeError('a lapse is not told before it happened')
  const note = lapse.note?.trim() || null
  const id = randomUUID()
  await act.tx
    .insertInto('support.lapse')
    .values({
      id,
      organisationId: act.actor.organisationId,
      personId,
      happenedOn,
      toldOn,
      toldBy,
      recordedBy: act.actor.accountId,
      recordedAt: act.now,
      noteSealed: note === null ? null : seal(act.keys, notePlace(id), note),
      supersedes,
    })
    .execute()
  return id
}

/** As they stand after corrections, the newest first. */
export async function lapsesOf(act: Acting, personId: string): Promise<Lapse[]> {
  const rows = await act.tx
    .selectFrom('support.lapse')
    .selectAll()
    .where('personId', '=', personId)
    .where(standing)
    .orderBy('happenedOn', 'desc')
    .orderBy('recordedAt', 'desc')
    .execute()
  if (rows.length > 0) await auditRecord(act, 'read', 'support.lapse', personId)
  return rows.map(({ id, happenedOn, toldOn, toldBy, recordedBy, recordedAt, noteSealed }) => ({
    id,
    happenedOn,
    toldOn,
    toldBy,
    recordedBy,
    recordedAt,
    note: noteSealed && unseal(act.keys, notePlace(id), noteSealed),
  }))
}
