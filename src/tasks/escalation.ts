/**
 * What waits too long, or for somebody who is not here, goes up to the lead as well. It is taken from nobody: done by anyone, it is gone for
 * all. The limits are data: `content/escalation.json`.
 */
import { Temporal, addWorkingDays, isBefore, type Day, type Moment } from '../platform/day.ts'
import type { Task, TaskKind } from './task.ts'

/** Counted from the task's hour, where it has one, or from the end of its day. */
export type Limit = { hours: number } | { days: number } | { workingDays: number }

export type EscalationRule = {
  limit: Limit
  to: 'lead'
  /** So long before its hour whoever should do it is reminded once more. */
  remindBefore: { minutes: number } | null
  /** So long after its day it can be done on another one as well, where the day is full; see `day-size.ts`. */
  mayWait: { workingDays: number } | null
}

export type Escalation = {
  source: string
  /** How much a coordinator's day holds. */
  day: { tasks: number }
  kinds: Readonly<Record<TaskKind, EscalationRule>>
}

/** Who is away on a day, and who stands in for them. */
export type AwayBy = ReadonlyMap<string, { substituteId: string | null }>

type Timed = Pick<Task, 'kind' | 'dueOn' | 'dueAt'>

/**
 * The moment from which a task has waited too long.
 *
 * @example limitOf(rules, { kind: 'read', dueOn: day('2026-11-23'), dueAt: null }, 'Europe/Tallinn') // 26 November, 0:00: two working days later
 */
export function limitOf({ kinds }: Escalation, { kind, dueOn, dueAt }: Timed, timeZone: string): Moment {
  const { limit } = kinds[kind]
  const startOf = (date: Day) => date.toZonedDateTime({ timeZone }).toInstant()
  if ('hours' in limit) {
    return (dueAt ?? startOf(dueOn.add({ days: 1 }))).add({ minutes: Math.round(limit.hours * 60) })
  }
  const last = 'days' in limit ? dueOn.add({ days: limit.days }) : addWorkingDays(dueOn, limit.workingDays)
  return startOf(last.add({ days: 1 }))
}

/** Who does the work of an account on a day: the account, whoever stands in for it, or nobody. */
export function presentFor(accountId: string | null, away: AwayBy): string | null {
  if (accountId === null) return null
  const absence = away.get(accountId)
  if (!absence) return accountId
  const { substituteId } = absence
  // A substitute who is away too is nobody: chains of covers end with the lead.
  return substituteId !== null && !away.has(substituteId) ? substituteId : null
}

/** The leads who are here, and whoever stands in for those who are not. */
export function presentLeads(leads: readonly string[], away: AwayBy): string[] {
  return [...new Set(leads.flatMap((lead) => presentFor(lead, away) ?? []))]
}

/** Whether it is the lead's too: it went up, or in the search for somebody it is her turn. */
export function isRaised({ escalatedTo, step }: Pick<Task, 'escalatedTo' | 'step'>): boolean {
  return escalatedTo === 'lead' || step === 'lead'
}

/** In the search for somebody, others than whose task it is try now: it asks nothing of its owner until they have. */
export function isOthersTurn({ step }: Pick<Task, 'step'>): boolean {
  return step === 'supporter' || step === 'lead'
}

/** In whose lists a task stands: whoever does the work of its owner and, once it has gone up, the leads who are here. */
export function holdersOf(
  task: Pick<Task, 'ownerId' | 'escalatedTo' | 'step'>,
  { away, leads }: { away: AwayBy; leads: readonly string[] },
): string[] {
  const own = presentFor(task.ownerId, away)
  return [...new Set([...(own === null ? [] : [own]), ...(isRaised(task) ? presentLeads(leads, away) : [])])]
}

export type Watched = Timed & Pick<Task, 'ownerId' | 'escalatedTo' | 'escalatedWhy'>

/**
 * What becomes of an open task now: it goes up (`limit`, `absent`), comes down again because somebody is here whose it is (`down`), or
 * stays (null). What has waited too long stays up until it is done or put on another day.
 */
export function watch(
  rules: Escalation,
  task: Watched,
  { now, today, timeZone, away }: { now: Moment; today: Day; timeZone: string; away: AwayBy },
): 'limit' | 'absent' | 'down' | null {
  const late = Temporal.Instant.compare(limitOf(rules, task, timeZone), now) <= 0
  // Before its day nobody is missed.
  const alone = !isBefore(today, task.dueOn) && presentFor(task.ownerId, away) === null
  const why = late ? 'limit' : alone ? 'absent' : null
  if (task.escalatedTo === null) return why
  if (why === null) return 'down'
  return task.escalatedWhy === why ? null : why
}

/** One talk does both: what waits about a person for as long as something else waits about the same one. */
const behind: Partial<Record<TaskKind, readonly TaskKind[]>> = {
  // What else they wrote is on the page where the call is noted.
  read: ['help'],
  // Whoever is silent is first of all to be found.
  checkup: ['silence'],
  // That a message did not arrive is told with what to do instead, which is to call.
  call: ['silence', 'help', 'undelivered'],
}

/** Those of these open tasks that stand in front: what a human does next about each person. */
export function inFront<T extends Pick<Task, 'personId' | 'kind'>>(tasks: readonly T[]): T[] {
  const kinds = Map.groupBy(tasks, ({ personId }) => personId)
  return tasks.filter(
    ({ personId, kind }) =>
      !kinds.get(personId)?.some((other) => behind[kind]?.includes(other.kind) === true),
  )
}
