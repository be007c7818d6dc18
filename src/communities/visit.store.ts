/** Visits as rows. Hours are kept apart from them: contact persons see visits, and nobody's hours. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import type { DatedVisit, NewVisit, Outcome, Visit, VisitState } from './visit.ts'

declare module '../platform/database.ts' {
  interface Database {
    'communities.visit': Visit & {
      organisationId: string
      madeAt: Moment
      changedAt: Moment | null
      moves: number
    }
    'communities.visitHours': {
      visitId: string
      communityId: string
      organisationId: string
      byAccount: string | null
      quarters: number
    }
  }
}

/** Of one community or of all that the actor sees, in this state and on these days where they are given; newest first. */
export async function visitsOf(
  act: Acting,
  {
    communityId,
    state,
    from,
    until,
  }: { communityId?: string; state?: VisitState; from?: Day; until?: Day } = {},
): Promise<DatedVisit[]> {
  let query = act.tx.selectFrom('communities.visit').selectAll()
  if (communityId !== undefined) query = query.where('communityId', '=', communityId)
  if (state !== undefined) query = query.where('state', '=', state)
  if (from !== undefined) query = query.where('onDay', '>=', from)
  if (until !== undefined) query = query.where('onDay', '<=', until)
  const rows = await query.orderBy('onDay', 'desc').orderBy('atTime', 'desc').orderBy('id').execute()
  return rows.map(({ organisationId: _, madeAt, changedAt, atTime, ...rest }) => ({
    ...rest,
    atTime: atTime && atTime.slice(0, 5),
    changedAt: changedAt ?? madeAt,
  }))
}

/** The id. */
export async function addVisit(act: Acting, communityId: string, visit: NewVisit): Promise<string> {
  const id = randomUUID()
  const { organisationId } = act.actor
  await act.tx
    .insertInto('communities.visit')
    .values({
      ...visit,
      id,
      communityId,
      organisationId,
      state: 'planned',
      peopleCount: null,
      outcome: '',
      nextStep: '',
      nextOn: null,
      madeAt: act.now,
      changedAt: null,
      moves: 0,
    })
    .execute()
  return id
}

/** Writes down what came of it, and for how many quarters of an hour somebody worked. False where it is not there to change. */
export async function holdVisit(
  act: Acting,
  { id, communityId }: Pick<Visit, 'id' | 'communityId'>,
  outcome: Outcome,
  quarters: number | null,
): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.visit')
    .set({ ...outcome, state: 'held', changedAt: act.now })
    .where('id', '=', id)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return false
  if (quarters !== null) {
    const { organisationId, accountId: byAccount } = act.actor
    await act.tx
      .insertInto('communities.visitHours')
      .values({ visitId: id, communityId, organisationId, byAccount, quarters })
      .onConflict((conflict) => conflict.column('visitId').doUpdateSet({ quarters, byAccount }))
      .execute()
  }
  return true
}

/** Puts a planned visit on another day or hour. False where it is there already, or is not there to change. */
export async function moveVisit(
  act: Acting,
  id: string,
  { onDay, atTime }: Pick<Visit, 'onDay' | 'atTime'>,
): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.visit')
    .set((eb) => ({ onDay, atTime, changedAt: act.now, moves: eb('moves', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .where((eb) => eb.or([eb('onDay', '!=', onDay), eb('atTime', 'is distinct from', atTime)]))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function cancelVisit(act: Acting, id: string): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.visit')
    .set({ state: 'cancelled', changedAt: act.now })
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** How long somebody worked on a visit, in quarters of an hour; null where nobody wrote it down. */
export async function visitQuarters(act: Acting, visitId: string): Promise<number | null> {
  const row = await act.tx
    .selectFrom('communities.visitHours')
    .select('quarters')
    .where('visitId', '=', visitId)
    .executeTakeFirst()
  return row?.quarters ?? null
}
