import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import { catchUp } from './daily.store.ts'
import { checkupsOf, openCheckup } from './checkup.store.ts'
import { contactsOf } from './contact.store.ts'
import { supportRoom } from './room.ts'
import { supportContent } from './support.content.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ rooms: [supportRoom] })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-23T08:00:00Z'))

type Form = Record<string, string | readonly string[]>
const go = (path: string, form?: Form) => house.request(path, { as: 'coordinator', form })
const checkups = (personId: string) => house.act('coordinator', (act) => checkupsOf(act, personId))
const open = (personId: string) => house.act('coordinator', (act) => openCheckup(act, personId))
const calm = { way: 'call', weeklyUse: 'no', symptoms: 'no', wantsHelp: 'no' }

/** Sends the form, then what the second page holds, as a browser without scripts would. */
async function hold(path: string, form: Form, second: Form = {}) {
  const review = await go(path, { step: 'check', ...form })
  const page = await review.text()
  const [saving = ''] = page.split('value="edit"')
  const hidden = [...saving.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')],
  )
  const shown = [...page.matchAll(/name="(next-\w+)" value="(\d*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ])
  const answer = await go(path, {
    ...Object.fromEntries(hidden),
    step: 'save',
    ...Object.fromEntries(shown),
    ...second,
  })
  return { review: { status: review.status, page }, status: answer.status, page: await answer.text(), answer }
}

describe('a check-up that was held', () => {
  test('shows the day the rule proposes before it is saved, and opens the next one on it', async () => {
    const { code, id } = await putOneOnPath(house, { leftOn: '2026-10-23' })
    const { review, answer, status } = await hold(`/people/${code}/checkup`, {
      ...calm,
      help: ['talk', 'work'],
      notes: 'Tööl läheb "hästi" & rahulikult.',
    })
    expect(review.status).toBe(200)
    expect(review.page).toContain('Abi ei ole praegu vaja.')
    expect(review.page).toContain('Pakume: 23. detsember 2026.')
    expect(review.page).toContain('Vestlus, ärakuulamine; Töö või õppimine')
    expect(status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/people/${code}`)
    expect((await open(id))?.dueOn.toString()).toBe('2026-12-23')
    const [, held] = await checkups(id)
    expect(held?.record).toMatchObject({
      way: 'call',
      funnel: { reached: true, inNeed: false, agreed: null, arrived: null, stayed14Days: null },
      help: ['talk', 'work'],
      notes: 'Tööl läheb "hästi" & rahulikult.',
    })
  })

  test('may have another next day, for a reason', async () => {
    const { code, id } = await putOneOnPath(house, { leftOn: '2026-10-23' })
    const path = `/people/${code}/checkup`
    const another = { 'next-day': '7', 'next-month': '12', 'next-year': '2026' }
    const without = await hold(path, calm, another)
    expect(without.status).toBe(422)
    expect(without.page).toContain('Kirjuta paari sõnaga, miks teine päev')
    expect(without.page).toMatch(/name="next-day" value="7"/)
    const given = await hold(path, calm, { ...another, reason: 'Kolib, helistame varem.' })
    expect(given.status).toBe(303)
    expect(await open(id)).toMatchObject({ reason: 'Kolib, helistame varem.', origin: 'moved' })
    expect((await open(id))?.dueOn.toString()).toBe('2026-12-07')
  })

  test('says that not known is not no', async () => {
    const { code } = await putOneOnPath(house, { leftOn: '2026-10-23' })
    const { review } = await hold(`/people/${code}/checkup`, { ...calm, symptoms: 'unknown' })
    expect(review.page).toContain('Me ei tea, kas abi on vaja.')
    expect(review.page).toContain('„Ei tea“ ei ole „ei“')
  })

  test('keeps "no help was given" apart from nothing written down', async () => {
    const { code, id } = await putOneOnPath(house, { leftOn: '2026-10-23' })
    await hold(`/people/${code}/checkup`, { ...calm, help: 'none' })
    const other = await putOneOnPath(house, { leftOn: '2026-10-23' })
    await hold(`/people/${other.code}/checkup`, calm)
    expect((await checkups(id)).at(-1)?.record?.help).toEqual([])
    expect((await checkups(other.id)).at(-1)?.record?.help).toBeNull()
  })

  test('can be gone back to from the second page with everything still there', async () => {
    const { code } = await putOneOnPath(house, { leftOn: '2026-10-23' })
    const page = await (
      await go(`/people/${code}/checkup`, { ...calm, help: 'talk,housing', notes: 'Pooleli', step: 'edit' })
    ).text()
    expect(page).toMatch(/value="housing" checked/)
    expect(page).toContain('Pooleli')
  })
})

describe('a form that does not hold together', () => {
  test('comes back with what was typed', async () => {
    const { code, id } = await putOneOnPath(house, { leftOn: '2026-10-23' })
    const form = {
      ...calm,
      way: '',
      agreed: 'yes',
      notes: 'Pikk jutt',
      'on-day': '30',
      'on-month': '2',
      'on-year': '2026',
    }
    const answer = await go(`/people/${code}/checkup`, {
      ...form,
      step: 'check',
      help: ['talk', 'debt_counselling'],
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Vali, kuidas te rääkisite')
    expect(page).toContain('Sellist päeva ei ole')
    expect(page).toContain('Kolme vastuse järgi ei ole abi vaja')
    expect(page).toContain('Pikk jutt')
    expect(page).toMatch(/value="debt_counselling" checked/)
    expect(page).toMatch(/name="on-month" value="2"/)
    expect((await checkups(id)).every(({ heldOn }) => heldOn === null)).toBe(true)
  })
})

test('nobody reached is one tap: the check-up waits on, the funnel knows that it was tried', async () => {
  const { code, id } = await putOneOnPath(house, { leftOn: '2026-10-23' })
  const before = await open(id)
  expect((await go(`/people/${code}/checkup`, { step: 'not-reached' })).status).toBe(303)
  expect(await open(id)).toEqual(before)
  const [entry] = await checkups(id)
  expect(entry).toMatchObject({ heldOn: null, record: { funnel: { reached: false, inNeed: null } } })
  expect(await house.act('coordinator', (act) => contactsOf(act, id))).toMatchObject([
    { way: 'call', reached: false },
  ])
  // Reached on the next day, it is written over the attempt.
  house.clock.set('2026-11-24T08:00:00Z')
  expect((await hold(`/people/${code}/checkup`, calm)).status).toBe(303)
  expect((await checkups(id)).at(-1)).toMatchObject({ record: { funnel: { reached: true } } })
})

test('a check-up that went by can be written down however late', async () => {
  const { code, id } = await putOneOnPath(house, { leftOn: '2026-10-23' })
  house.clock.set('2027-01-25T08:00:00Z')
  await house.act('system', (act) => catchUp(act, supportContent().pathways))
  const page = await (await go(`/people/${code}/checkup`)).text()
  expect(page).toContain('Vestlus, mille aeg oli 23. november 2026')
  const [, link = ''] = /href="([^"]*\?for=[^"]*)"[^>]*>(?:(?!<\/a>).)*23\. november 2026/s.exec(page) ?? []
  expect(await (await go(link)).text()).toContain('Selle vestluse aeg oli 23. november 2026.')
  const past = new URL(link, 'http://x').searchParams.get('for') ?? ''
  const on = { 'on-day': '25', 'on-month': '11', 'on-year': '2026' }
  expect((await hold(`/people/${code}/checkup`, { ...calm, ...on, for: past })).status).toBe(303)
  const entry = (await checkups(id)).find(({ id: each }) => each === past)
  expect(entry?.heldOn?.toString()).toBe('2026-11-25')
  expect((await go(`/people/${code}/checkup?for=${past}`)).status).toBe(404)
})
