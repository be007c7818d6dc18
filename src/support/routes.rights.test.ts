import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type As, type House } from '../../tests/setup/house.ts'
import { seedPeople, type SeededPeople } from '../../tests/setup/people.ts'
import { supportRoom } from './room.ts'
import { routeRights } from './routes.rights.ts'

let house: House
let people: SeededPeople
beforeAll(async () => {
  house = await openHouse({ rooms: [supportRoom] })
  people = await seedPeople(house)
})
afterAll(() => house.close())

// Links that need no account: `checkin.link.pages.test.ts`.
const routes = Object.entries(routeRights)
  .filter(([, { who }]) => !who.includes('anyone'))
  .map(([key]) => {
    const [method = '', pattern = ''] = key.split(' ')
    return { key, method, pattern, names: pattern.includes(':code') }
  })

async function ask(method: string, pattern: string, as: As | undefined, code = people.mine.code) {
  const path = pattern.replace(':code', code).replace(':id', 'a1f7f2a4-56f7-4e51-9a7b-1d4d0a4f3c11')
  const answer = await house.request(path, {
    as,
    method,
    ...(method === 'POST' ? { form: { answer: 'not-reached', way: 'call', reached: 'no' } } : {}),
  })
  return { status: answer.status, text: await answer.text() }
}

describe('a page about a person is not there', () => {
  const strangers = [
    'developer',
    'host',
    'officer',
    'mobility_lead',
    'admin',
    'participant',
  ] as const satisfies As[]

  test.each(routes.filter(({ names }) => names))('for other roles: $key', async ({ method, pattern }) => {
    for (const role of strangers) expect((await ask(method, pattern, role)).status).toBe(404)
  })

  test.each(routes.filter(({ names }) => names))(
    'for a colleague, another organisation and its lead: $key',
    async ({ method, pattern }) => {
      const { coordinator, lead, supporter } = house.other.accounts
      for (const as of [people.colleague, coordinator, lead, supporter]) {
        const { status, text } = await ask(method, pattern, as)
        expect(status).toBe(404)
        expect(text).not.toContain('Minu Inimene')
      }
    },
  )

  test.each(routes.filter(({ names }) => names))(
    'under a code that nobody has: $key',
    async ({ method, pattern }) => {
      expect((await ask(method, pattern, 'coordinator', 'Z9-9999')).status).toBe(404)
    },
  )
})

describe("the person's own pages", () => {
  test.each(routes.filter(({ names }) => !names))(
    'are not there for staff: $key',
    async ({ method, pattern }) => {
      for (const role of ['coordinator', 'lead', 'supporter', 'host', 'admin'] as const) {
        expect((await ask(method, pattern, role)).status).toBe(404)
      }
    },
  )

  test('are not there for an account that is nobody on a list', async () => {
    expect((await ask('GET', '/me/checkin', house.other.accounts.participant)).status).toBe(404)
  })
})

test.each(routes)(
  'nobody who is not signed in gets further than the sign-in: $key',
  async ({ method, pattern }) => {
    expect((await ask(method, pattern, undefined)).status).toBe(303)
  },
)
