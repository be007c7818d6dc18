import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import { consentsOf } from '../people/consent.store.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { contactsOf } from './contact.store.ts'
import { pathwayOf } from './pathway.store.ts'
import { supportRoom } from './room.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ rooms: [supportRoom] })
})
afterAll(() => house.close())

const toBeAsked = () => putOneOnPath(house, { leftOn: '2026-09-01', agreed: false })
const ask = (code: string, form?: Record<string, string>) =>
  house.request(`/people/${code}/ask`, { as: 'coordinator', form })
const standing = (personId: string) =>
  house.act('coordinator', async (act) => ({
    state: (await pathwayOf(act, personId))?.state,
    tasks: (await listOpenTasks(act, { personId })).map(({ kind }) => kind),
    consents: (await consentsOf(act, personId)).map(({ state, how, onDay }) => `${state} ${how} ${onDay}`),
  }))

test('the first talk has a guide, and says that nothing is asked before the yes', async () => {
  const { code } = await toBeAsked()
  const page = await (await ask(code)).text()
  expect(page).toContain('Mida öelda')
  expect(page).toContain('Ka ei on hea vastus')
  expect(page).toContain('Enne jah-sõna ei küsita ühtegi märguannet')
})

describe('the answer', () => {
  test('yes starts the support from the day and in the way it was given', async () => {
    const { code, id } = await toBeAsked()
    const form = {
      answer: 'yes',
      'yes-how': 'written',
      'yes-on-day': '20',
      'yes-on-month': '11',
      'yes-on-year': '2026',
    }
    const answer = await ask(code, form)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/people/${code}`)
    expect(await standing(id)).toEqual({
      state: 'active',
      tasks: ['checkup'],
      consents: ['given written 2026-11-20'],
    })
    expect(await (await ask(code)).text()).toContain('Jah on juba öeldud')
  })

  test('no ends it kindly, and can be taken back on the same page', async () => {
    const { code, id } = await toBeAsked()
    const answer = await ask(code, { answer: 'no', 'no-how': 'telephone' })
    expect(answer.headers.get('location')).toBe(`/people/${code}/ask`)
    expect(await standing(id)).toEqual({
      state: 'ended',
      tasks: [],
      consents: ['refused telephone 2026-11-23'],
    })
    const page = await (await ask(code)).text()
    expect(page).toContain('Uks jääb lahti')
    expect((await ask(code, { answer: 'yes', 'yes-how': 'telephone' })).status).toBe(303)
    expect((await standing(id)).state).toBe('active')
  })

  test('not reached is one tap; the talk still waits', async () => {
    const { code, id } = await toBeAsked()
    expect((await ask(code, { answer: 'not-reached' })).status).toBe(303)
    expect(await standing(id)).toEqual({ state: 'to-be-asked', tasks: ['ask'], consents: [] })
    const contacts = await house.act('coordinator', (act) => contactsOf(act, id))
    expect(contacts).toMatchObject([{ way: 'call', reached: false }])
  })

  test('without how it was given, or with a day to come, comes back as it was typed', async () => {
    const { code, id } = await toBeAsked()
    const form = { answer: 'yes', 'yes-on-day': '24', 'yes-on-month': '11', 'yes-on-year': '2026' }
    const answer = await ask(code, form)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('href="#f-yes-how"')
    expect(page).toContain('href="#f-yes-on"')
    expect(page).toMatch(/name="yes-on-day" value="24"/)
    // The other answer's form is left as it was.
    expect(page).toMatch(/name="no-on-day" value="23"/)
    expect((await standing(id)).state).toBe('to-be-asked')
  })

  test('is none of what the form offers: nothing happens', async () => {
    const { code, id } = await toBeAsked()
    expect((await ask(code, { answer: 'perhaps' })).status).toBe(404)
    expect((await standing(id)).state).toBe('to-be-asked')
  })
})
