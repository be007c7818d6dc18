import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { textCell, type Cell } from '../platform/spreadsheet.cells.ts'
import { ageOn, readDay, slashOrderOf, type DayRules } from './caseload-file.dates.ts'

const today = day('2026-05-15')

/** The day as text, or the code of the doubt with its suggestions. */
function read(value: string | number | Cell, rules: Partial<DayRules> = {}): string {
  const cell =
    typeof value === 'string'
      ? textCell(value)
      : typeof value === 'number'
        ? { kind: 'number' as const, number: value }
        : value
  const found = readDay(cell, { today, about: 'event', slashOrder: null, ...rules })
  if (found.kind === 'none') return 'none'
  return found.kind === 'day' ? found.day.toString() : [found.reason.code, ...found.suggestions].join(' ')
}

describe('a day', () => {
  test.each([
    '1.2.2026',
    '01.02.2026',
    '1.2.26',
    ' 1. 2. 2026',
    '1. 2.26',
    '1.2.2026.',
    '1.2.2026 a',
    '01.02.2026 a.',
    '1.2.2026 г.',
    '1.2.2026г',
    '01-02-2026',
    '1 2 2026',
    '2026-02-01',
    '2026/02/01',
    '2026.2.1',
    '20260201',
    '01022026',
    '2026-02-01T00:00:00.000Z',
    '2026-02-01 00:00:00',
    '01.02.2026 0:00',
    '01.02.2026 10.30',
    '1. veebruar 2026',
    '1 veebr 2026',
    '1 Feb 2026',
    '1st of February 2026',
    'February 1, 2026',
    '1 февраля 2026 г.',
    '1 фев. 2026',
    '1-feb-26',
    '46054',
    '46054,5',
  ])('written as %s is the first of February', (text) => {
    expect(read(text)).toBe('2026-02-01')
  })

  test.each([
    [46054, '2026-02-01'],
    [46054.75, '2026-02-01'],
    [31485, '1986-03-14'],
    [20260201, '2026-02-01'],
  ])('that Excel keeps as %d is read', (number, expected) => {
    expect(read(number)).toBe(expected)
  })

  test('of a date cell is taken as it is', () => {
    expect(read({ kind: 'day', day: day('1986-03-14') })).toBe('1986-03-14')
    expect(readDay(null, { today, about: 'event', slashOrder: null })).toEqual({ kind: 'none' })
  })

  test.each([
    ['31.02.1992', 'impossibleDay'],
    ['29.02.2026', 'impossibleDay'],
    ['0.1.2026', 'impossibleDay'],
    ['12.25.2025', 'impossibleDay 2025-12-25'],
    ['2025-25-12', 'impossibleDay 2025-12-25'],
    ['31/31/2026', 'impossibleDay'],
    ['1986', 'incompleteDay'],
    ['02.2026', 'incompleteDay'],
    ['veebruar 2026', 'incompleteDay'],
    ['1.2.3026', 'unreadableDay'],
    ['1.2.202', 'unreadableDay'],
    ['eelmisel kevadel', 'unreadableDay'],
    ['jah', 'unreadableDay'],
    ['12345678', 'unreadableDay'],
    ['5', 'unreadableDay'],
    ['38603142723', 'unreadableDay 1986-03-14'],
    ['50104300000', 'unreadableDay 2001-04-30'],
  ])('written as %s is left to a human: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('of any calendar is read back from every way of writing it', () => {
    const days = fc
      .integer({ min: 0, max: daysOfTwoCenturies })
      .map((n) => day('1910-01-01').add({ days: n }))
    fc.assert(
      fc.property(days, (date) => {
        const { day: d, month: m, year: y } = date
        for (const text of [
          `${d}.${m}.${y}`,
          date.toString(),
          `${d}-${m}-${y}`,
          `${date.toString()} 10:00`,
        ]) {
          expect(read(text)).toBe(date.toString())
        }
        expect(read(`${d}/${m}/${y}`, { slashOrder: 'dmy' })).toBe(date.toString())
        expect(read(`${m}/${d}/${y}`, { slashOrder: 'mdy' })).toBe(date.toString())
        const excel = day('1899-12-30').until(date, { largestUnit: 'day' }).days
        expect(read(excel)).toBe(date.toString())
      }),
    )
  })

  test('in any text is either a day or a doubt, and every suggestion can be read', () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[\d./\- ]{1,12}$/),
      fc.stringMatching(/^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/),
    )
    fc.assert(
      fc.property(text, fc.constantFrom<DayRules['about']>('birth', 'event'), (written, about) => {
        const rules: DayRules = { today, about, slashOrder: null }
        const found = readDay(textCell(written), rules)
        if (found.kind !== 'doubt') return
        for (const suggestion of found.suggestions) {
          expect(readDay(textCell(suggestion), rules)).toEqual({ kind: 'day', day: day(suggestion) })
        }
      }),
    )
  })
})

