import type { Locale } from '../../words.ts'
import type { PathCheckin } from './path-input.ts'
import type { Day } from '../../day.ts'

/** The two curves of the last weeks, small, for the person's own page. */
export function MiniCurve(props: {
  locale: Locale
  from: Day
  today: Day
  checkins: PathCheckin[]
  summary: string
}) {
  return (
    <figure class="chart">
      <figcaption>{props.summary}</figcaption>
    </figure>
  )
}
