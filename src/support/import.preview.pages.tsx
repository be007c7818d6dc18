/** One list: its preview and the answers to it, the import, and what came of it. */
import { Hono } from 'hono'
import { listPeople } from '../people/person.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import type { Errors } from '../platform/parts/field.tsx'
import { actorOf, formOf, leaveNotice, notFound, type PageContext, type PageEnv } from '../platform/web.tsx'
import { withSkip, withSomebodyElse } from './caseload-file.answers.ts'
import type { CheckedFile } from './caseload-file.check.ts'
import { doubtSentence } from './caseload-file.words.ts'
import { fixField, takeFixes } from './import.fix.ts'
import { rowDeeds } from './import.lists.tsx'
import { donePage, runningPage } from './import.outcome.tsx'
import { importId, xlsxType } from './import.pages.tsx'
import { planImport, recentChecks, type Plan } from './import.plan.ts'
import { hrefOf, previewPage, readQuery, shownRows, type Preview, type Query } from './import.preview.tsx'
import { previewWords } from './import.preview.words.ts'
import { coordinatorField, headingRows, questionsOf, takeQuestions } from './import.questions.ts'
import { startRun } from './import.run.ts'
import { changeChoices, readImport, readSheets, type Import } from './import.store.ts'
import { giveUpRun, readRefused, takeRun } from './import-run.store.ts'
import { mayBeOther, type Choices } from './import.ts'
import { importWords } from './import.words.ts'

export const importPreviewPages = new Hono<PageEnv>()

/** An import of the actor's own that waits for answers. */
type Open = { act: Acting; kept: Import; checked: CheckedFile }

importPreviewPages.get('/import/:id{[0-9a-f-]+}', async (c) => {
  const id = importId(c)
  const answer =
    id !== null &&
    (await withActor(c.var.ground, actorOf(c), async (act) => {
      const kept = await readLiving(act, id)
      if (kept?.state === 'running') return runningPage(c, kept)
      if (kept?.state === 'done' && kept.result) return donePage(c, kept, kept.result)
      const checked = kept && (await checkOf(act, kept))
      return checked && previewPage(c, await previewOf({ act, kept, checked }, readQuery(c.req.query())))
    }))
  return answer || notFound(c)
})

/** What is asked once for the whole file. */
importPreviewPages.post('/import/:id{[0-9a-f-]+}/file', async (c) => {
  const { values } = await formOf(c)
  return onOpen(c, async ({ act, kept, checked }) => {
    const sheets = 'heading-row' in values ? await readSheets(act, kept.id) : null
    const now = {
      sheet: checked.sheet,
      headingRow: sheets && headingRows(sheets, checked, kept.choices).now,
    }
    await changeChoices(act, kept.id, (choices) => takeQuestions(choices, values, now))
    leaveNotice(c, previewWords(c.var.locale).questions.saved)
    return c.redirect(`/import/${kept.id}`, 303)
  })
})

/** The corrections of one page of doubtful rows. */
importPreviewPages.post('/import/:id{[0-9a-f-]+}/rows', async (c) => {
  const { values } = await formOf(c)
  const { locale } = c.var
  return onOpen(c, async ({ act, kept, checked }) => {
    const doubtful = checked.rows.filter(({ state }) => state === 'doubtful')
    let asked: ReturnType<typeof takeFixes>['asked'] = []
    await changeChoices(act, kept.id, (choices) => {
      const taken = takeFixes(choices.answers, doubtful, checked.headings, values)
      asked = taken.asked
      return { ...choices, answers: taken.answers }
    })
    const query = { ...readQuery(values), all: false }
    const after = await reread(act, kept.id)
    const plan = after && (await planImport(act, after.checked, after.kept.choices))
    if (!plan) return null
    const still = asked.flatMap(({ row, column }) => {
      const found = plan.rows.find(({ checked, fate }) => checked.source.row === row && fate === 'doubtful')
      const doubt = found?.checked.doubts.find((one) => one.column === column)
      return doubt ? [[fixField(row, column), doubtSentence(locale, doubt)]] : []
    })
    if (still.length > 0) {
      const errors: Errors = Object.fromEntries(still)
      return previewPage(c, await previewOf(after, query, { doubts: errors }, plan))
    }
    leaveNotice(c, previewWords(locale).doubts.saved)
    const { fate, page } = shownRows(plan, {
      ...query,
      show: plan.counts.doubtful > 0 ? query.show : null,
    })
    return c.redirect(hrefOf(kept.id, fate, page), 303)
  })
})

/** One thing about one row: leave it out, take it back, say that it is somebody else. */
importPreviewPages.post('/import/:id{[0-9a-f-]+}/row', async (c) => {
  const { values, text } = await formOf(c)
  const row = Number(text('row'))
  const deed = rowDeeds.find((one) => one === text('deed'))
  return onOpen(c, async ({ act, kept, checked }) => {
    const found = checked.rows.find(({ source }) => source.row === row)
    if (!found || !deed) return null
    const first = checked.rows.find(({ source }) => source.row === found.duplicateOf)
    if (deed === 'other' && !mayBeOther(found, first)) return null
    await changeChoices(act, kept.id, (choices) => withDeed(choices, row, deed))
    const query = readQuery(values)
    return c.redirect(hrefOf(kept.id, query.show, query.page), 303)
  })
})

