/** How a trial went: asked on a page of its own, as often as there is something to add. */
import { Hono } from 'hono'
import { develops, headOf, onTended } from '../communities/about-community.tsx'
import type { Community } from '../communities/community.ts'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { ReportFields, readReport, reportTyped, type ReportErrors, type ReportTyped } from './report.form.tsx'
import { trialFormWords } from './trial.form.words.ts'
import { theTrial, trialHref } from './trial.part.tsx'
import { reportTrial, resultsOf } from './trial.store.ts'
import type { Trial } from './trial.ts'
import { takenUp, type Taken } from './tried.ts'

export const reportPages = new Hono<PageEnv>()

reportPages.get('/communities/:slug/trials/:id/report', (c) =>
  onTended(c, async (act, community) => {
    const trial = await theTrial(c, act, community)
    return trial && formPage(c, act, community, trial, reportTyped(trial), {})
  }),
)

reportPages.post('/communities/:slug/trials/:id/report', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    const trial = await theTrial(c, act, community)
    if (!trial || !develops(act)) return null
    const [earliest] = await resultsOf(act, { trialId: trial.id })
    const { typed, errors, report } = readReport(c.var.locale, values, {
      today: act.today,
      adaptations: adaptationsFor(trial, await takenUp(act, c.var.locale)),
      firstResult: earliest?.seenOn ?? null,
    })
    if (!report) return formPage(c, act, community, trial, typed, errors)
    await reportTrial(act, trial, report)
    leaveNotice(c, trialFormWords(c.var.locale).saved)
    return c.redirect(trialHref(community, trial), 303)
  })
})

async function formPage(
  c: PageContext,
  act: Acting,
  community: Community,
  trial: Trial,
  typed: ReportTyped,
  errors: ReportErrors,
) {
  if (!develops(act)) return null
  const { locale } = c.var
  const say = trialFormWords(locale)
  const taken = await takenUp(act, locale)
  return page(
    c,
    headOf(community, say.report, {
      lead: say.reportLead,
      from: { place: `trials/${trial.id}`, label: taken.nameOf(trial) },
    }),
    <Form locale={locale} action={`${trialHref(community, trial)}/report`} errors={errors} guard>
      <ReportFields
        locale={locale}
        typed={typed}
        errors={errors}
        core={taken.find(trial)?.core ?? []}
        adaptations={adaptationsFor(trial, taken)}
      />
      <Acts>
        <Button>{say.save}</Button>
      </Acts>
    </Form>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const adaptationsFor = ({ versionId }: Trial, { adaptations }: Taken) =>
  adaptations.filter((one) => one.versionId === versionId)
