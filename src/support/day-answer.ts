/** Days typed into the forms of continuing support. */
import { isBefore, type Day } from '../platform/day.ts'
import { readDate, type DateText } from '../platform/parts/date-field.tsx'

export type DayFault = 'missing' | 'wrong' | 'future' | 'not-later' | 'too-far'

export type DayAnswer =
  { day: Day; fault: null; text: DateText } | { day: null; fault: DayFault; text: DateText }

/** Something that happened: today or earlier. Nothing typed is today. */
export function readPastDay(values: Record<string, string>, name: string, today: Day): DayAnswer {
  const read = readDate(values, name)
  if (read.state === 'empty') return { day: today, fault: null, text: read.text }
  if (read.day === null) return { day: null, fault: 'wrong', text: read.text }
  if (isBefore(today, read.day)) return { day: null, fault: 'future', text: read.text }
  return { day: read.day, fault: null, text: read.text }
}

/** Something to come: `from` or later, and within two years, which keeps a slip of the finger in the year from losing somebody. */
export function readComingDay(values: Record<string, string>, name: string, from: Day): DayAnswer {
  const read = readDate(values, name)
  if (read.state === 'empty') return { day: null, fault: 'missing', text: read.text }
  if (read.day === null) return { day: null, fault: 'wrong', text: read.text }
  if (isBefore(read.day, from)) return { day: null, fault: 'not-later', text: read.text }
  if (isBefore(from.add({ years: 2 }), read.day)) return { day: null, fault: 'too-far', text: read.text }
  return { day: read.day, fault: null, text: read.text }
}
