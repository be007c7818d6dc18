/** Where a person is on the pathway: to be asked, active, paused or ended; and every change of it. */
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import type { RhythmChoice } from './rhythm.ts'

export const pathwayStates = ['to-be-asked', 'active', 'paused', 'ended'] as const
export type PathwayState = (typeof pathwayStates)[number]

export type PathwayTable = {
  personId: string
  organisationId: string
  pathway: string
  leftOn: Day
  enteredOn: Day
  state: PathwayState
  stateSince: Day
  pausedUntil: Day | null
  /** Null is the pathway's own rhythm. */
  rhythm: Exclude<RhythmChoice, 'pathway'> | null
  /** The last day whose check-ins have been made due; null before the yes. */
  caughtUpTo: Day | null
}

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
  reasonSealed: Buffer | null
}

declare module '../platform/database.ts' {
  interface Database {
    'support.pathway': PathwayTable
    'support.pathwayChange': PathwayChangeTable
  }
}

export type PathwayChangeKind = 'entered' | 'yes' | 'no' | 'paused' | 'resumed' | 'ended' | 'rhythm'

export type PersonPathway = {
  personId: string
  /** Key of one of `content/pathways/`. */
  pathway: string
  leftOn: Day
  enteredOn: Day
  state: PathwayState
  stateSince: Day
  /** The first day on which the pathway goes on by itself; null where it is not paused or has no such day. */
  pausedUntil: Day | null
  rhythm: RhythmChoice
}

export type NewPathway = {
  personId: string
  pathway: string
  leftOn: Day
  /** Null: has not been asked, or not said yes. */
  agreed: { on: Day; how: string } | null
  coordinatorId: string
  /** See `firstContacts`. */
  firstContactOn: Day
}

/** The yes or no to continuing support: on which day and in which way it was said. */
export type Word = { on: Day; how: string }

export type PathwayChange = {
  at: Moment
  byAccount: string | null
  what: PathwayChangeKind
  from: PathwayState | null
  to: PathwayState
  wishedBy: 'person' | 'staff' | null
  /** Of a pause. */
  until: Day | null
  /** Of a change of rhythm. */
  rhythm: RhythmChoice | null
  reason: string | null
}

/** Puts people on a pathway. Who has not said yes is to be asked, and gets no check-in before. */
export async function enterPathways(act: Acting, list: readonly NewPathway[]): Promise<void> {
  return pending(act, list)
}

/** Null where the person is on none, or the actor may not see it. */
export async function pathwayOf(act: Acting, personId: string): Promise<PersonPathway | null> {
  return pending(act, personId)
}

/** Somebody to be asked, or who had ended, says yes. False where there is nothing to say yes to. */
export async function sayYes(act: Acting, personId: string, word: Word): Promise<boolean> {
  return pending(act, personId, word)
}

/** Somebody to be asked says no. The pathway ends; a yes later on is possible. */
export async function sayNo(act: Acting, personId: string, word: Word): Promise<boolean> {
  return pending(act, personId, word)
}

/**
 * Nothing becomes due or missed while paused; what waits is cancelled, but for a request for help.
 *
 * @param pause `until`: the first day on which it goes on again, later than today; null until somebody resumes it
 */
export async function pausePathway(
  act: Acting,
  personId: string,
  pause: { until: Day | null; by: 'person' | 'staff'; reason?: string | null },
): Promise<boolean> {
  return pending(act, personId, pause)
}

export async function resumePathway(act: Acting, personId: string): Promise<boolean> {
  return pending(act, personId)
}

/** Ends the support. Ended by the person themself, their consent is withdrawn with it. */
export async function endPathway(act: Acting, personId: string, reason: string): Promise<boolean> {
  return pending(act, personId, reason)
}

export async function changeRhythm(act: Acting, personId: string, rhythm: RhythmChoice): Promise<boolean> {
  return pending(act, personId, rhythm)
}

/** The newest first. */
export async function changesOf(act: Acting, personId: string): Promise<PathwayChange[]> {
  return pending(act, personId)
}

function pending(..._: unknown[]): never {
  throw new Error('not written yet')
}
