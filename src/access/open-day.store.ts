/** The days on which the house ran. Only the house itself reads and writes them, each morning when it looks for whom to miss. */
import type { Acting } from '../platform/actor.ts'
import { isBefore, type Day } from '../platform/day.ts'

declare module '../platform/database.ts' {
  interface Database {
    'access.openDay': { organisationId: string; onDay: Day }
  }
}

/** For how many days it is kept: nobody is missed for longer without being found. */
const keptDays = 60

/**
 * Writes down that the house runs today.
 *
 * @param act as the system of one organisation
 * @returns whether people could sign in on a day; before the first one written down they could
 */
export async function noteOpen(act: Acting): Promise<(date: Day) => boolean> {
  const { organisationId } = act.actor
  await act.tx
    .insertInto('access.openDay')
    .values({ organisationId, onDay: act.today })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await act.tx
    .deleteFrom('access.openDay')
    .where('onDay', '<', act.today.subtract({ days: keptDays }))
    .execute()
  const rows = await act.tx.selectFrom('access.openDay').select('onDay').orderBy('onDay').execute()
  const first = rows[0]?.onDay ?? act.today
  const open = new Set(rows.map(({ onDay }) => onDay.toString()))
  return (date) => isBefore(date, first) || open.has(date.toString())
}
