/** Sums as they are written into forms and files. */

/** Cents as euros, as spreadsheets here read them; nothing where there is no sum. */
export function euros(cents: number | null): string {
  return cents === null ? '' : (cents / 100).toFixed(2).replace('.', ',')
}

/**
 * Euros as people write them, in cents: `120`, `1 200`, `4,5`, `99.50 €`; nought is a sum. Undefined where it is no sum, or more than
 * 999,999.99: `1,234` may be either, and is asked about.
 */
export function readCents(text: string): number | undefined {
  const [, euros, cents = ''] = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s€]/g, '')) ?? []
  return euros === undefined ? undefined : Number(euros) * 100 + Number(cents.padEnd(2, '0'))
}
