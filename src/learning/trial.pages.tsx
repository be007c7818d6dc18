/** Methods tried in a community: all of them with what they come to, and a new one. */
import { Hono } from 'hono'
import { communityHref, develops, headOf, onTended } from '../communities/about-community.tsx'
import type { Community } from '../communities/community.ts'
import { actionsOf } from '../communities/plan.store.ts'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button, ButtonLink } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { readTrial, TrialFields, trialTyped, type TrialErrors, type TrialTyped } from './trial.form.tsx'
import { trialFormWords } from './trial.form.words.ts'
import { ReAimTable, trialHref, TrialTable } from './trial.part.tsx'
import { addTrial, resultsOf, trialsOf } from './trial.store.ts'
import { trialWords } from './trial.words.ts'
import { takenUp } from './tried.ts'

export const trialPages = new Hono<PageEnv>()

trialPages.get('/communities/:slug/trials', (c) =>
  onTended(c, async (act, community) => {
    const { locale } = c.var
    const say = trialWords(locale)
    const trials = await trialsOf(act, { communityId: community.id })
    const results = await resultsOf(act, { communityId: community.id })
    return page(
      c,
      {
        ...headOf(community, say.title, { lead: say.lead }),
        width: undefined,
        actions: develops(act) ? (
          <ButtonLink href={communityHref(community, 'trials/new')}>{say.tryMethod}</ButtonLink>
        ) : undefined,
      },
      trials.length === 0 ? (
        <Empty title={say.none}>{develops(act) ? say.noneHint : say.noneHost}</Empty>
      ) : (
        <div class="stack">
          <Card>
            <TrialTable
              locale={locale}
              community={community}
              trials={trials}
              taken={await takenUp(act, locale)}
            />
          </Card>
          <ReAimTable locale={locale} trials={trials} results={results} />
        </div>
      ),
    )
  }),
)

trialPages.get('/communities/:slug/trials/new', (c) =>
  onTended(c, async (act, community) => {
    const open = await openActions(act, community)
    const action = open.find(({ id }) => id === c.req.query('action'))
    return newPage(c, act, community, trialTyped(action?.id), {})
  }),
)

trialPages.post('/communities/:slug/trials/new', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    if (!develops(act)) return null
    const { offered } = await takenUp(act, c.var.locale)
    const actionIds = (await openActions(act, community)).map(({ id }) => id)
    const { typed, errors, trial } = readTrial(c.var.locale, values, { offered, actionIds })
    if (!trial) return newPage(c, act, community, typed, errors)
    const id = await addTrial(
      act,
      { communityId: community.id, about: community.name },
      { ...trial, facilitatorId: act.actor.accountId },
    )
    leaveNotice(c, trialFormWords(c.var.locale).planned)
    return c.redirect(trialHref(community, { id }), 303)
  })
})

const openActions = async (act: Acting, community: Community) =>
  (await actionsOf(act, { communityId: community.id })).filter(({ state }) => state !== 'dropped')

async function newPage(
  c: PageContext,
  act: Acting,
  community: Community,
  typed: TrialTyped,
  errors: TrialErrors,
) {
  if (!develops(act)) return null
  const { locale } = c.var
  const say = trialFormWords(locale)
  const { offered } = await takenUp(act, locale)
  return page(
    c,
    headOf(community, trialWords(locale).tryMethod, {
      lead: say.lead,
      from: { place: 'trials', label: trialWords(locale).title },
    }),
    offered.size === 0 ? (
      <Empty title={say.nothingToTry}>{say.nothingToTryHint}</Empty>
    ) : (
      <div class="stack">
        <Form locale={locale} action={communityHref(community, 'trials/new')} errors={errors} guard>
          <TrialFields
            locale={locale}
            typed={typed}
            errors={errors}
            offered={offered}
            actions={await openActions(act, community)}
          />
          <Acts>
            <Button>{say.save}</Button>
          </Acts>
        </Form>
        <p>
          <a href="/adaptations/new">{say.adapt}</a>
        </p>
      </div>
    ),
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
