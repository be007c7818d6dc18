import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { DatedAction } from '../communities/plan.ts'
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
const action = (given: Partial<DatedAction> = {}): DatedAction => ({
  id: '1f0c2a9e-1111-4222-8333-444455556666',
  communityId: 'k',
  goalId: 'g',
  title: 'Salajane tegevus',
  who: 'Salajane Mari',
  byOn: day('2026-12-02'),
  costCents: 9950,
  state: 'planned',
  evidence: 'Salajane tõend',
  milestone: true,
  changedAt: Temporal.Instant.from('2026-11-23T08:00:00Z'),
  ...given,
})
const feed = (
  visits: DatedVisit[],
  given: Partial<Omit<typeof community, 'published' | 'name'>> & { name?: string; published?: boolean } = {},
  mine: string | null = 'maret',
  actions: DatedAction[] = [],
) =>
  calendarFeed(
    { communities: [{ ...community, ...given }], visits, actions, events: [] },
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

describe('what a plan has due', () => {
  const due = (given: Partial<DatedAction> = {}, published = true) =>
    feed([], { published }, 'maret', [action(given)])

  test('is a whole day that takes nobody’s time, and says of which community and nothing of what', () => {
    const { text } = due()
    const event = only(text)
    expect([event.summary, event.startDate.isDate, event.startDate.toString()]).toEqual([
      'Tähtaeg: Kuusiku külaselts',
      true,
      '2026-12-02',
    ])
    expect(event.endDate.toString()).toBe('2026-12-03')
    expect(event.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
    for (const secret of ['Salajane', '99', 'Mari']) expect(text).not.toContain(secret)
    const hidden = due({}, false).text
    expect(only(hidden).summary).toBe('Tähtaeg')
    expect(hidden).not.toContain('Kuusiku')
  })

  test('is there also when its day is over, and gone when it is done, left out or has no day', () => {
    expect(read(due({ byOn: day('2026-10-01'), state: 'begun' }).text)).toHaveLength(1)
    for (const given of [{ state: 'done' }, { state: 'dropped' }, { byOn: null }] as const) {
      expect(read(due(given).text)).toEqual([])
    }
  })

  test('is of one’s own communities, and known again when it has moved', () => {
    expect(read(feed([], {}, 'urmas', [action()]).text)).toEqual([])
    const changedAt = Temporal.Instant.from('2026-11-24T08:00:00Z')
    const moved = only(due({ byOn: day('2026-12-09'), changedAt }).text)
    expect(moved.uid).toBe(only(due().text).uid)
    expect(moved.component.getFirstPropertyValue('last-modified')?.toString()).toBe('2026-11-24T08:00:00Z')
  })

  test('stands in the same order however it comes, beside the visits of its day', () => {
    const [one, two] = [action(), action({ id: 'b', byOn: day('2026-12-01') })]
    expect(feed([visit()], {}, null, [one, two])).toEqual(feed([visit()], {}, null, [two, one]))
    expect(read(feed([visit()], {}, null, [one, two]).text)).toHaveLength(3)
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
