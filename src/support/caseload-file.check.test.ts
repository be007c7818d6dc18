import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import type { Row, Sheet, Spreadsheet } from '../platform/spreadsheet.cells.ts'
import { textCell } from '../platform/spreadsheet.cells.ts'
import { readSpreadsheet } from '../platform/spreadsheet.ts'
import {
  noAnswers,
  withConfirmation,
  withFix,
  withoutFix,
  withSkip,
  withSomebodyElse,
  type Answers,
} from './caseload-file.answers.ts'
import { checkCaseload, type CheckedFile } from './caseload-file.check.ts'
import { isConfirmable } from './caseload-file.ts'
import { doubtSentence } from './caseload-file.words.ts'

const today = day('2026-05-15')

async function messy(ending: 'xlsx' | 'csv'): Promise<Spreadsheet> {
  const file = `caseload-messy.${ending}`
  const read = await readSpreadsheet(
    readFileSync(new URL(`../../tests/files/${file}`, import.meta.url)),
    file,
  )
  if (read.kind === 'problem') throw new Error(read.problem.code)
  return read
}

/** A file from a few lines; the first is row 1, and cells are separated by `|`. */
function file(...lines: string[]): Spreadsheet {
  return { kind: 'spreadsheet', sheets: [sheet('', ...lines)] }
}

function sheet(name: string, ...lines: string[]): Sheet {
  const rows: Row[] = lines.map((line, i) => ({ row: i + 1, cells: line.split('|').map(textCell) }))
  return { name, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null)) }
}

const check = (spreadsheet: Spreadsheet, answers: Partial<Answers> = {}) =>
  checkCaseload(spreadsheet, { today, answers: { ...noAnswers, ...answers } })

/** Row and column of each doubt with its reason, as `10 birthDate impossibleDay`. */
const doubtsOf = ({ rows }: CheckedFile) =>
  rows.flatMap(({ source, doubts }) =>
    doubts.map(({ column, reason }) => `${source.row} ${column} ${reason.code}`),
  )
const rowsWith = ({ rows }: CheckedFile, state: string) =>
  rows.filter((row) => row.state === state).map(({ source }) => source.row)
const valuesOf = ({ rows }: CheckedFile, row: number) => rows.find(({ source }) => source.row === row)?.values
const doubtAt = ({ rows }: CheckedFile, row: number, column: string) =>
  rows.find(({ source }) => source.row === row)?.doubts.find((doubt) => doubt.column === column)

