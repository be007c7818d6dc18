/**
 * One call of every store function that acts for somebody, for the rights matrix. What concerns continuing support is in
 * `rights.support.calls.ts`.
 */
import { randomUUID } from 'node:crypto'
import {
  absenceById,
  absencesFrom,
  awayOn,
  changeAway,
  endAway,
  lastSeen,
  noticeAway,
  sayAway,
  type Absence,
} from '../src/access/absence.store.ts'
import { noteOpen } from '../src/access/open-day.store.ts'
import {
  accountName,
  accountNames,
  createAccount,
  eraseParticipant,
  listColleagues,
} from '../src/access/account.store.ts'
import { notifications } from '../src/access/notification.store.ts'
import { inviteColleague, inviteParticipant } from '../src/access/invite.store.ts'
import { changeSettings, readSettings } from '../src/access/organisation.store.ts'
import { noticeAbsences } from '../src/desk/noticed.store.ts'
import { heardSince, nextCheckupDay, statesOf } from '../src/desk/heard.store.ts'
import { consentHistory, consentsFor, consentsOf, recordConsents } from '../src/people/consent.store.ts'
import { eraseEmptyMoves } from '../src/people/move.store.ts'
import { changeIdentity, findKnown, readIdentities, readNames } from '../src/people/identity.store.ts'
import type { Identity } from '../src/people/identity.ts'
import { whoLooked } from '../src/people/looked.store.ts'
import { endPasses, heldPass, makePasses, openPasses, passesOf, usePass } from '../src/people/pass.store.ts'
import {
  addPeople,
  addPerson,
  changeSetting,
  erasePerson,
  giveAccount,
  listPeople,
  peopleById,
  personByCode,
  personById,
  personOfAccount,
  type NewPerson,
} from '../src/people/person.store.ts'
import {
  categoriesSeen,
  endSight,
  grantSight,
  handOver,
  isResponsible,
  sightsOf,
} from '../src/people/sight.store.ts'
import { appointSupporter } from '../src/people/supporter.store.ts'
import type { Acting } from '../src/platform/actor.ts'
import { day } from '../src/platform/day.ts'
import {
  askFirst,
  removeTrusted,
  saveTrusted,
  sweepTrusted,
  trustedContactOf,
  trustedContactsOf,
  whoHasTrusted,
  withdrawTrusted,
} from '../src/people/trusted.store.ts'
import { supportPurpose, supportTextVersion } from '../src/support/agreement.ts'
import {
  closeTasks,
  eraseTasks,
  everOpened,
  giveTasks,
  listOpenTasks,
  moveTasks,
  takeStep,
  openTasks,
  takeTasks,
} from '../src/tasks/task.store.ts'
import { writeDigests } from '../src/tasks/digest.store.ts'
import type { Mailboxes } from '../src/access/mailboxes.ts'
import { tellUrgent } from '../src/tasks/urgent.store.ts'
import { watchTasks } from '../src/tasks/watch.store.ts'
import { seededTrusted } from './setup/people.ts'
import type { House, TestOrganisation } from './setup/house.ts'
import type { HouseCall, PersonCall } from './setup/calls.ts'

const spoken = (act: Acting) => ({ on: act.today, how: 'spoken' })
const identity: Identity = { name: 'Uus Nimi', phones: [], email: null, birthDate: null, remarks: null }

export const newcomer = ({ organisation }: Pick<House, 'organisation'>): NewPerson => ({
  identity,
  municipality: null,
  language: 'et',
  coordinatorId: organisation.accounts.coordinator.id,
})

