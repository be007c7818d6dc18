/**
 * What waits for a human. A task is about one person, has an owner and a day, and is done by anyone who may: then it is gone for all.
 * States are those of a FHIR Task: requested, completed, cancelled.
 */
import type { Day, Moment } from '../platform/day.ts'

/**
 * - `help`: the person asked to be called; it has hours, not days
 * - `silence`: a check-in or check-up went by; one task a person, however many went by
 * - `ask`: the person came with the list and has not said yes yet; the first talk
 * - `checkup`: a check-up is due
 * - `read`: an answer came that nobody has read
 */
export const taskKinds = ['help', 'silence', 'ask', 'checkup', 'read'] as const
export type TaskKind = (typeof taskKinds)[number]

export type TaskState = 'requested' | 'completed' | 'cancelled'

export type Task = {
  id: string
  personId: string
  kind: TaskKind
  ownerId: string | null
  state: TaskState
  /** What it is about, such as a check-up's id. */
  subjectId: string | null
  dueOn: Day
  /** Where hours count. */
  dueAt: Moment | null
  madeAt: Moment
}
