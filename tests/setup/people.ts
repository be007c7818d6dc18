/**
 * Three people with something in every table: one of the first organisation's coordinator, one of a colleague's, one of another
 * organisation. The first has an account and two supporters, of whom one is told everything.
 */
import { createAccount } from '../../src/access/account.store.ts'
import { makePasses } from '../../src/people/pass.store.ts'
import { addPerson, giveAccount, type Person } from '../../src/people/person.store.ts'
import { grantSight } from '../../src/people/sight.store.ts'
import { saveTrusted } from '../../src/people/trusted.store.ts'
import type { NewTrusted } from '../../src/people/trusted.ts'
import { everything, type Category } from '../../src/people/sight.ts'
import { withActor, type Acting, type Actor, type Role } from '../../src/platform/actor.ts'
import { day, type Day } from '../../src/platform/day.ts'
import type { CheckinAnswers } from '../../src/support/checkin.ts'
import { answerCheckin, openCheckins } from '../../src/support/checkin.store.ts'
import { openCheckup, recordCheckup } from '../../src/support/checkup.store.ts'
import { recordContact } from '../../src/support/contact.store.ts'
import { catchUp } from '../../src/support/daily.store.ts'
import { recordLapse } from '../../src/support/lapse.store.ts'
import { loadPathways } from '../../src/support/pathway.content.ts'
import { enterPathways } from '../../src/support/pathway.store.ts'
import type { House, TestAccount } from './house.ts'

/** What stands in the record of a person, by id, so that a test can ask for it by name. */
export type SeededPerson = Person & {
  organisationId: string
  /** The only one of the three who was entered on this day and had a check-up due on it. */
  enteredOn: Day
  answerId: string
  heldCheckupId: string
  recordId: string
  openCheckupId: string
  openCheckupOn: Day
  lapseId: string
  trustedId: string
  /** Of a link by which the check-in of `linkOn` can still be answered. */
  passToken: string
  linkOn: Day
  contactId: string
}

export type SeededPeople = {
  mine: SeededPerson
  colleagues: SeededPerson
  foreign: SeededPerson
  colleague: TestAccount
  /** A supporter of the first person who is told everything; the house's own supporter is told as much as most are. */
  confidant: TestAccount
}

/** What the person shares with a supporter if nothing else is said. */
const sharedByDefault: readonly Category[] = ['identity', 'path']

export const seededAnswers: CheckinAnswers = {
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
}

export const seededTrusted: NewTrusted = {
  name: 'Ema',
  phone: '+372 5550 3001',
  relation: 'ema',
  language: 'et',
  telling: 'call',
  ownWords: null,
  endsOn: null,
}

export async function seedPeople(house: House): Promise<SeededPeople> {
  const { organisation, other, clock } = house
  const now = clock.now()
  const colleague = await addStaff(house, 'Kolleeg', 'coordinator')
  const confidant = await addStaff(house, 'Usaldusisik', 'supporter')
  const entries = [
    { coordinator: organisation.accounts.coordinator, name: 'Minu Inimene' },
    { coordinator: colleague, name: 'Kolleegi Inimene' },
    { coordinator: other.accounts.coordinator, name: 'Võõras Inimene' },
  ]
  const seeded: SeededPerson[] = []
  for (const [place, { coordinator, name }] of entries.entries()) {
    const enteredOn = day('2026-11-02').add({ days: place })
    const person = await enter(house, { coordinator, name, enteredOn })
    seeded.push(await live(house, { coordinator, person, enteredOn }))
  }
  const [mine, colleagues, foreign] = seeded
  if (!mine || !colleagues || !foreign) throw new Error('three people were to be seeded')
  clock.set('2026-11-22T09:00:00Z')
  await house.act('coordinator', async (act) => {
    const { participant, supporter } = organisation.accounts
    await giveAccount(act, mine.id, participant.id)
    const beside = { personId: mine.id, role: 'supporter', reason: 'supporter' } as const
    await grantSight(act, { ...beside, accountId: supporter.id, categories: sharedByDefault })
    await grantSight(act, { ...beside, accountId: confidant.id, categories: everything })
  })
  clock.set(now.toString())
  mine.accountId = organisation.accounts.participant.id
  return { mine, colleagues, foreign, colleague, confidant }
}

