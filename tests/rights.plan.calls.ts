/** One call of every store function of plans and visits, for the rights matrix. */
import {
  actionChangesOf,
  actionsOf,
  addAction,
  addGoal,
  changeAction,
  changeGoal,
  goalsOf,
  moveAction,
} from '../src/communities/plan.store.ts'
import { bringPlan, foreseePlan } from '../src/communities/plan-import.store.ts'
import { hoursOf } from '../src/communities/visit-hours.store.ts'
import {
  addVisit,
  cancelVisit,
  holdVisit,
  moveVisit,
  visitQuarters,
  visitsOf,
} from '../src/communities/visit.store.ts'
import type { Acting } from '../src/platform/actor.ts'
import type { HouseCall } from './setup/calls.ts'
import { about, own, withCommunity } from './rights.communities.calls.ts'

const goal = { dimension: null, stageFrom: null, stageTo: null, title: 'Avatud õhtud', why: '', dueOn: null }
const action = { title: 'Kutsu naabrid', who: 'Anneli', byOn: null, costCents: 500, milestone: false }
const visit = (act: Act) => ({
  actionId: null,
  kind: 'visit' as const,
  onDay: act.today,
  atTime: '15:30',
  topic: 'Puutöökoda',
})
const outcome = { peopleCount: 9, outcome: 'Rääkisime.', nextStep: '', nextOn: null }
type Act = Acting

const rowOf = (goal: string) => ({
  row: 2,
  goal,
  action: 'Kutsu naabrid',
  who: null,
  byOn: null,
  costCents: null,
  state: null,
  evidence: null,
  milestone: null,
})

export const planCalls: Record<string, HouseCall> = {
  'communities/plan.store.ts goalsOf': about(goalsOf),
  'communities/plan.store.ts actionsOf': about((act, communityId) => actionsOf(act, { communityId })),
  'communities/plan.store.ts actionChangesOf': about(actionChangesOf),
  'communities/plan.store.ts addGoal': about((act, id) => addGoal(act, id, goal)),
  'communities/plan.store.ts changeGoal': about(async (act, id) => {
    const [first] = await goalsOf(act, id)
    return first !== undefined && changeGoal(act, first.id, { ...goal, state: 'open' })
  }),
  'communities/plan.store.ts addAction': about(async (act, communityId) => {
    const [first] = await goalsOf(act, communityId)
    return first && addAction(act, { communityId, goalId: first.id }, action)
  }),
  'communities/plan.store.ts changeAction': about(async (act, id) => {
    const [first] = await actionsOf(act, { communityId: id })
    return first !== undefined && changeAction(act, first.id, action)
  }),
  'communities/plan.store.ts moveAction': about(async (act, id) => {
    const [first] = await actionsOf(act, { communityId: id })
    return first !== undefined && moveAction(act, first.id, { to: 'done', evidence: 'Tehtud.' })
  }),
  'communities/plan-import.store.ts foreseePlan': about(async (act, id) => {
    const [first] = await goalsOf(act, id)
    return first !== undefined && (await foreseePlan(act, id, [rowOf(first.title)])).goals.length === 0
  }),
  'communities/plan-import.store.ts bringPlan': about((act, id) => bringPlan(act, id, [rowOf('Uus')])),
  'communities/visit.store.ts visitsOf': about((act, communityId) => visitsOf(act, { communityId })),
  'communities/visit.store.ts addVisit': about((act, id) => addVisit(act, id, visit(act))),
  'communities/visit.store.ts holdVisit': about(async (act, id) => {
    const [first] = await visitsOf(act, { communityId: id })
    return first !== undefined && holdVisit(act, first, outcome, 6)
  }),
  'communities/visit.store.ts moveVisit': about(async (act, id) => {
    const planned = (await visitsOf(act, { communityId: id })).find(({ state }) => state === 'planned')
    return (
      planned !== undefined &&
      moveVisit(act, planned.id, { onDay: planned.onDay.add({ days: 7 }), atTime: null })
    )
  }),
  'communities/visit.store.ts cancelVisit': about(async (act, id) => {
    const planned = (await visitsOf(act, { communityId: id })).find(({ state }) => state === 'planned')
    return planned !== undefined && cancelVisit(act, planned.id)
  }),
  'communities/visit-hours.store.ts hoursOf': {
    before: (act) =>
      withCommunity(act, own, async (id) => {
        const [first] = await visitsOf(act, { communityId: id })
        return first && holdVisit(act, first, outcome, 6)
      }),
    own: (act) => hoursOf(act, act.today.year),
  },
  'communities/visit.store.ts visitQuarters': about(async (act, id) => {
    const [first] = await visitsOf(act, { communityId: id })
    return first && visitQuarters(act, first.id)
  }),
}
