/** For whom a day of a training is held: who is told, who says so, and how a plan's action leads there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type Asked, type House } from '../../tests/setup/house.ts'
import { addPlace } from '../communities/place.store.ts'
import { addAction, addGoal } from '../communities/plan.store.ts'
import { communitiesRoom } from '../communities/room.ts'
import { learningRoom } from './room.ts'
import { dimensionPart } from './session-for.part.tsx'
import { linkSession, sessionsForOf } from './session-for.store.ts'
import type { NewSessionFor } from './session-for.ts'
import { addSession, addTraining, sessionsOf, trainingsOf } from './training.store.ts'

type OfCommunity = { communityId: string; actionId: string; placeId: string }

let house: House
let seeded: SeededCommunities
/** Of the host's own community, and of another one of the house. */
let mine: OfCommunity
let others: OfCommunity
beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom, learningRoom] })
  seeded = await seedCommunities(house)
  mine = await filled(seeded.mine.id, 'Vastuvõtjad oskavad', 'Koolitame vastuvõtjad', 'Puutöökoda')
  others = await filled(seeded.others.id, 'Klubi on valmis', 'Räägime klubis läbi', 'Rattaring')
})
afterAll(() => house.close())

const filled = (communityId: string, goal: string, title: string, place: string): Promise<OfCommunity> =>
  house.act('developer', async (act) => {
    const goalId = await addGoal(act, communityId, {
      dimension: 'knowledge',
      stageFrom: 5,
      stageTo: 6,
      title: goal,
      why: '',
      dueOn: null,
    })
    const actionId = await addAction(
      act,
      { communityId, goalId },
      { title, who: null, byOn: null, costCents: null, milestone: false },
    )
    const placeId = await addPlace(
      act,
      communityId,
      {
        kind: 'activity',
        title: place,
        what: '',
        schedule: { timing: 'agreement' },
        languages: ['et'],
        access: [],
        features: [],
        rules: '',
        costCents: null,
        costNote: '',
        minimum: 1,
        total: 2,
        startsOn: null,
        endsOn: null,
        locationId: null,
      },
      { buddy: null, trouble: null, call: null },
    )
    return { communityId, actionId, placeId }
  })

/** A day of a training, with the address of its page. */
const heldFor = (link: NewSessionFor | null) =>
  house.act('developer', async (act) => {
    const training = await addTraining(act, {
      title: 'Piirid',
      forWhom: 'communities',
      programme: 'Räägime piiridest.',
      materials: '',
      versionIds: [],
    })
    const id = await addSession(act, training, {
      onDay: act.today.add({ days: 7 }),
      fromTime: '17:00',
      untilTime: '19:00',
      place: 'Kuusiku rahvamaja',
      seats: null,
    })
    await linkSession(act, id, link)
    return { id, path: `/trainings/${training}/sessions/${id}`, training: `/trainings/${training}` }
  })

const ask = async (path: string, as: Asked['as'], form?: Asked['form']) => {
  const answer = await house.request(path, form ? { as, form } : { as })
  const html = await answer.text()
  return { status: answer.status, to: answer.headers.get('location') ?? '', html, text: textOf(html) }
}
const seen = (text: string) =>
  ['Kuusiku külaselts', 'Koolitame vastuvõtjad', 'Puutöökoda'].map((what) => text.includes(what))

