import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { consentsOf } from './consent.store.ts'
import { addPerson, giveAccount, type Person } from './person.store.ts'
import { peopleRoom } from './room.ts'
import { grantSight } from './sight.store.ts'
import { trustedContactsOf } from './trusted.store.ts'

let house: House
let person: Person
let me: TestAccount
beforeAll(async () => {
  house = await openHouse({ rooms: [peopleRoom] })
  me = house.organisation.accounts.participant
  person = await house.act('coordinator', async (act) => {
    const added = await addPerson(act, {
      identity: { name: 'Marko Tamm', phones: [], email: null, birthDate: null, remarks: null },
      municipality: null,
      language: 'et',
      coordinatorId: house.organisation.accounts.coordinator.id,
    })
    await giveAccount(act, added.id, me.id)
    return added
  })
})
afterAll(() => house.close())

let minute = 0
beforeEach(async () => {
  minute += 10
  house.clock.set(
    `2026-11-23T${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${minute % 60 || '00'}:00Z`,
  )
  await house.request('/me/trusted/withdraw', { as: me, form: {} })
  minute += 10
  house.clock.set(
    `2026-11-23T${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${minute % 60 || '00'}:00Z`,
  )
})

const named = () => house.act('lead', (act) => trustedContactsOf(act, person.id))
const mother = (change: Record<string, string> = {}) => ({
  name: 'Aino Tamm',
  phone: '5551 0001',
  relation: 'ema',
  language: 'et',
  telling: 'organisation',
  ownWords: 'Ära maini <rehabilitatsiooni>.',
  ...change,
})
const staffPath = () => `/people/${person.code}/trusted`

describe('the person', () => {
  test('sees before choosing what would be said, and after saving exactly that', async () => {
    const form = await (await house.request('/me/trusted', { as: me })).text()
    const said = `Tere, minu nimi on ${house.organisation.accounts.coordinator.name.split(' ')[0]}, helistan organisatsioonist`
    expect(form).toContain(said)
    expect(form).toContain('on meie jätkutoes')
    const answer = await house.request('/me/trusted/add', { as: me, form: mother() })
    expect(answer.status).toBe(303)
    const page = await (await house.request('/me/trusted', { as: me })).text()
    expect(page).toContain(said)
    expect(page).not.toContain('on meie jätkutoes')
    expect(page).toContain('Ära maini &lt;rehabilitatsiooni&gt;.')
    expect(page).not.toMatch(/<title>[^<]*(Aino|Marko)/)
    expect(await named()).toMatchObject([{ name: 'Aino Tamm', telling: 'organisation', relation: 'ema' }])
  })

  test('takes all of it back with one press', async () => {
    await house.request('/me/trusted/add', { as: me, form: mother() })
    minute += 10
    house.clock.set(house.clock.now().add({ minutes: 1 }).toString())
    const answer = await house.request('/me/trusted/withdraw', { as: me, form: {} })
    expect(answer.headers.get('location')).toBe('/me')
    expect(await named()).toEqual([])
    const consents = await house.act('coordinator', (act) => consentsOf(act, person.id))
    expect(consents).toMatchObject([{ purpose: 'trusted-contact', state: 'withdrawn', how: 'self' }])
  })

  test('keeps what was typed where something is missing', async () => {
    const form = mother({
      telling: '',
      phone: 'ema number',
      'endsOn-day': '31',
      'endsOn-month': '2',
      'endsOn-year': '2027',
    })
    const answer = await house.request('/me/trusted/add', { as: me, form })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('value="ema number"')
    expect(page).toContain('Vali, mida tohime öelda')
    expect(page).toContain('Sellist päeva ei ole')
    expect(await named()).toEqual([])
  })

  test('names three at most', async () => {
    for (const name of ['Üks', 'Kaks', 'Kolm', 'Neli']) {
      expect((await house.request('/me/trusted/add', { as: me, form: mother({ name }) })).status).toBe(303)
    }
    expect((await named()).map(({ name }) => name)).toEqual(['Üks', 'Kaks', 'Kolm'])
    expect(await (await house.request('/me/trusted', { as: me })).text()).not.toContain('/me/trusted/add')
  })
})

describe('staff', () => {
  test('write it down together with the person, and how and when it was said', async () => {
    const missing = await house.request(`${staffPath()}/add`, { as: 'coordinator', form: mother() })
    expect(missing.status).toBe(422)
    expect(await missing.text()).toContain('Vali, kuidas ta seda ütles')
    const said = { how: 'telephone', 'on-day': '20', 'on-month': '11', 'on-year': '2026' }
    const answer = await house.request(`${staffPath()}/add`, { as: 'coordinator', form: mother(said) })
    expect(answer.status).toBe(303)
    const consents = await house.act('coordinator', (act) => consentsOf(act, person.id))
    expect(consents).toMatchObject([{ state: 'given', how: 'telephone' }])
    expect(consents[0]?.onDay.toString()).toBe('2026-11-20')
    expect(await (await house.request('/me/trusted', { as: me })).text()).toContain('Aino Tamm')
  })

  test('ask the second one first, change one and take one out', async () => {
    for (const name of ['Üks', 'Kaks'])
      await house.request('/me/trusted/add', { as: me, form: mother({ name }) })
    const [one, two] = await named()
    await house.request(`${staffPath()}/${two?.id}/first`, { as: 'coordinator', form: {} })
    const change = mother({ name: 'Kaks uus', telling: 'call', how: 'spoken' })
    await house.request(`${staffPath()}/${two?.id}/change`, { as: 'lead', form: change })
    expect((await named()).map(({ name, telling }) => [name, telling])).toEqual([
      ['Kaks uus', 'call'],
      ['Üks', 'organisation'],
    ])
    await house.request(`${staffPath()}/${one?.id}/remove`, { as: 'coordinator', form: {} })
    expect((await named()).map(({ name }) => name)).toEqual(['Kaks uus'])
  })

  test('who only stand beside the person see none of it', async () => {
    const { supporter } = house.organisation.accounts
    await house.act('coordinator', (act) =>
      grantSight(act, {
        personId: person.id,
        accountId: supporter.id,
        role: 'supporter',
        categories: ['identity', 'path', 'notes'],
        reason: 'supporter',
      }),
    )
    await house.request('/me/trusted/add', { as: me, form: mother() })
    expect((await house.request(staffPath(), { as: 'supporter' })).status).toBe(404)
    expect(await house.act('supporter', (act) => trustedContactsOf(act, person.id))).toEqual([])
  })
})
