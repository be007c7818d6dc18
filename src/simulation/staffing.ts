/** Who is at work: holidays that are said, illness that is not, people who leave from one day to the next; and what the others do about it. */
import { disable } from '../access/admin.store.ts'
import { absencesFrom, awayOn, endAway, sayAway } from '../access/absence.store.ts'
import { covers } from '../access/absence.ts'
import { atDoor } from '../access/door.ts'
import { noteSeen } from '../access/presence.store.ts'
import { passOn } from '../desk/pass-on.ts'
import { settleCovers } from '../people/cover.store.ts'
import { answerMove, movesOf, offerMove, withoutCoordinator } from '../people/move.store.ts'
import { peopleById } from '../people/person.store.ts'
import { asHouse } from '../platform/actor.ts'
import { isBefore, isWorkingDay, type Day } from '../platform/day.ts'
import { presentLeads } from '../tasks/escalation.ts'
import type { Report } from './report.ts'
import { work } from './scenario.ts'
import { isHere } from './working.ts'
import { between, coordinatorsOf, hire, type Worker, type World } from './world.ts'

/** The morning before work: who does not come, and who is back. */
export async function comeToWork(world: World, date: Day, report: Report): Promise<void> {
  if (!isWorkingDay(date)) return
  const { chance } = world
  for (const worker of world.workers) {
    if (worker.gone) continue
    if (worker.awayUntil && isBefore(worker.awayUntil, date)) await comeBack(world, worker, date)
    if (!isHere(worker, date)) continue
    if (chance.happens(work.leaves) && worker.role === 'coordinator') await leave(world, worker, date, report)
    else if (chance.happens((work.holidaysAYear / 365) * 1.4) && mayGo(world, worker, date))
      await goOnHoliday(world, worker, date, report)
    else if (chance.happens(work.fallsIll * 1.4)) {
      worker.awaySince = date
      worker.awayUntil = date.add({ days: between(chance, work.illDays) })
    }
  }
  const here = world.workers.filter((worker) => isHere(worker, date))
  // Whoever works signs in.
  await atDoor(world.groundAt(date, 8), async (door) => {
    for (const { accountId } of here) {
      await noteSeen(door, { accountId, organisationId: world.organisation.id, on: date })
    }
  })
}

/** Two leads are not on holiday at the same time. */
const mayGo = (world: World, worker: Worker, date: Day) =>
  worker.role !== 'lead' ||
  world.workers.some((other) => other !== worker && other.role === 'lead' && isHere(other, date))

/** Said this morning, from today on: shorter than anybody likes. */
async function goOnHoliday(world: World, worker: Worker, date: Day, report: Report): Promise<void> {
  const until = date.add({ days: between(world.chance, work.holidayDays) })
  const substituteId = world.scenario.without === 'cover' ? null : substituteFor(world, worker, date)
  worker.awaySince = date
  worker.awayUntil = until
  report.absences += 1
  if (world.scenario.without === 'cover') return
  await world.at(date, 8, world.as(worker), async (act) => {
    await sayAway(act, { accountId: worker.accountId, from: date, until, substituteId })
    await asHouse(act, (house) => settleCovers(house))
  })
}

/** A colleague of the same role who is here, and for whom nobody is covered already. */
function substituteFor(world: World, worker: Worker, date: Day): string | null {
  const others = world.workers.filter(
    (other) =>
      other !== worker && other.role === worker.role && isHere(other, date) && other.covering === null,
  )
  if (others.length === 0) return null
  const substitute = world.chance.pick(others)
  substitute.covering = worker
  return substitute.accountId
}

async function comeBack(world: World, worker: Worker, date: Day): Promise<void> {
  worker.awaySince = null
  worker.awayUntil = null
  for (const other of world.workers) if (other.covering === worker) other.covering = null
  await world.at(date, 8, world.as(worker), async (act) => {
    for (const absence of await absencesFrom(act, date)) {
      if (absence.accountId === worker.accountId && absence.why === 'said' && covers(absence, date))
        await endAway(act, absence.id)
    }
  })
}

