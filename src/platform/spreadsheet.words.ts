import { words } from './words.ts'
import type { SpreadsheetProblem } from './spreadsheet.cells.ts'
import type { Locale } from './words.ts'

const spreadsheetWords = words(
  {
    empty: 'Fail on tühi.',
    oldExcel: 'See on vana Exceli fail (.xls). Ava see Excelis ja salvesta XLSX-vormingus.',
    locked: 'Fail on parooliga kaitstud. Eemalda parool ja salvesta fail uuesti.',
    damaged:
      'Faili ei saa lugeda: see on poolik või rikutud. Ava see tabelarvutusprogrammis ja salvesta uuesti.',
    notASheet: 'See ei ole tabel. Vali XLSX- või CSV-fail.',
    unpacksTooLarge: 'Fail on lahtipakituna liiga suur. Jäta sellesse ainult inimeste leht.',
    otherFormat: (ending: string) =>
      `Seda vormingut${ending === '' ? '' : ` (${ending})`} ei saa lugeda. Salvesta tabel XLSX- või CSV-vormingus.`,
    tooLarge: (megabytes: number) => `Fail on liiga suur. Lubatud on kuni ${megabytes} MB.`,
    tooManyRows: (limit: string) =>
      `Failis on liiga palju ridu. Jaga see osadeks: kuni ${limit} rida korraga.`,
    tooWide: (limit: string) => `Failis on liiga palju veerge. Lubatud on kuni ${limit}.`,
    unclosedQuote: (row: number) =>
      `Real ${row} algavad jutumärgid, mis ei lõpe õiges kohas. Paranda rida ${row} ja proovi uuesti.`,
  },
  {
    en: {
      empty: 'The file is empty.',
      oldExcel: 'This is an old Excel file (.xls). Open it in Excel and save it as XLSX.',
      locked: 'The file is protected by a password. Remove the password and save the file again.',
      damaged:
        'The file cannot be read: it is incomplete or damaged. Open it in a spreadsheet program and save it again.',
      notASheet: 'This is not a spreadsheet. Choose an XLSX or CSV file.',
      unpacksTooLarge: 'The file is too large once unpacked. Keep only the sheet with the people in it.',
      otherFormat: (ending) =>
        `This format${ending === '' ? '' : ` (${ending})`} cannot be read. Save the sheet as XLSX or CSV.`,
      tooLarge: (megabytes) => `The file is too large. Up to ${megabytes} MB is allowed.`,
      tooManyRows: (limit) => `The file has too many rows. Split it into parts of up to ${limit} rows.`,
      tooWide: (limit) => `The file has too many columns. Up to ${limit} are allowed.`,
      unclosedQuote: (row) =>
        `Row ${row} opens a quotation mark that does not close where it should. Correct row ${row} and try again.`,
    },
    ru: {
      empty: 'Файл пустой.',
      oldExcel: 'Это старый файл Excel (.xls). Откройте его в Excel и сохраните в формате XLSX.',
      locked: 'Файл защищён паролем. Снимите пароль и сохраните файл заново.',
      damaged:
        'Файл не читается: он неполный или повреждён. Откройте его в табличном редакторе и сохраните заново.',
      notASheet: 'Это не таблица. Выберите файл XLSX или CSV.',
      unpacksTooLarge: 'В распакованном виде файл слишком велик. Оставьте в нём только лист с людьми.',
      otherFormat: (ending) =>
        `Этот формат${ending === '' ? '' : ` (${ending})`} не читается. Сохраните таблицу в формате XLSX или CSV.`,
      tooLarge: (megabytes) => `Файл слишком большой. Допустимый размер — до ${megabytes} МБ.`,
      tooManyRows: (limit) =>
        `В файле слишком много строк. Разделите его на части, не больше ${limit} строк в каждой.`,
      tooWide: (limit) => `В файле слишком много столбцов. Допустимо не больше ${limit}.`,
      unclosedQuote: (row) =>
        `В строке ${row} открываются кавычки, которые не закрыты там, где нужно. Исправьте строку ${row} и попробуйте ещё раз.`,
    },
  },
)

/** One sentence or two: what is wrong with the file, and what to do about it. */
export function problemSentence(locale: Locale, { problem }: SpreadsheetProblem): string {
  const say = spreadsheetWords(locale)
  const number = (n: number) => new Intl.NumberFormat(locale).format(n)
  switch (problem.code) {
    case 'otherFormat':
      return say.otherFormat(problem.ending)
    case 'tooLarge':
      return say.tooLarge(problem.megabytes)
    case 'tooManyRows':
      return say.tooManyRows(number(problem.limit))
    case 'tooWide':
      return say.tooWide(number(problem.limit))
    case 'unclosedQuote':
      return say.unclosedQuote(problem.row)
    default:
      return say[problem.code]
  }
}
