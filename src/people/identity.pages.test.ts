import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { day } from '../platform/day.ts'
import { unseal } from '../platform/sealing.ts'
import { readIdentities } from './identity.store.ts'
import { addPerson, personByCode, type Person } from './person.store.ts'
import { peopleRoom } from './room.ts'

let house: House
let person: Person
beforeAll(async () => {
  house = await openHouse({ rooms: [peopleRoom] })
  person = await house.act('coordinator', (act) =>
    addPerson(act, {
      identity: {
        name: 'Mari Mets',
        phones: ['+372 5550 1001', '+372 5550 1002'],
        email: 'mari@example.org',
        birthDate: day('1986-03-14'),
        remarks: 'Helistada õhtul.',
      },
      municipality: '0141',
      language: 'et',
      coordinatorId: house.organisation.accounts.coordinator.id,
    }),
  )
})
afterAll(() => house.close())

const path = () => `/people/${person.code}/identity`
const form = (change: Record<string, string> = {}) => ({
  name: 'Mari Mets',
  phone: '+372 5550 1001',
  phone2: '',
  email: '',
  'birthDate-day': '14',
  'birthDate-month': '3',
  'birthDate-year': '1986',
  municipality: 'Kehtna vald',
  language: 'ru',
  remarks: '',
  ...change,
})
const stored = () =>
  house.act('lead', async (act) => ({
    identity: (await readIdentities(act, [person.id])).get(person.id),
    person: await personByCode(act, person.code),
  }))

describe('changing who somebody is', () => {
  test('begins with what is known', async () => {
    const html = await (await house.request(path(), { as: 'coordinator' })).text()
    for (const value of [
      'Mari Mets',
      '+372 5550 1001',
      '+372 5550 1002',
      'mari@example.org',
      '14',
      '3',
      '1986',
    ]) {
      expect(html).toContain(`value="${value}"`)
    }
    expect(html).toContain('Helistada õhtul.')
  })

  test('keeps what was typed where something is wrong, and changes nothing', async () => {
    const answer = await house.request(path(), {
      as: 'coordinator',
      form: form({ name: 'Mari Uus', email: 'mari at example', 'birthDate-year': '86' }),
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const value of ['Mari Uus', 'mari at example', '86']) expect(html).toContain(`value="${value}"`)
    expect(html).toContain('href="#f-email"')
    expect(html).toContain('Kirjuta aasta nelja numbriga')
    expect((await stored()).identity?.name).toBe('Mari Mets')
  })

  test('is saved at once, and written down', async () => {
    const answer = await house.request(path(), { as: 'coordinator', form: form({ name: '  Mari   Tamm ' }) })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/people/${person.code}`)
    expect(await stored()).toMatchObject({
      identity: { name: 'Mari Tamm', phones: ['+372 5550 1001'], email: null, remarks: null },
      person: { municipality: '0293', language: 'ru' },
    })
  })

  test('is for the coordinator and the lead of this person alone', async () => {
    const { foreign } = { foreign: house.other.accounts }
    for (const as of [
      foreign.coordinator,
      foreign.lead,
      'supporter',
      'developer',
      'host',
      'admin',
      'participant',
    ] as const) {
      expect((await house.request(path(), { as })).status).toBe(404)
      expect((await house.request(path(), { as, form: form({ name: 'Keegi Muu' }) })).status).toBe(404)
    }
    expect((await stored()).identity?.name).toBe('Mari Tamm')
  })
})

describe('opening an own page for somebody', () => {
  const invite = (email: string, as: Parameters<House['request']>[1] = { as: 'coordinator' }) =>
    house.request(`/people/${person.code}/invite`, { ...as, form: { email, language: 'ru' } })

  test('wants an address, and one that opens nothing else', async () => {
    expect((await invite('')).status).toBe(422)
    const taken = await invite(house.organisation.accounts.lead.email)
    expect(taken.status).toBe(422)
    const html = await taken.text()
    expect(html).toContain('Selle aadressiga lehte avada ei saa')
    expect(html).toContain(`value="${house.organisation.accounts.lead.email}"`)
    expect((await stored()).person?.accountId).toBeNull()
  })

  test('makes an account under the code, and mails a link that the house cannot read', async () => {
    expect((await invite('mari@example.org', { as: house.other.accounts.coordinator })).status).toBe(404)
    const answer = await invite('mari@example.org')
    expect(answer.status).toBe(303)
    const { person: now } = await stored()
    expect(now?.accountId).not.toBeNull()
    const account = await house.act('lead', (act) =>
      act.tx
        .selectFrom('access.account')
        .select(['name', 'locale'])
        .where('id', '=', now?.accountId ?? '')
        .executeTakeFirstOrThrow(),
    )
    expect(account).toEqual({ name: person.code, locale: 'ru' })
    const mails = await house.ground.jobs
      .selectFrom('platform.mail')
      .select(['organisationId', 'subject'])
      .execute()
    expect(mails).toHaveLength(1)
    expect(mails[0]?.organisationId).toBeNull()
    expect(mails[0]?.subject).not.toMatch(/sõltuvus|rehabil|зависим|реабил/i)
  })

  test('happens once; after that the mail can only be sent again, to the address the account has', async () => {
    const before = (await stored()).person?.accountId
    expect((await invite('teine@example.org')).status).toBe(303)
    expect((await stored()).person?.accountId).toBe(before)
    const html = await (await house.request(`/people/${person.code}/invite`, { as: 'coordinator' })).text()
    expect(html).toContain('Tal on juba oma leht')
    const mails = await house.ground.jobs.selectFrom('platform.mail').select(['id', 'toSealed']).execute()
    const to = mails.map((mail) => unseal(house.ground.keys, `platform.mail/to/${mail.id}`, mail.toSealed))
    expect(to).toEqual(['mari@example.org', 'mari@example.org'])
  })
})