export const storeCalls: Record<string, PersonCall> = {
  'people/consent.store.ts recordConsents': (act, { id: personId }) =>
    recordConsents(act, [
      {
        personId,
        purpose: supportPurpose,
        state: 'given',
        onDay: act.today,
        how: 'suuliselt',
        textVersion: supportTextVersion,
      },
    ]),
  'people/consent.store.ts consentsOf': (act, { id }) => consentsOf(act, id),
  'people/consent.store.ts consentsFor': async (act, { id }) =>
    (await consentsFor(act, supportPurpose)).get(id),
  'people/consent.store.ts consentHistory': (act, { id }) => consentHistory(act, id),
  'people/identity.store.ts readIdentities': (act, { id }) => readIdentities(act, [id]),
  'people/identity.store.ts readNames': (act, { id }) => readNames(act, [id]),
  'people/identity.store.ts changeIdentity': (act, { id }) => changeIdentity(act, id, identity),
  'people/identity.store.ts findKnown': async (act, { id }) => {
    const known = await findKnown(act, [{ ...identity, phones: ['+372 5550 2001'] }])
    return [...known.values()].flat().filter(({ personId }) => personId === id)
  },
  'people/looked.store.ts whoLooked': async (act, { id }) => {
    // Who may see the person learns the subject; it is no secret of the test's.
    const person = await personById(act, id)
    return person && whoLooked(act, person)
  },
  'people/pass.store.ts makePasses': (act, { id: personId }) =>
    makePasses(act, [{ personId, carrier: 'paper', dueOn: act.today, endsAt: act.now.add({ hours: 24 }) }]),
  'people/pass.store.ts openPasses': (act, { id }) => openPasses(act, [id]),
  'people/pass.store.ts endPasses': (act, { id }) => endPasses(act, id),
  'people/pass.store.ts passesOf': (act, { id }) => passesOf(act, id),
  'people/pass.store.ts heldPass': async (act, { id }) => (await heldPass(act))?.personId === id,
  // The pass that is held is of the first person, whoever is asked about.
  'people/pass.store.ts usePass': async (act, { id }) =>
    (await heldPass(act))?.personId === id && usePass(act),
  'people/person.store.ts personByCode': (act, { code }) => personByCode(act, code),
  'people/person.store.ts personById': (act, { id }) => personById(act, id),
  'people/person.store.ts peopleById': (act, { id }) => peopleById(act, [id]),
  'people/person.store.ts personOfAccount': async (act, { id }) => (await personOfAccount(act))?.id === id,
  'people/person.store.ts listPeople': async (act, { id }) =>
    (await listPeople(act)).filter((one) => one.id === id),
  'people/person.store.ts giveAccount': (act, { id }, { confidant }) => giveAccount(act, id, confidant.id),
  'people/person.store.ts changeSetting': (act, { id }) => changeSetting(act, id, { language: 'ru' }),
  'people/person.store.ts erasePerson': (act, { id }) => erasePerson(act, id),
  'people/sight.store.ts grantSight': (act, { id: personId }, { confidant }) =>
    grantSight(act, {
      personId,
      accountId: confidant.id,
      role: 'supporter',
      categories: ['path'],
      reason: 'supporter',
    }),
  'people/supporter.store.ts appointSupporter': (act, { id, auditSubject }, { confidant }) =>
    appointSupporter(
      act,
      { id, auditSubject, coordinatorId: act.actor.accountId },
      { accountId: confidant.id, share: ['answers'], how: 'suuliselt' },
    ),
  'people/sight.store.ts isResponsible': (act, { id }) => isResponsible(act, id),
  'people/sight.store.ts handOver': (act, { id }, { colleague }) => handOver(act, id, colleague.id),
  'people/sight.store.ts endSight': {
    before: (act, { id: personId }, { confidant }) =>
      grantSight(act, {
        personId,
        accountId: confidant.id,
        role: 'supporter',
        categories: ['path'],
        reason: 'supporter',
      }),
    does: (act, { id }, { confidant }) => endSight(act, id, { accountId: confidant.id, reason: 'supporter' }),
  },
  'people/sight.store.ts categoriesSeen': async (act, { id }) => [...(await categoriesSeen(act, id))],
  'people/sight.store.ts sightsOf': (act, { id }) => sightsOf(act, id),
  'people/trusted.store.ts trustedContactsOf': (act, { id }) => trustedContactsOf(act, id),
  'people/trusted.store.ts trustedContactOf': (act, { id }) => trustedContactOf(act, id),
  'people/trusted.store.ts whoHasTrusted': (act, { id }) => whoHasTrusted(act, [id]),
  'people/trusted.store.ts saveTrusted': (act, { id }) =>
    saveTrusted(act, id, { ...seededTrusted, name: 'Õde' }, { id: null, word: spoken(act) }),
  'people/trusted.store.ts askFirst': {
    before: (act, { id }) =>
      act.tx.updateTable('people.trusted').set({ place: 2 }).where('personId', '=', id).execute(),
    does: (act, { id, trustedId }) => askFirst(act, id, trustedId),
  },
  'people/trusted.store.ts removeTrusted': (act, { id, trustedId }) =>
    removeTrusted(act, id, { id: trustedId, word: spoken(act) }),
  'people/trusted.store.ts withdrawTrusted': (act, { id }) => withdrawTrusted(act, id, spoken(act)),

  'tasks/task.store.ts openTasks': (act, { id: personId }) =>
    openTasks(act, [{ personId, kind: 'ask', ownerId: null, dueOn: act.today }]),
  'tasks/task.store.ts closeTasks': (act, { id }) =>
    closeTasks(act, id, ['silence'], { state: 'completed', outcome: 'contact' }),
  'tasks/task.store.ts listOpenTasks': (act, { id: personId }) => listOpenTasks(act, { personId }),
  'tasks/task.store.ts everOpened': {
    before: (act, { id: personId }) =>
      openTasks(act, [
        { personId, kind: 'undelivered', ownerId: null, dueOn: act.today, subjectId: personId },
      ]),
    does: (act, { id }) => everOpened(act, 'undelivered', [id]),
  },
  'tasks/task.store.ts moveTasks': (act, { id }) =>
    moveTasks(act, id, ['silence'], { to: act.today.add({ days: 7 }) }),
  'tasks/task.store.ts takeStep': async (act, { id: personId }) => {
    const [silence] = await listOpenTasks(act, { personId, kinds: ['silence'] })
    if (silence) await takeStep(act, silence.id, { step: 'lead', dueOn: act.today })
  },
  'tasks/task.store.ts giveTasks': (act, { id }, { confidant }) => giveTasks(act, id, confidant.id),
  'tasks/task.store.ts takeTasks': (act, { id }) => takeTasks(act, id),
  'tasks/task.store.ts eraseTasks': (act, { id }) => eraseTasks(act, id),

  'desk/heard.store.ts statesOf': async (act, { id }) => (await statesOf(act)).get(id),
  'desk/heard.store.ts heardSince': async (act, { id, enteredOn }) =>
    (await heardSince(act, enteredOn)).spoken.has(id),
  'desk/heard.store.ts nextCheckupDay': async (act, { openCheckupOn }) =>
    (await nextCheckupDay(act, openCheckupOn))?.equals(openCheckupOn),
}

