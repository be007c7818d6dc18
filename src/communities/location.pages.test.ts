import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { locationOf } from '../../tests/setup/locations.ts'
import { noContact, offerOf } from '../../tests/setup/places.ts'
import { publishCommunity } from './community.store.ts'
import { addLocation, locationsOf } from './location.store.ts'
import type { Visibility } from './location.ts'
import { addPlace } from './place.store.ts'
import { communitiesRoom } from './room.ts'

let house: House
let seeded: SeededCommunities
const ids = {} as Record<Visibility, string>
const places = {} as Record<Visibility, string>
const addresses = { public: 'Kooli 3, Kuusiku', agreed: 'Kase 5, Ingliste', hidden: 'Tamme talu, Valtu' }

beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom] })
  seeded = await seedCommunities(house)
  await house.act('developer', async (act) => {
    const { id } = seeded.mine
    await publishCommunity(act, id, true)
    for (const visibility of ['public', 'agreed', 'hidden'] as const) {
      const location = locationOf(`${visibility}-maja`, { visibility, address: addresses[visibility] })
      ids[visibility] = await addLocation(act, id, location)
      const offer = offerOf(`${visibility}-koht`, { locationId: ids[visibility] })
      places[visibility] = await addPlace(act, id, offer, noContact)
    }
  })
})
afterAll(() => house.close())

type Asked = Parameters<House['request']>[1]
const get = async (path: string, asked?: Asked) => {
  const answer = await house.request(path, asked)
  const html = await answer.text()
  return { status: answer.status, to: answer.headers.get('location'), html, text: textOf(html) }
}
const own = (tail = '') => `/communities/${seeded.mine.slug}${tail}`
const filled = (given: Record<string, string> = {}) => ({
  name: 'Vana koolimaja',
  address: 'Kooli 1',
  municipality: '0293',
  visibility: 'public',
  latitude: '',
  longitude: '',
  ...given,
})
const known = () => house.act('developer', (act) => locationsOf(act, seeded.mine.id))

describe('who must not see', () => {
  test('whoever does not tend the community finds no page of its locations', async () => {
    const paths = ['/locations', '/locations/new', `/locations/${ids.public}`].map(own)
    for (const as of ['coordinator', 'supporter', 'participant', 'officer', 'admin'] as const) {
      for (const path of paths) expect((await get(path, { as })).status, `${as} ${path}`).toBe(404)
      for (const path of [own('/locations/new'), own(`/locations/${ids.public}`)])
        expect((await get(path, { as, form: filled() })).status, `${as} ${path}`).toBe(404)
      expect((await get(own(`/locations/${ids.public}/retire`), { as, form: {} })).status).toBe(404)
    }
    const others = `/communities/${seeded.others.slug}/locations`
    for (const path of [others, `${others}/new`, `${others}/${ids.public}`])
      expect((await get(path, { as: 'host' })).status).toBe(404)
    expect((await get(`${others}/${ids.public}`, { as: 'developer' })).status).toBe(404)
    expect(await known()).toHaveLength(3)
  })

  test('everybody is told a public address; of one that is told by agreement the name; of a hidden one nothing', async () => {
    for (const as of [undefined, 'participant', 'officer', house.other.accounts.developer] as const) {
      const { text } = await get(own(), { as })
      expect(text).toContain(`public-maja ${addresses.public}, Kehtna vald`)
      expect(text).toContain('agreed-maja Kehtna vald Aadress öeldakse siis, kui koht on kokku lepitud.')
      expect(text).not.toMatch(/Kase 5|Tamme talu|hidden-maja|muuda asukohti/)
    }
  })

  test('coordinators arrange stays: they are told what is agreed, and of a hidden address whom to ask', async () => {
    const { text } = await get(own(), { as: 'coordinator' })
    expect(text).toContain(`agreed-maja ${addresses.agreed}`)
    expect(text).not.toMatch(/Tamme talu|hidden-maja/)
    const place = (await get(own(`/places/${places.hidden}`), { as: 'coordinator' })).text
    expect(place).toContain('Aadressi teab kogukond. Küsi kontaktisikult.')
    expect(place).not.toMatch(/Tamme talu|hidden-maja/)
    expect((await get(own(`/places/${places.agreed}`), { as: 'coordinator' })).text).toContain(
      addresses.agreed,
    )
  })

  test('the page of a place says where it is as far as whoever looks is told', async () => {
    const seen = async (visibility: Visibility, as?: 'host') =>
      (await get(own(`/places/${places[visibility]}`), { as })).text
    expect(await seen('public')).toContain(`Kus public-maja ${addresses.public}, Kehtna vald`)
    expect(await seen('agreed')).toContain('Aadress öeldakse siis, kui koht on kokku lepitud.')
    expect(await seen('agreed')).not.toContain('Kase 5')
    // It is not even said in which municipality.
    expect(await seen('hidden')).not.toMatch(/Tamme talu|hidden-maja|Kus |Aadress|Kehtna/)
    expect(await seen('hidden', 'host')).toContain(`hidden-maja ${addresses.hidden}`)
    expect(await seen('hidden', 'host')).toContain(
      'Aadressi näevad ainult need, kes kogukonna eest hoolitsevad.',
    )
  })
})