function withDeed(choices: Choices, row: number, deed: (typeof rowDeeds)[number]): Choices {
  const { answers } = choices
  switch (deed) {
    case 'skip':
      return { ...choices, answers: withSkip(answers, row) }
    case 'back':
      return { ...choices, answers: { ...answers, skipped: answers.skipped.filter((one) => one !== row) } }
    case 'other':
      return { ...choices, answers: withSomebodyElse(answers, row) }
    case 'new':
      return { ...choices, newPeople: [...new Set([...choices.newPeople, row])] }
  }
}

importPreviewPages.post('/import/:id{[0-9a-f-]+}/go', async (c) => {
  const { ground, locale } = c.var
  const actor = actorOf(c)
  const refusal = await onOpen(c, async (open) => {
    const { act, kept, checked } = open
    const say = previewWords(locale)
    const plan = await planImport(act, checked, kept.choices)
    const entered = new Set(
      plan.rows.filter(({ fate }) => fate === 'enter').map(({ checked }) => checked.values.coordinator ?? ''),
    )
    const query = readQuery({})
    const questions = questionsOf(plan, kept.choices, false)
    const missing = questions.coordinators.flatMap(({ name, accountId }, place) =>
      accountId === null && entered.has(name)
        ? [
            [
              coordinatorField(place),
              name === '' ? say.questions.nobodyMissing : say.questions.coordinatorMissing(name),
            ],
          ]
        : [],
    )
    if (missing.length > 0) {
      const errors: Errors = Object.fromEntries(missing)
      return previewPage(c, await previewOf(open, query, { questions: errors }, plan))
    }
    if (plan.counts.enter === 0) {
      return previewPage(c, await previewOf(open, query, { form: say.go.nothing }, plan))
    }
    return c.body(null, 204)
  })
  if (refusal.status !== 204) return refusal
  const id = importId(c)
  if (id === null) return notFound(c)
  await startRun(ground, actor, id, locale)
  recentChecks.forget(id)
  return c.redirect(`/import/${id}`, 303)
})

importPreviewPages.get('/import/:id{[0-9a-f-]+}/refused.xlsx', async (c) => {
  const id = importId(c)
  const file =
    id === null
      ? null
      : await withActor(c.var.ground, actorOf(c), async (act) => {
          const refused = await readRefused(act, id)
          if (refused) await act.audit('export', 'support.import', [])
          return refused
        })
  if (!file) return notFound(c)
  return c.body(new Uint8Array(file), 200, {
    'content-type': xlsxType,
    'content-disposition': `attachment; filename="${importWords(c.var.locale).refusedFile}.xlsx"`,
  })
})

/** Does `work` on an import that waits for answers. One that is under way or finished meanwhile shows itself instead. */
async function onOpen(c: PageContext, work: (open: Open) => Promise<Response | null>): Promise<Response> {
  const id = importId(c)
  const answer =
    id !== null &&
    (await withActor(c.var.ground, actorOf(c), async (act) => {
      const kept = await readLiving(act, id)
      if (kept && kept.state !== 'open') return c.redirect(`/import/${id}`, 303)
      const checked = kept && (await checkOf(act, kept))
      return checked && work({ act, kept, checked })
    }))
  return answer || notFound(c)
}

/** One that says it is under way, but whose program has ended, waits again: nothing of it was written. */
async function readLiving(act: Acting, id: string): Promise<Import | null> {
  const kept = await readImport(act, id)
  if (kept?.run && (await takeRun(act, id)) && (await giveUpRun(act, id, kept.run, 'stopped'))) {
    return readImport(act, id)
  }
  return kept
}

async function checkOf(act: Acting, kept: Import): Promise<CheckedFile | null> {
  return recentChecks.of(kept, act, kept.choices, () => readSheets(act, kept.id))
}

async function reread(act: Acting, id: string): Promise<Open | null> {
  const kept = await readImport(act, id)
  const checked = kept && (await checkOf(act, kept))
  return checked && { act, kept, checked }
}

async function previewOf(
  { act, kept, checked }: Open,
  query: Query,
  errors: Preview['errors'] = {},
  planned: Plan | null = null,
): Promise<Preview> {
  const plan = planned ?? (await planImport(act, checked, kept.choices))
  const questions = questionsOf(plan, kept.choices, query.all)
  const sheets = questions.headingRow ? await readSheets(act, kept.id) : null
  const shown = shownRows(plan, query)
  return {
    kept,
    plan,
    questions,
    headings: sheets ? headingRows(sheets, plan.checked, kept.choices) : { now: null, rows: [] },
    query,
    shown,
    codes: await codesOfShown(act, shown.rows),
    me: act.actor.accountId,
    errors,
  }
}

/** People who are shown beside the rows that they are: that they were looked at is noted. */
async function codesOfShown(act: Acting, rows: Preview['shown']['rows']): Promise<Map<string, string>> {
  const ids = new Set(
    rows.flatMap(({ known }) => (known && known.kind !== 'imported' ? [known.personId] : [])),
  )
  if (ids.size === 0) return new Map()
  const people = (await listPeople(act)).filter(({ id }) => ids.has(id))
  await act.audit(
    'list',
    'support.import',
    people.map(({ auditSubject }) => auditSubject),
  )
  return new Map(people.map(({ id, code }) => [id, code]))
}
