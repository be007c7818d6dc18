/**
 * A plan as a file: what its columns are called, what its cells mean, and what of it is new beside the plan that is there.
 *
 * What is there already is known by the titles of its goal and action. An empty cell says nothing: what is written stays, and nothing is ever
 * taken out of a plan by a file.
 */
import { dayOrNull, type Day } from '../platform/day.ts'
import { oneLine } from '../platform/letters.ts'
import { cellText, type Cell, type Row } from '../platform/spreadsheet.cells.ts'
import { fullLocales } from '../platform/words.ts'
import { readCents } from './money.ts'
import { actionStates, longestEvidence, type Action, type ActionState, type Goal } from './plan.ts'
import { planWords } from './plan.words.ts'

/** In the order in which a plan is written out. */
export const planColumns = [
  'goal',
  'action',
  'who',
  'byOn',
  'costCents',
  'state',
  'evidence',
  'milestone',
] as const
export type PlanColumn = (typeof planColumns)[number]

export const MOST_ACTIONS = 500
export const LARGEST_PLAN_MEGABYTES = 1
/** How far down the headings are looked for: some write a title above them. */
const HEADINGS_WITHIN = 10

/** Null: the file says nothing about it. */
export type PlanRow = {
  /** As the spreadsheet program counts. */
  row: number
  goal: string
  action: string
  who: string | null
  byOn: Day | null
  costCents: number | null
  state: ActionState | null
  evidence: string | null
  milestone: boolean | null
}

export type FaultCode =
  'missing' | 'title' | 'who' | 'day' | 'cost' | 'state' | 'evidence' | 'yesNo' | 'twice'
export type Fault = { row: number; column: PlanColumn; text: string; code: FaultCode }

export type ReadPlan =
  | { kind: 'plan'; rows: PlanRow[]; faults: Fault[]; ignored: string[] }
  | { kind: 'unreadable'; why: 'headings' | 'noRows' | 'tooMany' }

const plain = (text: string) => oneLine(text.normalize('NFC')).toLowerCase()

/** Other ways to say it, beside the words of the plan itself. */
const otherHeadings: Record<PlanColumn, string> = {
  goal: 'eesmärgid|goals|objective|цели',
  action: 'tegevused|ülesanne|actions|task|задача',
  who: 'kes teeb|vastutaja|who does it|responsible|ответственный|исполнитель',
  byOn: 'mis päevaks|kuupäev|by when|due|date|к какому дню|дата',
  costCents: 'maksumus|hind|kulu|eelarve|cost|price|стоимость|цена',
  state: 'olek|staatus|status|статус',
  evidence: 'tõendus|mis seda näitab|evidence|result|подтверждение|результат',
  milestone: 'vahe-eesmärk|key step|этап',
}
const otherStates: Record<ActionState, string> = {
  planned: 'plaanis|planeeritud|tegemata|open|to do|запланировано',
  begun: 'pooleli|töös|started|in progress|в работе',
  done: 'valmis|completed|finished|готово|выполнено',
  dropped: 'jäetud ära|katkestatud|cancelled|отменено',
}

function named<K extends string>(keys: readonly K[], names: (key: K) => string[]): Map<string, K> {
  return new Map(keys.flatMap((key) => names(key).map((name): [string, K] => [plain(name), key])))
}

const inAll = (say: (words: ReturnType<typeof planWords>) => string) =>
  fullLocales.map((locale) => say(planWords(locale)))

const headings = named(planColumns, (column) => [
  ...inAll(({ headings }) => headings[planColumns.indexOf(column)] ?? ''),
  ...otherHeadings[column].split('|'),
])
const states = named(actionStates, (state) => [
  ...inAll((say) => say.states[state]),
  ...otherStates[state].split('|'),
])
const yesNo = named(['yes', 'no'], (answer) =>
  answer === 'yes' ? [...inAll(({ yes }) => yes), 'x', '1', '+', 'true'] : ['ei', 'no', 'нет', '0', 'false'],
)

const columnOf = (cell: Cell | null) => headings.get(plain(cellText(cell)))

/** How much the best of the first rows looks like the headings of a plan. */
export const planLikeness = (rows: readonly Row[]): number =>
  Math.max(0, ...rows.slice(0, HEADINGS_WITHIN).map(({ cells }) => cells.filter(columnOf).length))

export function readPlan(rows: readonly Row[]): ReadPlan {
  const at = rows
    .slice(0, HEADINGS_WITHIN)
    .findIndex(({ cells }) =>
      (['goal', 'action'] as const).every((needed) => cells.some((cell) => columnOf(cell) === needed)),
    )
  const head = rows[at]
  if (!head) return { kind: 'unreadable', why: 'headings' }
  const places = new Map<PlanColumn, number>()
  const ignored: string[] = []
  for (const [place, cell] of head.cells.entries()) {
    const column = columnOf(cell)
    if (column && !places.has(column)) places.set(column, place)
    else if (cell) ignored.push(cellText(cell))
  }
  const body = rows.slice(at + 1)
  if (body.length === 0) return { kind: 'unreadable', why: 'noRows' }
  if (body.length > MOST_ACTIONS) return { kind: 'unreadable', why: 'tooMany' }
  const faults: Fault[] = []
  const read: PlanRow[] = []
  const seen = new Set<string>()
  for (const { row, cells } of body) {
    const cellOf = (column: PlanColumn) => cells[places.get(column) ?? -1] ?? null
    // Where only columns that nobody knows hold something, there is nothing of a plan.
    if (planColumns.every((column) => cellOf(column) === null)) continue
    const found = readRow(row, cellOf, (column, text, code) => faults.push({ row, column, text, code }))
    if (!found) continue
    const key = keyOf(found.goal, found.action)
    if (seen.has(key)) faults.push({ row, column: 'action', text: found.action, code: 'twice' })
    seen.add(key)
    read.push(found)
  }
  return read.length === 0 && faults.length === 0
    ? { kind: 'unreadable', why: 'noRows' }
    : { kind: 'plan', rows: read, faults, ignored }
}

