/**
 * What the days since a pathway was last caught up have brought: check-ins that came due, windows that closed, silence that began, a
 * pause that ended. Decided for one person at a time, as if somebody had looked every morning; so a server that was off for a
 * week ends where one that ran would have been.
 */
import { isBefore, laterOf, type Day } from '../platform/day.ts'
import type { PathwayState } from './pathway.store.ts'
import { nextCheckup, type PastCheckup, type Pathway } from './pathway.ts'
import { checkinDays, chosenRhythm, type DueCheckin, type RhythmChoice } from './rhythm.ts'
import { isSilence, missedFrom, type Signs } from './silence.ts'

/** So long before its day a check-up waits for its coordinator: it can be arranged within the same week. */
export const daysAhead = 7

/** One person as of the last catch-up. */
export type Followed = {
  state: PathwayState
  pausedUntil: Day | null
  leftOn: Day
  enteredOn: Day
  rhythm: RhythmChoice
  caughtUpTo: Day | null
  /** Not answered, not missed, not cancelled. */
  waiting: readonly { id: string; dueOn: Day }[]
  /** Other check-ins since `caughtUpTo`: answered or cancelled before the run came to them. */
  settled: readonly Day[]
  openCheckup: { id: string; dueOn: Day } | null
  history: readonly PastCheckup[]
  signs: Signs
  /** When a check-up was last held; only known where none is open. */
  lastHeldOn: Day | null
}

/** A check-up that is open at the end (`missedOn` null) or was missed on the way. */
export type DueCheckup = { dueOn: Day; missedOn: Day | null }

export type Brought = {
  caughtUpTo: Day
  /** The day on which the pause ended by itself. */
  resumedOn: Day | null
  newCheckins: (DueCheckin & { missedOn: Day | null })[]
  missedCheckins: { id: string; missedOn: Day }[]
  /** What became of the check-up that was open; null: nothing. */
  closedCheckup: { id: string; as: 'missed' | 'moved'; on: Day } | null
  /** After it, in their order. */
  newCheckups: (DueCheckup & { origin: 'pathway' | 'moved' })[]
  /** The day from which nobody has heard anything. */
  silentFrom: Day | null
  /** Whether the open check-up is near enough to wait for a human. */
  checkupWaits: boolean
  /** Since this day nothing lies ahead any more, neither check-up nor check-in: people agree how to go on. */
  nothingAheadFrom: Day | null
}

/** Null where these days bring nothing: to be asked, ended, paused for longer, or caught up already. */
export function bring(pathway: Pathway, person: Followed, today: Day): Brought | null {
  const { state, pausedUntil } = person
  if (state === 'paused') {
    if (pausedUntil === null || isBefore(today, pausedUntil)) return null
    return bringFrom(
      pathway,
      { ...person, caughtUpTo: pausedUntil.subtract({ days: 1 }) },
      today,
      pausedUntil,
    )
  }
  if (state !== 'active' || person.caughtUpTo === null || !isBefore(person.caughtUpTo, today)) return null
  return bringFrom(pathway, { ...person, caughtUpTo: person.caughtUpTo }, today, null)
}

function bringFrom(
  pathway: Pathway,
  person: Followed & { caughtUpTo: Day },
  today: Day,
  resumedOn: Day | null,
): Brought {
  const checkins = bringCheckins(pathway, person, today)
  const checkups = bringCheckups(pathway, person, today, resumedOn)
  const silences = [...checkins.newCheckins, ...checkins.missedCheckins, ...checkups.missed]
    .flatMap(({ missedOn }) => missedOn ?? [])
    .filter((from) => isSilence(person.signs, from))
  return {
    caughtUpTo: today,
    resumedOn,
    ...checkins,
    closedCheckup: checkups.closed,
    newCheckups: checkups.opened,
    silentFrom: silences.reduce<Day | null>(
      (first, from) => (first && isBefore(first, from) ? first : from),
      null,
    ),
    checkupWaits: checkups.open !== null && !isBefore(today.add({ days: daysAhead }), checkups.open),
    nothingAheadFrom: nothingAheadFrom(pathway, person, today, checkups),
  }
}

