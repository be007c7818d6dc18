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
    expect(page).toContain('Märgi vähemalt üks õpirändel tehtud tähelepanek')
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

describe('a method of the house’s own', () => {
  const written = {
    name: 'Ühine supiõhtu',
    purpose: 'Et esimene kohtumine ei oleks vestlus, vaid töö.',
    targetGroup: 'Küla ja need, kes sinna tulevad',
    steps: 'Lõigutakse koos.\n\nSüüakse koos.\n',
    core: 'Kõik teevad süüa.',
    evidenceLevel: 'experience',
    abstinenceKind: 'premises',
    origin: 'other',
    originNote: 'Tegime ise.',
    why: 'Kolm korda on õnnestunud.',
  }
  const write = (form: Record<string, string>, as: 'developer' | 'coordinator' = 'developer') =>
    house.request('/methods/new', { as, form })

  test.each([
    ['name', ''],
    ['steps', 'Lõigutakse koos.'],
    ['core', ' '],
    ['evidenceLevel', 'best'],
    ['abstinenceKind', ''],
    ['originNote', ''],
    ['why', ''],
  ])('is not taken without %s; what was typed stays', async (field, value) => {
    const answer = await write({ ...written, [field]: value })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Et esimene kohtumine ei oleks vestlus, vaid töö.')
  })

  test('is written down, found, moved on like any other, and seen by the house alone', async () => {
    expect((await write(written, 'coordinator')).status).toBe(404)
    const answer = await write(written)
    expect(answer.status).toBe(303)
    const path = answer.headers.get('location') ?? ''
    expect(path).toMatch(/^\/methods\/[0-9a-f-]{36}$/)
    for (const as of ['developer', 'coordinator', 'host'] as const) {
      const page = await text(path, { as })
      for (const said of ['Ühine supiõhtu', 'Süüakse koos.', 'Kõik teevad süüa.'])
        expect(page).toContain(said)
      expect(await text('/methods?q=supi%C3%B5htut', { as })).toContain(path)
    }
    // In another language it stands in the one it was written in.
    expect(await text(`${path}?lang=ru`, { as: 'developer' })).toContain('Ühine supiõhtu')
    const key = path.replace('/methods/', '')
    const step = await house.request(`/methods/${key}/step`, {
      as: 'developer',
      form: { from: 'candidate', to: 'fit', why: 'Sobib.' },
    })
    expect(step.status).toBe(303)
    for (const as of [undefined, 'participant', 'supporter', 'officer'] as const)
      expect((await house.request(path, as && { as })).status).toBe(404)
    expect((await house.request(path, { as: house.other.accounts.developer })).status).toBe(404)
    expect(await text('/methods')).not.toContain('Ühine supiõhtu')
  })
})