describe('the messy workbook', () => {
  test('is judged as a careful human would judge it', async () => {
    const checked = check(await messy('xlsx'))
    expect(checked.rows).toHaveLength(17)
    expect(rowsWith(checked, 'create')).toEqual([4, 5, 6, 7, 19, 20])
    expect(checked.rows.filter(({ duplicateOf }) => duplicateOf !== null)).toMatchObject([
      { source: { row: 8 }, duplicateOf: 4, saysMore: ['notes'] },
    ])
    expect(doubtsOf(checked)).toEqual([
      '9 name missing',
      '10 birthDate impossibleDay',
      '11 email notAnEmail',
      '12 municipality unknownMunicipality',
      '13 name formula',
      '14 birthDate dayOrder',
      '14 leftOn dayOrder',
      '15 phone noContact',
      '15 coordinator missing',
      '16 leftOn future',
      '17 birthDate child',
      '21 municipality ambiguousMunicipality',
    ])
    expect(checked.unknownColumns).toEqual([])
    expect(checked.rowsAbove).toEqual([1])
  })

  test('gives what the rows say in one form', async () => {
    const checked = check(await messy('xlsx'))
    expect(valuesOf(checked, 4)).toEqual({
      name: 'Tõnu Kask',
      birthDate: day('1986-03-14'),
      phones: ['+37255501001'],
      email: 'tonu.kask@example.org',
      municipality: '0293',
      language: 'et',
      leftOn: day('2026-02-12'),
      coordinator: 'M. Saar',
      agreedOn: null,
      agreedHow: null,
      notes: 'helistada õhtul',
    })
    expect(valuesOf(checked, 7)).toMatchObject({
      name: 'Jaan Tamm',
      birthDate: day('1981-07-07'),
      municipality: '0668',
      leftOn: day('2026-04-01'),
    })
    expect(valuesOf(checked, 19)).toMatchObject({
      leftOn: day('2026-05-08'),
      language: 'et',
      notes: 'Exceli päevanumber\nKeel: eesti, vene',
    })
    expect(valuesOf(checked, 20)).toMatchObject({ phones: ['+37255501017', '+37255501018'], language: 'fi' })
  })

  test('offers a fix beside each doubt that has a likely one', async () => {
    const checked = check(await messy('xlsx'))
    expect(doubtAt(checked, 11, 'email')?.suggestions).toEqual(['rein.sepp@example.org'])
    expect(doubtAt(checked, 12, 'municipality')?.suggestions).toEqual(['Türi vald'])
    expect(doubtAt(checked, 14, 'leftOn')?.suggestions).toEqual(['2026-04-03', '2026-03-04'])
    expect(doubtAt(checked, 15, 'coordinator')?.suggestions).toEqual(['M. Saar', 'I. Petrova'])
    expect(doubtAt(checked, 21, 'municipality')?.suggestions).toEqual(['Viljandi linn', 'Viljandi vald'])
  })

  test('can be put right to the last row', async () => {
    const spreadsheet = await messy('xlsx')
    let answers: Answers = { ...noAnswers, slashOrder: 'dmy' }
    answers = withFix(answers, 9, 'name', 'Uno Uus')
    answers = withFix(answers, 10, 'birthDate', '')
    answers = withFix(answers, 11, 'email', 'rein.sepp@example.org')
    answers = withFix(answers, 12, 'municipality', 'Türi vald')
    answers = withSkip(answers, 13)
    answers = withConfirmation(answers, 15, 'phone')
    answers = withFix(answers, 15, 'coordinator', 'M. Saar')
    answers = withFix(answers, 16, 'leftOn', '12.12.2025')
    answers = withFix(answers, 17, 'birthDate', '1.1.1990')
    answers = withFix(answers, 21, 'municipality', 'Viljandi linn')
    const checked = checkCaseload(spreadsheet, { today, answers })
    expect(doubtsOf(checked)).toEqual([])
    expect(rowsWith(checked, 'skipped')).toEqual([13])
    expect(rowsWith(checked, 'duplicate')).toEqual([8])
    expect(rowsWith(checked, 'create')).toHaveLength(15)
    expect(valuesOf(checked, 14)).toMatchObject({ birthDate: day('1984-06-12'), leftOn: day('2026-04-03') })
  })
})

test('the messy CSV file is judged like the workbook, by its own lines', async () => {
  const checked = check(await messy('csv'))
  expect(checked.rows).toHaveLength(16)
  expect(rowsWith(checked, 'create')).toEqual([2, 3, 4, 16, 17])
  expect(rowsWith(checked, 'duplicate')).toEqual([5])
  expect([...new Set(doubtsOf(checked).map((doubt) => Number.parseInt(doubt)))]).toEqual([
    6, 7, 8, 9, 10, 11, 12, 13, 14, 18,
  ])
  expect(valuesOf(checked, 2)?.name).toBe('Tõnu Kask')
  expect(valuesOf(checked, 16)?.leftOn).toEqual(day('2026-05-08'))
})

const head = 'Nimi|Sünniaeg|Telefon|E-post|Lahkus rehabilitatsioonist'
const good = 'Tõnu Kask|14.3.1986|55501001|tonu@example.org|12.2.2026'

