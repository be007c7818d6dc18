/**
 * One row of the file: what it says about a person, and what in it needs a human. Rows that are the same person as another
 * row are found in `caseload-file.duplicates.ts`.
 */
import { isBefore, Temporal, type Day } from '../platform/day.ts'
import { findMunicipality } from '../platform/municipalities.ts'
import { cellText, type Cell, type Row } from '../platform/spreadsheet.cells.ts'
import type { Column, Doubt, PersonValues, Reason } from './caseload-file.ts'
import { readEmail, readPhones } from './caseload-file.contacts.ts'
import { ageOn, readDay, type SlashOrder } from './caseload-file.dates.ts'
import type { Heading, Meaning } from './caseload-file.headings.ts'
import { readLanguage } from './caseload-file.languages.ts'
import { isFormula, isNothing, readName } from './caseload-file.names.ts'

export type RowRules = {
  readonly headings: readonly Heading[]
  readonly today: Day
  readonly slashOrders: Readonly<Record<DayColumn, SlashOrder | null>>
  /** Names to choose from where a coordinator is missing. */
  readonly coordinators: readonly string[]
}

export const dayColumns = ['birthDate', 'leftOn', 'agreedOn'] as const
export type DayColumn = (typeof dayColumns)[number]

/** Texts a human has put in place of what stands in the file. */
export type Corrections = Readonly<Partial<Record<Column, string>>>

export type ReadRow = { readonly values: PersonValues; readonly doubts: readonly Doubt[] }

/** Tugevus is for adults who have left rehabilitation; nobody is known to have lived past 122. */
const ADULT = 18
const OLDEST = 110
/** An earlier day of leaving is a slip: no list goes back that far, and a birth date is often in the wrong column. */
const FIRST_LEAVING = new Temporal.PlainDate(2000, 1, 1)

