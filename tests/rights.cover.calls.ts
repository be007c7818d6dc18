/** Calls of the store functions of covers and of people who pass on, for the rights matrix. */
import { sayAway } from '../src/access/absence.store.ts'
import { coveredPeople, coverSight, settleCovers, settleCoversFor } from '../src/people/cover.store.ts'
import {
  answerMove,
  endOffers,
  movesOf,
  offerMove,
  onOffer,
  withdrawMove,
  withoutCoordinator,
} from '../src/people/move.store.ts'
import type { Acting } from '../src/platform/actor.ts'
import type { Call, PersonCall } from './setup/calls.ts'
import type { SeededPeople, SeededPerson } from './setup/people.ts'

/** The other one of the two coordinators; there is none in the other house. */
const other = (person: SeededPerson, { mine, colleague }: SeededPeople) =>
  person.coordinatorId === colleague.id ? (mine.coordinatorId ?? '') : colleague.id

const away: Call = async (act, person, people) => {
  if (person === people.foreign) return
  const accountId = person.coordinatorId ?? ''
  const substituteId = other(person, people)
  await sayAway(act, { accountId, substituteId, from: act.today, until: act.today })
}

const offer = (act: Acting, person: SeededPerson, toId: string, fromId = person.coordinatorId) => {
  const { id: personId, code, municipality, language } = person
  const carried = {
    personId,
    fromId,
    code,
    municipality,
    language,
    pathState: 'active',
    leftOn: null,
    openTasks: 1,
  }
  return offerMove(act, { toId, note: null, people: [carried] })
}
/** To somebody who does not try; in the other house nobody is offered. */
const offered: Call = async (act, person, { confidant, foreign }) =>
  act.actor.organisationId === foreign.organisationId || act.actor.accountId === null
    ? null
    : offer(act, person, confidant.id)

/** The offer that this person is in, as whoever may see it. */
async function offerOf(act: Acting, { id }: SeededPerson): Promise<string> {
  const found = (await movesOf(act, 'open')).find(({ people }) => people.some((one) => one.personId === id))
  return found?.id ?? '00000000-0000-0000-0000-000000000000'
}

export const coverCalls: Record<string, PersonCall> = {
  'people/cover.store.ts coverSight': { before: away, does: (act, { id }) => coverSight(act, [id]) },
  'people/cover.store.ts settleCovers': { before: away, does: (act, { id }) => settleCovers(act, [id]) },
  'people/cover.store.ts settleCoversFor': { before: away, does: (act) => settleCoversFor(act) },
  'people/cover.store.ts coveredPeople': {
    before: async (act, person, { mine, colleague }) => {
      if (person !== mine) return
      const span = { from: act.today, until: act.today }
      const absenceId = await sayAway(act, {
        accountId: colleague.id,
        substituteId: mine.coordinatorId,
        ...span,
      })
      await act.tx
        .insertInto('people.sight')
        .values({
          id: crypto.randomUUID(),
          organisationId: mine.organisationId,
          personId: mine.id,
          accountId: mine.coordinatorId ?? '',
          role: 'coordinator',
          categories: ['path'],
          reason: 'cover',
          grantedAt: act.now,
          beginsOn: act.today,
          endsOn: act.today,
          absenceId,
        })
        .execute()
    },
    does: async (act, { id }) => (await coveredPeople(act)).has(id),
  },
  'people/move.store.ts offerMove': { does: offered, before: clear },
  'people/move.store.ts movesOf': {
    does: async (act, { id }) =>
      (await movesOf(act, 'open')).flatMap(({ people }) => people).filter(({ personId }) => personId === id),
    before: offeredAnew,
  },
  'people/move.store.ts onOffer': { before: offeredAnew, does: (act, { id }) => onOffer(act, [id]) },
  'people/move.store.ts withdrawMove': {
    before: offeredAnew,
    does: async (act, person) => withdrawMove(act, await offerOf(act, person)),
  },
  'people/move.store.ts answerMove': {
    before: async (act, person, people) => {
      await clear(act, person, people)
      if (person === people.mine) await offer(act, person, person.coordinatorId ?? '', null)
    },
    does: async (act, person) =>
      answerMove(act, await offerOf(act, person), { accepted: [person.id], reason: null }),
  },
  'people/move.store.ts endOffers': { before: offeredAnew, does: (act, { id }) => endOffers(act, [id]) },
  'people/move.store.ts withoutCoordinator': {
    before: (act, { id }) =>
      act.tx.updateTable('people.person').set({ coordinatorId: null }).where('id', '=', id).execute(),
    does: async (act, { id }) => (await withoutCoordinator(act)).filter(({ personId }) => personId === id),
  },
}

/** So that nothing that is there already is in the way. */
async function clear(act: Acting, { id }: SeededPerson, _: SeededPeople): Promise<void> {
  await endOffers(act, [id])
}

async function offeredAnew(act: Acting, person: SeededPerson, people: SeededPeople): Promise<void> {
  await clear(act, person, people)
  await offered(act, person, people)
}
