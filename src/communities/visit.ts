/** A developer's visit to a community: planned, held, and what came of it. */
import { isBefore, type Day, type Moment } from '../platform/day.ts'

export const visitKinds = ['visit', 'dialogue', 'mapping', 'training', 'call'] as const
export type VisitKind = (typeof visitKinds)[number]
export type VisitState = 'planned' | 'held' | 'cancelled'

export type Visit = {
  id: string
  communityId: string
  /** The action of the plan that it serves. */
  actionId: string | null
  kind: VisitKind
  state: VisitState
  onDay: Day
  /** `15:30`, in the organisation's time zone; null: some time that day. */
  atTime: string | null
  topic: string
  peopleCount: number | null
  outcome: string
  nextStep: string
  nextOn: Day | null
}
/** With what a calendar asks: when it was last written to, and how often its day or hour was changed. */
export type DatedVisit = Visit & { changedAt: Moment; moves: number }
export type NewVisit = Pick<Visit, 'actionId' | 'kind' | 'onDay' | 'atTime' | 'topic'>
export type Outcome = Pick<Visit, 'peopleCount' | 'outcome' | 'nextStep' | 'nextOn'>

/** How many people a circle of dialogue is good with; advice, not a limit. Source: LEADER Arenduskoda 2025. */
export const dialogueSize = { least: 7, most: 20 } as const

/** Its day has come, and nobody has written down what came of it. */
export function awaitsOutcome({ state, onDay }: Pick<Visit, 'state' | 'onDay'>, today: Day): boolean {
  return state === 'planned' && isBefore(onDay, today)
}
