import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Community } from '../communities/community.ts'
import { day, Temporal } from '../platform/day.ts'
import { entriesOf, monthOf, readMonth, weeksOf } from './calendar.ts'

const today = day('2026-11-24')
const month = monthOf(today)
const community = (id: string, developerId: string, state: Community['state'] = 'accepted'): Community => ({
  id,
  slug: id,
  name: id,
  kind: 'place',
  municipality: '0293',
  languages: ['et'],
  summary: '',
  contact: null,
  state,
  stateSince: today,
  published: false,
  trust: 'visitor',
  developerId,
  changedAt: Temporal.Instant.from('2026-11-24T08:00:00Z'),
})
const visit = (
  onDay: string,
  atTime: string | null,
  state: 'planned' | 'held' | 'cancelled' = 'planned',
) => ({
  id: `${onDay} ${atTime}`,
  communityId: 'oma',
  actionId: null,
  kind: 'visit' as const,
  state,
  onDay: day(onDay),
  atTime,
  topic: '',
  peopleCount: null,
  outcome: '',
  nextStep: '',
  nextOn: null,
})
const action = (byOn: string | null, state: 'planned' | 'done' = 'planned') => ({
  id: `${byOn}`,
  communityId: 'oma',
  goalId: 'g',
  title: 'Talvine kava',
  who: null,
  byOn: byOn === null ? null : day(byOn),
  costCents: null,
  state,
  evidence: '',
  milestone: false,
})
const place = (confirmedOn: string | null, given: { state?: 'open' | 'closed'; endsOn?: string } = {}) => ({
  id: 'p',
  communityId: 'oma',
  organisationId: 'o',
  kind: 'activity' as const,
  title: 'Puutöökoda',
  what: '',
  schedule: { timing: 'agreement' as const },
  languages: [],
  access: [],
  features: [],
  rules: '',
  costCents: null,
  costNote: '',
  minimum: 1,
  locationId: null,
  total: 4,
  startsOn: null,
  endsOn: given.endsOn === undefined ? null : day(given.endsOn),
  confirmedOn: confirmedOn === null ? null : day(confirmedOn),
  state: given.state ?? ('open' as const),
})
const all = {
  communities: [community('oma', 'maret'), community('teise', 'urmas'), community('ei', 'maret', 'declined')],
  visits: [],
  actions: [],
  places: [],
  events: [],
}
const shown = (given: Partial<Parameters<typeof entriesOf>[0]>, mine: string | null = 'maret') =>
  [...entriesOf({ ...all, ...given }, { month, today, mine })].flatMap(([on, entries]) =>
    entries.map(
      (entry) =>
        `${on} ${entry.kind}${entry.kind === 'ask' ? ` ${entry.count}` : entry.kind === 'due' ? ` ${entry.actions.length}` : ''}`,
    ),
  )

describe('a month', () => {
  test('has every day once, in weeks that begin on a Monday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const weeks = weeksOf(Temporal.PlainYearMonth.from({ year, month: number }))
        const days = weeks.flat().filter((one) => one !== null)
        expect(days.map((one) => one.day)).toEqual(days.map((_, index) => index + 1))
        expect(days.length).toBe(Temporal.PlainYearMonth.from({ year, month: number }).daysInMonth)
        for (const week of weeks) {
          expect(week).toHaveLength(7)
          week.forEach((one, index) => expect(one?.dayOfWeek ?? index + 1).toBe(index + 1))
        }
      }),
    )
  })

  test('is read from the address only where it is one', () => {
    expect(readMonth('2026-12')?.toString()).toBe('2026-12')
    for (const text of [
      '2026-13',
      '2026-00',
      '2026-1',
      '1999-12',
      '2026-12-01',
      '-2026-12',
      'detsember',
      '2026-12 ',
      '12026-12',
    ]) {
      expect(readMonth(text), text).toBeNull()
    }
  })
})

describe('what is on a day', () => {
  test('is of one’s own communities, by the hour, and nothing that is off', () => {
    const visits = [
      visit('2026-11-25', '15:30'),
      visit('2026-11-25', '09:00'),
      visit('2026-11-25', null, 'cancelled'),
      visit('2026-12-01', '09:00'),
      { ...visit('2026-11-26', null), communityId: 'teise' },
      { ...visit('2026-11-27', null), communityId: 'ei' },
    ]
    const found = entriesOf({ ...all, visits }, { month, today, mine: 'maret' })
    expect(found.get('2026-11-25')?.map((entry) => entry.kind === 'visit' && entry.visit.atTime)).toEqual([
      '09:00',
      '15:30',
    ])
    expect(found.size).toBe(1)
    expect(shown({ visits }, null)).toContain('2026-11-26 visit')
  })

  test('is due on its day, also when that is over, until it is done', () => {
    const actions = [
      action('2026-11-02'),
      action('2026-11-02'),
      action('2026-11-30'),
      action('2026-11-10', 'done'),
      action(null),
    ]
    expect(shown({ actions })).toEqual(['2026-11-02 due 2', '2026-11-30 due 1'])
  })

  test('is to be asked again on the day on which the word of a place is too old, and today where that is over', () => {
    // 90 days after 30 August.
    expect(shown({ places: [place('2026-08-30')] })).toEqual(['2026-11-29 ask 1'])
    expect(shown({ places: [place('2026-01-01'), place(null)] })).toEqual(['2026-11-24 ask 2'])
    expect(
      shown({ places: [place(null, { state: 'closed' }), place('2026-08-30', { endsOn: '2026-11-28' })] }),
    ).toEqual([])
  })
})
