/**
 * The rhythm of check-ins: on which days one is due, and which of them is the longer one of the month.
 *
 * Everything is counted from the day of leaving: docs/decisions/012-windows.md
 */
import { daysBetween, isBefore, type Day } from '../platform/day.ts'

export type Rhythm = { source: string; steps: RhythmStep[] }

/** `throughMonth`: months after leaving, that day included. */
export type RhythmStep = { every: 'week' | 'fortnight' | 'month'; throughMonth: number }

/** How often a person gives a check-in: as the pathway says, or as the person or the coordinator chose. */
export const rhythmChoices = ['pathway', 'weekly', 'fortnightly', 'monthly', 'none'] as const
export type RhythmChoice = (typeof rhythmChoices)[number]

/** The rhythm after a choice. A chosen one lasts as long as `whole`, the pathway's own. */
export function chosenRhythm(whole: Rhythm, choice: RhythmChoice): Rhythm {
  const { source, steps } = whole
  const last = steps.at(-1)
  if (choice === 'pathway') return whole
  if (choice === 'none' || last === undefined) return { source, steps: [] }
  const every = { weekly: 'week', fortnightly: 'fortnight', monthly: 'month' } as const
  return { source, steps: [{ every: every[choice], throughMonth: last.throughMonth }] }
}

/** `longer`: this check-in carries the longer monthly questions too. */
export type DueCheckin = { dueOn: Day; longer: boolean }

/**
 * The check-ins due from `from` to `to`, both included. An answer that came late or not at all moves none of them, and
 * a server that was off finds the same ones. After a change of rhythm ask for the days from the day of the change.
 * The first check-in due in each month since leaving is the longer one.
 */
export function checkinDays(rhythm: Rhythm, left: Day, from: Day, to: Day): DueCheckin[] {
  return rhythmDays(rhythm, left, from, to).map((dueOn) => {
    const monthStart = left.add({ months: monthsSince(left, dueOn) })
    return { dueOn, longer: rhythmDays(rhythm, left, monthStart, dueOn).length === 1 }
  })
}

function rhythmDays(rhythm: Rhythm, left: Day, from: Day, to: Day): Day[] {
  const due: Day[] = []
  let last = left
  let lastMonth = 0
  for (const { every, throughMonth } of rhythm.steps) {
    const end = left.add({ months: throughMonth })
    if (every === 'month') {
      for (let month = Math.max(lastMonth + 1, monthsSince(left, from)); month <= throughMonth; month += 1) {
        const date = left.add({ months: month })
        if (isBefore(to, date)) break
        if (!isBefore(date, from)) due.push(date)
      }
      last = end
    } else {
      const length = every === 'week' ? 7 : 14
      const count = Math.max(0, Math.floor(daysBetween(last, end) / length))
      const first = Math.max(1, Math.ceil(daysBetween(last, from) / length))
      const until = Math.min(count, Math.floor(daysBetween(last, to) / length))
      for (let k = first; k <= until; k += 1) due.push(last.add({ days: k * length }))
      last = last.add({ days: count * length })
    }
    lastMonth = throughMonth
  }
  return due
}

/** Whole months since leaving, where a month from the 31st ends on the month's last day (Temporal's `until` waits longer). */
function monthsSince(left: Day, date: Day): number {
  const whole = left.until(date, { largestUnit: 'month' }).months
  return isBefore(date, left.add({ months: whole + 1 })) ? whole : whole + 1
}
