import { daysBetween, isBefore, type Day } from '../../day.ts'
import type { Locale } from '../../words.ts'
import { timeScale, type Frame } from './path-geometry.ts'

export type MonthMark = { day: Day; x: number; labelled: boolean }

/**
 * First days of months to mark. Each label gets `room` units: every month has one, or every 2nd, 3rd, 6th or 12th.
 * With steps of three months and more, only quarters get a line, and labels fall on the year's beginning whichever
 * month the path begins in.
 */
export function monthMarks(
  from: Day,
  to: Day,
  frame: Pick<Frame, 'left' | 'right'>,
  room: number,
): MonthMark[] {
  const x = timeScale(from, to, frame)
  const all: Day[] = []
  for (let date = from.with({ day: 1 }); !isBefore(to, date); date = date.add({ months: 1 })) all.push(date)
  const perMonth = (frame.right - frame.left) / Math.max(1, daysBetween(from, to) / 30.44)
  const step = [1, 2, 3, 6].find((months) => months * perMonth >= room) ?? 12
  return all
    .map((date, i) => ({
      day: date,
      x: Math.max(frame.left, x(date)),
      labelled: step <= 2 ? i % step === 0 : (date.month - 1) % step === 0,
    }))
    .filter(({ day }) => step <= 2 || (day.month - 1) % 3 === 0)
}

const tags: Record<Locale, string> = { et: 'et-EE', en: 'en-GB', ru: 'ru-RU', fi: 'fi-FI', nb: 'nb-NO' }

function monthName(locale: Locale, date: Day): string {
  return new Intl.DateTimeFormat(tags[locale], { timeZone: 'UTC', month: 'short' })
    .format(Date.UTC(date.year, date.month - 1, 15))
    .replace('.', '')
}

/**
 * The words over the picture: names of months, a year's number instead of its January, and the year beside the first
 * month where there is room. A label that would run out of the picture is left out.
 */
export function monthLabels(
  locale: Locale,
  marks: readonly MonthMark[],
  frame: Pick<Frame, 'width' | 'stacked' | 'letter'>,
): { x: number; text: string; year: boolean }[] {
  const labelled = marks.filter((mark) => mark.labelled)
  return labelled
    .map((mark, i) => {
      const x = mark.x + (frame.stacked ? 0 : 5)
      const name = monthName(locale, mark.day)
      if (mark.day.month === 1) return { x, text: String(mark.day.year), year: true }
      const room = (labelled[i + 1]?.x ?? frame.width) - mark.x
      const long = `${name} ${mark.day.year}`
      return { x, text: i === 0 && long.length * frame.letter + 8 <= room ? long : name, year: false }
    })
    .filter((label) => label.x + label.text.length * (label.year ? 8 : frame.letter) <= frame.width)
}
