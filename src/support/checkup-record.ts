/** What may be written of a check-up that was held, what contradicts itself, and which day is proposed for the next. */
import { isBefore, laterOf, type Day } from '../platform/day.ts'
import { funnelProblems, type Funnel, type FunnelStep, type HelpGiven } from './checkup.ts'
import { isNeed, nextCheckup, type NeedAnswers, type PastCheckup, type Pathway } from './pathway.ts'

export const checkupWays = ['meeting', 'call', 'video'] as const
export type CheckupWay = (typeof checkupWays)[number]

/** The steps that are asked; whether somebody was in need follows from the three answers. */
export type AskedSteps = Record<Exclude<FunnelStep, 'inNeed'>, boolean | null>

export type CheckupNotes = {
  heldOn: Day
  way: CheckupWay
  /** `reached: false` says that it was tried and nobody was reached: the check-up counts as never held. */
  funnel: AskedSteps
  need: NeedAnswers
  help: HelpGiven
  notes: string | null
  /** Left out: as the rule proposes. Null: no further check-up. */
  nextOn?: Day | null
  /** Where `nextOn` is not what the rule proposes. */
  nextReason?: string | null
}

export type CheckupProblem =
  /** There is no such person or check-up, or not for this actor. */
  | 'unknown'
  /** It has a record already: correct that one. */
  | 'recorded'
  | 'held-in-future'
  | 'contradiction'
  | 'next-not-later'
  | 'reason-missing'

export function wholeFunnel({ funnel, need }: Pick<CheckupNotes, 'funnel' | 'need'>): Funnel {
  return { ...funnel, inNeed: isNeed(need) }
}

/** Tried and not reached is not held. */
export function wasHeld({ funnel }: Pick<CheckupNotes, 'funnel'>): boolean {
  return funnel.reached !== false
}

/**
 * The day the rule proposes next, moved to today where it lies in the past: a talk that was written down a year late does not bring
 * twelve missed ones with it.
 */
export function proposedNext(
  pathway: Pathway,
  { left, history, today }: { left: Day; history: readonly PastCheckup[]; today: Day },
): Day | null {
  const next = nextCheckup(pathway, { left, history })
  return next && laterOf(next, today)
}

/** What is wrong with these notes as they would be written on `today`; null where nothing is. */
export function notesProblem(
  notes: CheckupNotes,
  { today, proposedOn }: { today: Day; proposedOn: Day | null },
): CheckupProblem | null {
  if (isBefore(today, notes.heldOn)) return 'held-in-future'
  if (funnelProblems(wholeFunnel(notes)).length > 0) return 'contradiction'
  const { nextOn } = notes
  if (nextOn === undefined || sameDay(nextOn, proposedOn)) return null
  // The next is a promise: it lies ahead, also of a talk that was held today.
  if (nextOn && (isBefore(nextOn, today) || !isBefore(notes.heldOn, nextOn))) return 'next-not-later'
  return notes.nextReason?.trim() ? null : 'reason-missing'
}

export function sameDay(one: Day | null, other: Day | null): boolean {
  return one === null || other === null ? one === other : one.equals(other)
}
