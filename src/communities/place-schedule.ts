/**
 * When a place is there: a recurrence rule as of RFC 5545, of which this reads what people of villages say: every Tuesday, every other
 * week, the first Saturday of the month, every day, and until when. What else the standard knows is refused, not guessed.
 */
import { dayOrNull, isBefore, type Day } from '../platform/day.ts'

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY'] as const
export type Frequency = (typeof frequencies)[number]

export type Rule = {
  frequency: Frequency
  /** Every so many days, weeks or months. */
  interval: number
  /** In the order of the week; none for daily. */
  days: Weekday[]
  /** Of the month only: which one; -1 is the last. */
  nth: number | null
  until: Day | null
}

export type Schedule =
  | { timing: 'regular'; rule: Rule; opens: string | null; closes: string | null }
  | { timing: 'agreement' | 'now' }

/** Null where it is not a rule that we understand as a whole. */
export function readRule(text: string): Rule | null {
  const parts = new Map<string, string>()
  for (const part of text.replace(/^RRULE:/, '').split(';')) {
    const [, name, value] = /^([A-Z]+)=([A-Z0-9,+-]+)$/.exec(part) ?? []
    if (name === undefined || value === undefined || parts.has(name)) return null
    parts.set(name, value)
  }
  const known = ['FREQ', 'INTERVAL', 'BYDAY', 'UNTIL', 'WKST']
  if (
    [...parts.keys()].some((name) => !known.includes(name)) ||
    !['MO', undefined].includes(parts.get('WKST'))
  )
    return null
  const frequency = frequencies.find((one) => one === parts.get('FREQ'))
  const interval = parts.get('INTERVAL') ?? '1'
  const until = untilOf(parts.get('UNTIL'))
  const byDay = daysOf(parts.get('BYDAY'))
  if (!frequency || !/^[1-9]\d?$/.test(interval) || until === 'wrong' || !byDay) return null
  const { days, nth } = byDay
  if (frequency === 'DAILY' ? days.length > 0 : days.length === 0) return null
  if ((frequency === 'MONTHLY') !== (nth !== null)) return null
  return { frequency, interval: Number(interval), days, nth, until }
}

function daysOf(text: string | undefined): Pick<Rule, 'days' | 'nth'> | null {
  if (text === undefined) return { days: [], nth: null }
  const read = text.split(',').map((one) => /^([+-]?[1-4]|-1)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(one))
  const nths = new Set(read.map((match) => match?.[1]))
  const given = read.map((match) => match?.[2])
  // Days of several weeks of the month would take more words than anybody reads.
  if (read.some((match) => match === null) || nths.size !== 1 || new Set(given).size !== given.length)
    return null
  const [nth] = nths
  const number = nth === undefined ? null : Number(nth)
  if (number !== null && number < -1) return null
  return { days: weekdays.filter((day) => given.includes(day)), nth: number }
}

function untilOf(text: string | undefined): Day | null | 'wrong' {
  if (text === undefined) return null
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(text) ?? []
  return dayOrNull(`${year}-${month}-${day}`) ?? 'wrong'
}

/** @example ruleText({ frequency: 'WEEKLY', interval: 2, days: ['TU'], nth: null, until: null }) // 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' */
export function ruleText({ frequency, interval, days, nth, until }: Rule): string {
  return [
    `FREQ=${frequency}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(days.length > 0 ? [`BYDAY=${days.map((day) => `${nth ?? ''}${day}`).join(',')}`] : []),
    ...(until ? [`UNTIL=${until.toString().replaceAll('-', '')}`] : []),
  ].join(';')
}

/** Days that follow each other as one: Monday to Friday. Two that do are still two. */
export function runsOf(days: readonly Weekday[]): { first: Weekday; last: Weekday }[] {
  const runs: Weekday[][] = []
  for (const day of weekdays.filter((one) => days.includes(one))) {
    const run = runs.at(-1)
    const before = weekdays[weekdays.indexOf(day) - 1]
    if (run && run.at(-1) === before) run.push(day)
    else runs.push([day])
  }
  return runs
    .flatMap((run) => (run.length === 2 ? run.map((day) => [day]) : [run]))
    .map((run) => ({ first: run[0] ?? 'MO', last: run.at(-1) ?? 'MO' }))
}

/** On which days of the week it may be; where that is agreed or always so, on all of them. */
export function daysOfWeek(schedule: Schedule): readonly Weekday[] {
  if (schedule.timing !== 'regular' || schedule.rule.frequency === 'DAILY') return weekdays
  return schedule.rule.days
}

/** Whether it may be there on that day. Of every other week nobody has said which it is: it may be each. */
export function mayBeOn(schedule: Schedule, day: Day): boolean {
  if (schedule.timing !== 'regular') return true
  const { nth, until } = schedule.rule
  const weekday = weekdays[day.dayOfWeek - 1]
  if ((until && isBefore(until, day)) || !weekday || !daysOfWeek(schedule).includes(weekday)) return false
  if (nth === null) return true
  return nth === -1 ? day.day > day.daysInMonth - 7 : Math.ceil(day.day / 7) === nth
}
