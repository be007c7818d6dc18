/** Who scores an interview and what they give. The database lets nobody see the other's scores before both have handed in. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import { seal, unseal } from '../platform/sealing.ts'
import { isDimension, wholeHundredths, type Dimension } from './readiness.ts'
import { type RoundInterview, type Scorer, type Scores, type ScoreSheet } from './round.ts'

type Ours = { interviewId: string; communityId: string; organisationId: string }

declare module '../platform/database.ts' {
  interface Database {
    'communities.interviewScorer': Ours & {
      id: string
      accountId: string
      place: 1 | 2
      takenAt: Moment
      finishedAt: Moment | null
      givenUpAt: Moment | null
    }
    'communities.interviewScore': Ours & {
      scorerId: string
      accountId: string
      dimension: string
      hundredths: number
      whySealed: Buffer | null
      changedAt: Moment
    }
    'communities.combinedScore': Ours & {
      id: string
      dimension: string
      hundredths: number
      agreedBy: string | null
      agreedAt: Moment
      supersededAt: Moment | null
    }
  }
}

const whyPlace = (scorerId: string, dimension: string) =>
  `communities.interview_score/why/${scorerId}/${dimension}`

/** Who scores these interviews now, by place. */
export async function scorersOf(act: Acting, interviewIds: readonly string[]): Promise<Scorer[]> {
  if (interviewIds.length === 0) return []
  const rows = await act.tx
    .selectFrom('communities.interviewScorer')
    .select(['id', 'interviewId', 'accountId', 'place', 'finishedAt'])
    .where('interviewId', 'in', [...interviewIds])
    .where('givenUpAt', 'is', null)
    .orderBy('place')
    .execute()
  return rows.map(({ finishedAt, ...scorer }) => ({ ...scorer, finished: finishedAt !== null }))
}

/** What was agreed on for these interviews. */
export async function combinedOf(act: Acting, interviewIds: readonly string[]): Promise<Map<string, Scores>> {
  if (interviewIds.length === 0) return new Map()
  const rows = await act.tx
    .selectFrom('communities.combinedScore')
    .select(['interviewId', 'dimension', 'hundredths'])
    .where('interviewId', 'in', [...interviewIds])
    .where('supersededAt', 'is', null)
    .execute()
  return new Map(
    Map.groupBy(rows, ({ interviewId }) => interviewId)
      .entries()
      .map(([id, own]) => [id, scoresIn(own)]),
  )
}

const scoresIn = (rows: readonly { dimension: string; hundredths: number }[]): Scores =>
  Object.fromEntries(
    rows.flatMap(({ dimension, hundredths }) =>
      isDimension(dimension) ? [[dimension, hundredths / 100]] : [],
    ),
  )

/** What the actor may see of what was given for these interviews: their own, and both once both have handed in. */
export async function sheetsOf(act: Acting, interviewIds: readonly string[]): Promise<ScoreSheet[]> {
  if (interviewIds.length === 0) return []
  const rows = await act.tx
    .selectFrom('communities.interviewScore')
    .select(['scorerId', 'dimension', 'hundredths', 'whySealed'])
    .where('interviewId', 'in', [...interviewIds])
    .execute()
  return Map.groupBy(rows, ({ scorerId }) => scorerId)
    .entries()
    .map(([scorerId, own]) => ({
      scorerId,
      scores: scoresIn(own),
      reasons: Object.fromEntries(
        own.flatMap(({ dimension, whySealed }) =>
          whySealed ? [[dimension, unseal(act.keys, whyPlace(scorerId, dimension), whySealed)]] : [],
        ),
      ),
    }))
    .toArray()
}

/** Takes a free place for oneself; null where both are taken. */
export async function takePlace(
  act: Acting,
  { id: interviewId, communityId, scorers }: Pick<RoundInterview, 'id' | 'communityId' | 'scorers'>,
): Promise<string | null> {
  const { accountId } = act.actor
  const place = ([1, 2] as const).find((each) => scorers.every((scorer) => scorer.place !== each))
  if (accountId === null || place === undefined || scorers.some((one) => one.accountId === accountId))
    return null
  return takeThis(act, { interviewId, communityId, accountId, place })
}

