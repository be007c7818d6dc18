import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { day } from './day.ts'
import { cellText, MOST_ROWS, type Spreadsheet, type SpreadsheetProblem } from './spreadsheet.cells.ts'
import { readSpreadsheet } from './spreadsheet.ts'
import { writeXlsx } from './spreadsheet.xlsx.ts'
import { pack, unpack } from './spreadsheet.zip.ts'

const messyXlsx = readFileSync(new URL('../../tests/files/caseload-messy.xlsx', import.meta.url))
const utf8 = (text: string) => new TextEncoder().encode(text)

/** Rows as their number and their cells in words. */
function shown(read: Spreadsheet | SpreadsheetProblem, sheet = 0): (string | number)[][] {
  if (read.kind === 'problem') throw new Error(`not read: ${JSON.stringify(read.problem)}`)
  return (read.sheets[sheet]?.rows ?? []).map(({ row, cells }) => [row, ...cells.map(cellText)])
}

function problemOf(read: Spreadsheet | SpreadsheetProblem): unknown {
  return read.kind === 'problem' ? read.problem : 'was read'
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

  test('is read sheet by sheet: empty sheets are left out, the errors of formulas are not', async () => {
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
    expect(shown(read)).toEqual([[7, '', 'Kask']])
    expect(shown(read, 1)).toEqual([[2, '5', 'TRUE', '#N/A']])
  })

  test('is read past a sheet that holds only a chart', async () => {
    const people = sheetOf('<row r="1"><c r="A1" t="inlineStr"><is><t>Kask</t></is></c></row>')
    const files = unpack(workbook(['<chartsheet/>', people]), () => true, 1e6)
    if (files.kind !== 'unpacked') throw new Error('not unpacked')
    const name = 'xl/_rels/workbook.xml.rels'
    const relations = new TextDecoder().decode(files.files.get(name))
    files.files.set(name, utf8(relations.replace('/worksheet"', '/chartsheet"')))
    const read = await readSpreadsheet(new Uint8Array(pack(files.files)), 'x.xlsx')
    expect(shown(read)).toEqual([[1, 'Kask']])
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
