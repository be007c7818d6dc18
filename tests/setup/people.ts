/**
 * Three people with something in every table: one of the first organisation's coordinator, one of a colleague's, one of another organisation. The first has an
 * account and a supporter.
 */
import { createAccount } from '../../src/access/account.store.ts'
import { addPerson, giveAccount, type Person } from '../../src/people/person.store.ts'
import { grantSight } from '../../src/people/sight.store.ts'
import { withActor, type Actor } from '../../src/platform/actor.ts'
import { day, type Day } from '../../src/platform/day.ts'
import { answerCheckin, openCheckins } from '../../src/support/checkin.store.ts'
import { openCheckup, recordCheckup } from '../../src/support/checkup.store.ts'
import { recordContact } from '../../src/support/contact.store.ts'
import { catchUp } from '../../src/support/daily.store.ts'
import { recordLapse } from '../../src/support/lapse.store.ts'
import { loadPathways } from '../../src/support/pathway.content.ts'
import { enterPathways } from '../../src/support/pathway.store.ts'
import type { House, TestAccount } from './house.ts'

export type SeededPeople = {
  mine: Person
  colleagues: Person
  foreign: Person
  colleague: TestAccount
}

export async function seedPeople(house: House): Promise<SeededPeople> {
  const { organisation, other, ground, clock } = house
  const colleague: TestAccount = {
    id: await house.act('system', (act) =>
      createAccount(act, { name: 'Kolleeg', email: 'kolleeg@esimene.test', roles: ['coordinator'], locale: 'et' }),
    ),
    name: 'Kolleeg',
    email: 'kolleeg@esimene.test',
    role: 'coordinator',
    organisationId: organisation.id,
  }
  const now = clock.now()
  const entered = day('2026-11-02')
  const enter = async (coordinator: TestAccount, name: string) => {
    clock.set(`${entered}T08:00:00Z`)
    const actor: Actor = { ...house.actor(coordinator) }
    return withActor(ground, actor, async (act) => {
      const person = await addPerson(act, {
        identity: {
          name,
          phones: ['+372 5550 2001'],
          email: null,
          birthDate: day('1988-05-05'),
          remarks: 'Helistada õhtul.',
        },
        municipality: '0293',
        language: 'et',
        coordinatorId: coordinator.id,
      })
      await enterPathways(act, [
        {
          personId: person.id,
          pathway: 'adaptive',
          leftOn: day('2026-10-20'),
          agreed: { on: entered, how: 'suuliselt' },
          coordinatorId: coordinator.id,
          firstContactOn: entered,
        },
      ])
      return person
    })
  }
  const live = async (coordinator: TestAccount, person: Person) => {
    const at = async (date: Day, actor: Actor, work: Parameters<typeof withActor>[2]) => {
      clock.set(`${date}T09:00:00Z`)
      await withActor(ground, actor, work)
    }
    const system: Actor = { ...house.actor('system'), organisationId: coordinator.organisationId }
    const { id: personId } = person
    const pathways = loadPathways()
    await at(day('2026-11-03'), system, async (act) => catchUp(act, pathways))
    await at(day('2026-11-03'), house.actor(coordinator), async (act) => {
      const [open] = await openCheckins(act, personId)
      await answerCheckin(act, {
        personId,
        dueOn: open?.dueOn ?? null,
        way: 'telephone',
        answers: {
          wellbeing: 3,
          confidence: 4,
          callMe: true,
          words: 'Pikk nädal.',
          use: null,
          craving: null,
          riskySituation: null,
          support: null,
          work: null,
          housing: null,
        },
      })
      const checkup = await openCheckup(act, personId)
      const { problem } = await recordCheckup(act, {
        personId,
        checkupId: checkup?.id ?? null,
        heldOn: day('2026-11-03'),
        way: 'call',
        funnel: { reached: true, agreed: null, arrived: null, stayed14Days: null },
        need: { weeklyUse: false, symptoms: false, wantsHelp: false },
        help: [],
        notes: 'Rääkisime.',
      })
      if (problem) throw new Error(`the seed does not hold: ${problem}`)
      await recordContact(act, { personId, onDay: day('2026-11-03'), way: 'call', reached: true, what: 'Rääkisime.' })
      await recordLapse(act, {
        personId,
        happenedOn: day('2026-11-01'),
        toldOn: day('2026-11-03'),
        toldBy: 'person',
        note: null,
      })
    })
    await at(day('2026-11-22'), system, async (act) => catchUp(act, pathways))
  }
  const mine = await enter(organisation.accounts.coordinator, 'Minu Inimene')
  const colleagues = await enter(colleague, 'Kolleegi Inimene')
  const foreign = await enter(other.accounts.coordinator, 'Võõras Inimene')
  await house.act('coordinator', async (act) => {
    await giveAccount(act, mine.id, organisation.accounts.participant.id)
    await grantSight(act, {
      personId: mine.id,
      accountId: organisation.accounts.supporter.id,
      role: 'supporter',
      categories: ['identity', 'path'],
      reason: 'supporter',
    })
  })
  await live(organisation.accounts.coordinator, mine)
  await live(colleague, colleagues)
  await live(other.accounts.coordinator, foreign)
  clock.set(now.toString())
  return { mine, colleagues, foreign, colleague }
}
