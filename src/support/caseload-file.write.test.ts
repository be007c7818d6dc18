import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { municipalities } from '../platform/municipalities.ts'
import { cellText } from '../platform/spreadsheet.cells.ts'
import { readSpreadsheet } from '../platform/spreadsheet.ts'
import { locales } from '../platform/words.ts'
import { noAnswers, withFix, withSkip } from './caseload-file.answers.ts'
import { checkCaseload, type CheckedFile } from './caseload-file.check.ts'
import { columns, type PersonValues } from './caseload-file.ts'
import { isNothing, nameKey } from './caseload-file.names.ts'
import { caseloadCsv, caseloadXlsx, refusedRowsCsv, refusedRowsXlsx } from './caseload-file.write.ts'

const today = day('2026-05-15')

async function check(file: Uint8Array | string, answers = noAnswers): Promise<CheckedFile> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const read = await readSpreadsheet(bytes, 'people')
  if (read.kind === 'problem') throw new Error(read.problem.code)
  return checkCaseload(read, { today, answers })
}

const dayBetween = (first: string, last: string) =>
  fc.nat(day(first).until(day(last), { largestUnit: 'day' }).days).map((days) => day(first).add({ days }))
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const word = fc.stringMatching(/^[A-ZÕÄÖÜŠŽА-Я][a-zõäöüšžа-я]{2,9}$/)
const written = fc
  .string({ unit: fc.constantFrom('a', 'õ', 'Ж', ' ', '=', '+', '-', '@', "'", '"', ';', ',', '1', '😀') })
  .map((text) => text.replace(/\s+/g, ' ').trim())

const person: fc.Arbitrary<PersonValues> = fc.record({
  name: fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => words.join(' ')),
  birthDate: orNull(dayBetween('1916-06-01', '1981-12-31')),
  phones: fc.uniqueArray(
    fc.oneof(
      fc.integer({ min: 50_000_000, max: 59_999_999 }).map((n) => `+372${n}`),
      fc.integer({ min: 400_000_000, max: 499_999_999 }).map((n) => `+358${n}`),
    ),
    { minLength: 1, maxLength: 3 },
  ),
  email: orNull(fc.stringMatching(/^[a-z]{1,8}\.?[a-z0-9]{1,8}@[a-z]{2,8}\.(?:ee|org)$/)),
  municipality: orNull(fc.constantFrom(...municipalities.map(({ code }) => code))),
  language: orNull(fc.constantFrom(...locales)),
  leftOn: dayBetween('2000-01-01', '2026-05-15'),
  coordinator: fc.tuple(word, word).map((words) => words.join(' ')),
  agreedOn: orNull(dayBetween('2000-01-01', '2026-05-15')),
  agreedHow: orNull(written.filter((text) => !isNothing(text) && !text.startsWith('='))),
  notes: orNull(
    fc.array(written, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n').trim()),
  ).map((text) => (text === '' ? null : text)),
})

/** People who do not resemble each other: resemblance is a doubt of its own. */
const people = fc.uniqueArray(person, {
  minLength: 1,
  maxLength: 12,
  comparator: (a, b) =>
    nameKey(a.name ?? '') === nameKey(b.name ?? '') ||
    a.phones.some((phone) => b.phones.includes(phone)) ||
    (a.email !== null && a.email === b.email),
})

