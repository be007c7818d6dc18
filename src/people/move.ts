/** People pass from one coordinator to another: an offer, and what becomes of it. */
import { daysBetween, type Day } from '../platform/day.ts'

/** `accepted` where at least one of the people was taken. */
export type MoveState = 'offered' | 'accepted' | 'declined' | 'withdrawn'

/** What the receiver knows of somebody before accepting: nothing that was said, and no name. */
export type OfferedPerson = {
  personId: string
  code: string
  municipality: string | null
  language: string
  /** Where on the path, in the words of `support/`; null where on none. */
  pathState: string | null
  leftOn: Day | null
  openTasks: number
}

/** One offer for each giver: what one coordinator gives is theirs alone to take back. */
export function byGiver<P extends { fromId: string | null }>(people: readonly P[]): Map<string | null, P[]> {
  return Map.groupBy(people, ({ fromId }) => fromId)
}

/** Whether an offer has waited so long that the lead is told. */
export function isForgotten(offeredOn: Day, today: Day, { moveDays }: { moveDays: number }): boolean {
  return daysBetween(offeredOn, today) >= moveDays
}

export type MoveProblem = 'reason-missing'

/** What keeps an answer from being given: whoever is not taken is owed a reason. */
export function answerProblem(
  offered: readonly string[],
  accepted: readonly string[],
  reason: string,
): MoveProblem | null {
  const rest = offered.filter((id) => !accepted.includes(id))
  return rest.length > 0 && reason === '' ? 'reason-missing' : null
}