async function leave(world: World, worker: Worker, date: Day, report: Report): Promise<void> {
  worker.gone = true
  worker.awaySince = date
  for (const other of world.workers) if (other.covering === worker) other.covering = null
  report.left += 1
  await atDoor(world.groundAt(date, 8), (door) => disable(door, world.admin, worker.accountId))
  // Somebody new comes in two weeks; until then the others have more.
  world.hiring.push({ on: date.add({ days: 14 }), role: worker.role })
}

/** What a lead does about those who are not here: appoints a substitute, or passes people on to the others. */
export async function seeToAbsences(world: World, date: Day, report: Report): Promise<void> {
  if (!isWorkingDay(date)) return
  while (world.hiring[0] && !isBefore(date, world.hiring[0].on)) {
    const role = world.hiring.shift()?.role ?? 'coordinator'
    await world.at(date, 8, world.system, async (act) => {
      world.workers.push(await hire(act, role, world.workers.length))
    })
  }
  if (world.scenario.without === 'cover') return
  const lead = world.workers.find((worker) => worker.role === 'lead' && isHere(worker, date))
  if (!lead) {
    await appointLead(world, date)
    return
  }
  await world.at(date, 11, world.as(lead), async (act) => {
    let appointed = false
    for (const { accountId, why } of await absencesFrom(act, date)) {
      const worker = world.workers.find((one) => one.accountId === accountId)
      if (why !== 'noticed' || !worker || worker === lead) continue
      const substituteId = substituteFor(world, worker, date)
      if (!substituteId) continue
      await sayAway(act, { accountId, from: date, until: date.add({ days: 14 }), substituteId })
      report.absences += 1
      appointed = true
    }
    if (appointed) await asHouse(act, (house) => settleCovers(house))
    const alone = world.workers.some(({ gone }) => gone) ? await withoutCoordinator(act) : []
    if (alone.length === 0) return
    const known = await peopleById(
      act,
      alone.map(({ personId }) => personId),
    )
    const takers = coordinatorsOf(world).filter((worker) => isHere(worker, date))
    const offered = new Set(
      (await movesOf(act, 'open')).flatMap(({ people }) => people.map((one) => one.personId)),
    )
    for (const [place, taker] of takers.entries()) {
      const people = alone
        .filter(({ personId }) => !offered.has(personId))
        .filter(({ personId }) => (world.souls.get(personId)?.place ?? 0) % takers.length === place)
        .flatMap(({ personId, coordinatorId }) => {
          const person = known.get(personId)
          return person ? [{ personId, fromId: coordinatorId, person }] : []
        })
      if (people.length === 0) continue
      await offerMove(act, {
        toId: taker.accountId,
        note: null,
        people: people.map(({ personId, fromId, person: { code, municipality, language } }) => ({
          personId,
          fromId,
          code,
          municipality,
          language,
          pathState: null,
          leftOn: null,
          openTasks: 0,
        })),
      })
      world.offers += 1
    }
  })
  if (world.offers === 0) return
  for (const taker of coordinatorsOf(world).filter((worker) => isHere(worker, date)))
    await accept(world, taker, date)
}

/** No lead is here, and it was noticed: the administrator, who was told, finds somebody. */
async function appointLead(world: World, date: Day): Promise<void> {
  await world.at(date, 11, world.system, async (act) => {
    const away = await awayOn(act, date)
    const leads = world.workers.filter(({ role, gone }) => role === 'lead' && !gone)
    if (
      presentLeads(
        leads.map(({ accountId }) => accountId),
        away,
      ).length > 0
    )
      return
    world.workers.push(await hire(act, 'lead', world.workers.length))
  })
}

/** Whoever is offered people takes them, on the day after. */
async function accept(world: World, taker: Worker, date: Day): Promise<void> {
  await world.at(date, 9, world.as(taker), async (act) => {
    for (const { id, toId, offeredOn, people } of await movesOf(act, 'open')) {
      if (toId !== taker.accountId || !isBefore(offeredOn, date)) continue
      const accepted = await answerMove(act, id, {
        accepted: people.map(({ personId }) => personId),
        reason: null,
      })
      if (!accepted) continue
      world.offers -= 1
      await asHouse(act, (house) => passOn(house, accepted, taker.accountId))
      for (const personId of accepted) {
        const soul = world.souls.get(personId)
        if (soul) soul.coordinatorId = taker.accountId
      }
    }
  })
}
