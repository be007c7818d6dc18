import type { Day } from '../../day.ts'
import { dayAndMonth } from '../../words.dates.ts'
import type { Locale } from '../../words.ts'
import { chartWords } from './chart.words.ts'
import { ChartDrawing } from './drawing.tsx'
import { curve, timeScale, unknownStretches, within } from './path-geometry.ts'
import type { PathCheckin } from './path-input.ts'
import { CurveKey } from './path-key.tsx'

/** Each width of screen shows the drawing of its own, so that letters keep their size. */
const drawings = [
  { shown: 'w-s', width: 334 },
  { shown: 'w-m w-l', width: 620 },
] as const
const yTen = 10
const yZero = 110

type Curves = { locale: Locale; from: Day; today: Day; checkins: readonly PathCheckin[] }

/** The two curves of the last weeks, small, for the person's own page. `summary` says in words what they show. */
export function MiniCurve(props: Curves & { summary: string }) {
  return (
    <figure class="chart">
      {drawings.map((drawing) => (
        <Drawing {...props} {...drawing} />
      ))}
      <figcaption>{props.summary}</figcaption>
      <ul class="key">
        <CurveKey locale={props.locale} />
      </ul>
    </figure>
  )
}

function Drawing(props: Curves & (typeof drawings)[number]) {
  const { shown, width } = props
  const frame = { left: 24, right: width - 8 }
  const hatch = `hatch-mini-${width}`
  const say = chartWords(props.locale)
  const span = { from: props.from, to: props.today }
  const checkins = props.checkins.filter((one) => within(one.day, span))
  const x = timeScale(span.from, span.to, frame)
  const y = (value: number) => yZero - (value / 10) * (yZero - yTen)
  const curves = [
    { kind: 'confidence', ...curve(checkins, (one) => one.confidence, x, y) },
    { kind: 'wellbeing', ...curve(checkins, (one) => one.wellbeing, x, y) },
  ]
  return (
    <ChartDrawing shown={shown} width={width} height={134}>
      <defs>
        <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="c-hatch" d="M0 0v8" />
        </pattern>
      </defs>
      {[0, 5, 10].map((value) => (
        <g>
          <path class="c-grid" d={`M${frame.left} ${y(value)}H${frame.right}`} />
          <text class="c-tick c-end" x={frame.left - 7} y={y(value) + 4}>
            {value}
          </text>
        </g>
      ))}
      {unknownStretches(checkins, props.today).map((stretch) => {
        const from = Math.max(frame.left, x(stretch.from))
        const wide = Math.max(4, Math.min(frame.right, x(stretch.to)) - from)
        return <rect x={from} y={yTen} width={wide} height={yZero - yTen} fill={`url(#${hatch})`} />
      })}
      {curves.map(({ kind, d, alone, last }) => (
        <g>
          {d && <path class={`c-line c-${kind}`} d={d} />}
          {alone.map((point) => (
            <circle class={`c-dot c-dot-${kind}`} cx={point.x} cy={point.y} r={3} />
          ))}
          {last && <circle class={`c-dot c-dot-${kind}`} cx={last.x} cy={last.y} r={4.5} />}
        </g>
      ))}
      <text class="c-tick" x={frame.left} y={yZero + 20}>
        {dayAndMonth(props.locale, props.from)}
      </text>
      <text class="c-tick c-end" x={frame.right} y={yZero + 20}>
        {say.today}
      </text>
    </ChartDrawing>
  )
}
