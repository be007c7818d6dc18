import type { Child } from 'hono/jsx'
import { dayAndMonth } from '../../words.dates.ts'
import type { Locale } from '../../words.ts'
import { chartWords } from './chart.words.ts'
import { monthLabels, monthMarks } from './path-months.ts'
import {
  apart,
  curve,
  placeEvents,
  placeSpans,
  timeScale,
  unknownStretches,
  within,
  type Curve,
  type Frame,
} from './path-geometry.ts'
import type { PathInput } from './path-input.ts'
import { CheckinMark, CheckupMark, EventMark } from './path-marks.tsx'

/** The picture in one width. All of it is inert: what it says is also in the summary and in the table. */
export function PathPicture({ locale, path, frame }: { locale: Locale; path: PathInput; frame: Frame }) {
  const say = chartWords(locale)
  const x = timeScale(path.from, path.to, frame)
  const { left, right, stacked } = frame
  const events = placeEvents(path.events ?? [], x, frame)
  const eventRows = events.length > 0 ? Math.max(...events.map((event) => event.row)) + 1 : 0
  const bands = (path.bands ?? []).filter((band) => band.spans.length > 0)

  // From top to bottom; a stacked lane has its name above it.
  const name = stacked ? 22 : 0
  const top = 22
  const yCheckups = top + 26 + name
  const yTen = yCheckups + 36 + (stacked ? 16 : 0)
  const yZero = yTen + frame.rise
  const yCheckins = yZero + 34 + (stacked ? 16 : 0)
  const yEvents = yCheckins + 36 + (stacked ? 14 : 0)
  const eventsEnd = eventRows > 0 ? yEvents + (eventRows - 1) * 24 : yCheckins
  const yBands = eventsEnd + (stacked ? 20 : 32)
  const bandStep = stacked ? 50 : 36
  const placedBands = bands.map((band, i) => ({
    label: band.label,
    y: yBands + i * bandStep + (stacked ? 20 : 0),
    spans: placeSpans(band, path, x, frame),
  }))
  const bottom = bands.length > 0 ? yBands + bands.length * bandStep - (stacked ? 0 : 4) : eventsEnd + 20

  const y = (value: number) => yZero - (value / 10) * (yZero - yTen)
  const wellbeing = curve(path.checkins, (one) => one.wellbeing, x, y)
  const confidence = curve(path.checkins, (one) => one.confidence, x, y)
  const todayIn = within(path.today, path)
  const xToday = todayIn ? x(path.today) : right
  const months = monthMarks(path.from, path.to, frame, stacked ? 46 : 42)
  const todayFits = xToday + say.today.length * frame.letter * 1.15 + 8 <= frame.width
  const hatch = `hatch-${frame.size}`
  const side = squareSide(path, x)

  return (
    <svg
      class={`w-${frame.size} path`}
      viewBox={`0 0 ${frame.width} ${bottom + 2}`}
      width={frame.width}
      height={bottom + 2}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="c-hatch" d="M0 0v8" />
        </pattern>
      </defs>
      {todayIn && <rect class="c-future" x={xToday} y={top} width={right - xToday} height={bottom - top} />}
      {months.map((month) => (
        <path class="c-grid" d={`M${month.x} ${top}V${bottom}`} />
      ))}
      {monthLabels(locale, months, frame).map((label) => (
        <text class={label.year ? 'c-tick c-year' : 'c-tick'} x={label.x} y={12}>
          {label.text}
        </text>
      ))}

      <Name frame={frame} y={yCheckups} above={22}>
        {say.checkups}
      </Name>
      <path
        class="c-base"
        d={`M${path.left && within(path.left, path) ? x(path.left) : left} ${yCheckups}H${right}`}
      />
      {path.left && within(path.left, path) && (
        <path class="c-start" d={`M${x(path.left)} ${yCheckups - 9}v18`} />
      )}
      {path.checkups.map((one) => (
        <CheckupMark x={x(one.day)} y={yCheckups} state={one.state} />
      ))}
      {!stacked && <AheadDay locale={locale} path={path} x={x} y={yCheckups} frame={frame} />}

      {stacked ? (
        <Name frame={frame} y={yTen} above={12}>
          {say.curvesInOne}
        </Name>
      ) : (
        <g>
          {say.curves.map((text, i) => (
            <text class="c-name" x={0} y={yTen + 5 + i * 17}>
              {text}
            </text>
          ))}
          <text class="c-tick" x={0} y={yTen + 42}>
            {say.ownRating}
          </text>
        </g>
      )}
      {[0, 5, 10].map((value) => (
        <g>
          <path class="c-grid" d={`M${left} ${y(value)}H${right}`} />
          <text class="c-tick c-end" x={left - 6} y={y(value) + 4}>
            {value}
          </text>
        </g>
      ))}
      {unknownStretches(path.checkins, path.today).map((stretch) => {
        const from = Math.max(left, x(stretch.from))
        const width = Math.max(6, Math.min(right, x(stretch.to)) - from)
        const room = say.unknown.length * frame.letter + 8
        return (
          <g>
            <rect
              class="c-unknown"
              x={from}
              y={yTen}
              width={width}
              height={yZero - yTen}
              fill={`url(#${hatch})`}
            />
            {width >= room && (
              <g>
                <rect class="c-clear" x={from + (width - room) / 2} y={y(5) - 10} width={room} height={20} />
                <text class="c-tick c-middle" x={from + width / 2} y={y(5) + 4}>
                  {say.unknown}
                </text>
              </g>
            )}
          </g>
        )
      })}
      <CurveLine curve={confidence} kind="confidence" />
      <CurveLine curve={wellbeing} kind="wellbeing" />

      <Name frame={frame} y={yCheckins} above={18}>
        {say.checkins}
      </Name>
      {path.checkins.map((one) => (
        <CheckinMark x={x(one.day)} y={yCheckins} state={one.state} side={side} />
      ))}

      {events.length > 0 && (
        <Name frame={frame} y={yEvents} above={18}>
          {say.events}
        </Name>
      )}
      {placedBands.map(({ label, y: yBand, spans }) => (
        <g>
          <Name frame={frame} y={yBand + 14} above={20}>
            {label}
          </Name>
          {spans.map((span) => (
            <rect class="c-band" x={span.x} y={yBand} width={span.width} height={28} rx={2} />
          ))}
        </g>
      ))}
      {todayIn && (
        <g>
          <path class="c-today" d={`M${xToday} ${top}V${bottom}`} />
          <text class={todayFits ? 'c-name' : 'c-name c-end'} x={xToday + (todayFits ? 6 : -6)} y={top + 12}>
            {say.today}
          </text>
        </g>
      )}
      {placedBands.map(({ y: yBand, spans }) =>
        spans.map((span) => (
          <g>
            {span.starts && <rect class="c-given" x={span.x} y={yBand} width={3} height={28} rx={1} />}
            <text class="c-text c-halo-band" x={span.x + 10} y={yBand + 18.5}>
              {span.label}
            </text>
            {span.lasts && <path class="c-on" d={`M${right - 12} ${yBand + 9}l5 5-5 5`} />}
          </g>
        )),
      )}
      {events.map((event) => (
        <g>
          <EventMark x={event.x} y={yEvents + event.row * 24} kind={event.kind} />
          {event.text && (
            <text
              class={event.text.anchor === 'end' ? 'c-text c-halo c-end' : 'c-text c-halo'}
              x={event.text.x}
              y={yEvents + event.row * 24 + 4.5}
            >
              {event.text.label}
            </text>
          )}
        </g>
      ))}
      <CurveEnds
        wellbeing={wellbeing}
        confidence={confidence}
        words={!stacked && right - Math.max(wellbeing.last?.x ?? 0, confidence.last?.x ?? 0) > 96}
        locale={locale}
      />
    </svg>
  )
}

