import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from './day.ts'
import { MOST_ROWS, type Spreadsheet, type SpreadsheetProblem } from './spreadsheet.cells.ts'
import { writeCsv } from './spreadsheet.csv.ts'
import { readSpreadsheet } from './spreadsheet.ts'
import { problemSentence } from './spreadsheet.words.ts'
import { writeXlsx, type WrittenCell } from './spreadsheet.xlsx.ts'
import { pack, unpack } from './spreadsheet.zip.ts'

const messyXlsx = readFileSync(new URL('../../tests/files/caseload-messy.xlsx', import.meta.url))
const messyCsv = readFileSync(new URL('../../tests/files/caseload-messy.csv', import.meta.url))
const utf8 = (text: string) => new TextEncoder().encode(text)

/** Rows as their number and their cells in words, the way they look on the screen. */
function shown(read: Spreadsheet | SpreadsheetProblem, sheet = 0): [number, ...(string | null)[]][] {
  if (read.kind === 'problem') throw new Error(`not read: ${JSON.stringify(read.problem)}`)
  return (read.sheets[sheet]?.rows ?? []).map(({ row, cells }) => [
    row,
    ...cells.map((cell) =>
      cell === null
        ? null
        : cell.kind === 'text'
          ? cell.text
          : cell.kind === 'day'
            ? cell.day.toString()
            : `${cell.number}`,
    ),
  ])
}

function problemOf(read: Spreadsheet | SpreadsheetProblem): unknown {
  return read.kind === 'problem' ? read.problem : 'was read'
}

async function csv(text: string | Uint8Array) {
  return shown(await readSpreadsheet(typeof text === 'string' ? utf8(text) : text, 'people.csv'))
}

