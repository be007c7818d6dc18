import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type As, type House } from '../../tests/setup/house.ts'
import { listCommunities } from '../communities/community.store.ts'
import { openPulse } from '../communities/pulse.store.ts'
import { communitiesRoom } from '../communities/room.ts'
import { addInterview, beginRound, interviewOf, roundsOf } from '../communities/round.store.ts'
import { takePlace } from '../communities/scorer.store.ts'
import { addVisit } from '../communities/visit.store.ts'
import { day } from '../platform/day.ts'
import { takeUpMethod, versionsOf } from '../learning/method.store.ts'
import { learningRoom } from '../learning/room.ts'
import { trainingNewsWords } from '../learning/training.news.words.ts'
import { addSession, addTraining, sessionsOf, signUp } from '../learning/training.store.ts'
import { addTrial } from '../learning/trial.store.ts'
import { deskRoom } from './room.ts'

let house: House
let seeded: SeededCommunities
const topic = (number: number) => `Teema nr ${String(number).padStart(2, '0')}.`
beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom, learningRoom, deskRoom([])] })
  seeded = await seedCommunities(house)
  const { mine, others } = seeded
  await house.act('developer', async (act) => {
    for (let number = 1; number <= 60; number += 1) {
      const onDay = act.today.add({ days: number % 14 })
      const visit = { actionId: null, kind: 'visit', onDay, atTime: null, topic: topic(number) } as const
      await addVisit(act, number % 2 ? mine.id : others.id, visit)
    }
  })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-23T08:00:00Z'))

const look = async (path: string, as: As = 'developer') => {
  const answer = await house.request(path, { as })
  const html = await answer.text()
  return { status: answer.status, html, topics: textOf(html).match(/Teema nr \d\d\./g) ?? [] }
}

test('a group that is longer than fits leads to all of it, page by page', async () => {
  const first = await look('/developing')
  expect(first.topics).toHaveLength(12)
  const [, href] = /href="(\/developing\?show=visits)"/.exec(first.html) ?? []
  expect(textOf(first.html)).toContain('Näita kõiki 60')
  const one = await look(href ?? '')
  const two = await look(`${href}&page=2`)
  expect([one.topics.length, two.topics.length]).toEqual([50, 10])
  expect(new Set([...one.topics, ...two.topics]).size).toBe(60)
  expect(one.html).toContain('href="/developing?show=visits&amp;page=2"')
  expect(one.html).toContain('href="/developing"')
})

test('what is no group, or empty, shows all of them', async () => {
  for (const path of ['/developing?show=x', '/developing?show=places', '/developing?show=toString']) {
    expect((await look(path)).topics, path).toHaveLength(12)
  }
  expect((await look('/developing?show=visits&page=99')).topics).toHaveLength(10)
  expect((await look('/developing?show=visits&page=-1')).topics).toHaveLength(50)
  expect((await look('/developing?show=visits', 'host')).status).toBe(404)
  expect((await look('/developing', 'lead')).html).toContain('/developing?all=1&amp;show=visits')
})

test('an interview that waits for a second scorer is told to those who may be it, and to nobody else', async () => {
  const { id: communityId, slug } = seeded.mine
  const address = await house.act('developer', async (act) => {
    await beginRound(act, communityId, {
      variant: 'five',
      version: 1,
      dimensions: ['climate'],
      smallAndAlike: true,
    })
    const [round] = await roundsOf(act, communityId)
    if (!round) throw new Error('no round was begun')
    const notes = 'Salajane jutt.'
    const id = await addInterview(act, round, { onDay: act.today, part: 'külavanem', notes })
    const found = await interviewOf(act, communityId, id)
    if (found) await takePlace(act, found.interview)
    return `/communities/${slug}/interviews/${id}`
  })
  const link = `href="${address}"`
  for (const as of ['host', 'coordinator'] as const) {
    expect((await look('/developing', as)).status, as).toBe(404)
  }
  const strange = await look('/developing', house.other.accounts.developer)
  expect(strange.html).not.toContain(address)
  // The first scorer has it to hand in.
  expect((await look('/developing')).html).toContain(link)
  const lead = await look('/developing', 'lead')
  expect(lead.html).toContain(link)
  expect(textOf(lead.html)).toMatch(/Ootab hindajat.*Kuusiku külaselts.*külavanem/)
  expect(lead.html).not.toContain('Salajane')
})

