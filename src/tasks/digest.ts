/** The morning's mail: what waits for whom, in numbers only. */
import type { Away } from '../access/absence.ts'
import { isBefore, isWorkingDay, type Day } from '../platform/day.ts'
import { fitDay } from './day-size.ts'
import { isOthersTurn, isRaised, presentFor, presentLeads, type Escalation } from './escalation.ts'
import type { Task, TaskKind } from './task.ts'

/** A kind of task of one's own, or what went up to the lead. */
export type Waiting = TaskKind | 'raised'

/** As they stand in the mail: whom to call first. */
export const waitingOrder = [
  'raised',
  'help',
  'silence',
  'call',
  'checkup',
  'ask',
  'horizon',
  'read',
  'undelivered',
] as const satisfies readonly Waiting[]

export type Digest = {
  counts: ReadonlyMap<Waiting, number>
  /** Some of it is a colleague's, for whom one stands in. */
  forOthers: boolean
}

export type HeldTask = Pick<Task, 'personId' | 'kind' | 'dueOn' | 'ownerId' | 'escalatedTo' | 'step'>

type House = {
  today: Day
  rules: Escalation
  away: ReadonlyMap<string, Pick<Away, 'substituteId' | 'why'>>
  leads: readonly string[]
  /** Who stands beside a person, by the person's id. */
  supporters: ReadonlyMap<string, readonly string[]>
}

/**
 * What waits today, by the account it waits for. Who is away is not written to: whoever stands in has it in theirs. Only whose absence
 * nobody declared is: perhaps they are reading their mail.
 *
 * @param tasks those in front; what begins on a later day does not count
 */
export function digestsOf(tasks: readonly HeldTask[], house: House): Map<string, Digest> {
  const digests = new Map<string, { counts: Map<Waiting, number>; forOthers: boolean }>()
  const add = (accountId: string, what: Waiting, forOther: boolean) => {
    const digest = digests.get(accountId) ?? { counts: new Map(), forOthers: false }
    digest.counts.set(what, (digest.counts.get(what) ?? 0) + 1)
    digest.forOthers ||= forOther
    digests.set(accountId, digest)
  }
  const others = laterThisWeek(tasks, house)
  for (const task of tasks.filter(({ dueOn }) => !isBefore(house.today, dueOn))) {
    if (others.has(task)) continue
    for (const [accountId, what] of holdings(task, house))
      add(accountId, what, what !== 'raised' && task.ownerId !== null && !isOwn(task, accountId, house))
  }
  return digests
}

/** What a full day leaves for another one, as it stands in My day of whoever does it; what went up to the lead is not left. */
function laterThisWeek(tasks: readonly HeldTask[], { today, away, rules }: House): Set<HeldTask> {
  const byHolder = Map.groupBy(tasks, ({ ownerId }) => presentFor(ownerId, away))
  return new Set(
    [...byHolder.values()].flatMap((own) =>
      fitDay(rules, own, today).later.filter((task) => !isRaised(task)),
    ),
  )
}

/** Each account once, also where it has a task in two ways. */
function holdings(task: HeldTask, { away, leads, supporters }: House): Map<string, Waiting> {
  const { ownerId, kind, step, personId } = task
  const held = new Map<string, Waiting>()
  if (isRaised(task)) for (const lead of presentLeads(leads, away)) held.set(lead, 'raised')
  if (step === 'supporter') {
    for (const supporter of supporters.get(personId) ?? [])
      if (!away.has(supporter)) held.set(supporter, kind)
  }
  const own = presentFor(ownerId, away)
  // Where none of those whose turn it is can be told, whose task it is can.
  if (own !== null && (!isOthersTurn(task) || held.size === 0)) held.set(own, kind)
  if (ownerId !== null && away.get(ownerId)?.why === 'noticed') held.set(ownerId, kind)
  return held
}

function isOwn({ ownerId, personId, step }: HeldTask, accountId: string, { supporters }: House): boolean {
  return (
    accountId === ownerId || (step === 'supporter' && (supporters.get(personId) ?? []).includes(accountId))
  )
}

/** Full hours of the organisation's day: no earlier, and not where the morning is over before the program was there. */
const morning = { from: 7, until: 12 }

export function isMorning(hour: number): boolean {
  return hour >= morning.from && hour < morning.until
}

/** On a day off a mail only says that somebody asked to be called: the rest is nobody's until Monday. */
export function isDue({ counts }: Digest, today: Day): boolean {
  return isWorkingDay(today) ? counts.size > 0 : counts.has('help')
}
