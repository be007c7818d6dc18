/** Check-ins: which are due, what was answered, and who has read it. */
import { sql } from 'kysely'
import { personById } from '../people/person.store.ts'
import type { Acting } from '../platform/actor.ts'
import { dayAt, daysBetween, isBefore, type Day, type Moment } from '../platform/day.ts'
import { closeTasks, listOpenTasks, openTasks } from '../tasks/task.store.ts'
import {
  insertAnswer,
  standingAnswers,
  type AnswerWay,
  type CheckinAnswerTable,
  type GivenAnswer,
} from './checkin-answer.store.ts'
import { stopAsking } from './checkin-asked.store.ts'
import { checkinRow, comingDue } from './checkin-due.store.ts'
import type { CheckinAnswers } from './checkin.ts'
import { callBy, readBy } from './help-promise.ts'
import { pathwayRow, type PathwayTable } from './pathway.store.ts'
import { auditRecord } from './record-audit.ts'
import { closeAnswered } from './sign-of-life.store.ts'
import { supportContent } from './support.content.ts'
import { takeTurn } from './turn.ts'
import { lastOpenDay, openDays, windowState, type WindowState } from './window.ts'

export type CheckinTable = {
  id: string
  organisationId: string
  personId: string
  dueOn: Day
  form: 'weekly' | 'monthly'
  missedOn: Day | null
  cancelledOn: Day | null
  /** When the person was asked for it, and reminded. */
  askedOn: Day | null
  remindedOn: Day | null
}

declare module '../platform/database.ts' {
  interface Database {
    'support.checkin': CheckinTable
  }
}

export type OpenCheckin = {
  dueOn: Day
  /** The last day on which it is in time. */
  lastDay: Day
  /** Carries the longer questions too. */
  longer: boolean
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
  const path = await pathwayRow(act, personId)
  if (path?.state !== 'active') return []
  await auditRecord(act, 'read', 'support.checkin', personId)
  return (await checkinsInWindow(act, path)).map(({ dueOn, longer }) => ({
    dueOn,
    longer,
    lastDay: lastOpenDay('checkin', dueOn),
  }))
}

async function checkinsInWindow(
  act: Acting,
  path: PathwayTable,
): Promise<{ dueOn: Day; longer: boolean; id: string | null }[]> {
  const rows = await act.tx
    .selectFrom('support.checkin as c')
    .select(['c.id', 'c.dueOn', 'c.form', 'c.cancelledOn'])
    .select(
      sql<boolean>`exists (select from support.checkin_answer a where a.checkin_id = c.id)`.as('answered'),
    )
    .where('c.personId', '=', path.personId)
    .where('c.dueOn', '>', act.today.subtract({ days: openDays.checkin }))
    .where('c.dueOn', '<=', act.today)
    .execute()
  const known = new Set(rows.map(({ dueOn }) => dueOn.toString()))
  const coming = comingDue(path, act.today).filter(
    ({ dueOn }) => !known.has(dueOn.toString()) && !isBefore(lastOpenDay('checkin', dueOn), act.today),
  )
  return [
    ...rows
      .filter(({ answered, cancelledOn }) => !answered && cancelledOn === null)
      .map(({ id, dueOn, form }) => ({ id, dueOn, longer: form === 'monthly' })),
    ...coming.map((due) => ({ ...due, id: null })),
  ].toSorted((a, b) => daysBetween(b.dueOn, a.dueOn))
}

/**
 * Takes an answer, however late. A second answer to the same check-in, given in the same way, corrects the first.
 *
 * @param given `dueOn` null: the one that is open or, where none is, an answer without one
 * @returns null where there is no such check-in, or the actor may not
 */
export async function answerCheckin(
  act: Acting,
  given: { personId: string; dueOn: Day | null; way: AnswerWay; answers: CheckinAnswers },
): Promise<Answered | null> {
  const { personId, dueOn, way, answers } = given
  if (way !== ownWay(act)) return null
  await takeTurn(act, personId)
  const path = await pathwayRow(act, personId)
  // Before the yes and after the end nothing is collected.
  if (!path || path.state === 'to-be-asked' || path.state === 'ended') return null
  const checkin = dueOn ? await checkinDueOn(act, path, dueOn) : await openCheckin(act, path)
  if (dueOn && checkin === null) return null
  const checkinId = checkin?.id ?? null
  const before = checkinId
    ? (await standingAnswers(act, personId)).find((standing) => standing.checkinId === checkinId)
    : undefined
  const answerTo = before && before.answer.way !== way ? null : checkinId
  const supersedes = answerTo && before ? before.answer.id : null
  const row = { personId, checkinId: answerTo, supersedes, givenOn: act.today, way }
  // A correction does not make an answer late.
  const givenOn = supersedes && before ? before.answer.givenOn : act.today
  const answerId = await insertAnswer(act, { ...row, givenOn }, answers)
  await auditRecord(act, 'create', 'support.checkin', personId)
  const answered = await afterAnswer(act, { answerId, personId, way, answers, heard: true })
  if (checkin) await stopAsking(act, { personId, ...checkin })
  return answered
}