describe('for whom a day is', () => {
  test('is told to developers, the lead and its own contact person; a coordinator sees no plan', async () => {
    const { path } = await heldFor(mine)
    for (const as of ['developer', 'lead', 'host'] as const)
      expect([as, seen((await ask(path, as)).text)]).toEqual([as, [true, true, true]])
    expect(seen((await ask(path, 'coordinator')).text)).toEqual([true, false, true])
  })

  test('is no one else’s to know: others who may come read the written place alone', async () => {
    const { path, training } = await heldFor(mine)
    for (const as of ['supporter', 'mobility_lead'] as const) {
      for (const page of [path, training]) {
        const { status, text } = await ask(page, as)
        expect([status, text.includes('Kuusiku rahvamaja')]).toEqual([200, true])
        expect([as, seen(text)]).toEqual([as, [false, false, false]])
      }
      expect(await house.act(as, (act) => sessionsForOf(act))).toEqual([])
    }
  })

  test('is not told to the contact person of another community', async () => {
    const { path } = await heldFor(others)
    const { text } = await ask(path, 'host')
    for (const what of ['Tamme jalgrattaklubi', 'Räägime klubis läbi', 'Rattaring'])
      expect(text).not.toContain(what)
    const visible = await house.act('host', (act) => sessionsForOf(act))
    expect(new Set(visible.map(({ communityId }) => communityId))).toEqual(new Set([seeded.mine.id]))
    for (const page of ['', '/new'])
      expect((await ask(`/communities/${seeded.others.slug}/trainings${page}`, 'host')).status).toBe(404)
  })

  test('is not there for another house', async () => {
    await heldFor(mine)
    const foreign = house.other.accounts.developer
    expect(await house.act(foreign, (act) => sessionsForOf(act))).toEqual([])
    expect((await ask(`/communities/${seeded.mine.slug}/trainings`, foreign)).status).toBe(404)
  })

  test('is said by developers and the lead alone', async () => {
    const { id, path } = await heldFor(null)
    for (const as of ['host', 'coordinator', 'supporter', 'mobility_lead'] as const) {
      await expect(house.act(as, (act) => linkSession(act, id, mine))).rejects.toMatchObject({
        code: '42501',
      })
      expect((await ask(`${path}/for`, as)).status).toBe(404)
      expect((await ask(`${path}/for`, as, { community: seeded.mine.slug })).status).toBe(404)
      expect((await ask(`/communities/${seeded.mine.slug}/trainings/new`, as)).status).toBe(404)
    }
    expect(await house.act('developer', (act) => sessionsForOf(act, { sessionId: id }))).toEqual([])
  })

  test('keeps to one community: no action and no place of another, and no community of another house', async () => {
    const { id } = await heldFor(null)
    for (const wrong of [
      { ...mine, actionId: others.actionId },
      { ...mine, placeId: others.placeId },
      { communityId: seeded.foreign.id, actionId: null, placeId: null },
    ])
      await expect(house.act('developer', (act) => linkSession(act, id, wrong))).rejects.toMatchObject({
        code: '23503',
      })
  })
})

const session = {
  'onDay-day': '14',
  'onDay-month': '12',
  'onDay-year': '2026',
  fromTime: '10',
  untilTime: '13.30',
  place: 'Kuusiku rahvamaja',
  seats: '',
}

