/** A community's development plan: its goals, what is done of them, and what comes next. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button, ButtonLink } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import { Times } from '../platform/parts/times.tsx'
import { writeCsv } from '../platform/spreadsheet.csv.ts'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { dayAt } from '../platform/day.ts'
import { dayAndMonth } from '../platform/words.dates.ts'
import { communityHref, develops, headOf, onTended } from './about-community.tsx'
import type { Community } from './community.ts'
import {
  ActionFields,
  actionTyped,
  GoalFields,
  goalTyped,
  readAction,
  readGoal,
  type ActionErrors,
  type ActionTyped,
  type GoalErrors,
  type GoalTyped,
} from './plan.form.tsx'
import { GoalHead, Steps } from './plan.part.tsx'
import {
  actionChangesOf,
  actionsOf,
  addAction,
  addGoal,
  changeAction,
  changeGoal,
  goalsOf,
  moveAction,
} from './plan.store.ts'
import { euros } from './money.ts'
import { actionStates } from './plan.ts'
import { planWords } from './plan.words.ts'

export const planPages = new Hono<PageEnv>()

planPages.get('/communities/:slug/plan', (c) =>
  onTended(c, async (act, community) => {
    const { locale } = c.var
    const say = planWords(locale)
    const goals = await goalsOf(act, community.id)
    const actions = await actionsOf(act, { communityId: community.id })
    const changes = await actionChangesOf(act, community.id)
    const titles = new Map(actions.map(({ id, title }) => [id, title]))
    const href = (place: string) => communityHref(community, `plan/${place}`)
    return page(
      c,
      {
        ...headOf(community, say.title, { lead: say.lead }),
        actions: develops(act) ? <ButtonLink href={href('goal')}>{say.addGoal}</ButtonLink> : undefined,
      },
      <div class="stack">
        {goals.length === 0 && (
          <Empty title={say.none}>
            <p>{develops(act) ? say.noneHint : say.noneHost}</p>
          </Empty>
        )}
        {goals.map((goal) => {
          const own = actions.filter(({ goalId }) => goalId === goal.id)
          return (
            <Card>
              <ol class="aims">
                <li>
                  <GoalHead locale={locale} today={act.today} goal={goal} actions={own} level="h2" />
                </li>
              </ol>
              {goal.why !== '' && <p class="prose">{goal.why}</p>}
              <Steps
                locale={locale}
                today={act.today}
                community={community}
                actions={own}
                develops={develops(act)}
              />
              {develops(act) && (
                <p>
                  <a href={href(`goal/${goal.id}/action`)}>
                    {say.addAction}
                    <span class="unseen">: {goal.title}</span>
                  </a>{' '}
                  <a href={href(`goal/${goal.id}`)}>
                    {say.changeGoal}
                    <span class="unseen">: {goal.title}</span>
                  </a>
                </p>
              )}
            </Card>
          )
        })}
        {changes.length > 0 && (
          <Plain title={say.history} id="history">
            <Times
              kind="days"
              items={changes.slice(0, 30).map(({ actionId, from, to, at, note }) => ({
                when: dayAndMonth(locale, dayAt(at, act.actor.timeZone)),
                text: titles.get(actionId) ?? '',
                sub: `${say.historyLine(say.states[from], say.states[to])}${note === '' ? '' : ` · ${note}`}`,
              }))}
            />
          </Plain>
        )}
        {actions.length > 0 && (
          <p>
            <a href={communityHref(community, 'plan.csv')}>{say.csv}</a>
          </p>
        )}
      </div>,
    )
  }),
)

planPages.get('/communities/:slug/plan.csv', (c) =>
  onTended(c, async (act, community) => {
    const say = planWords(c.var.locale)
    const goals = new Map((await goalsOf(act, community.id)).map(({ id, title }) => [id, title]))
    const rows = (await actionsOf(act, { communityId: community.id })).map((action) => [
      goals.get(action.goalId) ?? '',
      action.title,
      action.who,
      action.byOn,
      action.costCents === null ? null : euros(action.costCents),
      say.states[action.state],
      action.evidence,
      action.milestone ? say.yes : null,
    ])
    return c.body(writeCsv({ headings: [...say.headings], rows }), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${community.slug}.csv"`,
    })
  }),
)

planPages.get('/communities/:slug/plan/goal', (c) =>
  onTended(c, async (act, community) =>
    develops(act) ? goalPage(c, community, null, goalTyped(), {}) : null,
  ),
)

planPages.get('/communities/:slug/plan/goal/:id', (c) =>
  onTended(c, async (act, community) => {
    const goal = await theGoal(c, act, community)
    return goal && goalPage(c, community, goal.id, goalTyped(goal), {})
  }),
)

for (const place of ['goal', 'goal/:id'] as const) {
  planPages.post(`/communities/:slug/plan/${place}`, async (c) => {
    const { values } = await formOf(c)
    return onTended(c, async (act, community) => {
      if (!develops(act)) return null
      const before = place === 'goal' ? null : await theGoal(c, act, community)
      if (place !== 'goal' && !before) return null
      const { typed, errors, goal } = readGoal(c.var.locale, values)
      if (!goal) return goalPage(c, community, before?.id ?? null, typed, errors)
      const { state, ...rest } = goal
      const { dimension = null, stageFrom = null, stageTo = null } = before ?? {}
      const whole = { ...rest, dimension, stageFrom, stageTo }
      if (before) await changeGoal(act, before.id, { ...whole, state })
      else await addGoal(act, community.id, whole)
      return saved(c, community)
    })
  })
}

planPages.get('/communities/:slug/plan/goal/:id/action', (c) =>
  onTended(c, async (act, community) => {
    const goal = await theGoal(c, act, community)
    return (
      goal && actionPage(c, community, { to: `goal/${goal.id}/action`, over: goal.title }, actionTyped(), {})
    )
  }),
)

planPages.post('/communities/:slug/plan/goal/:id/action', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    const goal = await theGoal(c, act, community)
    if (!goal) return null
    const { typed, errors, action } = readAction(c.var.locale, values)
    const where = { to: `goal/${goal.id}/action`, over: goal.title }
    if (!action) return actionPage(c, community, where, typed, errors)
    await addAction(act, { communityId: community.id, goalId: goal.id }, action)
    return saved(c, community)
  })
})

planPages.get('/communities/:slug/plan/action/:id', (c) =>
  onTended(c, async (act, community) => {
    const action = await theAction(c, act, community)
    if (!action || !develops(act)) return null
    return actionPage(c, community, { to: `action/${action.id}`, over: null }, actionTyped(action), {})
  }),
)

planPages.post('/communities/:slug/plan/action/:id', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    const before = await theAction(c, act, community)
    if (!before || !develops(act)) return null
    const { typed, errors, action } = readAction(c.var.locale, values)
    if (!action) return actionPage(c, community, { to: `action/${before.id}`, over: null }, typed, errors)
    await changeAction(act, before.id, action)
    return saved(c, community)
  })
})

planPages.post('/communities/:slug/plan/action/:id/state', async (c) => {
  const form = await formOf(c)
  return onTended(c, async (act, community) => {
    const action = await theAction(c, act, community)
    const to = actionStates.find((state) => state === form.text('to'))
    if (!action || !to) return null
    const say = planWords(c.var.locale)
    if (await moveAction(act, action.id, { to })) leaveNotice(c, say.moved(say.states[to]))
    return c.redirect(`${communityHref(community, 'plan')}#a-${action.id}`, 303)
  })
})

async function theGoal(c: PageContext, act: Acting, community: Community) {
  if (!develops(act)) return null
  return (await goalsOf(act, community.id)).find(({ id }) => id === c.req.param('id')) ?? null
}

async function theAction(c: PageContext, act: Acting, community: Community) {
  return (
    (await actionsOf(act, { communityId: community.id })).find(({ id }) => id === c.req.param('id')) ?? null
  )
}

function saved(c: PageContext, community: Community) {
  leaveNotice(c, planWords(c.var.locale).saved)
  return c.redirect(communityHref(community, 'plan'), 303)
}

function goalPage(
  c: PageContext,
  community: Community,
  id: string | null,
  typed: GoalTyped,
  errors: GoalErrors,
) {
  const { locale } = c.var
  const say = planWords(locale)
  return page(
    c,
    head(c, community, id === null ? say.addGoal : say.changeGoal),
    <Form
      locale={locale}
      action={communityHref(community, id === null ? 'plan/goal' : `plan/goal/${id}`)}
      errors={errors}
      guard
    >
      <GoalFields locale={locale} typed={typed} errors={errors} isNew={id === null} />
      <Acts>
        <Button>{say.save}</Button>
      </Acts>
    </Form>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function actionPage(
  c: PageContext,
  community: Community,
  { to, over }: { to: string; over: string | null },
  typed: ActionTyped,
  errors: ActionErrors,
) {
  const { locale } = c.var
  const say = planWords(locale)
  return page(
    c,
    { ...head(c, community, over === null ? say.changeAction : say.addAction), lead: over ?? undefined },
    <Form locale={locale} action={communityHref(community, `plan/${to}`)} errors={errors} guard>
      <ActionFields locale={locale} typed={typed} errors={errors} />
      <Acts>
        <Button>{say.save}</Button>
      </Acts>
    </Form>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const head = (c: PageContext, community: Community, title: string) =>
  headOf(community, title, { from: { place: 'plan', label: planWords(c.var.locale).title } })
