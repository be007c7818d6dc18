/** One call of every store function of continuing support, for the rights matrix. */
import { sql } from 'kysely'
import type { Acting } from '../src/platform/actor.ts'
import type { Day } from '../src/platform/day.ts'
import { closeTasks, openTasks } from '../src/tasks/task.store.ts'
import { listCaseload } from '../src/support/caseload.store.ts'
import { insertAnswer, standingAnswers } from '../src/support/checkin-answer.store.ts'
import { askForCheckins, channelsOf } from '../src/support/checkin-asking.store.ts'
import { chooseWay, reachOf, chosenWayOf } from '../src/support/checkin-way.store.ts'
import { cardDays, makeCards } from '../src/support/sheet.store.ts'
import { settleUndelivered, watchMessages } from '../src/support/undelivered.store.ts'
import { askForCall, stopAsking } from '../src/support/checkin-asked.store.ts'
import { cancelOpenCheckins, makeCheckinsDue } from '../src/support/checkin-due.store.ts'
import {
  answerCheckin,
  checkinOn,
  checkinsOf,
  correctAnswer,
  markRead,
  openCheckins,
} from '../src/support/checkin.store.ts'
import * as due from '../src/support/checkup-due.store.ts'
import { outlook, settle } from '../src/support/checkup-next.store.ts'
import { insertRecord, newestRecords } from '../src/support/checkup-record.store.ts'
import type { CheckupNotes } from '../src/support/checkup-record.ts'
import * as checkup from '../src/support/checkup.store.ts'
import { contactsOf, everyContactOf, recordContact, withdrawContact } from '../src/support/contact.store.ts'
import { readFollowed } from '../src/support/daily-read.store.ts'
import { catchUp } from '../src/support/daily.store.ts'
import { correctLapse, lapsesOf, recordLapse } from '../src/support/lapse.store.ts'
import { changePathway, changesOf } from '../src/support/pathway-change.store.ts'
import * as choice from '../src/support/pathway-choice.store.ts'
import * as pathway from '../src/support/pathway.store.ts'
import { readSearch, searchBack, searchOn } from '../src/support/reaching.store.ts'
import { closeAnswered, closeUnfounded } from '../src/support/sign-of-life.store.ts'
import { readDayFacts, readSent } from '../src/support/support-day.store.ts'
import { supportContent } from '../src/support/support.content.ts'
import { addPerson } from '../src/people/person.store.ts'
import { newcomer } from './rights.calls.ts'
import type { Call, HouseCall, PersonCall } from './setup/calls.ts'
import { seededAnswers, type SeededPerson } from './setup/people.ts'

const notes = (heldOn: Day): CheckupNotes => ({
  heldOn,
  way: 'call',
  funnel: { reached: true, agreed: null, arrived: null, stayed14Days: null },
  need: { weeklyUse: false, symptoms: false, wantsHelp: false },
  help: [],
  notes: 'Rääkisime.',
})

/** As a page might have kept it: of strangers it is not asked of the database first. */
const keptRow = ({ id, organisationId, enteredOn }: SeededPerson): pathway.PathwayTable => ({
  personId: id,
  organisationId,
  pathway: 'adaptive',
  leftOn: enteredOn.subtract({ days: 13 }),
  enteredOn,
  state: 'active',
  stateSince: enteredOn,
  pausedUntil: null,
  rhythm: null,
  caughtUpTo: enteredOn,
})

/** On a path whose check-ins fall on other days, one of them on today. */
const onOtherDays = (act: Acting, person: SeededPerson) => ({
  ...keptRow(person),
  leftOn: act.today.subtract({ days: 35 }),
})

const openOf = ({ id: personId, openCheckupId }: SeededPerson) => ({
  id: openCheckupId,
  personId,
  closedAs: null,
})
const wayOf = ({ actor }: Acting) =>
  actor.role === 'bearer' ? 'link' : actor.role === 'participant' ? 'self' : 'telephone'
const said = (act: Acting) => ({ on: act.today, how: 'suuliselt' })
/** By a link the check-in it is for; others answer whichever is open. */
const answerOf = (act: Acting, { id: personId, linkOn }: SeededPerson) =>
  answerCheckin(act, {
    personId,
    dueOn: act.actor.role === 'bearer' ? linkOn : null,
    way: wayOf(act),
    answers: seededAnswers,
  })
