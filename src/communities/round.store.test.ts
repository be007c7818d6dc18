/** What two scorers may see of each other, and when; tried through the store and by raw statements. */
import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addAccepted } from '../../tests/setup/communities.ts'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { addMember } from './member.store.ts'
import { readiness, type Dimension } from './readiness.ts'
import { roundAgreement, type Round, type RoundInterview } from './round.ts'
import {
  addInterview,
  beginRound,
  changeInterview,
  closeRound,
  interviewsOf,
  reopenRound,
  resultsOf,
  roundsOf,
  withdrawInterview,
} from './round.store.ts'
import { agreeOn, giveUpPlace, handIn, keepScores, sheetsOf, takePlace } from './scorer.store.ts'

let house: House
let maret: TestAccount
let urmas: TestAccount
let number = 0
let communityId: string
beforeAll(async () => {
  house = await openHouse({ rooms: [] })
  maret = house.organisation.accounts.developer
  urmas = house.organisation.accounts.lead
})
afterAll(() => house.close())
// Each promise has a community of its own.
beforeEach(async () => {
  number += 1
  communityId = (await addAccepted(house, house.organisation, `Kogukond ${number}`)).id
})

const dimensions: Dimension[] = ['climate', 'leadership']
const begin = () =>
  house.act(maret, (act) =>
    beginRound(act, communityId, { variant: 'five', version: 1, dimensions, smallAndAlike: false }),
  )

async function roundNow(): Promise<Round> {
  const [round] = await house.act(maret, (act) => roundsOf(act, communityId))
  if (!round) throw new Error('no round was begun')
  return round
}

async function interviewNow(id: string): Promise<RoundInterview> {
  const { id: roundId } = await roundNow()
  const found = (await house.act(maret, (act) => interviewsOf(act, [roundId]))).find((one) => one.id === id)
  if (!found) throw new Error('the interview is not there')
  return found
}

async function addOne(): Promise<string> {
  const round = await roundNow()
  return house.act(maret, (act) =>
    addInterview(act, round, { onDay: act.today, part: 'külavanem', notes: 'Rääkisime kaua.' }),
  )
}

/** Takes a place and keeps scores for every dimension. */
async function score(who: TestAccount, interviewId: string, values: readonly number[]): Promise<string> {
  const scorerId = await house.act(who, async (act) =>
    takePlace(
      act,
      (await interviewsOf(act, [(await roundNow()).id])).find(
        ({ id }) => id === interviewId,
      ) as RoundInterview,
    ),
  )
  if (scorerId === null) throw new Error('there was no place')
  await keep(who, interviewId, scorerId, values)
  return scorerId
}

async function keep(who: TestAccount, interviewId: string, scorerId: string, values: readonly number[]) {
  const scorer = (await interviewNow(interviewId)).scorers.find(({ id }) => id === scorerId)
  if (!scorer) throw new Error('the scorer has no place')
  await house.act(who, (act) =>
    keepScores(
      act,
      scorer,
      communityId,
      values.map((value, place) => ({ dimension: dimensions[place] as Dimension, score: value, why: '' })),
    ),
  )
}

const hand = (who: TestAccount, scorerId: string, handedIn = true) =>
  house.act(who, (act) => handIn(act, scorerId, handedIn))

const sheets = (who: TestAccount, interviewId: string) =>
  house.act(who, (act) => sheetsOf(act, [interviewId]))

/** By raw SQL as that account: what comes back, or the database's refusal. */
async function raw(who: TestAccount, statement: RawBuilder<unknown>): Promise<unknown[] | 'refused'> {
  try {
    return await house.act(who, async (act) => (await statement.execute(act.tx)).rows)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === '42501' || code === '23514' || code === '23505') return 'refused'
    throw error
  }
}

/** An interview that both have scored and handed in. */
async function opened(one: readonly number[] = [4, 3], other: readonly number[] = [3.5, 3]) {
  const id = await addOne()
  const first = await score(maret, id, one)
  const second = await score(urmas, id, other)
  await hand(maret, first)
  await hand(urmas, second)
  return { id, first, second }
}

const agree = async (who: TestAccount, id: string, values: readonly number[]) => {
  const interview = await interviewNow(id)
  await house.act(who, (act) =>
    agreeOn(
      act,
      interview,
      values.map((value, place) => ({ dimension: dimensions[place] as Dimension, score: value })),
    ),
  )
}

