/** Check-ups: the one that is open, what is written of each, and how they are counted. */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import { isBefore, type Day } from '../platform/day.ts'
import { unseal } from '../platform/sealing.ts'
import { checkupRow, closeCheckup, currentCheckup, reasonPlace, settleNext } from './checkup-due.store.ts'
import { outlook, settle, type Outlook } from './checkup-next.store.ts'
import {
  funnelOfRow,
  insertRecord,
  newestRecords,
  openRecord,
  type CheckupRecord,
} from './checkup-record.store.ts'
import { notesProblem, wasHeld, type CheckupNotes, type CheckupProblem } from './checkup-record.ts'
import { funnelCounts, type FunnelCounts } from './checkup.ts'
import { pathwayRow, type PathwayTable } from './pathway.store.ts'
import { isNeed } from './pathway.ts'
import { auditRecord } from './record-audit.ts'
import { closeAnswered, closeUnfounded } from './sign-of-life.store.ts'
import { takeTurn } from './turn.ts'
import { lastOpenDay, windowState, type WindowState } from './window.ts'

/** `first`: after entering or the yes; `pathway`: by the rule; `moved`: on a day that people chose; `extra`: held without one due. */
export type CheckupOrigin = 'first' | 'pathway' | 'moved' | 'extra'

export type CheckupTable = {
  id: string
  organisationId: string
  personId: string
  dueOn: Day
  origin: CheckupOrigin
  reasonSealed: Buffer | null
  closedAs: 'held' | 'missed' | 'moved' | 'cancelled' | null
  /** The day it was held, where it was held. */
  closedOn: Day | null
}

declare module '../platform/database.ts' {
  interface Database {
    'support.checkup': CheckupTable
  }
}

export type OpenCheckup = {
  id: string
  personId: string
  dueOn: Day
  /** The last day on which it is in time. */
  lastDay: Day
  state: WindowState
  origin: CheckupOrigin
  /** Why it was moved here. */
  reason: string | null
}

export type CheckupEntry = {
  id: string
  dueOn: Day
  origin: CheckupOrigin
  reason: string | null
  /** `moved` and `cancelled` ones are never waited for. */
  state: WindowState | 'moved' | 'cancelled'
  /** The day it was held; also for those who may not read the notes. */
  heldOn: Day | null
  /** Null where nothing was written, or the actor may not read it. */
  record: CheckupRecord | null
}

export type Recorded = { recordId: string; proposedOn: Day | null; nextOn: Day | null }
export type RecordResult = { recorded: Recorded; problem: null } | { recorded: null; problem: CheckupProblem }

const refused = (problem: CheckupProblem): RecordResult => ({ recorded: null, problem })

export async function openCheckup(act: Acting, personId: string): Promise<OpenCheckup | null> {
  const row = await currentCheckup(act, personId)
  if (!row) return null
  await auditRecord(act, 'read', 'support.checkup', personId)
  const paused = (await pathwayRow(act, personId))?.state === 'paused'
  return {
    id: row.id,
    personId,
    dueOn: row.dueOn,
    lastDay: lastOpenDay('checkup', row.dueOn),
    state: paused
      ? 'upcoming'
      : windowState({ kind: 'checkup', dueOn: row.dueOn, today: act.today, answeredOn: null }),
    origin: row.origin,
    reason: openReason(act, row),
  }
}

const openReason = (act: Acting, { id, reasonSealed }: CheckupTable) =>
  reasonSealed && unseal(act.keys, reasonPlace(id), reasonSealed)

/**
 * The day that the rule proposes after this one: never before today; null where the pathway has none left. For the form, before it is
 * sent.
 *
 * @param held as `recordCheckup` would get it
 */
export async function proposeNext(
  act: Acting,
  held: { personId: string; checkupId: string | null } & Pick<CheckupNotes, 'heldOn' | 'need'> & {
      reached: boolean | null
    },
): Promise<Day | null> {
  const { personId, checkupId, heldOn, need, reached } = held
  const path = await pathwayRow(act, personId)
  const checkup = await checkupToHold(act, personId, checkupId)
  if (!path || !checkup) return null
  if (reached === false) return (await currentCheckup(act, personId))?.dueOn ?? null
  return (await outlook(act, path, checkup, { heldOn, need: isNeed(need) })).proposedOn
}

