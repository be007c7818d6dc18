/** The simulated organisation: who is in it, and what is true of them whatever the platform knows. */
import { createAccount } from '../access/account.store.ts'
import { atDoor } from '../access/door.ts'
import { setUpOrganisation } from '../access/organisation.store.ts'
import { addPeople, giveAccount } from '../people/person.store.ts'
import { grantSight } from '../people/sight.store.ts'
import { systemOf, withActor, type Acting, type Actor, type Role } from '../platform/actor.ts'
import type { Chance } from '../platform/chance.ts'
import type { Day, Moment } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import { enterPathways } from '../support/pathway.store.ts'
import { life, type Scenario } from './scenario.ts'

export type Worker = {
  accountId: string
  role: Extract<Role, 'coordinator' | 'lead' | 'supporter'>
  /** Does not come to work from this day … */
  awaySince: Day | null
  /** … up to and including this one. */
  awayUntil: Day | null
  /** Does somebody else's work too. */
  covering: Worker | null
  /** Works here no more. */
  gone: boolean
}

export type Soul = {
  personId: string
  /** The how-manieth to be entered: ids are drawn anew every time, this is not. */
  place: number
  coordinatorId: string
  accountId: string | null
  supporterId: string | null
  answers: number
  /** Neither answers nor is reached up to and including this day. */
  silentUntil: Day | null
  /** The number that is written down leads to nobody. */
  moved: boolean
  lapsedOn: Day | null
  state: 'to-be-asked' | 'active' | 'paused' | 'ended'
  /** Since when something may be expected of them. */
  activeFrom: Day
  leftOn: Day
  /** The last time anything was heard. */
  lastSign: Day | null
  /** The last time somebody spoke with them. */
  lastTalk: Day | null
  pauseEndsOn: Day | null
}

export type World = {
  ground: Ground
  chance: Chance
  scenario: Scenario
  organisation: { id: string; timeZone: string }
  workers: Worker[]
  /** Places that were left and are filled later. */
  hiring: { on: Day; role: Worker['role'] }[]
  admin: Actor
  /** By check-in, the token that came with the message about it. */
  links: Map<string, string>
  /** Offers of people that wait for an answer. */
  offers: number
  /** The last days on which the server ran. */
  openDays: readonly Day[]
  souls: Map<string, Soul>
  /** As somebody, at an hour of a day. */
  at<T>(date: Day, hour: number, actor: Actor, work: (act: Acting) => Promise<T>): Promise<T>
  as(worker: Worker): Actor
  system: Actor
  groundAt(date: Day, hour: number): Ground
}

export const timeZone = 'Europe/Tallinn'

/** `date` at an hour such as 15.5, where the organisation is. */
export function momentAt(date: Day, hour: number): Moment {
  const plainTime = { hour: Math.floor(hour), minute: Math.floor((hour % 1) * 60) }
  return date.toZonedDateTime({ timeZone, plainTime }).toInstant()
}

export function between(chance: Chance, [least, most]: readonly [number, number]): number {
  return least + Math.floor(chance.next() * (most - least + 1))
}

export async function makeWorld(
  ground: Ground,
  scenario: Scenario,
  chance: Chance,
  begin: Day,
): Promise<World> {
  const groundAt = (date: Day, hour: number): Ground => {
    const moment = momentAt(date, hour)
    return { ...ground, clock: { now: () => moment } }
  }
  const first = groundAt(begin, 5)
  const { organisationId: id, adminId } = await atDoor(first, (door) =>
    setUpOrganisation(door, {
      name: 'Simulatsioon',
      languages: ['et'],
      locale: 'et',
      timeZone,
      invented: true,
      admin: { name: 'Haldur', email: 'haldur@example.org', roles: ['admin'] },
    }),
  )
  const organisation = { id, timeZone }
  const system = systemOf(id, timeZone)
  const world: World = {
    ground,
    chance,
    scenario,
    organisation,
    workers: [],
    hiring: [],
    offers: 0,
    openDays: [],
    links: new Map(),
    admin: { accountId: adminId, organisationId: id, role: 'admin', timeZone },
    souls: new Map(),
    system,
    groundAt,
    as: ({ accountId, role }) => ({ accountId, organisationId: id, role, timeZone }),
    at: (date, hour, actor, doing) => withActor(groundAt(date, hour), actor, doing),
  }
  const coordinators = Math.max(2, Math.ceil(scenario.people / scenario.caseload))
  const staff = [
    ...Array.from({ length: coordinators }, () => 'coordinator' as const),
    ...Array.from({ length: 2 }, () => 'lead' as const),
    ...Array.from({ length: Math.ceil(scenario.people / 100) }, () => 'supporter' as const),
  ]
  await world.at(begin, 5, system, async (act) => {
    for (const role of staff) world.workers.push(await hire(act, role, world.workers.length))
  })
  return world
}

