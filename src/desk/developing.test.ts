import { expect, test } from 'vitest'
import type { Community } from '../communities/community.ts'
import type { Visit } from '../communities/visit.ts'
import { day, Temporal } from '../platform/day.ts'
import { visitDays, waitsOf } from './developing.ts'

const today = day('2026-11-24')
const community = (id: string, given: Partial<Community> = {}): Community => ({
  id,
  slug: id,
  name: id,
  kind: 'place',
  municipality: '0293',
  languages: ['et'],
  summary: '',
  contact: null,
  state: 'accepted',
  stateSince: today,
  published: false,
  trust: 'visitor',
  developerId: 'maret',
  changedAt: Temporal.Instant.from('2026-11-24T08:00:00Z'),
  ...given,
})
const visit = (communityId: string, days: number, given: Partial<Visit> = {}): Visit => ({
  id: `${communityId} ${days}`,
  communityId,
  actionId: null,
  kind: 'visit',
  state: 'planned',
  onDay: today.add({ days }),
  atTime: null,
  topic: '',
  peopleCount: null,
  outcome: '',
  nextStep: '',
  nextOn: null,
  ...given,
})
const action = (communityId: string, days: number, state: 'planned' | 'done' = 'planned') => ({
  id: `${communityId} ${days} ${state}`,
  communityId,
  goalId: 'g',
  title: '',
  who: null,
  byOn: today.add({ days }),
  costCents: null,
  state,
  evidence: '',
  milestone: false,
})
const all = {
  communities: [
    community('oma'),
    community('teise', { developerId: 'urmas' }),
    community('soovib', { state: 'asked', developerId: null }),
    community('urmas-räägib', { state: 'talk', developerId: 'urmas' }),
  ],
  visits: [
    visit('oma', visitDays + 1),
    visit('oma', visitDays),
    visit('oma', -3),
    visit('oma', -4, { state: 'held' }),
    visit('teise', 1),
  ],
  actions: [
    action('oma', -1),
    action('oma', -5),
    action('oma', 0),
    action('oma', -2, 'done'),
    action('teise', -1),
  ],
  trials: ['oma', 'teise'].map((communityId) => ({
    id: communityId,
    communityId,
    method: 'A-gildid',
    awaited: { for: 'report', since: today } as const,
  })),
  places: [],
  interviews: [],
  pulses: [],
  answers: new Map<string, number>(),
}

test('shows what is near, what nobody has written about and what is past its day, of one’s own communities', () => {
  const waits = waitsOf(all, { today, mine: 'maret', me: 'maret' })
  expect(waits.visits.map(({ id }) => id)).toEqual(['oma -3', `oma ${visitDays}`])
  expect(waits.trials.map(({ id }) => id)).toEqual(['oma'])
  expect(waits.actions.map(({ id }) => id)).toEqual(['oma -5 planned', 'oma -1 planned'])
})

test('a request that nobody has taken up is everybody’s, a talk is whose it is', () => {
  expect(waitsOf(all, { today, mine: 'maret', me: 'maret' }).requests.map(({ id }) => id)).toEqual(['soovib'])
  expect(waitsOf(all, { today, mine: 'urmas', me: 'urmas' }).requests.map(({ id }) => id)).toEqual([
    'soovib',
    'urmas-räägib',
  ])
})

test('without a name shows those of all', () => {
  const waits = waitsOf(all, { today, mine: null, me: 'anneli' })
  expect(waits.visits).toHaveLength(3)
  expect(waits.actions).toHaveLength(3)
  expect(waits.requests).toHaveLength(2)
})

const interview = (id: string, scorers: readonly (readonly [account: string, finished: boolean])[]) => ({
  id,
  communityId: 'oma',
  roundId: 'r',
  number: 1,
  onDay: today,
  part: 'külavanem',
  withdrawnOn: null,
  scorers: scorers.map(([accountId, finished], place) => ({
    id: `${id} ${accountId}`,
    interviewId: id,
    accountId,
    place: place === 0 ? (1 as const) : (2 as const),
    finished,
  })),
  combined: {},
})

test('an interview that waits for a second scorer is everybody’s who has not scored it, in whosever community', () => {
  const interviews = [
    interview('ootab', [['maret', true]]),
    interview('pooleli', [
      ['maret', true],
      ['urmas', false],
    ]),
    interview('valmis', [
      ['maret', true],
      ['urmas', true],
    ]),
    interview('alustamata', []),
    { ...interview('väljas', [['maret', true]]), withdrawnOn: today },
  ]
  const of = (me: string) =>
    waitsOf({ ...all, interviews }, { today, mine: me, me }).scoring.map(({ id }) => id)
  expect(of('maret')).toEqual([])
  expect(of('urmas')).toEqual(['ootab', 'pooleli'])
  expect(of('anneli')).toEqual(['ootab'])
})

const pulse = (id: string, untilDays: number, communityId = 'oma') => ({
  id,
  communityId,
  moment: 'before' as const,
  label: '',
  about: '',
  version: 1,
  opensOn: today.subtract({ days: 30 }),
  untilOn: today.add({ days: untilDays }),
  expected: null,
  codeHash: Buffer.alloc(0),
  closedOn: null,
  answers: null,
})

test('a pulse that is over waits where fewer than five have answered, in one’s own communities', () => {
  const pulses = [pulse('vähe', -1), pulse('viis', -1), pulse('lahti', 0), pulse('võõras', -1, 'teise')]
  const answers = new Map([
    ['vähe', 4],
    ['viis', 5],
    ['lahti', 1],
    ['võõras', 0],
  ])
  const waits = waitsOf({ ...all, pulses, answers }, { today, mine: 'maret', me: 'maret' })
  expect(waits.pulses.map(({ id, count }) => [id, count])).toEqual([['vähe', 4]])
})
