import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedCommunities } from '../../tests/setup/communities.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { communitiesRoom } from '../communities/room.ts'
import { day } from '../platform/day.ts'
import { readSpreadsheet } from '../platform/spreadsheet.ts'
import { addMobility, addObservation, addProject } from './mobility.store.ts'
import { takeUpMethod, versionsOf } from './method.store.ts'
import { learningRoom } from './room.ts'
import { addResult, addTrial, reportTrial } from './trial.store.ts'

let house: House
let projectId: string

beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom, learningRoom] })
  house.clock.set('2026-11-23T08:00:00Z')
  const seeded = await seedCommunities(house)
  const { project, observationId } = await house.act('mobility_lead', async (act) => {
    const add = async (title: string) => {
      const project = await addProject(act, {
        title,
        number: '',
        callYear: 2026,
        funder: '',
        startsOn: day('2026-01-05'),
        endsOn: day('2026-12-31'),
        summary: '',
      })
      const mobility = await addMobility(act, project, {
        kind: 'job-shadowing',
        title: `${title}: nädal`,
        host: '=1+1',
        country: 'FI',
        town: 'Turu',
        startsOn: day('2026-03-02'),
        endsOn: day('2026-03-06'),
        travelDays: 2,
        purpose: '',
      })
      const seen = { seenOn: day('2026-03-03'), seenAt: 'A-kilta', thought: '' }
      const observationId = await addObservation(act, mobility, { ...seen, what: `${title}: võti ringis.` })
      return { project, observationId }
    }
    await add('Teine')
    return add('Naabrid')
  })
  projectId = project
  await house.act('developer', async (act) => {
    await takeUpMethod(act, {
      from: { card: 'fi-akilta', number: 1 },
      origin: 'mobility',
      originNote: '',
      observationIds: [observationId],
      why: 'Sobib meile.',
    })
    const [version] = await versionsOf(act)
    const id = await addTrial(
      act,
      { communityId: seeded.mine.id, about: 'Kuusiku külaselts' },
      {
        versionId: version?.id ?? '',
        adaptationId: null,
        actionId: null,
        facilitatorId: act.actor.accountId,
        startsOn: day('2026-10-01'),
        followUpOn: null,
      },
    )
    const trial = { id, communityId: seeded.mine.id }
    await reportTrial(act, trial, {
      adaptationId: null,
      state: 'running',
      startsOn: day('2026-10-01'),
      endsOn: null,
      eligible: null,
      reached: 0,
      asked: 3,
      tookPart: 2,
      fidelity: 'unknown',
      happened: '',
      unwanted: '',
      hoursQuarters: 50,
      costCents: 1250,
      followUpOn: null,
    })
    await addResult(act, trial, {
      kind: 'change',
      what: 'Võtmehoidjaid on neli.',
      count: 4,
      outOf: null,
      seenOn: day('2026-11-01'),
      howKnown: 'Võtmeraamatust',
    })
  })
})
afterAll(() => house.close())

const file = (as: NonNullable<Parameters<House['request']>[1]>['as']) =>
  house.request(`/projects/${projectId}/export.xlsx`, { as })

test('a project is taken along by whoever coordinates mobilities and the head, and by nobody else', async () => {
  const { accounts } = house.other
  for (const as of [
    'developer',
    'coordinator',
    'supporter',
    'host',
    'admin',
    accounts.mobility_lead,
  ] as const)
    expect((await file(as)).status).toBe(404)
  expect((await file('lead')).status).toBe(200)
})

test('it is a file with what hangs together with the project: what is not known is empty, nothing is a formula', async () => {
  const answer = await file('mobility_lead')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="opiranded-2026-11-23.xlsx"')
  const read = await readSpreadsheet(new Uint8Array(await answer.arrayBuffer()), 'x.xlsx')
  if (read.kind !== 'spreadsheet') throw new Error('it does not open')
  const sheets = read.sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map(({ cells }) =>
      cells.map((cell) =>
        cell === null
          ? null
          : cell.kind === 'number'
            ? cell.number
            : cell.kind === 'day'
              ? String(cell.day)
              : cell.text,
      ),
    ),
  }))
  expect(sheets.map(({ name }) => name)).toEqual(['Õpiränded', 'Mida me nägime', 'Katsed', 'Mis sellest sai'])
  const [mobilities, seen, trials, results] = sheets.map(({ rows }) => rows.slice(1))
  expect(mobilities).toEqual([
    ['Naabrid: nädal', 'Töövari', '=1+1', 'Soome', 'Turu', '2026-03-02', '2026-03-06', 5, 2, 'Pooleli'],
  ])
  expect(seen).toEqual([
    ['Naabrid: nädal', '2026-03-03', 'A-kilta', 'Naabrid: võti ringis.', null, 'A-kildad'],
  ])
  expect(trials).toEqual([
    ['A-kildad', null, 'Kuusiku külaselts', '2026-10-01', null, 'käib', null, 0, 3, 2, null, 12.5, 12.5, 1],
  ])
  expect(results).toEqual([
    [
      'A-kildad',
      'Kuusiku külaselts',
      '2026-10-01',
      '2026-11-01',
      'muutus',
      'Võtmehoidjaid on neli.',
      4,
      null,
      'Võtmeraamatust',
    ],
  ])
})