describe('a day', () => {
  test.each([
    ['Tõnu Kask|16.5.2026|55501001||12.2.2026', '2 birthDate future'],
    ['Tõnu Kask|16.5.2008|55501001||15.5.2026', '2 birthDate child'],
    ['Tõnu Kask|15.5.2008|55501001||15.5.2026', ''],
    ['Tõnu Kask|15.5.1915|55501001||12.2.2026', '2 birthDate tooOld'],
    ['Tõnu Kask|16.5.1915|55501001||12.2.2026', ''],
    ['Tõnu Kask|1.1.1980|55501001||16.5.2026', '2 leftOn future'],
    ['Tõnu Kask|1.1.1980|55501001||15.5.2026', ''],
    ['Tõnu Kask|1.1.1980|55501001||31.12.1999', '2 leftOn tooEarly'],
    ['Tõnu Kask|1.1.1980|55501001||1.1.2000', ''],
    ['Tõnu Kask|1.1.1980|55501001||', '2 leftOn missing'],
    ['Tõnu Kask||55501001||1.2.2026', ''],
    ['Tõnu Kask|?|55501001||1.2.2026', ''],
  ])('at the edge of what can be: %s', (line, expected) => {
    expect(doubtsOf(check(file(head, line))).join()).toBe(expected)
  })

  test('of agreement may lie before leaving but not in the future, and a plain no is none', () => {
    const agreed = (text: string) =>
      check(file(`${head}|Nõusoleku kuupäev|Kuidas nõustus`, `${good}|${text}|suuliselt`))
    expect(valuesOf(agreed('1.2.2026'), 2)).toMatchObject({
      agreedOn: day('2026-02-01'),
      agreedHow: 'suuliselt',
    })
    expect(doubtsOf(agreed('1.2.2026'))).toEqual([])
    expect(doubtsOf(agreed('16.5.2026'))).toEqual(['2 agreedOn future'])
    expect(doubtsOf(agreed('ei'))).toEqual([])
    expect(doubtsOf(agreed('jah'))).toEqual(['2 agreedOn unreadableDay'])
  })

  test('with slashes is decided by another in its column, not by one in another column', () => {
    const lines = [
      head,
      'Tõnu Kask|12/06/1984|55501001||03/04/2026',
      'Õie Mägi|1.1.1980|55501002||25/03/2026',
    ]
    expect(doubtsOf(check(file(...lines)))).toEqual(['2 birthDate dayOrder'])
    expect(valuesOf(check(file(...lines)), 2)?.leftOn).toEqual(day('2026-04-03'))
    const american = check(file(...lines), { slashOrder: 'mdy' })
    expect(doubtsOf(american)).toEqual(['3 leftOn impossibleDay'])
    expect(valuesOf(american, 2)).toMatchObject({ birthDate: day('1984-12-06'), leftOn: day('2026-03-04') })
  })
})

describe('a person', () => {
  test('whom nobody can reach is doubtful, one who is reached by either is not', () => {
    expect(doubtsOf(check(file(head, 'Tõnu Kask|1.1.1980||tonu@example.org|1.2.2026')))).toEqual([])
    expect(doubtsOf(check(file(head, 'Tõnu Kask|1.1.1980|55501001||1.2.2026')))).toEqual([])
    expect(doubtsOf(check(file(head, 'Tõnu Kask|1.1.1980|puudub|-|1.2.2026')))).toEqual(['2 phone noContact'])
    expect(doubtsOf(check(file(head, 'Tõnu Kask|1.1.1980|12||1.2.2026')))).toEqual(['2 phone notAPhone'])
  })

  test('needs a coordinator only where the file has a column for it', () => {
    expect(doubtsOf(check(file(head, good)))).toEqual([])
    expect(doubtsOf(check(file(`${head}|Kontaktisik`, good)))).toEqual(['2 coordinator missing'])
    expect(doubtsOf(check(file(`${head}|Kontaktisik`, `${good}|=A1`)))).toEqual(['2 coordinator formula'])
    expect(
      doubtAt(check(file(`${head}|Kontaktisik`, good, 'Õie|||o@x.ee|1.2.2026|-')), 3, 'coordinator'),
    ).toMatchObject({
      suggestions: [],
    })
  })

  test('may have the name, the telephone and the municipality in two columns', () => {
    const checked = check(
      file(
        'Perekonnanimi|Eesnimi|Vald|Linn|Telefon|Mobiil|Lahkus|E-post|Märkused|Märkus',
        'Kask|Tõnu||Haapsalu|489 0101|5550 1001|1.2.2026|a@example.org, b@example.org|üks|kaks',
      ),
    )
    expect(doubtsOf(checked)).toEqual([])
    expect(valuesOf(checked, 2)).toMatchObject({
      name: 'Tõnu Kask',
      municipality: '0184',
      phones: ['+3724890101', '+37255501001'],
      email: 'a@example.org',
      notes: 'üks\nkaks\nE-post: b@example.org',
    })
  })

  test('whose language is not offered keeps the word in the notes', () => {
    const checked = check(file(`${head}|Keel`, `${good}|ukraina`))
    expect(doubtsOf(checked)).toEqual(['2 language unknownLanguage'])
    const confirmed = check(
      file(`${head}|Keel`, `${good}|ukraina`),
      withConfirmation(noAnswers, 2, 'language'),
    )
    expect(rowsWith(confirmed, 'create')).toEqual([2])
    expect(valuesOf(confirmed, 2)).toMatchObject({ language: null, notes: 'Keel: ukraina' })
  })
})

