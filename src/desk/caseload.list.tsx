/** The caseload as a table: who, where they stand, what comes next. */
import type { Colleague } from '../access/account.store.ts'
import { daysBetween, type Day } from '../platform/day.ts'
import { Table, type Column } from '../platform/parts/table.tsx'
import { Tag, type Tone } from '../platform/parts/tag.tsx'
import { dayAndMonth, dayAndTime, numericDay, shortDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import type { PathwayState } from '../support/pathway.store.ts'
import { hrefOf, nextStepOf, sortKeys, type CaseloadQuery, type Line } from './caseload.ts'
import { caseloadWords } from './caseload.words.ts'

export type CaseloadView = {
  today: Day
  timeZone: string
  query: CaseloadQuery
  words: string | null
  /** Everybody the actor sees, however narrowed the list is. */
  everybody: number
  asked: number
  /** Those asked for; `lines` are one page of them. */
  total: number
  lines: readonly Line[]
  coordinators: ReadonlyMap<string, string>
  /** To choose from; null where the actor sees only their own people. */
  colleagues: readonly Colleague[] | null
  /** Whether no answer means that there is none: supporters may not know. */
  seesAnswers: boolean
}

const stateTones: Record<PathwayState, Tone> = {
  'to-be-asked': 'plain',
  active: 'done',
  paused: 'plain',
  ended: 'plain',
}

/** Icon, word and colour for where somebody stands: what a human has to do comes before the state. */
function StateTag({ locale, line }: { locale: Locale; line: Pick<Line, 'state' | 'openTasks'> }) {
  const say = caseloadWords(locale)
  const waits = (kind: Line['openTasks'][number]['kind']) => line.openTasks.some((task) => task.kind === kind)
  if (waits('help')) return <Tag tone="lamp">{say.shows.asked}</Tag>
  if (line.openTasks.some(({ step }) => step === 'lost')) return <Tag tone="mist">{say.shows.lost}</Tag>
  if (waits('silence')) return <Tag tone="mist">{say.shows.silent}</Tag>
  return (
    <Tag
      tone={stateTones[line.state]}
      icon={line.state === 'paused' ? 'pause' : line.state === 'to-be-asked' ? 'question' : undefined}
    >
      {say.states[line.state]}
    </Tag>
  )
}

export function List({ locale, view }: { locale: Locale; view: CaseloadView }) {
  const say = caseloadWords(locale)
  const { query } = view
  const columns: Column<Line>[] = [
    {
      key: 'name',
      label: say.name,
      rowHeader: true,
      sortable: true,
      cell: (line) => (
        <>
          <a href={`/people/${line.code}`}>{line.name || line.code}</a>
          {line.name && line.name !== line.code && <small>{line.code}</small>}
        </>
      ),
    },
    { key: 'state', label: say.state, cell: (line) => <StateTag locale={locale} line={line} /> },
    { key: 'next', label: say.next, sortable: true, cell: (line) => stepText(locale, line, view) },
    {
      key: 'checkin',
      label: say.checkin,
      sortable: true,
      cell: (line) =>
        line.lastAnswer
          ? dayIn(locale, line.lastAnswer.givenOn, view.today)
          : view.seesAnswers
            ? say.none
            : say.steps.none,
    },
    { key: 'left', label: say.left, sortable: true, cell: (line) => numericDay(locale, line.leftOn) },
    ...(view.colleagues
      ? [
          {
            key: 'coordinator',
            label: say.coordinator,
            cell: (line: Line) =>
              (line.coordinatorId && view.coordinators.get(line.coordinatorId)) || say.noCoordinator,
          },
        ]
      : []),
  ]
  return (
    <Table
      locale={locale}
      caption={say.caption}
      captionHidden
      columns={columns}
      rows={view.lines}
      sort={{
        by: query.sort,
        direction: query.order,
        href: (by, order) => hrefOf(query, { sort: sortKeys.find((key) => key === by) ?? 'next', order }),
      }}
    />
  )
}

/** `23. nov`, with the year where it is not plain which one. */
function dayIn(locale: Locale, date: Day, today: Day): string {
  return Math.abs(daysBetween(date, today)) < 200 ? dayAndMonth(locale, date) : numericDay(locale, date)
}

function stepText(locale: Locale, line: Line, view: Pick<CaseloadView, 'today' | 'timeZone'>): string {
  const say = caseloadWords(locale).steps
  const step = nextStepOf(line)
  if (step.kind === 'help')
    return step.dueAt ? say.helpBy(dayAndTime(locale, step.dueAt, view.timeZone)) : say.help
  if (step.kind === 'lost') return say.lost(dayIn(locale, step.on, view.today))
  if (step.kind === 'ask') return say.ask(dayIn(locale, step.on, view.today))
  if (step.kind === 'checkup') return say.checkup(dayIn(locale, step.on, view.today))
  if (step.kind === 'paused') return step.until ? say.pausedUntil(shortDay(locale, step.until)) : say.paused
  return say[step.kind]
}
