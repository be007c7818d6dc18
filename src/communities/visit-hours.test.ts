import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { day } from '../platform/day.ts'
import { communitiesRoom } from './room.ts'
import { hoursOf } from './visit-hours.store.ts'
import { hoursText, readYear, sumOf } from './visit-hours.ts'
import { addVisit, holdVisit } from './visit.store.ts'

let house: House
let seeded: SeededCommunities
beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom] })
  seeded = await seedCommunities(house)
  const outcome = { peopleCount: null, outcome: 'Rääkisime.', nextStep: '', nextOn: null }
  const hold = (
    as: Parameters<House['act']>[0],
    communityId: string,
    onDay: string,
    quarters: number | null,
  ) =>
    house.act(as, async (act) => {
      const visit = { actionId: null, kind: 'visit', onDay: day(onDay), atTime: null, topic: 'Saun' } as const
      const id = await addVisit(act, communityId, visit)
      await holdVisit(act, { id, communityId }, outcome, quarters)
    })
  await hold('developer', seeded.mine.id, '2026-11-03', 7)
  await hold('lead', seeded.mine.id, '2026-11-10', 4)
  await hold('lead', seeded.mine.id, '2026-10-10', null)
  await hold('developer', seeded.others.id, '2026-01-01', 2)
  await hold('developer', seeded.others.id, '2025-12-31', 40)
  await hold(house.other.accounts.developer, seeded.foreign.id, '2026-11-03', 60)
  await house.act('developer', (act) =>
    addVisit(act, seeded.mine.id, {
      actionId: null,
      kind: 'visit',
      onDay: day('2026-11-30'),
      atTime: null,
      topic: 'Ees',
    }),
  )
})
afterAll(() => house.close())

type Asked = Parameters<House['request']>[1]
const get = async (path: string, asked?: Asked) => {
  const answer = await house.request(path, asked)
  return { status: answer.status, text: textOf(await answer.text()) }
}

describe('who must not see', () => {
  test('hours are for developers and the lead, of their own organisation', async () => {
    for (const path of ['/hours', '/hours.csv']) {
      for (const as of ['coordinator', 'host', 'supporter', 'participant', 'officer', 'admin'] as const) {
        expect((await get(path, { as })).status, `${as} ${path}`).toBe(404)
      }
    }
    expect(await house.act('host', (act) => hoursOf(act, 2026))).toEqual([])
    const all = await house.act('lead', (act) => hoursOf(act, 2026))
    expect(all.map(({ communityId }) => communityId)).not.toContain(seeded.foreign.id)
  })

  test('of people one sees nobody’s hours but one’s own', async () => {
    const own = async (as: 'developer' | 'lead') =>
      sumOf(await house.act(as, (act) => hoursOf(act, 2026))).own
    expect([await own('developer'), await own('lead')]).toEqual([9, 4])
    const { text } = await get('/hours', { as: 'lead' })
    expect(text).not.toContain('developer Esimene')
  })
})

test('hours are summed by month and community, and what nobody wrote down is said beside the sum', async () => {
  expect(sumOf(await house.act('developer', (act) => hoursOf(act, 2026)))).toEqual({
    held: 4,
    written: 3,
    quarters: 13,
    own: 9,
  })
  const { status, text } = await get('/hours?year=2026', { as: 'developer' })
  expect(status).toBe(200)
  expect(text).toMatch(/november 2026\s*2\s*2,75\s*1,75/)
  expect(text).toMatch(/oktoober 2026\s*1\s*–\s*0/)
  expect(text).toMatch(/Kuusiku külaselts\s*3\s*2,75\s*1,75/)
  expect(text).toMatch(/Kokku\s*4\s*3,25\s*2,25/)
  expect(text).toContain('Ühe külaskäigu tunnid on kirjutamata')
  expect((await get('/hours?year=2024', { as: 'developer' })).text).toContain(
    'ei ole ühtegi peetud külaskäiku',
  )
})

test('goes out as a file, by community and month', async () => {
  const answer = await house.request('/hours.csv?year=2026', { as: 'lead' })
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="tunnid-2026.csv"')
  const lines = (await answer.text()).trim().split(/\r?\n/)
  expect(lines).toContain('Kuusiku külaselts;2026-11;2;2;2,75;1')
  expect(lines).toContain('Kuusiku külaselts;2026-10;1;0;0;0')
  expect(lines).toHaveLength(4)
})

test('what is no year is said clearly', async () => {
  for (const year of ['26', 'x', '20260', '1999', '%00']) {
    expect((await get(`/hours?year=${year}`, { as: 'lead' })).status, year).toBe(400)
  }
  expect([readYear('2026'), readYear('2026-01')]).toEqual([2026, null])
  expect([hoursText('et', 7), hoursText('en', 7), hoursText('et', 8)]).toEqual(['1,75', '1.75', '2'])
})