/** The check-in that the link of a person is for. */
const linkedCheckin = async (act: Acting, { id, linkOn }: SeededPerson) =>
  act.tx
    .selectFrom('support.checkin')
    .select(['id', 'personId', 'dueOn'])
    .where('personId', '=', id)
    .where('dueOn', '=', linkOn)
    .executeTakeFirst()

const unasked: Call = (act, { id }) =>
  act.tx
    .updateTable('support.pathway')
    .set({ state: 'to-be-asked', caughtUpTo: null })
    .where('personId', '=', id)
    .execute()
const closedCheckup: Call = (act, person) => due.closeCheckup(act, openOf(person), 'cancelled', act.today)

const notArrived: Call = (act, { id: personId }) =>
  openTasks(act, [{ personId, kind: 'undelivered', ownerId: null, dueOn: act.today, subjectId: personId }])

export const supportCalls: Record<string, PersonCall> = {
  'support/pathway.store.ts pathwayOf': (act, { id }) => pathway.pathwayOf(act, id),
  'support/pathway.store.ts pathwayRow': (act, { id }) => pathway.pathwayRow(act, id),
  'support/pathway.store.ts sayYes': {
    before: unasked,
    does: (act, { id }) => pathway.sayYes(act, id, said(act)),
  },
  'support/pathway.store.ts sayNo': {
    before: unasked,
    does: (act, { id }) => pathway.sayNo(act, id, said(act)),
  },
  'support/pathway.store.ts pausePathway': (act, { id }) =>
    pathway.pausePathway(act, id, { until: null, by: 'staff' }),
  'support/pathway.store.ts resumePathway': {
    before: (act, { id }) => pathway.pausePathway(act, id, { until: null, by: 'staff' }),
    does: (act, { id }) => pathway.resumePathway(act, id),
  },
  'support/pathway.store.ts endPathway': (act, { id }) => pathway.endPathway(act, id, 'Soovis lõpetada.'),
  'support/pathway.store.ts changeRhythm': (act, { id }) => pathway.changeRhythm(act, id, 'monthly'),
  'support/pathway-choice.store.ts pathwayOptions': (act, { id }) => choice.pathwayOptions(act, id),
  'support/pathway-choice.store.ts choosePathway': (act, { id }) => choice.choosePathway(act, id, 'fixed'),
  'support/pathway-change.store.ts changePathway': (act, person) =>
    changePathway(act, keptRow(person), { rhythm: 'monthly' }, { what: 'rhythm', rhythm: 'monthly' }),
  'support/pathway-change.store.ts changesOf': (act, { id }) => changesOf(act, id),

  'support/checkup-due.store.ts currentCheckup': (act, { id }) => due.currentCheckup(act, id),
  'support/checkup-due.store.ts makeCheckupDue': {
    before: closedCheckup,
    does: (act, { id: personId }) => due.makeCheckupDue(act, { personId, dueOn: act.today, origin: 'extra' }),
  },
  'support/checkup-due.store.ts waitForCheckup': (act, person) =>
    due.waitForCheckup(act, { ...openOf(person), dueOn: act.today }),
  'support/checkup-due.store.ts closeCheckup': closedCheckup,
  'support/checkup-due.store.ts settleNext': (act, { id: personId }) =>
    due.settleNext(act, { personId, dueOn: act.today, origin: 'extra' }),
  'support/checkup-due.store.ts waitForAgreement': {
    before: async (act, { id }) => {
      await sql`update support.checkup set closed_as = 'cancelled', closed_on = ${act.today.toString()}::date
        where person_id = ${id} and closed_as is null`.execute(act.tx)
      await sql`update support.pathway set rhythm = 'none' where person_id = ${id}`.execute(act.tx)
    },
    does: (act, { id }) => due.waitForAgreement(act, id),
  },
  'support/checkup-due.store.ts pastCheckups': (act, { id }) => due.pastCheckups(act, [id]),
  'support/checkup-next.store.ts outlook': async (act, { id }) => {
    const [path, open] = [await pathway.pathwayRow(act, id), await due.currentCheckup(act, id)]
    return path && open && outlook(act, path, open, { heldOn: act.today, need: false })
  },
  'support/checkup-next.store.ts settle': (act, person) =>
    settle(act, keptRow(person), notes(act.today), {
      proposedOn: act.today.add({ days: 20 }),
      ruleMoved: true,
    }),
  'support/checkup-record.store.ts insertRecord': (act, { id: personId, openCheckupId: checkupId }) =>
    insertRecord(act, {
      personId,
      checkupId,
      supersedes: null,
      notes: notes(act.today),
      proposedOn: null,
      nextOn: null,
    }),
  'support/checkup-record.store.ts newestRecords': (act, { id }) => newestRecords(act, id),
  'support/checkup.store.ts openCheckup': (act, { id }) => checkup.openCheckup(act, id),
  'support/checkup.store.ts proposeNext': (act, { id: personId }) =>
    checkup.proposeNext(act, { personId, checkupId: null, ...notes(act.today), reached: true }),
  'support/checkup.store.ts recordCheckup': (act, { id: personId }) =>
    checkup.recordCheckup(act, { personId, checkupId: null, ...notes(act.today) }),
  'support/checkup.store.ts correctCheckup': (act, { recordId, enteredOn }) =>
    checkup.correctCheckup(act, recordId, notes(enteredOn)),
  'support/checkup.store.ts moveCheckup': (act, { openCheckupId }) =>
    checkup.moveCheckup(act, openCheckupId, act.today.add({ days: 3 }), 'Tööl.'),
  'support/checkup.store.ts checkupsOf': (act, { id }) => checkup.checkupsOf(act, id),
  'support/checkup.store.ts funnelOf': async (act, { enteredOn: day }) =>
    (await checkup.funnelOf(act, { from: day, to: day })).due,

  'support/checkin-due.store.ts makeCheckinsDue': (act, person) =>
    makeCheckinsDue(act, onOtherDays(act, person)),
  'support/checkin-due.store.ts cancelOpenCheckins': {
    before: (act, person) => makeCheckinsDue(act, onOtherDays(act, person)),
    does: (act, { id }) => cancelOpenCheckins(act, id),
  },
  'support/checkin-answer.store.ts insertAnswer': async (act, person) => {
    const { id: personId } = person
    const checkinId = act.actor.role === 'bearer' ? ((await linkedCheckin(act, person))?.id ?? null) : null
    return insertAnswer(
      act,
      { personId, checkinId, supersedes: null, givenOn: act.today, way: wayOf(act) },
      seededAnswers,
    )
  },
  'support/checkin-answer.store.ts standingAnswers': (act, { id }) => standingAnswers(act, id),
  'support/checkin.store.ts openCheckins': {
    before: (act, person) => makeCheckinsDue(act, onOtherDays(act, person)),
    does: (act, { id }) => openCheckins(act, id),
  },
  'support/checkin.store.ts checkinOn': async (act, { id, linkOn }) =>
    (await checkinOn(act, id, linkOn)) !== null,
  'support/checkin-way.store.ts chosenWayOf': (act, { id }) => chosenWayOf(act, id),
  'support/checkin-way.store.ts reachOf': (act, { id }) => reachOf(act, id),
  'support/checkin-way.store.ts chooseWay': (act, { id }) => chooseWay(act, id, 'call'),
  'support/sheet.store.ts cardDays': (act, { id }) => cardDays(act, id),
  'support/sheet.store.ts makeCards': (act, { id }) => makeCards(act, id),
  'support/undelivered.store.ts settleUndelivered': {
    before: notArrived,
    does: (act, { id }) => settleUndelivered(act, id),
  },
  'support/checkin-asked.store.ts stopAsking': async (act, person) => {
    const checkin = await linkedCheckin(act, person)
    return checkin && stopAsking(act, checkin)
  },
  'support/checkin-asked.store.ts askForCall': {
    before: (act, { id }) =>
      act.tx.updateTable('people.pass').set({ usedAt: act.now }).where('personId', '=', id).execute(),
    does: async (act, { id }) => {
      await closeTasks(act, id, ['help'], { state: 'completed', outcome: 'contact' })
      return askForCall(act)
    },
  },
  'support/checkin.store.ts answerCheckin': answerOf,
  'support/checkin.store.ts markRead': {
    before: (act, { id: personId }) =>
      act.tx
        .updateTable('support.checkinAnswer')
        .set({ readAt: null, readBy: null })
        .where('personId', '=', personId)
        .execute(),
    does: (act, { id }) => markRead(act, id),
  },
  'support/checkin.store.ts correctAnswer': async (act, person) => {
    // Nobody corrects what another has said: the person has said something first.
    const own = wayOf(act) === 'self' ? await answerOf(act, person) : person
    return own && correctAnswer(act, own.answerId, { ...seededAnswers, wellbeing: 8 })
  },
  'support/checkin.store.ts checkinsOf': (act, { id }) => checkinsOf(act, id),

  'support/contact.store.ts recordContact': (act, { id: personId }) =>
    recordContact(act, { personId, onDay: act.today, way: 'call', reached: true, what: 'Rääkisime.' }),
  'support/contact.store.ts withdrawContact': async (act, { id: personId }) => {
    // Nobody takes back what another has tried: it was tried by themselves.
    const tried = await recordContact(act, {
      personId,
      onDay: act.today,
      way: 'call',
      reached: false,
      what: null,
    })
    return tried && withdrawContact(act, personId, tried.id)
  },
  'support/reaching.store.ts readSearch': (act, { id }) => readSearch(act, id),
  'support/reaching.store.ts searchBack': (act, { id }) => searchBack(act, id, { at: act.now }),
  'support/contact.store.ts everyContactOf': (act, { id }) => everyContactOf(act, id),
  'support/contact.store.ts contactsOf': (act, { id }) => contactsOf(act, id),
  'support/lapse.store.ts recordLapse': (act, { id: personId, enteredOn: day }) =>
    recordLapse(act, { personId, happenedOn: day, toldOn: act.today, toldBy: 'person', note: null }),
  'support/lapse.store.ts correctLapse': (act, { lapseId, enteredOn: day }) =>
    correctLapse(act, lapseId, { happenedOn: day, toldOn: act.today, toldBy: 'person', note: null }),
  'support/lapse.store.ts lapsesOf': (act, { id }) => lapsesOf(act, id),
  'support/sign-of-life.store.ts closeAnswered': (act, { id }) =>
    closeAnswered(act, id, { on: act.today, kinds: ['silence'], outcome: 'contact' }),
  'support/sign-of-life.store.ts closeUnfounded': {
    // A silence since today, in which nothing has gone by.
    before: async (act, { id: personId }) => {
      await closeTasks(act, personId, ['silence'], { state: 'completed', outcome: 'contact' })
      await openTasks(act, [{ personId, kind: 'silence', ownerId: null, dueOn: act.today.add({ days: 1 }) }])
    },
    does: (act, { id }) => closeUnfounded(act, id),
  },

  'support/caseload.store.ts listCaseload': async (act, { id }) =>
    (await listCaseload(act)).filter(({ personId }) => personId === id),
  'support/support-day.store.ts readDayFacts': (act, { id }) => readDayFacts(act, new Map([[id, null]])),
  'support/support-day.store.ts readSent': (act, { id, answerId }) =>
    readSent(act, { answerIds: [answerId], personIds: [id] }),
  'support/daily-read.store.ts readFollowed': async (act, { id }) =>
    (await readFollowed(act)).filter(({ personId }) => personId === id),
}