/** Nobody speaks for the person, and nobody writes of themselves that staff have heard it. */
function ownWay(act: Acting): AnswerWay {
  if (act.actor.role === 'bearer') return 'link'
  return act.actor.role === 'participant' ? 'self' : 'telephone'
}

/** A check-in that was due, by its day. */
type DueRow = { id: string; dueOn: Day }

/** The check-in due on that day; written where the daily run has not come to it yet. */
async function checkinDueOn(act: Acting, path: PathwayTable, dueOn: Day): Promise<DueRow | null> {
  const { personId } = path
  const known = await act.tx
    .selectFrom('support.checkin')
    .select(['id', 'dueOn'])
    .where('personId', '=', personId)
    .where('dueOn', '=', dueOn)
    .executeTakeFirst()
  if (known) return known
  const due = comingDue(path, act.today).find((coming) => coming.dueOn.equals(dueOn))
  if (!due) return null
  const row = checkinRow(act, personId, due)
  await act.tx.insertInto('support.checkin').values(row).execute()
  return row
}

/** What the check-in of a day asks; null where none is due on it, or it was called off. */
export async function checkinOn(
  act: Acting,
  personId: string,
  dueOn: Day,
): Promise<{ longer: boolean } | null> {
  const path = await pathwayRow(act, personId)
  if (!path) return null
  await auditRecord(act, 'read', 'support.checkin', personId)
  const known = await act.tx
    .selectFrom('support.checkin')
    .select(['form', 'cancelledOn'])
    .where('personId', '=', personId)
    .where('dueOn', '=', dueOn)
    .executeTakeFirst()
  if (known) return known.cancelledOn ? null : { longer: known.form === 'monthly' }
  return comingDue(path, act.today).find((coming) => coming.dueOn.equals(dueOn)) ?? null
}

async function openCheckin(act: Acting, path: PathwayTable): Promise<DueRow | null> {
  const [open] = await checkinsInWindow(act, path)
  return open ? checkinDueOn(act, path, open.dueOn) : null
}

/**
 * What an answer sets going. Any answer ends silence; a wish to be called waits with its hour. And every answer that a person sent waits
 * to be read, not only one with words, with use or with a low number: which answers deserve a reader would be a score, the one who
 * writes least would be read least, and the person was told that somebody reads.
 */
async function afterAnswer(
  act: Acting,
  given: { answerId: string; personId: string; way: AnswerWay; answers: CheckinAnswers; heard: boolean },
): Promise<Answered> {
  const { answerId, personId, way, answers, heard } = given
  const own = way !== 'telephone'
  const asksForCall = answers.callMe === true
  // Whoever took it down on the telephone has called.
  const called = !own && !asksForCall
  const kinds = called ? (['silence', 'help'] as const) : (['silence'] as const)
  if (heard) {
    await closeAnswered(act, personId, {
      on: act.today,
      kinds,
      outcome: 'checkin',
    })
  }
  const ownerId = (await personById(act, personId))?.coordinatorId ?? null
  const subjectId = answerId
  if (asksForCall) {
    const { timeZone } = act.actor
    const dueAt = callBy(supportContent().helpPromise, act.now, timeZone)
    await openTasks(act, [
      { personId, kind: 'help', ownerId, dueAt, dueOn: dayAt(dueAt, timeZone), subjectId },
    ])
  }
  if (own) {
    await openTasks(act, [{ personId, kind: 'read', ownerId, dueOn: readBy(act.today), subjectId }])
  }
  const open = await listOpenTasks(act, { personId, kinds: ['help', 'read'] })
  return {
    answerId,
    callBy: open.find(({ kind }) => kind === 'help')?.dueAt ?? null,
    readBy: (own && open.find(({ kind }) => kind === 'read')?.dueOn) || null,
  }
}

