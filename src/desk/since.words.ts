import type { Day } from '../platform/day.ts'
import type { Locale } from '../platform/words.ts'
import { wholeDay } from '../support/when.words.ts'

const monthsSince = [
  'jaanuarist',
  'veebruarist',
  'märtsist',
  'aprillist',
  'maist',
  'juunist',
  'juulist',
  'augustist',
  'septembrist',
  'oktoobrist',
  'novembrist',
  'detsembrist',
]

/** A day after "since": Estonian declines the month (`16. märtsist 2026`), Russian already has it in the genitive. */
export function sinceDay(locale: Locale, date: Day): string {
  if (locale !== 'et') return wholeDay(locale, date)
  return `${date.day}. ${monthsSince[date.month - 1]} ${date.year}`
}
