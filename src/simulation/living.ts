/** What people do on a day: answer or not, fall silent, lapse, move, pause, end, come back. */
import { bearerOf, heldPass } from '../people/pass.store.ts'
import type { Actor } from '../platform/actor.ts'
import { isBefore, type Day } from '../platform/day.ts'
import type { CheckinAnswers } from '../support/checkin.ts'
import { answerCheckin, openCheckins } from '../support/checkin.store.ts'
import { endPathway, pausePathway, resumePathway, sayYes } from '../support/pathway.store.ts'
import type { Report } from './report.ts'
import { life } from './scenario.ts'
import { between, type Soul, type World } from './world.ts'

export const isSilent = (soul: Soul, date: Day) =>
  soul.silentUntil !== null && !isBefore(soul.silentUntil, date)

const plain: CheckinAnswers = {
  wellbeing: 6,
  confidence: 6,
  callMe: false,
  words: null,
  use: null,
  craving: null,
  riskySituation: null,
  support: null,
  work: null,
  housing: null,
}

export const told = (callMe: boolean): CheckinAnswers => ({ ...plain, callMe })

/** Runs the deeds of a day side by side, as people do; a few at a time, as the web's connections allow. */
export async function together(deeds: readonly (() => Promise<void>)[], width = 6): Promise<void> {
  const waiting = deeds.values()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const deed of waiting) await deed()
    }),
  )
}

/** The turns of a life, decided by chance alone. */
export async function takeTurns(world: World, date: Day, report: Report): Promise<void> {
  const { chance } = world
  const deeds: (() => Promise<void>)[] = []
  for (const soul of world.souls.values()) {
    if (soul.state === 'ended') {
      if (chance.happens(life.comesBack)) deeds.push(() => comeBack(world, soul, date, report))
      continue
    }
    if (isSilent(soul, date)) continue
    if (chance.happens(life.goesSilent)) {
      const { short, long, longShare } = life.silentDays
      soul.silentUntil = date.add({ days: between(chance, chance.happens(longShare) ? long : short) })
    }
    if (chance.happens(life.movesAway)) {
      soul.moved = true
      report.moved += 1
    }
    if (chance.happens(life.lapses)) {
      soul.lapsedOn = date
      report.lapses += 1
      if (chance.happens(0.5)) soul.silentUntil = date.add({ days: between(chance, [7, 60]) })
    }
    if (soul.state === 'active' && chance.happens(life.pauses)) {
      const until = chance.happens(life.openPause)
        ? null
        : date.add({ days: between(chance, life.pauseDays) })
      deeds.push(() => pause(world, soul, date, until, report))
    } else if (soul.state === 'active' && chance.happens(life.ends)) {
      deeds.push(() => end(world, soul, date, report))
    } else if (soul.state === 'paused' && soul.pauseEndsOn === null && chance.happens(1 / 60)) {
      deeds.push(() => resume(world, soul, date))
    }
  }
  await together(deeds)
}

/** As the person where they have an account, else as told to the coordinator. */
function by(world: World, soul: Soul): Actor {
  const { accountId, coordinatorId } = soul
  const { organisation } = world
  return {
    accountId: accountId ?? coordinatorId,
    organisationId: organisation.id,
    timeZone: organisation.timeZone,
    role: accountId ? 'participant' : 'coordinator',
  }
}

async function pause(world: World, soul: Soul, date: Day, until: Day | null, report: Report): Promise<void> {
  const done = await world.at(date, 8, by(world, soul), (act) =>
    pausePathway(act, soul.personId, { until, by: 'person' }),
  )
  if (!done) return
  soul.state = 'paused'
  soul.pauseEndsOn = until
  report.pauses += 1
}

async function resume(world: World, soul: Soul, date: Day): Promise<void> {
  if (!(await world.at(date, 8, by(world, soul), (act) => resumePathway(act, soul.personId)))) return
  soul.state = 'active'
  soul.activeFrom = date
  soul.lastSign = date
}

async function end(world: World, soul: Soul, date: Day, report: Report): Promise<void> {
  if (!(await world.at(date, 8, by(world, soul), (act) => endPathway(act, soul.personId, 'Soovis.')))) return
  soul.state = 'ended'
  report.ended += 1
}

async function comeBack(world: World, soul: Soul, date: Day, report: Report): Promise<void> {
  const word = { on: date, how: 'suuliselt' }
  if (!(await world.at(date, 8, by(world, soul), (act) => sayYes(act, soul.personId, word)))) return
  soul.state = 'active'
  soul.activeFrom = date
  soul.silentUntil = null
  soul.lastSign = date
  report.cameBack += 1
}

export type DueToday = { id: string; personId: string }

/**
 * Whoever has a check-in due decides once whether to give it: on their own page, or by the link that came. Whom no message reached waits
 * for a call.
 */
export async function answerDay(
  world: World,
  date: Day,
  due: readonly DueToday[],
  report: Report,
): Promise<void> {
  const { chance } = world
  const deeds = due.flatMap(({ id, personId }): (() => Promise<void>)[] => {
    const soul = world.souls.get(personId)
    const token = world.links.get(id)
    world.links.delete(id)
    if (!soul || soul.state !== 'active' || isSilent(soul, date) || !chance.happens(soul.answers)) return []
    const callMe = chance.happens(life.asksForCall)
    const hour = 9 + chance.next() * 11
    return [() => answer(world, soul, date, { token, hour, callMe }, report)]
  })
  await together(deeds)
}

async function answer(
  world: World,
  soul: Soul,
  date: Day,
  { token, hour, callMe }: { token: string | undefined; hour: number; callMe: boolean },
  report: Report,
): Promise<void> {
  const { personId, accountId } = soul
  const answers = told(callMe)
  const own = accountId ? by(world, soul) : null
  const actor = own ?? (token === undefined ? null : await bearerOf(world.groundAt(date, hour), token))
  if (!actor) return
  const answered = await world.at(date, hour, actor, async (act) => {
    const way = own ? 'self' : 'link'
    const dueOn = own
      ? ((await openCheckins(act, personId))[0]?.dueOn ?? null)
      : ((await heldPass(act))?.dueOn ?? null)
    return dueOn && answerCheckin(act, { personId, dueOn, way, answers })
  })
  if (!answered) return
  soul.lastSign = date
  report.checkinsAnswered += 1
  if (!own) report.byLink += 1
}
