/** Who may do what with the record of continuing support: its tables and store functions. Its routes: `routes.rights.ts`. */
import { roles } from '../platform/actor.ts'
import type { StoreRight, TableRight } from '../platform/room.ts'

const lead = { see: 'organisation', add: 'organisation', change: 'organisation' } as const
const sight = { see: 'sight', add: 'sight', change: 'sight' } as const

/** Where somebody is on the path: the person decides about it as much as staff do; the daily run keeps it. */
const path: TableRight = {
  coordinator: sight,
  lead,
  supporter: { see: 'sight' },
  participant: sight,
  system: { see: 'organisation', add: 'organisation', change: 'organisation', erase: 'organisation' },
}

/** What was written is superseded, never changed. */
const written = { see: 'sight', add: 'sight' } as const

/** What staff wrote. */
const notes: TableRight = {
  coordinator: written,
  lead: { see: 'organisation', add: 'organisation' },
  supporter: { see: 'shared', add: 'shared' },
  system: { see: 'organisation', erase: 'organisation' },
}

export const supportTables: Record<string, TableRight> = {
  'support.pathway': { ...path, bearer: { see: 'sight' } },
  'support.pathway_change': {
    ...path,
    coordinator: written,
    participant: written,
    lead: { see: 'organisation', add: 'organisation' },
    system: { see: 'organisation', add: 'organisation', erase: 'organisation' },
  },
  'support.checkup': { ...path, supporter: sight },
  'support.checkup_record': notes,
  // By a link, the one it is for.
  'support.checkin': { ...path, bearer: { see: 'sight', add: 'sight' } },
  'support.checkin_way': {
    coordinator: sight,
    lead,
    supporter: { see: 'sight' },
    participant: sight,
    system: { see: 'organisation', erase: 'organisation' },
  },
  'support.checkin_answer': {
    // That it was read is for those to say who read it.
    coordinator: sight,
    lead,
    supporter: { see: 'shared' },
    participant: written,
    bearer: { add: 'sight' },
    system: { see: 'organisation', erase: 'organisation' },
  },
  // A tap by mistake is taken back by whoever made it: it stays, and does not count.
  'support.contact': { ...notes, coordinator: sight },
  'support.lapse': { ...notes, supporter: { see: 'shared' } },
}

const withSight: StoreRight = ['coordinator', 'lead', 'supporter', 'participant', 'system']
/** Whoever holds a link sees the row of the pathway, the one check-in and what waits; see `people.borne()`. */
const orByLink: StoreRight = [...withSight, 'bearer']
const decides: StoreRight = ['coordinator', 'lead', 'participant']
const keepsPath: StoreRight = ['coordinator', 'lead', 'participant', 'system']
const enters: StoreRight = ['coordinator', 'lead', 'system']
const writes: StoreRight = ['coordinator', 'lead', 'supporter']
const readsNotes: StoreRight = ['coordinator', 'lead', 'supporter', 'system']
/** A supporter too, once the person has shared them. */
const readsAnswers: StoreRight = ['coordinator', 'lead', 'supporter', 'participant', 'system']
const system: StoreRight = ['system']
/** Also whoever holds a link that answers a check-in. */
const answers: StoreRight = ['coordinator', 'lead', 'participant', 'bearer']

