import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cellText, MOST_ROWS, type Spreadsheet, type SpreadsheetProblem } from './spreadsheet.cells.ts'
import { readSpreadsheet } from './spreadsheet.ts'

const messyCsv = readFileSync(new URL('../../tests/files/caseload-messy.csv', import.meta.url))
const utf8 = (text: string) => new TextEncoder().encode(text)

/** Rows as their number and their cells in words. */
function shown(read: Spreadsheet | SpreadsheetProblem, sheet = 0): (string | number)[][] {
  if (read.kind === 'problem') throw new Error(`not read: ${JSON.stringify(read.problem)}`)
  return (read.sheets[sheet]?.rows ?? []).map(({ row, cells }) => [row, ...cells.map(cellText)])
}

function problemOf(read: Spreadsheet | SpreadsheetProblem): unknown {
  return read.kind === 'problem' ? read.problem : 'was read'
}

async function csv(text: string | Uint8Array) {
  return shown(await readSpreadsheet(typeof text === 'string' ? utf8(text) : text, 'people.csv'))
}

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
