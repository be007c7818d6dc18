/** Writes what a file says of a plan: new goals and actions, and what is different of those that are there. */
import type { Acting } from '../platform/actor.ts'
import { goalTitled, planChange, type PlanChange, type PlanRow } from './plan-import.ts'
import { noAim } from './plan.readiness.ts'
import { actionsOf, addAction, addGoal, changeAction, goalsOf, moveAction } from './plan.store.ts'

/** What rows would change of this community's plan as it is now; nothing is written. */
export async function foreseePlan(
  act: Acting,
  communityId: string,
  rows: readonly PlanRow[],
): Promise<PlanChange> {
  return planChange(rows, {
    goals: await goalsOf(act, communityId),
    actions: await actionsOf(act, { communityId }),
  })
}

/**
 * Writes them, and says what was written; null where the community is not the actor's to develop. Whoever brings the same file at the same
 * time waits, and then finds it there.
 */
export async function bringPlan(
  act: Acting,
  communityId: string,
  rows: readonly PlanRow[],
): Promise<PlanChange | null> {
  const community = await act.tx
    .selectFrom('communities.community')
    .select('id')
    .where('id', '=', communityId)
    .forUpdate()
    .executeTakeFirst()
  if (!community) return null
  const change = await foreseePlan(act, communityId, rows)
  for (const title of change.goals) {
    await addGoal(act, communityId, { ...noAim, title, why: '', dueOn: null })
  }
  const goals = await goalsOf(act, communityId)
  for (const row of change.added) {
    const goal = goalTitled(goals, row.goal)
    if (!goal) throw new Error('a goal that was just added is not there')
    const { action: title, who, byOn, costCents, milestone, state, evidence } = row
    const id = await addAction(
      act,
      { communityId, goalId: goal.id },
      { title, who, byOn, costCents, milestone: milestone ?? false },
    )
    await moveAction(act, id, { to: state ?? 'planned', evidence: evidence ?? undefined })
  }
  for (const { row, action } of change.changed) {
    const { who, byOn, costCents, milestone } = row
    await changeAction(act, action.id, {
      title: action.title,
      who: who ?? action.who,
      byOn: byOn ?? action.byOn,
      costCents: costCents ?? action.costCents,
      milestone: milestone ?? action.milestone,
    })
    await moveAction(act, action.id, {
      to: row.state ?? action.state,
      evidence: row.evidence ?? undefined,
    })
  }
  return change
}
