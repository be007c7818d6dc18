/** Days of trainings where somebody begins their day, and in their calendar. */
import type { Acting } from '../platform/actor.ts'
import { dayAt, daysBetween } from '../platform/day.ts'
import type { CalendarEvent, DayNotice } from '../platform/room.ts'
import type { Day } from '../platform/day.ts'
import type { Locale } from '../platform/words.ts'
import { codeState } from './attendance.ts'
import { ownSessions, type OwnSession } from './training.news.store.ts'
import { trainingNewsWords } from './training.news.words.ts'
import { sessionHours, sessionHref, sessionWhen } from './training.part.tsx'

/** For so many days one is told that a seat has become one's own, and so many days ahead that a day is cancelled. Ours. */
const daysTold = 7

export async function trainingNotices(act: Acting, locale: Locale): Promise<DayNotice[]> {
  return (await ownSessions(act, act.today)).flatMap((session) => {
    const text = noticeOf(act, locale, session)
    return text === null
      ? []
      : [{ text, action: { label: trainingNewsWords(locale).toDay, href: sessionHref(session) } }]
  })
}

function noticeOf(act: Acting, locale: Locale, session: OwnSession): string | null {
  const { title, place, part, state, onDay } = session
  const say = trainingNewsWords(locale).notice
  const days = daysBetween(act.today, onDay)
  if (state === 'cancelled')
    return part !== 'gives' && days <= daysTold ? say.cancelled(title, sessionWhen(locale, session)) : null
  // Whoever is there knows it; and what is over is nothing to be reminded of.
  if (state !== 'planned' || part === 'waiting' || session.attended !== null) return null
  if (days <= 1) {
    if (codeState(session, act.now, act.actor.timeZone) === 'over') return null
    const words = part === 'gives' ? say.gives : say.comes
    return words[days === 0 ? 'today' : 'tomorrow'](title, sessionHours(session), place)
  }
  const moved = session.movedUpAt && dayAt(session.movedUpAt, act.actor.timeZone)
  return moved && daysBetween(moved, act.today) < daysTold
    ? say.movedUp(title, sessionWhen(locale, session))
    : null
}

/** Those one has a seat for or gives; whoever waits has no day to keep free yet. */
export async function trainingEvents(act: Acting, from: Day, locale: Locale): Promise<CalendarEvent[]> {
  const say = trainingNewsWords(locale).calendar
  return (await ownSessions(act, from))
    .filter(({ part, state }) => part !== 'waiting' && state !== 'cancelled')
    .map((session) => {
      const { id, onDay, fromTime, untilTime, title, part, madeAt } = session
      const times = { id, onDay, fromTime, untilTime, changedAt: madeAt }
      return {
        ...times,
        title,
        href: sessionHref(session),
        outside: part === 'gives' ? say.gives : say.comes,
      }
    })
}
