import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { day } from '../platform/day.ts'
import { locales } from '../platform/words.ts'
import { methodCards } from './method.content.ts'
import { methodsOf, stepsOf } from './method.store.ts'
import { addMobility, addObservation, addProject } from './mobility.store.ts'
import { learningRoom } from './room.ts'

let house: House
let seen: string
beforeAll(async () => {
  house = await openHouse({ rooms: [learningRoom] })
  seen = await house.act('mobility_lead', async (act) => {
    const project = await addProject(act, {
      title: 'Naabrite juures',
      number: '',
      callYear: null,
      funder: '',
      startsOn: day('2026-01-05'),
      endsOn: day('2026-12-31'),
      summary: '',
    })
    const mobility = await addMobility(act, project, {
      kind: 'job-shadowing',
      title: 'Turu nädal',
      host: 'A-kilta',
      country: 'FI',
      town: 'Turu',
      startsOn: day('2026-03-02'),
      endsOn: day('2026-03-06'),
      travelDays: 2,
      purpose: '',
    })
    return addObservation(act, mobility, {
      seenOn: day('2026-03-03'),
      seenAt: 'A-kilta',
      what: 'Ruum on iga päev lahti.',
      thought: '',
    })
  })
})
afterAll(() => house.close())

const text = async (path: string, as?: Parameters<House['request']>[1]) =>
  (await house.request(path, as)).text()

describe('the library', () => {
  test('is for everybody, in five languages, with a card for each method', async () => {
    for (const lang of locales) {
      const list = await text(`/methods?lang=${lang}`)
      for (const card of methodCards()) expect(list).toContain(`/methods/${card.key}`)
      const one = await text(`/methods/fi-akilta?lang=${lang}`)
      expect(one).toContain(`<html lang="${lang}"`)
      const words = methodCards().find(({ key }) => key === 'fi-akilta')?.words[lang]
      for (const said of [words?.name, ...(words?.steps ?? []), ...(words?.core ?? [])])
        expect(one).toContain(said)
    }
  })

  test('says nothing of what becomes of a method here to those whose work it is not', async () => {
    for (const as of [undefined, 'participant', 'supporter', 'officer', 'host'] as const) {
      const page = await text('/methods/fi-akilta', as && { as })
      expect(page).not.toContain('Meie juures')
      expect(page).not.toContain('Ruum on iga päev lahti.')
    }
  })

  test('answers an unknown card as a page that is not there', async () => {
    expect((await house.request('/methods/fi-nothing')).status).toBe(404)
    expect((await house.request('/methods/fi-nothing/step', { as: 'developer', form: {} })).status).toBe(404)
  })

  test('takes a choice that does not exist for none', async () => {
    expect(await text('/methods?country=XX&evidence=best')).toContain('/methods/fi-akilta')
  })
})

describe('a method here', () => {
  const takeUp = (form: Record<string, string | string[]>) =>
    house.request('/methods/fi-akilta/take-up', { as: 'developer', form })

  test('is not taken up without an origin and a reason; what was typed stays', async () => {
    const answer = await takeUp({ origin: 'mobility', why: 'Sobib meile.' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Märgi vähemalt üks õpirändel tehtud vaatlus')
    expect(page).toContain('Sobib meile.')
    expect((await takeUp({ origin: 'other', originNote: '', why: '' })).status).toBe(422)
    expect((await takeUp({ origin: 'mobility', observations: ['x'], why: 'Sobib meile.' })).status).toBe(422)
    expect(await house.act('developer', methodsOf)).toEqual([])
  })

  test('an observation of an expert’s visit is none of a journey: the origin has to fit', async () => {
    const answer = await takeUp({ origin: 'expert', observations: [seen], why: 'Sobib meile.' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Sobib meile.')
    expect(await house.act('developer', methodsOf)).toEqual([])
  })

  test('is taken up from what was seen, once, and moved on with a reason', async () => {
    const taken = { origin: 'mobility', observations: [seen], why: 'Sobib meile.' }
    expect((await takeUp(taken)).status).toBe(303)
    expect((await takeUp({ ...taken, origin: 'other', originNote: 'Mujalt' })).status).toBe(303)
    const [method] = await house.act('developer', methodsOf)
    expect(method).toMatchObject({ card: 'fi-akilta', state: 'candidate', origin: 'mobility' })

    house.clock.set('2026-11-24T08:00:00Z')
    const step = (form: Record<string, string>) =>
      house.request('/methods/fi-akilta/step', { as: 'developer', form })
    expect((await step({ from: 'candidate', to: 'in-use', why: 'Kohe.' })).status).toBe(422)
    expect((await step({ from: 'candidate', to: 'fit', why: '' })).status).toBe(422)
    expect((await step({ from: 'candidate', to: 'fit', why: 'Maja on olemas.' })).status).toBe(303)
    // A page that was opened before the last step.
    expect((await step({ from: 'candidate', to: 'retired', why: 'Vana leht.' })).status).toBe(303)
    const steps = await house.act('coordinator', (act) => stepsOf(act, method?.id ?? ''))
    expect(steps.map(({ state, why }) => [state, why])).toEqual([
      ['candidate', 'Sobib meile.'],
      ['fit', 'Maja on olemas.'],
    ])
    const page = await text('/methods/fi-akilta', { as: 'coordinator' })
    expect(page).toContain('Maja on olemas.')
    expect(page).not.toContain('/methods/fi-akilta/step')
    expect(await text('/methods', { as: 'developer' })).toContain('Sobivus vaadatud')
  })
})
