import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { actionChangesOf, actionsOf, addAction, addGoal, goalsOf } from './plan.store.ts'
import { readinessDefinition } from './readiness.content.ts'
import { communitiesRoom } from './room.ts'
import { visitQuarters, visitsOf } from './visit.store.ts'

let house: House
let seeded: SeededCommunities
let goalId: string
let actionId: string
beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom] })
  seeded = await seedCommunities(house)
  const { developer } = house.organisation.accounts
  const communityId = seeded.mine.id
  goalId = await house.act(developer, (act) =>
    addGoal(act, communityId, {
      dimension: null,
      stageFrom: null,
      stageTo: null,
      title: 'Külamaja avatud õhtud',
      why: '',
      dueOn: null,
    }),
  )
  actionId = await house.act(developer, (act) =>
    addAction(
      act,
      { communityId, goalId },
      { title: '=Talvine kava', who: 'Anneli', byOn: act.today, costCents: 9950, milestone: true },
    ),
  )
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-12-23T08:00:00Z'))

type Asked = Parameters<House['request']>[1]
const get = async (path: string, asked?: Asked) => {
  const answer = await house.request(path, asked)
  return { status: answer.status, to: answer.headers.get('location'), text: textOf(await answer.text()) }
}
const own = (place: string) => `/communities/${seeded.mine.slug}/${place}`
const developer = () => house.organisation.accounts.developer

describe('who must not see', () => {
  test('plans and visits are for developers, the lead and their own contact persons', async () => {
    for (const place of ['plan', 'plan.csv', 'visits']) {
      for (const as of ['coordinator', 'supporter', 'participant', 'officer'] as const) {
        expect((await get(own(place), { as })).status, `${as} ${place}`).toBe(404)
      }
      for (const other of [seeded.others, seeded.foreign]) {
        expect((await get(`/communities/${other.slug}/${place}`, { as: 'host' })).status).toBe(404)
      }
      expect((await get(`/communities/${seeded.foreign.slug}/${place}`, { as: 'developer' })).status).toBe(
        404,
      )
      expect((await get(own(place), { as: 'host' })).status).toBe(200)
    }
  })

  test('a contact person plans nothing, and sees nobody’s hours', async () => {
    for (const place of [
      'plan/goal',
      `plan/goal/${goalId}`,
      `plan/action/${actionId}/change`,
      'visits/new',
    ]) {
      expect((await get(own(place), { as: 'host' })).status).toBe(404)
    }
  })
})

