import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rooms } from '../app.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { putOnPath } from '../../tests/setup/on-path.ts'
import { sayAway } from '../access/absence.store.ts'
import { createAccount } from '../access/account.store.ts'
import { disable } from '../access/admin.store.ts'
import { atDoor } from '../access/door.ts'
import { settleCovers } from '../people/cover.store.ts'
import { endOffers, movesOf } from '../people/move.store.ts'
import { listPeople, type Person } from '../people/person.store.ts'
import { readConfig } from '../platform/config.ts'
import { listOpenTasks } from '../tasks/task.store.ts'

let house: House
let kadri: TestAccount
let mihkel: TestAccount
let irina: TestAccount
let people: Person[]

beforeAll(async () => {
  house = await openHouse({ rooms: rooms({ config: readConfig({}) }) })
  kadri = house.organisation.accounts.coordinator
  mihkel = await addCoordinator('Mihkel')
  irina = await addCoordinator('Irina')
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-11-23T08:00:00Z')
  // What an earlier test left open is over.
  await house.act('lead', async (act) => {
    const open = await movesOf(act, 'open')
    await endOffers(
      act,
      open.flatMap((move) => move.people.map(({ personId }) => personId)),
    )
  })
  people = await putOnPath(
    house,
    Array.from({ length: 4 }, () => ({ agreed: false })),
    kadri,
  )
})

async function addCoordinator(name: string): Promise<TestAccount> {
  const email = `${name.toLowerCase()}@esimene.test`
  const id = await house.act('system', (act) =>
    createAccount(act, { name, email, roles: ['coordinator'], locale: 'et' }),
  )
  return { id, name, email, role: 'coordinator', organisationId: house.organisation.id }
}

const codes = (list: readonly Person[]) => list.map(({ code }) => code)
const seenBy = async (who: TestAccount) => codes(await house.act(who, listPeople))
const post = (path: string, as: TestAccount | 'lead', form: Record<string, string | readonly string[]>) =>
  house.request(path, { as, form })
const page = async (path: string, as: TestAccount | 'lead') =>
  textOf(await (await house.request(path, { as })).text())

/** Offers them as whoever is responsible, and gives the offer's address. */
async function offer(
  list: readonly Person[],
  to = mihkel,
  as: TestAccount | 'lead' = kadri,
): Promise<string> {
  const form = { to: to.id, note: 'Elavad kõik Märjamaal.' }
  const checked = await post('/moves/new', as, { ...form, person: codes(list) })
  expect(checked.status).toBe(200)
  const sent = await post('/moves/new', as, { ...form, people: codes(list).join(' '), sure: 'yes' })
  expect(sent.headers.get('location')).toBe('/moves')
  const [newest] = await house.act(as, (act) => movesOf(act, 'open'))
  return `/moves/${newest?.id}`
}

describe('whoever is no party to an offer', () => {
  test('does not see it, answer it or take it back', async () => {
    const path = await offer(people)
    for (const as of [irina, house.other.accounts.coordinator, house.organisation.accounts.supporter]) {
      expect((await house.request(path, { as })).status).toBe(404)
      for (const way of ['answer', 'withdraw']) {
        expect((await post(`${path}/${way}`, as, { answer: 'accept', person: codes(people) })).status).toBe(
          404,
        )
      }
    }
    // The giver does not answer for the receiver, nor the receiver take back for the giver, nor the lead answer for either.
    expect((await post(`${path}/answer`, kadri, { answer: 'accept', person: codes(people) })).status).toBe(
      404,
    )
    expect((await post(`${path}/withdraw`, mihkel, {})).status).toBe(404)
    expect((await post(`${path}/answer`, 'lead', { answer: 'accept', person: codes(people) })).status).toBe(
      404,
    )
    expect(await seenBy(kadri)).toEqual(expect.arrayContaining(codes(people)))
    await post(`${path}/withdraw`, kadri, {})
  })

  test('offers nobody who is not theirs to give, whatever is sent', async () => {
    const before = await house.act('lead', (act) => movesOf(act, 'open'))
    const taken = await post('/moves/new', irina, {
      to: mihkel.id,
      people: codes(people).join(' '),
      sure: 'yes',
    })
    expect(taken.status).toBe(422)
    expect(await house.act('lead', (act) => movesOf(act, 'open'))).toEqual(before)
  })
})

