/** What everybody on a mobility is to learn, and whether they did: a group has a learning programme where one person has an agreement. */
import { Hono } from 'hono'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { mobilityHref, onMobility } from './about-mobility.tsx'
import { ofGroup } from './about-participation.ts'
import { JudgedFields, judgedTyped, readJudged } from './confirmation.form.tsx'
import type { Mobility } from './mobility.ts'
import {
  isRight,
  OutcomeFields,
  outcomesTyped,
  readOutcomes,
  typed,
  type Typed,
} from './participation.form.tsx'
import { addOutcomes, judgeOutcome, outcomesOf, wordOutcome } from './participation.store.ts'
import type { Outcome } from './participation.ts'
import { participationWords } from './participation.words.ts'

export const programmePages = new Hono<PageEnv>()

programmePages.get('/mobilities/:id/programme', (c) =>
  onMobility(c, async (act, mobility) => {
    const outcomes = await outcomesOf(act, ofGroup(mobility))
    return formPage(c, mobility, outcomes, typed({ ...outcomesTyped(outcomes), ...judgedTyped(outcomes) }))
  }),
)

programmePages.post('/mobilities/:id/programme', async (c) => {
  const { values } = await formOf(c)
  return onMobility(c, async (act, mobility) => {
    const outcomes = await outcomesOf(act, ofGroup(mobility))
    const form = typed(values)
    const { worded, more } = readOutcomes(c.var.locale, values, outcomes, form.errors)
    const judged = readJudged(c.var.locale, values, outcomes, form.errors)
    if (!isRight(form)) return formPage(c, mobility, outcomes, form)
    for (const { id, text } of worded) await wordOutcome(act, id, text)
    for (const { id, said } of judged) await judgeOutcome(act, id, said)
    await addOutcomes(act, ofGroup(mobility), more)
    leaveNotice(c, participationWords(c.var.locale).saved)
    return c.redirect(mobilityHref(mobility), 303)
  })
})

function formPage(c: PageContext, mobility: Mobility, outcomes: readonly Outcome[], form: Typed) {
  const { locale } = c.var
  const say = participationWords(locale)
  return page(
    c,
    {
      title: say.programme,
      lead: say.programmeLead,
      over: mobility.title,
      width: 'narrow',
      back: { href: mobilityHref(mobility), label: mobility.title },
    },
    <Form locale={locale} action={mobilityHref(mobility, 'programme')} errors={form.errors} guard>
      <OutcomeFields locale={locale} form={form} outcomes={outcomes} />
      <JudgedFields locale={locale} form={form} outcomes={outcomes} />
      <Acts>
        <Button>{say.save}</Button>
      </Acts>
    </Form>,
    isRight(form) ? 200 : 422,
  )
}
