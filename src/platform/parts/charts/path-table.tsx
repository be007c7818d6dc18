import { Temporal, type Day } from '../../day.ts'
import { numericDay } from '../../words.dates.ts'
import type { Locale } from '../../words.ts'
import { Table } from '../table.tsx'
import { chartWords } from './chart.words.ts'
import type { PathInput } from './path-input.ts'

type Line = { day: Day; what: string; wellbeing: string; confidence: string }

/** Every day of the path on which something was, newest first. */
export function pathLines(locale: Locale, path: PathInput): Line[] {
  const say = chartWords(locale)
  const rating = (value: number | null) => (value === null ? say.notSaid : String(value))
  const none = { wellbeing: say.nothing, confidence: say.nothing }
  const lines: Line[] = [
    ...path.checkups.map(({ day, state }) => ({
      day,
      what: { held: say.held, heldInNeed: say.heldInNeed, missed: say.missedCheckup, ahead: say.ahead }[
        state
      ],
      ...none,
    })),
    ...path.checkins.map((one) =>
      one.state === 'answered'
        ? {
            day: one.day,
            what: say.answered,
            wellbeing: rating(one.wellbeing),
            confidence: rating(one.confidence),
          }
        : { day: one.day, what: one.state === 'missed' ? say.missed : say.open, ...none },
    ),
    ...(path.events ?? []).map(({ day, label }) => ({ day, what: label, ...none })),
    ...(path.left ? [{ day: path.left, what: say.left, ...none }] : []),
  ]
  return lines.sort((a, b) => Temporal.PlainDate.compare(b.day, a.day))
}

export function PathTable({ locale, path }: { locale: Locale; path: PathInput }) {
  const say = chartWords(locale)
  return (
    <details class="data">
      <summary>{say.table}</summary>
      <Table
        locale={locale}
        caption={say.caption}
        captionHidden
        rows={pathLines(locale, path)}
        columns={[
          { key: 'day', label: say.day, rowHeader: true, cell: (line) => numericDay(locale, line.day) },
          { key: 'what', label: say.what, full: true, cell: (line) => line.what },
          { key: 'wellbeing', label: say.wellbeing, number: true, cell: (line) => line.wellbeing },
          { key: 'confidence', label: say.confidence, number: true, cell: (line) => line.confidence },
        ]}
      />
    </details>
  )
}
