/** Where a person is on the pathway: to be asked, active, paused or ended. What changed when: `pathway-change.store.ts`. */
import { recordConsents, type ConsentState } from '../people/consent.store.ts'
import { endPasses } from '../people/pass.store.ts'
import type { Acting } from '../platform/actor.ts'
import { isBefore, type Day } from '../platform/day.ts'
import { closeTasks, openTasks } from '../tasks/task.store.ts'
import { ownTextVersion, supportPurpose, supportTextVersion } from './agreement.ts'
import { cancelOpenCheckins, makeCheckinsDue } from './checkin-due.store.ts'
import {
  checkupRow,
  closeCheckup,
  currentCheckup,
  settleNext,
  waitForAgreement,
  waitForCheckup,
} from './checkup-due.store.ts'
import { daysAhead } from './daily.ts'
import { firstCheckupOn } from './first-contact.ts'
import { changePathway, changeRow } from './pathway-change.store.ts'
import { nextCheckup } from './pathway.ts'
import { auditRecord, auditRecords } from './record-audit.ts'
import type { RhythmChoice } from './rhythm.ts'
import { pathwayNamed } from './support.content.ts'
import { joinIn, takeTurn } from './turn.ts'

export const pathwayStates = ['to-be-asked', 'active', 'paused', 'ended'] as const
export type PathwayState = (typeof pathwayStates)[number]

export type PathwayTable = {
  personId: string
  organisationId: string
  pathway: string
  leftOn: Day
  enteredOn: Day
  state: PathwayState
  stateSince: Day
  pausedUntil: Day | null
  /** Null is the pathway's own rhythm. */
  rhythm: Exclude<RhythmChoice, 'pathway'> | null
  /** The last day whose check-ins have been made due; null where none are. */
  caughtUpTo: Day | null
}

declare module '../platform/database.ts' {
  interface Database {
    'support.pathway': PathwayTable
  }
}

export type PersonPathway = {
  personId: string
  /** Key of one of `content/pathways/`. */
  pathway: string
  leftOn: Day
  enteredOn: Day
  state: PathwayState
  stateSince: Day
  /** The first day on which the pathway goes on by itself; null where it is not paused or has no such day. */
  pausedUntil: Day | null
  rhythm: RhythmChoice
}

export type NewPathway = {
  personId: string
  pathway: string
  leftOn: Day
  /** Null: has not been asked, or not said yes. */
  agreed: Word | null
  coordinatorId: string
  /** See `firstContacts`. */
  firstContactOn: Day
}

/** The yes or no to continuing support: on which day and in which way it was said. */
export type Word = { on: Day; how: string }

/** How many rows go into one statement. */
const batch = 500

/** Puts people on a pathway. Who has not said yes is to be asked, and gets no check-in before. */
export async function enterPathways(act: Acting, list: readonly NewPathway[]): Promise<void> {
  await joinIn(act)
  for (let at = 0; at < list.length; at += batch) await enterBatch(act, list.slice(at, at + batch))
}

async function enterBatch(act: Acting, list: readonly NewPathway[]): Promise<void> {
  for (const { pathway } of list) pathwayNamed(pathway)
  await act.tx
    .insertInto('support.pathway')
    .values(
      list.map(({ personId, pathway, leftOn, agreed }) => ({
        personId,
        organisationId: act.actor.organisationId,
        pathway,
        leftOn,
        enteredOn: act.today,
        state: agreed ? ('active' as const) : ('to-be-asked' as const),
        stateSince: act.today,
        pausedUntil: null,
        rhythm: null,
        caughtUpTo: agreed ? yesterday(act) : null,
      })),
    )
    .execute()
  await act.tx
    .insertInto('support.pathwayChange')
    .values(
      list.map(({ personId, agreed }) =>
        changeRow(act, {
          personId,
          what: 'entered',
          fromState: null,
          toState: agreed ? 'active' : 'to-be-asked',
        }),
      ),
    )
    .execute()
  await enterAgreed(act, list)
  await openTasks(
    act,
    list
      .filter(({ agreed }) => agreed === null)
      .map(({ personId, coordinatorId, firstContactOn }) => ({
        personId,
        kind: 'ask' as const,
        ownerId: coordinatorId,
        dueOn: firstContactOn,
      })),
  )
  const personIds = list.map(({ personId }) => personId)
  await auditRecords(act, 'create', 'support.pathway', personIds)
}

