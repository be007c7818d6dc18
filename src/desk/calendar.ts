/** A month of what is planned with communities: its weeks, and what is on which day. */
import type { Community } from '../communities/community.ts'
import { asksOn, type Place } from '../communities/place.ts'
import { isOpen, isOverdue, type Action } from '../communities/plan.ts'
import type { Visit } from '../communities/visit.ts'
import { Temporal, type Day } from '../platform/day.ts'
import type { CalendarEvent } from '../platform/room.ts'

export type Month = Temporal.PlainYearMonth

/** As in the address: `2026-12`; null where it is no month of our time. */
export function readMonth(text: string): Month | null {
  const [, year, month] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(text) ?? []
  return year === undefined
    ? null
    : Temporal.PlainYearMonth.from({ year: Number(year), month: Number(month) })
}

export const monthOf = (day: Day): Month => day.toPlainYearMonth()
export const firstDay = (month: Month): Day => month.toPlainDate({ day: 1 })
export const lastDay = (month: Month): Day => month.toPlainDate({ day: month.daysInMonth })

/** Its weeks from Monday on; null for days of the months beside it. */
export function weeksOf(month: Month): (Day | null)[][] {
  const first = firstDay(month)
  const before = Array.from({ length: first.dayOfWeek - 1 }, () => null)
  const days = Array.from({ length: month.daysInMonth }, (_, index) => first.add({ days: index }))
  const all: (Day | null)[] = [...before, ...days]
  while (all.length % 7 > 0) all.push(null)
  return Array.from({ length: all.length / 7 }, (_, week) => all.slice(week * 7, week * 7 + 7))
}

type Of = { community: Community }
export type Entry =
  | ({ kind: 'visit'; visit: Visit } & Of)
  /** What a community's plan has due on that day. */
  | ({ kind: 'due'; actions: readonly [Action, ...Action[]]; late: boolean } & Of)
  /** So many places of a community whose word is too old from then on. */
  | ({ kind: 'ask'; count: number } & Of)
  /** What another room has agreed for the actor. */
  | { kind: 'event'; event: CalendarEvent }

type All = {
  communities: readonly Community[]
  visits: readonly Visit[]
  actions: readonly (Action & { communityId: string })[]
  places: readonly Place[]
  events: readonly CalendarEvent[]
}

/**
 * What is on each day of a month, by day as text: one's own events and then visits, each by the hour, then what is due, then what is to be asked. Of all
 * communities that are given, or of one developer's.
 */
export function entriesOf(
  all: All,
  { month, today, mine }: { month: Month; today: Day; mine: string | null },
): Map<string, Entry[]> {
  const own = new Map(
    all.communities
      .filter(({ developerId, state }) => state !== 'declined' && (mine === null || developerId === mine))
      .map((community) => [community.id, community]),
  )
  const found = new Map<string, Entry[]>()
  const put = (day: Day | null, communityId: string, entryOf: (community: Community) => Entry) => {
    const community = own.get(communityId)
    if (!community || !day || !monthOf(day).equals(month)) return
    const key = day.toString()
    found.set(key, [...(found.get(key) ?? []), entryOf(community)])
  }
  for (const event of all.events.toSorted((a, b) => (a.fromTime < b.fromTime ? -1 : 1))) {
    if (!monthOf(event.onDay).equals(month)) continue
    const key = event.onDay.toString()
    found.set(key, [...(found.get(key) ?? []), { kind: 'event', event }])
  }
  const hour = ({ atTime }: Visit) => atTime ?? ''
  for (const visit of all.visits.toSorted((a, b) => (hour(a) < hour(b) ? -1 : 1))) {
    if (visit.state !== 'cancelled')
      put(visit.onDay, visit.communityId, (community) => ({ kind: 'visit', visit, community }))
  }
  const due = Map.groupBy(
    all.actions.filter(isOpen),
    ({ byOn, communityId }) => `${byOn ?? ''} ${communityId}`,
  )
  for (const [first, ...rest] of due.values()) {
    if (first)
      put(first.byOn, first.communityId, (community) => ({
        kind: 'due',
        actions: [first, ...rest],
        late: isOverdue(first, today),
        community,
      }))
  }
  const asked = Map.groupBy(all.places, (place) => `${asksOn(place, today) ?? ''} ${place.communityId}`)
  for (const [first, ...rest] of asked.values()) {
    if (first)
      put(asksOn(first, today), first.communityId, (community) => ({
        kind: 'ask',
        count: rest.length + 1,
        community,
      }))
  }
  return found
}
