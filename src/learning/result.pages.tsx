/** What came of a trial: written down, and taken back where it was a mistake. */
import { Hono } from 'hono'
import { communityHref, develops, headOf, onTended } from '../communities/about-community.tsx'
import type { Community } from '../communities/community.ts'
import type { Acting } from '../platform/actor.ts'
import { isBefore } from '../platform/day.ts'
import { oneLine } from '../platform/letters.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import {
  readResult,
  readWhy,
  ResultFields,
  resultTyped,
  type ResultErrors,
  type ResultTyped,
} from './result.form.tsx'
import { resultWords } from './result.words.ts'
import { resultText, theTrial, trialHref } from './trial.part.tsx'
import { addResult, resultsOf, withdrawResult } from './trial.store.ts'
import type { Result, Trial } from './trial.ts'
import { takenUp } from './tried.ts'

export const resultPages = new Hono<PageEnv>()

resultPages.get('/communities/:slug/trials/:id/result', (c) =>
  onTended(c, async (act, community) => {
    const trial = await theBegun(c, act, community)
    return trial && addPage(c, act, community, trial, resultTyped(act.today), {})
  }),
)

resultPages.post('/communities/:slug/trials/:id/result', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    const trial = await theBegun(c, act, community)
    if (!trial) return null
    const about = { today: act.today, startsOn: trial.startsOn }
    const { typed, errors, result } = readResult(c.var.locale, values, about)
    if (!result) return addPage(c, act, community, trial, typed, errors)
    await addResult(act, trial, result)
    leaveNotice(c, resultWords(c.var.locale).saved)
    return c.redirect(`${trialHref(community, trial)}#results`, 303)
  })
})

resultPages.get('/communities/:slug/results/:id/withdraw', (c) =>
  onTended(c, async (act, community) => {
    const result = await theResult(c, act, community)
    return result && withdrawPage(c, community, result, '')
  }),
)

resultPages.post('/communities/:slug/results/:id/withdraw', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    const result = await theResult(c, act, community)
    if (!result) return null
    const why = oneLine(values.why ?? '')
    const error = readWhy(c.var.locale, why)
    if (error) return withdrawPage(c, community, result, why, error)
    if (!(await withdrawResult(act, result, why))) return null
    leaveNotice(c, resultWords(c.var.locale).withdrawn)
    return c.redirect(`${trialHref(community, { id: result.trialId })}#results`, 303)
  })
})

/** The one that the address names, where the actor may write; nothing comes of what has not begun. */
async function theBegun(c: PageContext, act: Acting, community: Community): Promise<Trial | null> {
  const trial = develops(act) ? await theTrial(c, act, community) : null
  return trial && !isBefore(act.today, trial.startsOn) ? trial : null
}

async function theResult(c: PageContext, act: Acting, community: Community): Promise<Result | null> {
  if (!develops(act)) return null
  const results = await resultsOf(act, { communityId: community.id })
  return results.find(({ id }) => id === c.req.param('id')) ?? null
}

async function addPage(
  c: PageContext,
  act: Acting,
  community: Community,
  trial: Trial,
  typed: ResultTyped,
  errors: ResultErrors,
) {
  const { locale } = c.var
  const say = resultWords(locale)
  const label = (await takenUp(act, locale)).nameOf(trial)
  return page(
    c,
    headOf(community, say.add, { from: { place: `trials/${trial.id}`, label } }),
    <Form locale={locale} action={`${trialHref(community, trial)}/result`} errors={errors} guard>
      <ResultFields locale={locale} typed={typed} errors={errors} />
      <Acts>
        <Button>{say.save}</Button>
      </Acts>
    </Form>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function withdrawPage(c: PageContext, community: Community, result: Result, why: string, error?: string) {
  const { locale } = c.var
  const say = resultWords(locale)
  return page(
    c,
    headOf(community, say.withdraw, {
      lead: say.withdrawLead,
      from: { place: `trials/${result.trialId}`, label: say.trial },
    }),
    <div class="stack">
      <Card>
        <p class="prose">{result.what}</p>
        <p class="sub">{resultText(locale, result)}</p>
      </Card>
      <Form
        locale={locale}
        action={communityHref(community, `results/${result.id}/withdraw`)}
        errors={error ? { why: error } : {}}
      >
        <TextField
          locale={locale}
          name="why"
          label={say.why}
          hint={say.whyHint}
          maxlength={500}
          value={why}
          error={error}
        />
        <Acts>
          <Button>{say.withdraw}</Button>
        </Acts>
      </Form>
    </div>,
    error ? 422 : 200,
  )
}