async function enterAgreed(act: Acting, list: readonly NewPathway[]): Promise<void> {
  const agreed = list.flatMap((entry) => (entry.agreed ? [{ ...entry, word: entry.agreed }] : []))
  if (agreed.length === 0) return
  const checkups = agreed.map(({ personId, firstContactOn, coordinatorId }) => ({
    row: checkupRow(act, { personId, dueOn: firstContactOn, origin: 'first' }),
    ownerId: coordinatorId,
  }))
  await act.tx
    .insertInto('support.checkup')
    .values(checkups.map(({ row }) => row))
    .execute()
  await recordConsents(
    act,
    agreed.map(({ personId, word }) => ({
      personId,
      purpose: supportPurpose,
      state: 'given',
      onDay: word.on,
      how: word.how,
      textVersion: ownTextVersion,
    })),
  )
  const soon = act.today.add({ days: daysAhead })
  await openTasks(
    act,
    checkups
      .filter(({ row }) => !isBefore(soon, row.dueOn))
      .map(({ row: { personId, dueOn, id }, ownerId }) => ({
        personId,
        kind: 'checkup' as const,
        ownerId,
        dueOn,
        subjectId: id,
      })),
  )
}

/** Null where the person is on none, or the actor may not see it. */
export async function pathwayOf(act: Acting, personId: string): Promise<PersonPathway | null> {
  const row = await pathwayRow(act, personId)
  if (!row) return null
  await auditRecord(act, 'read', 'support.pathway', personId)
  const { organisationId: _, caughtUpTo: __, rhythm, ...pathway } = row
  return { ...pathway, rhythm: rhythm ?? 'pathway' }
}

/** As it stands in the table, for this room's own use. */
export async function pathwayRow(act: Acting, personId: string): Promise<PathwayTable | undefined> {
  return act.tx.selectFrom('support.pathway').selectAll().where('personId', '=', personId).executeTakeFirst()
}

/** Jobs keep the path; where it goes, people decide. */
async function inTurn(act: Acting, personId: string, states: readonly PathwayState[]) {
  if (act.actor.role === 'system') return null
  await takeTurn(act, personId)
  const row = await pathwayRow(act, personId)
  return row && states.includes(row.state) ? row : null
}

/** Somebody to be asked, or who had ended, says yes. False where there is nothing to say yes to. */
export async function sayYes(act: Acting, personId: string, word: Word): Promise<boolean> {
  const row = await inTurn(act, personId, ['to-be-asked', 'ended'])
  if (!row || !(await changePathway(act, row, activeFromToday(act), { what: 'yes' }))) return false
  await recordWord(act, personId, 'given', word)
  await closeTasks(act, personId, ['ask'], { state: 'completed', outcome: 'yes' })
  // Who comes back after an end is talked to now, whatever the rule would have said back then.
  const byRule =
    row.state === 'ended' ? null : nextCheckup(pathwayNamed(row.pathway), { left: row.leftOn, history: [] })
  await settleNext(act, { personId, dueOn: firstCheckupOn(byRule, act.today), origin: 'first' })
  return true
}

/** Somebody to be asked says no. The pathway ends; a yes later on is possible. */
export async function sayNo(act: Acting, personId: string, word: Word): Promise<boolean> {
  const row = await inTurn(act, personId, ['to-be-asked'])
  if (!row || !(await changePathway(act, row, endedToday(act), { what: 'no' }))) return false
  await recordWord(act, personId, 'refused', word)
  await closeTasks(act, personId, ['ask'], { state: 'completed', outcome: 'no' })
  return true
}

/** The tasks by which somebody is asked for something. What the person asked for, or sent and nobody has read, stays. */
const asking = ['silence', 'ask', 'checkup', 'call', 'undelivered', 'horizon'] as const

