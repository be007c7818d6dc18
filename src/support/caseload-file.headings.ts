/**
 * Which column holds what: headings as people in Estonia write them, in Estonian, English and Russian, with a title or blank
 * lines above them. A heading that is not known here is never guessed: it is listed and can be mapped by hand.
 */
import { folded } from '../platform/letters.ts'
import { cellText, type Row } from '../platform/spreadsheet.cells.ts'
import { columns, type Column } from './caseload-file.ts'

/** A name may stand in two or three columns. */
export type Meaning = Column | 'firstName' | 'middleName' | 'lastName'
export const meanings: readonly Meaning[] = [...columns, 'firstName', 'middleName', 'lastName']

export type Heading = {
  /** Counted from 0. */
  readonly index: number
  /** As it is written; the letter of the column where a filled column has no heading. */
  readonly text: string
  readonly meaning: Meaning | null
}

/** One heading to a piece, separated by `|`. Only letters and digits count, so `E-post` and `e post` are one. */
const synonyms: Record<Meaning, string> = {
  name: `name | nimi | ees- ja perekonnanimi | ees- ja perenimi | eesnimi ja perekonnanimi | eesnimi perekonnanimi |
    perekonna- ja eesnimi | pere- ja eesnimi | perekonnanimi ja eesnimi | perekonnanimi eesnimi | nimi ja perekonnanimi |
    täisnimi | täielik nimi | isik | inimene | klient | osaleja | nimed |
    full name | name and surname | surname and name | first and last name | first name and surname | last name first name |
    names | person | client | participant |
    фио | имя | имя и фамилия | фамилия и имя | имя фамилия | фамилия имя | фамилия имя отчество | полное имя | человек |
    клиент | участник`,
  firstName: `eesnimi | eesnimed | first name | firstname | given name | given names | forename | личное имя`,
  middleName: `middle name | отчество | isanimi`,
  lastName: `perekonnanimi | perenimi | last name | lastname | surname | family name | фамилия`,
  birthDate: `birth date | sünniaeg | sünnikuupäev | sünnipäev | sündinud | sünd | sünnikp | sünni kp | sünniaasta ja kuupäev |
    date of birth | birthday | born | born on | dob |
    дата рождения | день рождения | родился | родилась | родился(ась) | др`,
  phone: `phone | telefon | telefoninumber | telefoni number | telefoni nr | telefoninr | telefonid | tel | tel nr | telnr |
    mobiil | mobiiltelefon | mobiilinumber | mob | mobiil nr | kontakttelefon |
    phone number | phone no | phones | telephone | telephone number | mobile | mobile phone | mobile number | cell |
    cell phone | contact phone | contact number |
    телефон | номер телефона | тел | тел номер | моб | мобильный | мобильный телефон | моб телефон | сотовый |
    контактный телефон | телефоны`,
  email: `email | e-post | epost | e-posti aadress | meil | meiliaadress | e-mail | e-maili aadress | elektronpost |
    email address | e-mail address | mail |
    эл почта | электронная почта | почта | имейл | е-мейл | емейл | адрес эл почты | адрес электронной почты`,
  municipality: `municipality | vald/linn | linn/vald | vald või linn | linn või vald | vald | linn | kov | omavalitsus |
    kohalik omavalitsus | elukoht | elukoha omavalitsus | elukohajärgne omavalitsus | elukoha vald | elukoha kov |
    rahvastikuregistri järgne kov | ehak | ehak kood |
    town | city | parish | rural municipality | municipality of residence | residence | place of residence |
    local government | local authority | town or municipality | home municipality |
    волость | город | волость/город | город/волость | волость или город | город или волость | самоуправление |
    местное самоуправление | муниципалитет | место жительства | место проживания`,
  language: `language | keel | suhtluskeel | emakeel | eelistatud keel | kodune keel | suhtlemiskeel | keeled |
    languages | preferred language | contact language | mother tongue | native language | first language |
    язык | языки | язык общения | родной язык | предпочитаемый язык`,
  leftOn: `left on | lahkus | lahkus rehabilitatsioonist | lahkus rehabist | lahkunud | lahkumine | lahkumise kuupäev |
    lahkumiskuupäev | lahkumise aeg | lahkumisaeg | lahkumise päev | lahkumise kp | rehabilitatsioonist lahkumine |
    rehabilitatsioonist lahkumise kuupäev | rehabilitatsiooni lõpp | rehabilitatsiooni lõppkuupäev | rehabi lõpp |
    rehabilitatsioon lõppes | rehabilitatsioon lõppenud | lõpetas | lõpetas rehabilitatsiooni | lõpetas rehabi | lõpetanud |
    lõpetamise kuupäev | lõpetamise aeg | lõppkuupäev | lõpp | lõpu kuupäev | programmi lõpp | programm lõppes |
    lõpetas programmi | teenuse lõpp | teenus lõppes | teenuse lõppkuupäev | teenuselt lahkumine | lahkus teenuselt |
    väljus | väljumine | väljumise kuupäev |
    left | left rehab | left rehab on | left rehabilitation | left rehabilitation on | date left | leaving date |
    date of leaving | departure date | discharge date | date of discharge | discharged | discharged on | exit date |
    completed rehab | completed rehab on | completed rehabilitation | completed rehabilitation on | completed |
    completed on | completion date | rehab completed | rehab completed on | rehab end | rehab end date | end of rehab |
    end of rehabilitation | rehabilitation end date | rehabilitation ended | end date | finished rehab | finished |
    finished rehab on | graduated | graduation date |
    завершил реабилитацию | завершила реабилитацию | завершил(а) реабилитацию | завершение реабилитации |
    дата завершения | дата завершения реабилитации | закончил реабилитацию | закончила реабилитацию |
    закончил(а) реабилитацию | окончил реабилитацию | окончила реабилитацию | окончание реабилитации |
    дата окончания | дата окончания реабилитации | конец реабилитации | реабилитация завершена | реабилитация окончена |
    вышел из реабилитации | вышла из реабилитации | ушёл из реабилитации | ушла из реабилитации |
    покинул реабилитацию | покинула реабилитацию | дата выхода | дата ухода | дата выписки | выписан | выписана |
    выписан(а) | выписка | завершил | завершила | завершил(а) | дата выхода из реабилитации | дата ухода из реабилитации`,
  coordinator: `coordinator | koordinaator | kontaktisik | meie kontaktisik | juhtumikorraldaja | juhtumitöötaja | vastutaja |
    vastutav isik | vastutav töötaja | vastutav koordinaator | tegeleb |
    co-ordinator | case worker | caseworker | case manager | contact person | key worker | keyworker | responsible |
    responsible person | contact worker | assigned to |
    координатор | контактное лицо | контактный человек | куратор | ответственный | ответственное лицо |
    ответственный работник | ведущий случая | кейс-менеджер | сотрудник`,
  agreedOn: `agreed on | nõustus | nõusolek | nõusoleku kuupäev | nõusolek antud | nõusoleku andmise kuupäev | nõusolek alates |
    nõusoleku aeg | andis nõusoleku | nõus alates | nõustus jätkutoega | nõustumise kuupäev |
    agreed | agreement date | date agreed | date of agreement | consent | consent date | date of consent | consent given |
    consent given on | consented | consented on | gave consent on |
    согласие | дата согласия | согласие дано | дата получения согласия | дал согласие | дала согласие | дал(а) согласие |
    согласился | согласилась | согласился(ась) | согласен с`,
  agreedHow: `agreed how | kuidas nõustus | kuidas nõusolek anti | nõusoleku viis | nõusoleku vorm | nõusoleku andmise viis |
    nõusoleku liik | nõustumise viis |
    how agreed | how they agreed | consent method | method of consent | form of consent | consent form | consent type |
    how consent was given |
    как дано согласие | как согласился | как согласилась | как получено согласие | форма согласия | способ согласия |
    вид согласия`,
  notes: `notes | märkused | märkus | märkmed | kommentaar | kommentaarid | lisainfo | info | lisa | muu | muu info | selgitus |
    note | comment | comments | remark | remarks | other | additional information | further information |
    примечание | примечания | заметка | заметки | комментарий | комментарии | замечание | замечания | дополнительно |
    дополнительная информация | прочее | пометки`,
}

