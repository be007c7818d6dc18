/** Hours that went into visits, summed by community and by month. Of people only one's own are summed, and nobody stands above anybody. */

/** What went into the visits that were held to one community in one month. */
export type HoursRow = {
  communityId: string
  /** 1 to 12. */
  month: number
  held: number
  /** Of those, visits whose hours somebody wrote down: the others are unknown and not nought. */
  written: number
  quarters: number
  /** Those of whoever asks. */
  own: number
}
export type Sum = Pick<HoursRow, 'held' | 'written' | 'quarters' | 'own'>

export function sumOf(rows: readonly HoursRow[]): Sum {
  const sum = (of: keyof Sum) => rows.reduce((all, row) => all + row[of], 0)
  return { held: sum('held'), written: sum('written'), quarters: sum('quarters'), own: sum('own') }
}

/** As in the address; null where it is no year of our time. */
export function readYear(text: string): number | null {
  return /^20\d\d$/.test(text) ? Number(text) : null
}

/**
 * Quarters of an hour as hours.
 *
 * @example hoursText('et', 7) // '1,75'
 */
export function hoursText(locale: string, quarters: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(quarters / 4)
}
