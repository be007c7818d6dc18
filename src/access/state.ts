/** How old a backup may be before it is said plainly, and when there is too little room. */
import { dayAt, daysBetween, type Moment } from '../platform/day.ts'
import type { JobRun } from '../platform/jobs.record.ts'

/** One is made each night: after two days one was missed for certain. */
const freshHours = 48

/** A run that says nothing for so long has ended with its program. */
const runningMinutes = 120

export type BackupStanding = 'fresh' | 'old' | 'none'

export function backupStanding(madeAt: Moment | undefined, now: Moment): BackupStanding {
  if (!madeAt) return 'none'
  return hoursSince(madeAt, now) > freshHours ? 'old' : 'fresh'
}

export type RunStanding = 'running' | 'done' | 'failed' | 'broken-off'

export function runStanding(run: Pick<JobRun, 'beganAt' | 'outcome'>, now: Moment): RunStanding {
  if (run.outcome) return run.outcome
  return hoursSince(run.beganAt, now) * 60 > runningMinutes ? 'broken-off' : 'running'
}

/** Whole days between the day of a moment and today. */
export function daysAgo(moment: Moment, now: Moment, timeZone: string): number {
  return daysBetween(dayAt(moment, timeZone), dayAt(now, timeZone))
}

export type Disk = { free: number; size: number }

/** Less than a tenth, or less than a gigabyte: the database stops when nothing is left. */
export function isScarce({ free, size }: Disk): boolean {
  return free < size / 10 || free < 1_000_000_000
}

function hoursSince(moment: Moment, now: Moment): number {
  return (now.epochMilliseconds - moment.epochMilliseconds) / 3_600_000
}