describe('the caseload as a file', () => {
  const comesBack = async (file: Uint8Array | string, sent: readonly PersonValues[]) => {
    const checked = await check(file)
    expect(checked.rows.flatMap(({ doubts }) => doubts)).toEqual([])
    expect(checked.unknownColumns).toEqual([])
    expect(checked.rows.map(({ values }) => values)).toEqual(sent)
  }

  test('comes back from XLSX as the same people, in every language', async () => {
    await fc.assert(
      fc.asyncProperty(people, fc.constantFrom(...locales), async (sent, locale) => {
        await comesBack(await caseloadXlsx(sent, locale), sent)
      }),
      { numRuns: 60 },
    )
  })

  test('comes back from CSV as the same people, in every language', async () => {
    await fc.assert(
      fc.asyncProperty(people, fc.constantFrom(...locales), async (sent, locale) => {
        await comesBack(caseloadCsv(sent, locale), sent)
      }),
    )
  })

  const somebody: PersonValues = {
    name: 'Tõnu Kask',
    birthDate: day('1986-03-14'),
    phones: ['+37255501001', '+37255501002'],
    email: 'tonu@example.org',
    municipality: '0145',
    language: 'et',
    leftOn: day('2026-02-12'),
    coordinator: 'M. Saar',
    agreedOn: null,
    agreedHow: null,
    notes: '=1+1',
  }

  test('has the headings and words of its reader', () => {
    const [headings, row] = caseloadCsv([somebody], 'ru').replace('\ufeff', '').split('\r\n')
    expect(headings).toBe(
      'Имя и фамилия;Дата рождения;Телефон;Эл. почта;Волость или город;Язык;Завершение реабилитации;Координатор;Дата согласия;Как дано согласие;Примечания',
    )
    expect(row).toBe(
      `Tõnu Kask;1986-03-14;"'+37255501001; +37255501002";tonu@example.org;Antsla vald;эстонский;2026-02-12;M. Saar;;;'=1+1`,
    )
  })

  test('of nobody has its headings all the same', async () => {
    const checked = await check(await caseloadXlsx([], 'et'))
    expect(checked.rows).toEqual([])
    expect(checked.headings.map(({ meaning }) => meaning)).toEqual([...columns])
  })
})

describe('the file of refused rows', () => {
  const messy = readFileSync(new URL('../../tests/files/caseload-messy.xlsx', import.meta.url))
  const answers = withFix(withSkip(noAnswers, 4), 11, 'email', 'rein@example')

  test('has the columns of the file it came from, what was put right, and why each row was refused', async () => {
    const file = await refusedRowsXlsx(await check(messy, answers), answers, 'et')
    const read = await readSpreadsheet(file, 'x.xlsx')
    if (read.kind === 'problem') throw new Error(read.problem.code)
    const [headings, ...rows] = read.sheets[0].rows.map(({ cells }) => cells.map(cellText))
    expect(headings?.at(-1)).toBe('Põhjus')
    expect(headings?.slice(0, 3)).toEqual(['Nimi', 'Sünniaeg', 'Telefon'])
    expect(rows.map((cells) => cells[0])).toEqual([
      'Kask, Tõnu',
      '',
      'Liis Pärn',
      'Rein Sepp',
      'Anu Ilves',
      '=HYPERLINK("http://example.org","x")',
      'Žanna Šults',
      'Peeter Lill',
      'Mart Oja',
      'Sirje Nõmm',
      'Kadri Laas',
    ])
    expect(rows[0]?.at(-1)).toBe('Rida jäeti välja.')
    expect(rows[3]?.[3]).toBe('rein@example')
    expect(rows[3]?.at(-1)).toBe('„rein@example“ ei ole e-posti aadress.')
    expect(rows[6]?.at(-1)).toBe(
      'Kas „12/06/1984“ on 12. juuni 1984 või 6. detsember 1984? Kas „03/04/2026“ on 3. aprill 2026 või 4. märts 2026?',
    )
  })

  test('names the row a duplicate repeats', async () => {
    const text = refusedRowsCsv(await check(messy), noAnswers, 'en')
    expect(text).toContain('The same person is in row 4 already.')
    expect(text).not.toMatch(/(?:^|;|\n)"?[=+@-]/)
  })

  test('can be imported again: the same rows are doubtful for the same reasons', async () => {
    const first = await check(messy)
    const again = await check(refusedRowsCsv(first, noAnswers, 'et'))
    const reasons = ({ rows }: CheckedFile) =>
      rows.flatMap(({ doubts }) => doubts.map(({ column, reason }) => [column, reason.code]))
    expect(reasons(again)).toEqual(reasons(first))
    expect(again.unknownColumns).toEqual(['Põhjus'])
  })
})
