/** One person's path as it is drawn, and the sentences that say what is to be seen in it. */
import { Temporal, earlierOf, isBefore, laterOf, type Day } from '../platform/day.ts'
import type { PathBand, PathCheckin, PathCheckup, PathInput } from '../platform/parts/charts/path-input.ts'
import type { CheckinEntry } from '../support/checkin.store.ts'
import type { CheckupEntry } from '../support/checkup.store.ts'
import { reachedPerson, type Contact } from '../support/contact.store.ts'
import type { Lapse } from '../support/lapse.store.ts'
import type { PathwayChange } from '../support/pathway-change.store.ts'
import { isNeed } from '../support/pathway.ts'

export type PathRecord = {
  leftOn: Day
  checkups: readonly CheckupEntry[]
  checkins: readonly CheckinEntry[]
  contacts: readonly Contact[]
  lapses: readonly Lapse[]
  pauses: readonly Pause[]
}

export type Pause = { from: Day; to: Day | null }

/** What stands beside a mark in the picture. */
export type PathLabels = {
  lapse(on: Day): string
  contact(on: Day, way: Contact['way']): string
  support: string
  pause: string
}

/** A longer path is drawn from here on: weeks would become too narrow to tell apart. The log and the table of the take-away have all. */
const longestMonths = 18

/** Space for the next check-up's mark and its day. */
const aheadDays = 21

export function pathOf(record: PathRecord, today: Day, labels: PathLabels): PathInput {
  const checkups = record.checkups.flatMap(drawnCheckup)
  const checkins = record.checkins.flatMap(drawnCheckin)
  const events = [
    ...record.contacts.filter(reachedPerson).map((contact) => ({
      day: contact.onDay,
      kind: 'contact' as const,
      label: labels.contact(contact.onDay, contact.way),
    })),
    ...record.lapses.map((lapse) => ({
      day: lapse.happenedOn,
      kind: 'lapse' as const,
      label: labels.lapse(lapse.happenedOn),
    })),
  ]
  const past = [...checkups, ...checkins, ...events]
    .map((one) => one.day)
    .filter((day) => isBefore(day, today))
  const first = past.reduce(earlierOf, today)
  const whole = isBefore(first, record.leftOn) ? record.leftOn : first
  const earliest = today.subtract({ months: longestMonths })
  // Somebody who came with a list long after leaving has no record of the time between: it is not drawn as if there were one.
  const nearLeft = isBefore(record.leftOn, whole) && isBefore(whole.subtract({ days: 62 }), record.leftOn)
  const from = laterOf(nearLeft ? record.leftOn : whole, earliest)
  const ahead = checkups.filter((one) => one.state === 'ahead').map((one) => one.day)
  const to = [today.add({ days: aheadDays }), ...ahead.map((day) => day.add({ days: aheadDays }))].reduce(
    laterOf,
  )
  // A path of a day still needs some width.
  const begin = earlierOf(from, today.subtract({ days: 28 }))
  return {
    // The name of a month needs about half of one beside the next.
    from: begin.day > 15 ? begin.with({ day: 1 }) : begin,
    to,
    today,
    left: record.leftOn,
    checkups,
    checkins,
    events,
    bands: bandsOf(record.pauses, labels),
  }
}

function drawnCheckup(checkup: CheckupEntry): PathCheckup[] {
  if (checkup.heldOn !== null) {
    const need = checkup.record ? isNeed(checkup.record.need) : null
    return [{ day: checkup.heldOn, state: need === true ? 'heldInNeed' : 'held' }]
  }
  if (checkup.state === 'missed') return [{ day: checkup.dueOn, state: 'missed' }]
  if (checkup.state === 'upcoming' || checkup.state === 'open')
    return [{ day: checkup.dueOn, state: 'ahead' }]
  return []
}

export function drawnCheckin(checkin: CheckinEntry): PathCheckin[] {
  const { answer, dueOn, state } = checkin
  if (answer) {
    const { wellbeing, confidence } = answer.answers
    return [{ day: answer.givenOn, state: 'answered', wellbeing, confidence }]
  }
  if (dueOn === null) return []
  if (state === 'missed') return [{ day: dueOn, state: 'missed', wellbeing: null, confidence: null }]
  if (state === 'open') return [{ day: dueOn, state: 'open', wellbeing: null, confidence: null }]
  // Answered, but what was said is not for this reader: it came, and that is all.
  if (state === 'answered' || state === 'late')
    return [{ day: dueOn, state: 'answered', wellbeing: null, confidence: null }]
  return []
}

function bandsOf(pauses: readonly Pause[], labels: PathLabels): PathBand[] | undefined {
  if (pauses.length === 0) return undefined
  return [{ label: labels.support, spans: pauses.map((pause) => ({ ...pause, label: labels.pause })) }]
}

/** The stretches in which the support was paused, the earliest first. */
export function pausesOf(
  changes: readonly PathwayChange[],
  dayOf: (at: PathwayChange['at']) => Day,
): Pause[] {
  const pauses: Pause[] = []
  for (const change of [...changes].sort((a, b) => Temporal.Instant.compare(a.at, b.at))) {
    const open = pauses.at(-1)
    if (open?.to === null && change.to !== 'paused') open.to = dayOf(change.at)
    if (change.what === 'paused' && open?.to !== null) pauses.push({ from: dayOf(change.at), to: null })
  }
  return pauses
}

export type Trend = 'risen' | 'fallen' | 'level'

/** What the sentences under the picture say. Nothing is added up over the two curves: a person is not a score. */
export type PathSummary = {
  /** The newest answer; null where none was ever given. */
  last: { on: Day; wellbeing: number | null; confidence: number | null } | null
  wellbeing: Trend | null
  confidence: Trend | null
  /** Missed of the check-ins due in the last eight weeks. */
  missed: number
  lapses: readonly Day[]
}

/** Ours: three answers on each side are enough to see past one bad day; a whole step of the scale is a change. */
const answersCompared = 3
const changeFrom = 1

export function summaryOf(record: PathRecord, today: Day): PathSummary {
  const since = today.subtract({ weeks: 8 })
  const answered = record.checkins
    .flatMap(({ answer }) => (answer ? [answer] : []))
    .sort((a, b) => Temporal.PlainDate.compare(b.givenOn, a.givenOn))
  const newest = answered[0]
  return {
    last: newest
      ? {
          on: newest.givenOn,
          wellbeing: newest.answers.wellbeing,
          confidence: newest.answers.confidence,
        }
      : null,
    wellbeing: trendOf(answered.map((answer) => answer.answers.wellbeing)),
    confidence: trendOf(answered.map((answer) => answer.answers.confidence)),
    missed: record.checkins.filter(
      ({ state, answer, dueOn }) =>
        state === 'missed' && answer === null && dueOn !== null && !isBefore(dueOn, since),
    ).length,
    lapses: record.lapses
      .map((lapse) => lapse.happenedOn)
      .filter((day) => !isBefore(day, since))
      .sort(Temporal.PlainDate.compare),
  }
}

/** The newest answers against those just before them. @param values the newest first; null was not said */
export function trendOf(values: readonly (number | null)[]): Trend | null {
  const said = values.filter((value) => value !== null)
  const now = said.slice(0, answersCompared)
  const before = said.slice(answersCompared, 2 * answersCompared)
  if (now.length < answersCompared || before.length < answersCompared) return null
  const change = mean(now) - mean(before)
  return change >= changeFrom ? 'risen' : change <= -changeFrom ? 'fallen' : 'level'
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
