/** Check-ins: which are due, what was answered, and who has read it. */
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import type { CheckinAnswers } from './checkin.ts'
import type { WindowState } from './window.ts'

export type CheckinTable = {
  id: string
  organisationId: string
  personId: string
  dueOn: Day
  form: 'weekly' | 'monthly'
  missedOn: Day | null
  cancelledOn: Day | null
}

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
  longer: Partial<LongerAnswers>
  wordsSealed: Buffer | null
  readAt: Moment | null
  readBy: string | null
}

declare module '../platform/database.ts' {
  interface Database {
    'support.checkin': CheckinTable
    'support.checkinAnswer': CheckinAnswerTable
  }
}

/** `self`: by the person; `telephone`: told to staff on the telephone, who wrote it down. */
export type AnswerWay = 'self' | 'telephone'

export type OpenCheckin = {
  dueOn: Day
  /** The last day on which it is in time. */
  lastDay: Day
  /** Carries the longer questions too. */
  longer: boolean
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

export type CheckinEntry = {
  /** Null: given without one being due. */
  dueOn: Day | null
  longer: boolean
  /** `cancelled`: a pause or an end came while it was open. */
  state: WindowState | 'cancelled'
  answer: GivenAnswer | null
}

export type Answered = {
  answerId: string
  /** By when a call was promised: where one was asked for, now or before, and has not been made yet. */
  callBy: Moment | null
  /** By which day somebody reads it; null where staff wrote it down themselves. */
  readBy: Day | null
}

/** Those that can be answered in time today, earliest first. Empty where the pathway is not active. */
export async function openCheckins(act: Acting, personId: string): Promise<OpenCheckin[]> {
  return pending(act, personId)
}

/**
 * Takes an answer, however late. A second answer to the same check-in corrects the first.
 *
 * @param given `dueOn` null: the one that is open or, where none is, an answer without one
 * @returns null where there is no such check-in, or the actor may not
 */
export async function answerCheckin(
  act: Acting,
  given: { personId: string; dueOn: Day | null; way: AnswerWay; answers: CheckinAnswers },
): Promise<Answered | null> {
  return pending(act, given)
}

/** Staff have read all that the person has sent. How many answers were new. */
export async function markRead(act: Acting, personId: string): Promise<number> {
  return pending(act, personId)
}

/** A new answer in the place of another; the old one stays. People correct their own words, staff what they wrote down on the telephone. */
export async function correctAnswer(
  act: Acting,
  answerId: string,
  answers: CheckinAnswers,
): Promise<Answered | null> {
  return pending(act, answerId, answers)
}

/** Every check-in that was due until today, and answers without one; the newest first. */
export async function checkinsOf(act: Acting, personId: string): Promise<CheckinEntry[]> {
  return pending(act, personId)
}

function pending(..._: unknown[]): never {
  throw new Error('not written yet')
}
