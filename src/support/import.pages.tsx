/** Bringing a list of people: the file, and the lists in progress. What happens to one: `import.preview.pages.tsx`. */
import { Hono } from 'hono'
import { withActor } from '../platform/actor.ts'
import { dayAt } from '../platform/day.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import { FileField } from '../platform/parts/text-field.tsx'
import type { Spreadsheet } from '../platform/spreadsheet.cells.ts'
import { problemSentence } from '../platform/spreadsheet.words.ts'
import {
  actorOf,
  formOf,
  leaveNotice,
  notFound,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import { dayAndTime } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { noAnswers } from './caseload-file.answers.ts'
import { checkCaseload, type CheckedFile } from './caseload-file.check.ts'
import { readCaseloadFile } from './caseload-file.read.ts'
import { columns, type Column } from './caseload-file.ts'
import { columnWords } from './caseload-file.words.ts'
import { caseloadXlsx } from './caseload-file.write.ts'
import { recentChecks } from './import.plan.ts'
import { createImport, listImports, removeImport, sweepImports, type Import } from './import.store.ts'
import { importWords } from './import.words.ts'

export const importPages = new Hono<PageEnv>()

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file's name is a label on the page, whatever it is on the disk. */
const LONGEST_FILE_NAME = 120

importPages.get('/import', async (c) => {
  const imports = await withActor(c.var.ground, actorOf(c), async (act) => {
    await sweepImports(act)
    return listImports(act)
  })
  return uploadPage(c, imports, {})
})

importPages.get('/import/template.xlsx', async (c) => {
  const { locale } = c.var
  return c.body(new Uint8Array(await caseloadXlsx([], locale)), 200, {
    'content-type': xlsxType,
    'content-disposition': `attachment; filename="${importWords(locale).templateFile}.xlsx"`,
  })
})

importPages.post('/import', async (c) => {
  const { ground, locale } = c.var
  const actor = actorOf(c)
  const sent = await readSent(c)
  const answer: { id: string } | { error: string; imports: Import[] } = await withActor(
    ground,
    actor,
    async (act) => {
      await sweepImports(act)
      const id = 'error' in sent ? null : await createImport(act, sent)
      if (id !== null && !('error' in sent)) {
        recentChecks.keep({ id, version: 1 }, act, sent.checked)
        await act.audit('import', 'support.import', [], 'read')
        return { id }
      }
      const error = 'error' in sent ? sent.error : importWords(locale).tooMany
      return { error, imports: await listImports(act) }
    },
  )
  return 'error' in answer
    ? uploadPage(c, answer.imports, { file: answer.error })
    : c.redirect(`/import/${answer.id}`, 303)
})

/** The file that was sent, read; or what is wrong with it. */
async function readSent(
  c: PageContext,
): Promise<{ fileName: string; spreadsheet: Spreadsheet; checked: CheckedFile } | { error: string }> {
  const { ground, locale } = c.var
  const say = importWords(locale)
  const file = await formOf(c).then(
    (form) => form.file('file'),
    // What was sent is no form.
    () => null,
  )
  if (file === null) return { error: say.noFile }
  const read = await readCaseloadFile(new Uint8Array(await file.arrayBuffer()), file.name)
  if (read.kind === 'problem') return { error: problemSentence(locale, read) }
  const today = dayAt(ground.clock.now(), actorOf(c).timeZone)
  const checked = checkCaseload(read, { today, answers: noAnswers })
  if (checked.rows.length === 0) return { error: say.nobody }
  return { fileName: file.name.slice(-LONGEST_FILE_NAME), spreadsheet: read, checked }
}

importPages.post('/import/:id{[0-9a-f-]+}/remove', async (c) => {
  const id = importId(c)
  const gone = id !== null && (await withActor(c.var.ground, actorOf(c), (act) => removeImport(act, id)))
  if (!gone) return notFound(c)
  recentChecks.forget(id)
  leaveNotice(c, importWords(c.var.locale).removed)
  return c.redirect('/import', 303)
})

/** The id in the address; null where it cannot be one. */
export function importId(c: PageContext): string | null {
  const id = c.req.param('id') ?? ''
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null
}

function uploadPage(c: PageContext, imports: readonly Import[], errors: Errors) {
  const { locale, visitor } = c.var
  const say = importWords(locale)
  return page(
    c,
    { title: say.title, lead: say.lead },
    <>
      <Split aside={<HowItGoes locale={locale} />}>
        <Card>
          <Form locale={locale} action="/import" upload errors={errors}>
            <FileField
              locale={locale}
              name="file"
              label={say.file}
              hint={say.fileHint}
              error={errors['file']}
              accept=".xlsx,.csv,.txt,.tsv"
            />
            <Acts>
              <Button icon="upload">{say.read}</Button>
              <ButtonLink href="/import/template.xlsx" kind="line" icon="download" download>
                {say.template}
              </ButtonLink>
            </Acts>
          </Form>
        </Card>
      </Split>
      {imports.length > 0 && (
        <Imports locale={locale} imports={imports} timeZone={visitor?.organisation.timeZone ?? 'UTC'} />
      )}
      <KnownColumns locale={locale} />
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function HowItGoes({ locale }: { locale: Locale }) {
  const say = importWords(locale)
  return (
    <Plain title={say.how.title}>
      <ol class="next">
        {say.how.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </Plain>
  )
}

const needed: readonly Column[] = ['name', 'leftOn']

function KnownColumns({ locale }: { locale: Locale }) {
  const say = importWords(locale).columns
  const names = columnWords(locale)
  return (
    <Card title={say.title} lead={say.lead}>
      <Table
        locale={locale}
        caption={say.title}
        captionHidden
        rows={[...needed, ...columns.filter((column) => !needed.includes(column))]}
        columns={[
          {
            key: 'column',
            label: say.column,
            rowHeader: true,
            cell: (column) => (
              <>
                {names[column]}
                {needed.includes(column) && <small>{say.needed}</small>}
              </>
            ),
          },
          { key: 'what', label: say.what, full: true, cell: (column) => say.about[column] },
        ]}
      />
    </Card>
  )
}

function Imports(props: { locale: Locale; imports: readonly Import[]; timeZone: string }) {
  const { locale, imports, timeZone } = props
  const say = importWords(locale)
  return (
    <Card title={say.unfinished} lead={say.keptFor}>
      <Table
        locale={locale}
        caption={say.unfinished}
        captionHidden
        rows={imports}
        columns={[
          {
            key: 'file',
            label: say.file,
            rowHeader: true,
            cell: (one) => (
              <>
                <a href={`/import/${one.id}`}>{one.fileName}</a>
                <small>{say.madeAt(dayAndTime(locale, one.madeAt, timeZone))}</small>
              </>
            ),
          },
          { key: 'state', label: say.state, cell: ({ state }) => say.states[state] },
          {
            key: 'remove',
            label: say.remove,
            labelHidden: true,
            cell: ({ id, state, fileName }) =>
              state !== 'running' && (
                <PostButton action={`/import/${id}/remove`} kind="line" about={fileName}>
                  {say.remove}
                </PostButton>
              ),
          },
        ]}
      />
    </Card>
  )
}
