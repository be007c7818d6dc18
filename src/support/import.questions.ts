/** What is asked once for a whole file, and how the answers are taken. */
import { cellText, type Row, type Spreadsheet } from '../platform/spreadsheet.cells.ts'
import type { CheckedFile } from './caseload-file.check.ts'
import { meanings, type Heading } from './caseload-file.headings.ts'
import type { Column } from './caseload-file.ts'
import type { CoordinatorName } from './import.coordinators.ts'
import type { Plan } from './import.plan.ts'
import { noChoices, type Choices } from './import.ts'

export type Questions = {
  /** A date with slashes that can be read in two ways; null where there is none. */
  slash: string | null
  /** To choose from; empty where the file has only one sheet. */
  sheets: readonly string[]
  columns: readonly Heading[]
  coordinators: readonly CoordinatorName[]
  /** In which row the headings stand is asked too. */
  headingRow: boolean
}

/** The day that stands for all in the question when it is asked again. */
const SLASH_EXAMPLE = '01/02/2026'

/** @param all also what has been answered or was plain from the beginning */
export function questionsOf(
  { checked, coordinators }: Pick<Plan, 'checked' | 'coordinators'>,
  { answers }: Choices,
  all: boolean,
): Questions {
  const { headings, otherSheets, sheet } = checked
  const has = (column: Column) => headings.some(({ meaning }) => meaning === column)
  const named =
    has('name') || headings.some(({ meaning }) => meaning === 'firstName' || meaning === 'lastName')
  const lost = !named || !has('leftOn')
  const unread = slashDay(checked)
  return {
    slash: unread ?? (all && answers.slashOrder !== null ? SLASH_EXAMPLE : null),
    sheets: otherSheets.length > 0 && (all || answers.sheet === null) ? [sheet, ...otherSheets] : [],
    columns: headings.filter(
      ({ index, meaning }) => all || lost || (meaning === null && !(index in answers.columns)),
    ),
    coordinators: coordinators.filter(
      ({ name, accountId, isSure }) => all || accountId === null || (name !== '' && !isSure),
    ),
    headingRow: all || lost,
  }
}

export function isAsked({ slash, sheets, columns, coordinators }: Questions): boolean {
  return slash !== null || sheets.length > 0 || columns.length > 0 || coordinators.length > 0
}

function slashDay({ rows }: CheckedFile): string | null {
  for (const { doubts } of rows) {
    for (const { reason } of doubts) if (reason.code === 'dayOrder') return reason.text
  }
  return null
}

/** What stands in a column, to tell what it is: the first few different texts. */
export function samplesOf({ rows }: Pick<CheckedFile, 'rows'>, index: number): string[] {
  const texts = new Set<string>()
  for (const { source } of rows) {
    const text = cellText(source.cells[index]).replace(/\s+/g, ' ')
    if (text !== '') texts.add(text.length > 30 ? `${text.slice(0, 29)}…` : text)
    if (texts.size === 3) break
  }
  return [...texts]
}

/** The number of the row with the headings; null where the sheet has no such row. */
export type HeadingRow = Choices['answers']['headingRow']

/** Which row is read as the headings now, and those in which they may stand: the first ten of the sheet. */
export function headingRows(
  { sheets }: Spreadsheet,
  { sheet, rowsAbove }: Pick<CheckedFile, 'sheet' | 'rowsAbove'>,
  { answers }: Pick<Choices, 'answers'>,
): { now: HeadingRow; rows: readonly Row[] } {
  const { rows } = sheets.find(({ name }) => name === sheet) ?? sheets[0]
  const now = answers.headingRow === 'none' ? 'none' : (rows[rowsAbove.length]?.row ?? null)
  return { now, rows: rows.filter(({ row }, place) => place < 10 || row === now) }
}

export const NO_HEADINGS = 'none'
export const LEFT_OUT = 'out'
export const columnField = (index: number) => `column-${index}`
export const coordinatorField = (place: number) => `coordinator-${place}`
export const coordinatorNameField = (place: number) => `coordinator-name-${place}`

/** @param now what the answers so far have come to */
export function takeQuestions(
  choices: Choices,
  sent: Readonly<Record<string, string>>,
  now: { sheet: string; headingRow: HeadingRow },
): Choices {
  const value = (name: string) => (Object.hasOwn(sent, name) ? sent[name] : undefined)
  const { answers } = choices
  const sheet = value('sheet')
  // On another sheet every row is another one.
  if (sheet !== undefined && sheet !== now.sheet) {
    return { ...noChoices, answers: { ...noChoices.answers, sheet }, coordinators: choices.coordinators }
  }
  const headingRow = readHeadingRow(value('heading-row')) ?? answers.headingRow
  const moved = headingRow !== null && headingRow !== now.headingRow
  const slashOrder = (['dmy', 'mdy'] as const).find((one) => one === value('slash')) ?? answers.slashOrder
  return {
    ...choices,
    answers: {
      ...answers,
      sheet: sheet ?? answers.sheet,
      headingRow,
      // Under other headings the columns mean something else.
      columns: moved ? {} : { ...answers.columns, ...sentColumns(sent) },
      slashOrder,
    },
    coordinators: [...choices.coordinators, ...sentCoordinators(sent)].filter(
      ({ name }, place, list) => list.findLastIndex((other) => other.name === name) === place,
    ),
  }
}

function readHeadingRow(text: string | undefined): HeadingRow {
  if (text === NO_HEADINGS) return 'none'
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null
}

function sentColumns(sent: Readonly<Record<string, string>>): Choices['answers']['columns'] {
  return Object.fromEntries(
    Object.entries(sent).flatMap(([name, text]) => {
      const index = /^column-(\d{1,4})$/.exec(name)?.[1]
      const meaning = meanings.find((one) => one === text)
      if (index === undefined || (meaning === undefined && text !== LEFT_OUT)) return []
      return [[Number(index), meaning ?? null]]
    }),
  )
}

function sentCoordinators(sent: Readonly<Record<string, string>>): Choices['coordinators'] {
  return Object.entries(sent).flatMap(([field, name]) => {
    const place = /^coordinator-name-(\d{1,4})$/.exec(field)?.[1]
    const accountId = place === undefined ? undefined : sent[coordinatorField(Number(place))]
    return accountId !== undefined && /^[0-9a-f-]{36}$/.test(accountId) ? [{ name, accountId }] : []
  })
}