describe('two who score an interview', () => {
  test('do not see each other’s scores before both have handed in, the lead included, nor by raw SQL', async () => {
    await begin()
    const id = await addOne()
    const first = await score(maret, id, [4, 3])
    const second = await score(urmas, id, [2, 2.25])
    const everything = sql`select account_id from communities.interview_score where interview_id = ${id}::uuid`
    const alone = async () => {
      for (const who of [maret, urmas]) {
        expect((await sheets(who, id)).map(({ scorerId }) => scorerId)).toEqual([
          who === maret ? first : second,
        ])
        expect(await raw(who, everything)).toEqual(dimensions.map(() => ({ accountId: who.id })))
      }
    }
    await alone()
    await hand(maret, first)
    await alone()
    await hand(urmas, second)
    for (const who of [maret, urmas]) {
      expect((await sheets(who, id)).map(({ scorerId }) => scorerId).toSorted()).toEqual(
        [first, second].toSorted(),
      )
    }
  })

  test('hand in a whole sheet, take it back while the other has not, and nothing once both have', async () => {
    await begin()
    const id = await addOne()
    const first = await score(maret, id, [4])
    expect(
      await raw(
        maret,
        sql`update communities.interview_scorer set finished_at = now() where id = ${first}::uuid`,
      ),
    ).toBe('refused')
    await keep(maret, id, first, [4, 3])
    expect(await hand(maret, first)).toBe(true)
    // What was handed in is not changed.
    expect(
      await raw(
        maret,
        sql`update communities.interview_score set hundredths = 900 where scorer_id = ${first}::uuid`,
      ),
    ).toBe('refused')
    expect(await hand(maret, first, false)).toBe(true)
    await keep(maret, id, first, [5, 3])
    await hand(maret, first)
    const second = await score(urmas, id, [2, 2])
    await hand(urmas, second)
    expect(
      await raw(
        urmas,
        sql`update communities.interview_scorer set finished_at = null where id = ${second}::uuid`,
      ),
    ).toBe('refused')
  })

  test('are two: a third finds no place, and nobody takes one for somebody else', async () => {
    await begin()
    const { id } = await opened()
    const third = house.organisation.accounts.admin
    const insert = (account: string, place: number) => sql`
      insert into communities.interview_scorer (id, interview_id, community_id, organisation_id, account_id, place, taken_at)
      select gen_random_uuid(), id, community_id, organisation_id, ${account}::uuid, ${place}, now()
      from communities.interview where id = ${id}::uuid`
    for (const place of [1, 2, 3]) expect(await raw(maret, insert(maret.id, place))).toBe('refused')
    const other = await addOne()
    expect(
      await raw(
        maret,
        sql`insert into communities.interview_scorer (id, interview_id, community_id, organisation_id, account_id, place, taken_at)
          select gen_random_uuid(), id, community_id, organisation_id, ${third.id}::uuid, 1, now()
          from communities.interview where id = ${other}::uuid`,
      ),
    ).toBe('refused')
    // Nobody hands in for the other.
    const first = await score(maret, other, [4, 4])
    expect(
      await raw(
        urmas,
        sql`update communities.interview_scorer set finished_at = now() where id = ${first}::uuid`,
      ),
    ).toBe('refused')
  })

  test('free a place that nobody comes to; what was given there stays with whoever gave it', async () => {
    await begin()
    const id = await addOne()
    const first = await score(maret, id, [9, 9])
    expect(await house.act(urmas, (act) => giveUpPlace(act, first))).toBe(true)
    const again = await score(maret, id, [4, 3])
    const second = await score(urmas, id, [3, 3])
    await hand(maret, again)
    await hand(urmas, second)
    expect((await sheets(urmas, id)).map(({ scorerId }) => scorerId).toSorted()).toEqual(
      [again, second].toSorted(),
    )
    expect(await house.act(urmas, (act) => giveUpPlace(act, again))).toBe(false)
  })
})

describe('what the two agree on', () => {
  test('is written by one of them, once both are in, and superseded, never changed', async () => {
    await begin()
    const early = await addOne()
    await expect(agree(maret, early, [4, 4])).rejects.toThrow('two must have handed in')
    const { id } = await opened()
    await agree(maret, id, [4, 3])
    await agree(urmas, id, [3.75, 3])
    expect((await interviewNow(id)).combined).toEqual({ climate: 3.75, leadership: 3 })
    const all = sql`select from communities.combined_score where interview_id = ${id}::uuid`
    expect(await raw(maret, all)).toHaveLength(3)
    expect(
      await raw(
        maret,
        sql`update communities.combined_score set hundredths = 900 where interview_id = ${id}::uuid`,
      ),
    ).toBe('refused')
  })
})

