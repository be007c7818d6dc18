import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { checkinsOf } from './checkin.store.ts'
import { catchUp } from './daily.store.ts'
import { supportRoom } from './room.ts'
import { supportContent } from './support.content.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ rooms: [supportRoom] })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-23T08:00:00Z'))

const go = (code: string, form?: Record<string, string>, query = '') =>
  house.request(`/people/${code}/checkin${query}`, { as: 'coordinator', form })
const given = async (personId: string) =>
  (await house.act('coordinator', (act) => checkinsOf(act, personId)))
    .filter(({ answer }) => answer !== null)
    .map(({ dueOn, state, answer }) => `${dueOn} ${state} ${answer?.way} ${answer?.answers.wellbeing}`)
const tasks = async (personId: string) =>
  (await house.act('coordinator', (act) => listOpenTasks(act, { personId }))).map(({ kind }) => kind)

async function laterOn(date: string) {
  house.clock.set(`${date}T08:00:00Z`)
  await house.act('system', (act) => catchUp(act, supportContent().pathways))
}

test('the same questions are asked on the telephone, and the answer ends the silence', async () => {
  const { code, id } = await putOneOnPath(house, { leftOn: '2026-10-26', firstContactOn: '2026-12-20' })
  await laterOn('2026-12-02')
  expect(await tasks(id)).toContain('silence')
  const page = await (await go(code)).text()
  expect(page).toContain('Kuidas sul läheb?')
  expect(page).toContain('Mida saad pakkuda')
  expect((await go(code, { due: '2026-11-30', wellbeing: '6' })).status).toBe(303)
  expect(await given(id)).toEqual(['2026-11-30 answered telephone 6'])
  expect(await tasks(id)).toEqual([])
})

test('every check-in that went by can be chosen and filled in, however late', async () => {
  const { code, id } = await putOneOnPath(house, { leftOn: '2026-10-26' })
  await laterOn('2026-12-10')
  const page = await (await go(code)).text()
  for (const due of ['2026-11-23', '2026-11-30', '2026-12-07']) {
    expect(page).toContain(`/people/${code}/checkin?due=${due}`)
  }
  await go(code, { due: '2026-11-23', wellbeing: '4' })
  expect(await given(id)).toEqual(['2026-11-23 late telephone 4'])
})

test('of many that went by the newest are offered, and all of them one link further', async () => {
  const { code } = await putOneOnPath(house, { leftOn: '2026-10-26' })
  await laterOn('2027-02-15')
  const offered = (page: string) => page.match(/checkin\?due=/g)?.length
  const page = await (await go(code)).text()
  expect(offered(page)).toBe(6)
  expect(page).not.toContain('due=2026-11-23')
  const all = await (await go(code, undefined, '?all')).text()
  expect(offered(all)).toBe(13)
  expect(all).toContain('due=2026-11-23')
  expect(await (await go(code, undefined, '?due=2026-11-23')).text()).toContain('due=2026-11-23')
})

test('the longer questions come with the longer check-in, after what is read out first', async () => {
  const { code } = await putOneOnPath(house, { leftOn: '2026-10-19' })
  const page = await (await go(code)).text()
  const beforehand = page.indexOf('Loe ette enne kahte järgmist küsimust')
  expect(beforehand).toBeGreaterThan(0)
  expect(page.indexOf('name="use"')).toBeGreaterThan(beforehand)
})

describe('what was typed is kept', () => {
  test('where an answer cannot be read', async () => {
    const { code, id } = await putOneOnPath(house, { leftOn: '2026-10-19' })
    const form = { due: '2026-11-23', wellbeing: '12', words: 'Tema sõnad', housing: 'temporary' }
    const answer = await go(code, form)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Vali number 0–10')
    expect(page).toContain('Tema sõnad')
    expect(page).toMatch(/value="temporary" checked/)
    expect(await given(id)).toEqual([])
  })

  test('where somebody else filled it in meanwhile', async () => {
    const { code, id } = await putOneOnPath(house, { leftOn: '2026-10-19' })
    await go(code, { due: '2026-11-23', wellbeing: '5' })
    const answer = await go(code, { due: '2026-11-23', wellbeing: '7', work: 'studying' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Seda märguannet ei saa enam täita')
    expect(page).toMatch(/value="studying" checked/)
    expect(await given(id)).toEqual(['2026-11-23 answered telephone 5'])
  })
})

test('nothing is taken down from somebody who has not said yes', async () => {
  const { code } = await putOneOnPath(house, { leftOn: '2026-10-19', agreed: false })
  expect((await go(code)).status).toBe(404)
  expect((await go(code, { wellbeing: '5' })).status).toBe(404)
})