async function takeThis(
  act: Acting,
  place: { interviewId: string; communityId: string; accountId: string; place: 1 | 2 },
): Promise<string | null> {
  const id = randomUUID()
  const taken = await act.tx
    .insertInto('communities.interviewScorer')
    .values({
      ...place,
      id,
      organisationId: act.actor.organisationId,
      takenAt: act.now,
      finishedAt: null,
      givenUpAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n ? id : null
}

/** Frees a place for somebody else: one's own, or that of somebody who does not come to it. What they gave stays theirs alone. */
export async function giveUpPlace(act: Acting, scorerId: string): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.interviewScorer')
    .set({ givenUpAt: act.now })
    .where('id', '=', scorerId)
    .where('finishedAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/**
 * Keeps what one has given so far, and nothing that was there before and is no more. Throws `RangeError` for a score that is none.
 *
 * @returns the id under which one scores from now on; null where the place is not theirs any more
 */
export async function keepScores(
  act: Acting,
  scorer: Scorer,
  communityId: string,
  given: readonly { dimension: Dimension; score: number; why: string }[],
): Promise<string | null> {
  const scorerId = await onSheetFor(act, scorer, communityId, given)
  if (scorerId === null || given.length === 0) return scorerId
  const { interviewId, accountId } = scorer
  await act.tx
    .insertInto('communities.interviewScore')
    .values(
      given.map(({ dimension, score, why }) => ({
        scorerId,
        interviewId,
        accountId,
        communityId,
        organisationId: act.actor.organisationId,
        dimension,
        hundredths: wholeHundredths(score),
        whySealed: why === '' ? null : seal(act.keys, whyPlace(scorerId, dimension), why),
        changedAt: act.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['scorerId', 'dimension']).doUpdateSet((is) => ({
        hundredths: is.ref('excluded.hundredths'),
        whySealed: is.ref('excluded.whySealed'),
        changedAt: is.ref('excluded.changedAt'),
      })),
    )
    .execute()
  return scorerId
}

/** A score that was given is never taken out of a sheet: where one was emptied, the same place gets a new sheet. */
async function onSheetFor(
  act: Acting,
  { id, interviewId, accountId, place }: Scorer,
  communityId: string,
  given: readonly { dimension: Dimension }[],
): Promise<string | null> {
  const kept = await act.tx
    .selectFrom('communities.interviewScore')
    .select('dimension')
    .where('scorerId', '=', id)
    .execute()
  if (kept.every(({ dimension }) => given.some((one) => one.dimension === dimension))) return id
  if (!(await giveUpPlace(act, id))) return null
  return takeThis(act, { interviewId, communityId, accountId, place })
}

/** Hands in what one has given, or takes it back while the other has not handed in. Every dimension has a score by then. */
export async function handIn(act: Acting, scorerId: string, handedIn: boolean): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.interviewScorer')
    .set({ finishedAt: handedIn ? act.now : null })
    .where('id', '=', scorerId)
    .where('givenUpAt', 'is', null)
    .where('finishedAt', handedIn ? 'is' : 'is not', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Writes down what the two agreed on; what was agreed on before is superseded. */
export async function agreeOn(
  act: Acting,
  { id: interviewId, communityId, combined }: RoundInterview,
  agreed: readonly { dimension: Dimension; score: number }[],
): Promise<void> {
  const changed = agreed.filter(({ dimension, score }) => combined[dimension] !== score)
  if (changed.length === 0) return
  await act.tx
    .updateTable('communities.combinedScore')
    .set({ supersededAt: act.now })
    .where('interviewId', '=', interviewId)
    .where(
      'dimension',
      'in',
      changed.map(({ dimension }) => dimension),
    )
    .where('supersededAt', 'is', null)
    .execute()
  await act.tx
    .insertInto('communities.combinedScore')
    .values(
      changed.map(({ dimension, score }) => ({
        id: randomUUID(),
        interviewId,
        communityId,
        organisationId: act.actor.organisationId,
        dimension,
        hundredths: wholeHundredths(score),
        agreedBy: act.actor.accountId,
        agreedAt: act.now,
        supersededAt: null,
      })),
    )
    .execute()
}
