import type { Day } from '../platform/day.ts'
import { longDay } from '../platform/words.dates.ts'
import { locales, plural, words, type Locale } from '../platform/words.ts'
import type { Column, Doubt } from './caseload-file.ts'

/** Headings for export, names of fields in the preview. Every heading is recognised when the file comes back. */
export const columnWords = words(
  {
    name: 'Nimi',
    birthDate: 'Sünniaeg',
    phone: 'Telefon',
    email: 'E-post',
    municipality: 'Vald või linn',
    language: 'Keel',
    leftOn: 'Lahkus rehabilitatsioonist',
    coordinator: 'Koordinaator',
    agreedOn: 'Nõusoleku kuupäev',
    agreedHow: 'Kuidas nõustus',
    notes: 'Märkused',
  },
  {
    en: {
      name: 'Full name',
      birthDate: 'Date of birth',
      phone: 'Phone',
      email: 'E-mail',
      municipality: 'Municipality',
      language: 'Language',
      leftOn: 'Left rehab on',
      coordinator: 'Coordinator',
      agreedOn: 'Agreed on',
      agreedHow: 'How they agreed',
      notes: 'Notes',
    },
    ru: {
      name: 'Имя и фамилия',
      birthDate: 'Дата рождения',
      phone: 'Телефон',
      email: 'Эл. почта',
      municipality: 'Волость или город',
      language: 'Язык',
      leftOn: 'Завершение реабилитации',
      coordinator: 'Координатор',
      agreedOn: 'Дата согласия',
      agreedHow: 'Как дано согласие',
      notes: 'Примечания',
    },
  },
)

const languageWords = words(
  { et: 'eesti', ru: 'vene', en: 'inglise', fi: 'soome', nb: 'norra' },
  {
    en: { et: 'Estonian', ru: 'Russian', en: 'English', fi: 'Finnish', nb: 'Norwegian' },
    ru: { et: 'эстонский', ru: 'русский', en: 'английский', fi: 'финский', nb: 'норвежский' },
  },
)

/** The name of a language in the language of the reader. */
export function languageName(locale: Locale, language: Locale): string {
  return languageWords(locale)[language]
}

