/** What the database gives whom: by raw SQL, and on every page whatever a hidden address may be. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { locationOf } from '../../tests/setup/locations.ts'
import { noContact, offerOf } from '../../tests/setup/places.ts'
import { visitorOf, withActor, type Acting } from '../platform/actor.ts'
import { municipalities } from '../platform/municipalities.ts'
import { publishCommunity } from './community.store.ts'
import { addLocation, changeLocation, locationsOf, turnLocation } from './location.store.ts'
import { visibilities, type LocationProfile, type Visibility } from './location.ts'
import { addPlace } from './place.store.ts'
import { communitiesRoom } from './room.ts'

let house: House
let seeded: SeededCommunities
const ids = {} as Record<Visibility, string>
const places = {} as Record<Visibility, string>

beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom] })
  seeded = await seedCommunities(house)
  await house.act('developer', async (act) => {
    for (const visibility of visibilities) {
      ids[visibility] = await addLocation(act, seeded.mine.id, locationOf(visibility, { visibility }))
      const offer = offerOf(`${visibility}-koht`, { locationId: ids[visibility] })
      places[visibility] = await addPlace(act, seeded.mine.id, offer, noContact)
    }
    await publishCommunity(act, seeded.mine.id, true)
  })
})
afterAll(() => house.close())

type Looker =
  'developer' | 'lead' | 'host' | 'coordinator' | 'supporter' | 'participant' | 'officer' | 'admin'
const asVisitor = <T>(work: (act: Acting) => Promise<T>) =>
  withActor(house.ground, visitorOf('Europe/Tallinn'), work)
const looking = <T>(who: Looker | 'visitor', work: (act: Acting) => Promise<T>) =>
  who === 'visitor' ? asVisitor(work) : house.act(who, work)

/** The visibilities of the locations, and of the addresses, of which any row comes. */
const rowsSeen = (who: Looker | 'visitor') =>
  looking(who, async ({ tx }) => {
    const { rows: there } = await sql<{ id: string }>`select id from communities.location`.execute(tx)
    const { rows: told } = await sql<{ id: string }>`
      select id from communities.location_address where address_sealed is not null`.execute(tx)
    const named = (rows: { id: string }[]) =>
      visibilities.filter((one) => rows.some(({ id }) => id === ids[one]))
    return { there: named(there), told: named(told) }
  })

describe('by raw SQL', () => {
  test('no row of an address comes to whoever is not told it', async () => {
    const all = [...visibilities]
    const notHidden: Visibility[] = ['public', 'agreed']
    for (const who of ['supporter', 'participant', 'officer', 'admin'] as const)
      expect([who, await rowsSeen(who)]).toEqual([who, { there: [], told: [] }])
    expect(await rowsSeen('visitor')).toEqual({ there: notHidden, told: ['public'] })
    expect(await rowsSeen('coordinator')).toEqual({ there: notHidden, told: notHidden })
    for (const who of ['host', 'developer', 'lead'] as const)
      expect([who, await rowsSeen(who)]).toEqual([who, { there: all, told: all }])
  })

  test('nothing of a community that is not published comes to somebody without an account', async () => {
    await house.act('developer', (act) => publishCommunity(act, seeded.mine.id, false))
    expect(await rowsSeen('visitor')).toEqual({ there: [], told: [] })
    expect((await rowsSeen('coordinator')).told).toEqual(['public', 'agreed'])
    await house.act('developer', (act) => publishCommunity(act, seeded.mine.id, true))
  })

  test('what is put aside comes to those alone who tend the community, until it is brought back', async () => {
    const at = { id: ids.public, communityId: seeded.mine.id }
    expect(await house.act('host', (act) => turnLocation(act, at, 'retired'))).toBe(true)
    expect(await house.act('host', (act) => turnLocation(act, at, 'retired'))).toBe(false)
    expect(await rowsSeen('visitor')).toEqual({ there: ['agreed'], told: [] })
    expect(await rowsSeen('coordinator')).toEqual({ there: ['agreed'], told: ['agreed'] })
    expect((await rowsSeen('host')).told).toEqual([...visibilities])
    expect(await house.act('host', (act) => turnLocation(act, at, 'used'))).toBe(true)
    expect((await rowsSeen('visitor')).told).toEqual(['public'])
  })

  test('a coordinator neither opens what is hidden, nor moves an address into sight', async () => {
    const touched = (statement: ReturnType<typeof sql>) =>
      house.act('coordinator', async ({ tx }) => Number((await statement.execute(tx)).numAffectedRows ?? 0n))
    expect(await touched(sql`update communities.location set visibility = 'public'`)).toBe(0)
    expect(await touched(sql`update communities.location_address set address_sealed = address_sealed`)).toBe(
      0,
    )
    const unlink = sql`update communities.place set location_id = null`
    expect(await touched(unlink)).toBe(0)
  })

  test('a place is not linked to a location of another community', async () => {
    const strange = await house.act('developer', (act) =>
      addLocation(act, seeded.others.id, locationOf('Rattakuur')),
    )
    const link = house.act('host', ({ tx }) =>
      sql`update communities.place set location_id = ${strange} where id = ${places.public}`.execute(tx),
    )
    await expect(link).rejects.toMatchObject({ code: '23503' })
  })

  test('there is one main location at most, and what is put aside is none', async () => {
    const both = house.act('host', ({ tx }) => sql`update communities.location set main = true`.execute(tx))
    await expect(both).rejects.toMatchObject({ code: '23505' })
    const gone = house.act('host', ({ tx }) =>
      sql`update communities.location set main = true, retired_on = '2026-11-23' where id = ${ids.agreed}`.execute(
        tx,
      ),
    )
    await expect(gone).rejects.toMatchObject({ code: '23514' })
  })

  test('two who name the main one at once come one after the other', async () => {
    const name = (visibility: Visibility) =>
      house.act('host', (act) =>
        changeLocation(
          act,
          { id: ids[visibility], communityId: seeded.mine.id },
          locationOf(visibility, { visibility, main: true }),
        ),
      )
    expect(await Promise.all([name('public'), name('agreed'), name('hidden')])).toEqual([true, true, true])
    const mains = await house.act('host', (act) => locationsOf(act, seeded.mine.id))
    expect(mains.filter(({ main }) => main)).toHaveLength(1)
  })

  test('neither address nor point stands in the database as text', async () => {
    const point = { latitude: 58.87654, longitude: 24.76543 }
    const given = locationOf('hidden', { visibility: 'hidden', address: 'Salajane tee 13', point })
    const at = { id: ids.hidden, communityId: seeded.mine.id }
    await house.act('host', (act) => changeLocation(act, at, given))
    const { rows } = await house.act('system', ({ tx }) =>
      sql<{ row: string }>`select to_jsonb(a)::text || to_jsonb(l)::text as row
        from communities.location_address a join communities.location l using (id)`.execute(tx),
    )
    const text = rows.map(({ row }) => row).join('\n')
    for (const said of ['Salajane tee 13', '58.87654', '24.76543']) {
      expect(text).not.toContain(said)
      expect(text).not.toContain(Buffer.from(said).toString('hex'))
    }
  })
})

