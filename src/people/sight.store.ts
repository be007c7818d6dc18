/** Who sees what of whom, why and until when. A handover, a cover or a share grants and ends sight here. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting, Role } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import { settleCovers } from './cover.store.ts'
import { everything, type Category, type SightReason } from './sight.ts'

declare module '../platform/database.ts' {
  interface Database {
    'people.sight': {
      id: string
      organisationId: string
      personId: string
      accountId: string
      role: string
      categories: string[]
      reason: SightReason
      consentId: string | null
      grantedBy: string | null
      grantedAt: Moment
      beginsOn: Day | null
      endsOn: Day | null
      endedAt: Moment | null
      /** The absence it covers. */
      absenceId: string | null
    }
  }
}

export async function grantSight(
  act: Acting,
  sight: {
    personId: string
    accountId: string
    role: Role
    categories: readonly Category[]
    reason: SightReason
    endsOn?: Day | null
    /** Who sees and ends it beside the lead; the actor if not given. */
    grantedBy?: string | null
  },
): Promise<void> {
  await act.tx
    .insertInto('people.sight')
    .values({
      id: randomUUID(),
      organisationId: act.actor.organisationId,
      personId: sight.personId,
      accountId: sight.accountId,
      role: sight.role,
      categories: [...sight.categories],
      reason: sight.reason,
      consentId: null,
      grantedBy: sight.grantedBy ?? act.actor.accountId,
      grantedAt: act.now,
      endsOn: sight.endsOn ?? null,
      endedAt: null,
    })
    .execute()
}

/**
 * Hands a person to another coordinator: sight begins for one and ends for the other, in the same moment, and so for those who stand in for
 * them. As the lead, or as the house on an accepted offer.
 */
export async function handOver(act: Acting, personId: string, coordinatorId: string): Promise<void> {
  await grantSight(act, {
    personId,
    accountId: coordinatorId,
    role: 'coordinator',
    categories: everything,
    reason: 'responsible',
  })
  await handOverSupporters(act, personId, coordinatorId)
  await act.tx.updateTable('people.person').set({ coordinatorId }).where('id', '=', personId).execute()
  await act.tx
    .updateTable('people.sight')
    .set({ endedAt: act.now })
    .where('personId', '=', personId)
    .where('reason', '=', 'responsible')
    .where('accountId', '!=', coordinatorId)
    .where('endedAt', 'is', null)
    .execute()
  await settleCovers(act, [personId])
}

/** Whoever is responsible from now on must be able to end what supporters see: the same sight is granted anew in their name. */
async function handOverSupporters(act: Acting, personId: string, coordinatorId: string): Promise<void> {
  const rows = await act.tx
    .updateTable('people.sight')
    .set({ endedAt: act.now })
    .where('personId', '=', personId)
    .where('reason', '=', 'supporter')
    .where('endedAt', 'is', null)
    .returning(['accountId', 'categories', 'grantedAt', 'endsOn'])
    .execute()
  for (const row of rows) {
    await act.tx
      .insertInto('people.sight')
      .values({
        ...row,
        id: randomUUID(),
        organisationId: act.actor.organisationId,
        personId,
        role: 'supporter',
        reason: 'supporter',
        consentId: null,
        grantedBy: coordinatorId,
        endedAt: null,
      })
      .execute()
  }
}

/** Whether the actor answers for this person, and not only stands beside them or in for somebody: the lead answers for everybody. */
export async function isResponsible(act: Acting, personId: string): Promise<boolean> {
  if (act.actor.role === 'lead' || act.actor.role === 'system') {
    return (await categoriesSeen(act, personId)).size > 0
  }
  if (act.actor.role !== 'coordinator') return false
  const { rows } = await sql<{ own: boolean }>`
    select ${personId}::uuid in (select people.responsible()) as own`.execute(act.tx)
  return rows[0]?.own === true
}

/** What the actor may see of this person, in the role they act in now. Which parts a page has follows from it. */
export async function categoriesSeen(act: Acting, personId: string): Promise<ReadonlySet<Category>> {
  if (act.actor.role === 'lead' || act.actor.role === 'system') {
    const theirs = await act.tx
      .selectFrom('people.person')
      .select('id')
      .where('id', '=', personId)
      .executeTakeFirst()
    return new Set(theirs ? everything : [])
  }
  const rows = await act.tx
    .selectFrom('people.sight')
    .select('categories')
    .where('personId', '=', personId)
    .where('accountId', '=', act.actor.accountId)
    .where('role', '=', act.actor.role)
    .where('endedAt', 'is', null)
    .where((is) => is.or([is('beginsOn', 'is', null), is('beginsOn', '<=', act.today)]))
    .where((is) => is.or([is('endsOn', 'is', null), is('endsOn', '>=', act.today)]))
    .execute()
  const seen = new Set(rows.flatMap((row) => row.categories))
  return new Set(everything.filter((category) => seen.has(category)))
}

export type Sight = {
  accountId: string
  role: string
  categories: string[]
  reason: SightReason
  grantedAt: Moment
  beginsOn: Day | null
  endsOn: Day | null
  endedAt: Moment | null
}

/** Who has or had sight of this person, as far as the actor may know it: their own, and for the lead everybody's. */
export async function sightsOf(act: Acting, personId: string): Promise<Sight[]> {
  return act.tx
    .selectFrom('people.sight')
    .select(['accountId', 'role', 'categories', 'reason', 'grantedAt', 'beginsOn', 'endsOn', 'endedAt'])
    .where('personId', '=', personId)
    .orderBy('grantedAt')
    .execute()
}

/** Ends what an account sees of a person for a reason; how many rows of sight ended. */
export async function endSight(
  act: Acting,
  personId: string,
  ended: { accountId: string; reason: SightReason },
): Promise<number> {
  const result = await act.tx
    .updateTable('people.sight')
    .set({ endedAt: act.now })
    .where('personId', '=', personId)
    .where('accountId', '=', ended.accountId)
    .where('reason', '=', ended.reason)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
