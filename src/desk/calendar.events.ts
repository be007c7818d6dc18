/** What rooms contribute to somebody's calendar. */
import type { Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import type { CalendarEvent, Room } from '../platform/room.ts'
import type { Locale } from '../platform/words.ts'

export async function eventsOf(
  act: Acting,
  below: readonly Room[],
  from: Day,
  locale: Locale,
): Promise<CalendarEvent[]> {
  const events: CalendarEvent[] = []
  for (const room of below) events.push(...((await room.calendar?.(act, from, locale)) ?? []))
  return events
}