test('a pulse that ended with too few answers says so, and until when something can be done', async () => {
  const { id: communityId, slug } = seeded.mine
  const id = await house.act('lead', (act) =>
    openPulse(
      act,
      { communityId, about: 'Kuusiku külaselts' },
      { moment: 'before', label: 'sügis', opensOn: act.today, untilOn: act.today, expected: null },
    ),
  )
  const link = `href="/communities/${slug}/pulse/${id}"`
  expect((await look('/developing', 'lead')).html).not.toContain(link)
  house.clock.set('2026-11-24T08:00:00Z')
  const { html } = await look('/developing', 'lead')
  expect(html).toContain(link)
  expect(textOf(html)).toMatch(
    /Liiga vähe vastuseid.*5 inimese.*Kuusiku külaselts.*sügis.*0 vastust.*7. dets/,
  )
  expect((await look('/developing', house.other.accounts.developer)).html).not.toContain(link)
})

test('a trial about which nothing is written, or whose day to be looked at has come, leads to its page', async () => {
  const mine = await house.act('developer', async (act) => {
    const [community] = await listCommunities(act)
    await takeUpMethod(act, {
      from: { card: 'fi-akilta', number: 1 },
      origin: 'other',
      originNote: 'Lugesime kaardilt.',
      observationIds: [],
      why: 'Sobib meile.',
    })
    const [version] = await versionsOf(act)
    if (!community || !version) throw new Error('there is nothing to try')
    const add = (startsOn: string, followUpOn: string) =>
      addTrial(
        act,
        { communityId: community.id, about: community.name },
        {
          versionId: version.id,
          adaptationId: null,
          actionId: null,
          facilitatorId: null,
          startsOn: day(startsOn),
          followUpOn: day(followUpOn),
        },
      )
    return {
      slug: community.slug,
      late: await add('2026-11-22', '2027-05-22'),
      ahead: await add('2026-11-23', '2026-11-24'),
      followed: await add('2026-11-23', '2026-11-23'),
    }
  })
  const { html } = await look('/developing')
  const href = (id: string) => `href="/communities/${mine.slug}/trials/${id}"`
  expect(html).toContain(href(mine.late))
  expect(html).toContain(href(mine.followed))
  expect(html).not.toContain(href(mine.ahead))
  expect(textOf(html)).toContain('Kirjuta katsest')
})

test('a developer and a contact person find what is theirs to know of trainings on the page they land on', async () => {
  const session = await house.act('developer', async (act) => {
    const what = {
      title: 'Piirid',
      forWhom: 'communities',
      programme: 'Räägime.',
      materials: '',
      versionIds: [],
    } as const
    const training = await addTraining(act, what)
    const times = { onDay: day('2026-11-24'), fromTime: '10:00', untilTime: '13:30' }
    await addSession(act, training, { ...times, place: 'Kuusiku külamaja', seats: 2 })
    const [one] = await sessionsOf(act, training)
    if (!one) throw new Error('the session is not there')
    return one
  })
  await house.act('host', (act) => signUp(act, session))
  const say = trainingNewsWords('et').notice
  const about = ['Piirid', '10.00–13.30', 'Kuusiku külamaja'] as const
  expect((await look('/developing')).html).toContain(say.gives.tomorrow(...about))
  expect((await look('/developing', 'lead')).html).not.toContain('class="notices"')
  const own = `/communities/${seeded.mine.slug}`
  const landed = await house.request('/communities', { as: 'host' })
  expect(landed.headers.get('location')).toBe(own)
  expect((await look(own, 'host')).html).toContain(say.comes.tomorrow(...about))
  // What is asked before it, too.
  expect((await look(own, 'host')).html).toContain('Ootame sinu vastust koolituse „Piirid“ kohta.')
  expect((await look(own, 'developer')).html).not.toContain(say.gives.tomorrow(...about))
})
