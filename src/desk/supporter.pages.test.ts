import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk, type Desk } from '../../tests/setup/desk.ts'

let desk: Desk
let here: string
beforeAll(async () => {
  desk = await openDesk()
  here = `/people/${desk.people.mine.code}/supporter`
  // The seed has a supporter; these tests begin without one.
  await desk.request(`${here}/end`, { as: 'lead', form: { who: supporter() } })
})
afterAll(() => desk.close())

const supporter = () => desk.organisation.accounts.supporter.id
const seenBySupporter = async () =>
  (await desk.request(`/people/${desk.people.mine.code}`, { as: 'supporter' })).status

test('nothing is shared with a support person before the person has agreed', async () => {
  const answer = await desk.request(here, {
    as: 'coordinator',
    form: { who: supporter(), share: ['answers'] },
  })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Küsi enne inimeselt')
  expect(page).toMatch(new RegExp(`value="${supporter()}"[^>]*checked`))
  expect(await seenBySupporter()).toBe(404)
})

test('a support person sees the person once appointed, and nothing from the moment it is ended', async () => {
  const answer = await desk.request(here, {
    as: 'coordinator',
    form: { who: supporter(), share: ['notes'], agreed: 'on' },
  })
  expect(answer.status).toBe(303)
  expect(await seenBySupporter()).toBe(200)
  expect(await (await desk.request(here, { as: 'coordinator' })).text()).toContain(
    'vestluste ja kontaktide märkmed',
  )
  const ended = await desk.request(`${here}/end`, { as: 'coordinator', form: { who: supporter() } })
  expect(ended.status).toBe(303)
  expect(await seenBySupporter()).toBe(404)
})

test('a coordinator’s account cannot be made a support person, nor one of another organisation', async () => {
  for (const who of [desk.people.colleague.id, desk.other.accounts.supporter.id, 'x']) {
    const answer = await desk.request(here, { as: 'coordinator', form: { who, agreed: 'on' } })
    expect(answer.status).toBe(422)
  }
})

test('nobody appoints for a person out of their sight', async () => {
  for (const stranger of [desk.people.colleagues, desk.people.foreign]) {
    const path = `/people/${stranger.code}/supporter`
    expect((await desk.request(path, { as: 'coordinator' })).status).toBe(404)
    expect(
      (await desk.request(path, { as: 'coordinator', form: { who: supporter(), agreed: 'on' } })).status,
    ).toBe(404)
  }
  expect((await desk.request(here, { as: 'supporter' })).status).toBe(404)
  expect((await desk.request(here, { as: 'participant' })).status).toBe(404)
})
