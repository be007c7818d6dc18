import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAccepted, seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { noContact, offerOf } from '../../tests/setup/places.ts'
import { publishCommunity } from './community.store.ts'
import { communitiesRoom } from './room.ts'
import { addPlace, listPlaces, placeContactOf } from './place.store.ts'

let house: House
let communities: SeededCommunities
let root: string
beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom] })
  communities = await seedCommunities(house)
  root = `/communities/${communities.mine.slug}/places`
})
afterAll(() => house.close())

const filled = (given: Record<string, string | readonly string[]> = {}) => ({
  kind: 'activity',
  title: 'Puutöökoda',
  what: 'Teeme koos <toole>.',
  timing: 'regular',
  rhythm: 'WEEKLY_1_',
  days: ['TU', 'TH'],
  opens: '17',
  closes: '20.30',
  languages: ['et', 'ru'],
  access: ['step_free'],
  total: '4',
  minimum: '1',
  cost: '4,50',
  trouble: 'Helistame Annelile.',
  call: 'Anneli, 5550 0101',
  ...given,
})
const pageOf = async (path: string, as?: 'host' | 'developer' | 'coordinator') =>
  (await house.request(path, { as })).text()
const places = () => house.act('developer', (act) => listPlaces(act, communities.mine.id))

describe('a contact person', () => {
  test('offers a place, sees it, confirms it with one press, and closes it', async () => {
    const answer = await house.request(`${root}/new`, { as: 'host', form: filled() })
    expect(answer.status).toBe(303)
    const path = answer.headers.get('location') ?? ''
    const html = await pageOf(path, 'host')
    expect(html).toContain('T, N 17–20.30')
    expect(html).toContain('Teeme koos &lt;toole&gt;.')
    expect(html).toContain('4,50')
    expect(html).toContain('Anneli, 5550 0101')
    expect(html).not.toContain('id="hold"')
    expect(html).toContain('Kõik on nii nagu kirjas')
    expect((await house.request(`${path}/confirm`, { as: 'host', form: {} })).status).toBe(303)
    await house.request(`${path}/state`, { as: 'host', form: { state: 'closed' } })
    expect((await places()).map(({ state }) => state)).toEqual(['closed'])
    await house.request(`${path}/state`, { as: 'host', form: { state: 'open' } })
    expect(await pageOf(`/communities/${communities.mine.slug}`, 'host')).toContain(path)
  })

  test('keeps what was typed where something is missing, and nothing is written', async () => {
    const before = await places()
    const form = filled({
      title: 'X',
      opens: 'kell viis',
      days: [],
      total: 'palju',
      'endsOn-day': '31',
      'endsOn-month': '2',
      'endsOn-year': '2027',
    })
    const answer = await house.request(`${root}/new`, { as: 'host', form })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    for (const text of ['kell viis', 'palju', 'Teeme koos &lt;toole&gt;.', 'Anneli, 5550 0101', '4,50'])
      expect(html).toContain(text)
    for (const text of ['Kirjuta nimi', 'Kirjuta kellaaeg', 'Vali vähemalt üks päev', 'Sellist päeva ei ole'])
      expect(html).toContain(text)
    expect(html).toMatch(/value="ru"[^>]*checked/)
    expect(await places()).toEqual(before)
  })

  test('changes it; to fewer than are taken is refused in words', async () => {
    const [place] = await places()
    const path = `${root}/${place?.id}`
    const day = { 'from-day': '1', 'from-month': '12', 'from-year': '2026' }
    const held = await house.request(`${path}/holds`, { as: 'coordinator', form: { ...day, count: '3' } })
    expect(held.status).toBe(303)
    const form = await pageOf(`${path}/change`, 'host')
    expect(form).toContain('value="20.30"')
    expect(form).toContain('value="4,50"')
    const less = await house.request(`${path}/change`, { as: 'host', form: filled({ total: '2' }) })
    expect(less.status).toBe(422)
    expect(await less.text()).toContain('mõnel päeval kokku lepitud 3')
    const fine = await house.request(`${path}/change`, { as: 'host', form: filled({ total: '3', call: '' }) })
    expect(fine.status).toBe(303)
    expect((await places()).map(({ total }) => total)).toEqual([3])
    const contact = await house.act('host', (act) => placeContactOf(act, place?.id ?? ''))
    expect(contact?.call).toBeNull()
  })

  test('sees how much is free by date, and never the list of what is agreed', async () => {
    const [place] = await places()
    const html = await pageOf(`${root}/${place?.id}`, 'host')
    expect(html).toContain('1.12.2026')
    expect(html).not.toContain('Vabasta')
    expect((await house.request(`${root}/${place?.id}/release`, { as: 'host', form: {} })).status).toBe(404)
  })

  test('finds nothing under another community’s address', async () => {
    const [place] = await places()
    const others = `/communities/${communities.others.slug}/places`
    for (const path of [`${others}/${place?.id}`, `${others}/new`]) {
      expect((await house.request(path, { as: 'host' })).status).toBe(404)
    }
    const form = filled()
    expect((await house.request(`${others}/new`, { as: 'host', form })).status).toBe(404)
    expect((await house.request(`${root}/no-id`, { as: 'host' })).status).toBe(404)
  })
})

