import type { Child } from 'hono/jsx'
import type { Locale } from '../../words.ts'
import type { PathInput } from './path-input.ts'

/**
 * The picture of one person's path: check-ups, two curves, check-ins, events and bands over the months.
 *
 * `summary` says in one sentence what the picture shows. `tableHref` leads to the same as a table; without it the table
 * stands below.
 */
export function PathChart(props: {
  locale: Locale
  path: PathInput
  summary: string
  tableHref?: string | undefined
  children?: Child
}) {
  return (
    <figure class="chart">
      <figcaption>{props.summary}</figcaption>
    </figure>
  )
}
