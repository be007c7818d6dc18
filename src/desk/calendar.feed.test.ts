import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { DatedVisit } from '../communities/visit.ts'
import { day, Temporal } from '../platform/day.ts'
import { calendarFeed } from './calendar.feed.ts'

const community = {
  id: 'k',
  name: 'Kuusiku külaselts',
  published: true,
  state: 'accepted',
  developerId: 'maret',
} as const
const visit = (given: Partial<DatedVisit> = {}): DatedVisit => ({
  id: '8d5b7f6e-1111-4222-8333-444455556666',
  communityId: 'k',
  actionId: null,
  kind: 'dialogue',
  state: 'planned',
  onDay: day('2026-12-02'),
  atTime: '15:30',
  topic: 'Salajane teema',
  peopleCount: 9,
  outcome: 'Salajane kokkuvõte',
  nextStep: 'Salajane samm',
  nextOn: null,
  changedAt: Temporal.Instant.from('2026-11-23T08:00:00Z'),
  moves: 0,
  ...given,
})
const feed = (
  visits: DatedVisit[],
  given: Partial<Omit<typeof community, 'published' | 'name'>> & { name?: string; published?: boolean } = {},
  mine: string | null = 'maret',
) =>
  calendarFeed(
    { communities: [{ ...community, ...given }], visits },
    { locale: 'et', timeZone: 'Europe/Tallinn', mine },
  )
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
const only = (text: string) => {
  const [event] = read(text)
  if (!event) throw new Error('there is no event')
  return event
}

describe('what leaves the house', () => {
  test('says nothing of topics, people and outcomes, and of a community that is not published not even the name', () => {
    const { text } = feed([visit({ state: 'held' })])
    expect(only(text).summary).toBe('Vestlusring: Kuusiku külaselts')
    expect(text).not.toContain('Salajane')
    const hidden = feed([visit()], { published: false }).text
    expect(only(hidden).summary).toBe('Külaskäik')
    expect(hidden).not.toContain('Kuusiku')
  })

  test('is of one’s own communities and nothing that is off', () => {
    expect(read(feed([visit({ state: 'cancelled' })]).text)).toEqual([])
    expect(read(feed([visit()], {}, 'urmas').text)).toEqual([])
    expect(read(feed([visit()], {}, null).text)).toHaveLength(1)
    expect(read(feed([visit({ communityId: 'x' })], {}, null).text)).toEqual([])
  })
})

describe('programs that read calendars', () => {
  test('find the hour of Estonia in winter and in summer, and a day without an hour as a whole day', () => {
    const at = (given: Partial<DatedVisit>) => only(feed([visit(given)]).text)
    expect(at({}).startDate.toJSDate().toISOString()).toBe('2026-12-02T13:30:00.000Z')
    expect(
      at({ onDay: day('2027-06-02') })
        .startDate.toJSDate()
        .toISOString(),
    ).toBe('2027-06-02T12:30:00.000Z')
    expect(at({}).endDate.toJSDate().toISOString()).toBe('2026-12-02T14:30:00.000Z')
    const whole = at({ atTime: null })
    expect([whole.startDate.isDate, whole.startDate.toString(), whole.endDate.toString()]).toEqual([
      true,
      '2026-12-02',
      '2026-12-03',
    ])
    // An hour that is not there: the clocks go on at three.
    expect(
      at({ onDay: day('2027-03-28'), atTime: '03:30' })
        .startDate.toJSDate()
        .toISOString(),
    ).toBe('2027-03-28T01:30:00.000Z')
  })

  test('know a visit again when it has moved, and that it is newer', () => {
    const moved = visit({
      onDay: day('2026-12-09'),
      moves: 1,
      changedAt: Temporal.Instant.from('2026-11-24T08:00:00Z'),
    })
    const [before, after] = [only(feed([visit()]).text), only(feed([moved]).text)]
    expect(after.uid).toBe(before.uid)
    expect([before.sequence, after.sequence]).toEqual([0, 1])
    expect(after.component.getFirstPropertyValue('last-modified')?.toString()).toBe('2026-11-24T08:00:00Z')
  })

  test('are told the same as long as nothing has changed', () => {
    const [one, two] = [visit(), visit({ id: 'b', onDay: day('2026-12-01') })]
    expect(feed([one, two])).toEqual(feed([two, one]))
    expect(feed([one]).etag).not.toBe(feed([visit({ atTime: '16:00' })]).etag)
  })

  test('read every name as it is written, in lines as the standard has them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 2, maxLength: 120 }), (name) => {
        const { text } = feed([visit()], { name })
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/\p{Cc}/u)
        }
        const written = name
          .replace(/\s+/g, ' ')
          .trim()
          .replace(/\p{Cc}/gu, '')
        expect(only(text).summary).toBe(`Vestlusring: ${written}`)
      }),
    )
  })
})
