/** Where a search stands, as it is shown to those who search: what was, whose turn it is, what comes, and what there is nobody for. */
import type { SearchStep } from '../tasks/task.ts'
import { Temporal } from '../platform/day.ts'
import type { Reaching, Search } from './reaching.ts'

export type Rung = { step: SearchStep | null; state: 'done' | 'now' | 'ahead' | 'nobody' }

/** From the coordinator to contact lost, in the order of the rules. */
export function rungsOf(rules: Reaching, search: Search): Rung[] {
  const order: (SearchStep | null)[] = [null, ...rules.steps.map(({ step }) => step), 'lost']
  const now = order.indexOf(search.step)
  return order.map((step, place) => {
    if (place === now) return { step, state: 'now' }
    const nobody = (step === 'supporter' || step === 'trusted') && !search[step]
    return { step, state: nobody ? 'nobody' : place < now ? 'done' : 'ahead' }
  })
}

export type Ahead = {
  step: SearchStep
  /** So many tries in vain from now on, or working days without one (null where no clock counts), and it is that step's turn. */
  tries: number
  workingDays: number | null
}

/** What comes next; null where it goes on as it is. */
export function aheadOf(rules: Reaching, search: Search): Ahead | null {
  const { step, stepAt } = search
  if (step === 'lost') return null
  const rungs = rungsOf(rules, search)
  const next = rungs.find(({ state, step }) => state === 'ahead' && step !== null)?.step
  if (!next) return null
  const rule = rules.steps.find((one) => one.step === step)
  const tried = search.tries.filter(
    ({ asked, at }) =>
      (asked === 'trusted') === (step === 'trusted') &&
      (stepAt === null || Temporal.Instant.compare(stepAt, at) < 0),
  ).length
  return {
    step: next,
    tries: Math.max(1, (rule?.tries ?? rules.tries) - tried),
    workingDays: rule && step !== 'lead' ? rule.workingDays : null,
  }
}
