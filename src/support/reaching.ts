/**
 * The search for somebody who is silent: whose turn it is, and when the next try is due. First the coordinator, after some tries a supporter,
 * then the trusted contact, then the lead; then contact is lost, and is tried again for as long as the path is open. Nothing here
 * closes a path or says anything about the person. The numbers are data: `content/reaching.json`.
 */
import { addWorkingDays, isBefore, laterOf, Temporal, type Day, type Moment } from '../platform/day.ts'
import type { SearchStep } from '../tasks/task.ts'

export type ReachingStep = {
  step: Exclude<SearchStep, 'lost'>
  /** So many tries in this step that reached nobody, or so many working days without one, and the next step begins. */
  tries: number
  workingDays: number
}

export type Reaching = {
  source: string
  /** Of the coordinator, before the first step. */
  tries: number
  /** The next try is due so many working days after one that reached nobody. */
  againAfterWorkingDays: number
  steps: readonly ReachingStep[]
  lost: { everyMonths: number }
}

/** A try that reached nobody. */
export type Try = { on: Day; at: Moment }

export type Search = {
  /** Null is the coordinator's turn. */
  step: SearchStep | null
  stepAt: Moment | null
  dueOn: Day
  tries: readonly Try[]
  /** Whether there is anybody for these steps; a lead there always is. */
  supporter: boolean
  trusted: boolean
}

export type Reached = { step: SearchStep | null; dueOn: Day }

/** Where the search stands now; the same as before where nothing has happened. `stepOn` is the day of `stepAt`. */
export function reachOn(
  rules: Reaching,
  search: Search,
  { today, stepOn }: { today: Day; stepOn: Day | null },
): Reached {
  const { step, stepAt, dueOn } = search
  const own = search.tries.filter(({ at }) => stepAt === null || Temporal.Instant.compare(stepAt, at) < 0)
  const last = own.reduce<Day | null>((latest, { on }) => (latest ? laterOf(latest, on) : on), null)
  if (step === 'lost') {
    const next = last?.add({ months: rules.lost.everyMonths })
    return { step, dueOn: next ? laterOf(dueOn, next) : dueOn }
  }
  const place = rules.steps.findIndex((one) => one.step === step)
  const rule = rules.steps[place]
  const enough = own.length >= (rule?.tries ?? rules.tries)
  // The lead's turn does not pass by itself: that contact is lost is nobody's conclusion from a clock.
  const over =
    rule &&
    step !== 'lead' &&
    stepOn !== null &&
    isBefore(addWorkingDays(laterOf(stepOn, dueOn), rule.workingDays), today)
  if (enough || over) {
    const next = rules.steps.slice(place + 1).find((one) => one.step === 'lead' || search[one.step])
    if (next) return { step: next.step, dueOn: today }
    return { step: 'lost', dueOn: today.add({ months: rules.lost.everyMonths }) }
  }
  const again = last && addWorkingDays(last, rules.againAfterWorkingDays)
  return { step, dueOn: again ? laterOf(dueOn, again) : dueOn }
}
