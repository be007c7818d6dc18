import { expect, test } from 'vitest'
import { day, Temporal } from '../platform/day.ts'
import { byWhen, nearDay, nearDays, wholeDay } from './when.words.ts'

const today = day('2026-11-23')

test('a day nearby is called by its name, another by its date, one of another year with the year', () => {
  const said = (date: string) => nearDay('et', day(date), today)
  expect(['2026-11-22', '2026-11-23', '2026-11-24'].map(said)).toEqual(['eile', 'täna', 'homme'])
  expect(said('2026-11-30')).toBe('30. novembril')
  expect(said('2027-01-04')).toBe('4. jaanuaril 2027')
})

test('a day can end a sentence in every language without two full stops', () => {
  for (const locale of ['et', 'en', 'ru'] as const) {
    for (const date of ['2026-11-30', '2026-05-04', '2027-01-04']) {
      expect(nearDay(locale, day(date), today)).not.toMatch(/\.$/)
      expect(wholeDay(locale, day(date))).not.toMatch(/\.$/)
    }
  }
  expect(nearDay('ru', day('2026-11-30'), today)).toBe('30 ноября')
})

test('several days are one sentence', () => {
  const days = [day('2026-11-10'), day('2026-11-17'), today]
  expect(nearDays('et', days, today)).toBe('10. novembril, 17. novembril ja täna')
})

test('a promise names the hour of the organisation, not of the server', () => {
  const moment = Temporal.Instant.from('2026-11-23T22:30:00Z')
  expect(byWhen('et', moment, today, 'Europe/Tallinn')).toBe('homme kella 0.30-ks')
  expect(byWhen('en', moment, today, 'UTC')).toBe('today by 22:30')
})
