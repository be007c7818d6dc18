/** Sums of the hours that were written down about visits. */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import type { HoursRow } from './visit-hours.ts'

/** By community and month of a year, of visits that were held. */
export async function hoursOf(act: Acting, year: number): Promise<HoursRow[]> {
  // Contact persons see visits and nobody's hours: to them all would look unwritten.
  if (act.actor.role === 'host') return []
  const { accountId } = act.actor
  return act.tx
    .selectFrom('communities.visit as visit')
    .leftJoin('communities.visitHours as hours', 'hours.visitId', 'visit.id')
    .select([
      'visit.communityId',
      sql<number>`extract(month from visit.on_day)::int`.as('month'),
      sql<number>`count(*)::int`.as('held'),
      sql<number>`count(hours.visit_id)::int`.as('written'),
      sql<number>`coalesce(sum(hours.quarters), 0)::int`.as('quarters'),
      sql<number>`coalesce(sum(hours.quarters) filter (where hours.by_account = ${accountId}::uuid), 0)::int`.as(
        'own',
      ),
    ])
    .where('visit.state', '=', 'held')
    .where(sql<boolean>`extract(year from visit.on_day) = ${year}`)
    .groupBy(['visit.communityId', sql`2`])
    .orderBy('visit.communityId')
    .orderBy(sql`2`)
    .execute()
}
