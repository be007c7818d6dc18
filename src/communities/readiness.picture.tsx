/** Readiness drawn: a line for each dimension over nine stages, the assessment before beside the last one; and the same as a table. */
import type { Child } from 'hono/jsx'
import { ChartDrawing } from '../platform/parts/charts/drawing.tsx'
import { Table } from '../platform/parts/table.tsx'
import { monthAndYear } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { stages, type Score } from './readiness.ts'
import { dimensionName } from './readiness.names.ts'
import { readinessWords } from './readiness.words.ts'
import { reachedIn, type RoundResult } from './round.ts'

/** `3,4`: shown with one or two decimals, as the reader writes them. */
export const scoreText = (locale: Locale, score: number): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 2 }).format(score)

/** Each width of screen shows the drawing of its own, so that letters keep their size. */
const drawings = [
  { shown: 'w-s', width: 334, left: 0, step: 46, names: 'above' },
  { shown: 'w-m w-l', width: 720, left: 180, step: 44, names: 'beside' },
] as const

type Shown = { locale: Locale; last: RoundResult; before: RoundResult | null }

export function ReadinessPicture(props: Shown & { summary: string }) {
  const { locale, last, before } = props
  return (
    <figure class="chart">
      {drawings.map((drawing) => (
        <Drawing {...props} {...drawing} />
      ))}
      <figcaption>{props.summary}</figcaption>
      <ul class="key">
        {before && (
          <li>
            <Mark kind="before" />
            {monthAndYear(locale, before.on)}
          </li>
        )}
        <li>
          <Mark kind="last" />
          {monthAndYear(locale, last.on)}
        </li>
      </ul>
    </figure>
  )
}

function Mark({ kind }: { kind: 'before' | 'last' }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle class={kind === 'last' ? 'c-held' : 'c-missed'} cx="8" cy="8" r={kind === 'last' ? 6 : 5} />
    </svg>
  )
}

function Drawing(props: Shown & (typeof drawings)[number]) {
  const { locale, last, before, shown, width, left, step, names } = props
  const say = readinessWords(locale)
  const dimensions = last.readiness.dimensions
  const top = 26
  const height = top + dimensions.length * step + 6
  const band = (width - left) / stages.length
  // Words stand above the stages where they fit.
  const inWords = names === 'beside' && stages.every((stage) => say.shortStages[stage].length <= 9)
  // A score from 1 to 9 stands in the band of its stage.
  const x = (score: number) => left + (score - 1) * band
  return (
    <ChartDrawing shown={shown} width={width} height={height}>
      {stages.map((stage, i) => (
        <>
          {i % 2 === 0 && (
            <rect class="c-future" x={left + i * band} y={top - 4} width={band} height={height - top + 4} />
          )}
          <text class="c-tick c-middle" x={left + (i + 0.5) * band} y="14">
            {inWords ? say.shortStages[stage] : stage}
          </text>
        </>
      ))}
      {dimensions.map(({ dimension, reached }, row) => {
        const y = top + row * step + (names === 'above' ? 32 : step / 2)
        const was = reachedIn(before, dimension)
        const isFirst = last.readiness.first.includes(dimension)
        return (
          <>
            <text class="c-name" x="0" y={names === 'above' ? y - 14 : y + 4}>
              {dimensionName(locale, dimension)}
            </text>
            <path class="c-base" d={`M${left} ${y}H${width}`} />
            {reached && was && <path class="c-grown" d={`M${x(was.score)} ${y}H${x(reached.score)}`} />}
            {was && <circle class="c-missed" cx={x(was.score)} cy={y} r="5" />}
            {reached && <circle class="c-held" cx={x(reached.score)} cy={y} r="7" />}
            <Value
              x={reached ? x(reached.score) : left}
              y={y + 4}
              flip={reached !== null && x(reached.score) > left + (width - left) * 0.62}
              clear={reached === null || was === null || was.score <= reached.score}
            >
              <tspan class="c-name">{reached ? scoreText(locale, reached.score) : say.unknown}</tspan>
              {isFirst && names === 'beside' && <tspan dx="8">{say.startHere}</tspan>}
            </Value>
          </>
        )
      })}
    </ChartDrawing>
  )
}

/** Beside its mark: on the right, or on the left where there is no room; above the line where the mark before would be under it. */
function Value(props: { x: number; y: number; flip: boolean; clear: boolean; children: Child }) {
  const { x, y, flip, clear } = props
  return (
    <text class={`c-halo ${flip ? 'c-end' : ''}`} x={flip ? x - 12 : x + 12} y={clear && !flip ? y : y - 10}>
      {props.children}
    </text>
  )
}

type Row = { name: string; scores: (Score | null)[] }

/** All rounds, the newest first: score and stage of every dimension and of the whole. */
export function ReadinessTable({ locale, results }: { locale: Locale; results: readonly RoundResult[] }) {
  const say = readinessWords(locale)
  const dimensions = [...new Set(results.flatMap(({ round }) => round.dimensions))]
  const rows: Row[] = [
    ...dimensions.map((dimension) => ({
      name: dimensionName(locale, dimension),
      scores: results.map((result) => reachedIn(result, dimension)),
    })),
    { name: say.overall, scores: results.map(({ readiness }) => readiness.overall) },
  ]
  return (
    <details class="data">
      <summary>{say.asTable}</summary>
      <Table
        locale={locale}
        caption={say.tableCaption}
        captionHidden
        columns={[
          { key: 'name', label: say.dimension, cell: (row: Row) => row.name, rowHeader: true },
          ...results.map(({ round, on }, place) => ({
            key: round.id,
            label: monthAndYear(locale, on),
            cell: ({ scores }: Row) => scoreCell(locale, scores[place] ?? null),
          })),
        ]}
        rows={rows}
      />
    </details>
  )
}

function scoreCell(locale: Locale, score: Score | null): string {
  const say = readinessWords(locale)
  if (score === null) return say.unknown
  return `${scoreText(locale, score.score)} (${say.stage.toLocaleLowerCase(locale)} ${score.stage})`
}

/** In a sentence or two: the whole, and how many dimensions have grown since the assessment before. */
export function summaryOf(locale: Locale, last: RoundResult, before: RoundResult | null): string {
  const say = readinessWords(locale)
  const { overall, dimensions } = last.readiness
  const both = dimensions.flatMap(({ dimension, reached }) => {
    const was = reachedIn(before, dimension)
    return reached && was ? [reached.score > was.score] : []
  })
  const grown = both.filter(Boolean).length
  const most = Math.max(0, ...dimensions.map(({ interviews }) => interviews))
  return [
    ...(grown > 0 ? [say.grown(grown, both.length)] : []),
    ...(overall
      ? [say.summary(scoreText(locale, overall.score), overall.stage, say.shortStages[overall.stage])]
      : []),
    say.interviews(most),
  ].join(' ')
}
