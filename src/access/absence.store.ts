/** Absences as they were said or noticed; see `absence.ts`. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { staffRoles, type Acting } from '../platform/actor.ts'
import { dayAt, type Day, type Moment } from '../platform/day.ts'
import { coveredRoles, type Away, type Span, type Standing } from './absence.ts'

declare module '../platform/database.ts' {
  interface Database {
    'access.absence': {
      id: string
      organisationId: string
      accountId: string
      startsOn: Day
      endsOn: Day | null
      substituteId: string | null
      why: 'said' | 'noticed'
      madeBy: string | null
      madeAt: Moment
      endedAt: Moment | null
    }
  }
}

/** Who of the organisation is away on a day, by account: said, noticed, or because the account is closed. */
export async function awayOn(act: Acting, date: Day): Promise<Map<string, Away>> {
  const said = await act.tx
    .selectFrom('access.absence')
    .select(['accountId', 'startsOn as from', 'endsOn as until', 'substituteId', 'why'])
    .where('organisationId', '=', act.actor.organisationId)
    .where('endedAt', 'is', null)
    .where('startsOn', '<=', date)
    .where((is) => is.or([is('endsOn', 'is', null), is('endsOn', '>=', date)]))
    .execute()
  const left = await act.tx
    .selectFrom('access.account as account')
    .select(['account.id', 'account.disabledAt', 'account.createdAt'])
    .where('account.organisationId', '=', act.actor.organisationId)
    .where('account.state', '=', 'disabled')
    .where(
      sql<boolean>`exists (select from access.account_role held where held.account_id = account.id and held.role = any(${[...staffRoles]}))`,
    )
    .execute()
  return new Map<string, Away>([
    ...said.map(({ accountId, ...away }) => [accountId, away] as const),
    ...left.map(({ id, disabledAt, createdAt }) => {
      const from = dayAt(disabledAt ?? createdAt, act.actor.timeZone)
      return [id, { from, until: null, substituteId: null, why: 'left' }] as const
    }),
  ])
}

/** An absence that stands: to come, now, or over lately. */
export type Absence = Standing & { id: string; why: 'said' | 'noticed' }

const columns = ['id', 'accountId', 'startsOn as from', 'endsOn as until', 'substituteId', 'why'] as const

/** Absences that are not over on that day, of the whole house, the earliest first. */
export async function absencesFrom(act: Acting, date: Day): Promise<Absence[]> {
  return act.tx
    .selectFrom('access.absence')
    .select(columns)
    .where('organisationId', '=', act.actor.organisationId)
    .where('endedAt', 'is', null)
    .where((is) => is.or([is('endsOn', 'is', null), is('endsOn', '>=', date)]))
    .orderBy('startsOn')
    .orderBy('madeAt')
    .execute()
}

/** One absence that stands; null where there is none here. */
export async function absenceById(act: Acting, id: string): Promise<Absence | null> {
  const row = await act.tx
    .selectFrom('access.absence')
    .select(columns)
    .where('organisationId', '=', act.actor.organisationId)
    .where('endedAt', 'is', null)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Writes an absence down; one that had only been noticed is replaced. Whether it may be is asked of `absenceProblem` before; two that say it
 * at the same moment are told apart by the database (23P01).
 *
 * @returns its id
 */
export async function sayAway(act: Acting, said: Standing): Promise<string> {
  await act.tx
    .updateTable('access.absence')
    .set({ endedAt: act.now })
    .where('accountId', '=', said.accountId)
    .where('why', '=', 'noticed')
    .where('endedAt', 'is', null)
    .execute()
  const id = randomUUID()
  await insertAbsence(act, { ...said, id, why: 'said' })
  await act.audit('create', 'access.absence', [], id)
  return id
}

/** What somebody said is changed: its last day, who stands in. */
export async function changeAway(
  act: Acting,
  id: string,
  change: { until?: Day | null; substituteId?: string | null },
): Promise<boolean> {
  const changed = await act.tx
    .updateTable('access.absence')
    .set({
      ...(change.until === undefined ? {} : { endsOn: change.until }),
      ...(change.substituteId === undefined ? {} : { substituteId: change.substituteId }),
    })
    .where('id', '=', id)
    .where('why', '=', 'said')
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) return false
  await act.audit('change', 'access.absence', [], id)
  return true
}

/** Somebody is back today: the absence ends with yesterday, and one that has not begun is as if it had never been said. */
export async function endAway(act: Acting, id: string): Promise<boolean> {
  const ended = await act.tx
    .updateTable('access.absence')
    .set({
      endedAt: sql`case when starts_on < ${act.today.toString()}::date then null else ${act.now}::timestamptz end`,
      endsOn: sql`case when starts_on < ${act.today.toString()}::date then ${act.today.subtract({ days: 1 }).toString()}::date else ends_on end`,
    })
    .where('id', '=', id)
    .where('why', '=', 'said')
    .where('endedAt', 'is', null)
    .where((is) => is.or([is('endsOn', 'is', null), is('endsOn', '>=', act.today)]))
    .executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) return false
  await act.audit('change', 'access.absence', [], id)
  return true
}

/**
 * Notices that somebody is not here. As the system.
 *
 * @param until the day before they had said that they would be away; null where they had not
 */
export async function noticeAway(
  act: Acting,
  { accountId, from, until }: Span & { accountId: string },
): Promise<string> {
  const id = randomUUID()
  await insertAbsence(act, { id, accountId, from, until, substituteId: null, why: 'noticed' })
  await act.audit('create', 'access.absence', [], `${id}: noticed`)
  return id
}

async function insertAbsence(act: Acting, { from, until, ...absence }: Absence): Promise<void> {
  await act.tx
    .insertInto('access.absence')
    .values({
      ...absence,
      organisationId: act.actor.organisationId,
      startsOn: from,
      endsOn: until,
      madeBy: act.actor.accountId,
      madeAt: act.now,
      endedAt: null,
    })
    .execute()
}

/** Open accounts that people wait for, with the day each was last seen, or the day it was opened. For the lead and the house. */
export async function lastSeen(act: Acting): Promise<Map<string, Day>> {
  // Others do not see when somebody was here, and would take everybody for somebody who never was.
  if (!['lead', 'admin', 'system'].includes(act.actor.role)) return new Map()
  const rows = await act.tx
    .selectFrom('access.account as account')
    .leftJoin('access.presence as presence', 'presence.accountId', 'account.id')
    .select(['account.id', 'account.createdAt', 'presence.lastSeenOn'])
    .where('account.organisationId', '=', act.actor.organisationId)
    .where('account.state', '=', 'active')
    .where(
      sql<boolean>`exists (select from access.account_role held where held.account_id = account.id and held.role = any(${[...coveredRoles]}))`,
    )
    .execute()
  return new Map(
    rows.map(({ id, createdAt, lastSeenOn }) => [id, lastSeenOn ?? dayAt(createdAt, act.actor.timeZone)]),
  )
}
