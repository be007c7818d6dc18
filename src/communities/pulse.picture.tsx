/** What pulses came to, as a picture: for each measure one scale, and on it a dot for each time it was asked. The same as a table below. */
import { scaleLinear } from 'd3-scale'
import { ChartDrawing } from '../platform/parts/charts/drawing.tsx'
import { Table } from '../platform/parts/table.tsx'
import type { Locale } from '../platform/words.ts'
import { measureKeys, measures, type Mean, type Measure, type PulseMoment } from './pulse.ts'
import { pulseWords } from './pulse.words.ts'

/** One time of asking; `means` lacks what fewer than five people answered. */
export type Asked = { moment: PulseMoment; means: readonly Mean[] }

/** Each width of screen shows the drawing of its own, so that letters keep their size. */
const drawings = [
  { shown: 'w-s', width: 334, wordsStacked: true },
  { shown: 'w-m w-l', width: 620, wordsStacked: false },
] as const
const left = 78
/** Room for the figure after the scale. */
const after = 44
const lane = 30

export const shownMean = (locale: Locale, tenths: number): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(tenths / 10)

const meanIn = ({ means }: Asked, measure: Measure) => means.find((one) => one.measure === measure)

export function PulsePicture({ locale, asked }: { locale: Locale; asked: readonly Asked[] }) {
  const say = pulseWords(locale)
  const told = (one: Asked, measure: Measure) => {
    const mean = meanIn(one, measure)
    return mean ? `${shownMean(locale, mean.tenths)} (${say.people(mean.people)})` : say.hidden
  }
  return (
    <div class="stack">
      {measureKeys.map((measure) => (
        <figure class="chart">
          <h3>{say.measures[measure]}</h3>
          {drawings.map((drawing) => (
            <Drawing locale={locale} asked={asked} measure={measure} {...drawing} />
          ))}
          <figcaption>
            {asked.map((one) => `${say.moments[one.moment]}: ${told(one, measure)}`).join('. ')}.
          </figcaption>
        </figure>
      ))}
      <details class="data">
        <summary>{say.table}</summary>
        <Table
          locale={locale}
          caption={say.result}
          captionHidden
          columns={[
            {
              key: 'measure',
              label: say.tableColumns.measure,
              rowHeader: true,
              cell: ({ measure }) => say.measures[measure],
            },
            {
              key: 'moment',
              label: say.tableColumns.moment,
              cell: ({ one }) => say.moments[one.moment],
            },
            {
              key: 'mean',
              label: say.tableColumns.mean,
              number: true,
              cell: ({ one, measure }) => {
                const mean = meanIn(one, measure)
                return mean ? shownMean(locale, mean.tenths) : say.hidden
              },
            },
            {
              key: 'people',
              label: say.tableColumns.people,
              number: true,
              cell: ({ one, measure }) => meanIn(one, measure)?.people ?? '–',
            },
          ]}
          rows={measureKeys.flatMap((measure) => asked.map((one) => ({ measure, one })))}
        />
      </details>
    </div>
  )
}

function Drawing(
  props: { locale: Locale; asked: readonly Asked[]; measure: Measure } & (typeof drawings)[number],
) {
  const { locale, asked, measure, shown, width, wordsStacked } = props
  const say = pulseWords(locale)
  const { highest } = measures[measure]
  const right = width - after
  const x = scaleLinear().domain([0, highest]).range([left, right])
  const [low, high] = say.ends[measure]
  const foot = asked.length * lane + 14
  const height = foot + (wordsStacked ? 26 : 8)
  return (
    <ChartDrawing shown={shown} width={width} height={height}>
      {x.ticks(highest === 3 ? 3 : 5).map((tick) => (
        <path class="c-grid" d={`M${x(tick)} 2V${asked.length * lane}`} />
      ))}
      {asked.map((one, place) => {
        const y = place * lane + lane / 2
        const mean = meanIn(one, measure)
        return (
          <g>
            <text class="c-name" x={0} y={y + 4.5}>
              {say.moments[one.moment]}
            </text>
            <path class={mean ? 'c-base' : 'c-grid'} d={`M${left} ${y}H${right}`} />
            {mean && (
              <>
                <circle
                  class={one.moment === 'before' ? 'c-open' : 'c-held'}
                  cx={Math.round(x(mean.tenths / 10) * 10) / 10}
                  cy={y}
                  r={6.5}
                />
                <text class="c-name c-end" x={width} y={y + 4.5}>
                  {shownMean(locale, mean.tenths)}
                </text>
              </>
            )}
          </g>
        )
      })}
      <text class="c-tick" x={left} y={foot}>
        {low}
      </text>
      <text class="c-tick c-end" x={wordsStacked ? width : right} y={wordsStacked ? foot + 18 : foot}>
        {high}
      </text>
    </ChartDrawing>
  )
}