const reasonWords = words(
  {
    missing: {
      name: 'Nimi puudub.',
      leftOn: 'Rehabilitatsioonist lahkumise kuupäev puudub.',
      coordinator: 'Koordinaator puudub.',
    },
    noHeading: {
      name: 'Nime veergu ei leitud. Näita, millises veerus on nimed.',
      leftOn: 'Lahkumise kuupäeva veergu ei leitud. Näita, millises veerus see on.',
    },
    formula: 'Lahtris on valem. Kirjuta selle asemele tekst.',
    notAName: (text: string) => `„${text}“ ei näe välja nagu inimese nimi.`,
    garbled: (text: string) =>
      `Nimes „${text}“ on tähed faili salvestamisel kaotsi läinud. Kirjuta nimi õigesti.`,
    impossibleDay: (text: string) => `Kuupäeva „${text}“ ei ole kalendris.`,
    incompleteDay: (text: string) => `„${text}“ ei ole täielik kuupäev. Lisa päev ja kuu.`,
    unreadableDay: (text: string) => `„${text}“ ei ole arusaadav kuupäev. Kirjuta see nii: 1.2.2026.`,
    eitherDay: (text: string, one: string, other: string) => `Kas „${text}“ on ${one} või ${other}?`,
    future: {
      birthDate: (date: string) => `Sünniaeg ${date} on tulevikus.`,
      leftOn: (date: string) => `Lahkumise kuupäev ${date} on tulevikus.`,
      agreedOn: (date: string) => `Nõusoleku kuupäev ${date} on tulevikus.`,
    },
    tooEarly: (date: string) => `Lahkumise kuupäev ${date} on varasem kui aasta 2000.`,
    child: (age: number) =>
      `Sünniaja järgi ei olnud inimene veel täisealine (vanus ${age}). Jätkutugi on täisealistele.`,
    tooOld: (age: number) => `Sünniaja järgi on inimene ${age}-aastane. Kontrolli aastat.`,
    noContact: 'Telefon ja e-post puuduvad, inimesega ei saa ühendust võtta.',
    notAPhone: (text: string) => `„${text}“ ei ole telefoninumber.`,
    notAnEmail: (text: string) => `„${text}“ ei ole e-posti aadress.`,
    unknownMunicipality: (text: string) => `Sellist valda ega linna praegu ei ole: „${text}“. Vali õige.`,
    ambiguousMunicipality: (text: string, choices: string) => `„${text}“ võib olla ${choices}. Vali õige.`,
    unknownLanguage: (text: string, offered: string) =>
      `Keelt „${text}“ Tugevus ei paku. Vali üks neist: ${offered}.`,
    sharedContact: {
      phone: (row: number) => `Sama telefoninumber on real ${row}. Kas see on sama inimene?`,
      email: (row: number) => `Sama e-posti aadress on real ${row}. Kas see on sama inimene?`,
    },
    sameName: (row: number) => `Sama nimi on real ${row}. Kas see on sama inimene?`,
    otherBirthDate: (row: number) =>
      `Sama nimi ja kontakt on real ${row}, aga sünniaeg on teine. Kas see on sama inimene?`,
    duplicate: (row: number) => `Sama inimene on juba real ${row}.`,
    skipped: 'Rida jäeti välja.',
    sheetName: 'Inimesed',
    reasonHeading: 'Põhjus',
    otherSheets: (sheet: string, others: string) => `Loeti leht „${sheet}“. Lugemata jäid: ${others}.`,
  },
  {
    en: {
      missing: {
        name: 'The name is missing.',
        leftOn: 'The day of leaving rehabilitation is missing.',
        coordinator: 'The coordinator is missing.',
      },
      noHeading: {
        name: 'No column for the name was found. Show which column has the names.',
        leftOn: 'No column for the day of leaving was found. Show which column has it.',
      },
      formula: 'There is a formula in the cell. Write text in its place.',
      notAName: (text) => `“${text}” does not look like a person's name.`,
      garbled: (text) =>
        `Letters of the name “${text}” were lost when the file was saved. Write the name as it is.`,
      impossibleDay: (text) => `There is no such day as “${text}”.`,
      incompleteDay: (text) => `“${text}” is not a whole date. Add the day and the month.`,
      unreadableDay: (text) => `“${text}” cannot be read as a date. Write it like this: 1.2.2026.`,
      eitherDay: (text, one, other) => `Does “${text}” mean ${one} or ${other}?`,
      future: {
        birthDate: (date) => `The date of birth, ${date}, is in the future.`,
        leftOn: (date) => `The day of leaving, ${date}, is in the future.`,
        agreedOn: (date) => `The day of agreement, ${date}, is in the future.`,
      },
      tooEarly: (date) => `The day of leaving, ${date}, is before the year 2000.`,
      child: (age) =>
        `By the date of birth the person was not an adult yet (age ${age}). Continuing support is for adults.`,
      tooOld: (age) => `By the date of birth the person is ${age} years old. Check the year.`,
      noContact: 'There is no phone and no e-mail, so nobody can reach the person.',
      notAPhone: (text) => `“${text}” is not a phone number.`,
      notAnEmail: (text) => `“${text}” is not an e-mail address.`,
      unknownMunicipality: (text) => `“${text}” is not a municipality of today. Choose the right one.`,
      ambiguousMunicipality: (text, choices) => `“${text}” can be ${choices}. Choose the right one.`,
      unknownLanguage: (text, offered) =>
        `Tugevus does not speak “${text}”. Choose one of these: ${offered}.`,
      sharedContact: {
        phone: (row) => `Row ${row} has the same phone number. Is it the same person?`,
        email: (row) => `Row ${row} has the same e-mail address. Is it the same person?`,
      },
      sameName: (row) => `Row ${row} has the same name. Is it the same person?`,
      otherBirthDate: (row) =>
        `Row ${row} has the same name and contact, but another date of birth. Is it the same person?`,
      duplicate: (row) => `The same person is in row ${row} already.`,
      skipped: 'The row was left out.',
      sheetName: 'People',
      reasonHeading: 'Reason',
      otherSheets: (sheet, others) => `The sheet “${sheet}” was read. Not read: ${others}.`,
    },
    ru: {
      missing: {
        name: 'Нет имени.',
        leftOn: 'Нет даты завершения реабилитации.',
        coordinator: 'Не указан координатор.',
      },
      noHeading: {
        name: 'Столбец с именами не найден. Укажите, в каком столбце имена.',
        leftOn: 'Столбец с датой завершения реабилитации не найден. Укажите, в каком столбце она стоит.',
      },
      formula: 'В ячейке формула. Напишите вместо неё текст.',
      notAName: (text) => `«${text}» не похоже на имя человека.`,
      garbled: (text) => `Буквы в имени «${text}» испортились при сохранении файла. Напишите имя правильно.`,
      impossibleDay: (text) => `Даты «${text}» нет в календаре.`,
      incompleteDay: (text) => `«${text}» — неполная дата. Добавьте день и месяц.`,
      unreadableDay: (text) => `Дату «${text}» не удалось прочитать. Напишите её так: 1.2.2026.`,
      eitherDay: (text, one, other) => `«${text}» — это ${one} или ${other}?`,
      future: {
        birthDate: (date) => `Дата рождения ${date} ещё не наступила.`,
        leftOn: (date) => `Дата завершения реабилитации ${date} ещё не наступила.`,
        agreedOn: (date) => `Дата согласия ${date} ещё не наступила.`,
      },
      tooEarly: (date) => `Дата завершения реабилитации ${date} — раньше 2000 года.`,
      child: (age) =>
        `Судя по дате рождения, человеку не было 18 лет (возраст: ${age}). Последующая поддержка предназначена взрослым.`,
      tooOld: (age) => `Судя по дате рождения, человеку ${age} ${years(age)}. Проверьте год.`,
      noContact: 'Нет ни телефона, ни эл. почты: с человеком не связаться.',
      notAPhone: (text) => `«${text}» — это не номер телефона.`,
      notAnEmail: (text) => `«${text}» — это не адрес эл. почты.`,
      unknownMunicipality: (text) => `Волости или города «${text}» сейчас нет. Выберите нужное.`,
      ambiguousMunicipality: (text, choices) => `«${text}» может означать ${choices}. Выберите нужное.`,
      unknownLanguage: (text, offered) => `Языка «${text}» в Tugevus нет. Выберите один из этих: ${offered}.`,
      sharedContact: {
        phone: (row) => `Такой же номер телефона в строке ${row}. Это тот же человек?`,
        email: (row) => `Такой же адрес эл. почты в строке ${row}. Это тот же человек?`,
      },
      sameName: (row) => `Такое же имя в строке ${row}. Это тот же человек?`,
      otherBirthDate: (row) =>
        `В строке ${row} те же имя и контакт, но другая дата рождения. Это тот же человек?`,
      duplicate: (row) => `Этот же человек уже есть в строке ${row}.`,
      skipped: 'Строка пропущена.',
      sheetName: 'Люди',
      reasonHeading: 'Причина',
      otherSheets: (sheet, others) => `Прочитан лист «${sheet}». Не прочитаны: ${others}.`,
    },
  },
)

