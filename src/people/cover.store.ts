/**
 * Covers: whoever stands in for a colleague sees that colleague's people on the days of the absence, and on no other. The rows follow the
 * absences in `access/`; written again, they are there already.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
// For the types of the tables that are read here.
import type {} from '../access/absence.store.ts'
import { asHouse, systemOf, withActor, type Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import type { Job } from '../platform/room.ts'
import { everything } from './sight.ts'

/** How many rows go into one statement. */
const batch = 500

/**
 * Absences with a substitute that are not over. A coordinator covers as a coordinator; a lead who covers sees everybody anyway. Whoever covers
 * the only lead of a house answers for everybody in it.
 */
const standing = (act: Acting) => sql`
  select a.id, a.account_id, a.substitute_id, a.starts_on, a.ends_on,
    exists (select from access.account_role r where r.account_id = a.account_id and r.role = 'lead')
    and not exists (
      select from access.account_role r join access.account o on o.id = r.account_id
      where r.role = 'lead' and o.state = 'active' and o.id <> a.account_id and o.organisation_id = a.organisation_id
    ) as everybody
  from access.absence a
  where a.organisation_id = ${act.actor.organisationId} and a.ended_at is null and a.why = 'said'
    and (a.ends_on is null or a.ends_on >= ${act.today.toString()}::date)
    and exists (select from access.account_role r where r.account_id = a.substitute_id and r.role = 'coordinator')`

const ofAbsent = (accountId: string | null) =>
  accountId === null ? sql`true` : sql`a.account_id = ${accountId}::uuid`

/**
 * Gives substitutes the sight that absences call for and that is not there yet.
 *
 * @param personIds only of these, such as those who are being entered; if not given, everybody, and for a coordinator their own: whom they see
 * beside those is covered by rows that they do not see
 * @returns `audit_subject` of each who was covered newly
 */
export async function coverSight(
  act: Acting,
  personIds?: readonly string[],
  absentId: string | null = null,
): Promise<Buffer[]> {
  const everybody =
    act.actor.role === 'coordinator' ? sql`p.coordinator_id = ${act.actor.accountId}::uuid` : sql`true`
  const wanted = personIds === undefined ? everybody : sql`p.id = any(${[...personIds]}::uuid[])`
  const { rows } = await sql<{
    absenceId: string
    accountId: string
    substituteId: string
    startsOn: Day
    endsOn: Day | null
    personId: string
    auditSubject: Buffer
  }>`
    select a.id as absence_id, a.account_id, a.substitute_id, a.starts_on, a.ends_on, p.id as person_id, p.audit_subject
    from (${standing(act)}) a
    join people.person p on (p.coordinator_id = a.account_id or a.everybody) and p.coordinator_id is distinct from a.substitute_id
    where ${wanted} and ${ofAbsent(absentId)} and not exists (
      select from people.sight s
      where s.absence_id = a.id and s.person_id = p.id and s.account_id = a.substitute_id and s.ended_at is null)`.execute(
    act.tx,
  )
  let covered = 0
  for (let at = 0; at < rows.length; at += batch) {
    const added = await act.tx
      .insertInto('people.sight')
      .values(
        rows.slice(at, at + batch).map((row) => ({
          id: randomUUID(),
          organisationId: act.actor.organisationId,
          personId: row.personId,
          accountId: row.substituteId,
          role: 'coordinator',
          categories: [...everything],
          reason: 'cover' as const,
          consentId: null,
          // Whoever is away can end it when they are back.
          grantedBy: row.accountId,
          grantedAt: act.now,
          beginsOn: row.startsOn,
          endsOn: row.endsOn,
          endedAt: null,
          absenceId: row.absenceId,
        })),
      )
      // Somebody else's cover is not for the actor to see; that it is there already is found out by the key.
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    covered += Number(added.numInsertedOrUpdatedRows ?? 0n)
  }
  if (covered === 0) return []
  const subjects = rows.map(({ auditSubject }) => auditSubject)
  await act.audit('change', 'people.sight.cover', subjects)
  return subjects
}

/**
 * Makes covers what the absences say now: those of absences that were changed, taken back or given to another substitute end at once, and so
 * do those of people who have gone to somebody else; what is missing is added.
 *
 * @param personIds only of these; of everybody the actor sees if not given
 * @param absentId only of this account's absences
 */
export async function settleCovers(
  act: Acting,
  personIds?: readonly string[],
  absentId: string | null = null,
): Promise<{ ended: number; covered: Buffer[] }> {
  const wanted = personIds === undefined ? sql`true` : sql`s.person_id = any(${[...personIds]}::uuid[])`
  const { numAffectedRows = 0n } = await sql`
    update people.sight s set ended_at = ${act.now}
    where s.reason = 'cover' and s.absence_id is not null and s.ended_at is null and ${wanted}
      and exists (select from access.absence a where a.id = s.absence_id and ${ofAbsent(absentId)})
      and not exists (
        select from (${standing(act)}) a join people.person p on p.id = s.person_id
        where a.id = s.absence_id and a.substitute_id = s.account_id and a.starts_on = s.begins_on
          and a.ends_on is not distinct from s.ends_on and (p.coordinator_id = a.account_id or a.everybody)
          and p.coordinator_id is distinct from a.substitute_id)`.execute(act.tx)
  return { ended: Number(numAffectedRows), covered: await coverSight(act, personIds, absentId) }
}

/**
 * What somebody has just said of an absence takes effect: of their own for a coordinator, of anybody's for the lead. It is done by the house,
 * which sees every cover that is there.
 */
export async function settleCoversFor(act: Acting): Promise<void> {
  const { accountId, role } = act.actor
  // Nobody stands in for a support person.
  if (role !== 'coordinator' && role !== 'lead') return
  const { covered } = await asHouse(act, (house) =>
    settleCovers(house, undefined, role === 'lead' ? null : accountId),
  )
  // The person's log says by whom, where the house's own work is not told.
  if (covered.length > 0) await act.audit('change', 'people.sight.cover', covered)
}

/** Whom the actor sees today because they stand in, with the colleague in whose place. */
export async function coveredPeople(act: Acting): Promise<Map<string, string>> {
  if (act.actor.accountId === null) return new Map()
  const rows = await act.tx
    .selectFrom('people.sight as sight')
    .innerJoin('access.absence as absence', 'absence.id', 'sight.absenceId')
    .select(['sight.personId', 'absence.accountId'])
    .where('sight.accountId', '=', act.actor.accountId)
    .where('sight.role', '=', act.actor.role)
    .where('sight.reason', '=', 'cover')
    .where('sight.endedAt', 'is', null)
    .where('sight.beginsOn', '<=', act.today)
    .where((is) => is.or([is('sight.endsOn', 'is', null), is('sight.endsOn', '>=', act.today)]))
    .execute()
  return new Map(rows.map(({ personId, accountId }) => [personId, accountId]))
}

/** Each morning, before the day's tasks are looked at: whoever came by a way that knows nothing of covers is covered too. */
export const coverJob: Job = {
  name: 'people-cover',
  cron: '55 5 * * *',
  async run(ground, organisation) {
    await withActor(ground, systemOf(organisation.id, organisation.timeZone), (act) => settleCovers(act))
  },
}
