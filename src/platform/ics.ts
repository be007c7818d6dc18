/** Calendars as other programs read them: RFC 5545, only what a feed of days and hours needs. */
import type { Day, Moment } from './day.ts'

export type IcsEvent = {
  /** Stays the same whenever the feed is read; unique in the world. */
  uid: string
  title: string
  /** A whole day, or a moment and for how many minutes. */
  when: { day: Day } | { from: Moment; minutes: number }
}

/** The text of a calendar; lines end as the standard says and are folded at 75 octets. */
export function icsCalendar(name: string, events: readonly IcsEvent[], now: Moment): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tugevus//Tugevus//ET',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ uid, title, when }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${utc(now)}`,
      ...('day' in when
        ? [`DTSTART;VALUE=DATE:${date(when.day)}`, `DTEND;VALUE=DATE:${date(when.day.add({ days: 1 }))}`]
        : [`DTSTART:${utc(when.from)}`, `DTEND:${utc(when.from.add({ minutes: when.minutes }))}`]),
      `SUMMARY:${escaped(title)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const date = (on: Day) => on.toString().replaceAll('-', '')
const utc = (moment: Moment) => moment.round('second').toString().replace(/[-:]/g, '')

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\\;,]/g, (letter) => `\\${letter}`)
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

/** At most 75 octets a line, a letter never cut in two; what goes on begins with a space. */
function folded(line: string): string {
  let length = 0
  let out = ''
  for (const letter of line) {
    const octets = Buffer.byteLength(letter)
    if (length + octets > 75) {
      out += '\r\n '
      length = 1
    }
    out += letter
    length += octets
  }
  return out
}
