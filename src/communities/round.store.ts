/** Rounds of readiness and their interviews as rows. What each scorer gives is in `scorer.store.ts`. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import { seal, unseal } from '../platform/sealing.ts'
import { isDimension, type DimensionSum } from './readiness.ts'
import {
  canClose,
  resultOf,
  roundSums,
  type NewInterview,
  type NewRound,
  type Round,
  type RoundInterview,
  type RoundResult,
} from './round.ts'
import { combinedOf, scorersOf } from './scorer.store.ts'

type Ours = { communityId: string; organisationId: string }

declare module '../platform/database.ts' {
  interface Database {
    'communities.readinessRound': Omit<Round, 'dimensions'> &
      Ours & { dimensions: string[]; madeBy: string | null; madeAt: Moment; closedOn: Day | null }
    'communities.interview': Ours & {
      id: string
      roundId: string
      number: number
      onDay: Day
      part: string
      notesSealed: Buffer
      withdrawnOn: Day | null
      madeBy: string | null
      madeAt: Moment
    }
    'communities.readinessResult': Ours & {
      roundId: string
      dimension: string
      sumHundredths: number
      interviews: number
    }
  }
}

const notesPlace = (id: string) => `communities.interview/notes/${id}`

/** The newest first. */
export async function roundsOf(act: Acting, communityId: string): Promise<Round[]> {
  const rows = await rounds(act)
    .where('communityId', '=', communityId)
    .orderBy('begunOn', 'desc')
    .orderBy('madeAt', 'desc')
    .execute()
  return rows.map(roundIn)
}

const rounds = (act: Acting) =>
  act.tx
    .selectFrom('communities.readinessRound')
    .select(['id', 'communityId', 'variant', 'version', 'dimensions', 'smallAndAlike', 'begunOn', 'closedOn'])

const roundIn = <R extends { dimensions: string[] }>({ dimensions, ...round }: R) => ({
  ...round,
  dimensions: dimensions.filter(isDimension),
})

