import { describe, expect, test } from 'vitest'
import type { Row } from '../platform/spreadsheet.cells.ts'
import { textCell } from '../platform/spreadsheet.cells.ts'
import { columns } from './caseload-file.ts'
import { headingMeaning, headingRow, readHeadings } from './caseload-file.headings.ts'
import { columnWords } from './caseload-file.words.ts'

const row = (number: number, ...texts: string[]): Row => ({ row: number, cells: texts.map(textCell) })
const meaningsOf = (...texts: string[]) =>
  readHeadings(row(1, ...texts), [], {}).map(({ meaning }) => meaning)

describe('a heading', () => {
  test.each([
    [
      'name',
      'Nimi | Full name | ФИО | Ees- ja perekonnanimi | NIMI: | Kliendi nimi | Ф.И.О. | Имя и фамилия | Täisnimi | name',
    ],
    ['firstName', 'Eesnimi | First name | Given name'],
    ['lastName', 'Perekonnanimi | Perenimi | Surname | Last name | Фамилия'],
    [
      'birthDate',
      'Sünniaeg | Sünnikuupäev | Date of birth | DOB | Дата рождения | birthDate | Sünniaeg (pp.kk.aaaa) | sunniaeg',
    ],
    [
      'phone',
      'Telefon | Tel. | Tel nr | Mobiil | Phone number | Телефон | Номер телефона | Моб. телефон | Telefon 2 | Telefoninumber*',
    ],
    ['email', 'E-post | e-mail | Email | Meil | E-posti aadress | Эл. почта | Электронная почта'],
    [
      'municipality',
      'Vald/linn | KOV | Omavalitsus | Elukoht | Municipality | Волость | Волость/город | EHAK kood',
    ],
    ['language', 'Keel | Suhtluskeel | Preferred language | Язык | Язык общения'],
    [
      'leftOn',
      'Lahkus rehabilitatsioonist | Left rehab on | Завершил реабилитацию | Завершил(а) реабилитацию | leftOn | Lahkumise kuupäev | Discharge date | Дата окончания реабилитации | Lahkus\nrehabist',
    ],
    [
      'coordinator',
      'Kontaktisik | Case worker | Координатор | Koordinaator | Juhtumikorraldaja | Контактное лицо | Куратор',
    ],
    ['agreedOn', 'agreedOn | Nõustus | Nõusoleku kuupäev | Consent date | Дата согласия'],
    ['agreedHow', 'agreedHow | Kuidas nõustus | Nõusoleku viis | How agreed | Форма согласия'],
    ['notes', 'Märkused | Notes | Примечания | Lisainfo | Комментарий'],
  ])('for %s is known in Estonian, English and Russian', (meaning, texts) => {
    for (const text of texts.split(' | ')) expect([text, headingMeaning(text)]).toEqual([text, meaning])
  })

  test.each([
    'Jrk nr',
    'Isikukood',
    'Kontaktisiku telefon',
    'Ema nimi',
    'Toa number',
    'Kuupäev',
    '',
    '12',
    'Kask, Tõnu',
  ])('that says %s is not guessed', (text) => {
    expect(headingMeaning(text)).toBeNull()
  })

  test('of our own files and every name of a column is known', () => {
    for (const column of columns) {
      expect(headingMeaning(column)).toBe(column)
      for (const locale of ['et', 'en', 'ru', 'fi', 'nb'] as const) {
        expect(headingMeaning(columnWords(locale)[column])).toBe(column)
      }
    }
  })
})

describe('the row of headings', () => {
  test('is found below a title, dates and blank lines', () => {
    const rows = [
      row(1, 'Lõpetanud – seis 15.05.2026'),
      row(2, 'Rapla', '2026'),
      row(5, 'Nimi', 'Telefon'),
      row(6, 'Tõnu', '5550'),
    ]
    expect(headingRow(rows)).toEqual({ position: 2, known: 2 })
  })

  test('is the one in which most is known, not a row of people that uses one of the words', () => {
    const rows = [row(1, 'Nimi', 'Telefon', 'Keel'), row(2, 'Info', 'Telefon', 'eesti')]
    expect(headingRow(rows).position).toBe(0)
  })

  test('is the first row with several cells where nothing is known', () => {
    expect(headingRow([row(1, 'Nimekiri'), row(2, 'A', 'B'), row(3, 'C', 'D')])).toEqual({
      position: 1,
      known: 0,
    })
    expect(headingRow([])).toEqual({ position: 0, known: 0 })
  })
})

describe('the columns', () => {
  test('for a name in parts are told from the ones for a whole name', () => {
    expect(meaningsOf('Eesnimi', 'Perekonnanimi')).toEqual(['firstName', 'lastName'])
    expect(meaningsOf('Фамилия', 'Имя', 'Отчество')).toEqual(['lastName', 'firstName', 'middleName'])
    expect(meaningsOf('Nimi', 'Perekonnanimi')).toEqual(['firstName', 'lastName'])
    expect(meaningsOf('Имя', 'Телефон')).toEqual(['name', 'phone'])
  })

  test('may have the telephone twice but the day of leaving only once', () => {
    expect(meaningsOf('Telefon', 'Mobiil')).toEqual(['phone', 'phone'])
    expect(meaningsOf('Lahkus', 'Lõpetas')).toEqual(['leftOn', null])
  })

  test('can be mapped by hand, left out, and named by their letter where they have no heading', () => {
    const people = [row(2, 'Tõnu', 'x', '1.2.2026', 'y')]
    const read = readHeadings(row(1, 'Kes', 'Nimi', '', ''), people, { 0: 'name', 1: null })
    expect(read).toEqual([
      { index: 0, text: 'Kes', meaning: 'name' },
      { index: 1, text: 'Nimi', meaning: null },
      { index: 2, text: 'C', meaning: null },
      { index: 3, text: 'D', meaning: null },
    ])
  })
})
