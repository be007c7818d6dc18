/** The daily catch-up of one organisation: what became due, what went by, who is silent. Decided in `daily.ts`, here in bulk. */
import { sql } from 'kysely'
import { systemOf, withActor, type Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import type { Job } from '../platform/room.ts'
import { closeTasks, openTasks } from '../tasks/task.store.ts'
import { askForCheckins, channelsOf } from './checkin-asking.store.ts'
import { checkinRow } from './checkin-due.store.ts'
import { checkupRow } from './checkup-due.store.ts'
import type { CheckupTable } from './checkup.store.ts'
import { readFollowed, type FollowedPerson } from './daily-read.store.ts'
import { bring, type Brought } from './daily.ts'
import { changeRow } from './pathway-change.store.ts'
import type { Pathway } from './pathway.ts'
import { auditRecords } from './record-audit.ts'
import { silenceDue } from './silence.ts'
import { supportContent } from './support.content.ts'
import { takeEveryTurn } from './turn.ts'
import { watchMessages } from './undelivered.store.ts'
import { openDays } from './window.ts'

/** How many of each were done. */
export type CaughtUp = {
  people: number
  checkinsDue: number
  checkinsMissed: number
  checkupsMissed: number
  checkupsOpened: number
  tasksOpened: number
  resumed: number
  /** People left as they were, because the pathway they are on is no longer in `content/pathways/`. */
  withoutPathway: number
}

type Step = { person: FollowedPerson; brought: Brought; checkups: CheckupTable[] }

/** How many rows go into one statement. */
const batch = 1_000

/**
 * Brings everybody of the organisation up to today, from whichever day they were last. Running it again, or twice at once, changes nothing.
 *
 * @param act as the system of one organisation
 */
export async function catchUp(act: Acting, pathways: ReadonlyMap<string, Pathway>): Promise<CaughtUp> {
  await takeEveryTurn(act)
  // What went by is decided for all at once, never by whoever sees some of them.
  const people = act.actor.role === 'system' ? await readFollowed(act) : []
  const steps = people.flatMap((person): Step[] => {
    const pathway = pathways.get(person.pathway)
    const brought = pathway && bring(pathway, person, act.today)
    return brought ? [{ person, brought, checkups: newCheckups(act, person.personId, brought) }] : []
  })
  const checkins = steps.flatMap(({ person, brought }) =>
    brought.newCheckins.map((due) => ({ ...checkinRow(act, person.personId, due), missedOn: due.missedOn })),
  )
  const missed = steps.flatMap(({ brought }) => brought.missedCheckins)
  const closed = steps.flatMap(({ person, brought }) =>
    brought.closedCheckup ? [{ personId: person.personId, ...brought.closedCheckup }] : [],
  )
  const checkups = steps.flatMap((step) => step.checkups)
  for (const rows of inBatches(checkins)) await act.tx.insertInto('support.checkin').values(rows).execute()
  await markMissed(act, missed)
  // Nobody calls for a check-in that has gone by: if nothing was heard, silence waits from today.
  await closeTasks(act, missedBy(steps), ['call'], { state: 'cancelled', outcome: 'missed' })
  await closeCheckups(act, closed)
  for (const rows of inBatches(checkups)) await act.tx.insertInto('support.checkup').values(rows).execute()
  const tasksOpened = await openTasks(act, steps.flatMap(tasksOf))
  await moveOn(act, steps)
  const touched = steps.filter(broughtSomething).map(({ person }) => person.personId)
  await auditRecords(act, 'change', 'support.daily', touched)
  return {
    people: steps.length,
    checkinsDue: checkins.length,
    checkinsMissed: missed.length + checkins.filter(({ missedOn }) => missedOn).length,
    checkupsMissed: [...closed.map(({ as }) => as), ...checkups.map(({ closedAs }) => closedAs)].filter(
      (as) => as === 'missed',
    ).length,
    checkupsOpened: checkups.length,
    tasksOpened,
    resumed: steps.filter(({ brought }) => brought.resumedOn).length,
    withoutPathway: people.filter(({ pathway }) => !pathways.has(pathway)).length,
  }
}

function missedBy(steps: readonly Step[]): string[] {
  return steps.filter(({ brought }) => brought.missedCheckins.length > 0).map(({ person }) => person.personId)
}

function newCheckups(act: Acting, personId: string, { newCheckups: due }: Brought): CheckupTable[] {
  return due.map(({ dueOn, origin, missedOn }) => ({
    ...checkupRow(act, { personId, dueOn, origin }),
    closedAs: missedOn && 'missed',
    closedOn: missedOn,
  }))
}

function tasksOf({ person, brought, checkups }: Step) {
  const { personId, coordinatorId: ownerId } = person
  const open = checkups.find(({ closedAs }) => closedAs === null) ?? person.openCheckup
  return [
    ...(brought.silentFrom
      ? [
          {
            personId,
            kind: 'silence' as const,
            ownerId,
            dueOn: silenceDue(brought.silentFrom),
            since: brought.silentFrom,
          },
        ]
      : []),
    ...(brought.checkupWaits && open
      ? [{ personId, kind: 'checkup' as const, ownerId, dueOn: open.dueOn, subjectId: open.id }]
      : []),
    ...(brought.nothingAheadFrom
      ? [{ personId, kind: 'horizon' as const, ownerId, dueOn: brought.nothingAheadFrom }]
      : []),
  ]
}

function broughtSomething({ brought }: Step): boolean {
  const { newCheckins, missedCheckins, closedCheckup, resumedOn, newCheckups: opened } = brought
  const count = newCheckins.length + missedCheckins.length + opened.length
  return count > 0 || closedCheckup !== null || resumedOn !== null
}

async function markMissed(act: Acting, missed: readonly { id: string }[]): Promise<void> {
  const ids = missed.map(({ id }) => id)
  // By id and not joined to a list: row-level security lets the planner expect one row, and joins go wrong by thousands.
  await sql`update support.checkin set missed_on = due_on + ${openDays.checkin}::int
    where id = any(${ids}::uuid[])`.execute(act.tx)
}

type Closed = { personId: string; id: string; as: 'missed' | 'moved'; on: Day }

async function closeCheckups(act: Acting, closed: readonly Closed[]): Promise<void> {
  for (const [as, ways] of Map.groupBy(closed, (each) => each.as)) {
    for (const [on, each] of Map.groupBy(ways, (way) => way.on.toString())) {
      const ids = each.map(({ id }) => id)
      await sql`update support.checkup set closed_as = ${as}, closed_on = ${on}::date
        where id = any(${ids}::uuid[])`.execute(act.tx)
    }
  }
  const people = closed.map(({ personId }) => personId)
  await closeTasks(act, people, ['checkup'], { state: 'cancelled', outcome: 'missed' })
}

async function moveOn(act: Acting, steps: readonly Step[]): Promise<void> {
  const ids = steps.map(({ person }) => person.personId)
  await sql`update support.pathway set caught_up_to = ${act.today.toString()}::date
    where person_id = any(${ids}::uuid[])`.execute(act.tx)
  const resumed = steps.filter(({ brought }) => brought.resumedOn).map(({ person }) => person.personId)
  await sql`update support.pathway set state = 'active', state_since = paused_until, paused_until = null
    where person_id = any(${resumed}::uuid[])`.execute(act.tx)
  const changes = resumed.map((personId) =>
    changeRow(act, { personId, what: 'resumed', fromState: 'paused', toState: 'active' }),
  )
  for (const rows of inBatches(changes)) {
    await act.tx.insertInto('support.pathwayChange').values(rows).execute()
  }
}

function inBatches<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / batch) }, (_, number) =>
    rows.slice(number * batch, (number + 1) * batch),
  )
}

/** In a transaction of its own: a message that cannot be written keeps no day from coming. */
async function ask(ground: Ground, organisation: { id: string; timeZone: string }): Promise<void> {
  const { config } = ground
  await withActor(ground, systemOf(organisation.id, organisation.timeZone), async (act) =>
    askForCheckins(act, { url: config.url, channels: await channelsOf(act, config) }),
  )
}

/** At six in the morning, before anybody of the house opens their day. */
export const supportJobs: Job[] = [
  {
    name: 'support-daily',
    cron: '0 6 * * *',
    async run(ground, organisation) {
      const done = await withActor(ground, systemOf(organisation.id, organisation.timeZone), (act) =>
        catchUp(act, supportContent().pathways),
      )
      await ask(ground, organisation)
      if (done.withoutPathway > 0) {
        ground.log.error(
          { organisation: organisation.id, ...done },
          'people are on a pathway that content/pathways/ does not have',
        )
      }
    },
  },
  {
    name: 'support-messages',
    cron: '*/5 * * * *',
    async run(ground, organisation) {
      await withActor(ground, systemOf(organisation.id, organisation.timeZone), watchMessages)
    },
  },
]
