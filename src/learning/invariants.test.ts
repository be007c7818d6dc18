/** What must hold of the thread, also where somebody writes by raw SQL: no result without a trial, no trial without a version of a method, no method without an origin. */
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addAccepted } from '../../tests/setup/communities.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { day } from '../platform/day.ts'
import { addMobility, addObservation, addProject, observationsOf } from './mobility.store.ts'
import type { MobilityKind } from './mobility.ts'
import { methodsOf, takeUpMethod, versionsOf, type TakenUp } from './method.store.ts'
import { addResult, addTrial, resultsOf, trialsOf, withdrawResult } from './trial.store.ts'

let house: House
let owner: pg.Client
let community: { id: string }
let journeys: Record<'job-shadowing' | 'expert', { id: string; seen: string }>

beforeAll(async () => {
  house = await openHouse()
  owner = new pg.Client(house.database.connection)
  await owner.connect()
  community = await addAccepted(house, house.organisation, 'Kuusiku külaselts')
  journeys = await house.act('mobility_lead', async (act) => {
    const project = await addProject(act, {
      title: 'Naabrite juures',
      number: '',
      callYear: 2026,
      funder: '',
      startsOn: day('2026-01-05'),
      endsOn: day('2026-12-31'),
      summary: '',
    })
    const journey = async (kind: MobilityKind) => {
      const id = await addMobility(act, project, {
        kind,
        title: 'Turu nädal',
        host: 'A-kilta',
        country: 'FI',
        town: 'Turu',
        startsOn: day('2026-03-02'),
        endsOn: day('2026-03-06'),
        travelDays: 2,
        purpose: '',
      })
      const seen = await addObservation(act, id, {
        seenOn: day('2026-03-03'),
        seenAt: 'A-kilta',
        what: 'Ruum on iga päev lahti.',
        thought: '',
      })
      return { id, seen }
    }
    return { 'job-shadowing': await journey('job-shadowing'), expert: await journey('expert') }
  })
})
beforeEach(async () => {
  await owner.query('delete from learning.trial')
  await owner.query('update learning.observation set method_id = null; delete from learning.method')
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

const takeUp = (given: Partial<TakenUp> = {}) =>
  house.act('developer', (act) =>
    takeUpMethod(act, {
      from: { card: 'fi-akilta', number: 1 },
      origin: 'mobility',
      originNote: '',
      observationIds: [journeys['job-shadowing'].seen],
      why: 'Sobib meile.',
      ...given,
    }),
  )

describe('a method', () => {
  test('is taken up from what was seen on a journey, once', async () => {
    const id = await takeUp()
    const seen = await house.act('coordinator', (act) => observationsOf(act, { methodId: id ?? '' }))
    expect(seen.map((one) => one.id)).toEqual([journeys['job-shadowing'].seen])
    expect(await takeUp()).toBeNull()
  })

  test.each([
    ['a journey of which nothing was seen', { observationIds: [] }],
    ['a journey, where it was an expert who came', { observationIds: [] as string[], visit: 'expert' }],
    ['an expert, where it was a journey', { origin: 'expert' as const }],
    ['somewhere else that is not named', { origin: 'other' as const, originNote: ' ', observationIds: [] }],
  ])('is refused with %s', async (_, { visit, ...given }: Partial<TakenUp> & { visit?: string }) => {
    const observationIds = visit ? [journeys.expert.seen] : given.observationIds
    await expect(takeUp({ ...given, ...(observationIds && { observationIds }) })).rejects.toMatchObject({
      code: '23514',
    })
    expect(await house.act('developer', methodsOf)).toEqual([])
  })

  test.each([
    ['its observation is erased', 'delete from learning.observation where method_id is not null'],
    ['its observation is given to nobody', 'update learning.observation set method_id = null'],
    ['its journey becomes an expert’s visit', `update learning.mobility set kind = 'expert'`],
    ['its origin becomes an expert', `update learning.method set origin = 'expert'`],
    [
      'it is written without one',
      `insert into learning.method (id, organisation_id, origin, state, made_at)
        select gen_random_uuid(), organisation_id, 'mobility', 'candidate', now() from learning.method`,
    ],
  ])('keeps where it is from when, by raw SQL, %s', async (_, statement) => {
    await takeUp()
    await expect(owner.query(statement)).rejects.toMatchObject({ code: '23514' })
  })
})

async function tried() {
  await takeUp()
  return house.act('developer', async (act) => {
    const [version] = await versionsOf(act)
    if (!version) throw new Error('no version was made')
    await addTrial(
      act,
      { communityId: community.id, about: 'Kuusiku külaselts' },
      {
        versionId: version.id,
        adaptationId: null,
        actionId: null,
        facilitatorId: null,
        startsOn: day('2026-10-01'),
        followUpOn: null,
      },
    )
    const [trial] = await trialsOf(act)
    if (!trial) throw new Error('no trial was planned')
    return trial
  })
}

const saying = {
  kind: 'change',
  what: 'Käiakse üksteisel külas.',
  count: null,
  outOf: null,
  howKnown: 'Kuulsime vestlusringis.',
} as const

describe('a result', () => {
  test('hangs on its trial, and is not from before it', async () => {
    const trial = await tried()
    const add = (seenOn: string) =>
      house.act('developer', (act) => addResult(act, trial, { ...saying, seenOn: day(seenOn) }))
    await expect(add('2026-09-30')).rejects.toMatchObject({ code: '23514' })
    await add('2026-10-01')
    await expect(owner.query(`update learning.trial set starts_on = '2026-10-02'`)).rejects.toMatchObject({
      code: '23514',
    })
  })

  test.each([
    ['a result without its trial', `update learning.result set trial_id = gen_random_uuid()`],
    ['a result of no trial', `update learning.result set trial_id = null`],
    ['a trial without its version', `update learning.trial set version_id = gen_random_uuid()`],
    ['a trial of no version', `update learning.trial set version_id = null`],
    ['a version without its trials', `delete from learning.method_version`],
  ])('and a trial cannot be torn from their thread by raw SQL: %s', async (_, statement) => {
    const trial = await tried()
    await house.act('developer', (act) => addResult(act, trial, { ...saying, seenOn: day('2026-11-01') }))
    await expect(owner.query(statement)).rejects.toMatchObject({
      code: expect.stringMatching(/^(23503|23502)$/),
    })
  })

  test('that was taken back stays so, also by raw SQL, and no longer holds its trial', async () => {
    const trial = await tried()
    await house.act('developer', async (act) => {
      await addResult(act, trial, { ...saying, seenOn: day('2026-11-01') })
      const [one] = await resultsOf(act)
      if (one) await withdrawResult(act, one, 'Loendasime kaks korda.')
      expect(await resultsOf(act)).toEqual([])
    })
    for (const set of [`withdrawn_on = null, withdrawn_why = ''`, `withdrawn_why = 'muu'`, `what = 'muu'`])
      await expect(owner.query(`update learning.result set ${set}`), set).rejects.toMatchObject({
        code: '23514',
      })
    await owner.query(`update learning.trial set starts_on = '2026-11-02'`)
  })
})
