/** The answers to check-ins as rows. Written through `checkin.store.ts`. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import { seal, unseal } from '../platform/sealing.ts'
import type { CheckinAnswers } from './checkin.ts'

/** `self`: by the person, signed in; `link`: by the person, without an account; `telephone`: told to staff, who wrote it down. */
export type AnswerWay = 'self' | 'link' | 'telephone'

/** The questions of the longer check-in. */
export type LongerAnswers = Pick<
  CheckinAnswers,
  'use' | 'craving' | 'riskySituation' | 'support' | 'work' | 'housing'
>

export type CheckinAnswerTable = {
  id: string
  organisationId: string
  personId: string
  checkinId: string | null
  supersedes: string | null
  givenAt: Moment
  givenOn: Day
  byAccount: string | null
  way: AnswerWay
  wellbeing: number | null
  confidence: number | null
  pleaseCall: boolean | null
  /** Only what was answered. */
  longer: Partial<LongerAnswers>
  wordsSealed: Buffer | null
  readAt: Moment | null
  readBy: string | null
}

declare module '../platform/database.ts' {
  interface Database {
    'support.checkinAnswer': CheckinAnswerTable
  }
}

export type GivenAnswer = {
  id: string
  givenAt: Moment
  givenOn: Day
  way: AnswerWay
  byAccount: string | null
  answers: CheckinAnswers
  readAt: Moment | null
  readBy: string | null
  /** Answers before this one that it corrects. */
  corrections: number
}

const wordsPlace = (id: string) => `support.checkin_answer/words/${id}`

/** What staff wrote down themselves on the telephone, they have read. */
export async function insertAnswer(
  act: Acting,
  given: Pick<CheckinAnswerTable, 'personId' | 'checkinId' | 'supersedes' | 'givenOn' | 'way'>,
  answers: CheckinAnswers,
): Promise<string> {
  const { wellbeing, confidence, callMe, words, ...longer } = answers
  const id = randomUUID()
  const read = given.way === 'telephone'
  await act.tx
    .insertInto('support.checkinAnswer')
    .values({
      ...given,
      id,
      organisationId: act.actor.organisationId,
      givenAt: act.now,
      byAccount: act.actor.accountId,
      wellbeing,
      confidence,
      pleaseCall: callMe,
      longer: Object.fromEntries(Object.entries(longer).filter(([, answer]) => answer !== null)),
      wordsSealed: words === null ? null : seal(act.keys, wordsPlace(id), words),
      readAt: read ? act.now : null,
      readBy: read ? act.actor.accountId : null,
    })
    .execute()
  return id
}

export function wordsOf(act: Acting, row: Pick<CheckinAnswerTable, 'id' | 'wordsSealed'>): string | null {
  return row.wordsSealed && unseal(act.keys, wordsPlace(row.id), row.wordsSealed)
}

function openAnswer(act: Acting, row: CheckinAnswerTable, corrections: number): GivenAnswer {
  const { id, givenAt, givenOn, way, byAccount, readAt, readBy, longer } = row
  const answers = {
    wellbeing: row.wellbeing,
    confidence: row.confidence,
    callMe: row.pleaseCall,
    words: wordsOf(act, row),
    use: longer.use ?? null,
    craving: longer.craving ?? null,
    riskySituation: longer.riskySituation ?? null,
    support: longer.support ?? null,
    work: longer.work ?? null,
    housing: longer.housing ?? null,
  }
  return { id, givenAt, givenOn, way, byAccount, answers, readAt, readBy, corrections }
}

/** The answers of a person as they stand after corrections, the newest first. */
export async function standingAnswers(
  act: Acting,
  personId: string,
): Promise<{ checkinId: string | null; answer: GivenAnswer }[]> {
  const rows = await act.tx
    .selectFrom('support.checkinAnswer')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('givenOn', 'desc')
    .orderBy('givenAt', 'desc')
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const superseded = new Set(rows.map((row) => row.supersedes))
  return rows
    .filter(({ id }) => !superseded.has(id))
    .map((row) => {
      let corrections = 0
      for (let old = row.supersedes; old !== null; old = byId.get(old)?.supersedes ?? null) corrections += 1
      return { checkinId: row.checkinId, answer: openAnswer(act, row, corrections) }
    })
}
