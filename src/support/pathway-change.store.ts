/** Every change of where a person is on the pathway: made and written down in one step. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import { seal, unseal } from '../platform/sealing.ts'
import type { PathwayState, PathwayTable } from './pathway.store.ts'
import { auditRecord } from './record-audit.ts'
import type { RhythmChoice } from './rhythm.ts'

export type PathwayChangeKind =
  'entered' | 'yes' | 'no' | 'paused' | 'resumed' | 'ended' | 'rhythm' | 'pathway'

export type PathwayChangeTable = {
  id: string
  organisationId: string
  personId: string
  at: Moment
  byAccount: string | null
  fromState: PathwayState | null
  toState: PathwayState
  what: PathwayChangeKind
  wishedBy: 'person' | 'staff' | null
  until: Day | null
  rhythm: RhythmChoice | null
  pathway: string | null
  reasonSealed: Buffer | null
}

declare module '../platform/database.ts' {
  interface Database {
    'support.pathwayChange': PathwayChangeTable
  }
}

const reasonPlace = (id: string) => `support.pathway_change/reason/${id}`

export type ChangeToWrite = Pick<PathwayChangeTable, 'personId' | 'what' | 'fromState' | 'toState'> &
  Partial<Pick<PathwayChangeTable, 'wishedBy' | 'until' | 'rhythm' | 'pathway'>> & { reason?: string | null }

export function changeRow(act: Acting, change: ChangeToWrite): PathwayChangeTable {
  const { wishedBy = null, until = null, rhythm = null, pathway = null, reason, ...given } = change
  const id = randomUUID()
  return {
    ...given,
    id,
    organisationId: act.actor.organisationId,
    at: act.now,
    byAccount: act.actor.accountId,
    wishedBy,
    until,
    rhythm,
    pathway,
    reasonSealed: reason ? seal(act.keys, reasonPlace(id), reason) : null,
  }
}

/**
 * Changes a pathway and writes down that it was changed.
 *
 * @returns false where the actor may not
 */
export async function changePathway(
  act: Acting,
  row: PathwayTable,
  to: Partial<
    Pick<PathwayTable, 'state' | 'stateSince' | 'pausedUntil' | 'rhythm' | 'caughtUpTo' | 'pathway'>
  >,
  change: Omit<ChangeToWrite, 'personId' | 'fromState' | 'toState'>,
): Promise<boolean> {
  const { personId } = row
  const result = await act.tx
    .updateTable('support.pathway')
    .set(to)
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return false
  const wishedBy = act.actor.role === 'participant' ? 'person' : act.actor.role === 'system' ? null : 'staff'
  await act.tx
    .insertInto('support.pathwayChange')
    .values(
      changeRow(act, { wishedBy, ...change, personId, fromState: row.state, toState: to.state ?? row.state }),
    )
    .execute()
  await auditRecord(act, 'change', 'support.pathway', personId)
  return true
}

export type PathwayChange = {
  at: Moment
  byAccount: string | null
  what: PathwayChangeKind
  from: PathwayState | null
  to: PathwayState
  /** Null: it came by itself, as the end of a pause does. */
  wishedBy: 'person' | 'staff' | null
  /** Of a pause. */
  until: Day | null
  /** Of a change of rhythm. */
  rhythm: RhythmChoice | null
  /** Key of the new one, of a change of pathway. */
  pathway: string | null
  reason: string | null
}

/** The newest first. */
export async function changesOf(act: Acting, personId: string): Promise<PathwayChange[]> {
  const rows = await act.tx
    .selectFrom('support.pathwayChange')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
  if (rows.length > 0) await auditRecord(act, 'read', 'support.pathway', personId)
  return rows.map((row) => ({
    at: row.at,
    byAccount: row.byAccount,
    what: row.what,
    from: row.fromState,
    to: row.toState,
    wishedBy: row.wishedBy,
    until: row.until,
    rhythm: row.rhythm,
    pathway: row.pathway,
    reason: row.reasonSealed && unseal(act.keys, reasonPlace(row.id), row.reasonSealed),
  }))
}