describe('a contact person', () => {
  test('adds a location with both numbers pasted into one field, and sees what it became', async () => {
    const form = filled({ latitude: '58.90312, 24.74561', main: 'on' })
    const added = await get(own('/locations/new'), { as: 'host', form })
    expect([added.status, added.to]).toEqual([303, own('/locations')])
    const one = (await known()).find(({ name }) => name === 'Vana koolimaja')
    expect(one).toMatchObject({ point: { latitude: 58.90312, longitude: 24.74561 }, main: true })
    const page = await get(own(`/locations/${one?.id}`), { as: 'host' })
    expect(page.html).toMatch(/name="latitude"[^>]*value="58.90312"/)
    expect(page.html).toMatch(/name="longitude"[^>]*value="24.74561"/)
    expect((await get(own('/locations'), { as: 'host' })).text).toContain(
      'Vana koolimaja Peamine Kooli 1 Kehtna vald Kõik',
    )
  })

  test('is told what is missing; what was typed stays, and nothing is written', async () => {
    const before = await known()
    const wrong = filled({
      name: 'X',
      address: '',
      municipality: '9999',
      visibility: 'kõik',
      latitude: 'Kuusiku <kool>',
    })
    for (const path of ['/locations/new', `/locations/${ids.agreed}`]) {
      const { status, html, text } = await get(own(path), { as: 'host', form: wrong })
      expect(status).toBe(422)
      for (const message of [
        'Kirjuta nimi',
        'Kirjuta aadress',
        'Vali vald või linn',
        'Vali, kes aadressi näeb',
        'Kirjuta laiuskraad arvuna',
      ])
        expect(text).toContain(message)
      expect(html).toContain('value="Kuusiku &lt;kool&gt;"')
    }
    const outside = filled({ latitude: '60,17', longitude: '24,94' })
    expect((await get(own('/locations/new'), { as: 'host', form: outside })).text).toContain(
      'See punkt ei ole Eestis.',
    )
    const half = await get(own('/locations/new'), { as: 'host', form: filled({ latitude: '58,38' }) })
    expect(half.text).toContain('Kirjuta pikkuskraad arvuna')
    const long = filled({ address: 'x'.repeat(201) })
    expect((await get(own('/locations/new'), { as: 'host', form: long })).status).toBe(422)
    expect(await known()).toEqual(before)
  })

  test('chooses nothing for them: a new address is shown to nobody by default', async () => {
    const { html } = await get(own('/locations/new'), { as: 'host' })
    expect(html).not.toMatch(/name="visibility"[^>]*checked/)
  })

  test('makes another one the main one; there is one at most', async () => {
    const form = filled({ name: 'public-maja', address: addresses.public, main: 'on' })
    expect((await get(own(`/locations/${ids.public}`), { as: 'host', form })).status).toBe(303)
    expect((await known()).filter(({ main }) => main).map(({ id }) => id)).toEqual([ids.public])
  })

  test('puts a location aside and brings it back; what is there keeps its link and tells no address meanwhile', async () => {
    const at = (tail = '') => own(`/locations/${ids.public}${tail}`)
    expect((await get(at(), { as: 'host' })).text).toContain('Kohad siin public-koht')
    expect((await get(at('/retire'), { as: 'host', form: {} })).status).toBe(303)
    expect((await get(own())).text).not.toContain(addresses.public)
    expect((await get(own(), { as: 'coordinator' })).text).not.toContain(addresses.public)
    const place = own(`/places/${places.public}`)
    expect((await get(place)).text).not.toContain(addresses.public)
    expect((await get(place, { as: 'host' })).text).toContain('public-maja: seda asukohta enam ei kasutata')
    expect((await get(own('/locations'), { as: 'host' })).text).toMatch(
      /Enam ei kasutata .*public-maja.*23\.11\.2026 Võta tagasi kasutusele/,
    )
    // It stays a choice where it is chosen, and nowhere else.
    expect((await get(`${place}/change`, { as: 'host' })).html).toContain(`value="${ids.public}" selected`)
    expect((await get(own('/places/new'), { as: 'host' })).html).not.toContain(ids.public)
    expect((await get(at('/retire'), { as: 'host', form: {} })).status).toBe(303)
    // What is put aside does not become the main one.
    const form = filled({ name: 'public-maja', address: addresses.public, main: 'on' })
    expect((await get(at(), { as: 'host', form })).status).toBe(303)
    expect((await get(at('/back'), { as: 'developer', form: {} })).status).toBe(303)
    expect((await get(place)).text).toContain(addresses.public)
    expect((await known()).find(({ id }) => id === ids.public)).toMatchObject({
      main: false,
      retiredOn: null,
    })
  })

  test('says of a place where it is, from the locations of its own community', async () => {
    const strange = await house.act('developer', (act) =>
      addLocation(act, seeded.others.id, locationOf('Rattakuur')),
    )
    const form = {
      kind: 'activity',
      title: 'Puutöökoda',
      timing: 'agreement',
      languages: ['et'],
      total: '4',
      location: strange,
    }
    const refused = await get(own('/places/new'), { as: 'host', form })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Vali asukoht loetelust')
    const added = await get(own('/places/new'), { as: 'host', form: { ...form, location: ids.agreed } })
    expect(added.status).toBe(303)
    expect((await get(added.to ?? '', { as: 'host' })).text).toContain(addresses.agreed)
    const none = await get(`${added.to}/change`, { as: 'host', form: { ...form, location: '' } })
    expect(none.status).toBe(303)
    expect((await get(added.to ?? '', { as: 'host' })).text).not.toContain(addresses.agreed)
  })

  test('writes no name of a location into what browsers keep: neither address nor title', async () => {
    const { html } = await get(own(`/locations/${ids.hidden}`), { as: 'host' })
    expect(html).toMatch(/<title>[^<]*Muuda asukohta/)
    expect(/<title>[^<]*<\/title>/.exec(html)?.[0]).not.toContain('hidden-maja')
  })
})
