import { scaleLinear } from 'd3-scale'
import { curveMonotoneX, line } from 'd3-shape'
import { Temporal, daysBetween, isBefore, type Day } from '../../day.ts'
import type { PathBand, PathCheckin, PathEvent, PathInput } from './path-input.ts'

/** Where things lie in one of the three drawings; lengths in units of its viewBox. */
export type Frame = {
  size: 's' | 'm' | 'l'
  width: number
  /** Left and right end of the plot. */
  left: number
  right: number
  /** Names of the lanes stand above them instead of beside them. */
  stacked: boolean
  /** Height of the curves from 0 to 10. */
  rise: number
  /** Width of a letter of chart text, on average: labels are measured by it before they are placed. */
  letter: number
}

export const frames: readonly Frame[] = [
  { size: 's', width: 326, left: 22, right: 320, stacked: true, rise: 140, letter: 6 },
  { size: 'm', width: 640, left: 138, right: 634, stacked: false, rise: 160, letter: 6.1 },
  { size: 'l', width: 1104, left: 134, right: 1100, stacked: false, rise: 176, letter: 6.2 },
]

/** Places a day between the left and the right end. */
export function timeScale(from: Day, to: Day, frame: Pick<Frame, 'left' | 'right'>): (date: Day) => number {
  const scale = scaleLinear()
    .domain([0, Math.max(1, daysBetween(from, to))])
    .range([frame.left, frame.right])
  return (date) => Math.round(scale(daysBetween(from, date)) * 10) / 10
}

export function within(date: Day, { from, to }: { from: Day; to: Day }): boolean {
  return !isBefore(date, from) && !isBefore(to, date)
}

/** The stretches of days of which nothing is known, because check-ins were missed. */
export function unknownStretches(checkins: readonly PathCheckin[], today: Day): { from: Day; to: Day }[] {
  const sorted = [...checkins].sort((a, b) => Temporal.PlainDate.compare(a.day, b.day))
  const stretches: { from: Day; to: Day }[] = []
  for (let i = 0; i < sorted.length; i++) {
    const first = sorted[i]
    if (first?.state !== 'missed') continue
    let end = i
    while (sorted[end + 1]?.state === 'missed') end++
    const last = sorted[end] ?? first
    const before = sorted[i - 1]
    const after = sorted[end + 1]
    stretches.push({
      from: halfway(before?.day ?? first.day, first.day),
      to: halfway(last.day, after?.day ?? today),
    })
    i = end
  }
  return stretches
}

function halfway(a: Day, b: Day): Day {
  return a.add({ days: Math.round(daysBetween(a, b) / 2) })
}

export type Curve = {
  /** The SVG path, broken where nothing was said. */
  d: string
  /** Said between two gaps: a line would not show it. */
  alone: { x: number; y: number }[]
  /** The newest answer, where it is also the newest check-in. */
  last: { x: number; y: number; value: number } | null
}

/** One of the two curves. Missing weeks are never bridged. */
export function curve(
  checkins: readonly PathCheckin[],
  value: (checkin: PathCheckin) => number | null,
  x: (date: Day) => number,
  y: (value: number) => number,
): Curve {
  const points = [...checkins]
    .sort((a, b) => Temporal.PlainDate.compare(a.day, b.day))
    // One that is still open is not yet a gap.
    .filter((checkin) => checkin.state !== 'open')
    .map((checkin) => ({ x: x(checkin.day), said: checkin.state === 'answered' ? value(checkin) : null }))
  const draw = line<{ x: number; said: number | null }>()
    .defined((point) => point.said !== null)
    .x((point) => point.x)
    .y((point) => y(point.said ?? 0))
    .curve(curveMonotoneX)
    .digits(1)
  const alone = points.flatMap((point, i) =>
    point.said !== null && points[i - 1]?.said == null && points[i + 1]?.said == null
      ? [{ x: point.x, y: y(point.said) }]
      : [],
  )
  const newest = points.at(-1)
  const last = newest && newest.said !== null ? { x: newest.x, y: y(newest.said), value: newest.said } : null
  return { d: draw(points) ?? '', alone, last }
}