/** The check-up by id, or the open one, or a new one that was not due and is not written yet. */
async function checkupToHold(
  act: Acting,
  personId: string,
  checkupId: string | null,
): Promise<CheckupTable | undefined> {
  if (checkupId === null) {
    const open = await currentCheckup(act, personId)
    return open ?? checkupRow(act, { personId, dueOn: act.today, origin: 'extra' })
  }
  return act.tx
    .selectFrom('support.checkup')
    .selectAll()
    .where('id', '=', checkupId)
    .where('personId', '=', personId)
    .executeTakeFirst()
}

/**
 * Writes down a check-up, however late, and opens the next one. Closes what waited for it. Where nobody was reached that is written too,
 * and the check-up goes on waiting, on another day if `nextOn` says so; without one due there is nothing to wait for: that is a contact.
 *
 * @param input `checkupId` null: the open one or, where none is, one that was not due
 */
export async function recordCheckup(
  act: Acting,
  input: CheckupNotes & { personId: string; checkupId: string | null },
): Promise<RecordResult> {
  const { personId, checkupId, ...notes } = input
  await takeTurn(act, personId)
  const path = await pathwayRow(act, personId)
  const found = await checkupToHold(act, personId, checkupId)
  if (!path || !found) return refused('unknown')
  const isExtra = found.origin === 'extra' && found.closedAs === null
  const checkup = isExtra ? { ...found, dueOn: notes.heldOn } : found
  if (checkup.closedAs === 'held') return refused('recorded')
  if (checkup.closedAs === 'moved' || checkup.closedAs === 'cancelled') return refused('unknown')
  const held = wasHeld(notes)
  if (isExtra && !held) return refused('contradiction')
  const next = held
    ? await outlook(act, path, checkup, { heldOn: notes.heldOn, need: isNeed(notes.need) })
    : { proposedOn: (await currentCheckup(act, personId))?.dueOn ?? null, ruleMoved: false }
  const problem = notesProblem(notes, { today: act.today, proposedOn: next.proposedOn })
  if (problem) return refused(problem)
  if (isExtra) await act.tx.insertInto('support.checkup').values(checkup).execute()
  if (held && !(await closeCheckup(act, checkup, 'held', notes.heldOn))) return refused('unknown')
  const before = (await newestRecords(act, personId)).get(checkup.id)
  const recorded = await write(act, path, {
    notes,
    next,
    checkupId: checkup.id,
    supersedes: before?.id ?? null,
  })
  if (held) {
    // The talk was held with somebody: only a known yes says that it was the person who asked to be called.
    const kinds = notes.funnel.reached === true ? (['silence', 'help'] as const) : (['silence'] as const)
    await closeAnswered(act, personId, { on: notes.heldOn, kinds, outcome: 'checkup' })
    await closeUnfounded(act, personId)
  }
  await auditRecord(act, 'create', 'support.checkup', personId)
  return { recorded, problem: null }
}

/**
 * A new record in the place of `recordId`, the newest of its check-up; the old one stays. The next check-up moves along where the rule now
 * gives another day, unless people had chosen its day.
 */
export async function correctCheckup(
  act: Acting,
  recordId: string,
  notes: CheckupNotes,
): Promise<RecordResult> {
  const old = await act.tx
    .selectFrom('support.checkupRecord')
    .select(['personId', 'checkupId'])
    .where('id', '=', recordId)
    .executeTakeFirst()
  if (!old) return refused('unknown')
  const { personId, checkupId } = old
  await takeTurn(act, personId)
  const path = await pathwayRow(act, personId)
  const checkup = await checkupToHold(act, personId, checkupId)
  const newest = (await newestRecords(act, personId)).get(checkupId)
  if (!path || !checkup || newest?.id !== recordId) return refused('unknown')
  // Nobody had been reached: what is written now is the check-up itself.
  if (checkup.closedAs !== 'held') return recordCheckup(act, { ...notes, personId, checkupId })
  const heldOn = wasHeld(notes) ? notes.heldOn : null
  const next = await outlook(act, path, checkup, { heldOn, need: isNeed(notes.need) })
  const problem = notesProblem(notes, { today: act.today, proposedOn: next.proposedOn })
  if (problem) return refused(problem)
  const changed = await closeCheckup(act, checkup, heldOn ? 'held' : 'missed', heldOn ?? act.today)
  if (!changed) return refused('unknown')
  const recorded = await write(act, path, { notes, next, checkupId, supersedes: recordId })
  await auditRecord(act, 'change', 'support.checkup', personId)
  return { recorded, problem: null }
}

