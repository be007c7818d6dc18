/** All assessments of a community, drawn: a small line for each dimension, one above the other. The table beside it has the figures. */
import { line } from 'd3-shape'
import { ChartDrawing } from '../platform/parts/charts/drawing.tsx'
import { timeScale } from '../platform/parts/charts/path-geometry.ts'
import { monthAndYear } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { linesOf, type DimensionLine } from './readiness.lines.ts'
import { dimensionName } from './readiness.names.ts'
import { scoreText } from './readiness.picture.tsx'
import { readinessWords } from './readiness.words.ts'
import type { RoundResult } from './round.ts'

/** Each width of screen shows the drawing of its own, so that letters keep their size. */
const drawings = [
  { shown: 'w-s', width: 334, left: 44, right: 286, row: 102, above: 26, names: 'above' },
  { shown: 'w-m w-l', width: 720, left: 232, right: 668, row: 76, above: 6, names: 'beside' },
] as const

/** From stage 1 to stage 9. */
const rise = 60

/** Nothing where there are fewer than three. */
export function ReadinessOverTime({ locale, results }: { locale: Locale; results: readonly RoundResult[] }) {
  const lines = linesOf(results)
  const [first] = lines
  const from = first?.points[0]?.on
  const to = first?.points.at(-1)?.on
  if (!from || !to) return null
  return (
    <figure class="chart">
      {drawings.map((drawing) => (
        <Drawing locale={locale} lines={lines} {...drawing} />
      ))}
      <figcaption>
        {readinessWords(locale).lines(results.length, monthAndYear(locale, from), monthAndYear(locale, to))}
      </figcaption>
    </figure>
  )
}

function Drawing(props: { locale: Locale; lines: readonly DimensionLine[] } & (typeof drawings)[number]) {
  const { locale, lines, shown, width, left, right, row, above, names } = props
  const days = lines[0]?.points.map(({ on }) => on) ?? []
  const [from] = days
  const to = days.at(-1)
  if (!from || !to) return null
  const x = timeScale(from, to, { left, right })
  const bottom = lines.length * row
  return (
    <ChartDrawing shown={shown} width={width} height={bottom + 26}>
      {lines.map(({ dimension, points }, place) => {
        const top = place * row + above
        const y = (score: number) => top + rise - ((score - 1) / 8) * rise
        const draw = line<(typeof points)[number]>()
          .defined(({ score }) => score !== null)
          .x(({ on }) => x(on))
          .y(({ score }) => y(score ?? 1))
          .digits(1)
        const known = points.flatMap(({ on, score }) => (score === null ? [] : [{ on, score }]))
        const [first] = known
        const last = known.at(-1)
        return (
          <>
            <text class="c-name" x="0" y={names === 'above' ? top - 10 : top + rise / 2 + 4}>
              {dimensionName(locale, dimension)}
            </text>
            <rect class="c-future" x={left} y={top} width={right - left} height={rise} />
            <path class="c-grid" d={`M${left} ${y(5)}H${right}`} />
            <path class="c-base" d={`M${left} ${y(1)}H${right}`} />
            <path class="c-line c-wellbeing" d={draw(points) ?? ''} />
            {known.map(({ on, score }) => (
              <circle class="c-held" cx={x(on)} cy={y(score)} r="4.5" />
            ))}
            {first && last && first !== last && (
              <text class="c-halo c-end" x={x(first.on) - 10} y={y(first.score) + 4}>
                {scoreText(locale, first.score)}
              </text>
            )}
            {last && (
              <text class="c-halo c-name" x={x(last.on) + 10} y={y(last.score) + 4}>
                {scoreText(locale, last.score)}
              </text>
            )}
          </>
        )
      })}
      <text class="c-tick" x={left} y={bottom + 14}>
        {monthAndYear(locale, from)}
      </text>
      <text class="c-tick c-end" x={right} y={bottom + 14}>
        {monthAndYear(locale, to)}
      </text>
    </ChartDrawing>
  )
}