/** Two labels at the right of the curves, moved apart where they would touch. */
export function apart(a: number, b: number, gap: number): [number, number] {
  if (Math.abs(a - b) >= gap) return [a, b]
  const middle = (a + b) / 2
  return a <= b ? [middle - gap / 2, middle + gap / 2] : [middle + gap / 2, middle - gap / 2]
}

export type PlacedEvent = PathEvent & {
  x: number
  row: number
  text: { x: number; anchor: 'start' | 'end'; label: string } | null
}

/**
 * Gives each event a row and a side for its label such that nothing overlaps; where no label fits, the mark stands
 * alone (the table below has the words).
 */
export function placeEvents(
  events: readonly PathEvent[],
  x: (date: Day) => number,
  frame: Pick<Frame, 'left' | 'right' | 'letter' | 'stacked'>,
  rows = 3,
): PlacedEvent[] {
  const sorted = [...events].sort((a, b) => Temporal.PlainDate.compare(a.day, b.day))
  const taken: { row: number; from: number; to: number }[] = []
  const free = (row: number, from: number, to: number) =>
    !taken.some((span) => span.row === row && from < span.to + 6 && span.from - 6 < to)
  const start = frame.stacked ? 0 : frame.left
  const marks = sorted.map((event) => x(event.day))
  const placed: PlacedEvent[] = []
  sorted.forEach((event, i) => {
    const at = marks[i] ?? frame.left
    const next = marks[i + 1]
    const tries = Array.from({ length: rows }, (_, row) => row).flatMap((row) =>
      [event.label, event.short]
        .filter((label) => label !== undefined)
        .flatMap((label) => {
          const length = label.length * frame.letter + 14
          const after = { row, label, anchor: 'start' as const, from: at - 8, to: at + length }
          const before = { row, label, anchor: 'end' as const, from: at - length, to: at + 8 }
          return next !== undefined && after.to > next - 8 ? [before, after] : [after, before]
        }),
    )
    const found = tries.find(
      (one) =>
        (one.anchor === 'start' ? one.to <= frame.right : one.from >= start) &&
        free(one.row, one.from, one.to),
    )
    if (found) {
      taken.push({ row: found.row, from: found.from, to: found.to })
      placed.push({
        ...event,
        x: at,
        row: found.row,
        text: { x: found.anchor === 'start' ? at + 13 : at - 13, anchor: found.anchor, label: found.label },
      })
      return
    }
    const row = Array.from({ length: rows }, (_, k) => k).find((k) => free(k, at - 8, at + 8)) ?? 0
    taken.push({ row, from: at - 8, to: at + 8 })
    placed.push({ ...event, x: at, row, text: null })
  })
  return placed
}

export type PlacedSpan = { x: number; width: number; label: string; starts: boolean; lasts: boolean }

/** The spans of a band inside the picture, their labels cut to what fits. */
export function placeSpans(
  band: PathBand,
  path: { from: Day; to: Day },
  x: (date: Day) => number,
  frame: Pick<Frame, 'left' | 'right' | 'letter'>,
): PlacedSpan[] {
  return band.spans
    .filter((span) => !isBefore(path.to, span.from) && !(span.to && isBefore(span.to, path.from)))
    .map((span) => {
      const starts = !isBefore(span.from, path.from)
      const lasts = span.to === null || isBefore(path.to, span.to)
      const left = starts ? x(span.from) : frame.left
      const right = span.to && !lasts ? x(span.to) : frame.right
      const letters = Math.floor((right - left - (lasts ? 28 : 14)) / frame.letter)
      return { x: left, width: Math.max(3, right - left), label: shorten(span.label, letters), starts, lasts }
    })
}

/** Cuts to so many letters with an ellipsis; nothing rather than a stump. */
function shorten(label: string, letters: number): string {
  if (label.length <= letters) return label
  return letters < 5 ? '' : `${label.slice(0, letters - 1).trimEnd()}…`
}

/** The days the picture needs of an input: everything else is dropped. */
export function visible(path: PathInput): PathInput {
  const seen = <T extends { day: Day }>(all: readonly T[]) => all.filter((one) => within(one.day, path))
  return {
    ...path,
    checkups: seen(path.checkups),
    checkins: seen(path.checkins),
    events: seen(path.events ?? []),
  }
}
