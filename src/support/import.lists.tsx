/** The rows of a preview that need no correction: duplicates, people who are known, rows left out, rows to be entered. */
import type { Identity } from '../people/identity.ts'
import { PostButton } from '../platform/parts/button.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Table, type Column } from '../platform/parts/table.tsx'
import { numericDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { columnWords } from './caseload-file.words.ts'
import type { Plan } from './import.plan.ts'
import { previewWords } from './import.preview.words.ts'
import { Compare, rowTitle, valueText } from './import.row.tsx'
import { mayBeOther, type ImportRow } from './import.ts'

/** A button about one row sends `row` and what to do with it. */
export const rowDeeds = ['skip', 'back', 'new', 'other'] as const
export type RowDeed = (typeof rowDeeds)[number]

type RowForm = { locale: Locale; action: string; fields: Record<string, string> }

function DeedButton(props: RowForm & { row: ImportRow; deed: RowDeed; children: string }) {
  const { row, deed, fields } = props
  return (
    <PostButton
      action={props.action}
      fields={{ ...fields, row: String(row.checked.source.row), deed }}
      kind="calm"
      about={rowTitle(props.locale, row.checked)}
    >
      {props.children}
    </PostButton>
  )
}

export function DuplicateRow(props: RowForm & { row: ImportRow; all: readonly ImportRow[] }) {
  const { locale, row, all } = props
  const say = previewWords(locale)
  const { checked } = row
  const first = all.find((one) => one.checked.source.row === checked.duplicateOf)
  return (
    <section class="card" aria-label={rowTitle(locale, checked)}>
      <Compare
        locale={locale}
        sides={[
          { title: say.row(checked.duplicateOf ?? 0), values: first?.checked.values ?? {} },
          { title: say.row(checked.source.row), values: checked.values },
        ]}
      />
      {mayBeOther(checked, first?.checked) && (
        <DeedButton {...props} deed="other">
          {say.duplicates.other}
        </DeedButton>
      )}
    </section>
  )
}

/** Whose people they have become is not for the actor to see. */
export function ImportedRows({ locale, rows }: { locale: Locale; rows: readonly ImportRow[] }) {
  const say = previewWords(locale)
  const imported = rows.filter(({ known }) => known?.kind === 'imported')
  if (imported.length === 0) return null
  return (
    <Card lead={say.known.imported}>
      <Table
        locale={locale}
        caption={say.known.imported}
        captionHidden
        rows={imported}
        columns={[
          nameColumn(locale),
          { key: 'contact', label: say.enter.contact, full: true, cell: (row) => contactText(locale, row) },
          {
            key: 'left',
            label: say.enter.left,
            cell: ({ checked }) => valueText(locale, checked.values, 'leftOn') ?? say.enter.none,
          },
        ]}
      />
      <p class="sub">{say.known.importedNext}</p>
    </Card>
  )
}

function contactText(locale: Locale, { checked }: ImportRow) {
  return (
    <>
      {valueText(locale, checked.values, 'phone')}
      <small>{checked.values.email}</small>
    </>
  )
}

export function KnownRow(
  props: RowForm & {
    row: ImportRow
    identities: ReadonlyMap<string, Identity>
    codes: ReadonlyMap<string, string>
  },
) {
  const { locale, row } = props
  const say = previewWords(locale)
  const { checked, known } = row
  if (known === null || known.kind === 'imported') return null
  const identity = props.identities.get(known.personId)
  const code = props.codes.get(known.personId)
  return (
    <section class="card" aria-label={rowTitle(locale, checked)}>
      {known.kind === 'alike' && <p>{say.known.alike}</p>}
      <Compare
        locale={locale}
        sides={[
          { title: say.known.already, values: identity ?? {} },
          { title: say.row(checked.source.row), values: { ...identityValues(row) } },
        ]}
      />
      <div class="acts">
        {known.kind === 'alike' && (
          <DeedButton {...props} deed="new">
            {say.known.other}
          </DeedButton>
        )}
        {code !== undefined && <a href={`/people/${code}`}>{code}</a>}
      </div>
    </section>
  )
}

/** Only what the other side can have too. */
function identityValues({ checked: { values } }: ImportRow) {
  const { name, birthDate, phones, email } = values
  return { name, birthDate, phones, email }
}

export function LeftOutTable(props: RowForm & { rows: readonly ImportRow[] }) {
  const { locale, rows } = props
  const say = previewWords(locale)
  return (
    <Table
      locale={locale}
      caption={say.fates['left-out']}
      captionHidden
      rows={rows}
      columns={[
        nameColumn(locale),
        {
          key: 'back',
          label: say.leftOut.back,
          labelHidden: true,
          cell: (row) => (
            <DeedButton {...props} row={row} deed="back">
              {say.leftOut.back}
            </DeedButton>
          ),
        },
      ]}
    />
  )
}

export function EnterTable(props: RowForm & { rows: readonly ImportRow[]; plan: Plan }) {
  const { locale, rows, plan } = props
  const say = previewWords(locale)
  const names = columnWords(locale)
  const accounts = new Map(plan.coordinators.map(({ name, accountId }) => [name, accountId]))
  const coordinatorOf = ({ checked }: ImportRow) =>
    plan.colleagues.find(({ id }) => id === accounts.get(checked.values.coordinator ?? ''))?.name
  const columns: Column<ImportRow>[] = [
    nameColumn(locale),
    {
      key: 'contact',
      label: say.enter.contact,
      full: true,
      cell: (row) => contactText(locale, row),
    },
    {
      key: 'left',
      label: say.enter.left,
      cell: ({ checked }) => valueText(locale, checked.values, 'leftOn') ?? say.enter.none,
    },
    {
      key: 'coordinator',
      label: names.coordinator,
      cell: (row) => (
        <>
          {coordinatorOf(row) ?? say.enter.nobody}
          <small>{consentText(locale, row)}</small>
        </>
      ),
    },
    {
      key: 'skip',
      label: say.enter.skip,
      labelHidden: true,
      cell: (row) => (
        <DeedButton {...props} row={row} deed="skip">
          {say.enter.skip}
        </DeedButton>
      ),
    },
  ]
  return <Table locale={locale} caption={say.fates.enter} captionHidden fixed columns={columns} rows={rows} />
}

function consentText(locale: Locale, { checked: { values } }: ImportRow): string | null {
  return values.agreedOn && previewWords(locale).enter.agreed(numericDay(locale, values.agreedOn))
}

function nameColumn(locale: Locale): Column<ImportRow> {
  const say = previewWords(locale)
  return {
    key: 'name',
    label: columnWords(locale).name,
    rowHeader: true,
    cell: ({ checked }) => (
      <>
        {checked.values.name ?? say.nameless}
        <small>
          {[say.row(checked.source.row), valueText(locale, checked.values, 'birthDate')]
            .filter((text) => text !== null)
            .join(' · ')}
        </small>
      </>
    ),
  }
}