describe('a round', () => {
  test('is one at a time', async () => {
    expect(await begin()).not.toBeNull()
    expect(await begin()).toBeNull()
  })

  test('is closed when every interview that counts is agreed on, comes to what the rules say, and changes no more', async () => {
    await begin()
    expect(await house.act(maret, async (act) => closeRound(act, await roundNow()))).toBe(false)
    const one = await opened()
    const two = await opened([5, 5], [5, 4])
    const three = await addOne()
    await agree(maret, one.id, [3.75, 3])
    await agree(urmas, two.id, [5, 4.5])
    const round = await roundNow()
    expect(await house.act(maret, (act) => closeRound(act, round))).toBe(false)
    expect(
      await raw(
        maret,
        sql`update communities.readiness_round set closed_on = current_date where id = ${round.id}::uuid`,
      ),
    ).toBe('refused')
    await house.act(maret, (act) => withdrawInterview(act, three, true))
    expect(await house.act(maret, (act) => closeRound(act, round))).toBe(true)
    const [result] = await house.act(maret, async (act) => resultsOf(act, await roundsOf(act, communityId)))
    expect(result?.readiness).toEqual(
      readiness({
        dimensions,
        interviews: [
          { combined: { climate: 3.75, leadership: 3 } },
          { combined: { climate: 5, leadership: 4.5 } },
        ],
      }),
    )
    await expect(agree(maret, one.id, [9, 9])).rejects.toThrow('the round is closed')
    await expect(addOne()).rejects.toThrow('the round is closed')
    await expect(
      house.act(maret, (act) =>
        changeInterview(act, one.id, { onDay: act.today, part: 'teine', notes: 'Muu' }),
      ),
    ).rejects.toThrow('the round is closed')
    expect(
      await raw(
        maret,
        sql`update communities.readiness_result set sum_hundredths = 0 where round_id = ${round.id}::uuid`,
      ),
    ).toBe('refused')
    // A mistake can be put right: opened again, changed, closed again.
    expect(await house.act(maret, async (act) => reopenRound(act, await roundNow()))).toBe(true)
    await agree(maret, one.id, [4, 3])
    expect(await house.act(maret, async (act) => closeRound(act, await roundNow()))).toBe(true)
    const [after] = await house.act(maret, async (act) => resultsOf(act, await roundsOf(act, communityId)))
    expect(after?.readiness.dimensions[0]?.reached?.score).toBe(4.5)
  })

  test('shows contact persons what came out while it is closed, and no interview, no scorer, no score', async () => {
    const { host } = house.organisation.accounts
    await house.act(maret, (act) => addMember(act, { communityId, accountId: host.id }))
    await begin()
    const { id } = await opened()
    await agree(maret, id, [4, 3])
    const seen = () => house.act(host, async (act) => resultsOf(act, await roundsOf(act, communityId)))
    expect(await seen()).toEqual([])
    await house.act(maret, async (act) => closeRound(act, await roundNow()))
    expect(await seen()).toHaveLength(1)
    for (const table of ['interview', 'interview_scorer', 'interview_score', 'combined_score']) {
      expect(await raw(host, sql`select from ${sql.table(`communities.${table}`)}`), table).toEqual([])
    }
    await house.act(maret, async (act) => reopenRound(act, await roundNow()))
    expect(await seen()).toEqual([])
    expect(await raw(host, sql`select from communities.readiness_result`)).toEqual([])
  })

  test('tells how far the two agreed on their own', async () => {
    await begin()
    const { id } = await opened([4, 3], [3.5, 3])
    const round = await roundNow()
    const agreement = roundAgreement(round, [await interviewNow(id)], await sheets(maret, id))
    expect(agreement).toMatchObject({ cells: 2, meanDifference: 0.25, same: 0.5, withinHalf: 1 })
  })
})

test('two hand in at the same moment: both are in, and both see', async () => {
  await begin()
  const id = await addOne()
  const first = await score(maret, id, [4, 3])
  const second = await score(urmas, id, [3, 3])
  await Promise.all([hand(maret, first), hand(urmas, second)])
  expect(await sheets(maret, id)).toHaveLength(2)
  expect(await sheets(urmas, id)).toHaveLength(2)
})
