/** What may be written of a check-up that was held, and what contradicts itself. */
import type { Day } from '../platform/day.ts'
import { type FunnelStep, type HelpGiven } from './checkup.ts'
import { type NeedAnswers } from './pathway.ts'

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