function years(age: number): string {
  return plural('ru', age, { one: 'год', few: 'года', many: 'лет', other: 'года' })
}

/** What is wrong with a cell, in one sentence or two. */
export function doubtSentence(locale: Locale, { column, reason }: Doubt): string {
  const say = reasonWords(locale)
  const long = (date: Day) => longDay(locale, date)
  switch (reason.code) {
    case 'missing':
    case 'noHeading':
      return forColumn(say[reason.code], column)
    case 'formula':
    case 'noContact':
      return say[reason.code]
    case 'dayOrder':
    case 'century':
      return say.eitherDay(short(reason.text), long(reason.choices[0]), long(reason.choices[1]))
    case 'future':
      return forColumn(say.future, column)(long(reason.day))
    case 'tooEarly':
      return say.tooEarly(long(reason.day))
    case 'child':
    case 'tooOld':
      return say[reason.code](reason.age)
    case 'ambiguousMunicipality':
      return say.ambiguousMunicipality(short(reason.text), anyOf(locale, reason.choices))
    case 'unknownLanguage':
      return say.unknownLanguage(
        short(reason.text),
        locales.map((one) => languageName(locale, one)).join(', '),
      )
    case 'sharedContact':
      return forColumn(say.sharedContact, column)(reason.row)
    case 'sameName':
    case 'otherBirthDate':
      return say[reason.code](reason.row)
    default:
      return say[reason.code](short(reason.text))
  }
}

export function duplicateSentence(locale: Locale, of: number): string {
  return reasonWords(locale).duplicate(of)
}

export function skippedSentence(locale: Locale): string {
  return reasonWords(locale).skipped
}

/** Says which sheet of the file was read and which were not. */
export function otherSheetsSentence(
  locale: Locale,
  { sheet, otherSheets }: { sheet: string; otherSheets: readonly string[] },
): string {
  return reasonWords(locale).otherSheets(sheet, otherSheets.join(', '))
}

/** The name of the sheet in files that are written. */
export function sheetName(locale: Locale): string {
  return reasonWords(locale).sheetName
}

/** The heading over the reasons in the file of refused rows. */
export function reasonHeading(locale: Locale): string {
  return reasonWords(locale).reasonHeading
}

/** The words for this column; the first ones where it has none of its own, which no rule lets happen. */
function forColumn<T>(byColumn: Readonly<Record<string, T>>, column: Column): T {
  const found = byColumn[column] ?? Object.values(byColumn)[0]
  if (found === undefined) throw new Error(`no words for a doubt about ${column}`)
  return found
}

/** A cell may hold a whole page; a reason shows how it begins. */
function short(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line
}

function anyOf(locale: Locale, choices: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(choices)
}
