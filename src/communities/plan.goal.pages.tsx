/** Adding and changing a goal of a plan. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { communityHref, develops, headOf, onTended } from './about-community.tsx'
import type { Community } from './community.ts'
import { GoalFields, goalTyped, readGoal, type GoalErrors, type GoalTyped } from './plan.goal.form.tsx'
import { aimFromAddress } from './plan.readiness.ts'
import { addGoal, changeGoal, goalsOf } from './plan.store.ts'
import type { Goal } from './plan.ts'
import { planWords } from './plan.words.ts'

export const planGoalPages = new Hono<PageEnv>()

planGoalPages.get('/communities/:slug/plan/goal', (c) =>
  onTended(c, async (act, community) =>
    develops(act)
      ? goalPage(
          c,
          community,
          null,
          goalTyped(undefined, aimFromAddress(c.req.query('dimension'), c.req.query('from'))),
          {},
        )
      : null,
  ),
)

planGoalPages.get('/communities/:slug/plan/goal/:id', (c) =>
  onTended(c, async (act, community) => {
    const goal = await goalInAddress(c, act, community)
    return goal && goalPage(c, community, goal.id, goalTyped(goal), {})
  }),
)

for (const place of ['goal', 'goal/:id'] as const) {
  planGoalPages.post(`/communities/:slug/plan/${place}`, async (c) => {
    const { values } = await formOf(c)
    return onTended(c, async (act, community) => {
      if (!develops(act)) return null
      const before = place === 'goal' ? null : await goalInAddress(c, act, community)
      if (place !== 'goal' && !before) return null
      const { typed, errors, goal } = readGoal(c.var.locale, values)
      if (!goal) return goalPage(c, community, before?.id ?? null, typed, errors)
      const { state, ...rest } = goal
      if (before) await changeGoal(act, before.id, { ...rest, state })
      else await addGoal(act, community.id, rest)
      leaveNotice(c, planWords(c.var.locale).saved)
      return c.redirect(communityHref(community, 'plan'), 303)
    })
  })
}

/** The goal of this community that the address names, for developers and the lead. */
export async function goalInAddress(c: PageContext, act: Acting, community: Community): Promise<Goal | null> {
  if (!develops(act)) return null
  return (await goalsOf(act, community.id)).find(({ id }) => id === c.req.param('id')) ?? null
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
    headOf(community, id === null ? say.addGoal : say.changeGoal, {
      from: { place: 'plan', label: say.title },
    }),
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