describe('the plan', () => {
  test('shows how far it is, what comes next and what is late', async () => {
    const { text } = await get(own('plan'), { as: 'developer' })
    for (const part of ['Külamaja avatud õhtud', '0 tehtud 1-st', 'Anneli', 'tähtaeg möödas']) {
      expect(text).toContain(part)
    }
  })

  test('a contact person says with one tap that something is done, and takes it back', async () => {
    const post = (to: string) => get(own(`plan/action/${actionId}/state`), { as: 'host', form: { to } })
    expect((await post('done')).status).toBe(303)
    expect((await get(own('plan'), { as: 'host' })).text).toContain('1 tehtud 1-st')
    expect((await post('done')).status).toBe(303)
    expect((await post('planned')).status).toBe(303)
    const changes = await house.act(developer(), (act) => actionChangesOf(act, seeded.mine.id))
    expect(changes.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual([
      'done planned',
      'planned done',
    ])
  })

  test('an action’s own page says what shows that it was done, and its contact person writes it', async () => {
    const page = own(`plan/action/${actionId}`)
    for (const as of ['coordinator', 'supporter', 'participant', 'officer'] as const) {
      expect((await get(page, { as })).status, as).toBe(404)
    }
    expect((await get(page.replace(seeded.mine.slug, seeded.others.slug), { as: 'developer' })).status).toBe(
      404,
    )
    const host = (form: Record<string, string>) => get(`${page}/state`, { as: 'host', form })
    const long = await host({ to: 'done', evidence: 'x'.repeat(1001) })
    expect(long.status).toBe(422)
    expect(long.text).toContain('Kuni 1000 tähte')
    expect((await get(own('plan'), { as: 'host' })).text).toContain('0 tehtud 1-st')
    const done = await host({ to: 'done', evidence: 'Kava ripub ukse kõrval.' })
    expect([done.status, done.to]).toEqual([303, page])
    expect((await get(own('plan'), { as: 'host' })).text).toContain('Kava ripub ukse kõrval.')
    expect((await host({ evidence: 'Kava ripub uksel.' })).status).toBe(303)
    expect((await get(page, { as: 'developer' })).text).toContain('Kava ripub uksel.')
    expect((await host({ to: 'planned' })).status).toBe(303)
    expect((await get(own('plan'), { as: 'host' })).text).toContain('0 tehtud 1-st')
    expect((await host({ to: 'begun', evidence: 'Kava ripub uksel.' })).status).toBe(303)
    expect((await host({ to: 'nonsense' })).status).toBe(404)
    expect((await host({ to: 'planned' })).status).toBe(303)
    const form = { title: 'Muu', who: '', cost: '' }
    expect((await get(`${page}/change`, { as: 'host', form })).status).toBe(404)
    // Changed by the developer, and changed back: what the community wrote stays.
    const before = { title: '=Talvine kava', who: 'Anneli', cost: '99,50', milestone: 'on' }
    expect((await get(`${page}/change`, { as: 'developer', form: { ...before, cost: '99,5' } })).status).toBe(
      303,
    )
    const [action] = await house.act(developer(), (act) => actionsOf(act, { communityId: seeded.mine.id }))
    expect(action).toMatchObject({ costCents: 9950, evidence: 'Kava ripub uksel.', state: 'planned' })
  })

  test('a goal says which part of readiness grows, from which stage to which', async () => {
    const html = async (query: string) =>
      (await house.request(own(`plan/goal${query}`), { as: 'developer' })).text()
    const chosen = (text: string) => [...text.matchAll(/<option value="([^"]+)" selected/g)].map(([, v]) => v)
    expect(chosen(await html('?dimension=leadership&from=3'))).toEqual(['leadership', '3', '4'])
    expect(chosen(await html('?dimension=leadership&from=9'))).toEqual(['leadership', '9', '9'])
    expect(chosen(await html('?dimension=leadership&from=12'))).toEqual(['leadership'])
    expect(chosen(await html('?dimension=%3Cb%3E&from=3'))).toEqual([])
    const goal = { title: 'Eestvedajad on kaasas', dimension: 'leadership', stageFrom: '3', stageTo: '5' }
    const post = (form: Record<string, string>) => get(own('plan/goal'), { as: 'developer', form })
    for (const wrong of [
      { dimension: '' },
      { dimension: 'weather' },
      { stageTo: '' },
      { stageTo: '2' },
      { stageFrom: '0' },
    ]) {
      expect((await post({ ...goal, ...wrong })).status, JSON.stringify(wrong)).toBe(422)
    }
    expect((await post(goal)).status).toBe(303)
    expect((await get(own('plan'), { as: 'host' })).text).toContain('Eestvedajad: astmelt 3 astmele 5')
    expect((await get(`/communities/${seeded.mine.slug}`, { as: 'host' })).text).toContain(
      'Eestvedajad: astmelt 3 astmele 5',
    )
    const id = (await house.act(developer(), (act) => goalsOf(act, seeded.mine.id))).find(
      ({ dimension }) => dimension === 'leadership',
    )?.id
    const { status, text } = await get(own(`plan/goal/${id}/action`), { as: 'developer' })
    expect(status).toBe(200)
    const key = /offered=([a-z0-9_-]+)/.exec(
      await (await house.request(own(`plan/goal/${id}/action`), { as: 'developer' })).text(),
    )?.[1]
    expect(key).toBeDefined()
    expect(text).toContain('Mis siin veel aidata võiks')
    const offered = readinessDefinition().actions.find((one) => one.key === key)
    const prefilled = await (
      await house.request(own(`plan/goal/${id}/action?offered=${key}`), { as: 'developer' })
    ).text()
    expect(prefilled).toContain(`value="${offered?.title.et}"`)
    expect(
      (await get(own(`plan/goal/${id}`), { as: 'developer', form: { ...goal, state: 'dropped' } })).status,
    ).toBe(303)
    expect((await get(own('plan'), { as: 'host' })).text).toContain('0 tegevust 1-st tehtud')
  })

  test('what was typed stays where something is wrong, and nothing is written', async () => {
    const form = { title: 'Kolm peret pakuvad tuba', cost: 'palju', who: 'Urmas' }
    const { status, text } = await get(own(`plan/goal/${goalId}/action`), { as: 'developer', form })
    expect(status).toBe(422)
    expect(text).toContain('Kirjuta summa numbritega')
    const html = await (
      await house.request(own(`plan/goal/${goalId}/action`), { as: 'developer', form })
    ).text()
    for (const typed of Object.values(form)) expect(html).toContain(`value="${typed}"`)
    expect(
      await house.act(developer(), (act) => actionsOf(act, { communityId: seeded.mine.id })),
    ).toHaveLength(1)
    expect((await get(own('plan/goal'), { as: 'developer', form: { title: '' } })).status).toBe(422)
    expect((await get(own('plan/goal'), { as: 'lead', form: { title: 'Kindel raha' } })).status).toBe(303)
    expect(await house.act(developer(), (act) => goalsOf(act, seeded.mine.id))).toHaveLength(3)
  })

  test('goes out as a file that Excel opens and does not compute', async () => {
    const bytes = await (await house.request(own('plan.csv'), { as: 'developer' })).arrayBuffer()
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect(text.startsWith('\ufeffEesmärk;Tegevus;')).toBe(true)
    expect(text).toContain("'=Talvine kava;Anneli;")
    expect(text).toContain(';99,50;kavas;')
  })
})

test('a visit is planned, written about afterwards, and its hours stay in the house', async () => {
  const planned = {
    kind: 'dialogue',
    'onDay-day': '2',
    'onDay-month': '1',
    'onDay-year': '2027',
    topic: 'Tuba',
  }
  expect((await get(own('visits/new'), { as: 'developer', form: { ...planned, topic: '' } })).status).toBe(
    422,
  )
  const { status, to } = await get(own('visits/new'), {
    as: 'developer',
    form: { ...planned, atTime: '15.30', action: actionId },
  })
  expect(status).toBe(303)
  const held = { people: '9', outcome: 'Kuulasime kaht peret.', hours: '1,75' }
  expect((await get(to ?? '', { as: 'developer', form: { ...held, hours: '1,7' } })).status).toBe(422)
  expect((await get(to ?? '', { as: 'host', form: held })).status).toBe(404)
  expect((await get(to ?? '', { as: 'developer', form: held })).status).toBe(303)
  const [visit] = await house.act(developer(), (act) => visitsOf(act, { communityId: seeded.mine.id }))
  expect(visit).toMatchObject({ state: 'held', atTime: '15:30', actionId, peopleCount: 9 })
  const id = visit?.id ?? ''
  expect(await house.act(developer(), (act) => visitQuarters(act, id))).toBe(7)
  expect(await house.act(house.organisation.accounts.host, (act) => visitQuarters(act, id))).toBeNull()
  const { text } = await get(to ?? '', { as: 'host' })
  expect(text).toContain('Kuulasime kaht peret.')
  expect(text).not.toContain('tundi')
  expect((await get(`${to}/cancel`, { as: 'developer', form: {} })).status).toBe(404)
})

test('a planned visit is moved to another day, and what was typed stays where something is wrong', async () => {
  const planned = { kind: 'visit', 'onDay-day': '5', 'onDay-month': '1', 'onDay-year': '2027', topic: 'Saun' }
  const { to } = await get(own('visits/new'), { as: 'developer', form: planned })
  const move = (as: 'developer' | 'host' | 'coordinator', given: object = {}) =>
    get(`${to}/move`, {
      as,
      form: { 'onDay-day': '12', 'onDay-month': '1', 'onDay-year': '2027', atTime: '9.30', ...given },
    })
  for (const as of ['host', 'coordinator'] as const) expect((await move(as)).status).toBe(404)
  const wrong = await house.request(`${to}/move`, {
    as: 'developer',
    form: { 'onDay-day': '31', 'onDay-month': '2', 'onDay-year': '2027', atTime: 'hommikul' },
  })
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  for (const typed of ['31', 'hommikul']) expect(html).toContain(`value="${typed}"`)
  const theVisit = async () =>
    (await house.act(developer(), (act) => visitsOf(act, { communityId: seeded.mine.id }))).find(
      ({ topic }) => topic === 'Saun',
    )
  expect(await theVisit()).toMatchObject({ atTime: null, moves: 0 })
  const moved = await move('developer')
  expect([moved.status, moved.to]).toEqual([303, to])
  // Sent a second time it has moved already.
  expect((await move('developer')).status).toBe(303)
  expect(await theVisit()).toMatchObject({ atTime: '09:30', moves: 1 })
  expect((await theVisit())?.onDay.toString()).toBe('2027-01-12')
  expect((await get(to ?? '', { as: 'host' })).text).not.toContain('Tõsta ümber')
  expect((await get(`${to}/cancel`, { as: 'developer', form: {} })).status).toBe(303)
  expect((await move('developer', { 'onDay-day': '13' })).status).toBe(404)
})

test('what showed that something was done is there again with the next time it is done, in the plan and its history', async () => {
  const communityId = seeded.others.id
  const id = await house.act(developer(), async (act) => {
    const goal = { dimension: null, stageFrom: null, stageTo: null, title: 'Naabrid', why: '', dueOn: null }
    return addAction(
      act,
      { communityId, goalId: await addGoal(act, communityId, goal) },
      { title: 'Kutse naabritele', who: null, byOn: null, costCents: null, milestone: false },
    )
  })
  const plan = `/communities/${seeded.others.slug}/plan`
  const move = (form: Record<string, string>) => get(`${plan}/action/${id}/state`, { as: 'developer', form })
  const aims = async () => (await get(plan, { as: 'developer' })).text.replace(/Mis on muutunud.*/, '')
  const shows = 'Kutsed viidi laiali.'
  await move({ to: 'done', evidence: shows })
  expect(await aims()).toContain(shows)
  await move({ to: 'planned' })
  expect(await aims()).not.toContain(shows)
  await move({ to: 'done' })
  expect(await aims()).toContain(shows)
  const changes = await house.act(developer(), (act) => actionChangesOf(act, communityId))
  expect(changes.flatMap(({ to, note }) => (to === 'done' ? [note] : []))).toEqual([shows, shows])
})
