/**
 * What a coordinator's day holds. With sixty people some days would bring twenty things and others three, because days of leaving and weekends
 * fall as they fall. What is pressing stands in the day whatever the number; what may wait some days fills it up, and the rest stands
 * under the week, earliest first. Nothing is put off: its day stays, and after the days it may wait it is pressing too.
 */
import { addWorkingDays, daysBetween, isBefore, type Day } from '../platform/day.ts'
import { isOthersTurn, type Escalation } from './escalation.ts'
import type { Task } from './task.ts'

type Waiting = Pick<Task, 'kind' | 'dueOn' | 'step'>

/**
 * Of what is due, what stands in the day and what can be done on another day of the week.
 *
 * @param tasks of one coordinator; those of a later day, and those with which it is somebody else's turn, are left out of both
 * @example sittings(fitDay(rules, tasks, today).today) // never above rules.day.tasks, unless more is pressing
 */
export function fitDay<T extends Waiting>(
  rules: Escalation,
  tasks: readonly T[],
  today: Day,
): { today: T[]; later: T[] } {
  const due = tasks.filter((task) => !isBefore(today, task.dueOn) && !isOthersTurn(task))
  const flexible = due
    .filter((task) => mayWait(rules, task, today))
    .toSorted((a, b) => daysBetween(b.dueOn, a.dueOn))
  const pressing = due.filter((task) => !flexible.includes(task))
  const later = new Set(flexible.slice(Math.max(0, rules.day.tasks - sittings(pressing))))
  return { today: due.filter((task) => !later.has(task)), later: [...later] }
}

/** How much of a day these tasks are: answers that came are read in one sitting, all else is a talk each. */
export function sittings(tasks: readonly Pick<Task, 'kind'>[]): number {
  const talks = tasks.filter(({ kind }) => kind !== 'read').length
  return talks + (talks < tasks.length ? 1 : 0)
}

function mayWait({ kinds }: Escalation, { kind, dueOn }: Pick<Task, 'kind' | 'dueOn'>, today: Day): boolean {
  const { mayWait: wait } = kinds[kind]
  return wait !== null && isBefore(today, addWorkingDays(dueOn, wait.workingDays))
}