describe('whoever is to take people', () => {
  test('sees how many, what and where before answering, and no name', async () => {
    const path = await offer(people)
    expect(await page('/day', mihkel)).toContain('Sulle pakutakse neli inimest.')
    const text = await page(path, mihkel)
    for (const { code } of people) expect(text).toContain(code)
    expect(text).toContain('Elavad kõik Märjamaal.')
    expect(text).toContain('nõusolek küsimata')
    expect(text).toContain('üks asi ootab')
    expect(text).not.toContain('Inimene 1')
    expect(await seenBy(mihkel)).not.toEqual(expect.arrayContaining(codes(people).slice(0, 1)))
    expect((await house.request(`/people/${people[0]?.code}`, { as: mihkel })).status).toBe(404)
    await post(`${path}/withdraw`, kadri, {})
    expect(await page('/day', mihkel)).not.toContain('Sulle pakutakse')
    expect((await post(`${path}/answer`, mihkel, { answer: 'accept', person: codes(people) })).status).toBe(
      404,
    )
  })

  test('takes some with all that waits, and says why not the others', async () => {
    const path = await offer(people)
    const [first, second, ...others] = people
    const wanted = [first?.code ?? '', second?.code ?? '']
    const without = await post(`${path}/answer`, mihkel, { answer: 'accept', person: wanted, reason: '' })
    expect(without.status).toBe(422)
    expect(await seenBy(kadri)).toEqual(expect.arrayContaining(codes(people)))
    const answered = await post(`${path}/answer`, mihkel, {
      answer: 'accept',
      person: wanted,
      reason: 'Rohkem praegu ei jõua.',
    })
    expect(answered.headers.get('location')).toBe('/people')
    expect(await seenBy(mihkel)).toEqual(expect.arrayContaining(wanted))
    const left = await seenBy(kadri)
    expect(left).toEqual(expect.arrayContaining(codes(others)))
    for (const code of wanted) expect(left).not.toContain(code)
    const tasks = await house.act('system', (act) => listOpenTasks(act, { personId: first?.id ?? '' }))
    expect(tasks.map(({ ownerId }) => ownerId)).toEqual([mihkel.id])
    expect(await page('/day', kadri)).toContain('Mihkel võttis vastu 2 inimest 4-st.')
    expect(await page(path, kadri)).toContain('Rohkem praegu ei jõua.')
    // Nothing is answered twice.
    expect((await post(`${path}/answer`, mihkel, { answer: 'accept', person: codes(people) })).status).toBe(
      404,
    )
  })

  test('is not asked twice for the same person, and is one of those who are here', async () => {
    await offer(people.slice(0, 2))
    const again = await post('/moves/new', kadri, {
      to: irina.id,
      people: codes(people.slice(0, 2)).join(' '),
      sure: 'yes',
    })
    expect(again.status).toBe(422)
    await house.act('lead', async (act) => {
      await sayAway(act, { accountId: irina.id, from: act.today, until: act.today, substituteId: null })
    })
    const away = await post('/moves/new', kadri, {
      to: irina.id,
      people: codes(people.slice(2)).join(' '),
      sure: 'yes',
    })
    expect(away.status).toBe(422)
    expect(textOf(await away.text())).toContain('Valitud koordinaator on praegu ära.')
  })

  test('does not get whoever has gone to somebody else meanwhile', async () => {
    house.clock.set('2026-11-24T08:00:00Z')
    const path = await offer(people.slice(0, 1))
    await house.act('lead', async (act) => {
      await act.tx
        .updateTable('people.person')
        .set({ coordinatorId: irina.id })
        .where('id', '=', people[0]?.id ?? '')
        .execute()
    })
    await post(`${path}/answer`, mihkel, { answer: 'accept', person: codes(people.slice(0, 1)) })
    expect(await seenBy(mihkel)).not.toContain(people[0]?.code)
  })
})

describe('a handover of somebody who is covered', () => {
  test('ends what the giver’s substitute sees', async () => {
    house.clock.set('2026-11-25T08:00:00Z')
    await house.act(kadri, async (act) => {
      await sayAway(act, { accountId: kadri.id, from: act.today, until: act.today, substituteId: irina.id })
      await settleCovers(act)
    })
    const [first] = people
    expect(await seenBy(irina)).toContain(first?.code)
    // Whoever stands in offers nobody.
    const offered = await post('/moves/new', irina, { to: mihkel.id, people: first?.code ?? '', sure: 'yes' })
    expect(offered.status).toBe(422)
    for (const way of ['hand-over', 'supporter', 'invite']) {
      expect((await house.request(`/people/${first?.code}/${way}`, { as: irina })).status).toBe(404)
    }
    const path = await offer(people.slice(0, 1))
    await post(`${path}/answer`, mihkel, { answer: 'accept', person: codes(people.slice(0, 1)) })
    expect(await seenBy(irina)).not.toContain(first?.code)
    expect(await seenBy(irina)).toContain(people[1]?.code)
  })
})

describe('the lead', () => {
  test('hears of an offer that nobody answers for five days', async () => {
    house.clock.set('2026-12-01T08:00:00Z')
    await offer(people)
    house.clock.set('2026-12-05T08:00:00Z')
    const forgotten = 'Üks üleandmine on ootanud vastust vähemalt 5 päeva.'
    const before = await page('/day', 'lead')
    house.clock.set('2026-12-06T08:00:00Z')
    expect([before.includes(forgotten), (await page('/day', 'lead')).includes('vähemalt 5 päeva')]).toEqual([
      false,
      true,
    ])
  })

  test('finds coordinators for the people of one whose account is closed', async () => {
    house.clock.set('2026-12-10T08:00:00Z')
    const gone = await addCoordinator('Lahkunud')
    const theirs = await putOnPath(house, [{}, {}], gone)
    expect(await page('/day', 'lead')).not.toContain('koordinaatorita')
    await atDoor(house.ground, (door) => disable(door, house.actor('admin'), gone.id))
    expect(await page('/day', 'lead')).toContain('Kaks inimest on jäänud koordinaatorita.')
    const chosen = await (await house.request('/moves/new?from=none', { as: 'lead' })).text()
    expect(chosen.match(/<input[^>]*name="person"[^>]*checked/g)).toHaveLength(2)
    const form = { from: 'none', to: mihkel.id, people: codes(theirs).join(' '), sure: 'yes' }
    expect((await post('/moves/new', 'lead', form)).status).toBe(303)
    const [move] = await house.act(mihkel, (act) => movesOf(act, 'open'))
    await post(`/moves/${move?.id}/answer`, mihkel, { answer: 'accept', person: codes(theirs) })
    expect(await seenBy(mihkel)).toEqual(expect.arrayContaining(codes(theirs)))
    expect(await page('/day', 'lead')).not.toContain('koordinaatorita')
  })
})
