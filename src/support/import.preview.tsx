/** The preview of a list: what would become of each row, in views by what has to be done about them. */
import type { Child } from 'hono/jsx'
import { Acts, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { ErrorSummary } from '../platform/parts/form.tsx'
import { Columns, Split } from '../platform/parts/layout.tsx'
import { Empty, Pager, Tabs } from '../platform/parts/list-tools.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Note, Plain } from '../platform/parts/surface.tsx'
import { page, type PageContext } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { DoubtfulRows } from './import.doubts.tsx'
import { FileQuestions } from './import.file-questions.tsx'
import { DuplicateRow, EnterTable, ImportedRows, KnownRow, LeftOutTable } from './import.lists.tsx'
import type { Plan } from './import.plan.ts'
import { previewWords } from './import.preview.words.ts'
import { isAsked, type headingRows, type Questions } from './import.questions.ts'
import type { Import } from './import.store.ts'
import { fates, type Fate, type ImportRow } from './import.ts'
import { importWords } from './import.words.ts'

/** In the order in which a careful human goes through them. */
const views: readonly Fate[] = ['doubtful', 'duplicate', 'known', 'left-out', 'enter']

const pageSizes: Record<Fate, number> = { enter: 50, doubtful: 10, duplicate: 10, known: 10, 'left-out': 50 }

export type Query = { show: Fate | null; page: number; all: boolean }

export function readQuery(given: Readonly<Record<string, string>>): Query {
  const at = Number(given['page'])
  return {
    show: fates.find((fate) => fate === given['show']) ?? null,
    page: Number.isSafeInteger(at) && at > 0 ? at : 1,
    all: given['ask'] === 'all',
  }
}

export type Shown = { fate: Fate; rows: ImportRow[]; page: number; total: number }

/** Without a view asked for: what needs a human, else what is in order. A page too far is the last. */
export function shownRows({ rows, counts }: Pick<Plan, 'rows' | 'counts'>, query: Query): Shown {
  const fate = query.show ?? (counts.doubtful > 0 ? 'doubtful' : 'enter')
  const all = rows.filter((row) => row.fate === fate)
  const size = pageSizes[fate]
  const at = Math.min(query.page, Math.max(1, Math.ceil(all.length / size)))
  return { fate, rows: all.slice((at - 1) * size, at * size), page: at, total: all.length }
}

export type Preview = {
  kept: Import
  plan: Plan
  questions: Questions
  headings: ReturnType<typeof headingRows>
  query: Query
  shown: Shown
  /** Of the known people that are shown. */
  codes: ReadonlyMap<string, string>
  me: string | null
  /** What was typed and is still not clear, or what stands in the way of the import. */
  errors: { doubts?: Errors; questions?: Errors; form?: string }
}

export function previewPage(c: PageContext, preview: Preview) {
  const { locale } = c.var
  const say = previewWords(locale)
  const { kept, plan, questions, errors } = preview
  const asked = isAsked(questions)
  // While something is open, the one button comes last.
  const open = asked || plan.counts.doubtful > 0
  const end = (
    <Split aside={<File locale={locale} preview={preview} />}>
      <Go locale={locale} preview={preview} />
    </Split>
  )
  const wrong = errors.doubts !== undefined || errors.questions !== undefined || errors.form !== undefined
  return page(
    c,
    {
      title: say.title,
      lead: say.lead(plan.rows.length),
      back: { href: '/import', label: say.back },
    },
    <>
      {errors.form !== undefined && <ErrorSummary locale={locale} errors={{ form: errors.form }} />}
      {kept.trouble && <Note>{importWords(locale).trouble[kept.trouble]}</Note>}
      {!open && end}
      {asked && (
        <FileQuestions
          locale={locale}
          action={`/import/${kept.id}/file`}
          questions={questions}
          plan={plan}
          choices={kept.choices}
          me={preview.me}
          headings={preview.headings}
          errors={errors.questions ?? {}}
        />
      )}
      <div class="stack">
        <Tabs
          label={say.views}
          items={views
            .filter((fate) => plan.counts[fate] > 0 || fate === preview.shown.fate || fate === 'enter')
            .map((fate) => ({
              href: hrefOf(kept.id, fate),
              label: `${say.fates[fate]} ${plan.counts[fate]}`,
              current: fate === preview.shown.fate,
            }))}
        />
        <View locale={locale} preview={preview} />
        <Pager
          locale={locale}
          page={preview.shown.page}
          pageSize={pageSizes[preview.shown.fate]}
          total={preview.shown.total}
          href={(at) => hrefOf(kept.id, preview.shown.fate, at)}
        />
      </div>
      {open && end}
    </>,
    wrong ? 422 : 200,
  )
}

export function hrefOf(id: string, fate: Fate | null, at = 1): string {
  const query = new URLSearchParams()
  if (fate !== null) query.set('show', fate)
  if (at > 1) query.set('page', String(at))
  return `/import/${id}${query.size > 0 ? `?${query}` : ''}`
}

function View({ locale, preview }: { locale: Locale; preview: Preview }): Child {
  const say = previewWords(locale)
  const { kept, plan, shown, codes, errors } = preview
  const { fate, rows } = shown
  const back = { show: fate, page: String(shown.page) }
  const action = `/import/${kept.id}/row`
  if (rows.length === 0) return <Empty title={say.empty[fate].title}>{say.empty[fate].lead}</Empty>
  switch (fate) {
    case 'doubtful':
      return (
        <DoubtfulRows
          locale={locale}
          action={`/import/${kept.id}/rows`}
          fields={back}
          rows={rows.map(({ checked }) => checked)}
          plan={plan}
          choices={kept.choices}
          errors={errors.doubts ?? {}}
        />
      )
    case 'duplicate':
      return (
        <div class="stack">
          <p>{say.duplicates.lead}</p>
          <Abreast>
            {rows.map((row) => (
              <DuplicateRow locale={locale} row={row} all={plan.rows} action={action} fields={back} />
            ))}
          </Abreast>
        </div>
      )
    case 'known':
      return (
        <div class="stack">
          <p>{say.known.lead}</p>
          <ImportedRows locale={locale} rows={rows} />
          <Abreast>
            {rows
              .filter(({ known }) => known?.kind !== 'imported')
              .map((row) => (
                <KnownRow
                  locale={locale}
                  row={row}
                  identities={plan.identities}
                  codes={codes}
                  action={action}
                  fields={back}
                />
              ))}
          </Abreast>
        </div>
      )
    case 'left-out':
      return (
        <Card lead={say.leftOut.lead}>
          <LeftOutTable locale={locale} rows={rows} action={action} fields={back} />
        </Card>
      )
    case 'enter':
      return (
        <Card lead={say.enter.lead}>
          <EnterTable locale={locale} rows={rows} plan={plan} action={action} fields={back} />
        </Card>
      )
  }
}

/** Two abreast, where there are two. */
function Abreast({ children }: { children: Child[] }) {
  if (children.length === 0) return null
  return children.length === 1 ? <>{children}</> : <Columns count={2}>{children}</Columns>
}

/** What pressing the one button will do. */
function Go({ locale, preview: { kept, plan } }: { locale: Locale; preview: Preview }) {
  const say = previewWords(locale).go
  const entering = plan.rows.filter(({ fate }) => fate === 'enter')
  const asked = entering.filter(({ checked }) => checked.values.agreedOn === null).length
  const out = plan.rows.length - entering.length
  return (
    <Card title={say.title}>
      <p>{entering.length === 0 ? say.none : say.will(entering.length)}</p>
      {asked > 0 && <p>{say.ask(asked)}</p>}
      {entering.length > 0 && out > 0 && <p>{say.out(out)}</p>}
      {entering.length > 0 && (
        <PostButton action={`/import/${kept.id}/go`}>{say.button(entering.length)}</PostButton>
      )}
    </Card>
  )
}

function File({ locale, preview: { kept, plan, query, questions } }: { locale: Locale; preview: Preview }) {
  const say = previewWords(locale).file
  const { headings, otherSheets, sheet } = plan.checked
  const dropped = headings.filter(({ meaning }) => meaning === null).map(({ text }) => text)
  return (
    <Plain title={say.title}>
      <SummaryList
        locale={locale}
        facts={[
          { label: say.name, value: kept.fileName },
          ...(otherSheets.length > 0
            ? [
                { label: say.sheet, value: sheet },
                { label: say.unread, value: otherSheets.join(', ') },
              ]
            : []),
          ...(dropped.length > 0 ? [{ label: say.dropped, value: dropped.join(', ') }] : []),
        ]}
      />
      <Acts>
        {!(isAsked(questions) && query.all) && (
          <ButtonLink href={`/import/${kept.id}?ask=all#file`} kind="line">
            {say.change}
          </ButtonLink>
        )}
        <PostButton action={`/import/${kept.id}/remove`} kind="line">
          {say.remove}
        </PostButton>
      </Acts>
    </Plain>
  )
}
