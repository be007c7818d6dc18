/** What a simulation counts. */

export type Report = {
  people: number
  years: number
  seed: number
  /** Days on which the server ran, and on which it was off. */
  days: number
  daysOff: number
  entered: number
  coordinators: number
  checkinsDue: number
  checkinsAnswered: number
  /** Of them by a link, without an account. */
  byLink: number
  checkupsHeld: number
  silences: number
  tries: number
  contactLost: number
  foundAgain: number
  lapses: number
  moved: number
  pauses: number
  ended: number
  cameBack: number
  messages: number
  bounced: number
  absences: number
  noticed: number
  left: number
  escalated: number
  /** Person-days looked at: everybody who is on a path, every evening on which the server ran. */
  personDays: number
  /** Of them without a next dated step, an open task in somebody's list, or an explicit pause or end; or with silence that nobody has noticed. */
  lost: number
  /** Of them with a task that is past its limit and went to nobody, or whose owner is away without cover. */
  stalled: number
  /** Of them with a task, within its limit, whose owner was away and nobody could know it yet. */
  unnoticed: number
  /** What stands in a coordinator's list on a working day, of those who do their own work only … */
  tasksPerCoordinatorDay: { days: number; median: number; p95: number; most: number }
  /** … and of those who do a colleague's as well. */
  tasksWhileCovering: { days: number; median: number; p95: number; most: number }
}

export function newReport({ people, years, seed }: Pick<Report, 'people' | 'years' | 'seed'>): Report {
  return {
    people,
    years,
    seed,
    days: 0,
    daysOff: 0,
    entered: 0,
    coordinators: 0,
    checkinsDue: 0,
    checkinsAnswered: 0,
    byLink: 0,
    checkupsHeld: 0,
    silences: 0,
    tries: 0,
    contactLost: 0,
    foundAgain: 0,
    lapses: 0,
    moved: 0,
    pauses: 0,
    ended: 0,
    cameBack: 0,
    messages: 0,
    bounced: 0,
    absences: 0,
    noticed: 0,
    left: 0,
    escalated: 0,
    personDays: 0,
    lost: 0,
    stalled: 0,
    unnoticed: 0,
    tasksPerCoordinatorDay: { days: 0, median: 0, p95: 0, most: 0 },
    tasksWhileCovering: { days: 0, median: 0, p95: 0, most: 0 },
  }
}

/** Counts kept by value, so that five years of days take no room. */
export class Tally {
  readonly #times: number[] = []

  add(value: number): void {
    this.#times[value] = (this.#times[value] ?? 0) + 1
  }

  summary(): Report['tasksPerCoordinatorDay'] {
    const days = this.#times.reduce((sum, times) => sum + times, 0)
    const at = (share: number) => {
      let rest = Math.ceil(days * share)
      return Math.max(
        0,
        this.#times.findIndex((times) => (rest -= times ?? 0) <= 0),
      )
    }
    return { days, median: at(0.5), p95: at(0.95), most: Math.max(0, this.#times.length - 1) }
  }
}
