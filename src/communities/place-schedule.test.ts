import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { locales } from '../platform/words.ts'
import { readTime } from './time-of-day.ts'
import { readRule, ruleText, runsOf, weekdays, type Rule, type Schedule } from './place-schedule.ts'
import { untilWords, whenWords } from './place-schedule.words.ts'

const today = day('2026-11-24')

const aRule: fc.Arbitrary<Rule> = fc
  .record({
    frequency: fc.constantFrom('DAILY' as const, 'WEEKLY' as const, 'MONTHLY' as const),
    interval: fc.integer({ min: 1, max: 12 }),
    days: fc.subarray([...weekdays], { minLength: 1 }),
    nth: fc.constantFrom(1, 2, 3, 4, -1),
    until: fc.option(fc.nat(1000).map((days) => today.add({ days }))),
  })
  .map((rule) => ({
    ...rule,
    days: rule.frequency === 'DAILY' ? [] : rule.days,
    nth: rule.frequency === 'MONTHLY' ? rule.nth : null,
  }))

describe('a rule', () => {
  test('is written and read again as it was', () => {
    fc.assert(
      fc.property(aRule, (rule) => {
        expect(readRule(ruleText(rule))).toEqual(rule)
      }),
    )
  })

  test('as other programs write it is understood', () => {
    expect(readRule('RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=TU;UNTIL=20270301T215959Z')).toMatchObject({
      days: ['TU'],
      until: day('2027-03-01'),
    })
    expect(readRule('FREQ=MONTHLY;BYDAY=-1FR')).toMatchObject({ days: ['FR'], nth: -1 })
  })

  test.each([
    '',
    'FREQ=WEEKLY',
    'FREQ=YEARLY;BYDAY=MO',
    'FREQ=WEEKLY;BYDAY=1MO',
    'FREQ=WEEKLY;BYDAY=MO,MO',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYDAY=MO;COUNT=4',
    'FREQ=WEEKLY;BYDAY=MO;INTERVAL=0',
    'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270231',
    'FREQ=WEEKLY;FREQ=DAILY;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=1MO,2TU',
    'FREQ=MONTHLY;BYDAY=-2MO',
    'FREQ=MONTHLY;BYDAY=5MO',
    'FREQ=DAILY;BYDAY=MO',
    'FREQ=WEEKLY;BYDAY=MO;WKST=SU',
  ])('that would be half understood is refused: %s', (text) => {
    expect(readRule(text)).toBeNull()
  })
})

describe('in words', () => {
  const when = (rule: string, opens: string | null = null, closes: string | null = null): Schedule => {
    const read = readRule(rule)
    if (!read) throw new Error(rule)
    return { timing: 'regular', rule: read, opens, closes }
  }

  test.each([
    ['FREQ=WEEKLY;BYDAY=TU', '17:00', '20:00', 'T 17–20', 'Tue 17:00–20:00', 'вт 17:00–20:00'],
    [
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      '08:00',
      '12:30',
      'E–R 8–12.30',
      'Mon–Fri 8:00–12:30',
      'пн–пт 8:00–12:30',
    ],
    ['FREQ=WEEKLY;BYDAY=SA,SU', null, null, 'L, P', 'Sat, Sun', 'сб, вс'],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      '17:00',
      null,
      'üle nädala T kell 17',
      'every other week, Tue at 17:00',
      'раз в две недели, вт в 17:00',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU',
      null,
      null,
      'iga 3 nädala järel T',
      'every 3 weeks, Tue',
      'раз в 3 недели, вт',
    ],
    ['FREQ=DAILY', '09:00', '17:00', 'iga päev 9–17', 'every day 9:00–17:00', 'каждый день 9:00–17:00'],
    [
      'FREQ=MONTHLY;BYDAY=1SA',
      '10:00',
      '15:00',
      'kuu esimene L 10–15',
      'first Sat 10:00–15:00',
      '1-й сб 10:00–15:00',
    ],
    ['FREQ=MONTHLY;BYDAY=-1FR', null, null, 'kuu viimane R', 'last Fri', 'последний пт'],
  ])('%s is short', (rule, opens, closes, et, en, ru) => {
    const schedule = when(rule, opens, closes)
    expect([
      whenWords('et', schedule, today),
      whenWords('en', schedule, today),
      whenWords('ru', schedule, today),
    ]).toEqual([et, en, ru])
  })

  test.each([
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE', '17:00', '20:30', 'ma–ke 17–20.30', 'man–ons 17–20.30'],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      '17:00',
      null,
      'joka toinen viikko, ti klo 17',
      'annenhver uke, tir kl. 17',
    ],
    ['FREQ=DAILY;INTERVAL=3', null, '20:00', 'joka 3. päivä klo 20 asti', 'hver 3. dag til kl. 20'],
    ['FREQ=MONTHLY;BYDAY=1SA', '10:00', '15:00', 'kuun 1. la 10–15', 'hver måned, første lør 10–15'],
    ['FREQ=MONTHLY;BYDAY=-1FR', null, null, 'kuun viimeinen pe', 'hver måned, siste fre'],
  ])('%s is short in Finnish and Norwegian', (rule, opens, closes, fi, nb) => {
    const schedule = when(rule, opens, closes)
    expect([whenWords('fi', schedule, today), whenWords('nb', schedule, today)]).toEqual([fi, nb])
  })

  test('until when, with the year where it is another one', () => {
    expect(untilWords('et', day('2026-12-01'), today)).toBe('kuni 1. detsembrini')
    expect(untilWords('et', day('2027-03-01'), today)).toBe('kuni 1. märtsini 2027')
    expect(untilWords('ru', day('2027-03-01'), today)).toBe('до 1 марта 2027')
    expect(untilWords('en', day('2026-12-01'), today)).toBe('until 1 Dec')
    expect(untilWords('fi', day('2026-12-01'), today)).toBe('1.12. asti')
    expect(untilWords('fi', day('2027-03-01'), today)).toBe('1. maaliskuuta 2027 asti')
    expect(untilWords('nb', day('2027-03-01'), today)).toBe('til 1. mars 2027')
  })

  test('every rule has words, and never a gap', () => {
    fc.assert(
      fc.property(aRule, fc.constantFrom(...locales), (rule, locale) => {
        const text = whenWords(locale, { timing: 'regular', rule, opens: '17:00', closes: null }, today)
        expect(text).not.toMatch(/undefined|null| {2}|^ | $/)
      }),
    )
  })
})

test('days that follow each other are one run', () => {
  fc.assert(
    fc.property(fc.subarray([...weekdays]), (days) => {
      const told = runsOf(days).flatMap(({ first, last }) =>
        weekdays.slice(weekdays.indexOf(first), weekdays.indexOf(last) + 1),
      )
      expect(told).toEqual(days)
    }),
  )
})

test('a time of day is read as people write it', () => {
  expect(['9', '9.30', '09:30', '17.00'].map(readTime)).toEqual(['09:00', '09:30', '09:30', '17:00'])
  expect(['', '25', '9.60', 'kell 9', '9.3'].map(readTime)).toEqual([null, null, null, null, null])
})