describe('a coordinator', () => {
  test('holds what is free, is told what is not, and gives back', async () => {
    const [place] = await places()
    const path = `${root}/${place?.id}`
    const form = { 'from-day': '24', 'from-month': '11', 'from-year': '2026', count: '1' }
    const full = await house.request(`${path}/holds`, { as: 'coordinator', form })
    expect(full.status).toBe(422)
    expect(await full.text()).toContain('Neil päevadel ei ole ühtegi vaba kohta')
    const until = { 'until-day': '30', 'until-month': '11', 'until-year': '2026' }
    const fits = await house.request(`${path}/holds`, { as: 'coordinator', form: { ...form, ...until } })
    expect(fits.status).toBe(303)
    const past = await house.request(`${path}/holds`, {
      as: 'coordinator',
      form: { ...form, 'from-day': '1' },
    })
    expect(past.status).toBe(422)
    const html = await pageOf(path, 'coordinator')
    const hold = /name="hold" value="([^"]+)"/.exec(html)?.[1] ?? ''
    expect((await house.request(`${path}/release`, { as: 'coordinator', form: { hold } })).status).toBe(303)
    expect((await house.request(`${path}/release`, { as: 'coordinator', form: { hold } })).status).toBe(404)
  })

  test('does not change what a community offers', async () => {
    const [place] = await places()
    expect((await house.request(`${root}/${place?.id}/change`, { as: 'coordinator' })).status).toBe(404)
    expect(await pageOf(`${root}/${place?.id}`, 'coordinator')).not.toContain('/change')
  })
})

describe('all free places', () => {
  test('are for everybody what is published, without names or numbers of people', async () => {
    expect(await pageOf('/places')).not.toContain('Puutöökoda')
    const shown = await addAccepted(house, house.organisation, 'Avatud küla', {
      municipality: '0668',
    })
    const id = await house.act('developer', async (act) => {
      await publishCommunity(act, shown.id, true)
      const contact = { buddy: 'Salajane Mari', trouble: 'Kutsume Mari', call: 'Mari 5551234' }
      return addPlace(act, shown.id, offerOf('Avatud koda', { kind: 'taster' }), contact)
    })
    const list = await pageOf('/places')
    expect(list).toContain('Avatud koda')
    expect(list).not.toContain('Puutöökoda')
    const one = await house.request(`/communities/${shown.slug}/places/${id}`)
    const html = await one.text()
    expect(one.status).toBe(200)
    expect(html).toContain('4 vaba 4-st')
    expect(html).not.toMatch(/Mari|5551234/)
    // A contact person of another community sees it as everybody does.
    expect((await house.request(`/communities/${shown.slug}/places/${id}`, { as: 'host' })).status).toBe(200)
    const hidden = await places()
    expect((await house.request(`${root}/${hidden[0]?.id}`)).status).toBe(404)
  })

  test('are for staff those of the whole organisation, and never another one’s', async () => {
    await house.act(house.other.accounts.developer, (act) =>
      addPlace(act, communities.foreign.id, offerOf('Võõras koda'), noContact),
    )
    await house.request(`${root}/new`, { as: 'host', form: filled({ title: 'Tuba peres', kind: 'living' }) })
    const html = await pageOf('/places', 'coordinator')
    expect(html).toContain('Tuba peres')
    expect(html).toContain('Avatud koda')
    expect(html).not.toContain('Võõras koda')
  })

  test('are narrowed down by an address that can be kept', async () => {
    const only = async (query: string) =>
      [...(await pageOf(`/places?${query}`, 'coordinator')).matchAll(/places\/[0-9a-f-]{36}">([^<]+)/g)].map(
        ([, title]) => title,
      )
    expect(await only('kind=living')).toEqual(['Tuba peres'])
    expect(await only('language=ru')).toEqual(['Tuba peres'])
    expect(await only('need=step_free&day=TH')).toEqual(['Tuba peres'])
    expect(await only('need=evening&day=MO')).toEqual([])
    expect(await only('near=0668')).toEqual(['Avatud koda', 'Tuba peres'])
    expect((await only('kind=nonsense&county=9999&day=XX&near=1&page=-7')).length).toBe(2)
    const html = await pageOf('/places?county=0071&kind=living', 'coordinator')
    expect(html).toContain('Rapla maakond')
    expect(html).toContain('href="/places?kind=living"')
  })

  test('ask again where nobody has confirmed for a quarter of a year', async () => {
    house.clock.set('2027-03-01T08:00:00Z')
    expect(await pageOf('/places')).toContain('küsi üle')
    house.clock.set('2026-11-23T08:00:00Z')
  })
})
