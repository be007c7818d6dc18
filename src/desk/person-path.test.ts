import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { Temporal, day, isBefore } from '../platform/day.ts'
import type { CheckinAnswers } from '../support/checkin.ts'
import type { CheckinEntry } from '../support/checkin.store.ts'
import type { CheckupEntry } from '../support/checkup.store.ts'
import type { PathwayChange } from '../support/pathway-change.store.ts'
import { pathSentences } from './person.cards.tsx'
import { pathOf, pausesOf, summaryOf, trendOf, type PathRecord } from './person-path.ts'

const today = day('2026-11-23')
const labels = {
  lapse: () => 'lapse',
  contact: () => 'contact',
  support: 'support',
  pause: 'pause',
}
const nothing: PathRecord = {
  leftOn: day('2026-03-16'),
  checkups: [],
  checkins: [],
  contacts: [],
  lapses: [],
  pauses: [],
}

function answered(on: string, wellbeing: number | null, confidence: number | null): CheckinEntry {
  const answers: CheckinAnswers = {
    wellbeing,
    confidence,
    callMe: null,
    words: null,
    use: null,
    craving: null,
    riskySituation: null,
    support: null,
    work: null,
    housing: null,
  }
  return {
    dueOn: day(on),
    longer: false,
    state: 'answered',
    answer: {
      id: on,
      givenAt: Temporal.Instant.from(`${on}T08:00:00Z`),
      givenOn: day(on),
      way: 'self',
      byAccount: null,
      answers,
      readAt: null,
      readBy: null,
      corrections: 0,
    },
  }
}
const missed = (on: string): CheckinEntry => ({
  dueOn: day(on),
  longer: false,
  state: 'missed',
  answer: null,
})
const checkup = (
  dueOn: string,
  state: CheckupEntry['state'],
  heldOn: string | null = null,
): CheckupEntry => ({
  id: dueOn,
  dueOn: day(dueOn),
  origin: 'pathway',
  reason: null,
  state,
  heldOn: heldOn === null ? null : day(heldOn),
  record: null,
})

describe('the picture of a path', () => {
  test('shows check-ups that were held, missed and lie ahead; those that were moved or cancelled are none', () => {
    const { checkups } = pathOf(
      {
        ...nothing,
        checkups: [
          checkup('2026-12-14', 'upcoming'),
          checkup('2026-10-12', 'late', '2026-10-30'),
          checkup('2026-08-10', 'missed'),
          checkup('2026-07-01', 'moved'),
          checkup('2026-06-01', 'cancelled'),
        ],
      },
      today,
      labels,
    )
    expect(checkups.map((one) => `${one.day} ${one.state}`)).toEqual([
      '2026-12-14 ahead',
      '2026-10-30 held',
      '2026-08-10 missed',
    ])
  })

  test('leaves a missed check-in a gap, and a check-in of which the reader may know nothing without a value', () => {
    const { checkins } = pathOf(
      {
        ...nothing,
        checkins: [
          answered('2026-11-16', 7, null),
          missed('2026-11-09'),
          { dueOn: day('2026-11-02'), longer: false, state: 'answered', answer: null },
          { dueOn: day('2026-10-26'), longer: false, state: 'cancelled', answer: null },
        ],
      },
      today,
      labels,
    )
    expect(checkins).toEqual([
      { day: day('2026-11-16'), state: 'answered', wellbeing: 7, confidence: null },
      { day: day('2026-11-09'), state: 'missed', wellbeing: null, confidence: null },
      { day: day('2026-11-02'), state: 'answered', wellbeing: null, confidence: null },
    ])
  })

  test('begins with leaving where the record does, and with the record where it began long after', () => {
    const near = pathOf(
      { ...nothing, leftOn: day('2026-09-05'), checkins: [answered('2026-09-12', 5, 5)] },
      today,
      labels,
    )
    expect(near.from).toEqual(day('2026-09-05'))
    const late = pathOf(
      { ...nothing, leftOn: day('2023-01-10'), checkins: [answered('2026-09-12', 5, 5)] },
      today,
      labels,
    )
    expect(late.from).toEqual(day('2026-09-12'))
  })

  test('always holds today and the next check-up, and is never longer than a year and a half back', () => {
    const somewhere = fc.integer({ min: -3000, max: 0 }).map((days) => today.add({ days }).toString())
    fc.assert(
      fc.property(somewhere, fc.array(somewhere), fc.integer({ min: 0, max: 400 }), (left, given, ahead) => {
        const next = today.add({ days: ahead })
        const path = pathOf(
          {
            ...nothing,
            leftOn: day(left),
            checkins: given.map((on) => answered(on, 5, 5)),
            checkups: [checkup(next.toString(), 'upcoming')],
          },
          today,
          labels,
        )
        expect(isBefore(path.from, today)).toBe(true)
        expect(isBefore(next, path.to)).toBe(true)
        expect(isBefore(path.from, today.subtract({ months: 19 }))).toBe(false)
      }),
    )
  })

  test('shows pauses from the day they began to the day somebody went on', () => {
    const change = (at: string, what: PathwayChange['what'], to: PathwayChange['to']): PathwayChange => ({
      at: Temporal.Instant.from(`${at}T08:00:00Z`),
      byAccount: null,
      what,
      from: null,
      to,
      wishedBy: null,
      until: null,
      rhythm: null,
      pathway: null,
      reason: null,
    })
    const pauses = pausesOf(
      [
        change('2026-11-20', 'paused', 'paused'),
        change('2026-06-20', 'resumed', 'active'),
        change('2026-06-10', 'rhythm', 'paused'),
        change('2026-06-01', 'paused', 'paused'),
        change('2026-03-16', 'entered', 'active'),
      ],
      (at) => at.toZonedDateTimeISO('Europe/Tallinn').toPlainDate(),
    )
    expect(pauses).toEqual([
      { from: day('2026-06-01'), to: day('2026-06-20') },
      { from: day('2026-11-20'), to: null },
    ])
  })
})

