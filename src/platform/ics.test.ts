import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, Temporal } from './day.ts'
import { icsCalendar } from './ics.ts'

const now = Temporal.Instant.from('2026-11-23T08:00:00.123Z')

test('an hour is told in UTC, a whole day as a date whose end is the day after', () => {
  const text = icsCalendar(
    'Minu kogukonnad',
    [
      {
        uid: '1@tugevus',
        title: 'Kuusiku; külaskäik, koos',
        when: { from: Temporal.Instant.from('2026-11-23T13:30:00Z'), minutes: 60 },
      },
      { uid: '2@tugevus', title: 'Rida\nkaks', when: { day: day('2026-12-31') } },
    ],
    now,
  )
  expect(text.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tugevus//Tugevus//ET',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Minu kogukonnad',
    'BEGIN:VEVENT',
    'UID:1@tugevus',
    'DTSTAMP:20261123T080000Z',
    'DTSTART:20261123T133000Z',
    'DTEND:20261123T143000Z',
    'SUMMARY:Kuusiku\\; külaskäik\\, koos',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:2@tugevus',
    'DTSTAMP:20261123T080000Z',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:Rida\\nkaks',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('no line is longer than 75 octets, and unfolding gives the title back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const text = icsCalendar('K', [{ uid: '1', title, when: { day: day('2026-11-23') } }], now)
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const summary = /^SUMMARY:(.*)$/m.exec(text.replaceAll('\r\n ', ''))?.[1]?.replace(/\r$/, '')
      expect(summary?.replace(/\\([\\;,])/g, '$1')).toBe(title)
    }),
  )
})
