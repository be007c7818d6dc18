/**
 * What happens to people and to those who work with them, in numbers. They are ours, made up to be harder than a good year: research
 * gives no rates of missed check-ins (docs/decisions/012-windows.md), and a simulation proves that nobody is lost, not how often people are silent.
 */

export type Scenario = {
  /** At a time: whoever ends is followed by somebody new, so that the work stays what it is. */
  people: number
  years: number
  seed: number
  /** People of one coordinator. */
  caseload: number
  /** Which part of the people answers check-ins; the others hardly ever do. */
  answering: number
  /** Months since leaving are spread evenly from 0 to here when the simulation begins. */
  monthsSinceLeaving: number
  /** What is switched off: each must make somebody fall through. */
  without: Part | null
}

/** `daily`: the job that notices what is due and missed; `escalation`: the watch; `cover`: substitutes, and noticing who is away. */
export const parts = ['daily', 'escalation', 'cover'] as const
export type Part = (typeof parts)[number]

export const usual: Scenario = {
  people: 1000,
  years: 5,
  seed: 7,
  caseload: 60,
  answering: 0.4,
  monthsSinceLeaving: 60,
  without: null,
}

/** Of a person, each a day unless it says otherwise. */
export const life = {
  /** How often those who answer do, and those who hardly do. */
  answers: { yes: 0.92, hardly: 0.06 },
  goesSilent: 1 / 240,
  /** Days of silence: most are weeks, some are more than a year. */
  silentDays: { short: [5, 40], long: [60, 500], longShare: 0.15 },
  lapses: 1 / 420,
  movesAway: 1 / 900,
  pauses: 1 / 1080,
  pauseDays: [10, 60],
  /** A pause without a day on which it ends. */
  openPause: 0.2,
  ends: 1 / 1800,
  comesBack: 1 / 500,
  /** With an answer. */
  asksForCall: 0.012,
  /** On the telephone, on one try. */
  reached: { usual: 0.65, silent: 0.06, moved: 0 },
  saysYes: 0.85,
  saysNo: 0.07,
  hasAccount: 0.35,
  hasSupporter: 0.3,
  hasMail: 0.4,
  /** An address that takes nothing. */
  bounces: 0.03,
} as const

/** Of those who work here. */
export const work = {
  /** Done of what stands in one's day. */
  does: 0.92,
  holidaysAYear: 2,
  holidayDays: [5, 14],
  /** Falls ill without telling anybody. */
  fallsIll: 3 / 365,
  illDays: [1, 16],
  /** Leaves from one day to the next. */
  leaves: 0.1 / 365,
} as const

/** The server is off, from some evening on. */
export const outage = { begins: 6 / 365, days: [1, 6] } as const