/** Whether a check-in is due today or later. The longest gap between two is a month. */
export function hasCheckinAhead(
  pathway: Pathway,
  { leftOn, rhythm }: Pick<Followed, 'leftOn' | 'rhythm'>,
  today: Day,
): boolean {
  const rest = chosenRhythm(pathway.checkins, rhythm)
  return checkinDays(rest, leftOn, today, today.add({ days: 31 })).length > 0
}

/** The first morning on which there was no open check-up and no check-in due on that day or later. */
function nothingAheadFrom(
  pathway: Pathway,
  { leftOn, rhythm, caughtUpTo, lastHeldOn }: Followed & { caughtUpTo: Day },
  today: Day,
  { open, missed }: Checkups,
): Day | null {
  if (open !== null) return null
  if (hasCheckinAhead(pathway, { leftOn, rhythm }, today)) return null
  const rest = chosenRhythm(pathway.checkins, rhythm)
  const last = checkinDays(rest, leftOn, caughtUpTo, today).at(-1)?.dueOn
  const ends = [last?.add({ days: 1 }), lastHeldOn, ...missed.map(({ missedOn }) => missedOn)]
  return ends.reduce<Day>((latest, end) => (end ? laterOf(latest, end) : latest), caughtUpTo.add({ days: 1 }))
}

function missedBy(kind: 'checkin' | 'checkup', dueOn: Day, today: Day): Day | null {
  const from = missedFrom(kind, dueOn)
  return isBefore(today, from) ? null : from
}

function bringCheckins(
  pathway: Pathway,
  { leftOn, enteredOn, rhythm, caughtUpTo, waiting, settled }: Followed & { caughtUpTo: Day },
  today: Day,
): Pick<Brought, 'newCheckins' | 'missedCheckins'> {
  const known = new Set([...waiting.map(({ dueOn }) => dueOn), ...settled].map(String))
  const from = laterOf(enteredOn, caughtUpTo.add({ days: 1 }))
  return {
    newCheckins: checkinDays(chosenRhythm(pathway.checkins, rhythm), leftOn, from, today)
      .filter(({ dueOn }) => !known.has(dueOn.toString()))
      .map((due) => ({ ...due, missedOn: missedBy('checkin', due.dueOn, today) })),
    missedCheckins: waiting.flatMap(({ id, dueOn }) => {
      const missedOn = missedBy('checkin', dueOn, today)
      return missedOn ? [{ id, missedOn }] : []
    }),
  }
}

type Checkups = {
  closed: Brought['closedCheckup']
  opened: Brought['newCheckups']
  missed: { missedOn: Day | null }[]
  /** The day of the one that is open in the end. */
  open: Day | null
}

function bringCheckups(
  pathway: Pathway,
  { leftOn: left, openCheckup, history }: Followed,
  today: Day,
  resumedOn: Day | null,
): Checkups {
  if (!openCheckup) return { closed: null, opened: [], missed: [], open: null }
  const past = [...history]
  const opened: Brought['newCheckups'] = []
  let closed: Brought['closedCheckup'] = null
  let dueOn: Day | null = openCheckup.dueOn
  // What fell into the pause is due at its end.
  if (resumedOn && isBefore(dueOn, resumedOn)) {
    closed = { id: openCheckup.id, as: 'moved', on: resumedOn }
    dueOn = resumedOn
    opened.push({ dueOn, missedOn: null, origin: 'moved' })
  }
  for (let missedOn = missedBy('checkup', dueOn, today); missedOn;) {
    const last = opened.at(-1)
    if (last) last.missedOn = missedOn
    else closed = { id: openCheckup.id, as: 'missed', on: missedOn }
    past.push({ dueOn, heldOn: null, need: null })
    dueOn = nextCheckup(pathway, { left, history: past })
    if (dueOn === null) break
    opened.push({ dueOn, missedOn: null, origin: 'pathway' })
    missedOn = missedBy('checkup', dueOn, today)
  }
  const missed = [{ missedOn: closed?.as === 'missed' ? closed.on : null }, ...opened]
  return { closed, opened, missed, open: dueOn }
}
