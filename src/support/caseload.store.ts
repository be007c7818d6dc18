/** The caseload: everybody the actor sees, one line each. */
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import type { TaskKind } from '../tasks/task.ts'
import type { PathwayState } from './pathway.store.ts'

export type CaseloadLine = {
  personId: string
  code: string
  name: string
  coordinatorId: string | null
  municipality: string | null
  language: string
  state: PathwayState
  stateSince: Day
  pausedUntil: Day | null
  leftOn: Day
  /** The open check-up. */
  nextCheckupOn: Day | null
  lastHeldOn: Day | null
  /** The newest answer to a check-in; null where there is none, or the actor may not see it. */
  lastAnswer: {
    givenOn: Day
    wellbeing: number | null
    confidence: number | null
    pleaseCall: boolean | null
  } | null
  openTasks: { kind: TaskKind; dueOn: Day; dueAt: Moment | null }[]
}

/** By the next check-up, earliest first; those without one last, then by code. Sorting and searching by name is the page's work. */
export async function listCaseload(act: Acting): Promise<CaseloadLine[]> {
  return pending(act)
}

function pending(..._: unknown[]): never {
  throw new Error('not written yet')
}
