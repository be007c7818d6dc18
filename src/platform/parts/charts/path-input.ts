import type { Day } from '../../day.ts'

/** A check-up on the line: held, held in need of support (honey ring), missed, or still ahead (dashed). */
export type PathCheckup = {
  day: Day
  state: 'held' | 'heldInNeed' | 'missed' | 'ahead'
}

/**
 * A check-in. `wellbeing` and `confidence` are 0 to 10, `null` where the person did not say: a gap stays a gap.
 * `open` is due and may still be answered.
 */
export type PathCheckin = {
  day: Day
  state: 'answered' | 'missed' | 'open'
  wellbeing: number | null
  confidence: number | null
}

/**
 * A lapse is an ink diamond, contact made by a human is a honey dot, a mark is a short bar. `label` stands beside it;
 * `short` is for phones, where a long label finds no room.
 */
export type PathEvent = {
  day: Day
  kind: 'lapse' | 'contact' | 'mark'
  label: string
  short?: string | undefined
}

/** One line of spans, such as where the person lives. `to` is `null` while it lasts. */
export type PathBand = { label: string; spans: { from: Day; to: Day | null; label: string }[] }

/** Everything the picture of one person's path shows. What lies outside `from` and `to` is left out of the picture. */
export type PathInput = {
  /** First and last day of the axis; `from` is often the day of leaving, `to` a month after the next check-up. */
  from: Day
  to: Day
  today: Day
  /** The day of leaving rehabilitation: the line of check-ups begins there. */
  left?: Day | undefined
  checkups: readonly PathCheckup[]
  checkins: readonly PathCheckin[]
  events?: readonly PathEvent[] | undefined
  bands?: readonly PathBand[] | undefined
}
