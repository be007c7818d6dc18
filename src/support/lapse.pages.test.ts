import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import { lapsesOf } from './lapse.store.ts'
import { supportRoom } from './room.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ rooms: [supportRoom] })
})
afterAll(() => house.close())

const go = (path: string, form?: Record<string, string>) => house.request(path, { as: 'coordinator', form })
const lapses = async (personId: string) =>
  (await house.act('coordinator', (act) => lapsesOf(act, personId))).map(
    ({ happenedOn, toldOn, toldBy, note }) => `${happenedOn} ${toldOn} ${toldBy} ${note}`,
  )
const on = (name: string, day: string, month: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: '2026',
})

describe('a lapse', () => {
  test('is written down beside what helps to talk about it, and ends nothing', async () => {
    const { code, id } = await putOneOnPath(house)
    const page = await (await go(`/people/${code}/lapse`)).text()
    expect(page).toContain('Libastumine ei lõpeta jätkutuge')
    expect(page).toContain('endine kogus võib olla eluohtlik')
    expect(page).toContain('Mida saad pakkuda')
    const form = {
      ...on('happened', '20', '11'),
      ...on('told', '22', '11'),
      toldBy: 'person',
      note: 'Sünnipäeval.',
    }
    const answer = await go(`/people/${code}/lapse`, form)
    expect(answer.headers.get('location')).toBe(`/people/${code}`)
    expect(await lapses(id)).toEqual(['2026-11-20 2026-11-22 person Sünnipäeval.'])
  })

  test('cannot be told before it was, and nothing typed is lost over it', async () => {
    const { code, id } = await putOneOnPath(house)
    const form = {
      ...on('happened', '20', '11'),
      ...on('told', '19', '11'),
      toldBy: 'other',
      note: 'Naaber rääkis',
    }
    const answer = await go(`/people/${code}/lapse`, form)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('See päev on varasem kui libastumine ise')
    expect(page).toContain('Naaber rääkis')
    expect(page).toMatch(/value="other" checked/)
    expect(page).toMatch(/name="told-day" value="19"/)
    expect(await lapses(id)).toEqual([])
  })

  test('is corrected by a new record', async () => {
    const { code, id } = await putOneOnPath(house)
    await go(`/people/${code}/lapse`, { ...on('happened', '20', '11'), toldBy: 'person', note: 'Vale päev' })
    const [lapse] = await house.act('coordinator', (act) => lapsesOf(act, id))
    const path = `/people/${code}/lapse/${lapse?.id}/correct`
    expect(await (await go(path)).text()).toContain('Vale päev')
    await go(path, {
      ...on('happened', '18', '11'),
      ...on('told', '20', '11'),
      toldBy: 'person',
      note: 'Õige päev',
    })
    expect(await lapses(id)).toEqual(['2026-11-18 2026-11-20 person Õige päev'])
    expect((await go(path)).status).toBe(404)
  })

  test('is not for a supporter to read or write', async () => {
    const { code } = await putOneOnPath(house)
    expect((await house.request(`/people/${code}/lapse`, { as: 'supporter' })).status).toBe(404)
  })
})
