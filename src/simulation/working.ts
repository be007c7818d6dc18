/** What those who work here do on a day: each goes through what stands in their list, by the same functions as the pages. */
import { awayOn } from '../access/absence.store.ts'
import type { Acting } from '../platform/actor.ts'
import { chanceOf, type Chance } from '../platform/chance.ts'
import { addWorkingDays, isBefore, isWorkingDay, type Day } from '../platform/day.ts'
import { answerCheckin, markRead } from '../support/checkin.store.ts'
import { recordCheckup } from '../support/checkup.store.ts'
import { recordContact } from '../support/contact.store.ts'
import { recordLapse } from '../support/lapse.store.ts'
import { endPathway, sayNo, sayYes } from '../support/pathway.store.ts'
import { fitDay, sittings } from '../tasks/day-size.ts'
import { escalationRules } from '../tasks/escalation.content.ts'
import { inFront, isRaised, presentFor } from '../tasks/escalation.ts'
import { closeTasks, listOpenTasks } from '../tasks/task.store.ts'
import type { Task } from '../tasks/task.ts'
import { isSilent, together, told } from './living.ts'
import type { Report, Tally } from './report.ts'
import { life, work } from './scenario.ts'
import type { Soul, Worker, World } from './world.ts'

export const isHere = (worker: Worker, date: Day) =>
  !worker.gone && (worker.awayUntil === null || isBefore(worker.awayUntil, date))

/** One working day of everybody who is here. */
export async function workDay(
  world: World,
  date: Day,
  report: Report,
  tallies: { own: Tally; covering: Tally },
): Promise<void> {
  if (!isWorkingDay(date)) return
  const here = world.workers.filter((worker) => isHere(worker, date))
  const hands = await shareOut(world, here, date)
  await together(
    here.map((worker) => () => {
      const chance = chanceOf(Math.floor(world.chance.next() * 2 ** 31))
      // A day's work in one transaction: the pages do it in many, and the functions are the same.
      return world.at(date, 10, world.as(worker), async (act) => {
        const open = await listOpenTasks(act)
        const list = mine(world, worker, inFront(open), date)
        const talks = new Map(
          open.flatMap((task) => (task.kind === 'checkup' ? [[task.personId, task]] : [])),
        )
        if (worker.role === 'coordinator') tallies[worker.covering ? 'covering' : 'own'].add(sittings(list))
        for (const task of list) {
          if (hands.get(task.personId) !== worker || !chance.happens(work.does)) continue
          await attend(world, act, worker, { task, talk: talks.get(task.personId) }, chance, date, report)
        }
      })
    }),
  )
}

/**
 * Who sees to whom today. Of two who see the same task one is quicker; here it is always the same one, so that the same years come out of the
 * same seed: the lead for what has come up to her, the supporter in their turn, the coordinator or whoever covers for all else.
 */
async function shareOut(world: World, here: readonly Worker[], date: Day): Promise<Map<string, Worker>> {
  const { open, away } = await world.at(date, 9, world.system, async (act) => ({
    open: inFront(await listOpenTasks(act)).filter(({ dueOn }) => !isBefore(date, dueOn)),
    away: await awayOn(act, date),
  }))
  const leads = here.filter(({ role }) => role === 'lead')
  const byId = new Map(here.map((worker) => [worker.accountId, worker]))
  const hands = new Map<string, Worker>()
  for (const [personId, tasks] of Map.groupBy(open, (task) => task.personId)) {
    const soul = world.souls.get(personId)
    if (!soul) continue
    const raised = tasks.some(isRaised)
    const supporters = tasks.some(({ step }) => step === 'supporter')
    const worker =
      (raised && leads[soul.place % Math.max(1, leads.length)]) ||
      (supporters && soul.supporterId !== null && byId.get(soul.supporterId)) ||
      byId.get(presentFor(tasks[0]?.ownerId ?? null, away) ?? '')
    if (worker) hands.set(personId, worker)
  }
  return hands
}

/** What asks something of this worker today, in an order that does not depend on ids. */
function mine(world: World, worker: Worker, tasks: readonly Task[], date: Day): Task[] {
  const place = (task: Task) => world.souls.get(task.personId)?.place ?? 0
  const due = tasks
    .filter((task) => !isBefore(date, task.dueOn))
    .toSorted((a, b) => place(a) - place(b) || (a.kind < b.kind ? -1 : 1))
  if (worker.role === 'lead') return due.filter(isRaised)
  if (worker.role === 'supporter') return due.filter(({ step }) => step === 'supporter')
  return fitDay(escalationRules(), due, date).today
}