export function readRow(row: Row, corrections: Corrections, rules: RowRules): ReadRow {
  const doubts: Doubt[] = []
  const doubt = (column: Column, reason: Reason, suggestions: readonly string[] = []) => {
    doubts.push({ column, reason, suggestions })
  }
  const has = (meaning: Meaning) => rules.headings.some((heading) => heading.meaning === meaning)
  const cells = (column: Column) => cellsOf(row, column, corrections, rules.headings)
  /** What the other columns leave over for the notes, under the heading of the file itself. */
  const leftOver: string[] = []
  const keep = (column: Column, text: string) => {
    const heading = rules.headings.find(({ meaning }) => meaning === column)?.text ?? ''
    leftOver.push(heading === '' ? text : `${heading}: ${text}`)
  }

  const name = nameValue()
  const leftOn = dayValue('leftOn', 'event')
  const birthDate = dayValue('birthDate', 'birth')
  const agreedOn = dayValue('agreedOn', 'event')
  const phones = phoneValues()
  const email = emailValue()
  if (isEmpty('phone') && isEmpty('email')) doubt('phone', { code: 'noContact' })
  const values: PersonValues = {
    name,
    birthDate,
    phones,
    email,
    municipality: municipalityValue(),
    language: languageValue(),
    leftOn,
    coordinator: coordinatorValue(),
    agreedOn,
    agreedHow: plainText('agreedHow'),
    notes: null,
  }
  const notes = [...cells('notes').map(cellText), ...leftOver].join('\n')
  return { values: { ...values, notes: notes === '' ? null : notes }, doubts }

  function isEmpty(column: Column): boolean {
    return cells(column).every((cell) => isNothing(cellText(cell)))
  }

  function nameValue(): string | null {
    if (!has('name') && !has('firstName') && !has('lastName') && corrections.name === undefined) {
      doubt('name', { code: 'noHeading' })
      return null
    }
    const read = readName(cells('name').map(cellText).join(' '))
    if (read.kind === 'doubt') doubt('name', read.reason)
    return read.name
  }

  function dayValue(column: DayColumn, about: 'birth' | 'event'): Day | null {
    const cell = cells(column)[0] ?? null
    const empty =
      cell === null || isNothing(cellText(cell)) || (column === 'agreedOn' && isNo(cellText(cell)))
    if (empty) {
      if (column === 'leftOn') {
        const known = has('leftOn') || corrections.leftOn !== undefined
        doubt('leftOn', { code: known ? 'missing' : 'noHeading' })
      }
      return null
    }
    const read = readDay(cell, { today: rules.today, about, slashOrder: rules.slashOrders[column] })
    if (read.kind === 'doubt') doubt(column, read.reason, read.suggestions)
    if (read.kind !== 'day') return null
    const reason = wrongDay(column, read.day)
    if (reason !== null) doubt(column, reason)
    return read.day
  }

  function wrongDay(column: DayColumn, date: Day): Reason | null {
    if (isBefore(rules.today, date)) return { code: 'future', day: date }
    if (column === 'leftOn') return isBefore(date, FIRST_LEAVING) ? { code: 'tooEarly', day: date } : null
    if (column === 'agreedOn') return null
    const then = ageOn(leftOn !== null && isBefore(leftOn, rules.today) ? leftOn : rules.today, date)
    if (then < ADULT) return { code: 'child', age: Math.max(0, then) }
    const now = ageOn(rules.today, date)
    return now > OLDEST ? { code: 'tooOld', age: now } : null
  }

  function phoneValues(): readonly string[] {
    if (isEmpty('phone')) return []
    const read = readPhones(cells('phone').map(cellText).join('\n'))
    const [first] = read.unread
    if (first !== undefined) doubt('phone', { code: 'notAPhone', text: first }, read.suggestions)
    return read.phones
  }

  function emailValue(): string | null {
    if (isEmpty('email')) return null
    const text = cells('email').map(cellText).join('\n')
    const read = readEmail(text)
    if (read.kind === 'unread') {
      doubt('email', { code: 'notAnEmail', text }, read.suggestions)
      return null
    }
    if (read.others.length > 0) keep('email', read.others.join(', '))
    return read.email
  }

  function municipalityValue(): string | null {
    const cell = cells('municipality').find((one) => !isNothing(cellText(one)))
    if (cell === undefined) return null
    const text = cellText(cell)
    const found = findMunicipality(text)
    if (found.kind === 'found') return found.municipality.code
    if (found.kind === 'ambiguous') {
      const choices = found.choices.map((one) => one.name)
      doubt('municipality', { code: 'ambiguousMunicipality', text, choices }, choices)
    } else {
      const near = found.near.map((one) => one.name)
      doubt('municipality', { code: 'unknownMunicipality', text }, near)
    }
    return null
  }

  function languageValue(): PersonValues['language'] {
    const text = cellText(cells('language')[0])
    if (isNothing(text)) return null
    const read = readLanguage(text)
    if (read.kind === 'unread') {
      doubt('language', { code: 'unknownLanguage', text }, read.near)
      // Where a human says that this is right as it stands, the word must not be lost.
      keep('language', text)
      return null
    }
    if (read.more) keep('language', text)
    return read.language
  }

  function coordinatorValue(): string | null {
    const text = plainText('coordinator')
    if (text === null) {
      const formula = doubts.some(({ column }) => column === 'coordinator')
      if (has('coordinator') && !formula) doubt('coordinator', { code: 'missing' }, rules.coordinators)
      return null
    }
    return text
  }

  function plainText(column: 'coordinator' | 'agreedHow'): string | null {
    const text = cells(column)
      .map(cellText)
      .join(' ')
      .replace(/[ \t]+/g, ' ')
    if (isFormula(text)) {
      doubt(column, { code: 'formula' })
      return null
    }
    return isNothing(text) ? null : text
  }
}

/** In the column for the day of the yes a plain no means: not yet, so this person is still to be asked. */
function isNo(text: string): boolean {
  return /^(?:ei|no|нет)$/i.test(text.trim())
}

/** The filled cells of a column, or the text a human has put in their place; a name of two columns comes first name first. */
export function cellsOf(
  row: Row,
  column: Column,
  corrections: Corrections,
  headings: readonly Heading[],
): readonly Cell[] {
  const corrected = corrections[column]
  if (corrected !== undefined) {
    const text = corrected.trim()
    return text === '' ? [] : [{ kind: 'text', text }]
  }
  const under = (meaning: Meaning) =>
    headings.flatMap((heading) => {
      const cell = row.cells[heading.index]
      return heading.meaning === meaning && cell ? [cell] : []
    })
  const own = under(column)
  if (column !== 'name' || own.length > 0) return own
  return [...under('firstName'), ...under('middleName'), ...under('lastName')]
}
