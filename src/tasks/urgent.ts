/** What cannot wait for the morning: somebody asked to be called. Who is told what about it, and when. */
import type { Channel } from '../platform/mail.ts'
import { Temporal, type Moment } from '../platform/day.ts'
import { presentFor, presentLeads, type AwayBy, type Escalation } from './escalation.ts'
import { taskKinds, type Task, type TaskKind } from './task.ts'

/**
 * - `asked`: somebody asked
 * - `soon`: … and still waits, a little before the promised hour
 * - `late`: … and still waits, after it; for the lead
 */
export type Stage = 'asked' | 'soon' | 'late'

export type Telling = {
  taskId: string
  accountId: string
  what: Stage
  channel: Channel
  /** It is a colleague's who is not here. */
  instead: boolean
}

export type UrgentTask = Pick<
  Task,
  'id' | 'kind' | 'dueOn' | 'dueAt' | 'ownerId' | 'escalatedTo' | 'escalatedWhy'
>

/** The kinds of which somebody is reminded before their hour. */
export function urgentKinds({ kinds }: Escalation): TaskKind[] {
  return taskKinds.filter((kind) => kinds[kind].remindBefore)
}

type House = {
  now: Moment
  timeZone: string
  away: AwayBy
  leads: readonly string[]
  /** Those who want an SMS too. */
  withPhone: ReadonlySet<string>
}

/** What has been told already, as `toldKey` gives it. */
export function toldKey({ taskId, accountId, what, channel }: Omit<Telling, 'instead'>): string {
  return `${taskId} ${accountId} ${what} ${channel}`
}

/** An SMS wakes people: between these full hours it waits, as the person was told that it would. */
const night = { from: 22, until: 7 }

/**
 * Everything there is to tell now. Each account hears of the latest stage only, so that a server that was off does not tell in a row what
 * is over.
 *
 * @param told what need not be told again
 */
export function tellingsOf(
  rules: Escalation,
  tasks: readonly UrgentTask[],
  { now, timeZone, away, leads, withPhone }: House,
  told: ReadonlySet<string>,
): Telling[] {
  const { hour } = now.toZonedDateTimeISO(timeZone)
  const asleep = hour >= night.from || hour < night.until
  return tasks.flatMap((task) =>
    [...stages(rules, task, { now, away, leads })].flatMap(([accountId, what]) =>
      (['mail', 'sms'] as const)
        .filter((channel) => channel === 'mail' || (withPhone.has(accountId) && !asleep))
        .map((channel) => ({
          taskId: task.id,
          accountId,
          what,
          channel,
          instead: task.ownerId !== null && accountId !== task.ownerId && what !== 'late',
        }))
        .filter((telling) => !told.has(toldKey(telling))),
    ),
  )
}

function stages(
  rules: Escalation,
  task: UrgentTask,
  { now, away, leads }: Pick<House, 'now' | 'away' | 'leads'>,
): Map<string, Stage> {
  const { remindBefore } = rules.kinds[task.kind]
  const { dueAt } = task
  const near =
    dueAt !== null &&
    remindBefore !== null &&
    Temporal.Instant.compare(dueAt.subtract({ minutes: remindBefore.minutes }), now) <= 0
  const stage = near ? 'soon' : 'asked'
  const stages = new Map<string, Stage>(doers(task, away, leads).map((accountId) => [accountId, stage]))
  if (task.escalatedTo === 'lead' && task.escalatedWhy === 'limit') {
    for (const lead of presentLeads(leads, away)) stages.set(lead, 'late')
  }
  return stages
}

/**
 * Whoever is to call: the owner or whoever stands in; where nobody does, the leads who are here; and where none is, everybody it could
 * concern: better on a holiday than never.
 */
function doers({ ownerId }: UrgentTask, away: AwayBy, leads: readonly string[]): string[] {
  const own = presentFor(ownerId, away)
  if (own !== null) return [own]
  const present = presentLeads(leads, away)
  if (present.length > 0) return present
  return [...new Set([...(ownerId === null ? [] : [ownerId]), ...leads])]
}
