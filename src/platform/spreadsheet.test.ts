import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from './day.ts'
import { cellText, type Spreadsheet, type SpreadsheetProblem } from './spreadsheet.cells.ts'
import { writeCsv } from './spreadsheet.csv.ts'
import { readSpreadsheet } from './spreadsheet.ts'
import { problemSentence } from './spreadsheet.words.ts'
import { writeXlsx, type WrittenCell } from './spreadsheet.xlsx.ts'
import { pack, unpack } from './spreadsheet.zip.ts'

const messyXlsx = readFileSync(new URL('../../tests/files/caseload-messy.xlsx', import.meta.url))
const utf8 = (text: string) => new TextEncoder().encode(text)

/** Rows as their number and their cells in words. */
function shown(read: Spreadsheet | SpreadsheetProblem, sheet = 0): (string | number)[][] {
  if (read.kind === 'problem') throw new Error(`not read: ${JSON.stringify(read.problem)}`)
  return (read.sheets[sheet]?.rows ?? []).map(({ row, cells }) => [row, ...cells.map(cellText)])
}

async function csv(text: string | Uint8Array) {
  return shown(await readSpreadsheet(typeof text === 'string' ? utf8(text) : text, 'people.csv'))
}

describe('any bytes in', () => {
  const answer = async (bytes: Uint8Array) => {
    const read = await readSpreadsheet(bytes, 'x.xlsx')
    if (read.kind === 'problem') {
      for (const locale of ['et', 'en', 'ru'] as const) expect(problemSentence(locale, read)).toMatch(/\S\.$/)
      return
    }
    for (const { rows } of read.sheets) {
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.every(({ row }, i) => row > (rows[i - 1]?.row ?? 0))).toBe(true)
      expect(rows.every(({ cells }) => cells.at(-1) !== null)).toBe(true)
    }
  }

  test('random bytes get a clear answer', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), answer), { numRuns: 300 })
  })

  test('random texts get a clear answer', async () => {
    const piece = fc.constantFrom(
      '"',
      ';',
      ',',
      '\t',
      '\n',
      '\r',
      "'",
      '=',
      'a',
      'õ',
      ' ',
      '""',
      '\u2028',
      '😀',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 200 }), (pieces) => answer(utf8(pieces.join('')))),
      { numRuns: 500 },
    )
  })

  test('a workbook cut off anywhere gets a clear answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(messyXlsx.length - 1), (length) => answer(messyXlsx.subarray(0, length))),
      { numRuns: 200 },
    )
  })

  test('a workbook with changed bytes gets a clear answer', async () => {
    const changes = fc.array(fc.tuple(fc.nat(messyXlsx.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 20,
    })
    await fc.assert(
      fc.asyncProperty(changes, (pairs) => {
        const bytes = new Uint8Array(messyXlsx)
        for (const [at, byte] of pairs) bytes[at] = byte
        return answer(bytes)
      }),
      { numRuns: 500 },
    )
  })

  test('a workbook with changed XML gets a clear answer', async () => {
    const unpacked = unpack(messyXlsx, () => true, 1e8)
    if (unpacked.kind !== 'unpacked') throw new Error('not unpacked')
    const names = [...unpacked.files.keys()]
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      '/',
      'r="9"',
      '&',
      '<row>',
      '</c>',
      '<c r="B2">',
      't="s"',
      '',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat(40),
        piece,
        (name, where, length, text) => {
          const files = new Map(unpacked.files)
          const xml = new TextDecoder().decode(files.get(name))
          const at = where % (xml.length + 1)
          files.set(name, utf8(xml.slice(0, at) + text + xml.slice(at + length)))
          return answer(new Uint8Array(pack(files)))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('what is written', () => {
  const written = fc
    .string({
      unit: fc.constantFrom(
        'a',
        'õ',
        'Ж',
        ' ',
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        ';',
        '\n',
        '_x0041_',
        '<',
        '&',
        '😀',
      ),
    })
    .map((text) => text.trim())
  const cell: fc.Arbitrary<WrittenCell> = fc.oneof(written, fc.constant(null))
  const rows = fc.array(
    fc.tuple(
      written.filter((text) => text !== ''),
      cell,
      cell,
    ),
    { maxLength: 20 },
  )
  const expected = (cells: readonly WrittenCell[]) => {
    const texts = cells.map((value) => value ?? '')
    return texts.slice(0, texts.findLastIndex((value) => value !== '') + 1)
  }

  test('comes back from XLSX as it was', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const file = await writeXlsx({ name: 'Leht', headings: ['A', 'B', 'C'], rows: table })
        const read = shown(await readSpreadsheet(file, 'x.xlsx'))
        expect(read.slice(1)).toEqual(table.map((row, i) => [i + 2, ...expected(row)]))
      }),
      { numRuns: 60 },
    )
  })

  test('comes back from CSV as it was', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const read = await csv(writeCsv({ headings: ['A', 'B', 'C'], rows: table }))
        expect(read.slice(1).map(([, ...cells]) => cells)).toEqual(table.map((row) => expected(row)))
      }),
    )
  })

  test('can never be computed by a spreadsheet program', async () => {
    const dangerous = [
      '=1+1',
      '+372 5550 1001',
      '-1',
      '@SUM(A1)',
      '\t=1',
      "'=1",
      '=HYPERLINK("http://example.org";"x")',
    ]
    const text = writeCsv({ headings: ['=A1'], rows: dangerous.map((value) => [value]) })
    const fields = text
      .replace(/^\ufeff/, '')
      .split('\r\n')
      .filter((line) => line !== '')
    expect(fields.every((field) => /^"?'/.test(field))).toBe(true)

    const file = await writeXlsx({ name: 'x', headings: ['=A1'], rows: dangerous.map((value) => [value]) })
    const unpacked = unpack(file, (name) => name.startsWith('xl/worksheets/sheet'), 1e7)
    if (unpacked.kind !== 'unpacked') throw new Error('not unpacked')
    const xml = [...unpacked.files.values()].map((part) => new TextDecoder().decode(part)).join('')
    expect(xml).toContain('t="s"')
    expect(xml).not.toMatch(/<f[\s>]/)
  })

  test('keeps days as days that Excel shows as days', async () => {
    const file = await writeXlsx({
      name: 'x',
      headings: ['Päev'],
      rows: [[day('2026-02-01')], [day('1901-12-31')]],
    })
    const read = await readSpreadsheet(file, 'x.xlsx')
    if (read.kind === 'problem') throw new Error('not read')
    expect(read.sheets[0].rows.slice(1).map(({ cells }) => cells[0])).toEqual([
      { kind: 'day', day: day('2026-02-01') },
      { kind: 'day', day: day('1901-12-31') },
    ])
    expect(writeCsv({ headings: ['Päev'], rows: [[day('2026-02-01')]] })).toBe('\ufeffPäev\r\n2026-02-01\r\n')
  })
})
