/** Places in a real database: who sees and changes them, and that never more is taken than there is. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAccepted, seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { noContact, offerOf } from '../../tests/setup/places.ts'
import { visitorOf, withActor } from '../platform/actor.ts'
import { day, daysBetween } from '../platform/day.ts'
import { publishCommunity } from './community.store.ts'
import { holdPlace, holdsOf, releaseHold, takenOf, type NewHold } from './place-hold.store.ts'
import {
  addPlace,
  changePlace,
  confirmPlace,
  listPlaces,
  placeContactOf,
  placeOf,
  placesToConfirm,
  turnPlace,
} from './place.store.ts'
import { freeNow, type Place, type PlaceOffer } from './place.ts'

let house: House
let owner: pg.Client
let communities: SeededCommunities
beforeAll(async () => {
  house = await openHouse()
  owner = new pg.Client(house.database.connection)
  await owner.connect()
  communities = await seedCommunities(house)
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

const today = day('2026-11-23')
const hold = (given: Partial<NewHold> = {}): NewHold => ({
  from: today,
  until: null,
  count: 1,
  label: 'coordinator',
  ...given,
})

async function offered(given: Partial<PlaceOffer> = {}, contact = noContact): Promise<Place> {
  return house.act('developer', async (act) => {
    const id = await addPlace(act, communities.mine.id, offerOf('Puutöökoda', given), contact)
    const place = await placeOf(act, communities.mine.id, id)
    if (!place) throw new Error('the place is not there')
    return place
  })
}

/** As the application does it, but past all of its rules. */
const rawHold = (place: Place, from: string, until: string | null, count: number) =>
  owner.query(
    `insert into communities.hold (id, place_id, community_id, organisation_id, from_on, until_on, count, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, now())`,
    [randomUUID(), place.id, place.communityId, place.organisationId, from, until, count],
  )