/** A workbook of raw sheet parts, as other programs and people with bad intentions make them. */
function workbook(sheets: string[], more: Record<string, string> = {}): Uint8Array {
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const files = {
    'xl/workbook.xml': `<workbook xmlns:r="${relationships}"><sheets>${sheets
      .map((_, i) => `<sheet name="S${i + 1}" sheetId="${i + 1}" r:id="r${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map(
        (_, i) =>
          `<Relationship Id="r${i + 1}" Type="${relationships}/worksheet" Target="worksheets/s${i + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map((xml, i) => [`xl/worksheets/s${i + 1}.xml`, xml])),
    ...more,
  }
  return new Uint8Array(pack(new Map(Object.entries(files).map(([name, xml]) => [name, utf8(xml)]))))
}

const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

describe('an XLSX file', () => {
  test('keeps the numbers of its rows past a title and blank rows', async () => {
    const rows = shown(await readSpreadsheet(messyXlsx, 'caseload-messy.xlsx'))
    expect(rows.map(([row]) => row)).toEqual([
      1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 21,
    ])
    expect(rows[1]?.slice(1, 4)).toEqual(['Nimi', 'Sünniaeg', 'Telefon'])
  })

  test('tells days, numbers and text apart', async () => {
    const read = await readSpreadsheet(messyXlsx, 'caseload-messy.xlsx')
    if (read.kind === 'problem') throw new Error('not read')
    const [, , first, second] = read.sheets[0].rows
    expect(first?.cells[1]).toEqual({ kind: 'day', day: day('1986-03-14') })
    expect(second?.cells[1]).toEqual({ kind: 'text', text: '14.03.1979' })
    const excelDay = read.sheets[0].rows.find(({ row }) => row === 19)
    expect(excelDay?.cells[6]).toEqual({ kind: 'number', number: 46150 })
  })

  test('is read sheet by sheet, and empty sheets are left out', async () => {
    const read = await readSpreadsheet(
      workbook([
        sheetOf('<row r="1"><c r="A1" s="0"/></row>'),
        sheetOf('<row r="7"><c r="B7" t="inlineStr"><is><t>Kask</t></is></c></row>'),
        sheetOf(
          '<row r="2"><c r="A2"><v>5</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c></row>',
        ),
      ]),
      'x.xlsx',
    )
    expect(read.kind === 'spreadsheet' && read.sheets.map(({ name }) => name)).toEqual(['S2', 'S3'])
    expect(shown(read)).toEqual([[7, null, 'Kask']])
    expect(shown(read, 1)).toEqual([[2, '5', 'TRUE']])
  })

  test('with twenty thousand rows is read whole', async () => {
    const long = 'väga pikk märkus '.repeat(6).trim()
    const rows = Array.from({ length: MOST_ROWS - 1 }, (_, i) => [`Inimene ${i}`, long, day('2026-03-01'), i])
    const file = await writeXlsx({ name: 'Inimesed', headings: ['Nimi', 'Märkus', 'Päev', 'Arv'], rows })
    const read = shown(await readSpreadsheet(file, 'x.xlsx'))
    expect(read).toHaveLength(MOST_ROWS)
    expect(read.at(-1)).toEqual([
      MOST_ROWS,
      `Inimene ${MOST_ROWS - 2}`,
      long,
      '2026-03-01',
      `${MOST_ROWS - 2}`,
    ])
    expect(read.every((row, i) => i === 0 || row[2] === long)).toBe(true)
  })

  test('with more rows than anybody would import is refused with the limit', async () => {
    const file = await writeXlsx({
      name: 'x',
      headings: ['Nimi'],
      rows: Array.from({ length: MOST_ROWS }, (_, i) => [`Inimene ${i}`]),
    })
    expect(problemOf(await readSpreadsheet(file, 'x.xlsx'))).toEqual({
      code: 'tooManyRows',
      limit: MOST_ROWS,
    })
  })
})

describe('a hostile or broken workbook', () => {
  const cell = (address: string) => `<row r="1"><c r="${address}"><v>1</v></c></row>`
  test.each([
    ['a row number of ten digits', sheetOf('<row r="9999999999"><c r="A1"><v>1</v></c></row>')],
    ['a row number in another notation', sheetOf('<row r="1e9"><c r="A1"><v>1</v></c></row>')],
    ['a cell far below the last row', sheetOf(cell('A9999999999'))],
    ['a cell address in another notation', sheetOf(cell('A1e9'))],
    ['a column beyond the last one', sheetOf(cell('ZZZZZZ1'))],
    ['an address in character references', sheetOf(cell('&#65;99999999999'))],
    [
      'an address behind a misleading attribute',
      sheetOf(`<row r="1"><c x=">" r='A99999999999'><v>1</v></c></row>`),
    ],
    ['an address with a prefix', sheetOf('<x:row x:r="99999999999"><x:c r="A1"><v>1</v></x:c></x:row>')],
    [
      'the last row and the last column at once',
      sheetOf(`${cell('XFD1')}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`),
    ],
    ['XML that breaks off', '<worksheet><sheetData><row r="1"><c r="A1"><v>1'],
    ['no rows part', '<worksheet></worksheet>'],
    ['a shared text that is not there', sheetOf('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')],
    ['rows out of order', sheetOf(`<row r="5"><c r="A5"><v>1</v></c></row>${cell('A1')}`)],
  ])('with %s gets a clear answer', async (_, sheet) => {
    expect(problemOf(await readSpreadsheet(workbook([sheet]), 'x.xlsx'))).toEqual({ code: 'damaged' })
  })

  test('with two broken sheets leaves nothing behind that could end the program', async () => {
    const lost: unknown[] = []
    const note = (reason: unknown) => lost.push(reason)
    process.on('unhandledRejection', note)
    await readSpreadsheet(workbook(['<worksheet></worksheet>', '<worksheet><sheetData><row']), 'x.xlsx')
    await new Promise((resolve) => setTimeout(resolve, 20))
    process.off('unhandledRejection', note)
    expect(lost).toEqual([])
  })

  test('of a few kilobytes that unpacks to gigabytes is refused before it is unpacked', async () => {
    const packed = deflateRawSync(Buffer.alloc(300 * 1024 * 1024, 0x20))
    expect(packed.length).toBeLessThan(1024 * 1024)
    const bomb = new Uint8Array(pack(new Map([['xl/workbook.xml', packed]])))
    const view = new DataView(bomb.buffer)
    view.setUint16(8, 8, true)
    view.setUint16(30 + 'xl/workbook.xml'.length + packed.length + 10, 8, true)
    expect(problemOf(await readSpreadsheet(bomb, 'x.xlsx'))).toEqual({ code: 'unpacksTooLarge' })
  })

  test('under a password says so', async () => {
    const locked = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(problemOf(await readSpreadsheet(locked, 'x.xlsx'))).toEqual({ code: 'locked' })
    expect(problemOf(await readSpreadsheet(locked.subarray(0, 600), 'x.xls'))).toEqual({ code: 'oldExcel' })
  })

  test('of another office program is told by its ending', async () => {
    const other = new Uint8Array(pack(new Map([['content.xml', utf8('<office/>')]])))
    expect(problemOf(await readSpreadsheet(other, 'Inimesed.ODS'))).toEqual({
      code: 'otherFormat',
      ending: '.ods',
    })
  })
})

describe('a CSV file', () => {
  test.each([
    ['semicolons', 'Nimi;Keel\nKask, Tõnu;et\nMägi, Õie;et\n'],
    ['commas', 'Nimi,Keel\n"Kask, Tõnu",et\n"Mägi, Õie",et\n'],
    ['tabs', 'Nimi\tKeel\nKask, Tõnu\tet\nMägi, Õie\tet\n'],
  ])('is cut at %s without being told', async (_, text) => {
    expect(await csv(text)).toEqual([
      [1, 'Nimi', 'Keel'],
      [2, 'Kask, Tõnu', 'et'],
      [3, 'Mägi, Õie', 'et'],
    ])
  })

  test('is cut rightly under a title that holds other separators', async () => {
    expect(await csv('Lõpetanud, seis 15.05.2026, Rapla\n\nNimi;Telefon\nTõnu;5550 1001\n')).toEqual([
      [1, 'Lõpetanud, seis 15.05.2026, Rapla'],
      [3, 'Nimi', 'Telefon'],
      [4, 'Tõnu', '5550 1001'],
    ])
  })

  const text = 'Nimi;Märkus\nŽanna Šults;õhtul\n'
  const rows = [
    [1, 'Nimi', 'Märkus'],
    [2, 'Žanna Šults', 'õhtul'],
  ]
  test('is read in UTF-8 with and without its mark and in UTF-16 with it', async () => {
    expect(await csv(text)).toEqual(rows)
    expect(await csv(`\ufeff${text}`)).toEqual(rows)
    expect(await csv(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(rows)
    expect(await csv(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toEqual(rows)
  })

  test('is read in the old Baltic, Western and Cyrillic encodings of Windows', async () => {
    const baltic = Buffer.from('4e696d693b4de4726b75730ade616e6e6120d0756c74733bf56874756c0a', 'hex')
    expect(await csv(baltic)).toEqual(rows)
    const western = Buffer.from('4e696d693b4de4726b75730a8e616e6e61208a756c74733bf56874756c0a', 'hex')
    expect(await csv(western)).toEqual(rows)
    const cyrillic = Buffer.from(
      'd4c8ce3bdff7e8ea3b656d61696c0ac8e2e0ed3b3b61406578616d706c652e6f7267',
      'hex',
    )
    expect((await csv(cyrillic))[0]).toEqual([1, 'ФИО', 'Ячик', 'email'])
  })

  test('counts blank lines and the lines inside a field', async () => {
    expect(await csv('Nimi;Märkus\r\n\r\nTõnu;"esimene\r\nteine"\r\n;;\r\nÕie;x\r\n')).toEqual([
      [1, 'Nimi', 'Märkus'],
      [3, 'Tõnu', 'esimene\nteine'],
      [6, 'Õie', 'x'],
    ])
    expect(await csv('Nimi;A\rTõnu;1\rÕie;2')).toEqual([
      [1, 'Nimi', 'A'],
      [2, 'Tõnu', '1'],
      [3, 'Õie', '2'],
    ])
  })

  test('in Windows-1257 keeps the line of every record', async () => {
    const read = await csv(messyCsv)
    expect(read.map(([row]) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18])
    expect(read[9]?.[1]).toBe('=HYPERLINK("http://example.org","x")')
    expect(read[10]?.slice(1, 3)).toEqual(['Žanna Šults', '12/06/1984'])
  })

  test('may begin with the line in which Excel names the separator', async () => {
    expect(await csv('sep=|\nNimi|Keel\nTõnu|et\n')).toEqual([
      [2, 'Nimi', 'Keel'],
      [3, 'Tõnu', 'et'],
    ])
  })

  test('loses nobody to a quotation mark that never closes', async () => {
    expect(await csv('Nimi;Keel\n"Tõnu Kask;et\nÕie Mägi;et\n')).toEqual([
      [1, 'Nimi', 'Keel'],
      [2, '"Tõnu Kask', 'et'],
      [3, 'Õie Mägi', 'et'],
    ])
    const unclear = 'Nimi;Keel\n"Kask; Tõnu";et\n"Õie Mägi;et\nJaan Tamm;et\n'
    expect(problemOf(await readSpreadsheet(utf8(unclear), 'x.csv'))).toEqual({
      code: 'unclosedQuote',
      row: 3,
    })
  })

  test.each([
    ['nothing in it', '', 'empty'],
    ['only blank lines', ' \n\r\n;;\n', 'empty'],
    ['a page of the web in it', '<!DOCTYPE html><table><tr><td>Nimi</td></tr></table>', 'notASheet'],
    ['a PDF in it', '%PDF-1.7\n1 0 obj', 'notASheet'],
    ['binary marks in it', 'Nimi;Keel\n\u0000\u0001;x', 'notASheet'],
  ])('with %s gets a clear answer', async (_, text, code) => {
    expect(problemOf(await readSpreadsheet(utf8(text), 'x.csv'))).toEqual({ code })
  })

  test('above the limits is refused with the limit', async () => {
    const many = `Nimi;Keel\n${'Tõnu;et\n'.repeat(MOST_ROWS)}`
    expect(problemOf(await readSpreadsheet(utf8(many), 'x.csv'))).toEqual({
      code: 'tooManyRows',
      limit: MOST_ROWS,
    })
    const large = new Uint8Array(20 * 1024 * 1024 + 1)
    expect(problemOf(await readSpreadsheet(large, 'x.csv'))).toEqual({ code: 'tooLarge', megabytes: 20 })
    const wide = Array.from({ length: 501 }, (_, i) => i).join(';')
    expect(problemOf(await readSpreadsheet(utf8(wide), 'x.csv'))).toEqual({ code: 'tooWide', limit: 500 })
  })
})

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
  const expected = (cells: readonly WrittenCell[]) => cells.map((value) => (value === '' ? null : value))
  const cut = (cells: readonly unknown[]) =>
    cells.slice(0, cells.findLastIndex((value) => value !== null) + 1)

  test('comes back from XLSX as it was', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const file = await writeXlsx({ name: 'Leht', headings: ['A', 'B', 'C'], rows: table })
        const read = shown(await readSpreadsheet(file, 'x.xlsx'))
        expect(read.slice(1)).toEqual(table.map((row, i) => [i + 2, ...cut(expected(row))]))
      }),
      { numRuns: 60 },
    )
  })

  test('comes back from CSV as it was', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const read = await csv(writeCsv({ headings: ['A', 'B', 'C'], rows: table }))
        expect(read.slice(1).map(([, ...cells]) => cells)).toEqual(table.map((row) => cut(expected(row))))
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
