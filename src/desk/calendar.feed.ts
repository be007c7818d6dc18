/** Visits, what plans have due, and what else is agreed for somebody, as calendars of other programs read them (RFC 5545). What leaves the house says when, and where only if that is public. */
import { createHash } from 'node:crypto'
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Community } from '../communities/community.ts'
import { isOpen, type DatedAction } from '../communities/plan.ts'
import type { DatedVisit } from '../communities/visit.ts'
import { visitWords } from '../communities/visit.words.ts'
import type { Day } from '../platform/day.ts'
import { oneLine } from '../platform/letters.ts'
import type { CalendarEvent } from '../platform/room.ts'
import type { Locale } from '../platform/words.ts'
import { calendarWords } from './calendar.words.ts'

/** Visits that are over stay in the calendar for so long. Ours. */
export const feedDaysBack = 90

/** Nobody writes down how long a visit takes; an hour can be seen in a calendar. Ours. */
const minutes = 60

type Fed = Pick<Community, 'id' | 'name' | 'published' | 'state' | 'developerId'>

/**
 * The text of the calendar and its mark, which changes with the text and with nothing else. Moments are told in UTC: a reader needs no
 * rules of our time zone, and the next reading has the new ones should they change.
 *
 * @param mine the developer whose communities are told of; null: those of all that are given
 */
export function calendarFeed(
  {
    communities,
    visits,
    actions,
    events,
  }: {
    communities: readonly Fed[]
    visits: readonly DatedVisit[]
    actions: readonly DatedAction[]
    events: readonly CalendarEvent[]
  },
  { locale, timeZone, mine }: { locale: Locale; timeZone: string; mine: string | null },
): { text: string; etag: string } {
  const own = new Map(
    communities
      .filter(({ developerId, state }) => state !== 'declined' && (mine === null || developerId === mine))
      .map((community) => [community.id, community]),
  )
  const say = visitWords(locale)
  const { due, feedName } = calendarWords(locale)
  const calendar = ical({
    name: feedName,
    prodId: { company: 'Tugevus', product: 'Tugevus', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    // How often to look again, in seconds.
    ttl: 60 * 60,
  })
  const when = ({ onDay, atTime, id }: DatedVisit) => `${onDay} ${atTime ?? ''} ${id}`
  for (const visit of visits.toSorted((a, b) => (when(a) < when(b) ? -1 : 1))) {
    const community = own.get(visit.communityId)
    if (!community || visit.state === 'cancelled') continue
    const changed = new Date(visit.changedAt.epochMilliseconds)
    calendar.createEvent({
      id: `${visit.id}@tugevus`,
      // Of the visit and not of the reading: the same visits are the same text.
      stamp: changed,
      lastModified: changed,
      sequence: visit.moves,
      summary: community.published ? `${say.kinds[visit.kind]}: ${printable(community.name)}` : say.one,
      ...timesOf(visit, timeZone),
    })
  }
  const dueOn = ({ byOn, id }: DatedAction) => `${byOn} ${id}`
  for (const action of actions.toSorted((a, b) => (dueOn(a) < dueOn(b) ? -1 : 1))) {
    const community = own.get(action.communityId)
    if (!community || !action.byOn || !isOpen(action)) continue
    const changed = new Date(action.changedAt.epochMilliseconds)
    calendar.createEvent({
      id: `${action.id}@tugevus`,
      stamp: changed,
      lastModified: changed,
      // What is to be done may name people: it stays in the house.
      summary: community.published ? `${due}: ${printable(community.name)}` : due,
      // A day by which, not a day that is taken.
      transparency: ICalEventTransparency.TRANSPARENT,
      ...timesOf({ onDay: action.byOn, atTime: null }, timeZone),
    })
  }
  for (const { id, changedAt, outside, onDay, fromTime, untilTime } of events) {
    const changed = new Date(changedAt.epochMilliseconds)
    const at = (plainTime: string) =>
      new Date(onDay.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds)
    calendar.createEvent({
      id: `${id}@tugevus`,
      stamp: changed,
      lastModified: changed,
      summary: outside,
      start: at(fromTime),
      end: at(untilTime),
    })
  }
  const text = calendar.toString()
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` }
}

/** RFC 5545 has no room for what controls terminals. */
const printable = (text: string) => oneLine(text).replace(/\p{Cc}/gu, '')

function timesOf({ onDay, atTime }: { onDay: Day; atTime: string | null }, timeZone: string) {
  if (atTime === null) return { start: new Date(`${onDay}T00:00:00Z`), allDay: true }
  const start = onDay.toZonedDateTime({ timeZone, plainTime: atTime }).epochMilliseconds
  return { start: new Date(start), end: new Date(start + minutes * 60_000) }
}
