/** What is typed about an interview comes back, whoever was quicker meanwhile. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addAccepted, type SeededCommunity } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { statementsOf } from '../../tests/setup/statements.ts'
import type { Acting } from '../platform/actor.ts'
import { communitiesRoom } from './room.ts'
import type { Round, RoundInterview } from './round.ts'
import { addInterview, beginRound, closeRound, interviewsOf, roundsOf } from './round.store.ts'
import { agreeOn, giveUpPlace, handIn, keepScores, scorersOf, sheetsOf, takePlace } from './scorer.store.ts'

let house: House
let maret: TestAccount
let urmas: TestAccount
let community: SeededCommunity
let interviewId: string
let number = 0
beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom] })
  maret = house.organisation.accounts.developer
  urmas = house.organisation.accounts.lead
})
afterAll(() => house.close())

// Each promise has a community of its own, with one interview.
beforeEach(async () => {
  number += 1
  community = await addAccepted(house, house.organisation, `Kogukond ${number}`)
  await house.act(maret, async (act) => {
    await beginRound(act, community.id, {
      variant: 'five',
      version: 1,
      dimensions: ['climate'],
      smallAndAlike: true,
    })
    interviewId = await addInterview(act, await theRound(act), {
      onDay: act.today,
      part: 'külavanem',
      notes: 'Rääkisime kaua.',
    })
  })
})

async function theRound(act: Acting): Promise<Round> {
  const [round] = await roundsOf(act, community.id)
  if (!round) throw new Error('no round was begun')
  return round
}

async function theInterview(act: Acting): Promise<RoundInterview> {
  const found = await interviewsOf(act, [(await theRound(act)).id])
  const interview = found.find(({ id }) => id === interviewId)
  if (!interview) throw new Error('the interview is not there')
  return interview
}

/** Takes a place and gives a score. */
async function score(who: TestAccount, { handedIn = true } = {}) {
  await house.act(who, async (act) => {
    const id = await takePlace(act, await theInterview(act))
    const scorer = (await scorersOf(act, [interviewId])).find((one) => one.id === id)
    if (!scorer) throw new Error('there was no place')
    await keepScores(act, scorer, community.id, [
      { dimension: 'climate', score: 3, why: 'Naabrid kuulasid.' },
    ])
    if (handedIn) await handIn(act, scorer.id, true)
  })
}

async function agree() {
  await score(maret)
  await score(urmas)
  await house.act(maret, async (act) =>
    agreeOn(act, await theInterview(act), [{ dimension: 'climate', score: 3 }]),
  )
}

const close = (act: Acting) => theRound(act).then((round) => closeRound(act, round))

const post = async (place: string, form: Record<string, string>) => {
  const answer = await house.request(`/communities/${community.slug}/interviews/${place}`, {
    as: maret,
    form,
  })
  return { status: answer.status, text: textOf(await answer.text()) }
}
const typed = {
  'onDay-day': '20',
  'onDay-month': '11',
  'onDay-year': '2026',
  part: 'õpetaja',
  notes: 'Kaks tundi juttu, mida teist korda ei räägita.',
}

/** Until a statement waits for somebody else's transaction. */
const waits = (act: Acting) =>
  expect
    .poll(async () => {
      const { rows } = await sql`select from pg_locks where not granted`.execute(act.tx)
      return rows.length
    })
    .toBe(1)

for (const place of ['new', 'change'] as const) {
  const at = () => (place === 'new' ? 'new' : `${interviewId}/change`)

  test(`what was typed comes back where the assessment was finished before it was sent (${place})`, async () => {
    await agree()
    expect(await house.act(urmas, close)).toBe(true)
    const { status, text } = await post(at(), typed)
    expect(status).toBe(409)
    expect(text).toContain('Hinnang sai vahepeal valmis')
    expect(text).toContain(typed.notes)
  })

  test(`and where it is finished at that very moment (${place})`, async () => {
    await agree()
    const posted = await house.act(urmas, async (act) => {
      await close(act)
      const sent = post(at(), typed)
      await waits(act)
      return { sent }
    })
    const { status, text } = await posted.sent
    expect(status).toBe(409)
    expect(text).toContain('Hinnang sai vahepeal valmis')
    expect(text).toContain(typed.notes)
  })
}

