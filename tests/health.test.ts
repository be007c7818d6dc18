/** What whoever watches over the program is told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobWords } from '../src/access/state.words.ts'
import { openHouse, type House } from './setup/house.ts'
import { rooms } from './setup/matrix.ts'

describe('for whoever watches', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ rooms })
  })
  afterAll(() => house.close())

  test('the program lives, also without its database', async () => {
    const answer = await house.request('/health', { headers: { cookie: 'session=x' } })
    expect([answer.status, await answer.text()]).toEqual([200, '{"alive":true}'])
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('it is ready while its loops come round and the database has the newest form', async () => {
    const ask = async () => {
      const answer = await house.request('/ready')
      return [answer.status, await answer.text()]
    }
    const not = [503, '{"ready":false}']
    expect(await ask()).toEqual(not)
    house.ground.beats.set('audit-sealer', house.clock.now())
    expect(await ask()).toEqual([200, '{"ready":true}'])
    house.clock.set('2026-11-23T08:02:00Z')
    expect(await ask()).toEqual(not)
    house.ground.beats.set('audit-sealer', house.clock.now())
    await house.database.drop()
    expect(await ask()).toEqual(not)
  })
})

test('every job has a name that the administrator understands', () => {
  const names = rooms
    .flatMap((room) => [...(room.jobs ?? []), ...(room.upkeep ?? [])])
    .map(({ name }) => name)
  expect(names.length).toBeGreaterThan(5)
  for (const locale of ['et', 'en', 'ru'] as const)
    expect(names.filter((name) => !(name in jobWords(locale)))).toEqual([])
})
