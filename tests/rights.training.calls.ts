/** One call of every store function of trainings, for the rights matrix. */
import { listCommunities } from '../src/communities/community.store.ts'
import { attendanceCode } from '../src/learning/attendance.code.ts'
import { attend, closeSessions, noteAttendance, sessionByCode } from '../src/learning/attendance.store.ts'
import { askLater } from '../src/learning/evaluation.ask.store.ts'
import { askedOf, countedOf, giveEvaluation, waitingForAnswer } from '../src/learning/evaluation.store.ts'
import { linkSession, sessionsForOf } from '../src/learning/session-for.store.ts'
import {
  addSession,
  addTraining,
  cancelSession,
  changeTraining,
  ownSignup,
  seatsOf,
  sessionsOf,
  signUp,
  signupsOf,
  taughtIn,
  trainingsOf,
  withdraw,
} from '../src/learning/training.store.ts'
import { ownSessions, tellOfTraining } from '../src/learning/training.news.store.ts'
import type { NewSession, NewTraining, Training, TrainingSession } from '../src/learning/training.ts'
import type { Acting } from '../src/platform/actor.ts'
import { day, Temporal } from '../src/platform/day.ts'
import { mailboxesOf } from './rights.calls.ts'
import type { HouseCall } from './setup/calls.ts'

const training: NewTraining = {
  title: 'Piirid',
  forWhom: 'communities',
  programme: 'Mida lubada ja mida mitte.',
  materials: '',
  versionIds: [],
}
const session: NewSession = {
  onDay: day('2026-12-14'),
  fromTime: '10:00',
  untilTime: '13:00',
  place: 'Kuusiku külamaja',
  seats: 7,
}

/** Of the session that everybody has signed up for. */
const thatEvening = Temporal.Instant.from('2026-11-24T18:00:00Z')

const withTraining = (work: (act: Acting, training: Training) => Promise<unknown>): HouseCall => ({
  async own(act) {
    const [one] = await trainingsOf(act)
    return one && work(act, one)
  },
})
const withSession = (work: (act: Acting, session: TrainingSession) => Promise<unknown>): HouseCall => ({
  async own(act) {
    const [one] = await sessionsOf(act)
    return one && work(act, one)
  },
})

/** Once it is held and everybody was there. */
const afterwards = (work: (act: Acting, session: TrainingSession) => Promise<unknown>): HouseCall => ({
  ...withSession(work),
  async before(act) {
    const [one] = await sessionsOf(act)
    if (!one) return
    const signups = await signupsOf(act, one.id)
    await noteAttendance(act, one, new Map(signups.map(({ id }) => [id, true])))
  },
})

export const trainingCalls: Record<string, HouseCall> = {
  'learning/training.store.ts trainingsOf': { own: (act) => trainingsOf(act) },
  'learning/training.store.ts taughtIn': withTraining((act, { id }) => taughtIn(act, id)),
  'learning/training.store.ts addTraining': { own: (act) => addTraining(act, training) },
  'learning/training.store.ts changeTraining': withTraining((act, { id }) =>
    changeTraining(act, id, training),
  ),
  'learning/training.store.ts sessionsOf': { own: (act) => sessionsOf(act) },
  'learning/training.store.ts addSession': withTraining((act, { id }) => addSession(act, id, session)),
  'learning/training.store.ts cancelSession': withSession((act, { id }) => cancelSession(act, id)),
  'learning/training.store.ts signupsOf': withSession((act, { id }) => signupsOf(act, id)),
  'learning/training.store.ts ownSignup': withSession((act, one) => ownSignup(act, one)),
  'learning/training.store.ts seatsOf': { own: async (act) => seatsOf(act, await sessionsOf(act)) },
  'learning/training.store.ts signUp': withSession((act, one) => signUp(act, one)),
  'learning/session-for.store.ts sessionsForOf': { own: (act) => sessionsForOf(act) },
  'learning/session-for.store.ts linkSession': withSession(async (act, { id }) => {
    const [community] = await listCommunities(act)
    return community && linkSession(act, id, { communityId: community.id, actionId: null, placeId: null })
  }),
  'learning/training.store.ts withdraw': withSession(
    // Also where nobody moves up.
    async (act, one) => (await withdraw(act, one)) !== null,
  ),
  'learning/attendance.store.ts noteAttendance': withSession((act, one) =>
    noteAttendance(act, one, new Map()),
  ),
  'learning/attendance.store.ts sessionByCode': withSession((act, one) =>
    sessionByCode(act, attendanceCode(act.keys, one)),
  ),
  'learning/attendance.store.ts attend': withSession((act, one) =>
    attend({ ...act, now: thatEvening }, attendanceCode(act.keys, one)),
  ),
  'learning/attendance.store.ts closeSessions': {
    async before(act) {
      const [one] = await sessionsOf(act)
      if (one) await attend({ ...act, now: thatEvening }, attendanceCode(act.keys, one))
    },
    own: (act) => closeSessions({ ...act, now: thatEvening, today: day('2026-11-24') }),
  },
  'learning/training.news.store.ts tellOfTraining': {
    async own(act, { organisation }) {
      const [session] = await sessionsOf(act)
      if (!session) return 0
      const news = { what: 'cancelled', session, accountIds: [organisation.accounts.host.id] } as const
      return tellOfTraining(act, news, { mailboxes: mailboxesOf(organisation), url: 'http://localhost:3000' })
    },
  },
  'learning/training.news.store.ts ownSessions': { own: (act) => ownSessions(act, act.today) },
  'learning/evaluation.store.ts askedOf': afterwards((act, one) => askedOf(act, one)),
  'learning/evaluation.store.ts giveEvaluation': afterwards((act, one) =>
    giveEvaluation(act, one, { confidence: 7, useful: 4, used: null, methods: [] }),
  ),
  'learning/evaluation.store.ts waitingForAnswer': afterwards((act) => waitingForAnswer(act)),
  'learning/evaluation.ask.store.ts askLater': {
    ...afterwards(() => Promise.resolve()),
    own: (act, { organisation }) =>
      askLater(
        { ...act, today: act.today.add({ days: 100 }) },
        { mailboxes: mailboxesOf(organisation), url: 'http://localhost:3000' },
      ),
  },
  'learning/evaluation.store.ts countedOf': afterwards((act, one) => countedOf(act, one)),
}
