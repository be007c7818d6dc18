/** Looks at everybody in the evening and counts who is held by nothing. It asks the tables and the truth, not the rules that are on trial. */
import { sql } from 'kysely'
import { absenceContent } from '../access/absence.content.ts'
import { awayOn } from '../access/absence.store.ts'
import type { Acting } from '../platform/actor.ts'
import { Temporal, day, daysBetween, isBefore, isWorkingDay, type Day } from '../platform/day.ts'
import { supportContent } from '../support/support.content.ts'
import { checkinDays, chosenRhythm } from '../support/rhythm.ts'
import { openDays } from '../support/window.ts'
import { escalationRules } from '../tasks/escalation.content.ts'
import { holdersOf, inFront, limitOf } from '../tasks/escalation.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import type { Task } from '../tasks/task.ts'
import type { Report } from './report.ts'
import { timeZone, type Soul, type World } from './world.ts'
import { isHere } from './working.ts'

type Path = { personId: string; pathway: string; state: Soul['state']; checkupOn: Day | null }

// Thousands of days are compared every evening: as numbers, since `Temporal` takes its time.
const zero = day('2000-01-01')
const numbers = new WeakMap<Day, number>()

function numberOf(date: Day): number {
  const number = numbers.get(date) ?? daysBetween(zero, date)
  numbers.set(date, number)
  return number
}

/** Check-in days of a pathway and a day of leaving, as numbers, worked out once: nobody changes the rhythm here. */
const known = new Map<string, number[]>()

function checkinsOf(pathway: string, leftOn: Day): readonly number[] {
  const key = `${pathway} ${leftOn}`
  const days =
    known.get(key) ??
    checkinDays(
      chosenRhythm(supportContent().pathways.get(pathway)?.checkins ?? { source: '', steps: [] }, 'pathway'),
      leftOn,
      leftOn,
      leftOn.add({ months: 60 }),
    ).map(({ dueOn }) => numberOf(dueOn))
  known.set(key, days)
  return days
}

export async function measure(
  world: World,
  act: Acting,
  date: Day,
  report: Report,
  tell: (text: string) => void,
): Promise<void> {
  const { rows } = await sql<Path>`
    select w.person_id, w.pathway, w.state, k.due_on as checkup_on
    from support.pathway w left join support.checkup k on k.person_id = w.person_id and k.closed_as is null
    where w.organisation_id = ${act.actor.organisationId}`.execute(act.tx)
  const open = await listOpenTasks(act)
  const tasks = Map.groupBy(open, ({ personId }) => personId)
  const away = await awayOn(act, date)
  const { noticedAfterWorkingDays: noticed } = absenceContent()
  const leads = world.workers
    .filter(({ role, gone }) => role === 'lead' && !gone)
    .map(({ accountId }) => accountId)
  // Away in truth, whatever was said or noticed, and so long that the house must know it.
  const truly = new Set<string>()
  const long = new Set<string>()
  for (const worker of world.workers) {
    if (isHere(worker, date) || worker.awaySince === null) continue
    truly.add(worker.accountId)
    if (openWorkingDays(world, worker.awaySince, date) >= noticed) long.add(worker.accountId)
  }
  const rules = escalationRules()
  for (const path of rows) {
    const soul = world.souls.get(path.personId)
    if (!soul) continue
    report.personDays += 1
    if (path.state === 'paused' || path.state === 'ended') continue
    const own = tasks.get(path.personId) ?? []
    // A task on a day that is still to come is a dated step itself; on its day it goes up where nobody is here.
    const held = own.some((task) => isBefore(date, task.dueOn) || holdersOf(task, { away, leads }).length > 0)
    const unheard = isUnheard(path, soul, own, date)
    if (unheard || !(held || hasNextStep(path, soul, date))) {
      report.lost += 1
      tell(
        `${date}: person ${soul.place} (${path.state}) is lost: ${unheard ? 'silence that nobody noticed' : 'nothing ahead'}`,
      )
    }
    const front = inFront(own).filter(({ dueOn }) => !isBefore(date, dueOn))
    const stalls = front.find((task) => {
      const late = Temporal.Instant.compare(limitOf(rules, task, timeZone), act.now) <= 0
      const holders = holdersOf(task, { away, leads })
      return (late && task.escalatedTo === null) || holders.every((holder) => long.has(holder))
    })
    if (stalls) {
      report.stalled += 1
      tell(
        `${date}: ${stalls.kind} about person ${soul.place} rests with nobody since ${stalls.dueOn} (${stalls.escalatedTo ?? 'not escalated'}; holders ${holdersOf(stalls, { away, leads }).length}; here ${world.workers.filter((w) => isHere(w, date)).map((w) => w.role)})`,
      )
    } else if (front.some((task) => holdersOf(task, { away, leads }).every((one) => truly.has(one))))
      report.unnoticed += 1
  }
}

/** Working days after one day and before another on which the server ran. */
const openWorkingDays = ({ openDays }: World, after: Day, before: Day): number =>
  openDays.filter((date) => isBefore(after, date) && isBefore(date, before) && isWorkingDay(date)).length

/** A check-up or a check-in on a day that is still to come or still open. */
function hasNextStep({ pathway, state, checkupOn }: Path, soul: Soul, date: Day): boolean {
  if (state !== 'active') return false
  const today = numberOf(date)
  if (checkupOn && today < numberOf(checkupOn) + openDays.checkup) return true
  const last = checkinsOf(pathway, soul.leftOn).at(-1)
  return last !== undefined && today < last + openDays.checkin
}

/** Something went by, nothing was heard since, and no silence waits for anybody. */
function isUnheard(
  { pathway, state, checkupOn }: Path,
  soul: Soul,
  tasks: readonly Task[],
  date: Day,
): boolean {
  if (state !== 'active' || tasks.some(({ kind }) => kind === 'silence')) return false
  const today = numberOf(date)
  const spoken = soul.lastTalk ? numberOf(soul.lastTalk) : Number.NEGATIVE_INFINITY
  const from = Math.max(
    numberOf(soul.activeFrom),
    soul.lastSign ? numberOf(soul.lastSign) + 1 : 0,
    // What goes by within a fortnight after a talk is nobody's silence yet.
    spoken + 14 - openDays.checkin + 1,
  )
  const dueDays = checkinsOf(pathway, soul.leftOn)
  const wentBy = dueDays[firstFrom(dueDays, from)]
  if (wentBy !== undefined && wentBy + openDays.checkin <= today) return true
  if (checkupOn === null) return false
  const missed = numberOf(checkupOn) + openDays.checkup
  return missed <= today && missed - spoken > 14
}

/** The place of the first number not below `from` in a sorted list. */
function firstFrom(sorted: readonly number[], from: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}