/** The id; null where one is open already. */
export async function beginRound(act: Acting, communityId: string, round: NewRound): Promise<string | null> {
  const id = randomUUID()
  const added = await act.tx
    .insertInto('communities.readinessRound')
    .values({
      ...round,
      id,
      communityId,
      organisationId: act.actor.organisationId,
      begunOn: act.today,
      closedOn: null,
      madeBy: act.actor.accountId,
      madeAt: act.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n ? id : null
}

/** Interviews of these rounds with who scores them and what was agreed, in the order in which they were entered. */
export async function interviewsOf(act: Acting, roundIds: readonly string[]): Promise<RoundInterview[]> {
  if (roundIds.length === 0) return []
  return scored(
    act,
    await interviews(act)
      .where('roundId', 'in', [...roundIds])
      .orderBy('number')
      .execute(),
  )
}

/** Interviews that count, of every assessment under way. */
export async function interviewsUnderWay(act: Acting): Promise<RoundInterview[]> {
  return scored(
    act,
    await interviews(act)
      .where('withdrawnOn', 'is', null)
      .where('roundId', 'in', (is) =>
        is.selectFrom('communities.readinessRound').select('id').where('closedOn', 'is', null),
      )
      .orderBy('onDay')
      .orderBy('id')
      .execute(),
  )
}

/** One interview of a community, with its round; null where the actor sees none. */
export async function interviewOf(
  act: Acting,
  communityId: string,
  id: string,
): Promise<{ round: Round; interview: RoundInterview } | null> {
  const row = await interviews(act)
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .executeTakeFirst()
  if (!row) return null
  const round = await rounds(act).where('id', '=', row.roundId).executeTakeFirstOrThrow()
  const [interview] = await scored(act, [row])
  return interview ? { round: roundIn(round), interview } : null
}

const interviews = (act: Acting) =>
  act.tx
    .selectFrom('communities.interview')
    .select(['id', 'communityId', 'roundId', 'number', 'onDay', 'part', 'withdrawnOn'])

async function scored(
  act: Acting,
  rows: readonly Omit<RoundInterview, 'scorers' | 'combined'>[],
): Promise<RoundInterview[]> {
  const ids = rows.map(({ id }) => id)
  const scorers = await scorersOf(act, ids)
  const combined = await combinedOf(act, ids)
  return rows.map((row) => ({
    ...row,
    scorers: scorers.filter(({ interviewId }) => interviewId === row.id),
    combined: combined.get(row.id) ?? {},
  }))
}

/** What was said in it; empty where the actor does not see it. */
export async function notesOf(act: Acting, interviewId: string): Promise<string> {
  const row = await act.tx
    .selectFrom('communities.interview')
    .select('notesSealed')
    .where('id', '=', interviewId)
    .executeTakeFirst()
  return row ? unseal(act.keys, notesPlace(interviewId), row.notesSealed) : ''
}

/** The id. */
export async function addInterview(
  act: Acting,
  { id: roundId, communityId }: Pick<Round, 'id' | 'communityId'>,
  { notes, ...interview }: NewInterview,
): Promise<string> {
  await sql`select communities.lock_round(${roundId}::uuid)`.execute(act.tx)
  const id = randomUUID()
  const last = await act.tx
    .selectFrom('communities.interview')
    .select((is) => is.fn.max('number').as('number'))
    .where('roundId', '=', roundId)
    .executeTakeFirst()
  await act.tx
    .insertInto('communities.interview')
    .values({
      ...interview,
      id,
      roundId,
      communityId,
      organisationId: act.actor.organisationId,
      number: (last?.number ?? 0) + 1,
      notesSealed: seal(act.keys, notesPlace(id), notes),
      withdrawnOn: null,
      madeBy: act.actor.accountId,
      madeAt: act.now,
    })
    .execute()
  return id
}

/** False where it is not there for the actor to change. */
export async function changeInterview(
  act: Acting,
  id: string,
  { notes, ...interview }: NewInterview,
): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.interview')
    .set({ ...interview, notesSealed: seal(act.keys, notesPlace(id), notes) })
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** It counts for nothing any more, or again. */
export async function withdrawInterview(act: Acting, id: string, withdrawn: boolean): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.interview')
    .set({ withdrawnOn: withdrawn ? act.today : null })
    .where('id', '=', id)
    .where('withdrawnOn', withdrawn ? 'is' : 'is not', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Writes down what came out, and closes the round. False where something is missing, or it is closed already. */
export async function closeRound(act: Acting, round: Round): Promise<boolean> {
  await sql`select communities.lock_round(${round.id}::uuid)`.execute(act.tx)
  const interviews = await interviewsOf(act, [round.id])
  if (!canClose(round, interviews)) return false
  const open = await act.tx
    .selectFrom('communities.readinessRound')
    .select('id')
    .where('id', '=', round.id)
    .where('closedOn', 'is', null)
    .executeTakeFirst()
  if (!open) return false
  const { organisationId } = act.actor
  await act.tx
    .insertInto('communities.readinessResult')
    .values(
      roundSums(round, interviews).map((sum) => ({
        ...sum,
        roundId: round.id,
        communityId: round.communityId,
        organisationId,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['roundId', 'dimension']).doUpdateSet((is) => ({
        sumHundredths: is.ref('excluded.sumHundredths'),
        interviews: is.ref('excluded.interviews'),
      })),
    )
    .execute()
  const closed = await act.tx
    .updateTable('communities.readinessRound')
    .set({ closedOn: act.today })
    .where('id', '=', round.id)
    .executeTakeFirst()
  return closed.numUpdatedRows > 0n
}

/** Opens the last round again, so that a mistake in it can be put right. False where another one is open. */
export async function reopenRound(act: Acting, { id, communityId }: Round): Promise<boolean> {
  const [latest] = await roundsOf(act, communityId)
  if (latest?.id !== id || latest.closedOn === null) return false
  const opened = await act.tx
    .updateTable('communities.readinessRound')
    .set({ closedOn: null })
    .where('id', '=', id)
    .executeTakeFirst()
  return opened.numUpdatedRows > 0n
}

/** What came out of those of these rounds that are closed, in their order. */
export async function resultsOf(act: Acting, rounds: readonly Round[]): Promise<RoundResult[]> {
  const closed = rounds.filter(({ closedOn }) => closedOn !== null)
  if (closed.length === 0) return []
  const rows = await act.tx
    .selectFrom('communities.readinessResult')
    .select(['roundId', 'dimension', 'sumHundredths', 'interviews'])
    .where(
      'roundId',
      'in',
      closed.map(({ id }) => id),
    )
    .execute()
  return closed.map((round) =>
    resultOf(
      round,
      rows.flatMap(({ roundId, dimension, ...sum }): DimensionSum[] =>
        roundId === round.id && isDimension(dimension) ? [{ dimension, ...sum }] : [],
      ),
    ),
  )
}
