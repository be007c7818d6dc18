/** One absence that is written down: its end, who stands in, being back. */
import { Hono } from 'hono'
import { absenceProblem } from '../access/absence.ts'
import { absenceById, changeAway, endAway, type Absence } from '../access/absence.store.ts'
import type { Colleague } from '../access/account.store.ts'
import { settleCoversFor } from '../people/cover.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { isBefore } from '../platform/day.ts'
import { Acts, Button, PostButton } from '../platform/parts/button.tsx'
import { DateField, dateText, readDate } from '../platform/parts/date-field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Stack } from '../platform/parts/layout.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import {
  actorOf,
  formOf,
  leaveNotice,
  notFound,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import {
  errorsOf,
  readAround,
  Substitute,
  substitutesFor,
  type Around,
  type Given,
  type Problems,
} from './away.form.tsx'
import { awayWords } from './away.words.ts'

export const awayOnePages = new Hono<PageEnv>()

type One = { around: Around; absence: Absence; absent: Colleague }

/** One's own, and for the lead anybody's; what is over is not changed. */
async function readOne(act: Acting, id: string): Promise<One | null> {
  const around = await readAround(act)
  const absence = await absenceById(act, id)
  const absent = absence && around.absentable.find((one) => one.id === absence.accountId)
  const over = absence?.until && isBefore(absence.until, act.today)
  return absence && absent && absence.why === 'said' && !over ? { around, absence, absent } : null
}

awayOnePages.get('/away/:id', async (c) => {
  const one = await withActor(c.var.ground, actorOf(c), (act) => readOne(act, c.req.param('id')))
  if (!one) return notFound(c)
  const { until, substituteId } = one.absence
  return showOne(c, one, { until: dateText(until), substitute: substituteId ?? '' }, {})
})

awayOnePages.post('/away/:id', async (c) => {
  const { locale, ground } = c.var
  const { text, values } = await formOf(c)
  const until = readDate(values, 'until')
  const result = await withActor(ground, actorOf(c), async (act) => {
    const one = await readOne(act, c.req.param('id'))
    if (!one) return null
    const { absence, absent, around } = one
    const substitute = substitutesFor(absent, around.colleagues).find(({ id }) => id === text('substitute'))
    const substituteId = substitute?.id ?? null
    const others = around.absences.filter(({ id }) => id !== absence.id)
    // A day long ago is no obstacle to what was said then.
    const problem =
      until.state === 'wrong'
        ? 'until-wrong'
        : text('substitute') !== '' && !substitute
          ? 'substitute-role'
          : absenceProblem(
              {
                ...absence,
                from: isBefore(absence.from, act.today) ? act.today : absence.from,
                until: until.day,
                substituteId,
              },
              others,
              act.today,
            )
    const errors: Problems = problem ? errorsOf(locale, [problem]) : {}
    if (problem === null) {
      await changeAway(act, absence.id, { until: until.day, substituteId })
      await settleCoversFor(act)
    }
    return { one, errors }
  })
  if (!result) return notFound(c)
  if (Object.keys(result.errors).length > 0) {
    // What concerns the beginning is told where something can be done about it.
    const errors = result.errors.from ? { until: result.errors.from, ...result.errors } : result.errors
    return showOne(c, result.one, { until: until.text, substitute: text('substitute') }, errors)
  }
  leaveNotice(c, awayWords(locale).changed)
  return c.redirect('/away', 303)
})

awayOnePages.post('/away/:id/end', async (c) => {
  const ended = await withActor(c.var.ground, actorOf(c), async (act) => {
    const one = await readOne(act, c.req.param('id'))
    if (!one || !(await endAway(act, one.absence.id))) return false
    await settleCoversFor(act)
    return true
  })
  if (!ended) return notFound(c)
  leaveNotice(c, awayWords(c.var.locale).ended)
  return c.redirect('/away', 303)
})

function showOne(
  c: PageContext,
  { around, absence, absent }: One,
  given: Pick<Given, 'until' | 'substitute'>,
  errors: Problems,
) {
  const { locale } = c.var
  const words = awayWords(locale)
  const say = words.one
  const here = `/away/${absence.id}`
  const begun = !isBefore(around.today, absence.from)
  const own = absent.id === around.own
  return page(
    c,
    {
      title: words.form.title,
      heading: absent.name,
      width: 'narrow',
      back: { href: '/away', label: words.toList },
    },
    <Stack>
      <Card title={say.toChange}>
        <Form locale={locale} action={here} errors={errors} guard>
          <SummaryList
            locale={locale}
            facts={[{ label: words.check.from, value: longDay(locale, absence.from) }]}
          />
          <DateField
            locale={locale}
            name="until"
            label={words.form.until}
            hint={words.form.untilHint}
            required={false}
            error={errors.until}
            value={given.until}
          />
          <Substitute
            locale={locale}
            options={substitutesFor(absent, around.colleagues)}
            value={given.substitute}
            error={errors.substitute}
          />
          <Acts>
            <Button>{say.save}</Button>
          </Acts>
        </Form>
      </Card>
      <Plain title={begun ? say.backTitle : say.cancelTitle}>
        <p>{begun ? say.backText : say.cancelText}</p>
        <PostButton action={`${here}/end`} kind="soft">
          {begun ? (own ? say.back : say.backOther) : say.cancel}
        </PostButton>
      </Plain>
    </Stack>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