describe('the sentences under the picture', () => {
  const weeks = (values: readonly (number | null)[]) =>
    values.map((value, i) => answered(today.subtract({ weeks: i }).toString(), value, value))

  test('say what was said last, how it moved, and that what was not said is not known', () => {
    const record = {
      ...nothing,
      checkins: [...weeks([7, 7, 8, 4, 4, 5]), missed('2026-10-05'), missed('2026-09-28')],
    }
    expect(pathSentences('et', record, today)).toBe(
      'Viimati täna: enesetunne 7, kindlus 7. Enesetunne ja kindlus on tõusnud. Viimase kaheksa nädala jooksul jäi kaks märguannet tulemata; mis siis oli, me ei tea.',
    )
    expect(pathSentences('ru', record, today)).toContain('Самочувствие и уверенность выросли.')
    expect(pathSentences('en', { ...record, checkins: weeks([3, 3, 3, 6, 6, 6]) }, today)).toContain(
      'Wellbeing and confidence have fallen.',
    )
  })

  test('claim no trend from a few answers', () => {
    expect(trendOf([9, 1, 1])).toBeNull()
    expect(trendOf([null, null, null, 5, 5, 5])).toBeNull()
    expect(trendOf([5, null, 5, 5, 5, 5, 5])).toBe('level')
  })

  test('count a check-in that came late as one that came', () => {
    const late: CheckinEntry = { ...answered('2026-11-10', 5, 5), state: 'late' }
    expect(summaryOf({ ...nothing, checkins: [late] }, today).missed).toBe(0)
  })

  test('never say a trend that is not in the numbers', () => {
    const ratings = fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }), { maxLength: 20 })
    fc.assert(
      fc.property(ratings, (values) => {
        const said = values.filter((value) => value !== null)
        const trend = trendOf(values)
        if (trend === 'risen')
          expect(Math.max(...said.slice(0, 3))).toBeGreaterThan(Math.min(...said.slice(3, 6)))
        if (trend === 'fallen')
          expect(Math.min(...said.slice(0, 3))).toBeLessThan(Math.max(...said.slice(3, 6)))
        if (said.length < 6) expect(trend).toBeNull()
      }),
    )
  })
})