const daysOfTwoCenturies = day('1910-01-01').until(day('2099-12-31'), { largestUnit: 'day' }).days

describe('a day with slashes', () => {
  test('is asked about where both orders are days', () => {
    expect(read('03/04/2026')).toBe('dayOrder 2026-04-03 2026-03-04')
    expect(read('03/04/2026', { slashOrder: 'dmy' })).toBe('2026-04-03')
    expect(read('03/04/2026', { slashOrder: 'mdy' })).toBe('2026-03-04')
  })

  test('is read where only one order is a day, or both are the same', () => {
    expect(read('25/03/2026')).toBe('2026-03-25')
    expect(read('03/25/2026')).toBe('2026-03-25')
    expect(read('05/05/2026')).toBe('2026-05-05')
    expect(read('25/03/2026', { slashOrder: 'mdy' })).toBe('impossibleDay 2026-03-25')
  })

  test('that can be meant in one way only decides for its column, unless another contradicts it', () => {
    const cells = (...texts: string[]) => texts.map(textCell)
    expect(slashOrderOf(cells('03/04/2026', '25/03/2026', ''))).toBe('dmy')
    expect(slashOrderOf(cells('03/04/2026', '03/25/26'))).toBe('mdy')
    expect(slashOrderOf(cells('25/03/2026', '03/25/2026'))).toBeNull()
    expect(slashOrderOf(cells('03/04/2026', '25.03.2026', '46054'))).toBeNull()
  })
})

describe('a year of two digits', () => {
  test.each([
    ['7.7.81', '1981-07-07'],
    ['7.7.07', '2007-07-07'],
    ['1.1.27', '1927-01-01'],
    ['1.6.26', '1926-06-01'],
    ['1.1.20', 'century 1920-01-01 2020-01-01'],
    ['7/7/81', '1981-07-07'],
    ['12/06/84', 'dayOrder 1984-06-12 1984-12-06'],
    ['31.2.81', 'impossibleDay'],
  ])('of birth, %s, is that of somebody grown up: %s', (text, expected) => {
    expect(read(text, { about: 'birth' })).toBe(expected)
  })

  test('of leaving is one of this century', () => {
    expect(read('1.4.26')).toBe('2026-04-01')
    expect(read('1.4.99')).toBe('2099-04-01')
    expect(read('25/03/26')).toBe('2026-03-25')
  })
})

describe('age', () => {
  test('grows on the birthday and on 1 March for those of 29 February', () => {
    expect(ageOn(day('2026-05-14'), day('2008-05-15'))).toBe(17)
    expect(ageOn(day('2026-05-15'), day('2008-05-15'))).toBe(18)
    expect(ageOn(day('2026-02-28'), day('2008-02-29'))).toBe(17)
    expect(ageOn(day('2026-03-01'), day('2008-02-29'))).toBe(18)
  })
})
