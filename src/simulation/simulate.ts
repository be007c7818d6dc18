/**
 * Years of continuing support in minutes: the real rules, stores and jobs on a real database, with an in-process clock. People fall silent,
 * lapse, move, pause and come back; those who work here are ill, on holiday, and leave; mail bounces; the server is off for days.
 * Nobody may fall through.
 */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import { chanceOf } from '../platform/chance.ts'
import { day, isBefore, type Day } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import { awayOn } from '../access/absence.store.ts'
import { askForCheckins } from '../support/checkin-asking.store.ts'
import { catchUp } from '../support/daily.store.ts'
import { searchOn } from '../support/reaching.store.ts'
import { supportContent } from '../support/support.content.ts'
import { mailboxesAt } from '../access/mailboxes.ts'
import { watchMessages } from '../support/undelivered.store.ts'
import { watchTasks } from '../tasks/watch.store.ts'
import { noticeAbsences } from '../desk/noticed.store.ts'
import { settleCovers } from '../people/cover.store.ts'
import { comeToWork, seeToAbsences } from './staffing.ts'
import { post } from './post.ts'
import { answerDay, type DueToday, takeTurns } from './living.ts'
import { measure } from './measure.ts'
import { newReport, Tally, type Report } from './report.ts'
import { outage, usual, type Scenario } from './scenario.ts'
import { workDay } from './working.ts'
import { between, coordinatorsOf, enter, makeWorld, type World } from './world.ts'

/** A Monday. */
const begin = day('2026-01-05')

/** @param stopped asked each morning; where it is true the report is about the days that were lived until then */
export async function simulate(
  ground: Ground,
  given: Partial<Scenario> = {},
  tell: (text: string) => void = () => {},
  stopped: () => boolean = () => false,
): Promise<Report> {
  const scenario = { ...usual, ...given }
  const chance = chanceOf(scenario.seed)
  const world = await makeWorld(ground, scenario, chance, begin)
  const report = newReport(scenario)
  const tallies = { own: new Tally(), covering: new Tally() }
  await enterFirst(world, report)
  const end = begin.add({ months: Math.round(scenario.years * 12) })
  let offUntil: Day | null = null
  let date = begin
  for (; date.until(end).sign > 0 && !stopped(); date = date.add({ days: 1 })) {
    if (offUntil === null && chance.happens(outage.begins))
      offUntil = date.add({ days: between(chance, outage.days) })
    if (offUntil !== null && date.until(offUntil).sign > 0) {
      report.daysOff += 1
      continue
    }
    offUntil = null
    report.days += 1
    // Nothing older is asked for.
    world.openDays = [...world.openDays.slice(-60), date]
    await liveDay(world, date, report, tallies, tell)
    if (date.month === 1 && date.day === 1) tell(`${date}: lost ${report.lost}, stalled ${report.stalled}`)
  }
  await countUp(world, date, report)
  report.coordinators = coordinatorsOf(world).length
  report.tasksPerCoordinatorDay = tallies.own.summary()
  report.tasksWhileCovering = tallies.covering.summary()
  return report
}

async function enterFirst(world: World, report: Report): Promise<void> {
  const { chance, scenario } = world
  const coordinators = coordinatorsOf(world)
  for (const [place, coordinator] of coordinators.entries()) {
    const count = Math.floor((scenario.people + place) / coordinators.length)
    const days = Array.from({ length: count }, () =>
      begin.subtract({ days: Math.floor(chance.next() * scenario.monthsSinceLeaving * 30) }),
    )
    await enter(world, begin, coordinator, days)
    report.entered += count
  }
}

async function liveDay(
  world: World,
  date: Day,
  report: Report,
  tallies: { own: Tally; covering: Tally },
  tell: (text: string) => void,
): Promise<void> {
  const due = await world.at(date, 6, world.system, (act) => morning(world, act, date, report))
  await post(world, date, report)
  for (const soul of world.souls.values()) {
    // Also where it ended on a day on which the server was off.
    if (soul.state === 'paused' && soul.pauseEndsOn && !isBefore(date, soul.pauseEndsOn)) {
      soul.state = 'active'
      soul.activeFrom = soul.pauseEndsOn
    }
  }
  await takeTurns(world, date, report)
  await answerDay(world, date, due, report)
  await comeToWork(world, date, report)
  await seeToAbsences(world, date, report)
  await workDay(world, date, report, tallies)
  await follow(world, date, report)
  await world.at(date, 20, world.system, async (act) => {
    await runOften(world, act, date, report)
    await measure(world, act, date, report, tell)
  })
}

/** The jobs of the morning. Returns who has a check-in due today. */
async function morning(world: World, act: Acting, date: Day, report: Report): Promise<DueToday[]> {
  if (world.scenario.without !== 'daily') {
    const done = await catchUp(act, supportContent().pathways)
    report.checkinsDue += done.checkinsDue
    await askForCheckins(act, { url: world.ground.config.url, channels: { mail: true, sms: true } })
  }
  if (world.scenario.without !== 'cover') {
    await settleCovers(act)
    await notice(world, act, report)
    // What goes up by it may come to a lead who is not here either: both jobs run many times a morning.
    await watchOver(world, act, date, report)
    await notice(world, act, report)
  }
  const { rows } = await sql<DueToday>`
    select id, person_id from support.checkin where due_on = ${date.toString()}::date and cancelled_on is null`.execute(
    act.tx,
  )
  const place = (id: string) => world.souls.get(id)?.place ?? 0
  return rows.toSorted((a, b) => place(a.personId) - place(b.personId))
}

/** The jobs that run every few minutes. */
async function runOften(world: World, act: Acting, date: Day, report: Report): Promise<void> {
  await searchOn(act)
  await watchMessages(act)
  await watchOver(world, act, date, report)
}

async function notice(world: World, act: Acting, report: Report): Promise<void> {
  const noticed = await noticeAbsences(act, {
    mailboxes: mailboxesAt(world.ground),
    url: world.ground.config.url,
  })
  report.noticed += noticed.length
}

async function watchOver(world: World, act: Acting, date: Day, report: Report): Promise<void> {
  if (world.scenario.without === 'escalation') return
  const { limit, absent } = await watchTasks(act, await awayOn(act, date))
  report.escalated += limit + absent
}

/** Whoever ends is followed by somebody who has just left: the house stays as full as it was. */
async function follow(world: World, date: Day, report: Report): Promise<void> {
  if (date.dayOfWeek !== 1) return
  const here = [...world.souls.values()].filter(({ state }) => state !== 'ended')
  for (let missing = world.scenario.people - here.length; missing > 0; missing -= 1) {
    await enter(world, date, world.chance.pick(coordinatorsOf(world)), [date])
    report.entered += 1
  }
}

async function countUp(world: World, end: Day, report: Report): Promise<void> {
  await world.at(end, 12, world.system, async (act) => {
    const { rows } = await sql<{ silences: number; lost: number }>`
      select count(*) as silences, count(*) filter (where step = 'lost') as lost
      from tasks.task where kind = 'silence'`.execute(act.tx)
    report.silences = rows[0]?.silences ?? 0
    report.contactLost = rows[0]?.lost ?? 0
  })
}
