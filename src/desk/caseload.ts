/** The caseload as a list that is searched, narrowed, sorted and paged; what of it is asked for stands in the address. */
import { byFamilyName } from '../people/name.ts'
import { matcher } from '../people/search.ts'
import { Temporal, type Day, type Moment } from '../platform/day.ts'
import type { CaseloadLine } from '../support/caseload.store.ts'
import { isRaised } from '../tasks/escalation.ts'
import { pathwayStates, type PathwayState } from '../support/pathway.store.ts'

export const pageSize = 50

export const sortKeys = ['next', 'name', 'checkin', 'left'] as const
export type SortKey = (typeof sortKeys)[number]

export const showChoices = ['asked', 'silent', 'lost', 'raised'] as const
export type ShowChoice = (typeof showChoices)[number]

export type CaseloadQuery = {
  state: PathwayState | null
  /** Only those who asked for help, who are silent, with whom contact is lost, or about whom something went up to the lead. */
  show: ShowChoice | null
  /** The account of a coordinator. */
  coordinator: string | null
  sort: SortKey
  order: 'ascending' | 'descending'
  page: number
  /** Sealed search words. */
  find: string | null
}

/** Anything that is not understood is left out: an old link still shows a list. */
export function readQuery(asked: Readonly<Record<string, string>>): CaseloadQuery {
  const one = <T extends string>(choices: readonly T[], value: string | undefined) =>
    choices.find((choice) => choice === value) ?? null
  const page = Number(asked['page'])
  return {
    state: one(pathwayStates, asked['state']),
    show: one(showChoices, asked['show']),
    coordinator: /^[0-9a-f-]{36}$/.test(asked['coordinator'] ?? '') ? (asked['coordinator'] ?? null) : null,
    sort: one(sortKeys, asked['sort']) ?? 'next',
    order: asked['order'] === 'descending' ? 'descending' : 'ascending',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    find: asked['find'] || null,
  }
}

/** Only what differs from the plain list, so that addresses stay short. */
export function hrefOf(query: CaseloadQuery, change: Partial<CaseloadQuery> = {}): string {
  const fields = fieldsOf({ ...query, page: 1, ...change })
  return Object.keys(fields).length === 0 ? '/people' : `/people?${new URLSearchParams(fields)}`
}

export function fieldsOf(query: CaseloadQuery): Record<string, string> {
  const { state, show, coordinator, sort, order, page, find } = query
  return {
    ...(state && { state }),
    ...(show && { show }),
    ...(coordinator && { coordinator }),
    ...(sort !== 'next' && { sort }),
    ...(order === 'descending' && { order }),
    ...(page > 1 && { page: String(page) }),
    ...(find && { find }),
  }
}

/** A line of the list with what is needed to find and sort it. */
export type Line = CaseloadLine & { phones: readonly string[] }

/** What is to be done next, the most pressing first. */
export type NextStep =
  | { kind: 'help'; dueAt: Moment | null }
  | { kind: 'silence' }
  | { kind: 'lost'; on: Day }
  | { kind: 'ask'; on: Day }
  | { kind: 'read' }
  | { kind: 'checkup'; on: Day }
  | { kind: 'paused'; until: Day | null }
  | { kind: 'none' }

export function nextStepOf(line: CaseloadLine): NextStep {
  const task = (kind: CaseloadLine['openTasks'][number]['kind']) =>
    line.openTasks.find((one) => one.kind === kind)
  const help = task('help')
  if (help) return { kind: 'help', dueAt: help.dueAt }
  const silence = task('silence')
  if (silence) return silence.step === 'lost' ? { kind: 'lost', on: silence.dueOn } : { kind: 'silence' }
  const ask = task('ask')
  if (ask) return { kind: 'ask', on: ask.dueOn }
  if (task('read')) return { kind: 'read' }
  if (line.state === 'paused') return { kind: 'paused', until: line.pausedUntil }
  if (line.nextCheckupOn && line.state === 'active') return { kind: 'checkup', on: line.nextCheckupOn }
  return { kind: 'none' }
}

/** The day by which the list is sorted where the next step counts: what waits comes first. */
function dueOf(line: CaseloadLine): Day | null {
  const days = line.openTasks.map((task) => task.dueOn)
  if (line.nextCheckupOn) days.push(line.nextCheckupOn)
  return days.sort(Temporal.PlainDate.compare)[0] ?? null
}

/** 0 asked for help, 1 silent, 2 the rest: nobody is ranked by how they are, only by what is to be done for them. */
function urgency(line: CaseloadLine): number {
  if (line.openTasks.some((task) => task.kind === 'help')) return 0
  return line.openTasks.some(shown.silent) ? 1 : 2
}

const shown: Record<ShowChoice, (task: CaseloadLine['openTasks'][number]) => boolean> = {
  asked: ({ kind }) => kind === 'help',
  silent: ({ kind, step }) => kind === 'silence' && step !== 'lost',
  lost: ({ step }) => step === 'lost',
  raised: isRaised,
}

/** Those who are asked for, in the order asked for. Days that are not known come last in either order. */
export function chosen(lines: readonly Line[], query: CaseloadQuery, words: string | null): Line[] {
  const found = words === null ? null : matcher(words)
  const wanted = lines.filter(
    (line) =>
      (query.state === null || line.state === query.state) &&
      (query.coordinator === null || line.coordinatorId === query.coordinator) &&
      (query.show === null || line.openTasks.some(shown[query.show])) &&
      (found === null || found(line)),
  )
  const turn = query.order === 'descending' ? -1 : 1
  const byDay = (of: (line: Line) => Day | null) => (a: Line, b: Line) => {
    const [left, right] = [of(a), of(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return turn * Temporal.PlainDate.compare(left, right)
  }
  const orders: Record<SortKey, (a: Line, b: Line) => number> = {
    next: (a, b) => turn * (urgency(a) - urgency(b)) || byDay(dueOf)(a, b),
    name: (a, b) => turn * byFamilyName(a.name || a.code, b.name || b.code),
    checkin: byDay((line) => line.lastAnswer?.givenOn ?? null),
    left: byDay((line) => line.leftOn),
  }
  return wanted.sort((a, b) => orders[query.sort](a, b) || (a.code < b.code ? -1 : 1))
}

/** One page, and the page it is: an address from before the list grew shorter leads to the last one. */
export function pageOf(lines: readonly Line[], page: number): { lines: readonly Line[]; page: number } {
  const last = Math.max(1, Math.ceil(lines.length / pageSize))
  const at = Math.min(page, last)
  return { lines: lines.slice((at - 1) * pageSize, at * pageSize), page: at }
}