describe('the answers of a human', () => {
  const child = 'Sirje Nõmm|1.1.2010|55501014||2.5.2026'

  test('confirm what may be right and nothing else', () => {
    expect(rowsWith(check(file(head, child), withConfirmation(noAnswers, 2, 'birthDate')), 'create')).toEqual(
      [2],
    )
    const missing = file(head, '|1.1.1980|55501001||1.2.2026')
    expect(doubtsOf(check(missing, withConfirmation(noAnswers, 2, 'name')))).toEqual(['2 name missing'])
  })

  test('are asked for again where a correction is doubtful itself', () => {
    const fixed = withFix(withConfirmation(noAnswers, 2, 'birthDate'), 2, 'birthDate', '1.1.2011')
    expect(doubtsOf(check(file(head, child), fixed))).toEqual(['2 birthDate child'])
    expect(doubtsOf(check(file(head, child), withFix(noAnswers, 2, 'birthDate', '31.2.1990')))).toEqual([
      '2 birthDate impossibleDay',
    ])
  })

  test('can be taken back', () => {
    const fixed = withFix(noAnswers, 2, 'birthDate', '1.1.1990')
    expect(doubtsOf(check(file(head, child), withoutFix(fixed, 2, 'birthDate')))).toEqual([
      '2 birthDate child',
    ])
  })

  test('make a duplicate a person again when its first row is left out or they are two people', () => {
    const twice = file(head, good, 'Kask, Tõnu|14.3.1986|55501009||12.2.2026')
    expect(check(twice).rows[1]).toMatchObject({ state: 'duplicate', duplicateOf: 2, saysMore: ['phone'] })
    expect(rowsWith(check(twice, withSkip(noAnswers, 2)), 'create')).toEqual([3])
    expect(rowsWith(check(twice, withSomebodyElse(noAnswers, 3)), 'create')).toEqual([2, 3])
    expect(rowsWith(check(twice, withFix(noAnswers, 3, 'birthDate', '1.1.1990')), 'create')).toEqual([2, 3])
  })
})

describe('the columns of a file', () => {
  test('are recognised in Russian and English', () => {
    const russian = check(
      file(
        'Завершившие на 15.05.2026',
        '',
        'ФИО|Дата рождения|Телефон|Язык|Завершил реабилитацию|Координатор|Волость/город',
        'Орлов, Дмитрий|02.11.1990 г.|5550 1003|русский|1 марта 2026 г.|И. Петрова|Нарва',
      ),
    )
    expect(doubtsOf(russian)).toEqual([])
    expect(valuesOf(russian, 4)).toMatchObject({
      name: 'Дмитрий Орлов',
      language: 'ru',
      municipality: '0511',
    })
    const english = check(
      file(
        'Full name,Left rehab on,Case worker,Phone'.replaceAll(',', '|'),
        'Tõnu Kask|2026-02-12|M. Saar|55501001',
      ),
    )
    expect(doubtsOf(english)).toEqual([])
    expect(valuesOf(english, 2)).toMatchObject({ coordinator: 'M. Saar', leftOn: day('2026-02-12') })
  })

  test('that are unknown are listed until they are mapped by hand or left out', () => {
    const spreadsheet = file('Jrk|Kes|Telefon|Lahkus', '1|Tõnu Kask|55501001|1.2.2026')
    expect(check(spreadsheet).unknownColumns).toEqual(['Jrk', 'Kes'])
    expect(doubtsOf(check(spreadsheet))).toEqual(['2 name noHeading'])
    const mapped = check(spreadsheet, { columns: { 0: null, 1: 'name' } })
    expect(mapped.unknownColumns).toEqual([])
    expect(valuesOf(mapped, 2)?.name).toBe('Tõnu Kask')
    expect(doubtsOf(mapped)).toEqual([])
  })

  test('may have no headings at all: every row is counted and says what is missing', () => {
    const spreadsheet = file('Tõnu Kask|55501001|1.2.2026', 'Õie Mägi|55501002|1.3.2026')
    expect(doubtsOf(check(spreadsheet))).toEqual([
      '2 name noHeading',
      '2 phone noContact',
      '2 leftOn noHeading',
    ])
    const told = check(spreadsheet, { headingRow: 'none', columns: { 0: 'name', 1: 'phone', 2: 'leftOn' } })
    expect(rowsWith(told, 'create')).toEqual([1, 2])
    expect(told.headings.map(({ text }) => text)).toEqual(['A', 'B', 'C'])
  })

  test('can have their headings shown by hand', () => {
    const spreadsheet = file(
      'Nimi|Telefon|Märkused',
      'vana tabel||',
      'Nimi|Telefon|Lahkus',
      'Tõnu Kask|55501001|1.2.2026',
    )
    expect(check(spreadsheet, { headingRow: 3 }).rows).toHaveLength(1)
    expect(doubtsOf(check(spreadsheet, { headingRow: 3 }))).toEqual([])
  })

  test('are not read from rows that hold no person', () => {
    const checked = check(
      file(`Jrk|${head}`, `1|${good}`, '2|||||', `Jrk|${head}`, '3|Õie Mägi|1.1.1980|55501002||1.2.2026'),
    )
    expect(checked.rows.map(({ source }) => source.row)).toEqual([2, 5])
  })

  test('are looked for on all sheets, and the sheets that are not read are named', () => {
    const sheets = [
      sheet('Juhend', 'Täida teine leht|Aitäh'),
      sheet('Inimesed', head, good),
      sheet('2024', head, good),
    ] as const
    const checked = check({ kind: 'spreadsheet', sheets })
    expect([checked.sheet, checked.otherSheets]).toEqual(['Inimesed', ['Juhend', '2024']])
    expect(check({ kind: 'spreadsheet', sheets }, { sheet: '2024' }).sheet).toBe('2024')
  })
})

