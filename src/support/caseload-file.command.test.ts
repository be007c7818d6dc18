import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { writeCsv } from '../platform/spreadsheet.csv.ts'
import { writeXlsx } from '../platform/spreadsheet.xlsx.ts'
import { importCheckCommand, type CheckReport, type ImportCheckOptions } from './caseload-file.command.ts'

const today = day('2026-05-15')
const sample = (name: string) => readFileSync(new URL(`../../tests/files/${name}`, import.meta.url))

async function report(bytes: Uint8Array | string, options: Partial<ImportCheckOptions> = {}) {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  const { output, exitCode } = await importCheckCommand(given, 'people.csv', { today, ...options })
  expect(exitCode).toBe(0)
  const parsed: CheckReport = JSON.parse(output)
  return parsed
}

describe('tugevus import FILE --check', () => {
  test('prints one line of JSON in the promised form', async () => {
    const { output, exitCode, aside } = await importCheckCommand(sample('caseload-messy.xlsx'), 'x.xlsx', {
      today,
    })
    expect([exitCode, aside, output.includes('\n')]).toEqual([0, null, false])
    expect(Object.keys(JSON.parse(output))).toEqual([
      'rows',
      'create',
      'doubtful',
      'duplicates',
      'unknownColumns',
    ])
    expect(JSON.parse(output)).toMatchObject({
      rows: 17,
      create: 6,
      duplicates: [{ row: 8, of: 4 }],
      unknownColumns: [],
    })
    expect(JSON.parse(output).doubtful[1]).toEqual({
      row: 10,
      column: 'birthDate',
      reason: 'There is no such day as “31.02.1992”.',
    })
  })

  test('counts each row once: created, doubtful or duplicate', async () => {
    for (const file of ['caseload-messy.xlsx', 'caseload-messy.csv']) {
      const { rows, create, doubtful, duplicates } = await report(sample(file))
      const doubtfulRows = new Set(doubtful.map(({ row }) => row)).size
      expect(create + doubtfulRows + duplicates.length).toBe(rows)
    }
  })

  test('takes the order of slash days and the language of the reasons', async () => {
    const told = await report(sample('caseload-messy.csv'), { slashOrder: 'dmy', language: 'ru' })
    expect(told.doubtful.some(({ row }) => row === 11)).toBe(false)
    expect(told.create).toBe(6)
    expect(told.doubtful[0]?.reason).toBe('Нет имени.')
  })

  test('cuts the lines where the headings are known, whatever else stands in them', async () => {
    const note = 'Rapla, Eesti, tuleb, ei tule, tuleb'
    const lines = ['Kask, Tõnu', 'Mägi, Õie', 'Tamm, Jaan'].map(
      (name, i) => `${name};5550100${i};1.2.2026;${note}`,
    )
    const text = ['Lõpetanud, seis 15.05.2026', 'Nimi;Telefon;Lahkus;Märkused', ...lines].join('\n')
    expect(await report(text)).toMatchObject({ rows: 3, create: 3, doubtful: [] })
  })

  test('answers for a readable file without any known heading', async () => {
    const { rows, create, doubtful, unknownColumns } = await report('A;B\n1;2\n3;4\n')
    expect({ rows, create, unknownColumns }).toEqual({ rows: 2, create: 0, unknownColumns: ['A', 'B'] })
    expect(doubtful.filter(({ column }) => column === 'name').map(({ row }) => row)).toEqual([2, 3])
    expect(await report('Nimi;Telefon\n')).toEqual({
      rows: 0,
      create: 0,
      doubtful: [],
      duplicates: [],
      unknownColumns: [],
    })
  })

  test.each([
    ['', 'The file is empty.'],
    ['%PDF-1.7', 'This is not a spreadsheet. Choose an XLSX or CSV file.'],
    [
      'PK\u0003\u0004',
      'The file cannot be read: it is incomplete or damaged. Open it in a spreadsheet program and save it again.',
    ],
  ])('refuses %j with one clear line', async (text, line) => {
    expect(await importCheckCommand(new TextEncoder().encode(text), 'x', { today })).toEqual({
      output: line,
      exitCode: 1,
      aside: null,
    })
  })

  test('goes through five thousand people in well under a minute', async () => {
    const headings = [
      'Nimi',
      'Sünniaeg',
      'Telefon',
      'E-post',
      'Vald/linn',
      'Keel',
      'Lahkus rehabilitatsioonist',
      'Kontaktisik',
      'Märkused',
    ]
    const rows = Array.from({ length: 5000 }, (_, i) => [
      `Perekond${i}, Eesnimi${'abcdefghij'[i % 10]}`.replace(
        /\d/g,
        (digit) => 'abcdefghij'[Number(digit)] ?? '',
      ),
      i % 3 === 0 ? day('1960-01-01').add({ days: i }) : `${1 + (i % 28)}.${1 + (i % 12)}.19${60 + (i % 40)}`,
      `5${String(1_000_000 + i)}`,
      `inimene${i}@example.org`,
      i % 50 === 0 ? 'Olematu vald' : 'Kehtna v.',
      'eesti',
      `${1 + (i % 28)}.${1 + (i % 12)}.${2015 + (i % 10)}`,
      'M. Saar',
      'väga pikk märkus '.repeat(10),
    ])
    for (const file of [await writeXlsx({ name: 'x', headings, rows }), writeCsv({ headings, rows })]) {
      const { rows: counted, create, doubtful, duplicates } = await report(file)
      expect([counted, create, doubtful.length, duplicates]).toEqual([5000, 4900, 100, []])
    }
  })
})
