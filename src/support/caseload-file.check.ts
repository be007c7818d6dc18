/**
 * The check of a whole file: who would be created, what needs a human and why, who stands in it twice. Writes nothing and
 * knows nothing of the people that are already in the caseload.
 */
import type { Day } from '../platform/day.ts'
import { cellText, type Row, type Sheet, type Spreadsheet } from '../platform/spreadsheet.cells.ts'
import type { Answers } from './caseload-file.answers.ts'
import { columns, isConfirmable, type Column, type Doubt, type PersonValues } from './caseload-file.ts'
import { slashOrderOf, type SlashOrder } from './caseload-file.dates.ts'
import { findDuplicates, type Candidate, type Likeness } from './caseload-file.duplicates.ts'
import { headingRow, isRepeatedHeadings, readHeadings, type Heading } from './caseload-file.headings.ts'
import { isFormula, isNothing } from './caseload-file.names.ts'
import { cellsOf, dayColumns, readRow, type RowRules } from './caseload-file.rows.ts'

export type CheckedRow = {
  /** As it stands in the file. */
  readonly source: Row
  readonly state: 'create' | 'doubtful' | 'duplicate' | 'skipped'
  readonly values: PersonValues
  /** In the order of the columns, one for a cell at most; none in a duplicate or a row that is left out. */
  readonly doubts: readonly Doubt[]
  readonly duplicateOf: number | null
  /** The columns in which a duplicate says something that the first row does not. */
  readonly saysMore: readonly Column[]
}

export type CheckedFile = {
  readonly sheet: string
  /** Other sheets of the file with something in them: they are not read. */
  readonly otherSheets: readonly string[]
  readonly headings: readonly Heading[]
  /** The headings nobody knows and nobody has mapped by hand. */
  readonly unknownColumns: readonly string[]
  /** Rows above the headings, which are taken for a title. */
  readonly rowsAbove: readonly number[]
  readonly rows: readonly CheckedRow[]
}

const DEFAULT_COORDINATORS = 3

export function checkCaseload(
  { sheets }: Spreadsheet,
  { today, answers }: { today: Day; answers: Answers },
): CheckedFile {
  const sheet = chosenSheet(sheets, answers)
  const position = headingPosition(sheet, answers)
  const below = sheet.rows.slice(position + 1)
  const headings = readHeadings(sheet.rows[position] ?? null, below, answers.columns)
  const people = below.filter((row) => isPerson(row, headings))
  const rules: RowRules = {
    headings,
    today,
    slashOrders: slashOrders(people, headings, answers),
    coordinators: commonCoordinators(people, headings),
  }
  return {
    sheet: sheet.name,
    otherSheets: sheets.filter((one) => one !== sheet).map(({ name }) => name),
    headings,
    unknownColumns: headings
      .filter(({ index, meaning }) => meaning === null && !(index in answers.columns))
      .map(({ text }) => text),
    rowsAbove: sheet.rows.slice(0, Math.max(0, position)).map(({ row }) => row),
    rows: checkRows(people, rules, answers),
  }
}

/** The one that was asked for, else the one with the most known headings, else the first. */
function chosenSheet(sheets: Spreadsheet['sheets'], answers: Answers): Sheet {
  const asked = sheets.find(({ name }) => name === answers.sheet)
  const known = (sheet: Sheet) => headingRow(sheet.rows).known
  return asked ?? sheets.reduce((best, sheet) => (known(sheet) > known(best) ? sheet : best))
}

function headingPosition({ rows }: Sheet, { headingRow: asked }: Answers): number {
  if (asked === 'none') return -1
  const told = rows.findIndex(({ row }) => row === asked)
  return told === -1 ? headingRow(rows).position : told
}

/** A row with nothing but a number or a note of another kind is none; where no column is known, every row may be one. */
function isPerson(row: Row, headings: readonly Heading[]): boolean {
  const known = headings.filter(({ meaning }) => meaning !== null)
  if (known.length > 0 && known.every(({ index }) => !row.cells[index])) return false
  return !isRepeatedHeadings(row, headings)
}

function slashOrders(people: readonly Row[], headings: readonly Heading[], { slashOrder }: Answers) {
  const orderOf = (column: Column): SlashOrder | null =>
    slashOrder ?? slashOrderOf(people.flatMap((row) => cellsOf(row, column, {}, headings)))
  const [birthDate, leftOn, agreedOn] = dayColumns.map(orderOf)
  return { birthDate: birthDate ?? null, leftOn: leftOn ?? null, agreedOn: agreedOn ?? null }
}

function commonCoordinators(people: readonly Row[], headings: readonly Heading[]): string[] {
  const names = people
    .flatMap((row) => cellsOf(row, 'coordinator', {}, headings).map(cellText))
    .filter((text) => !isNothing(text) && !isFormula(text))
  return [...Map.groupBy(names, (name) => name)]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, DEFAULT_COORDINATORS)
    .map(([name]) => name)
}

function checkRows(people: readonly Row[], rules: RowRules, answers: Answers): CheckedRow[] {
  const skipped = new Set(answers.skipped)
  const somebodyElse = new Set(answers.somebodyElse)
  const read = people.map((source) => {
    const corrections = answers.corrections[source.row] ?? {}
    const birthText = cellsOf(source, 'birthDate', corrections, rules.headings).map(cellText).join(' ')
    const isSomebodyElse = somebodyElse.has(source.row)
    return { source, birthText, isSomebodyElse, ...readRow(source, corrections, rules) }
  })
  const taken = read.filter(({ source }) => !skipped.has(source.row))
  const likenesses = findDuplicates(taken)
  const byRow = new Map(read.map((one) => [one.source.row, one]))
  return read.map((one) => {
    const { source, values } = one
    const base = { source, values, doubts: [], duplicateOf: null, saysMore: [] }
    if (skipped.has(source.row)) return { ...base, state: 'skipped' }
    const likeness = likenesses.get(source.row)
    if (likeness?.kind === 'duplicate') {
      const first = byRow.get(likeness.of)
      const saysMore = first === undefined ? [] : columnsSayingMore(one, first)
      return { ...base, state: 'duplicate', duplicateOf: likeness.of, saysMore }
    }
    const doubts = openDoubts(one.doubts, likeness, answers.confirmed[source.row] ?? [])
    return { ...base, state: doubts.length > 0 ? 'doubtful' : 'create', doubts }
  })
}

function openDoubts(
  doubts: readonly Doubt[],
  likeness: Likeness | undefined,
  confirmed: readonly Column[],
): Doubt[] {
  const all = likeness?.kind === 'doubt' ? [...doubts, likeness.doubt] : doubts
  const open = all.filter((doubt) => !(isConfirmable(doubt) && confirmed.includes(doubt.column)))
  return columns.flatMap((column) => open.find((doubt) => doubt.column === column) ?? [])
}

function columnsSayingMore({ values }: Candidate, { values: first }: Candidate): Column[] {
  const texts = (one: PersonValues) => ({ ...one, phone: one.phones.join(' ') })
  const [more, known] = [texts(values), texts(first)]
  return columns.filter((column) => {
    if (column === 'name') return false
    if (column === 'phone') return values.phones.some((phone) => !first.phones.includes(phone))
    const [a, b] = [more[column], known[column]]
    return a !== null && String(a) !== String(b)
  })
}
