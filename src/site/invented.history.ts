/**
 * Lives the invented months day by day, through the same functions as real days: entering, the daily catch-up, answers, talks. Only the clock
 * is another one.
 */
import { createAccount } from '../access/account.store.ts'
import { addPeople, giveAccount, type Person } from '../people/person.store.ts'
import { appointSupporter } from '../people/supporter.store.ts'
import { systemOf, withActor, type Acting, type Actor } from '../platform/actor.ts'
import { Temporal, dayAt, daysBetween, isBefore, type Day, type Moment } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import { answerCheckin, markRead } from '../support/checkin.store.ts'
import { openCheckup, recordCheckup } from '../support/checkup.store.ts'
import { recordContact } from '../support/contact.store.ts'
import { catchUp } from '../support/daily.store.ts'
import { firstContacts } from '../support/first-contact.ts'
import { recordLapse } from '../support/lapse.store.ts'
import { loadPathways } from '../support/pathway.content.ts'
import { endPathway, enterPathways, pausePathway } from '../support/pathway.store.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import type { Task } from '../tasks/task.ts'
import { chanceOf } from '../platform/chance.ts'
import { inventedPeople, talked, type InventedPerson } from './invented.people.ts'
import type { Entered } from './invented.search.ts'
import { answerOf, cryOf, lapseDaysAgo, needOf, willAnswer } from './invented.story.ts'

/** For so many days before today the organisation has used the platform: every story happens within the last eighty. */
const daysOfUse = 240
const enteredDaysAgo: Partial<Record<InventedPerson['story'], number>> = { 'to-be-asked': 5 }

export type Living = {
  /** For so many days before today the organisation has used the platform; eight months if not given. */
  days?: number | undefined
  /** Is told how far it has come, from 0 to 1. */
  progress?: (part: number) => void
}

export type Colleague = { accountId: string; name: string }

type Lived = InventedPerson & {
  leftOn: Day
  enteredOn: Day
  coordinator: Colleague
  person?: Person
  accountId?: string
}

