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
  /** What waits for a talk and is not silence, such as the yes to be asked for, is tried again so much later. */
  otherwiseAfterWorkingDays: number
  steps: readonly ReachingStep[]
  lost: { everyMonths: number }
}

/** A try that reached nobody: the person, or whom they trust to be asked. */
export type Try = { on: Day; at: Moment; asked: 'person' | 'trusted' }

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
  // Whom the person trusts is asked in their own turn: another call to the person is none of theirs, nor theirs anybody else's.
  const counted = own.filter(({ asked }) => (asked === 'trusted') === (step === 'trusted'))
  const enough = counted.length >= (rule?.tries ?? rules.tries)
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

/**
 * Where the search stands after a try was taken back that it had counted: with whoever's turn it was before, if nobody has tried since;
 * and today, as for whoever took it back by mistake it is still to be done.
 */
export function reachBack(
  rules: Reaching,
  search: Search,
  { back, today }: { back: Pick<Try, 'at'>; today: Day },
): Reached {
  const { step, stepAt, tries } = search
  const dueOn = isBefore(today, search.dueOn) ? today : search.dueOn
  const since = stepAt
  if (since === null || Temporal.Instant.compare(since, back.at) < 0) return { step, dueOn }
  if (tries.some(({ at }) => Temporal.Instant.compare(since, at) < 0)) return { step, dueOn: search.dueOn }
  const place = step === 'lost' ? rules.steps.length : rules.steps.findIndex((one) => one.step === step)
  const before = rules.steps.slice(0, place).findLast((one) => one.step === 'lead' || search[one.step])
  return { step: before?.step ?? null, dueOn }
}