const url = 'http://localhost:3000'
const participant = { email: 'uus@esimene.test', roles: ['participant'], locale: 'et' } as const

/** Everybody's, as the door knows them. */
export const mailboxesOf =
  ({ id, name }: TestOrganisation): Mailboxes =>
  async (ids) =>
    new Map(
      ids.map((account) => [
        account,
        {
          email: 'kiri@esimene.test',
          organisationId: id,
          organisation: name,
          locale: 'et',
          name: '',
          staff: true,
        },
      ]),
    )

const own = (absences: readonly Absence[], { id }: { id: string }) =>
  absences.filter(({ accountId }) => accountId === id)

/** One's own, or any where one has none. */
async function ownAbsence(act: Acting): Promise<Absence | undefined> {
  const all = await absencesFrom(act, act.today)
  return all.find(({ accountId }) => accountId === act.actor.accountId) ?? all[0]
}

async function offerNobody(act: Acting): Promise<void> {
  const [first, second] = await listColleagues(act)
  await act.tx
    .insertInto('people.move')
    .values({
      id: randomUUID(),
      organisationId: act.actor.organisationId,
      fromId: first?.id ?? null,
      toId: second?.id ?? '',
      offeredBy: act.actor.accountId ?? '',
      offeredAt: act.now,
      offeredOn: act.today,
      state: 'offered',
    })
    .execute()
}

