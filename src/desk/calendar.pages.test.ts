import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { addAction, addGoal } from '../communities/plan.store.ts'
import { communitiesRoom } from '../communities/room.ts'
import { addVisit, cancelVisit } from '../communities/visit.store.ts'
import { learningRoom } from '../learning/room.ts'
import { addSession, addTraining, sessionsOf, signUp } from '../learning/training.store.ts'
import { day } from '../platform/day.ts'
import { deskRoom } from './room.ts'

let house: House
let seeded: SeededCommunities
beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom, learningRoom, deskRoom([learningRoom])] })
  seeded = await seedCommunities(house)
  const { developer } = house.organisation.accounts
  const visit = (onDay: string, atTime: string | null, topic: string) => ({
    actionId: null,
    kind: 'dialogue' as const,
    onDay: day(onDay),
    atTime,
    topic,
  })
  await house.act(developer, async (act) => {
    await addVisit(act, seeded.mine.id, visit('2026-12-02', '15:30', 'Salajane teema'))
    const off = await addVisit(act, seeded.mine.id, visit('2026-12-03', '11:11', 'Ära jäänud'))
    await cancelVisit(act, off)
    await addVisit(act, seeded.others.id, visit('2026-12-04', null, 'Rattad'))
    const goalId = await addGoal(act, seeded.mine.id, {
      dimension: null,
      stageFrom: null,
      stageTo: null,
      title: 'Avatud õhtud',
      why: '',
      dueOn: null,
    })
    const action = {
      title: 'Talvine kava',
      who: 'Anneli',
      byOn: day('2026-12-20'),
      costCents: null,
      milestone: false,
    }
    await addAction(act, { communityId: seeded.mine.id, goalId }, action)
  })
  await house.act(house.other.accounts.developer, (act) =>
    addVisit(act, seeded.foreign.id, visit('2026-12-02', '10:00', 'Võõras')),
  )
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-12-01T08:00:00Z'))

type Asked = Parameters<House['request']>[1]
const get = async (path: string, asked?: Asked) => {
  const answer = await house.request(path, asked)
  const html = await answer.text()
  return { status: answer.status, html, text: textOf(html) }
}

describe('who must not see', () => {
  test('the calendar is for developers, the lead and contact persons', async () => {
    for (const as of [
      'coordinator',
      'supporter',
      'participant',
      'officer',
      'mobility_lead',
      'admin',
    ] as const) {
      expect((await get('/calendar', { as })).status, as).toBe(404)
    }
    expect((await get('/calendar')).status).toBe(303)
  })

  test('nothing of another organisation stands in it, and for a contact person nothing of other communities', async () => {
    for (const as of ['developer', 'lead', 'host'] as const) {
      const { text } = await get('/calendar', { as })
      expect(text).not.toContain('Võõra küla selts')
      expect(text.includes('Tamme jalgrattaklubi'), as).toBe(as !== 'host')
    }
  })
})

describe('the month', () => {
  test('shows visits with kind, community and hour, what is due, and today', async () => {
    const { text, html } = await get('/calendar', { as: 'developer' })
    for (const part of [
      'Detsember 2026',
      '15.30 Vestlusring',
      'Kuusiku külaselts',
      'Tähtaeg: Talvine kava',
      'täna',
    ])
      expect(text).toContain(part)
    expect(html).toMatch(/<td[^>]*aria-current="date"[^>]*>\s*<time datetime="2026-12-01"/)
    expect(html.match(/<th scope="col"/g)).toHaveLength(7)
    expect(text).not.toContain('11.11')
    expect(text).not.toContain('Anneli')
  })

  test('leads to the months beside it, and says what to do where nothing is', async () => {
    const { html } = await get('/calendar?month=2026-12', { as: 'developer' })
    for (const month of ['2026-11', '2027-01']) expect(html).toContain(`href="/calendar?month=${month}"`)
    const { status, text } = await get('/calendar?month=2027-03', { as: 'developer' })
    expect(status).toBe(200)
    expect(text).toContain('Selles kuus ei ole midagi kirjas')
  })

  test('says clearly what is no month', async () => {
    for (const month of ['2026-13', 'x', '2026-12-01', '%00']) {
      const { status, text } = await get(`/calendar?month=${month}`, { as: 'developer' })
      expect(status, month).toBe(400)
      expect(text).toContain('Sellist kuud ei ole')
    }
  })

  test('is of one’s own communities, and of all where that is asked', async () => {
    await house.act('developer', (act) =>
      act.tx
        .updateTable('communities.community')
        .set({ developerId: house.organisation.accounts.lead.id })
        .where('id', '=', seeded.others.id)
        .execute(),
    )
    expect((await get('/calendar', { as: 'developer' })).text).not.toContain('Tamme jalgrattaklubi')
    expect((await get('/calendar?all=1', { as: 'developer' })).text).toContain('Tamme jalgrattaklubi')
  })
})

test('what other rooms have agreed for somebody stands in the month and in the feed, and outside without what it is about', async () => {
  const session = await house.act('developer', async (act) => {
    const training = await addTraining(act, {
      title: 'Kui keegi joob',
      forWhom: 'communities',
      programme: 'Räägime.',
      materials: '',
      versionIds: [],
    })
    const times = { onDay: day('2026-12-14'), fromTime: '10:00', untilTime: '13:30' }
    await addSession(act, training, { ...times, place: 'Kuusiku külamaja', seats: 2 })
    const [one] = await sessionsOf(act, training)
    if (!one) throw new Error('the session is not there')
    return one
  })
  expect((await get('/calendar', { as: 'host' })).text).not.toContain('Kui keegi joob')
  await house.act('host', (act) => signUp(act, session))
  const own = await get('/calendar', { as: 'host' })
  expect(own.text).toContain('10.00 Kui keegi joob')
  expect(own.html).toContain(`href="/trainings/${session.trainingId}/sessions/${session.id}"`)
  expect((await get('/calendar?month=2027-01', { as: 'host' })).text).not.toContain('Kui keegi joob')
  const made = await house.request('/calendar/address', { as: 'host', form: {} })
  const kept = made.headers.getSetCookie().find((one) => one.startsWith('__Secure-tugevus-calendar')) ?? ''
  const page = await get('/calendar/address', { as: 'host', headers: { cookie: kept.split(';')[0] ?? '' } })
  const [path = ''] = /\/calendar\/[\w-]{43}\.ics/.exec(page.html) ?? []
  const feed = (await get(path)).html.replaceAll('\r\n ', '')
  expect(feed).toContain(`UID:${session.id}@tugevus`)
  for (const line of ['SUMMARY:Koolitus\r', 'DTSTART:20261214T080000Z', 'DTEND:20261214T113000Z'])
    expect(feed).toContain(line)
  for (const hidden of ['joob', 'Räägime', 'külamaja']) expect(feed).not.toContain(hidden)
})
