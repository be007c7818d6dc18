/**
 * A pulse is answered by anybody who has its code, without an account. Whoever is signed in on this telephone is nobody here: no name is
 * shown, and none is asked.
 */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { networkOf } from '../access/rate.ts'
import { allow } from '../access/rate.store.ts'
import { tooOften } from '../access/too-often.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Confirmation } from '../platform/parts/outcome.tsx'
import { Card, Ticks } from '../platform/parts/surface.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import { formOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { readLetterCode } from '../platform/letter-code.ts'
import { AnswerFields, readAnswers, type AnswerErrors, type AnswersTyped } from './pulse.answer.form.tsx'
import { pulseAnswerWords } from './pulse.answer.words.ts'
import { answerId, pulsePath } from './pulse.code.ts'
import { answerPulse, heldPulse, holderOf } from './pulse.store.ts'
import type { Pulse } from './pulse.ts'

export const pulseAnswerPages = new Hono<PageEnv>()

pulseAnswerPages.get('/pulse', (c) => codePage(c, ''))

pulseAnswerPages.post('/pulse', async (c) => {
  const typed = (await formOf(c)).text('code')
  const say = pulseAnswerWords(c.var.locale).codeErrors
  if (typed === '') return codePage(c, typed, say.empty)
  const found = await holding(c, typed, async (_, pulse) => pulse)
  if (found) return c.redirect(pulsePath(readLetterCode(typed) ?? ''), 303)
  return (await wrongCode(c)) ?? codePage(c, typed, say.wrong)
})

pulseAnswerPages.get('/pulse/done', (c) => {
  const { locale } = c.var
  c.set('visitor', null)
  const { done } = pulseAnswerWords(locale)
  return page(
    c,
    { title: done.title, width: 'narrow', audience: 'public' },
    <Confirmation locale={locale} title={done.title} what={done.what} next={[...done.next]} />,
  )
})

pulseAnswerPages.get('/pulse/:token', async (c) => {
  const code = c.req.param('token')
  const shown = await holding(c, code, async (_, pulse) => questionsPage(c, pulse, newForm(), {}, {}))
  return shown ?? (await wrongCode(c)) ?? overPage(c)
})

pulseAnswerPages.post('/pulse/:token', async (c) => {
  const { values } = await formOf(c)
  const { ground, locale } = c.var
  const form = /^[0-9a-f]{32}$/.test(values.form ?? '') ? (values.form ?? '') : newForm()
  const answered = await unlessClosed(() =>
    holding(c, c.req.param('token'), async (act, pulse) => {
      const { typed, errors, answers } = readAnswers(locale, values)
      if (!answers) return questionsPage(c, pulse, form, typed, errors)
      // Of the pulse, not of the network: nothing is kept that leads to where somebody answered.
      const tried = await allow(ground, [{ bucket: 'pulseAnswers', of: pulse.id }])
      if (!tried.allowed) return tooOften(c, tried.waitMinutes)
      const kept = await answerPulse(act, answerId(act.keys, pulse.id, form), answers)
      return kept ? c.redirect('/pulse/done', 303) : null
    }),
  )
  return answered ?? (await wrongCode(c)) ?? overPage(c)
})

const newForm = () => randomBytes(16).toString('hex')

/** Does `work` as whoever holds this code; null where it opens nothing now. */
async function holding<T>(
  c: PageContext,
  code: string,
  work: (act: Acting, pulse: Pulse) => Promise<T> | T,
): Promise<T | null> {
  const { ground } = c.var
  c.set('visitor', null)
  const holder = holderOf(ground, code)
  return (
    holder &&
    withActor(ground, holder, async (act) => {
      const pulse = await heldPulse(act)
      return pulse && work(act, pulse)
    })
  )
}

/** Null where the database refused: the pulse was closed at that very moment. */
async function unlessClosed<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') return null
    throw error
  }
}

/** Codes that open nothing are counted, and those alone. An answer where there were too many. */
async function wrongCode(c: PageContext): Promise<Response | null> {
  const tried = await allow(c.var.ground, [{ bucket: 'passFromNetwork', of: networkOf(c.var.client) }])
  return tried.allowed ? null : tooOften(c, tried.waitMinutes)
}

function codePage(c: PageContext, typed: string, error?: string) {
  const { locale } = c.var
  c.set('visitor', null)
  const say = pulseAnswerWords(locale)
  return page(
    c,
    { title: say.title, lead: say.codeLead, width: 'narrow', audience: 'public' },
    <Form locale={locale} action="/pulse" errors={error === undefined ? {} : { code: error }}>
      <TextField
        locale={locale}
        name="code"
        label={say.code}
        hint={say.codeHint}
        value={typed}
        error={error}
        width="m"
        maxlength={40}
        spellcheck={false}
      />
      <Acts>
        <Button>{say.go}</Button>
      </Acts>
    </Form>,
    error === undefined ? 200 : 422,
  )
}

function questionsPage(
  c: PageContext,
  { about }: Pulse,
  form: string,
  typed: AnswersTyped,
  errors: AnswerErrors,
) {
  const { locale } = c.var
  const say = pulseAnswerWords(locale)
  return page(
    c,
    { title: say.title, over: about, lead: say.lead, width: 'narrow', audience: 'public' },
    <div class="stack">
      <Card title={say.howTitle}>
        <Ticks items={say.how.map((label) => ({ label, open: true }))} />
      </Card>
      <Form locale={locale} action={new URL(c.req.url).pathname} errors={errors} fields={{ form }} guard talk>
        <AnswerFields locale={locale} typed={typed} errors={errors} />
        <Acts>
          <Button>{say.send}</Button>
        </Acts>
      </Form>
      <p class="sub">{say.after}</p>
    </div>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function overPage(c: PageContext) {
  const { over } = pulseAnswerWords(c.var.locale)
  return page(
    c,
    { title: over.title, width: 'narrow', audience: 'public' },
    <Empty title={over.lead} action={{ href: '/pulse', label: over.again }} />,
    404,
  )
}