/**
 * Nothing becomes due or missed while paused; what waits is cancelled, but for a request for help and for answers nobody has read yet.
 *
 * @param pause `until`: the first day on which it goes on again, later than today; null until somebody resumes it
 */
export async function pausePathway(
  act: Acting,
  personId: string,
  pause: { until: Day | null; by: 'person' | 'staff'; reason?: string | null },
): Promise<boolean> {
  const { until, by, reason = null } = pause
  if (until && !isBefore(act.today, until)) throw new RangeError('a pause ends later than today')
  const row = await inTurn(act, personId, ['active', 'paused'])
  if (!row) return false
  const paused = {
    state: 'paused' as const,
    stateSince: row.state === 'paused' ? row.stateSince : act.today,
    pausedUntil: until,
  }
  if (!(await changePathway(act, row, paused, { what: 'paused', until, wishedBy: by, reason }))) return false
  await closeTasks(act, personId, asking, { state: 'cancelled', outcome: 'paused' })
  await cancelOpenCheckins(act, personId)
  return true
}

/** A check-up that fell into the pause is due today. */
export async function resumePathway(act: Acting, personId: string): Promise<boolean> {
  const row = await inTurn(act, personId, ['paused'])
  if (!row || !(await changePathway(act, row, activeFromToday(act), { what: 'resumed' }))) return false
  const open = await currentCheckup(act, personId)
  if (!open) {
    await waitForAgreement(act, personId)
    return true
  }
  if (isBefore(open.dueOn, act.today)) await settleNext(act, { personId, dueOn: act.today, origin: 'moved' })
  else await waitForCheckup(act, open)
  return true
}

/** Ends the support. Ended by the person themself, their consent is withdrawn with it. */
export async function endPathway(act: Acting, personId: string, reason: string): Promise<boolean> {
  const row = await inTurn(act, personId, ['to-be-asked', 'active', 'paused'])
  if (!row || !(await changePathway(act, row, endedToday(act), { what: 'ended', reason }))) return false
  if (act.actor.role === 'participant') {
    await recordWord(act, personId, 'withdrawn', { on: act.today, how: 'self' })
  }
  await closeTasks(act, personId, asking, { state: 'cancelled', outcome: 'ended' })
  await cancelOpenCheckins(act, personId)
  const open = await currentCheckup(act, personId)
  if (open) await closeCheckup(act, open, 'cancelled', act.today)
  return true
}

/** What was due by the old rhythm stays due; the new one counts from tomorrow. */
export async function changeRhythm(act: Acting, personId: string, rhythm: RhythmChoice): Promise<boolean> {
  const row = await inTurn(act, personId, ['to-be-asked', 'active', 'paused'])
  if (!row) return false
  if ((row.rhythm ?? 'pathway') === rhythm) return true
  if (row.state === 'active') await makeCheckinsDue(act, row)
  const changed = {
    rhythm: rhythm === 'pathway' ? null : rhythm,
    ...(row.state === 'active' ? { caughtUpTo: act.today } : {}),
  }
  if (!(await changePathway(act, row, changed, { what: 'rhythm', rhythm }))) return false
  if (rhythm === 'none') await cancelOpenCheckins(act, personId)
  // Cards were printed for the days of the old rhythm.
  else await endPasses(act, personId, { from: act.today.add({ days: 1 }) })
  return true
}

const yesterday = (act: Acting) => act.today.subtract({ days: 1 })

const activeFromToday = (act: Acting) => ({
  state: 'active' as const,
  stateSince: act.today,
  pausedUntil: null,
  caughtUpTo: yesterday(act),
})

const endedToday = (act: Acting) => ({
  state: 'ended' as const,
  stateSince: act.today,
  pausedUntil: null,
  caughtUpTo: null,
})

async function recordWord(act: Acting, personId: string, state: ConsentState, word: Word): Promise<void> {
  await recordConsents(act, [
    {
      personId,
      purpose: supportPurpose,
      state,
      onDay: word.on,
      how: word.how,
      textVersion: supportTextVersion,
    },
  ])
}
