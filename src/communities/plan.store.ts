/** Development plans as rows: goals, their actions, and what became of them. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import { seal, unseal } from '../platform/sealing.ts'
import type { Action, ActionChange, ActionState, DatedAction, Goal, NewAction, NewGoal } from './plan.ts'

type Ours = { communityId: string; organisationId: string }
type ActionTable = Omit<Action, 'who'> &
  Ours & { whoSealed: Buffer | null; madeAt: Moment; changedAt: Moment }

declare module '../platform/database.ts' {
  interface Database {
    'communities.goal': Goal & Ours & { madeAt: Moment; dueOn: Day | null }
    'communities.action': ActionTable
    'communities.actionChange': Ours & {
      id: string
      actionId: string
      stateFrom: ActionState
      stateTo: ActionState
      byAccount: string | null
      at: Moment
      note: string
    }
  }
}

const whoPlace = (id: string) => `communities.action/who/${id}`
const sealedWho = (act: Acting, id: string, who: string | null) =>
  who === null ? null : seal(act.keys, whoPlace(id), who)

export async function goalsOf(act: Acting, communityId: string): Promise<Goal[]> {
  return act.tx
    .selectFrom('communities.goal')
    .select(['id', 'dimension', 'stageFrom', 'stageTo', 'title', 'why', 'dueOn', 'state'])
    .where('communityId', '=', communityId)
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
}

/** Of one community, or of all that the actor sees; `open` are those that are still to be done. */
export async function actionsOf(
  act: Acting,
  { communityId, open = false }: { communityId?: string; open?: boolean } = {},
): Promise<DatedAction[]> {
  let query = act.tx.selectFrom('communities.action').selectAll()
  if (communityId !== undefined) query = query.where('communityId', '=', communityId)
  if (open) query = query.where('state', 'in', ['planned', 'begun'])
  const rows = await query.orderBy('byOn').orderBy('madeAt').orderBy('id').execute()
  return rows.map(({ whoSealed, organisationId: _, madeAt: __, ...rest }) => ({
    ...rest,
    who: whoSealed && unseal(act.keys, whoPlace(rest.id), whoSealed),
  }))
}

/** What became of the actions, newest first. */
export async function actionChangesOf(act: Acting, communityId: string): Promise<ActionChange[]> {
  return act.tx
    .selectFrom('communities.actionChange')
    .select(['actionId', 'stateFrom as from', 'stateTo as to', 'byAccount', 'at', 'note'])
    .where('communityId', '=', communityId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}

/** The id. */
export async function addGoal(act: Acting, communityId: string, goal: NewGoal): Promise<string> {
  const id = randomUUID()
  const { organisationId } = act.actor
  await act.tx
    .insertInto('communities.goal')
    .values({ ...goal, id, communityId, organisationId, state: 'open', madeAt: act.now })
    .execute()
  return id
}

/** False where it is not there for the actor to change. */
export async function changeGoal(
  act: Acting,
  id: string,
  goal: NewGoal & Pick<Goal, 'state'>,
): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.goal')
    .set(goal)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The id. */
export async function addAction(
  act: Acting,
  { communityId, goalId }: { communityId: string; goalId: string },
  { who, ...action }: NewAction,
): Promise<string> {
  const id = randomUUID()
  await act.tx
    .insertInto('communities.action')
    .values({
      ...action,
      id,
      goalId,
      communityId,
      organisationId: act.actor.organisationId,
      whoSealed: sealedWho(act, id, who),
      state: 'planned',
      evidence: '',
      madeAt: act.now,
      changedAt: act.now,
    })
    .execute()
  return id
}

export async function changeAction(act: Acting, id: string, { who, ...action }: NewAction): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.action')
    .set({ ...action, whoSealed: sealedWho(act, id, who), changedAt: act.now })
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/**
 * Says how far an action is and what shows it, and keeps how far it was. Without `evidence` what is written stays. False where nothing is
 * different, or it is not there.
 */
export async function moveAction(
  act: Acting,
  id: string,
  { to, evidence }: { to: ActionState; evidence?: string | undefined },
): Promise<boolean> {
  const before = await act.tx
    .selectFrom('communities.action')
    .select(['communityId', 'state', 'evidence'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const after = evidence ?? before?.evidence ?? ''
  if (!before || (before.state === to && before.evidence === after)) return false
  const result = await act.tx
    .updateTable('communities.action')
    .set({ state: to, changedAt: act.now, evidence: after })
    .where('id', '=', id)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return false
  await act.tx
    .insertInto('communities.actionChange')
    .values({
      id: randomUUID(),
      actionId: id,
      communityId: before.communityId,
      organisationId: act.actor.organisationId,
      stateFrom: before.state,
      stateTo: to,
      byAccount: act.actor.accountId,
      at: act.now,
      // With every "done" stands what shows it, also where it was written down the time before.
      note: to === 'done' || before.evidence !== after ? after : '',
    })
    .execute()
  return true
}
