/** A row of the file as a preview shows it: in one line, or beside whom it resembles. */
import { Table } from '../platform/parts/table.tsx'
import { municipalityWithCode } from '../platform/municipalities.ts'
import { numericDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import type { CheckedRow } from './caseload-file.check.ts'
import { columns, type Column, type PersonValues } from './caseload-file.ts'
import { columnWords, languageName } from './caseload-file.words.ts'
import { importWords } from './import.words.ts'
import { previewWords } from './import.preview.words.ts'

/** `Rida 10 · Liis Pärn` */
export function rowTitle(locale: Locale, { source, values }: Pick<CheckedRow, 'source' | 'values'>): string {
  const say = previewWords(locale)
  return `${say.row(source.row)} · ${values.name ?? say.nameless}`
}

/** What tells a person from others, without the name. */
export function rowFacts(locale: Locale, values: PersonValues): string[] {
  return (['birthDate', 'phone', 'email', 'municipality'] as const).flatMap(
    (column) => valueText(locale, values, column) ?? [],
  )
}

/** Null where there is nothing. */
export function valueText(locale: Locale, values: Partial<PersonValues>, column: Column): string | null {
  switch (column) {
    case 'phone':
      return values.phones?.join(', ') || null
    case 'birthDate':
    case 'leftOn':
    case 'agreedOn':
      return values[column] ? numericDay(locale, values[column]) : null
    case 'municipality':
      return values.municipality
        ? (municipalityWithCode(values.municipality)?.name ?? values.municipality)
        : null
    case 'language':
      return values.language ? languageName(locale, values.language) : null
    default:
      return values[column] ?? null
  }
}

export type Side = { title: string; values: Partial<PersonValues> }

/** Two of them side by side: who they are, and whatever else differs. */
export function Compare({ locale, sides: [one, other] }: { locale: Locale; sides: [Side, Side] }) {
  const say = columnWords(locale)
  const shown = columns
    .map((column) => ({
      column,
      label: say[column],
      one: valueText(locale, one.values, column),
      other: valueText(locale, other.values, column),
    }))
    .filter(({ column, one, other }) => (one ?? other) !== null && (identifying.has(column) || one !== other))
  return (
    <Table
      locale={locale}
      caption={`${one.title}, ${other.title}`}
      captionHidden
      fixed
      rows={shown}
      columns={[
        {
          key: 'column',
          label: importWords(locale).columns.column,
          rowHeader: true,
          labelHidden: true,
          cell: ({ label }) => label,
        },
        { key: 'one', label: one.title, cell: (line) => line.one ?? '–' },
        { key: 'other', label: other.title, cell: (line) => line.other ?? '–' },
      ]}
    />
  )
}

const identifying: ReadonlySet<Column> = new Set(['name', 'birthDate', 'phone', 'email'])
