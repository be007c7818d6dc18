/** A community's development plan: how far it is, its goals, what is done of them, and what comes next. */
import { Hono } from 'hono'
import { ButtonLink } from '../platform/parts/button.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import { page, type PageEnv } from '../platform/web.tsx'
import { dayAt } from '../platform/day.ts'
import { communityHref, develops, headOf, onTended } from './about-community.tsx'
import { planCsv } from './plan.csv.ts'
import { Changes, GoalHead, PlanHead, Steps } from './plan.part.tsx'
import { actionChangesOf, actionsOf, goalsOf } from './plan.store.ts'
import { planWords } from './plan.words.ts'

export const planPages = new Hono<PageEnv>()

planPages.get('/communities/:slug/plan', (c) =>
  onTended(c, async (act, community) => {
    const { locale } = c.var
    const say = planWords(locale)
    const goals = await goalsOf(act, community.id)
    const actions = await actionsOf(act, { communityId: community.id })
    const changes = await actionChangesOf(act, community.id)
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
        <PlanHead locale={locale} today={act.today} goals={goals} actions={actions} />
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
              <Steps locale={locale} today={act.today} community={community} actions={own} />
              {develops(act) && (
                <p>
                  <a href={href(`goal/${goal.id}/action`)}>
                    {say.addAction}
                    <span class="unseen">: {goal.title}</span>
                  </a>
                  {' · '}
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
            <Changes
              locale={locale}
              changes={changes
                .slice(0, 30)
                .map((change) => ({ ...change, on: dayAt(change.at, act.actor.timeZone) }))}
              titles={new Map(actions.map(({ id, title }) => [id, title]))}
            />
          </Plain>
        )}
        {actions.length > 0 && (
          <p>
            <a href={communityHref(community, 'plan.csv')}>{say.csv}</a>
          </p>
        )}
        {develops(act) && (
          <p>
            <a href={href('import')}>{say.import}</a>
          </p>
        )}
      </div>,
    )
  }),
)

planPages.get('/communities/:slug/plan.csv', (c) =>
  onTended(c, async (act, community) => {
    const goals = await goalsOf(act, community.id)
    const actions = await actionsOf(act, { communityId: community.id })
    return c.body(planCsv(c.var.locale, goals, actions), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${community.slug}.csv"`,
    })
  }),
)