describe('whoever is not told an address', () => {
  const aPoint = fc.option(
    fc.record({
      latitude: fc.double({ min: 57.6, max: 59.8, noNaN: true }),
      longitude: fc.double({ min: 21.6, max: 28.2, noNaN: true }),
    }),
  )
  const anAddress = fc.stringMatching(/^[A-ZÕÄÖÜ][a-zõäöü ]{3,40} \d{1,3}$/)
  const secret = fc.record({ address: anAddress, point: aPoint })
  const near = ['0502', '0668', '0784', '0793']

  const lists = () => [
    '/places',
    ...near.flatMap((code) => [`/places?near=${code}`, `/places?county=0071&near=${code}`]),
  ]

  /** Everything that shows where something is, as it comes to whoever looks. */
  async function outputs(as?: 'coordinator' | 'developer', paths = everywhere()): Promise<string> {
    const pages = []
    for (const path of paths) {
      const html = await (await house.request(path, { as })).text()
      // Another one for each page.
      pages.push(html.replaceAll(/nonce="[^"]*"/g, ''))
    }
    return pages.join('\n')
  }

  function everywhere() {
    const own = `/communities/${seeded.mine.slug}`
    return [own, ...visibilities.map((one) => `${own}/places/${places[one]}`), ...lists()]
  }

  const set = (visibility: Visibility, given: Partial<LocationProfile>) =>
    house.act('host', (act) =>
      changeLocation(
        act,
        { id: ids[visibility], communityId: seeded.mine.id },
        locationOf(visibility, { visibility, ...given }),
      ),
    )

  test('gets the same pages whatever a hidden address, its point, its name and its municipality are', async () => {
    const before = {
      anybody: await outputs(),
      coordinator: await outputs('coordinator'),
      // Who sees more on its own page sees the same lists.
      developer: await outputs('developer', lists()),
    }
    const anything = fc.record({
      name: fc.stringMatching(/^[A-Za-z]{2,40}$/),
      address: anAddress,
      point: aPoint,
      municipality: fc.constantFrom(...municipalities.map(({ code }) => code)),
    })
    await fc.assert(
      fc.asyncProperty(anything, async (given) => {
        await set('hidden', given)
        expect(await outputs()).toBe(before.anybody)
        expect(await outputs('coordinator')).toBe(before.coordinator)
        expect(await outputs('developer', lists())).toBe(before.developer)
      }),
      { numRuns: 8 },
    )
  })

  test('gets the same pages whatever an address is that is told by agreement; a coordinator the same distances', async () => {
    await set('agreed', {})
    const before = await outputs()
    const distances = (html: string) => html.match(/\d+\s?km/g)
    const kilometres = distances(await outputs('coordinator'))
    expect(kilometres?.length).toBeGreaterThan(0)
    await fc.assert(
      fc.asyncProperty(secret, async (given) => {
        await set('agreed', given)
        expect(await outputs()).toBe(before)
        expect(distances(await outputs('coordinator'))).toEqual(kilometres)
      }),
      { numRuns: 8 },
    )
  })

  test('gets another distance where a public point moves: the same test would notice', async () => {
    await set('public', { point: { latitude: 58.38, longitude: 26.72 } })
    const before = await outputs()
    await set('public', { point: { latitude: 59.43, longitude: 24.75 } })
    expect(await outputs()).not.toBe(before)
  })
})