export async function liveInventedMonths(
  ground: Ground,
  place: { organisationId: string; timeZone: string },
  { coordinators, supporter }: { coordinators: readonly Colleague[]; supporter: Colleague },
  { days = daysOfUse, progress = () => {} }: Living = {},
): Promise<{ participant: { accountId: string; name: string }; entered: Entered[] }> {
  const chance = chanceOf(7)
  const now = ground.clock.now()
  const today = dayAt(now, place.timeZone)
  const begin = today.subtract({ days })
  const pathways = loadPathways()
  const everybody: Lived[] = inventedPeople().map((person, number) => {
    const leftOn = today.subtract({ months: person.monthsAgo, days: (number * 11) % 27 })
    const known = today.subtract({ days: enteredDaysAgo[person.story] ?? days })
    const enteredOn = isBefore(leftOn, known) ? known : leftOn
    return {
      ...person,
      leftOn,
      enteredOn,
      coordinator: coordinators[responsible(person, number) % coordinators.length] ?? missing(),
    }
  })
  const known = new Map<string, Lived>()

  /** As somebody, at an hour of a day; never later than now. */
  const at = (date: Day, hour: number, actor: Actor, work: (act: Acting) => Promise<void>): Promise<void> => {
    const moment = date
      .toZonedDateTime({
        timeZone: place.timeZone,
        plainTime: { hour: Math.floor(hour), minute: Math.round((hour % 1) * 60) },
      })
      .toInstant()
    return withActor(atMoment(ground, earlierMoment(moment, now)), actor, work)
  }
  const asCoordinator = (one: Colleague): Actor => ({
    ...place,
    accountId: one.accountId,
    role: 'coordinator',
  })

  async function enter(date: Day): Promise<void> {
    for (const coordinator of coordinators) {
      const arriving = everybody.filter(
        (one) => one.coordinator === coordinator && one.enteredOn.equals(date),
      )
      if (arriving.length === 0) continue
      await at(date, 9, asCoordinator(coordinator), async (act) => {
        const people = await addPeople(
          act,
          arriving.map((one, number) => ({
            identity: {
              name: one.name,
              phones: [`+372 5000 ${String(1000 + everybody.indexOf(one))}`],
              email: one.online ? `isik${everybody.indexOf(one) + 1}@example.org` : null,
              birthDate: today.subtract({ years: 24 + ((number * 5) % 31), days: number * 17 }),
              remarks: number % 5 === 0 ? 'Eelistab kõnet pärast kella 16.' : null,
            },
            municipality: one.municipality,
            language: one.language,
            coordinatorId: coordinator.accountId,
          })),
        )
        const first = firstContacts(date, arriving)
        await enterPathways(
          act,
          people.map((person, number) => {
            const one = arriving[number] ?? missing()
            one.person = person
            known.set(person.id, one)
            return {
              personId: person.id,
              pathway: number % 8 === 7 ? 'fixed' : 'adaptive',
              leftOn: one.leftOn,
              agreed: one.story === 'to-be-asked' ? null : { on: date, how: 'suuliselt, enne lahkumist' },
              coordinatorId: coordinator.accountId,
              firstContactOn: first[number] ?? date,
            }
          }),
        )
        for (const one of arriving) {
          if (!one.online || !one.person) continue
          one.accountId = await createAccount(act, {
            name: one.person.code,
            ownName: one.name,
            email: `isik${everybody.indexOf(one) + 1}@example.org`,
            roles: ['participant'],
            locale: one.language,
          })
          await giveAccount(act, one.person.id, one.accountId)
        }
        for (const one of arriving) {
          if (!one.person || !hasSupporter(one, everybody.indexOf(one))) continue
          const { accountId } = supporter
          await appointSupporter(act, one.person, { accountId, share: ['answers'], how: 'suuliselt' })
        }
      })
    }
  }

  async function answer(date: Day, daysAgo: number): Promise<void> {
    const due: { personId: string; dueOn: Day; form: string }[] = []
    await at(date, 7, systemOf(place.organisationId, place.timeZone), async (act) => {
      due.push(
        ...(await act.tx
          .selectFrom('support.checkin')
          .select(['personId', 'dueOn', 'form'])
          .where('dueOn', '=', date)
          .execute()),
      )
    })
    for (const { personId, dueOn, form } of due) {
      const one = known.get(personId) ?? missing()
      if (!willAnswer(one, daysAgo, chance)) continue
      // Of today's, some are still to come.
      if (daysAgo === 0 && chance.happens(0.5)) continue
      const answers = answerOf(one, daysAgo, form === 'monthly', chance)
      const actor: Actor = one.accountId
        ? { ...place, accountId: one.accountId, role: 'participant' }
        : asCoordinator(one.coordinator)
      const way = one.accountId ? 'self' : 'telephone'
      await at(date, 7 + chance.next() * 12, actor, async (act) => {
        await answerCheckin(act, { personId, dueOn, way, answers })
      })
    }
  }

  async function work(date: Day, daysAgo: number): Promise<void> {
    if (date.dayOfWeek > 5 || daysAgo === 0) return
    for (const coordinator of coordinators) {
      await at(date, 15, asCoordinator(coordinator), async (act) => {
        for (const task of await listOpenTasks(act, { until: date })) {
          const one = known.get(task.personId)
          if (one) await attend(act, task, one, date, daysAgo)
        }
      })
    }
  }

  async function attend(act: Acting, task: Task, one: Lived, date: Day, daysAgo: number): Promise<void> {
    const { personId } = task
    if (task.kind === 'help' || (task.kind === 'silence' && chance.happens(0.55))) {
      const gone = one.story === 'silent' && daysAgo <= 17
      const reached = task.kind === 'help' || (!gone && chance.happens(0.8))
      if (task.kind === 'silence' && daysAgo < 3) return
      await recordContact(act, {
        personId,
        onDay: date,
        way: chance.happens(0.85) ? 'call' : 'visit',
        reached,
        what: reached ? chance.pick(task.kind === 'help' ? talked.help : talked.silence) : null,
      })
    } else if (task.kind === 'read' && chance.happens(0.9) && daysAgo > 1) {
      await markRead(act, personId)
    } else if (task.kind === 'checkup' && daysAgo > 4 && chance.happens(0.45)) {
      const checkup = await openCheckup(act, personId)
      if (!checkup || isBefore(date, checkup.dueOn)) return
      const need = needOf(one, daysAgo, chance)
      const inNeed = need.symptoms === true || need.wantsHelp === true
      await recordCheckup(act, {
        personId,
        checkupId: checkup.id,
        heldOn: date,
        way: chance.pick(['meeting', 'call', 'call', 'video'] as const),
        funnel: { reached: true, agreed: inNeed ? true : null, arrived: null, stayed14Days: null },
        need,
        help: [],
        notes: chance.pick(talked.checkup),
      })
    }
  }

  async function turns(date: Day, daysAgo: number): Promise<void> {
    for (const one of everybody) {
      const { person } = one
      if (!person || isBefore(date, one.enteredOn)) continue
      const act = (hour: number, doing: (acting: Acting) => Promise<unknown>) =>
        at(date, hour, asCoordinator(one.coordinator), async (acting) => void (await doing(acting)))
      if (one.story === 'lapse' && daysAgo === lapseDaysAgo) {
        const happenedOn = date.subtract({ days: 2 })
        await act(12, (acting) =>
          recordLapse(acting, {
            personId: person.id,
            happenedOn,
            toldOn: date,
            toldBy: 'person',
            note: talked.lapse,
          }),
        )
      }
      if (one.story === 'paused' && daysAgo === 20) {
        const until = one.monthsAgo === 12 ? null : today.add({ days: 12 })
        await act(11, (acting) => pausePathway(acting, person.id, { until, by: 'person', reason: null }))
      }
      if (one.story === 'ended' && daysAgo === 30) {
        await act(11, (acting) => endPathway(acting, person.id, 'Soovis edasi minna omal käel.'))
      }
    }
  }

  async function cries(): Promise<void> {
    for (const [number, one] of everybody.filter(({ story }) => story === 'asks-help').entries()) {
      const { person } = one
      if (!person) continue
      const actor: Actor = one.accountId
        ? { ...place, accountId: one.accountId, role: 'participant' }
        : asCoordinator(one.coordinator)
      const date = number === 0 ? today : today.subtract({ days: 1 })
      await at(date, number === 0 ? 6.66 : 21.25, actor, async (act) => {
        await answerCheckin(act, {
          personId: person.id,
          dueOn: null,
          way: one.accountId ? 'self' : 'telephone',
          answers: cryOf(number),
        })
      })
    }
  }

  for (let date = begin; !isBefore(today, date); date = date.add({ days: 1 })) {
    const daysAgo = daysBetween(date, today)
    await enter(date)
    await at(
      date,
      6,
      systemOf(place.organisationId, place.timeZone),
      async (act) => void (await catchUp(act, pathways)),
    )
    await turns(date, daysAgo)
    await answer(date, daysAgo)
    await work(date, daysAgo)
    progress(1 - daysAgo / (days + 1))
  }
  await cries()
  const guide = everybody.find((one) => one.story === 'lapse' && one.accountId) ?? missing()
  const entered = everybody.flatMap(({ person, accountId, story, enteredOn, coordinator }): Entered[] =>
    person
      ? [
          {
            person,
            silent: story === 'silent',
            enteredOn,
            coordinatorId: coordinator.accountId,
            accountId: accountId ?? null,
          },
        ]
      : [],
  )
  return { participant: { accountId: guide.accountId ?? missing(), name: guide.name }, entered }
}

/** Whose day is looked at first meets those who wait most. */
function responsible(person: InventedPerson, number: number): number {
  return person.story === 'asks-help' || (person.story === 'silent' && number % 3 !== 1) ? 0 : number
}

/** One in six has said yes to a support person; the one through whose eyes a participant's page is seen is among them. */
function hasSupporter(person: InventedPerson, number: number): boolean {
  return person.story === 'lapse' || (number % 8 === 3 && person.story !== 'to-be-asked')
}

/** The same ground at another moment. */
export function atMoment(ground: Ground, moment: Moment): Ground {
  return { ...ground, clock: { now: () => moment } }
}

function earlierMoment(a: Moment, b: Moment): Moment {
  return Temporal.Instant.compare(a, b) < 0 ? a : b
}

function missing(): never {
  throw new Error('the invented organisation does not fit together')
}
