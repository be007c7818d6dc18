/** What was written of check-ups: the rows, and the newest of each. Written through `checkup.store.ts`. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import { seal, unseal } from '../platform/sealing.ts'
import { wholeFunnel, type CheckupNotes, type CheckupWay } from './checkup-record.ts'
import type { Funnel, HelpGiven, HelpKind } from './checkup.ts'
import type { NeedAnswers } from './pathway.ts'

export type CheckupRecordTable = {
  id: string
  organisationId: string
  personId: string
  checkupId: string
  supersedes: string | null
  heldOn: Day
  way: CheckupWay
  heldBy: string | null
  recordedAt: Moment
  reached: boolean | null
  weeklyUse: boolean | null
  symptoms: boolean | null
  wantsHelp: boolean | null
  inNeed: boolean | null
  agreed: boolean | null
  arrived: boolean | null
  stayed: boolean | null
  help: HelpKind[] | null
  notesSealed: Buffer | null
  proposedOn: Day | null
  nextOn: Day | null
  nextReasonSealed: Buffer | null
}

declare module '../platform/database.ts' {
  interface Database {
    'support.checkupRecord': CheckupRecordTable
  }
}

export type CheckupRecord = {
  id: string
  heldOn: Day
  way: CheckupWay
  heldBy: string | null
  recordedAt: Moment
  funnel: Funnel
  need: NeedAnswers
  help: HelpGiven
  notes: string | null
  proposedOn: Day | null
  nextOn: Day | null
  nextReason: string | null
  /** How many records of the same check-up it replaced. */
  corrections: number
}

const place = (column: string, id: string) => `support.checkup_record/${column}/${id}`

export async function insertRecord(
  act: Acting,
  record: {
    personId: string
    checkupId: string
    supersedes: string | null
    notes: CheckupNotes
    proposedOn: Day | null
    nextOn: Day | null
  },
): Promise<string> {
  const { notes, ...given } = record
  const id = randomUUID()
  const funnel = wholeFunnel(notes)
  const sealed = (column: string, text: string | null | undefined) =>
    text?.trim() ? seal(act.keys, place(column, id), text) : null
  await act.tx
    .insertInto('support.checkupRecord')
    .values({
      ...given,
      ...notes.need,
      id,
      organisationId: act.actor.organisationId,
      heldOn: notes.heldOn,
      way: notes.way,
      heldBy: act.actor.accountId,
      recordedAt: act.now,
      reached: funnel.reached,
      inNeed: funnel.inNeed,
      agreed: funnel.agreed,
      arrived: funnel.arrived,
      stayed: funnel.stayed14Days,
      help: notes.help && [...notes.help],
      notesSealed: sealed('notes', notes.notes),
      nextReasonSealed: sealed('next_reason', notes.nextReason),
    })
    .execute()
  return id
}

/** The newest record of each check-up of these people, by check-up. */
export async function newestRecords(
  act: Acting,
  personId: string,
): Promise<Map<string, CheckupRecordTable & { corrections: number }>> {
  const rows = await act.tx
    .selectFrom('support.checkupRecord as r')
    .selectAll('r')
    .select(
      sql<number>`(select count(*) - 1 from support.checkup_record o where o.checkup_id = r.checkup_id)`.as(
        'corrections',
      ),
    )
    .where('r.personId', '=', personId)
    .where(sql<boolean>`not exists (select from support.checkup_record s where s.supersedes = r.id)`)
    .execute()
  return new Map(rows.map((row) => [row.checkupId, row]))
}

export function funnelOfRow(
  row: Pick<CheckupRecordTable, 'reached' | 'inNeed' | 'agreed' | 'arrived' | 'stayed'>,
): Funnel {
  const { reached, inNeed, agreed, arrived, stayed } = row
  return { reached, inNeed, agreed, arrived, stayed14Days: stayed }
}

export function openRecord(act: Acting, row: CheckupRecordTable & { corrections: number }): CheckupRecord {
  const { id, notesSealed, nextReasonSealed } = row
  return {
    id,
    heldOn: row.heldOn,
    way: row.way,
    heldBy: row.heldBy,
    recordedAt: row.recordedAt,
    funnel: funnelOfRow(row),
    need: { weeklyUse: row.weeklyUse, symptoms: row.symptoms, wantsHelp: row.wantsHelp },
    help: row.help,
    notes: notesSealed && unseal(act.keys, place('notes', id), notesSealed),
    proposedOn: row.proposedOn,
    nextOn: row.nextOn,
    nextReason: nextReasonSealed && unseal(act.keys, place('next_reason', id), nextReasonSealed),
    corrections: row.corrections,
  }
}
