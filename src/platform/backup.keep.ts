/** Which backups are kept: those of the newest days, and of some months before. */
import type { Day } from './day.ts'

export type Kept = { days: number; months: number }

/**
 * Those that may go. Of the newest day all stay; of each of the newest `days` days and `months` months on which there is one, the newest.
 * Days without a backup do not count, so that what is old is never removed before there is something newer.
 *
 * @param backups in any order; `at` sorts within a day
 */
export function backupsToRemove<Backup extends { day: Day; at: number }>(
  backups: readonly Backup[],
  { days, months }: Kept,
): Backup[] {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at)
  const newestDay = newestFirst[0]?.day.toString()
  const kept = new Set<Backup>([
    ...newestFirst.filter(({ day }) => day.toString() === newestDay),
    ...firstOfEach(newestFirst, ({ day }) => day.toString()).slice(0, days),
    ...firstOfEach(newestFirst, ({ day }) => day.toPlainYearMonth().toString()).slice(0, months),
  ])
  return newestFirst.filter((backup) => !kept.has(backup))
}

function firstOfEach<T>(list: readonly T[], of: (one: T) => string): T[] {
  const seen = new Set<string>()
  return list.filter((one) => !seen.has(of(one)) && seen.add(of(one)))
}