async function addStaff(house: House, name: string, role: Role): Promise<TestAccount> {
  const email = `${name.toLowerCase()}@esimene.test`
  const id = await house.act('system', (act) =>
    createAccount(act, { name, email, roles: [role], locale: 'et' }),
  )
  return { id, name, email, role, organisationId: house.organisation.id }
}

type Life = { coordinator: TestAccount; enteredOn: Day }

async function at<T>(house: House, on: Day, actor: Actor, work: (act: Acting) => Promise<T>): Promise<T> {
  house.clock.set(`${on}T09:00:00Z`)
  return withActor(house.ground, actor, work)
}

async function enter(house: House, given: Life & { name: string }): Promise<Person> {
  const { coordinator, enteredOn, name } = given
  return at(house, enteredOn, house.actor(coordinator), async (act) => {
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
        leftOn: enteredOn.subtract({ days: 13 }),
        agreed: { on: enteredOn, how: 'suuliselt' },
        coordinatorId: coordinator.id,
        firstContactOn: enteredOn,
      },
    ])
    return person
  })
}

/** A day of talk the day after, then nothing until silence. */
async function live(house: House, life: Life & { person: Person }): Promise<SeededPerson> {
  const { coordinator, person, enteredOn } = life
  const system: Actor = { ...house.actor('system'), organisationId: coordinator.organisationId }
  const pathways = loadPathways()
  const heldOn = enteredOn.add({ days: 1 })
  await at(house, heldOn, system, (act) => catchUp(act, pathways))
  const told = await at(house, heldOn, house.actor(coordinator), (act) => tell(act, person.id))
  await at(house, day('2026-11-22'), system, (act) => catchUp(act, pathways))
  const open = await at(house, day('2026-11-22'), system, (act) => openCheckup(act, person.id))
  // The last check-in that went by without an answer.
  const linkOn = enteredOn.add({ days: 15 })
  const link = { personId: person.id, carrier: 'paper', dueOn: linkOn } as const
  const endsAt = linkOn.add({ days: 14 }).toZonedDateTime('Europe/Tallinn').toInstant()
  const [passToken] = await at(house, linkOn, system, (act) => makePasses(act, [{ ...link, endsAt }]))
  if (!open || !passToken) throw new Error('the seed does not hold: no check-up is open, or there is no link')
  return {
    ...person,
    ...told,
    passToken,
    linkOn,
    organisationId: coordinator.organisationId,
    enteredOn,
    openCheckupId: open.id,
    openCheckupOn: open.dueOn,
  }
}

async function tell(
  act: Acting,
  personId: string,
): Promise<
  Pick<SeededPerson, 'answerId' | 'heldCheckupId' | 'recordId' | 'lapseId' | 'trustedId' | 'contactId'>
> {
  const { today } = act
  const [due] = await openCheckins(act, personId)
  const answer = await answerCheckin(act, {
    personId,
    dueOn: due?.dueOn ?? null,
    way: 'telephone',
    answers: seededAnswers,
  })
  const checkup = await openCheckup(act, personId)
  const { recorded, problem } = await recordCheckup(act, {
    personId,
    checkupId: checkup?.id ?? null,
    heldOn: today,
    way: 'call',
    funnel: { reached: true, agreed: null, arrived: null, stayed14Days: null },
    need: { weeklyUse: false, symptoms: false, wantsHelp: false },
    help: [],
    notes: 'Rääkisime.',
  })
  const contact = await recordContact(act, {
    personId,
    onDay: today,
    way: 'call',
    reached: true,
    what: 'Rääkisime.',
  })
  const trustedId = await saveTrusted(act, personId, seededTrusted, {
    id: null,
    word: { on: today, how: 'spoken' },
  })
  const lapseId = await recordLapse(act, {
    personId,
    happenedOn: today.subtract({ days: 2 }),
    toldOn: today,
    toldBy: 'person',
    note: null,
  })
  if (!due || !answer || !checkup || !recorded || !lapseId || !trustedId || !contact)
    throw new Error(`the seed does not hold: ${problem}`)
  return {
    answerId: answer.answerId,
    heldCheckupId: checkup.id,
    recordId: recorded.recordId,
    lapseId,
    trustedId,
    contactId: contact.id,
  }
}
