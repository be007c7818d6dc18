/** Of the invented: whom they trust to be asked, and how far the search for those who are silent has come. */
import type { Person } from '../people/person.store.ts'
import { saveTrusted } from '../people/trusted.store.ts'
import type { NewTrusted, Telling } from '../people/trusted.ts'
import { systemOf, withActor, type Acting, type Actor } from '../platform/actor.ts'
import { dayAt, isBefore, type Day } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import { contactsOf, isAttempt, recordContact } from '../support/contact.store.ts'
import { searchOn } from '../support/reaching.store.ts'
import { listOpenTasks } from '../tasks/task.store.ts'

/** Somebody who was entered, and whose they are. */
export type Entered = {
  person: Person
  silent: boolean
  enteredOn: Day
  coordinatorId: string
  /** Their own account, where they have one. */
  accountId: string | null
}

type Place = { organisationId: string; timeZone: string }

const trusted: readonly (readonly [string, string, Telling, string | null])[] = [
  ['Aino', 'ema', 'call', 'Ema ei tea, kus ma käisin. Ära seda maini.'],
  ['Kristjan', 'vend', 'support', null],
  ['Maarika', 'sõbranna', 'organisation', 'Temaga võib kõigest rääkida.'],
  ['Heino', 'naaber', 'call', null],
  ['Anna', 'õde', 'organisation', null],
]

/** Every so many of those who have a page of their own have named somebody there. */
const everyWhich = 5
const namedDaysAgo = 6
/** After so many tries others are asked, see `content/reaching.json`. */
const enough = 3

export async function settleSearches(
  ground: Ground,
  place: Place,
  entered: readonly Entered[],
): Promise<void> {
  const now = ground.clock.now()
  const today = dayAt(now, place.timeZone)
  const named = today.subtract({ days: namedDaysAgo })
  /** As somebody, so many days before now. */
  const before = (daysAgo: number, actor: Actor, work: (act: Acting) => Promise<unknown>) => {
    const moment = now.subtract({ hours: 24 * daysAgo })
    return withActor(
      { ...ground, clock: { now: () => moment } },
      actor,
      async (act) => void (await work(act)),
    )
  }
  const ofCoordinator = ({ coordinatorId }: Entered): Actor => ({
    ...place,
    accountId: coordinatorId,
    role: 'coordinator',
  })
  const there = entered.filter(({ enteredOn }) => enteredOn.until(named).sign >= 0)

  const open = there.filter(({ accountId, silent }) => accountId !== null && !silent)
  for (const [number, one] of open.filter((_, index) => index % everyWhich === 0).entries()) {
    const { accountId } = one
    await before(namedDaysAgo, { ...place, accountId, role: 'participant' }, (act) =>
      saveTrusted(act, one.person.id, contactOf(number), { id: null, word: { on: act.today, how: 'self' } }),
    )
  }

  // Of those who are silent one has named somebody and has no support person; for the next one it is the other way round.
  const [alone, accompanied] = there.filter(({ silent }) => silent)
  if (alone) {
    await before(namedDaysAgo, ofCoordinator(alone), (act) =>
      saveTrusted(act, alone.person.id, contactOf(2), { id: null, word: { on: act.today, how: 'spoken' } }),
    )
  }
  for (const one of [alone, accompanied]) {
    if (one) await triedInVain(one)
  }
  await withActor(ground, systemOf(place.organisationId, place.timeZone), (act) => searchOn(act))

  async function triedInVain(one: Entered): Promise<void> {
    for (const [number, way] of (['call', 'message', 'visit'] as const).entries()) {
      await before(3 - number, ofCoordinator(one), async (act) => {
        const personId = one.person.id
        const [silence] = await listOpenTasks(act, { personId, kinds: ['silence'] })
        if (!silence) return
        const tried = (await contactsOf(act, personId)).filter(
          (contact) => isAttempt(contact) && !isBefore(contact.onDay, silence.since),
        )
        if (tried.length < enough)
          await recordContact(act, { personId, onDay: act.today, way, reached: false, what: null })
      })
    }
  }
}

function contactOf(number: number): NewTrusted {
  const [name, relation, telling, ownWords] = trusted[number % trusted.length] ?? [
    'Aino',
    'ema',
    'call',
    null,
  ]
  const phone = `+372 5000 ${2000 + number}`
  return { name, phone, relation, language: 'et', telling, ownWords, endsOn: null }
}