/** Somebody else may have been quicker: what is not there any more is left alone. */
async function attend(
  world: World,
  act: Acting,
  worker: Worker,
  { task, talk: due }: { task: Task; talk: Task | undefined },
  chance: Chance,
  date: Day,
  report: Report,
): Promise<void> {
  const { personId } = task
  const soul = world.souls.get(personId)
  if (!soul) return
  const reached = chance.happens(
    isSilent(soul, date) ? life.reached.silent : soul.moved ? life.reached.moved : life.reached.usual,
  )
  const heard = () => {
    soul.lastSign = date
    soul.lastTalk = date
    soul.silentUntil = null
  }
  switch (task.kind) {
    case 'read':
      if (worker.role !== 'supporter') await markRead(act, personId)
      return
    case 'help':
    case 'silence':
    case 'undelivered': {
      // One call does both: whoever is found is talked with, where a check-up waits behind the silence.
      if (reached && task.kind === 'silence' && due && worker.role === 'coordinator') {
        if (task.step === 'lost') report.foundAgain += 1
        await talk(act, worker, soul, due, chance, date, report, heard)
        return
      }
      const noted = await recordContact(act, {
        personId,
        onDay: date,
        way: 'call',
        reached,
        what: reached ? 'Rääkisime.' : null,
      })
      if (!noted) return
      if (!reached) {
        report.tries += 1
        // Whoever moved is found through people who know them, or comes by.
        if (soul.moved && chance.happens(0.1)) soul.moved = false
        return
      }
      if (task.step === 'lost') report.foundAgain += 1
      heard()
      if (task.kind === 'undelivered')
        await closeTasks(act, personId, ['undelivered'], { state: 'completed', outcome: 'contact' })
      if (soul.lapsedOn && worker.role === 'coordinator') {
        await recordLapse(act, {
          personId,
          happenedOn: soul.lapsedOn,
          toldOn: date,
          toldBy: 'person',
          note: null,
        })
        soul.lapsedOn = null
      }
      return
    }
    case 'call': {
      if (!reached) {
        await tryInVain(act, personId, date, report)
        return
      }
      if (await answerCheckin(act, { personId, dueOn: null, way: 'telephone', answers: told(false) })) heard()
      return
    }
    case 'ask':
      if (reached) await ask(act, soul, chance, date)
      else await tryInVain(act, personId, date, report)
      return
    case 'checkup':
    case 'horizon':
      if (reached) await talk(act, worker, soul, task, chance, date, report, heard)
      else if (task.kind === 'checkup' && task.subjectId) await putOff(act, personId, task.subjectId, date)
      else await tryInVain(act, personId, date, report)
  }
}

async function tryInVain(act: Acting, personId: string, date: Day, report: Report): Promise<void> {
  await recordContact(act, { personId, onDay: date, way: 'call', reached: false, what: null })
  report.tries += 1
}

/** Nobody was reached for the check-up: it is written down, and tried again in three working days. */
async function putOff(act: Acting, personId: string, checkupId: string, date: Day): Promise<void> {
  await recordCheckup(act, {
    personId,
    checkupId,
    heldOn: date,
    way: 'call',
    funnel: { reached: false, agreed: null, arrived: null, stayed14Days: null },
    need: { weeklyUse: null, symptoms: null, wantsHelp: null },
    help: [],
    notes: null,
    nextOn: addWorkingDays(date, 3),
    nextReason: 'Ei saanud kätte.',
  })
}

async function ask(act: Acting, soul: Soul, chance: Chance, date: Day): Promise<void> {
  const word = { on: date, how: 'suuliselt' }
  if (chance.happens(life.saysYes)) {
    if (!(await sayYes(act, soul.personId, word))) return
    soul.state = 'active'
    soul.activeFrom = date
    soul.lastSign = date
  } else if (chance.happens(life.saysNo / (1 - life.saysYes))) {
    if (await sayNo(act, soul.personId, word)) soul.state = 'ended'
  }
}

async function talk(
  act: Acting,
  worker: Worker,
  soul: Soul,
  task: Task,
  chance: Chance,
  date: Day,
  report: Report,
  heard: () => void,
): Promise<void> {
  const { personId } = soul
  if (task.kind === 'horizon' && worker.role !== 'supporter' && chance.happens(0.5)) {
    if (!(await endPathway(act, personId, 'Aastad on täis.'))) return
    soul.state = 'ended'
    report.ended += 1
    return
  }
  const inNeed = chance.happens(0.3)
  const { recorded } = await recordCheckup(act, {
    personId,
    checkupId: task.kind === 'checkup' ? task.subjectId : null,
    heldOn: date,
    way: 'call',
    funnel: { reached: true, agreed: inNeed ? true : null, arrived: null, stayed14Days: null },
    need: { weeklyUse: false, symptoms: inNeed, wantsHelp: false },
    help: [],
    notes: null,
    ...(task.kind === 'horizon' ? { nextOn: date.add({ months: 6 }), nextReason: 'Leppisime kokku.' } : {}),
  })
  if (!recorded) return
  heard()
  report.checkupsHeld += 1
}