async function write(
  act: Acting,
  path: PathwayTable,
  record: {
    notes: CheckupNotes
    next: Outlook
    checkupId: string
    supersedes: string | null
  },
): Promise<Recorded> {
  const { notes, next, checkupId, supersedes } = record
  const { proposedOn } = next
  const nextOn = await settle(act, path, notes, next)
  const written = { personId: path.personId, checkupId, supersedes, notes, proposedOn, nextOn }
  return { recordId: await insertRecord(act, written), proposedOn, nextOn }
}

/**
 * Moves the open check-up to a day from today on. False where it is not open or the actor may not. Throws a RangeError on a day that has
 * passed and without a reason.
 */
export async function moveCheckup(act: Acting, checkupId: string, to: Day, reason: string): Promise<boolean> {
  if (isBefore(to, act.today)) throw new RangeError('a check-up is moved to a day from today on')
  if (reason.trim() === '') throw new RangeError('a check-up is moved for a reason')
  const found = await act.tx
    .selectFrom('support.checkup')
    .select('personId')
    .where('id', '=', checkupId)
    .executeTakeFirst()
  if (!found) return false
  const { personId } = found
  await takeTurn(act, personId)
  const open = await currentCheckup(act, personId)
  if (open?.id !== checkupId) return false
  await settleNext(act, { personId, dueOn: to, origin: 'moved', reason })
  await auditRecord(act, 'change', 'support.checkup', personId)
  return true
}

/** The newest first. */
export async function checkupsOf(act: Acting, personId: string): Promise<CheckupEntry[]> {
  const rows = await act.tx
    .selectFrom('support.checkup')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('dueOn', 'desc')
    .orderBy(sql`closed_as is null`, 'desc')
    .execute()
  if (rows.length === 0) return []
  await auditRecord(act, 'read', 'support.checkup', personId)
  const paused = (await pathwayRow(act, personId))?.state === 'paused'
  const records = await newestRecords(act, personId)
  return rows.map((row) => {
    const record = records.get(row.id)
    const heldOn = row.closedAs === 'held' ? row.closedOn : null
    return {
      id: row.id,
      dueOn: row.dueOn,
      origin: row.origin,
      reason: openReason(act, row),
      state: stateOf(row, { today: act.today, paused }),
      heldOn,
      record: record ? openRecord(act, record) : null,
    }
  })
}

function stateOf(
  { dueOn, closedAs, closedOn }: CheckupTable,
  { today, paused }: { today: Day; paused: boolean },
): CheckupEntry['state'] {
  if (closedAs === 'moved' || closedAs === 'cancelled' || closedAs === 'missed') return closedAs
  // Nothing is due or missed in a pause: the day moves to its end.
  if (closedAs === null && paused) return 'upcoming'
  return windowState({ kind: 'checkup', dueOn, today, answeredOn: closedOn })
}

/** The funnel of the check-ups due in these days whose time is over, of everybody the actor sees. */
export async function funnelOf(act: Acting, span: { from: Day; to: Day }): Promise<FunnelCounts> {
  const rows = await act.tx
    .selectFrom('support.checkup as c')
    .leftJoin('support.checkupRecord as r', (join) =>
      join
        .onRef('r.checkupId', '=', 'c.id')
        .on(sql<boolean>`not exists (select from support.checkup_record s where s.supersedes = r.id)`),
    )
    .select(['r.reached', 'r.inNeed', 'r.agreed', 'r.arrived', 'r.stayed'])
    .where('c.closedAs', 'in', ['held', 'missed'])
    .where('c.dueOn', '>=', span.from)
    .where('c.dueOn', '<=', span.to)
    .execute()
  return funnelCounts(rows.map(funnelOfRow))
}
