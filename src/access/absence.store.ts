/** Absences as they were said or noticed; see `absence.ts`. */
import { sql } from 'kysely'
import { staffRoles, type Acting } from '../platform/actor.ts'
import { dayAt, type Day, type Moment } from '../platform/day.ts'
import type { Away } from './absence.ts'

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