export const houseCalls: Record<string, HouseCall> = {
  // The coordinator is not here.
  'tasks/watch.store.ts watchTasks': {
    own: (act, { organisation }) =>
      watchTasks(act, new Map([[organisation.accounts.coordinator.id, { substituteId: null }]])),
  },
  'tasks/digest.store.ts writeDigests': {
    own: (act, { organisation }) =>
      writeDigests(act, { away: new Map(), mailboxes: mailboxesOf(organisation), url }),
  },
  'tasks/urgent.store.ts tellUrgent': {
    before: async (act) => {
      const { id: personId } = await act.tx
        .selectFrom('people.person')
        .select('id')
        .limit(1)
        .executeTakeFirstOrThrow()
      return openTasks(act, [{ personId, kind: 'help', ownerId: null, dueOn: act.today }])
    },
    own: (act, { organisation }) =>
      tellUrgent(act, { away: new Map(), mailboxes: mailboxesOf(organisation), url, sms: false }),
  },
  'access/notification.store.ts notifications': { own: (act) => notifications(act) },
  'people/trusted.store.ts sweepTrusted': {
    before: (act) =>
      act.tx
        .updateTable('people.trusted')
        .set({ endsOn: act.today.subtract({ days: 1 }) })
        .execute(),
    own: (act) => sweepTrusted(act),
  },
  'people/person.store.ts addPeople': { own: (act, there) => addPeople(act, [newcomer(there)]) },
  'people/person.store.ts addPerson': { own: (act, there) => addPerson(act, newcomer(there)) },
  'access/absence.store.ts awayOn': {
    own: async (act, { organisation }) =>
      (await awayOn(act, day('2026-12-21'))).has(organisation.accounts.coordinator.id),
    other: async (act, { other }) =>
      (await awayOn(act, day('2026-12-21'))).has(other.accounts.coordinator.id),
  },
  'access/absence.store.ts absencesFrom': {
    own: async (act, { organisation }) =>
      own(await absencesFrom(act, act.today), organisation.accounts.coordinator),
    other: async (act, { other }) => own(await absencesFrom(act, act.today), other.accounts.coordinator),
  },
  'access/absence.store.ts absenceById': {
    own: async (act) => absenceById(act, (await ownAbsence(act))?.id ?? randomUUID()),
  },
  'access/absence.store.ts sayAway': {
    own: (act, { organisation }) =>
      sayAway(act, {
        accountId: act.actor.accountId ?? organisation.accounts.coordinator.id,
        from: act.today,
        until: act.today,
        substituteId: null,
      }),
  },
  'access/absence.store.ts changeAway': {
    own: async (act) => changeAway(act, (await ownAbsence(act))?.id ?? randomUUID(), { until: null }),
  },
  'access/absence.store.ts endAway': {
    own: async (act) => endAway(act, (await ownAbsence(act))?.id ?? randomUUID()),
  },
  'access/absence.store.ts noticeAway': {
    own: (act, { organisation }) =>
      noticeAway(act, { accountId: organisation.accounts.coordinator.id, from: act.today, until: act.today }),
  },
  'access/absence.store.ts lastSeen': { own: (act) => lastSeen(act) },
  'access/open-day.store.ts noteOpen': { own: noteOpen },
  'people/move.store.ts eraseEmptyMoves': {
    before: offerNobody,
    own: (act) => eraseEmptyMoves(act),
  },
  'access/account.store.ts createAccount': {
    own: (act) => createAccount(act, { name: 'K1-11', ...participant }),
  },
  'access/account.store.ts listColleagues': { own: (act) => listColleagues(act) },
  'access/account.store.ts accountName': {
    own: (act, { organisation }) => accountName(act, organisation.accounts.coordinator.id),
    other: (act, { other }) => accountName(act, other.accounts.coordinator.id),
  },
  'access/account.store.ts accountNames': {
    own: (act, { organisation }) => accountNames(act, [organisation.accounts.coordinator.id]),
    other: (act, { other }) => accountNames(act, [other.accounts.coordinator.id]),
  },
  'access/account.store.ts eraseParticipant': {
    own: (act, { guestId }) => eraseParticipant(act, guestId),
    other: (act, { other }) => eraseParticipant(act, other.accounts.participant.id),
  },
  'desk/noticed.store.ts noticeAbsences': {
    // Nobody is missed on a day on which everybody was here.
    own: (act, { organisation }) =>
      noticeAbsences(
        { ...act, today: act.today.add({ weeks: 2 }) },
        { mailboxes: mailboxesOf(organisation), url },
      ),
  },
  'access/organisation.store.ts readSettings': { own: (act) => readSettings(act) },
  'access/organisation.store.ts changeSettings': {
    own: (act) => changeSettings(act, { name: 'Uus nimi', locale: 'et', languages: ['et'] }),
  },
  'access/invite.store.ts inviteColleague': {
    // Only the administrator lets staff in; the others may let in participants by the same way.
    own: (act) => inviteColleague(act, url, { name: 'K1-11', ...participant }),
  },
  'access/invite.store.ts inviteParticipant': {
    own: (act) =>
      inviteParticipant(act, url, {
        code: 'K1-11',
        name: 'Uus Nimi',
        email: participant.email,
        locale: 'et',
      }),
  },
}
