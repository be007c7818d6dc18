import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, daysBetween, isBefore } from '../../day.ts'
import { longPath, markoPath } from '../../gallery/marko.ts'
import { PathChart } from './path-chart.tsx'
import {
  apart,
  curve,
  frames,
  placeEvents,
  placeSpans,
  timeScale,
  unknownStretches,
} from './path-geometry.ts'
import type { PathCheckin, PathEvent } from './path-input.ts'
import { monthLabels, monthMarks } from './path-months.ts'
import { pathLines } from './path-table.tsx'

const start = day('2026-01-05')
const week = (
  n: number,
  wellbeing: number | null,
  state: PathCheckin['state'] = 'answered',
): PathCheckin => ({
  day: start.add({ weeks: n }),
  state,
  wellbeing,
  confidence: wellbeing,
})
const y = (value: number) => 100 - value * 10
const frame = { left: 0, right: 700, letter: 6, stacked: false, width: 760 }
const x = timeScale(start, start.add({ days: 70 }), frame)

describe('a curve', () => {
  test('is broken where a check-in was missed and where somebody would rather not say', () => {
    const answers = [
      week(0, 5),
      week(1, 6),
      week(2, null, 'missed'),
      week(3, 5),
      week(4, 4),
      week(5, null),
      week(6, 7),
    ]
    const drawn = curve(answers, (one) => one.wellbeing, x, y)
    expect(drawn.d.match(/M/g)).toHaveLength(3)
    expect(drawn.alone).toEqual([{ x: x(start.add({ weeks: 6 })), y: 30 }])
  })

  test('is not broken by a check-in that may still be given', () => {
    const drawn = curve([week(0, 5), week(1, 6), week(2, null, 'open')], (one) => one.wellbeing, x, y)
    expect(drawn.last?.value).toBe(6)
  })

  test('ends without a number when the newest check-in was missed', () => {
    expect(curve([week(0, 5), week(1, null, 'missed')], (one) => one.wellbeing, x, y).last).toBeNull()
  })

  test('draws nothing out of nothing', () => {
    expect(curve([], (one) => one.wellbeing, x, y)).toEqual({ d: '', alone: [], last: null })
  })
})

describe('what is not known', () => {
  test('covers every missed check-in and no answered one', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), (missed) => {
        const checkins = missed.map((gone, n) => (gone ? week(n, null, 'missed') : week(n, 5)))
        const today = start.add({ weeks: missed.length })
        const stretches = unknownStretches(checkins, today)
        for (const one of checkins) {
          const covered = stretches.some(({ from, to }) => !isBefore(one.day, from) && !isBefore(to, one.day))
          expect(covered).toBe(one.state === 'missed')
        }
      }),
    )
  })
})

describe('words in the picture', () => {
  const someDay = fc.integer({ min: 0, max: 70 }).map((days) => start.add({ days }))
  const someEvent = fc.record({
    day: someDay,
    kind: fc.constantFrom('lapse' as const, 'contact' as const, 'mark' as const),
    label: fc.string({ minLength: 1, maxLength: 60 }),
  })

  test('of events never run into each other or out of the picture', () => {
    fc.assert(
      fc.property(fc.array(someEvent, { maxLength: 12 }), (events: PathEvent[]) => {
        const spans = placeEvents(events, x, frame).flatMap(({ row, text }) => {
          if (!text) return []
          const length = text.label.length * frame.letter
          const from = text.anchor === 'start' ? text.x : text.x - length
          return [{ row, from, to: from + length }]
        })
        spans.forEach((a, i) => {
          expect(a.from).toBeGreaterThanOrEqual(frame.left)
          expect(a.to).toBeLessThanOrEqual(frame.right)
          for (const b of spans.slice(i + 1)) {
            expect(a.row !== b.row || a.to <= b.from || b.to <= a.from).toBe(true)
          }
        })
      }),
    )
  })

  test('over the months never run into each other, however long the path', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 2000 }), fc.constantFrom(...frames), (days, one) => {
        const marks = monthMarks(start, start.add({ days }), one, one.stacked ? 46 : 42)
        const labels = monthLabels('et', marks, one)
        labels.slice(1).forEach((label, i) => {
          const before = labels[i]
          if (before) expect(before.x + before.text.length * 5.5).toBeLessThanOrEqual(label.x)
        })
      }),
    )
  })

  test('of spans are cut to what fits', () => {
    const band = {
      label: 'Töö',
      spans: [{ from: start, to: start.add({ days: 8 }), label: 'Puutöökoda külas' }],
    }
    const [span] = placeSpans(band, { from: start, to: start.add({ days: 70 }) }, x, frame)
    expect(span?.label.length).toBeLessThanOrEqual(11)
    expect(span?.label.endsWith('…')).toBe(true)
  })

  test('at the ends of the curves move apart', () => {
    expect(apart(50, 52, 20)).toEqual([41, 61])
    expect(apart(52, 50, 20)).toEqual([61, 41])
    expect(apart(10, 90, 20)).toEqual([10, 90])
  })
})

describe('the picture of a path', () => {
  const html = String(
    <PathChart locale="et" path={markoPath} summary="Juulis jäi kolm märguannet tulemata." />,
  )

  test('comes in three widths, each hidden from screen readers, with its sentence and its table', () => {
    expect(html.match(/<svg class="w-[sml] path"[^>]*aria-hidden="true"/g)).toHaveLength(3)
    expect(html).toContain('<figcaption>Juulis jäi kolm märguannet tulemata.</figcaption>')
    expect(html).toContain('<summary>Vaata tabelina</summary>')
  })

  test('has a line in its table for everything it shows', () => {
    const shown = markoPath.checkups.length + markoPath.checkins.length + (markoPath.events?.length ?? 0) + 1
    const lines = pathLines('et', markoPath)
    expect(lines).toHaveLength(shown)
    lines.slice(1).forEach((line, i) => {
      const before = lines[i]
      if (before) expect(daysBetween(line.day, before.day)).toBeGreaterThanOrEqual(0)
    })
  })

  test('explains in its key only what occurs', () => {
    expect(html).toContain('vestlus, vajas tuge')
    const bare = String(<PathChart locale="et" path={{ ...longPath, checkups: [], events: [] }} summary="" />)
    expect(bare).not.toContain('vestlus, vajas tuge')
    expect(bare).not.toContain('libastumine')
  })

  test('uses no place twice and no number that is none', () => {
    for (const path of [
      markoPath,
      longPath,
      { ...markoPath, checkins: [], checkups: [], events: [], bands: [] },
    ]) {
      const drawn = String(<PathChart locale="ru" path={path} summary="" />)
      expect(drawn).not.toMatch(/NaN|undefined|Infinity/)
      const ids = [...drawn.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})