/** `Kliendi telefon` is `telefon`: in this list everything is about the person. */
const ownerWords = new Set(
  'kliendi inimese isiku osaleja clients client persons person participants participant клиента человека участника'.split(
    ' ',
  ),
)

function headingKey(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]/gu, '')
}

const byKey = new Map(
  meanings.flatMap((meaning) =>
    synonyms[meaning].split('|').map((text) => [headingKey(text), meaning] as const),
  ),
)

/** What a heading says its column holds; `null` where it is not known. `Telefon 2` and `Sünniaeg (pp.kk.aaaa)` are. */
export function headingMeaning(text: string): Meaning | null {
  const words = folded(text).replace(/['’]s\b/g, 's')
  const withoutRemark = words.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
  const withoutOwner = withoutRemark
    .split(' ')
    .filter((word, _, all) => all.length === 1 || !ownerWords.has(word))
    .join(' ')
  for (const reading of [words, withoutRemark, withoutOwner]) {
    const key = headingKey(reading)
    const meaning = byKey.get(key) ?? byKey.get(key.replace(/\d+$/, ''))
    if (meaning !== undefined) return meaning
  }
  return null
}

/** The headings stand somewhere in the first rows; a list that begins later is not a list of people. */
const SEARCHED_ROWS = 40

/**
 * Which row has the headings: the one in which most are known, if at least two are. Else the first row with more than one
 * filled cell, so that its headings can be mapped by hand. `known` is the number of different meanings.
 */
export function headingRow(rows: readonly Row[]): { readonly position: number; readonly known: number } {
  let best = { position: Math.max(0, rows.findIndex(isWide)), known: 0 }
  for (const [position, row] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const known = new Set(row.cells.map((cell) => headingMeaning(cellText(cell)))).difference(
      new Set([null]),
    ).size
    if (known > Math.max(1, best.known)) best = { position, known }
  }
  if (best.known > 0) return best
  const known =
    rows[best.position]?.cells.filter((cell) => headingMeaning(cellText(cell)) !== null).length ?? 0
  return { ...best, known }
}

function isWide({ cells }: Row): boolean {
  return cells.filter((cell) => cell !== null).length > 1
}

/** The columns that may stand several times: what is in them is put together. */
const repeatable: ReadonlySet<Meaning> = new Set(['phone', 'email', 'municipality', 'notes'])

/**
 * The headings of all columns that have a heading or something under it. `byHand` says for the index of a column what it
 * holds, or `null` that it is to be left out; it goes before what the heading says.
 */
export function readHeadings(
  headings: Row | null,
  people: readonly Row[],
  byHand: Readonly<Record<number, Meaning | null>>,
): Heading[] {
  const width = Math.max(headings?.cells.length ?? 0, ...people.map(({ cells }) => cells.length))
  const filled = new Set(
    people.flatMap(({ cells }) => cells.flatMap((cell, i) => (cell === null ? [] : [i]))),
  )
  const texts = Array.from({ length: width }, (_, index) => cellText(headings?.cells[index]))
  const told = texts.map((text, index) => byHand[index] ?? (index in byHand ? null : headingMeaning(text)))
  // Where the family name has a column of its own, the heading *Name* or *Имя* means the first name.
  const splitName = told.includes('lastName') && !told.includes('firstName')
  const taken = new Set<Meaning>()
  return texts.flatMap((text, index) => {
    if (text === '' && !filled.has(index)) return []
    let meaning = told[index] ?? null
    if (meaning === 'name' && splitName) meaning = 'firstName'
    if (meaning !== null && taken.has(meaning) && !repeatable.has(meaning)) meaning = null
    if (meaning !== null) taken.add(meaning)
    return [{ index, text: text === '' ? columnLetter(index) : text, meaning }]
  })
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}

/** Long printed lists repeat their headings on every page. */
export function isRepeatedHeadings(row: Row, headings: readonly Heading[]): boolean {
  const filled = row.cells.filter((cell) => cell !== null).length
  const same = headings.filter(
    ({ index, text }) =>
      cellText(row.cells[index]) !== '' && folded(cellText(row.cells[index])) === folded(text),
  ).length
  return same >= 2 && same === filled
}
