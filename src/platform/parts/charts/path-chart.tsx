import type { Child } from 'hono/jsx'
import type { Locale } from '../../words.ts'
import { frames, visible } from './path-geometry.ts'
import type { PathInput } from './path-input.ts'
import { PathKey } from './path-key.tsx'
import { PathPicture } from './path-picture.tsx'
import { PathTable } from './path-table.tsx'

/**
 * The picture of one person's path: check-ups, two curves, check-ins, events and bands over the months.
 *
 * Drawn three times for three widths of screen; only one is shown. `summary` says in a sentence or two what is to be
 * seen; the same as a table can be opened below, so the drawing itself is hidden from screen readers.
 */
export function PathChart(props: { locale: Locale; path: PathInput; summary: string; children?: Child }) {
  const path = visible(props.path)
  return (
    <figure class="chart">
      {frames.map((frame) => (
        <PathPicture locale={props.locale} path={path} frame={frame} />
      ))}
      <figcaption>{props.summary}</figcaption>
      <PathKey locale={props.locale} path={path} />
      <PathTable locale={props.locale} path={path} />
      {props.children}
    </figure>
  )
}