describe('a place', () => {
  test('is kept as it was offered, and counts as confirmed', async () => {
    const offer = offerOf('Tuba peres', {
      kind: 'living',
      schedule: { timing: 'now' },
      costCents: 12_050,
      startsOn: day('2026-12-01'),
      features: ['substance_free', 'pets'],
      access: ['step_free'],
    })
    const contact = { buddy: 'Anneli', trouble: 'Helistame kohe.', call: 'Anneli, 5550 0101' }
    const id = await house.act('host', (act) => addPlace(act, communities.mine.id, offer, contact))
    await house.act('coordinator', async (act) => {
      expect(await placeOf(act, communities.mine.id, id)).toMatchObject({ ...offer, confirmedOn: today })
      expect(await placeContactOf(act, id)).toEqual(contact)
    })
    const { rows } = await owner.query('select * from communities.place_contact where place_id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('Anneli').toString('hex'))
  })

  test('is the host’s own community’s to offer, and no other’s', async () => {
    for (const { id } of [communities.others, communities.foreign]) {
      await expect(
        house.act('host', (act) => addPlace(act, id, offerOf('Võõras'), noContact)),
      ).rejects.toMatchObject({ code: expect.stringMatching(/42501|23503/) })
    }
    await expect(
      house.act('coordinator', (act) => addPlace(act, communities.mine.id, offerOf('Ei'), noContact)),
    ).rejects.toMatchObject({ code: '42501' })
  })

  test('that nobody confirmed for a quarter of a year waits for the developer and the host', async () => {
    const place = await offered()
    await owner.query(`update communities.place set confirmed_on = '2026-08-25' where id = $1`, [place.id])
    const waiting = (as: 'developer' | 'host') =>
      house.act(as, async (act) => (await placesToConfirm(act)).some(({ id }) => id === place.id))
    expect(await waiting('developer')).toBe(false)
    await owner.query(`update communities.place set confirmed_on = '2026-08-25'::date - 1 where id = $1`, [
      place.id,
    ])
    expect([await waiting('developer'), await waiting('host')]).toEqual([true, true])
    await house.act('host', (act) => confirmPlace(act, place.id))
    expect([await waiting('developer'), await waiting('host')]).toEqual([false, false])
  })
})

describe('somebody without an account', () => {
  const visitor = () => visitorOf('Europe/Tallinn')

  test('sees open places of published communities, how much is free, and nothing else', async () => {
    const shown = await addAccepted(house, house.organisation, 'Avatud küla')
    await house.act('developer', (act) => publishCommunity(act, shown.id, true))
    const contact = { buddy: 'Mari', trouble: 'x', call: 'Mari' }
    const [open, closed] = await house.act('developer', async (act) => {
      const ids = []
      for (const name of ['Avatud', 'Suletud'])
        ids.push(await addPlace(act, shown.id, offerOf(name), contact))
      await turnPlace(act, ids[1] ?? '', 'closed')
      return ids
    })
    await house.act('coordinator', async (act) => {
      await holdPlace(act, { id: open ?? '', communityId: shown.id }, hold())
    })
    await withActor(house.ground, visitor(), async (act) => {
      const places = await listPlaces(act)
      expect(places.map(({ id }) => id)).toEqual([open])
      expect(closed).toBeDefined()
      expect(await placeContactOf(act, open ?? '')).toBeNull()
      expect(await holdsOf(act, open ?? '')).toEqual([])
      const [place] = places
      const taken = await takenOf(act, places)
      expect(place && freeNow(place, taken.get(place.id) ?? [], act.today)).toBe(3)
      // And is still nobody after the house has counted.
      expect(await holdsOf(act, open ?? '')).toEqual([])
    })
  })
})

describe('taking of a place', () => {
  test('fifty at once for seven: seven get one', async () => {
    const place = await offered({ total: 7 })
    const asked = await Promise.all(
      Array.from({ length: 50 }, () => house.act('coordinator', (act) => holdPlace(act, place, hold()))),
    )
    expect(asked.filter(({ id }) => id !== null)).toHaveLength(7)
    expect(asked.filter(({ free }) => free === 0)).toHaveLength(43)
  })

  test('fifty at once past the program get no more than seven either', async () => {
    const place = await offered({ total: 7 })
    const clients = Array.from({ length: 10 }, () => new pg.Client(house.database.connection))
    await Promise.all(clients.map((client) => client.connect()))
    const insert = (client: pg.Client) =>
      client.query(
        `insert into communities.hold (id, place_id, community_id, organisation_id, from_on, count, made_at)
         values (gen_random_uuid(), $1, $2, $3, '2030-01-01', 1, now())`,
        [place.id, place.communityId, place.organisationId],
      )
    const each = await Promise.all(
      clients.map(async (client) => {
        const done = []
        for (let time = 0; time < 5; time += 1) done.push(...(await Promise.allSettled([insert(client)])))
        return done
      }),
    )
    const done = each.flat()
    await Promise.all(clients.map((client) => client.end()))
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(7)
    const reasons = done.flatMap((one) =>
      one.status === 'rejected' ? [Reflect.get(one.reason, 'constraint')] : [],
    )
    expect(new Set(reasons)).toEqual(new Set(['hold_within_total']))
  })

  test('counts the worst day: what overlaps on no day fits', async () => {
    const place = await offered({ total: 2 })
    await rawHold(place, '2030-01-01', '2030-01-10', 2)
    await rawHold(place, '2030-01-11', '2030-01-20', 2)
    await expect(rawHold(place, '2030-01-20', null, 1)).rejects.toMatchObject({ code: '23514' })
    await rawHold(place, '2030-01-21', null, 1)
    await expect(rawHold(place, '2029-12-01', '2030-02-01', 1)).rejects.toMatchObject({ code: '23514' })
  })

  test('is not got round in one statement, by changing, by dates to come or by another isolation', async () => {
    const place = await offered({ total: 2 })
    await expect(
      owner.query(
        `insert into communities.hold (id, place_id, community_id, organisation_id, from_on, count, made_at)
         select gen_random_uuid(), $1, $2, $3, '2030-01-01', 1, now() from generate_series(1, 3)`,
        [place.id, place.communityId, place.organisationId],
      ),
    ).rejects.toMatchObject({ code: '23514' })
    await rawHold(place, '2030-01-01', '2030-01-10', 2)
    await rawHold(place, '2030-01-11', null, 1)
    await expect(
      owner.query(`update communities.hold set until_on = null where place_id = $1 and count = 2`, [
        place.id,
      ]),
    ).rejects.toMatchObject({ code: '23514' })
    await owner.query('begin isolation level repeatable read')
    await expect(rawHold(place, '2031-01-01', null, 1)).rejects.toMatchObject({ code: '0A000' })
    await owner.query('rollback')
    await owner.query(`begin; set local tugevus.today = '2099-01-01'`)
    await expect(rawHold(place, '2030-01-01', null, 1)).rejects.toMatchObject({ code: '23514' })
    await owner.query('rollback')
  })

  test('given back, is free again from that day, and what was stays known', async () => {
    const place = await offered({ total: 1 })
    const { id } = await house.act('coordinator', (act) => holdPlace(act, place, hold()))
    expect(await house.act('coordinator', (act) => holdPlace(act, place, hold()))).toEqual({
      id: null,
      free: 0,
    })
    await house.act('coordinator', (act) => releaseHold(act, place.id, id ?? ''))
    expect(await house.act('coordinator', (act) => releaseHold(act, place.id, id ?? ''))).toBe(false)
    expect((await house.act('coordinator', (act) => holdPlace(act, place, hold()))).id).not.toBeNull()
  })

  test('agrees with the database in every order of stays', async () => {
    const place = await offered({ total: 3 })
    for (let number = 0; number < 30; number += 1) {
      const from = today.add({ days: (number * 7) % 23 })
      const until = number % 4 === 0 ? null : from.add({ days: (number * 5) % 11 })
      const count = 1 + (number % 2)
      const held = await house.act('coordinator', (act) =>
        holdPlace(act, place, hold({ from, until, count })),
      )
      if (held.id !== null) continue
      // What the program refuses, the database would refuse too.
      await expect(rawHold(place, from.toString(), until?.toString() ?? null, count)).rejects.toMatchObject({
        code: '23514',
      })
    }
    const holds = await house.act('coordinator', (act) => holdsOf(act, place.id))
    expect(holds.length).toBeGreaterThan(3)
    expect(holds.every(({ from }) => daysBetween(today, from) >= 0)).toBe(true)
  })

  test('is not the host’s, who sees how much is taken', async () => {
    const place = await offered()
    await expect(house.act('host', (act) => holdPlace(act, place, hold()))).rejects.toMatchObject({
      code: '42501',
    })
    await house.act('coordinator', (act) => holdPlace(act, place, hold()))
    const taken = await house.act('host', (act) => takenOf(act, [place]))
    expect(taken.get(place.id)).toEqual([{ from: today, until: null, count: 1 }])
  })
})

describe('making a place smaller', () => {
  test('than what is taken is refused, and says how much that is', async () => {
    const place = await offered({ total: 4 })
    await house.act('coordinator', (act) =>
      holdPlace(act, place, hold({ count: 3, from: day('2026-12-24') })),
    )
    const smaller = (total: number) =>
      house.act('host', (act) => changePlace(act, place, offerOf('Puutöökoda', { total }), noContact))
    expect(await smaller(2)).toEqual({ changed: false, held: 3 })
    await expect(
      owner.query('update communities.place set total = 2 where id = $1', [place.id]),
    ).rejects.toMatchObject({ code: '23514', constraint: 'hold_within_total' })
    expect(await smaller(3)).toEqual({ changed: true, held: null })
  })

  test('than it once was full is no obstacle, and giving back never is', async () => {
    const place = await offered({ total: 5 })
    await rawHold(place, '2020-01-01', '2020-02-01', 5)
    await rawHold(place, '2020-01-15', null, 1)
    await owner.query('update communities.place set total = 1 where id = $1', [place.id])
    await owner.query(
      `update communities.hold set state = 'released', released_on = '2020-02-01' where place_id = $1`,
      [place.id],
    )
  })
})
