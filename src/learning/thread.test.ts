import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import type { Mobility, Observation } from './mobility.ts'
import type { Method, MethodVersion } from './method.ts'
import { endsShort, threadAround, threadOf, threadStages, type ThreadMembers } from './thread.ts'
import type { Adaptation, Result, Trial } from './trial.ts'

const on = day('2026-03-02')
const mobility = (id: string): Mobility => ({
  id,
  projectId: 'p',
  kind: 'job-shadowing',
  title: id,
  host: 'x',
  country: 'FI',
  town: '',
  startsOn: on,
  endsOn: on,
  travelDays: 0,
  purpose: '',
  state: 'complete',
})
const observation = (id: string, mobilityId: string, methodId: string | null): Observation => ({
  id,
  mobilityId,
  methodId,
  outcomeId: null,
  seenOn: on,
  seenAt: 'x',
  what: 'x',
  thought: '',
})
const method = (id: string, state: Method['state'] = 'piloting'): Method => ({
  id,
  card: null,
  origin: 'mobility',
  originNote: '',
  state,
})
const version = (id: string, methodId: string): MethodVersion => ({ id, methodId, number: 1, own: null })
const adaptation = (id: string, versionId: string): Adaptation => ({
  id,
  versionId,
  phase: 'before',
  planned: 'planned',
  what: ['content'],
  nature: ['adding'],
  fidelity: 'kept',
  description: 'x',
  reasons: '',
  decidedBy: '',
  onDay: on,
})
const trial = (
  id: string,
  versionId: string,
  adaptationId: string | null,
  state: Trial['state'] = 'ended',
): Trial => ({
  id,
  communityId: 'c',
  versionId,
  adaptationId,
  actionId: null,
  about: 'x',
  facilitatorId: null,
  startsOn: on,
  endsOn: on,
  state,
  eligible: null,
  reached: null,
  asked: null,
  tookPart: null,
  fidelity: 'unknown',
  happened: '',
  unwanted: '',
  hoursQuarters: null,
  costCents: null,
  followUpOn: null,
})
const result = (id: string, trialId: string): Result => ({
  id,
  trialId,
  communityId: 'c',
  kind: 'change',
  what: 'x',
  count: null,
  outOf: null,
  seenOn: on,
  howKnown: 'x',
})

/** Two journeys to one method that was adapted and tried twice; one thing seen came to nothing. */
const members: ThreadMembers = {
  mobilities: [mobility('turku'), mobility('oslo'), mobility('bergen')],
  observations: [
    observation('o1', 'turku', 'guild'),
    observation('o2', 'oslo', 'guild'),
    observation('o3', 'oslo', null),
  ],
  methods: [method('guild'), method('alone'), method('given-up', 'retired')],
  versions: [version('guild-1', 'guild'), version('alone-1', 'alone')],
  trainings: [{ id: 'evening', title: 'Avatud maja' }],
  taught: [{ trainingId: 'evening', versionId: 'guild-1' }],
  adaptations: [adaptation('shorter', 'guild-1')],
  trials: [
    trial('first', 'guild-1', null),
    trial('second', 'guild-1', 'shorter'),
    trial('third', 'guild-1', 'shorter', 'running'),
  ],
  results: [result('r1', 'second')],
}
const thread = threadOf(members)

describe('a thread', () => {
  test('leads from a journey to a result, and back', () => {
    expect(threadAround(thread, 'turku').ids).toEqual({
      mobility: ['turku'],
      observation: ['o1'],
      method: ['guild'],
      training: ['evening'],
      adaptation: ['shorter'],
      trial: ['first', 'second', 'third'],
      result: ['r1'],
    })
    expect(threadAround(thread, 'r1').ids).toEqual({
      mobility: ['turku', 'oslo'],
      observation: ['o1', 'o2'],
      method: ['guild'],
      training: [],
      adaptation: ['shorter'],
      trial: ['second'],
      result: ['r1'],
    })
  })

  test('says where it ended before it had a result', () => {
    expect(endsShort(thread, members)).toEqual({
      mobility: ['bergen'],
      observation: ['o3'],
      method: ['alone'],
      trial: ['first'],
    })
  })

  test('leaves out what whoever looks does not see, and everything that only it held', () => {
    const seen = threadOf({ ...members, methods: [] })
    expect(threadAround(seen, 'r1').ids).toMatchObject({ mobility: [], method: [], trial: ['second'] })
  })
})

const some = fc.integer({ min: 0, max: 3 })
const membersGiven = fc
  .record({
    observations: fc.array(fc.tuple(some, fc.option(some)), { maxLength: 6 }),
    trainings: fc.array(fc.tuple(some, some), { maxLength: 4 }),
    adaptations: fc.array(some, { maxLength: 4 }),
    trials: fc.array(fc.tuple(some, fc.boolean()), { maxLength: 6 }),
    results: fc.array(some, { maxLength: 6 }),
  })
  .map(({ observations, trainings, adaptations, trials, results }): ThreadMembers => {
    const four = [0, 1, 2, 3]
    const adapted = adaptations.map((at, i) => adaptation(`a${i}`, `v${at}`))
    const tried = trials.map(([at, isAdapted], i) =>
      trial(
        `t${i}`,
        `v${at}`,
        (isAdapted && adapted.find(({ versionId }) => versionId === `v${at}`)?.id) || null,
      ),
    )
    return {
      mobilities: four.map((i) => mobility(`j${i}`)),
      observations: observations.map(([at, of], i) =>
        observation(`o${i}`, `j${at}`, of === null ? null : `m${of}`),
      ),
      methods: four.map((i) => method(`m${i}`)),
      trainings: four.map((i) => ({ id: `l${i}`, title: 'x' })),
      taught: trainings.map(([at, of]) => ({ trainingId: `l${at}`, versionId: `v${of}` })),
      versions: four.map((i) => version(`v${i}`, `m${i}`)),
      adaptations: adapted,
      trials: tried,
      results: results.filter((at) => at < tried.length).map((at, i) => result(`r${i}`, `t${at}`)),
    }
  })

describe('of whatever was seen and tried', () => {
  test('whoever stands in the thread of one has that one in theirs', () => {
    fc.assert(
      fc.property(membersGiven, (given) => {
        const whole = threadOf(given)
        const all = threadStages.flatMap((stage) => whole.ids[stage])
        const around = new Map(
          all.map((id) => [id, new Set(Object.values(threadAround(whole, id).ids).flat())]),
        )
        for (const id of all)
          for (const other of around.get(id) ?? []) expect(around.get(other)?.has(id)).toBe(true)
      }),
    )
  })

  test('every result leads back to one trial and one method', () => {
    fc.assert(
      fc.property(membersGiven, (given) => {
        const whole = threadOf(given)
        for (const id of whole.ids.result) {
          const { ids } = threadAround(whole, id)
          expect([ids.trial.length, ids.method.length]).toEqual([1, 1])
        }
      }),
    )
  })

  test('the order of the lists changes nothing but the order', () => {
    fc.assert(
      fc.property(membersGiven, (given) => {
        const turned = Object.fromEntries(
          Object.entries(given).map(([name, list]) => [name, [...list].reverse()]),
        ) as unknown as ThreadMembers
        const sorted = (of: ThreadMembers) =>
          Object.values(threadAround(threadOf(of), 'm1').ids).map((ids) => [...ids].sort())
        expect(sorted(turned)).toEqual(sorted(given))
      }),
    )
  })
})
