/** Bringing a plan from a file: the file, what it would change, and the yes to it. Nothing is kept in between but in the form itself. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button, ButtonLink } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card, Note, Plain, Ticks } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import { FileField } from '../platform/parts/text-field.tsx'
import { problem, type Row } from '../platform/spreadsheet.cells.ts'
import { readSpreadsheet } from '../platform/spreadsheet.ts'
import { problemSentence } from '../platform/spreadsheet.words.ts'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { communityHref, develops, headOf, onTended } from './about-community.tsx'
import type { Community } from './community.ts'
import { packRows, unpackRows } from './plan-import.rows.ts'
import { bringPlan, foreseePlan } from './plan-import.store.ts'
import {
  LARGEST_PLAN_MEGABYTES,
  MOST_ACTIONS,
  planColumns,
  planLikeness,
  readPlan,
  type Fault,
  type PlanChange,
  type PlanColumn,
  type ReadPlan,
} from './plan-import.ts'
import { planImportWords } from './plan-import.words.ts'
import { planWords } from './plan.words.ts'

export const planImportPages = new Hono<PageEnv>()

planImportPages.get('/communities/:slug/plan/import', (c) =>
  onTended(c, async (act, community) => (develops(act) ? uploadPage(c, community) : null)),
)

planImportPages.post('/communities/:slug/plan/import', async (c) => {
  const form = await formOf(c).catch(() => null)
  const file = form?.file('file') ?? null
  return onTended(c, async (act, community) => {
    if (!develops(act)) return null
    const rows = await rowsOf(c.var.locale, file)
    return typeof rows === 'string'
      ? uploadPage(c, community, rows)
      : previewPage(c, act, community, rows, readPlan(rows))
  })
})

planImportPages.post('/communities/:slug/plan/import/confirm', async (c) => {
  const form = await formOf(c)
  return onTended(c, async (act, community) => {
    const rows = unpackRows(form.text('rows'))
    if (!develops(act) || !rows) return null
    const read = readPlan(rows)
    // What was looked over is read again: the page may have been changed on its way.
    if (read.kind !== 'plan' || read.faults.length > 0) return previewPage(c, act, community, rows, read)
    const change = await bringPlan(act, community.id, read.rows)
    if (!change) return null
    leaveNotice(c, planImportWords(c.var.locale).brought(change.added.length, change.changed.length))
    return c.redirect(communityHref(community, 'plan'), 303)
  })
})

/** The rows of the file that was sent, or a sentence that says why there are none. */
async function rowsOf(locale: Locale, file: File | null): Promise<readonly Row[] | string> {
  if (file === null) return planImportWords(locale).noFile
  if (file.size > LARGEST_PLAN_MEGABYTES * 1024 * 1024) {
    return problemSentence(locale, problem({ code: 'tooLarge', megabytes: LARGEST_PLAN_MEGABYTES }))
  }
  const read = await readSpreadsheet(new Uint8Array(await file.arrayBuffer()), file.name, planLikeness)
  return read.kind === 'problem' ? problemSentence(locale, read) : read.sheets[0].rows
}

const toPlan = (locale: Locale) => ({ place: 'plan', label: planWords(locale).title })
const headingOf = (locale: Locale, column: PlanColumn) =>
  planWords(locale).headings[planColumns.indexOf(column)] ?? ''

function uploadPage(c: PageContext, community: Community, error?: string, faults: readonly Fault[] = []) {
  const { locale } = c.var
  const say = planImportWords(locale)
  return page(
    c,
    headOf(community, say.title, { lead: say.lead, from: toPlan(locale) }),
    <div class="stack">
      <Card>
        <Form
          locale={locale}
          action={communityHref(community, 'plan/import')}
          upload
          errors={error === undefined ? {} : { file: error }}
        >
          <FileField
            locale={locale}
            name="file"
            label={say.file}
            hint={say.fileHint}
            error={error}
            accept=".csv,.xlsx,.txt,.tsv"
          />
          <Acts>
            <Button icon="upload">{say.read}</Button>
          </Acts>
        </Form>
      </Card>
      {faults.length > 0 && (
        <Plain title={say.faultsTitle} id="faults">
          <ul>
            {faults.map(({ row, column, text, code }) => (
              <li>
                <b>{say.where(row, headingOf(locale, column))}</b>:{' '}
                {text !== '' && (
                  <>
                    <q>{shortened(text)}</q>,{' '}
                  </>
                )}
                {say.codes[code]}
              </li>
            ))}
          </ul>
        </Plain>
      )}
      <Plain title={say.about}>
        <Ticks items={say.how.map((label) => ({ label }))} />
        <p>{say.columns(planWords(locale).headings.join(', '))}</p>
      </Plain>
    </div>,
    error === undefined ? 200 : 422,
  )
}

const shortened = (text: string) => ([...text].length > 60 ? `${[...text].slice(0, 59).join('')}…` : text)

async function previewPage(
  c: PageContext,
  act: Acting,
  community: Community,
  rows: readonly Row[],
  read: ReadPlan,
) {
  const { locale } = c.var
  const say = planImportWords(locale)
  if (read.kind === 'unreadable') {
    return uploadPage(c, community, read.why === 'tooMany' ? say.tooMany(MOST_ACTIONS) : say[read.why])
  }
  if (read.faults.length > 0) {
    return uploadPage(c, community, say.faults(read.faults.length), read.faults)
  }
  const change = await foreseePlan(act, community.id, read.rows)
  const { goals, added, changed, same } = change
  const nothing = added.length + changed.length === 0
  return page(
    c,
    {
      ...headOf(community, say.previewTitle, {
        lead: say.sums(goals.length, added.length, changed.length, same),
        from: toPlan(locale),
      }),
      width: 'wide',
    },
    <div class="stack">
      {read.ignored.length > 0 && (
        <Note>
          <p>{say.ignored(read.ignored.map(shortened).join(', '))}</p>
        </Note>
      )}
      {nothing ? <Empty title={say.nothing} /> : <Foreseen locale={locale} change={change} />}
      <Form
        locale={locale}
        action={communityHref(community, 'plan/import/confirm')}
        fields={{ rows: packRows(rows) }}
      >
        <Acts>
          {!nothing && <Button>{say.confirm}</Button>}
          <ButtonLink href={communityHref(community, 'plan/import')} kind="line">
            {say.other}
          </ButtonLink>
        </Acts>
      </Form>
    </div>,
  )
}

function Foreseen({ locale, change }: { locale: Locale; change: PlanChange }) {
  const say = planImportWords(locale)
  const lines = [
    ...change.added.map((row) => ({ row, what: say.added })),
    ...change.changed.map(({ row, columns }) => ({
      row,
      what: say.changed(columns.map((column) => headingOf(locale, column)).join(', ')),
    })),
  ].toSorted((a, b) => a.row.row - b.row.row)
  return (
    <Table
      locale={locale}
      caption={say.previewTitle}
      captionHidden
      columns={[
        { key: 'row', label: say.row, cell: ({ row }) => row.row },
        {
          key: 'goal',
          label: headingOf(locale, 'goal'),
          full: true,
          cell: ({ row }) => (
            <>
              {row.goal}
              {change.goals.includes(row.goal) && <span class="sub"> {say.newGoal}</span>}
            </>
          ),
        },
        {
          key: 'action',
          label: headingOf(locale, 'action'),
          rowHeader: true,
          full: true,
          cell: ({ row }) => row.action,
        },
        { key: 'what', label: say.what, full: true, cell: ({ what }) => what },
      ]}
      rows={lines}
    />
  )
}