describe('any table', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '1.2.2026',
      '03/04/2026',
      '55501001',
      'tonu@example.org',
      'Tõnu Kask',
      'Kask, Tõnu',
      'eesti',
      'Viljandi',
      '=1',
      'M. Saar',
      '31.2.1990',
      '1.1.2020',
      'ukraina',
      '-',
    ),
    fc.string({ maxLength: 12 }),
  )
  const headings = fc.subarray([
    'Nimi',
    'Sünniaeg',
    'Telefon',
    'E-post',
    'Vald',
    'Keel',
    'Lahkus',
    'Kontaktisik',
    'Nõustus',
    'Märkused',
    'X',
  ])
  const table = fc.tuple(headings, fc.array(fc.array(cell, { maxLength: 11 }), { maxLength: 12 }))
  const toFile = ([first, rows]: [string[], string[][]]) =>
    file(...[first, ...rows].map((cells) => cells.map((text) => text.replaceAll('|', '')).join('|')))

  test('adds up: every row is one of created, doubtful, duplicate, and doubts only stand at doubtful rows', () => {
    fc.assert(
      fc.property(table, (drawn) => {
        const { rows } = check(toFile(drawn))
        for (const { state, doubts, duplicateOf } of rows) {
          expect(doubts.length > 0).toBe(state === 'doubtful')
          expect(duplicateOf !== null).toBe(state === 'duplicate')
        }
        const created = new Set(
          rows.filter(({ state }) => state !== 'duplicate').map(({ source }) => source.row),
        )
        expect(rows.every(({ duplicateOf }) => duplicateOf === null || created.has(duplicateOf))).toBe(true)
      }),
    )
  })

  test('has a sentence for every doubt in every language, and a text or a yes that settles it', () => {
    fc.assert(
      fc.property(table, (drawn) => {
        const spreadsheet = toFile(drawn)
        const checked = check(spreadsheet)
        for (const { source, doubts } of checked.rows) {
          for (const doubt of doubts) {
            for (const locale of ['et', 'en', 'ru'] as const)
              expect(doubtSentence(locale, doubt)).toMatch(/[.?]$/)
            const [suggestion] = doubt.suggestions
            if (suggestion !== undefined) {
              const fixed = check(spreadsheet, withFix(noAnswers, source.row, doubt.column, suggestion))
              expect(doubtAt(fixed, source.row, doubt.column)?.reason.code).not.toBe(doubt.reason.code)
            }
            if (isConfirmable(doubt)) {
              const confirmed = check(spreadsheet, withConfirmation(noAnswers, source.row, doubt.column))
              expect(doubtAt(confirmed, source.row, doubt.column)).not.toEqual(doubt)
            }
          }
        }
      }),
    )
  })
})