export const supportHouseCalls: Record<string, HouseCall> = {
  'support/pathway.store.ts enterPathways': {
    own: async (act, there) => {
      const person = await addPerson(act, newcomer(there))
      const [leftOn, firstContactOn] = [act.today.subtract({ days: 10 }), act.today]
      const coordinatorId = person.coordinatorId ?? ''
      await pathway.enterPathways(act, [
        { personId: person.id, pathway: 'adaptive', leftOn, agreed: null, coordinatorId, firstContactOn },
      ])
      return pathway.pathwayRow(act, person.id)
    },
  },
  'support/reaching.store.ts searchOn': {
    // Somebody has tried, and the next try is another day's.
    before: (act) =>
      sql`insert into support.contact (id, organisation_id, person_id, on_day, recorded_at, by_account, way, reached)
        select gen_random_uuid(), organisation_id, person_id, ${act.today.toString()}::date, ${act.now.toString()}::timestamptz,
          owner_id, 'call', false from tasks.task where kind = 'silence' and state = 'requested'`.execute(
        act.tx,
      ),
    own: (act) => searchOn(act),
  },
  'support/checkin-asking.store.ts askForCheckins': {
    before: (act) => act.tx.updateTable('support.checkin').set({ askedOn: null }).execute(),
    own: async (act) => {
      await catchUp(act, supportContent().pathways)
      return askForCheckins(act, { url: 'http://localhost:3000', channels: { mail: false, sms: false } })
    },
  },
  'support/checkin-asking.store.ts channelsOf': {
    own: (act) => channelsOf(act, { smtp: 'smtp://localhost', sms: undefined }),
  },
  // A message that failed lies in every house; see `setup/rows.ts`.
  'support/undelivered.store.ts watchMessages': { own: (act) => watchMessages(act) },
  'support/daily.store.ts catchUp': { own: (act) => catchUp(act, supportContent().pathways) },
}
