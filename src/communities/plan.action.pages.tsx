/** One action of a plan: how far it is and what shows that it was done; and its form. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { dayAt } from '../platform/day.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card, LinkList, Note, Plain } from '../platform/parts/surface.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { TextArea } from '../platform/parts/text-field.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import { communityHref, develops, headOf, onTended } from './about-community.tsx'
import type { Community } from './community.ts'
import { euros } from './money.ts'
import {
  ActionFields,
  actionTyped,
  readAction,
  type ActionErrors,
  type ActionTyped,
} from './plan.action.form.tsx'
import { goalInAddress } from './plan.goal.pages.tsx'
import { Changes } from './plan.part.tsx'
import { offeredAction, offeredFor, type Offered } from './plan.readiness.ts'
import { actionChangesOf, actionsOf, addAction, changeAction, goalsOf, moveAction } from './plan.store.ts'
import { actionStates, isOpen, longestEvidence, nextStates, type Action, type Goal } from './plan.ts'
import { planWords } from './plan.words.ts'

export const planActionPages = new Hono<PageEnv>()

planActionPages.get('/communities/:slug/plan/goal/:id/action', (c) =>
  onTended(c, async (act, community) => {
    const goal = await goalInAddress(c, act, community)
    if (!goal) return null
    const offered = offeredAction(c.var.locale, c.req.query('offered'))
    const typed = { ...actionTyped(), title: offered?.title ?? '' }
    return newActionPage(c, community, goal, typed, {}, offered)
  }),
)

planActionPages.post('/communities/:slug/plan/goal/:id/action', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    const goal = await goalInAddress(c, act, community)
    if (!goal) return null
    const { typed, errors, action } = readAction(c.var.locale, values)
    if (!action) return newActionPage(c, community, goal, typed, errors, null)
    await addAction(act, { communityId: community.id, goalId: goal.id }, action)
    leaveNotice(c, planWords(c.var.locale).saved)
    return c.redirect(communityHref(community, 'plan'), 303)
  })
})

planActionPages.get('/communities/:slug/plan/action/:id', (c) =>
  onTended(c, async (act, community) => {
    const action = await actionInAddress(c, act, community)
    return action && actionPage(c, act, community, action, action.evidence)
  }),
)

planActionPages.get('/communities/:slug/plan/action/:id/change', (c) =>
  onTended(c, async (act, community) => {
    const action = await actionInAddress(c, act, community)
    return action && develops(act) ? changePage(c, community, action, actionTyped(action), {}) : null
  }),
)

planActionPages.post('/communities/:slug/plan/action/:id/change', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    const before = await actionInAddress(c, act, community)
    if (!before || !develops(act)) return null
    const { typed, errors, action } = readAction(c.var.locale, values)
    if (!action) return changePage(c, community, before, typed, errors)
    await changeAction(act, before.id, action)
    leaveNotice(c, planWords(c.var.locale).saved)
    return c.redirect(communityHref(community, `plan/action/${before.id}`), 303)
  })
})

/** One tap on the plan sends only how far it is, and leads back there; the action's own page sends what shows it too. */
planActionPages.post('/communities/:slug/plan/action/:id/state', async (c) => {
  const form = await formOf(c)
  return onTended(c, async (act, community) => {
    const action = await actionInAddress(c, act, community)
    const to = actionStates.find((state) => state === form.text('to'))
    const evidence = form.values.evidence
    if (!action || (!to && evidence === undefined)) return null
    const say = planWords(c.var.locale)
    if (evidence !== undefined && [...evidence].length > longestEvidence) {
      return actionPage(c, act, community, action, evidence, say.errors.evidence)
    }
    const moved = await moveAction(act, action.id, { to: to ?? action.state, evidence })
    if (moved) leaveNotice(c, to && to !== action.state ? say.moved(say.states[to]) : say.saved)
    const place = evidence === undefined ? `plan#a-${action.id}` : `plan/action/${action.id}`
    return c.redirect(communityHref(community, place), 303)
  })
})

async function actionInAddress(c: PageContext, act: Acting, community: Community) {
  const actions = await actionsOf(act, { communityId: community.id })
  return actions.find(({ id }) => id === c.req.param('id')) ?? null
}

const toPlan = (c: PageContext) => ({ place: 'plan', label: planWords(c.var.locale).title })

