/**
 * When somebody who came with a list is first talked to. A coordinator who imports sixty people must not have sixty talks on Monday.
 */
import { daysBetween, isBefore, isWorkingDay, laterOf, type Day } from '../platform/day.ts'

/** Four weeks: everybody is reached within one month, which is also the shortest gap between two check-ups. */
export const firstContactDays = 28

/**
 * A working day for each person, spread evenly over four weeks, the day of entering included. Those who left most recently come first: the
 * first months after leaving are the hardest. Each coordinator's own people are spread by themselves; without one, all together.
 *
 * @returns in the order of `people`
 * @example firstContacts(day('2026-11-23'), [{ leftOn: day('2024-05-01') }, { leftOn: day('2026-11-01') }]) // [2026-12-07, 2026-11-23]
 */
export function firstContacts(
  entered: Day,
  people: readonly { leftOn: Day; coordinatorId?: string | null }[],
): Day[] {
  const days = workingDays(entered, firstContactDays)
  const places = new Map<string, number[]>()
  for (const [place, { coordinatorId }] of people.entries()) {
    const own = places.get(coordinatorId ?? '')
    if (own) own.push(place)
    else places.set(coordinatorId ?? '', [place])
  }
  const result: Day[] = people.map(() => entered)
  for (const own of places.values()) {
    const recentFirst = own.toSorted((a, b) => daysBetween(leftOf(people, a), leftOf(people, b)))
    for (const [rank, place] of recentFirst.entries()) {
      result[place] = days[Math.floor((rank * days.length) / own.length)] ?? entered
    }
  }
  return result
}

function leftOf(people: readonly { leftOn: Day }[], place: number): Day {
  const person = people[place]
  if (!person) throw new RangeError('there is no such person in the list')
  return person.leftOn
}

function workingDays(from: Day, length: number): Day[] {
  return Array.from({ length }, (_, number) => from.add({ days: number })).filter(isWorkingDay)
}

/**
 * When the first check-up of somebody who has just said yes is due: as the pathway says where that day is still to come, otherwise today.
 *
 * @param byRule the pathway's first day after leaving; null where it has none
 */
export function firstCheckupOn(byRule: Day | null, today: Day): Day {
  return byRule === null || isBefore(byRule, today) ? today : laterOf(byRule, today)
}
