/**
 * The pathway of continuing support: on which days check-ups are due. For the check-ins beside them see `rhythm.ts`.
 *
 * The numbers are data (`content/pathways/`, read by `pathway.content.ts`); here are the rules that use them.
 */
import { daysBetween, isBefore, laterOf, type Day } from '../platform/day.ts'
import type { Rhythm } from './rhythm.ts'

export type Pathway = {
  key: string
  name: { et: string; en: string; ru: string }
  /** Check-ups are proposed up to and including this many months after leaving; then people decide. */
  horizonMonths: number
  checkups: AdaptiveRule | FixedRule
  checkins: Rhythm
}

/** Months: `baseMonths` after leaving, while in need, and after one never held; `n × stepMonths` after the n-th without need. */
export type AdaptiveRule = { rule: 'adaptive'; source: string; baseMonths: number; stepMonths: number }

/** Days and then months after leaving, both counted from that day. */
export type FixedRule = { rule: 'fixed'; source: string; afterDays: number[]; afterMonths: number[] }

/**
 * A check-up whose time is over: held (`heldOn`), or never held (`heldOn` null). `need` null is "not known". One that
 * is still open does not belong into a history: it is the answer.
 */
export type PastCheckup = { dueOn: Day; heldOn: Day | null; need: boolean | null }

/** What of the three signs of need was answered; null is "not known". */
export type NeedAnswers = {
  /** Used weekly or more often since the last check-up. */
  weeklyUse: boolean | null
  /** A symptom of the disorder in the past month. */
  symptoms: boolean | null
  /** Says that help is wanted. */
  wantsHelp: boolean | null
}

/**
 * In need: any of the three is a yes. Not in need: all three are a no. Otherwise nobody knows (null).
 * Source of the three: RMC-Adaptive (NCT04365920).
 */
export function isNeed({ weeklyUse, symptoms, wantsHelp }: NeedAnswers): boolean | null {
  const answers = [weeklyUse, symptoms, wantsHelp]
  if (answers.includes(true)) return true
  return answers.includes(null) ? null : false
}

/**
 * The day of the next check-up, or null where the pathway has none left within its horizon.
 *
 * @param history all check-ups whose time is over, in any order; see `PastCheckup`.
 * @example nextCheckup(adaptive, { left: day('2026-01-10'), history: [] }) // 2026-02-10
 */
export function nextCheckup(
  pathway: Pathway,
  { left, history }: { left: Day; history: readonly PastCheckup[] },
): Day | null {
  const next = following(pathway.checkups, left, inOrder(history))
  return next === null || isBefore(left.add({ months: pathway.horizonMonths }), next) ? null : next
}

/**
 * All due days after the past check-ups, up to and including `left` + `horizonMonths`, if each is held on its due day
 * without need. The horizon asked for counts, not the pathway's own.
 */
export function dueDates({
  pathway,
  left,
  checkups,
  horizonMonths,
}: {
  pathway: Pathway
  left: Day
  checkups: readonly PastCheckup[]
  horizonMonths: number
}): Day[] {
  const end = left.add({ months: horizonMonths })
  const history = inOrder(checkups)
  const due: Day[] = []
  for (;;) {
    const next = following(pathway.checkups, left, history)
    if (next === null || isBefore(end, next)) return due
    due.push(next)
    history.push({ dueOn: next, heldOn: next, need: false })
  }
}

/** By the day on which each was held or, if never, was due; of one day, what was held speaks last. */
function inOrder(history: readonly PastCheckup[]): PastCheckup[] {
  return history.toSorted(
    (a, b) =>
      daysBetween(b.heldOn ?? b.dueOn, a.heldOn ?? a.dueOn) ||
      Number(a.heldOn !== null) - Number(b.heldOn !== null),
  )
}

function following(rule: AdaptiveRule | FixedRule, left: Day, history: readonly PastCheckup[]): Day | null {
  return rule.rule === 'adaptive'
    ? followingAdaptive(rule, left, history)
    : followingFixed(rule, left, history)
}

// Counted from the day a check-up was held, need not known starting the count again: docs/decisions/010-adaptive-checkups.md
function followingAdaptive(rule: AdaptiveRule, left: Day, history: readonly PastCheckup[]): Day {
  const last = history.at(-1)
  if (last === undefined) return left.add({ months: rule.baseMonths })
  if (last.heldOn === null) return last.dueOn.add({ months: rule.baseMonths })
  const months = Math.max(rule.baseMonths, withoutNeedInARow(history) * rule.stepMonths)
  return last.heldOn.add({ months })
}

function withoutNeedInARow(history: readonly PastCheckup[]): number {
  const broken = history.findLastIndex(({ heldOn, need }) => heldOn === null || need !== false)
  return history.length - 1 - broken
}

// Nothing that happens moves the days of the fixed pathway: docs/decisions/011-fixed-checkups.md
function followingFixed(rule: FixedRule, left: Day, history: readonly PastCheckup[]): Day | null {
  const days = [
    ...rule.afterDays.map((days) => left.add({ days })),
    ...rule.afterMonths.map((months) => left.add({ months })),
  ]
  const passed = history.reduce(
    (latest, { dueOn, heldOn }) => laterOf(latest, laterOf(dueOn, heldOn ?? dueOn)),
    left,
  )
  return days.find((date) => isBefore(passed, date)) ?? null
}
