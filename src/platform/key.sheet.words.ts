/** The key sheet as it is printed. One sheet in one language: it is for whoever will stand in front of an empty machine. */
import { sheetRows } from './key.sheet.ts'

export const sheetLanguages = ['et', 'en', 'ru'] as const
export type SheetLanguage = (typeof sheetLanguages)[number]

const texts: Record<SheetLanguage, { title: string; number: string; text: string[] }> = {
  et: {
    title: 'TUGEVUS – võtmeleht',
    number: 'Võtme number',
    text: [
      'Ilma selle võtmeta ei saa varukoopiat ega nimesid mitte keegi lugeda, ka mitte meie.',
      'Prindi leht välja või kirjuta maha ja hoia lukus, varukoopiatest eraldi. Tee kaks lehte,',
      'hoia neid kahes kohas. Ära pildista ega saada e-postiga.',
      'Kontrolli mahakirjutatut: npm run -s tugevus -- key --check',
      'Taastamine uues arvutis: npm run -s tugevus -- restore FAIL, siis küsitakse neid ridu.',
    ],
  },
  en: {
    title: 'TUGEVUS – key sheet',
    number: 'Number of the key',
    text: [
      'Without this key nobody can read a backup or a name, and neither can we.',
      'Print this sheet or write it down, and keep it locked away, apart from the backups. Make two',
      'sheets and keep them in two places. Take no picture of it, and do not mail it.',
      'To check what you have written down: npm run -s tugevus -- key --check',
      'To restore on a new machine: npm run -s tugevus -- restore FILE, which asks for these rows.',
    ],
  },
  ru: {
    title: 'TUGEVUS – лист с ключом',
    number: 'Номер ключа',
    text: [
      'Без этого ключа никто не прочтёт ни резервную копию, ни имена, и мы тоже.',
      'Распечатайте лист или перепишите его и храните под замком, отдельно от копий. Сделайте два',
      'листа и храните их в двух местах. Не фотографируйте и не отправляйте по почте.',
      'Проверить переписанное: npm run -s tugevus -- key --check',
      'Восстановить на новом компьютере: npm run -s tugevus -- restore ФАЙЛ, строки спросят.',
    ],
  },
}

export function keySheet(master: Buffer, id: string, language: SheetLanguage): string {
  const { title, number, text } = texts[language]
  const rows = sheetRows(master).map((row, place) => `    ${place + 1}   ${row}`)
  return [title, '', `${number}: ${id}`, '', ...rows, '', ...text].join('\n')
}