/** One row; null where it names no goal or no action, so that nothing can be said of it. */
function readRow(
  row: number,
  cellOf: (column: PlanColumn) => Cell | null,
  wrong: (column: PlanColumn, text: string, code: FaultCode) => void,
): PlanRow | null {
  /** What the cell says; null where it is empty, and where it cannot be understood: then that is said. */
  const said = <T>(
    column: PlanColumn,
    code: FaultCode,
    means: (text: string, cell: Cell) => T | undefined,
  ) => {
    const cell = cellOf(column)
    if (cell === null) return null
    const meant = means(cellText(cell), cell)
    if (meant === undefined) wrong(column, cellText(cell), code)
    return meant ?? null
  }
  const upTo = (least: number, most: number) => (text: string) =>
    [...text].length >= least && [...text].length <= most ? text : undefined
  const line = (least: number, most: number) => (text: string) => upTo(least, most)(oneLine(text))
  for (const column of ['goal', 'action'] as const) {
    if (cellOf(column) === null) wrong(column, '', 'missing')
  }
  const found = {
    row,
    goal: said('goal', 'title', line(2, 160)),
    action: said('action', 'title', line(2, 160)),
    who: said('who', 'who', line(1, 120)),
    byOn: said('byOn', 'day', (text, cell) => (cell.kind === 'day' ? cell.day : dayIn(text))),
    costCents: said('costCents', 'cost', centsIn),
    state: said('state', 'state', (text) => states.get(plain(text))),
    evidence: said('evidence', 'evidence', upTo(1, longestEvidence)),
    milestone: said('milestone', 'yesNo', (text) => yesNo.get(plain(text))),
  }
  const { goal, action, milestone } = found
  if (goal === null || action === null) return null
  return { ...found, goal, action, milestone: milestone === null ? null : milestone === 'yes' }
}

/** `2026-12-10`, `10.12.2026`, `10.12.26` or `10/12/2026`: the day stands before the month. */
function dayIn(text: string): Day | undefined {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})\.?$/.exec(text) ?? []
  const iso = d === '' ? text : `${y.length === 2 ? `20${y}` : y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return dayOrNull(iso) ?? undefined
}

/** What a program counted is a sum only if it is one to the cent. */
function centsIn(text: string, cell: Cell): number | undefined {
  if (cell.kind !== 'number') return readCents(text)
  return /^\d+(\.\d{1,2})?$/.test(text) ? readCents(text) : undefined
}

const keyOf = (goal: string, action: string) => `${plain(goal)}\n${plain(action)}`

export type Changed = { row: PlanRow; action: Action; columns: PlanColumn[] }
export type PlanChange = {
  /** Titles of goals that are not there yet. */
  goals: string[]
  added: PlanRow[]
  changed: Changed[]
  /** How many are there already, just so. */
  same: number
}

/** What rows would make of the plan that is there. */
export function planChange(
  rows: readonly PlanRow[],
  { goals, actions }: { goals: readonly Goal[]; actions: readonly Action[] },
): PlanChange {
  const titles = new Map(goals.map(({ id, title }) => [id, title]))
  const there = new Map(
    actions.toReversed().map((action) => [keyOf(titles.get(action.goalId) ?? '', action.title), action]),
  )
  const known = new Set(goals.map(({ title }) => plain(title)))
  const change: PlanChange = { goals: [], added: [], changed: [], same: 0 }
  for (const row of rows) {
    if (!known.has(plain(row.goal))) change.goals.push(row.goal)
    known.add(plain(row.goal))
    const action = there.get(keyOf(row.goal, row.action))
    const columns = action ? differing(row, action) : []
    if (!action) change.added.push(row)
    else if (columns.length > 0) change.changed.push({ row, action, columns })
    else change.same += 1
  }
  return change
}

/** The goal of that title: one that is in the plan before one that was left out. */
export function goalTitled(goals: readonly Goal[], title: string): Goal | undefined {
  const titled = goals.filter((goal) => plain(goal.title) === plain(title))
  return titled.find(({ state }) => state === 'open') ?? titled[0]
}

function differing(row: PlanRow, action: Action): PlanColumn[] {
  const text = (value: unknown) => (typeof value === 'string' ? value.normalize('NFC').trim() : String(value))
  const columns = ['who', 'byOn', 'costCents', 'state', 'evidence', 'milestone'] as const
  return columns.filter((column) => row[column] !== null && text(row[column]) !== text(action[column]))
}