export const supportStores: Record<string, StoreRight> = {
  'support/pathway.store.ts enterPathways': enters,
  'support/pathway.store.ts pathwayOf': orByLink,
  'support/pathway.store.ts pathwayRow': orByLink,
  'support/pathway.store.ts sayYes': decides,
  'support/pathway.store.ts sayNo': decides,
  'support/pathway.store.ts pausePathway': decides,
  'support/pathway.store.ts resumePathway': decides,
  'support/pathway.store.ts endPathway': decides,
  'support/pathway.store.ts changeRhythm': decides,
  'support/pathway-choice.store.ts pathwayOptions': ['coordinator', 'lead'],
  'support/pathway-choice.store.ts choosePathway': ['coordinator', 'lead'],
  'support/pathway-change.store.ts changePathway': keepsPath,
  'support/pathway-change.store.ts changesOf': withSight,
  'support/checkup-due.store.ts currentCheckup': withSight,
  'support/checkup-due.store.ts makeCheckupDue': withSight,
  'support/checkup-due.store.ts waitForCheckup': withSight,
  'support/checkup-due.store.ts closeCheckup': withSight,
  'support/checkup-due.store.ts settleNext': withSight,
  'support/checkup-due.store.ts waitForAgreement': withSight,
  'support/checkup-due.store.ts pastCheckups': withSight,
  'support/checkup-next.store.ts outlook': withSight,
  'support/checkup-next.store.ts settle': withSight,
  'support/checkup-record.store.ts insertRecord': writes,
  'support/checkup-record.store.ts newestRecords': readsNotes,
  'support/checkup.store.ts openCheckup': withSight,
  'support/checkup.store.ts proposeNext': orByLink,
  'support/checkup.store.ts recordCheckup': writes,
  'support/checkup.store.ts correctCheckup': writes,
  'support/checkup.store.ts moveCheckup': withSight,
  'support/checkup.store.ts checkupsOf': withSight,
  'support/checkup.store.ts funnelOf': withSight,
  'support/checkin-due.store.ts makeCheckinsDue': keepsPath,
  'support/checkin-due.store.ts cancelOpenCheckins': keepsPath,
  'support/checkin-answer.store.ts insertAnswer': answers,
  'support/checkin-answer.store.ts standingAnswers': readsAnswers,
  'support/checkin.store.ts openCheckins': orByLink,
  'support/checkin.store.ts checkinOn': orByLink,
  'support/checkin.store.ts answerCheckin': answers,
  'support/checkin.store.ts markRead': ['coordinator', 'lead'],
  'support/checkin.store.ts correctAnswer': decides,
  'support/reaching.store.ts searchBack': system,
  'support/reaching.store.ts readSearch': system,
  'support/checkin.store.ts checkinsOf': orByLink,
  'support/checkin-asking.store.ts askForCheckins': system,
  // Whether mails can be sent is of the installation and nobody's secret.
  'support/checkin-asking.store.ts channelsOf': [...roles, 'system', 'bearer', 'visitor'],
  'support/checkin-way.store.ts chosenWayOf': withSight,
  'support/checkin-way.store.ts reachOf': withSight,
  'support/checkin-way.store.ts chooseWay': decides,
  'support/sheet.store.ts cardDays': orByLink,
  'support/sheet.store.ts makeCards': ['coordinator', 'lead', 'system'],
  'support/undelivered.store.ts watchMessages': system,
  'support/undelivered.store.ts settleUndelivered': [...withSight],
  'support/checkin-asked.store.ts stopAsking': ['coordinator', 'lead', 'participant', 'system', 'bearer'],
  'support/checkin-asked.store.ts askForCall': ['bearer'],
  'support/contact.store.ts recordContact': writes,
  'support/contact.store.ts withdrawContact': writes,
  'support/contact.store.ts contactsOf': readsNotes,
  'support/contact.store.ts everyContactOf': readsNotes,
  'support/lapse.store.ts recordLapse': ['coordinator', 'lead'],
  'support/lapse.store.ts correctLapse': ['coordinator', 'lead'],
  'support/lapse.store.ts lapsesOf': readsNotes,
  'support/sign-of-life.store.ts closeAnswered': orByLink,
  'support/sign-of-life.store.ts closeUnfounded': orByLink,
  'support/caseload.store.ts listCaseload': withSight,
  'support/support-day.store.ts readDayFacts': orByLink,
  'support/support-day.store.ts readSent': readsAnswers,
  'support/daily-read.store.ts readFollowed': orByLink,
  'support/daily.store.ts catchUp': system,
  'support/reaching.store.ts searchOn': system,
}