async function actionPage(
  c: PageContext,
  act: Acting,
  community: Community,
  action: Action,
  evidence: string,
  error?: string,
) {
  const { locale } = c.var
  const say = planWords(locale)
  const goal = (await goalsOf(act, community.id)).find(({ id }) => id === action.goalId)
  const changes = (await actionChangesOf(act, community.id)).filter(({ actionId }) => actionId === action.id)
  const [main, ...others] = nextStates[action.state]
  const told = []
  for (const part of c.var.actionParts) told.push(await part(act, community, action, locale))
  return page(
    c,
    headOf(community, action.title, { from: toPlan(c) }),
    <div class="stack">
      <SummaryList
        locale={locale}
        facts={[
          { label: say.facts.goal, value: goal?.title ?? '' },
          { label: say.facts.state, value: say.states[action.state] },
          ...(action.who === null ? [] : [{ label: say.facts.who, value: action.who }]),
          ...(action.byOn ? [{ label: say.facts.byOn, value: longDay(locale, action.byOn) }] : []),
          ...(action.costCents === null
            ? []
            : [{ label: say.facts.cost, value: `${euros(action.costCents)} €` }]),
          ...(action.milestone ? [{ label: say.facts.milestone, value: say.yes }] : []),
        ]}
      />
      {develops(act) && (
        <p>
          <a href={communityHref(community, `plan/action/${action.id}/change`)}>{say.changeAction}</a>
          {/* Trials and trainings are of a room above this one: they are known by their addresses alone. */}
          {isOpen(action) && (
            <>
              {' · '}
              <a href={communityHref(community, `trials/new?action=${action.id}`)}>{say.tryMethod}</a>
              {' · '}
              <a href={communityHref(community, `trainings/new?action=${action.id}`)}>{say.holdTraining}</a>
            </>
          )}
        </p>
      )}
      <Card>
        <Form
          locale={locale}
          action={communityHref(community, `plan/action/${action.id}/state`)}
          errors={error === undefined ? {} : { evidence: error }}
          guard
        >
          <TextArea
            locale={locale}
            name="evidence"
            label={say.evidence}
            hint={say.evidenceHint}
            required={false}
            rows={3}
            value={evidence}
            error={error}
            maxlength={longestEvidence}
          />
          <Acts>
            {action.state === 'done' && <Button>{say.save}</Button>}
            {main && (
              <Button name="to" value={main} kind={action.state === 'done' ? 'line' : 'act'}>
                {say.to[main]}
              </Button>
            )}
            {others.map((to) => (
              <Button name="to" value={to} kind="line">
                {say.to[to]}
              </Button>
            ))}
          </Acts>
        </Form>
      </Card>
      {told}
      {changes.length > 0 && (
        <Plain title={say.history}>
          <Changes
            locale={locale}
            changes={changes.map((change) => ({ ...change, on: dayAt(change.at, act.actor.timeZone) }))}
          />
        </Plain>
      )}
    </div>,
    error === undefined ? 200 : 422,
  )
}

function newActionPage(
  c: PageContext,
  community: Community,
  goal: Goal,
  typed: ActionTyped,
  errors: ActionErrors,
  offered: Offered | null,
) {
  const { locale } = c.var
  const say = planWords(locale)
  const to = `plan/goal/${goal.id}/action`
  const more = offeredFor(locale, goal).filter(({ key }) => key !== offered?.key)
  return page(
    c,
    headOf(community, say.addAction, { lead: goal.title, from: toPlan(c) }),
    <div class="stack">
      {offered && (
        <Note>
          <p>{offered.how}</p>
        </Note>
      )}
      <Form locale={locale} action={communityHref(community, to)} errors={errors} guard>
        <ActionFields locale={locale} typed={typed} errors={errors} />
        <Acts>
          <Button>{say.save}</Button>
        </Acts>
      </Form>
      {more.length > 0 && (
        <Plain title={say.offered}>
          <LinkList
            items={more.map(({ key, title }) => ({
              href: communityHref(community, `${to}?offered=${key}`),
              label: title,
            }))}
          />
        </Plain>
      )}
    </div>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function changePage(
  c: PageContext,
  community: Community,
  { id, title }: Action,
  typed: ActionTyped,
  errors: ActionErrors,
) {
  const { locale } = c.var
  const say = planWords(locale)
  const place = `plan/action/${id}`
  return page(
    c,
    headOf(community, say.changeAction, { from: { place, label: title } }),
    <Form locale={locale} action={communityHref(community, `${place}/change`)} errors={errors} guard>
      <ActionFields locale={locale} typed={typed} errors={errors} />
      <Acts>
        <Button>{say.save}</Button>
      </Acts>
    </Form>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
