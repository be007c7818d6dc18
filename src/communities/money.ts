/** Sums as they are written into forms and files. */

/** Cents as euros, as spreadsheets here read them; nothing where there is no sum. */
export function euros(cents: number | null): string {
  return cents === null ? '' : (cents / 100).toFixed(2).replace('.', ',')
}