/** The name of a lane: at the left of it, or above it where lanes are stacked. */
function Name({ frame, y, above, children }: { frame: Frame; y: number; above: number; children: Child }) {
  return (
    <text class="c-name" x={0} y={frame.stacked ? y - above : y + 4.5}>
      {children}
    </text>
  )
}

function CurveLine({ curve: { d, alone }, kind }: { curve: Curve; kind: 'wellbeing' | 'confidence' }) {
  return (
    <g>
      {d && <path class={`c-line c-${kind}`} d={d} />}
      {alone.map((point) => (
        <circle class={`c-dot c-dot-${kind}`} cx={point.x} cy={point.y} r={3} />
      ))}
    </g>
  )
}

/** Dots at the newest answers and, where there is room, what they are. */
function CurveEnds(props: { wellbeing: Curve; confidence: Curve; words: boolean; locale: Locale }) {
  const say = chartWords(props.locale)
  const ends = [
    { kind: 'wellbeing', label: say.wellbeing, last: props.wellbeing.last },
    { kind: 'confidence', label: say.confidence, last: props.confidence.last },
  ]
  const [a, b] = apart(props.wellbeing.last?.y ?? 0, props.confidence.last?.y ?? 1000, 20)
  return (
    <g>
      {ends.map(
        ({ kind, label, last }, i) =>
          last && (
            <g>
              <circle class={`c-dot c-dot-${kind}`} cx={last.x} cy={last.y} r={5} />
              {props.words && (
                <text class="c-name" x={last.x + 12} y={(i === 0 ? a : b) + 4.5}>
                  {label} {last.value}
                </text>
              )}
            </g>
          ),
      )}
    </g>
  )
}

/** The day of the next check-up, under its dashed ring and clear of the line of today. */
function AheadDay(props: {
  locale: Locale
  path: PathInput
  x: (day: PathInput['from']) => number
  y: number
  frame: Frame
}) {
  const { path, x, frame } = props
  const ahead = path.checkups.find((one) => one.state === 'ahead')
  if (!ahead) return null
  const label = dayAndMonth(props.locale, ahead.day)
  const half = (label.length * frame.letter) / 2
  const clear = within(path.today, path) ? x(path.today) + half + 6 : 0
  return (
    <text
      class="c-tick c-middle"
      x={Math.min(frame.right - half, Math.max(clear, x(ahead.day)))}
      y={props.y + 24}
    >
      {label}
    </text>
  )
}

/** Squares of check-ins never touch. */
function squareSide(path: PathInput, x: (day: PathInput['from']) => number): number {
  const at = path.checkins.map((one) => x(one.day)).sort((a, b) => a - b)
  const steps = at.slice(1).map((one, i) => one - (at[i] ?? one))
  const closest = steps.length > 0 ? Math.min(...steps) : 20
  return Math.round(Math.min(8, Math.max(2, closest - 1.6)) * 10) / 10
}