export async function hire(act: Acting, role: Worker['role'], number: number): Promise<Worker> {
  const accountId = await createAccount(act, {
    name: `Töötaja ${number + 1}`,
    email: `tootaja${number + 1}@example.org`,
    roles: [role],
    locale: 'et',
  })
  return { accountId, role, awaySince: null, awayUntil: null, covering: null, gone: false }
}

export const coordinatorsOf = ({ workers }: World): Worker[] =>
  workers.filter(({ role, gone }) => role === 'coordinator' && !gone)

let mailbox = 0

/** New people of one coordinator, entered as the coordinator would. */
export async function enter(
  world: World,
  date: Day,
  coordinator: Worker,
  leftOn: readonly Day[],
): Promise<void> {
  const { chance, scenario } = world
  const supporters = world.workers.filter(({ role, gone }) => role === 'supporter' && !gone)
  await world.at(date, 9, world.as(coordinator), async (act) => {
    const people = await addPeople(
      act,
      leftOn.map(() => ({
        identity: {
          name: 'Väljamõeldud Inimene',
          phones: chance.happens(0.9) ? ['+372 5550 0000'] : [],
          email: chance.happens(life.hasMail) ? mailOf(chance) : null,
          birthDate: null,
          remarks: null,
        },
        municipality: null,
        language: 'et' as const,
        coordinatorId: coordinator.accountId,
      })),
    )
    const agreed = people.map(() => chance.happens(0.85))
    await enterPathways(
      act,
      people.map(({ id }, place) => ({
        personId: id,
        pathway: chance.happens(0.2) ? 'fixed' : 'adaptive',
        leftOn: leftOn[place] ?? date,
        agreed: agreed[place] ? { on: date, how: 'suuliselt' } : null,
        coordinatorId: coordinator.accountId,
        firstContactOn: date.add({ days: Math.floor(chance.next() * 28) }),
      })),
    )
    for (const [place, { id, code }] of people.entries()) {
      const soul: Soul = {
        personId: id,
        place: world.souls.size,
        coordinatorId: coordinator.accountId,
        accountId: null,
        supporterId: null,
        answers: chance.happens(scenario.answering) ? life.answers.yes : life.answers.hardly,
        silentUntil: null,
        moved: false,
        lapsedOn: null,
        state: agreed[place] ? 'active' : 'to-be-asked',
        activeFrom: date,
        leftOn: leftOn[place] ?? date,
        lastSign: null,
        lastTalk: null,
        pauseEndsOn: null,
      }
      world.souls.set(id, soul)
      if (chance.happens(life.hasAccount)) {
        mailbox += 1
        soul.accountId = await createAccount(act, {
          name: code,
          email: `isik${mailbox}@example.org`,
          roles: ['participant'],
          locale: 'et',
        })
        await giveAccount(act, id, soul.accountId)
      }
      if (supporters.length > 0 && chance.happens(life.hasSupporter)) {
        const supporter = chance.pick(supporters)
        soul.supporterId = supporter.accountId
        await grantSight(act, {
          personId: id,
          accountId: supporter.accountId,
          role: 'supporter',
          categories: ['identity', 'path', 'notes'],
          reason: 'supporter',
        })
      }
    }
  })
}

/** An address that bounces says so, for the post of the simulation. */
function mailOf(chance: Chance): string {
  mailbox += 1
  return `${chance.happens(life.bounces) ? 'tagasi' : 'kiri'}${mailbox}@example.org`
}