describe('a training for a community', () => {
  const own = (place = '') => `/communities/${seeded.mine.slug}/${place}`

  test('begins at an action of its plan, with the action filled in', async () => {
    const action = await ask(own(`plan/action/${mine.actionId}`), 'developer')
    const to = own(`trainings/new?action=${mine.actionId}`)
    expect(action.html).toContain(`href="${to}"`)
    const form = await ask(to, 'developer')
    expect(form.html).toContain(`value="${mine.actionId}" selected`)
    // Another community's action is nothing.
    expect((await ask(own(`trainings/new?action=${others.actionId}`), 'developer')).html).not.toContain(
      others.actionId,
    )
    expect((await ask(own(`plan/action/${mine.actionId}`), 'host')).html).not.toContain('trainings/new')
  })

  test('begins at a dimension of readiness with what serves it first, and the action of that goal filled in', async () => {
    const form = await ask(own('trainings/new?dimension=knowledge&ready=somebody-drinks'), 'developer')
    expect(form.html).toContain('value="somebody-drinks" selected')
    expect(form.html).toContain(`value="${mine.actionId}" selected`)
  })

  test('is offered for a dimension that a shipped programme serves, to those who may hold it', async () => {
    const offered = (as: 'developer' | 'host', dimension: string) =>
      house.act(as, async (act) => String(dimensionPart(act, seeded.mine, dimension, 'et') ?? ''))
    const to = own('trainings/new?dimension=climate&amp;ready=welcoming')
    expect(await offered('developer', 'climate')).toContain(`href="${to}"`)
    expect(await offered('developer', 'climate')).not.toContain('boundaries')
    expect(await offered('developer', 'leadership')).toBe('')
    expect(await offered('host', 'climate')).toBe('')
  })

  test('takes a ready programme or a training that is there, and is found from the community and its action', async () => {
    const before = (await house.act('developer', (act) => trainingsOf(act))).length
    const made = await ask(own('trainings/new'), 'developer', {
      ...session,
      training: 'welcoming',
      action: mine.actionId,
      welcomes: mine.placeId,
    })
    expect(made.status).toBe(303)
    const trainings = await house.act('developer', (act) => trainingsOf(act))
    expect(trainings).toHaveLength(before + 1)
    const training = trainings.find(({ title }) => title === 'Kuidas inimest vastu võtta')
    const page = await ask(made.to, 'host')
    expect(seen(page.text)).toEqual([true, true, true])
    // Taken once, it is no longer offered as ready but as it was made.
    const again = await ask(own('trainings/new?ready=welcoming'), 'developer')
    expect(again.html).toContain(`value="${training?.id}" selected`)
    expect(again.html).not.toContain('value="welcoming"')
    for (const place of ['', `plan/action/${mine.actionId}`, 'trainings']) {
      const path = place === '' ? `/communities/${seeded.mine.slug}` : own(place)
      expect([place, (await ask(path, 'host')).html.includes(made.to)]).toEqual([place, true])
    }
    expect((await ask(`/communities/${seeded.others.slug}`, 'developer')).html).not.toContain(made.to)
  })

  test('keeps what was typed where something is wrong, names it, and writes nothing', async () => {
    const before = await house.act('developer', async (act) => [
      await trainingsOf(act),
      await sessionsOf(act),
    ])
    const answer = await ask(own('trainings/new'), 'developer', {
      ...session,
      untilTime: '9',
      training: 'x',
      action: mine.actionId,
      welcomes: mine.placeId,
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Vali koolitus')
    expect(answer.text).toContain('Kirjuta lõpp')
    expect(answer.html).toContain('value="Kuusiku rahvamaja"')
    expect(answer.html).toContain(`value="${mine.actionId}" selected`)
    expect(answer.html).toContain(`value="${mine.placeId}" selected`)
    expect(
      await house.act('developer', async (act) => [await trainingsOf(act), await sessionsOf(act)]),
    ).toEqual(before)
  })

  test('is linked afterwards, to another one, and to none again', async () => {
    const { id, path } = await heldFor(null)
    const link = () => house.act('developer', (act) => sessionsForOf(act, { sessionId: id }))
    expect((await ask(path, 'developer')).html).toContain(`${path}/for`)
    expect((await ask(`${path}/for`, 'developer')).html).toContain(
      `${path}/for?community=${seeded.mine.slug}`,
    )
    const choose = await ask(`${path}/for?community=${seeded.mine.slug}`, 'developer')
    expect(choose.html).toContain(mine.actionId)
    expect(choose.html).not.toContain(others.actionId)
    const say = (form: Record<string, string>) => ask(`${path}/for`, 'developer', form)
    expect(
      (await say({ community: seeded.mine.slug, action: mine.actionId, welcomes: mine.placeId })).status,
    ).toBe(303)
    expect(await link()).toEqual([{ sessionId: id, ...mine }])
    // What belongs to another community is not taken along.
    await say({ community: seeded.others.slug, action: mine.actionId })
    expect(await link()).toEqual([
      { sessionId: id, communityId: seeded.others.id, actionId: null, placeId: null },
    ])
    expect((await say({ community: seeded.foreign.slug })).status).toBe(404)
    await say({ community: '' })
    expect(await link()).toEqual([])
  })
})