test('where no assessment was ever begun there is nothing to write into', async () => {
  community = await addAccepted(house, house.organisation, 'Hindamata küla')
  expect((await post('new', typed)).status).toBe(404)
})

test('reasons that were typed come back where the place was freed for somebody else', async () => {
  await score(maret, { handedIn: false })
  await house.act(urmas, async (act) => {
    const [scorer] = await scorersOf(act, [interviewId])
    await giveUpPlace(act, scorer?.id ?? '')
  })
  const { status, text } = await post(`${interviewId}/score`, {
    'score-climate': '4.25',
    'why-climate': 'Pikk põhjendus.',
    to: 'keep',
  })
  expect(status).toBe(409)
  expect(text).toContain('Sa ei hinda seda vestlust enam')
  expect(text).toContain('Pikk põhjendus.')
  expect(await house.act(urmas, (act) => sheetsOf(act, [interviewId]))).toEqual([])
})

test('a draft score that is emptied again is empty, and what is left stays', async () => {
  community = await addAccepted(house, house.organisation, 'Tühjaks tehtud')
  await house.act(maret, async (act) => {
    await beginRound(act, community.id, {
      variant: 'five',
      version: 1,
      dimensions: ['climate', 'leadership'],
      smallAndAlike: true,
    })
    const interview = { onDay: act.today, part: 'külavanem', notes: 'Rääkisime.' }
    interviewId = await addInterview(act, await theRound(act), interview)
    await takePlace(act, await theInterview(act))
  })
  const both = {
    'score-climate': '3.25',
    'why-climate': 'Ekslik põhjus',
    'score-leadership': '4',
    to: 'keep',
  }
  expect((await post(`${interviewId}/score`, both)).status).toBe(303)
  const emptied = { ...both, 'score-climate': '', 'why-climate': '' }
  expect((await post(`${interviewId}/score`, emptied)).status).toBe(303)
  const address = `/communities/${community.slug}/interviews/${interviewId}/score`
  const html = await (await house.request(address, { as: maret })).text()
  expect(html.match(/value="[\d.]+" selected/g)).toEqual(['value="4" selected'])
  expect(html).not.toContain('Ekslik põhjus')
  // A sheet with a hole is not handed in, and the one beside it finds its place as before.
  expect((await post(`${interviewId}/score`, { ...emptied, to: 'done' })).status).toBe(422)
  expect((await post(`${interviewId}/score`, { ...both, to: 'done' })).status).toBe(303)
  await house.act(urmas, async (act) => {
    expect(await takePlace(act, await theInterview(act))).not.toBeNull()
    expect((await theInterview(act)).scorers.map(({ accountId }) => accountId).toSorted()).toEqual(
      [maret.id, urmas.id].toSorted(),
    )
  })
})

test('the page of one interview reads that interview and no other', async () => {
  await house.act(maret, async (act) => {
    const round = await theRound(act)
    for (let more = 0; more < 5; more += 1) {
      await addInterview(act, round, { onDay: act.today, part: 'õpetaja', notes: 'Rääkisime.' })
    }
  })
  const address = `/communities/${community.slug}/interviews/${interviewId}`
  await house.request(address, { as: maret })
  const asked = await statementsOf(() => house.request(address, { as: maret }))
  const ofInterviews = asked.filter(({ text }) => text.includes('from "communities"."interview" '))
  expect(ofInterviews.length).toBeGreaterThan(0)
  expect(ofInterviews.filter(({ rows }) => rows > 1)).toEqual([])
})

test('an interview stands under its own community alone', async () => {
  const other = await addAccepted(house, house.organisation, `Teine kogukond ${number}`)
  const answer = await house.request(`/communities/${other.slug}/interviews/${interviewId}`, { as: maret })
  expect(answer.status).toBe(404)
})