/**
 * The coordinator or the lead has read what the person has sent, up to the moment at which it was shown to them; what came after it still
 * waits. How many answers were new.
 */
export async function markRead(act: Acting, personId: string, shownAt: Moment = act.now): Promise<number> {
  if (act.actor.role !== 'coordinator' && act.actor.role !== 'lead') return 0
  await takeTurn(act, personId)
  const result = await act.tx
    .updateTable('support.checkinAnswer')
    .set({ readAt: act.now, readBy: act.actor.accountId })
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .where('givenAt', '<=', shownAt)
    .executeTakeFirst()
  const left = await act.tx
    .selectFrom('support.checkinAnswer')
    .select('id')
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .executeTakeFirst()
  if (!left) await closeTasks(act, personId, ['read'], { state: 'completed', outcome: 'read' })
  await auditRecord(act, 'read', 'support.checkin', personId)
  return Number(result.numUpdatedRows)
}

/**
 * A new answer in the place of another; the old one stays. People correct their own words, staff what they wrote down on the telephone.
 *
 * @returns null where the actor may not, or it has been corrected already
 */
export async function correctAnswer(
  act: Acting,
  answerId: string,
  answers: CheckinAnswers,
): Promise<Answered | null> {
  const found = await readAnswer(act, answerId)
  if (!found) return null
  const { personId, checkinId, givenOn, way } = found
  if (way !== ownWay(act)) return null
  await takeTurn(act, personId)
  const standing = (await standingAnswers(act, personId)).some(({ answer }) => answer.id === answerId)
  if (!standing) return null
  const row = { personId, checkinId, supersedes: answerId, givenOn, way }
  const corrected = await insertAnswer(act, row, answers)
  await auditRecord(act, 'change', 'support.checkin', personId)
  // Staff who mend what they wrote down have not heard from the person again.
  return afterAnswer(act, { answerId: corrected, personId, way, answers, heard: way === 'self' })
}

async function readAnswer(act: Acting, answerId: string): Promise<CheckinAnswerTable | undefined> {
  return act.tx.selectFrom('support.checkinAnswer').selectAll().where('id', '=', answerId).executeTakeFirst()
}

/** Every check-in that was due until today, and answers without one; the newest first. */
export async function checkinsOf(act: Acting, personId: string): Promise<CheckinEntry[]> {
  const path = await pathwayRow(act, personId)
  if (!path) return []
  await auditRecord(act, 'read', 'support.checkin', personId)
  const rows = await act.tx
    .selectFrom('support.checkin')
    .select(['id', 'dueOn', 'form', 'cancelledOn'])
    .where('personId', '=', personId)
    .execute()
  const standing = await standingAnswers(act, personId)
  const answerTo = new Map(standing.map(({ checkinId, answer }) => [checkinId, answer]))
  const known = new Set(rows.map(({ dueOn }) => dueOn.toString()))
  const due = rows.map(({ id, dueOn, form, cancelledOn }): CheckinEntry & { dueOn: Day } => {
    const answer = answerTo.get(id) ?? null
    const state = windowState({
      kind: 'checkin',
      dueOn,
      today: act.today,
      answeredOn: answer?.givenOn ?? null,
    })
    const cancelled = cancelledOn !== null && answer === null
    return { dueOn, longer: form === 'monthly', state: cancelled ? 'cancelled' : state, answer }
  })
  const coming = comingDue(path, act.today)
    .filter(({ dueOn }) => !known.has(dueOn.toString()))
    .map(({ dueOn, longer }): CheckinEntry & { dueOn: Day } => {
      const state = windowState({ kind: 'checkin', dueOn, today: act.today, answeredOn: null })
      return { dueOn, longer, state, answer: null }
    })
  const extra = standing
    .filter(({ checkinId }) => checkinId === null)
    .map(({ answer }): CheckinEntry => ({ dueOn: null, longer: isLonger(answer), state: 'answered', answer }))
  const dayOf = ({ dueOn, answer }: CheckinEntry) => dueOn ?? answer?.givenOn ?? act.today
  return [...due, ...coming, ...extra].toSorted((a, b) => daysBetween(dayOf(a), dayOf(b)))
}

function isLonger({ answers }: GivenAnswer): boolean {
  const { wellbeing: _, confidence: __, callMe: ___, words: ____, ...longer } = answers
  return Object.values(longer).some((answer) => answer !== null)
}
