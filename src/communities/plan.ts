/** A community's development plan: goals, the actions that bring them about, and how far it is. */
import { isBefore, type Day, type Moment } from '../platform/day.ts'

export const actionStates = ['planned', 'begun', 'done', 'dropped'] as const
export type ActionState = (typeof actionStates)[number]

/** What follows each state, the most usual first. What is done or left out can be taken back. */
export const nextStates: Record<ActionState, readonly ActionState[]> = {
  planned: ['done', 'begun', 'dropped'],
  begun: ['done', 'planned', 'dropped'],
  done: ['planned'],
  dropped: ['planned'],
}

export const longestEvidence = 1000

export type Action = {
  id: string
  goalId: string
  title: string
  /** A name or a part in the community; sealed in the database. */
  who: string | null
  byOn: Day | null
  costCents: number | null
  state: ActionState
  /** What shows that it was done; kept when it is taken back, and shown once it is done again. */
  evidence: string
  milestone: boolean
}
/** With what a calendar asks: whose plan it stands in, and when it was last written to. */
export type DatedAction = Action & { communityId: string; changedAt: Moment }
export type NewAction = Pick<Action, 'title' | 'who' | 'byOn' | 'costCents' | 'milestone'>

export type Goal = {
  id: string
  /** Of readiness; null: none of them. */
  dimension: string | null
  stageFrom: number | null
  stageTo: number | null
  title: string
  why: string
  dueOn: Day | null
  state: 'open' | 'dropped'
}
export type NewGoal = Omit<Goal, 'id' | 'state'>

export type ActionChange = {
  actionId: string
  from: ActionState
  to: ActionState
  byAccount: string | null
  at: Moment
  note: string
}

/** How many of the actions that were not dropped are done; null where there are none: then nobody knows how far it is. */
export type Progress = { done: number; all: number } | null

type Counted = Pick<Action, 'state'>

export function progressOf(actions: readonly Counted[]): Progress {
  const all = actions.filter(({ state }) => state !== 'dropped').length
  return all === 0 ? null : { done: actions.filter(({ state }) => state === 'done').length, all }
}

/** A plan is as far as its goals together; goals of which nothing is known do not count. */
export function planProgress(goals: readonly Progress[]): Progress {
  const known = goals.flatMap((goal) => goal ?? [])
  if (known.length === 0) return null
  return {
    done: known.reduce((sum, { done }) => sum + done, 0),
    all: known.reduce((sum, { all }) => sum + all, 0),
  }
}

export const isOpen = ({ state }: Counted) => state === 'planned' || state === 'begun'

/** What was to be done by a day that is over. On the day itself there is still time. */
export function isOverdue(action: Pick<Action, 'state' | 'byOn'>, today: Day): boolean {
  return isOpen(action) && action.byOn !== null && isBefore(action.byOn, today)
}

type Dated = Pick<Action, 'id' | 'byOn' | 'title'>
const dayKey = ({ byOn, title, id }: Dated) => `${byOn?.toString() ?? '9999'} ${title} ${id}`
const byDay = (a: Dated, b: Dated) => (dayKey(a) < dayKey(b) ? -1 : 1)

/** What comes next: the earliest day first, what has no day last. */
export function nextAction<A extends Pick<Action, 'id' | 'state' | 'byOn' | 'title'>>(
  actions: readonly A[],
): A | null {
  return actions.filter(isOpen).toSorted(byDay)[0] ?? null
}

/** The actions that a plan is measured by, in the order of their days. What was dropped is none. */
export function milestonesOf<A extends Pick<Action, 'id' | 'state' | 'byOn' | 'title' | 'milestone'>>(
  actions: readonly A[],
): A[] {
  return actions.filter(({ milestone, state }) => milestone && state !== 'dropped').toSorted(byDay)
}
