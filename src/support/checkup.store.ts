/** Check-ups: the one that is open, what was written of each, and how they are counted. */
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import type { CheckupNotes, CheckupProblem, CheckupWay } from './checkup-record.ts'
import type { FunnelCounts, Funnel, HelpGiven, HelpKind } from './checkup.ts'
import type { NeedAnswers } from './pathway.ts'
import type { WindowState } from './window.ts'

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
  closedOn: Day | null
}

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
    'support.checkup': CheckupTable
    'support.checkupRecord': CheckupRecordTable
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
  /** Corrected records before this one. */
  corrections: number
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

export async function openCheckup(act: Acting, personId: string): Promise<OpenCheckup | null> {
  return pending(act, personId)
}

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
  return pending(act, held)
}

/**
 * Writes down a check-up, however late, and opens the next one. Closes what waited for it.
 *
 * @param input `checkupId` null: the open one or, where none is, one that was not due
 */
export async function recordCheckup(
  act: Acting,
  input: CheckupNotes & { personId: string; checkupId: string | null },
): Promise<RecordResult> {
  return pending(act, input)
}

/** A new record in the place of `recordId`; the old one stays. The next check-up moves with it unless people had chosen its day. */
export async function correctCheckup(
  act: Acting,
  recordId: string,
  input: CheckupNotes,
): Promise<RecordResult> {
  return pending(act, recordId, input)
}

/** Moves the open check-up to a day from today on. False where it is not open or the actor may not. */
export async function moveCheckup(act: Acting, checkupId: string, to: Day, reason: string): Promise<boolean> {
  return pending(act, checkupId, to, reason)
}

/** The newest first. */
export async function checkupsOf(act: Acting, personId: string): Promise<CheckupEntry[]> {
  return pending(act, personId)
}

/** The funnel of the check-ups due in these days whose time is over, of everybody the actor sees. */
export async function funnelOf(act: Acting, span: { from: Day; to: Day }): Promise<FunnelCounts> {
  return pending(act, span)
}

function pending(..._: unknown[]): never {
  throw new Error('not written yet')
}
