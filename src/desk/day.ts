/** My day as a whole: what stands in which group, and where to begin. */
import { daysBetween } from '../platform/day.ts'
import { dayGroups, type DayGroup, type DayItem } from '../platform/room.ts'

export type DayLists = Record<DayGroup, DayItem[]>

/** The rooms' items by group, the earliest first. */
export function inGroups(items: readonly DayItem[]): DayLists {
  const of = (group: DayGroup) =>
    items.filter((item) => item.group === group).toSorted((a, b) => daysBetween(b.dueOn, a.dueOn))
  return {
    raised: of('raised'),
    asked: of('asked'),
    silent: of('silent'),
    today: of('today'),
    week: of('week'),
    waiting: of('waiting'),
  }
}

export type Beginning = { group: DayGroup | null; count: number; more: boolean }

/** The first group with anything in it; `more` says that others wait behind it. */
export function beginning(lists: DayLists): Beginning {
  const group = dayGroups.find((one) => lists[one].length > 0) ?? null
  if (group === null) return { group, count: 0, more: false }
  const more = dayGroups.some((one) => one !== group && lists[one].length > 0)
  return { group, count: lists[group].length, more }
}

/** How the people on the pathway are known of in a stretch of days. Every one is counted once. */
export type Known = {
  all: number
  /** Somebody of the house has spoken with them. */
  spoken: number
  /** Not spoken with, but they gave a check-in. */
  wrote: number
  /** Neither: how they are is not known. */
  unknown: readonly string[]
}

export function knownOf(
  people: readonly string[],
  heard: { spoken: ReadonlySet<string>; wrote: ReadonlySet<string> },
): Known {
  const spoken = people.filter((id) => heard.spoken.has(id)).length
  const wrote = people.filter((id) => !heard.spoken.has(id) && heard.wrote.has(id)).length
  return {
    all: people.length,
    spoken,
    wrote,
    unknown: people.filter((id) => !heard.spoken.has(id) && !heard.wrote.has(id)),
  }
}

/**
 * What each person is called in a list: the first name, as colleagues speak, the whole one where two would be called the same, and
 * the code where the name may not be seen.
 *
 * @param people by id; each once
 */
export function calledInList(
  people: ReadonlyMap<string, { name: string | null; first: string; code: string }>,
): Map<string, string> {
  const times = new Map<string, number>()
  for (const { name, first } of people.values()) {
    if (name !== null) times.set(first, (times.get(first) ?? 0) + 1)
  }
  return new Map(
    [...people].map(([id, { name, first, code }]) => [
      id,
      name === null ? code : times.get(first) === 1 ? first : name,
    ]),
  )
}
