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
 * - `call`: a check-in is to be taken on the telephone
 * - `undelivered`: a message did not get to the person
 * - `horizon`: the years of the pathway are over and nothing further is agreed
 */
export const taskKinds = [
  'help',
  'silence',
  'ask',
  'checkup',
  'read',
  'call',
  'undelivered',
  'horizon',
] as const
export type TaskKind = (typeof taskKinds)[number]

export type TaskState = 'requested' | 'completed' | 'cancelled'

/** Whose turn it is in the search for somebody who is silent, after the owner; see `support/reaching.ts`. */
export const searchSteps = ['supporter', 'trusted', 'lead', 'lost'] as const
export type SearchStep = (typeof searchSteps)[number]

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
  /** The day on which it began; `dueOn` may be later, as after a try that reached nobody. */
  since: Day
  madeAt: Moment
  /** Only of silence; null while it is the owner's turn. */
  step: SearchStep | null
  stepAt: Moment | null
  /** It went up to the lead; see `escalation.ts`. */
  escalatedTo: 'lead' | null
  escalatedAt: Moment | null
  /** It waited too long, or nobody is here whose it is. */
  escalatedWhy: 'limit' | 'absent' | null
}
