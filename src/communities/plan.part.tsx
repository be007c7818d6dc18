/** A plan as it is seen: a goal with its bar, its steps, and its piece of the community's page. */
import { PostButton } from '../platform/parts/button.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Tag } from '../platform/parts/tag.tsx'
import type { Day } from '../platform/day.ts'
import { dayAndMonth } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityHref, tends, type CommunityPart } from './about-community.tsx'
import type { Community } from './community.ts'
import { actionsOf, goalsOf } from './plan.store.ts'
import { isOpen, isOverdue, nextAction, progressOf, type Action, type Goal } from './plan.ts'
import { planWords } from './plan.words.ts'

export function GoalHead(props: {
  locale: Locale
  today: Day
  goal: Goal
  actions: readonly Action[]
  level: 'h2' | 'h3'
}) {
  const { locale, today, goal, actions, level: Level } = props
  const say = planWords(locale)
  const progress = progressOf(actions)
  const next = nextAction(actions)
  return (
    <>
      <header>
        <Level>{goal.title}</Level>
        <p>
          {goal.state === 'dropped'
            ? say.dropped
            : progress
              ? say.doneOf(progress.done, progress.all)
              : say.noActions}
        </p>
      </header>
      {progress && (
        <div class="bits" aria-hidden="true">
          {Array.from({ length: progress.all }, (_, i) => (
            <i class={i < progress.done ? 'on' : ''} />
          ))}
        </div>
      )}
      {progress && goal.state === 'open' && (
        <p class="sub">
          {next ? say.next(next.title, next.byOn && dayAndMonth(locale, next.byOn)) : say.allDone}{' '}
          {next && isOverdue(next, today) && <Tag tone="time">{say.overdue}</Tag>}
        </p>
      )}
    </>
  )
}

/** The actions of a goal, each with the one tap that moves it on, or back. */
export function Steps(props: {
  locale: Locale
  today: Day
  community: Community
  actions: readonly Action[]
  develops: boolean
}) {
  const { locale, today, community, actions } = props
  const say = planWords(locale)
  if (actions.length === 0) return null
  return (
    <ul class="rows">
      {actions.map((action) => (
        <li class="row" id={`a-${action.id}`}>
          <p class="who">{say.states[action.state]}</p>
          <div>
            <p>{action.title}</p>
            <p class="sub">
              {[
                ...(action.who === null ? [] : [action.who]),
                ...(action.byOn ? [dayAndMonth(locale, action.byOn)] : []),
                ...(action.milestone ? [say.milestone] : []),
                ...(action.evidence === '' ? [] : [action.evidence]),
              ].join(' · ')}{' '}
              {isOverdue(action, today) && <Tag tone="time">{say.overdue}</Tag>}{' '}
              {props.develops && (
                <a href={communityHref(community, `plan/action/${action.id}`)}>
                  {say.change}
                  <span class="unseen">: {action.title}</span>
                </a>
              )}
            </p>
          </div>
          <PostButton
            kind="calm"
            action={communityHref(community, `plan/action/${action.id}/state`)}
            fields={{ to: isOpen(action) ? 'done' : 'planned' }}
            about={action.title}
          >
            {isOpen(action) ? say.to.done : say.to.planned}
          </PostButton>
        </li>
      ))}
    </ul>
  )
}

export const planPart: CommunityPart = async (act, community, locale) => {
  if (!tends(act)) return null
  const say = planWords(locale)
  const goals = (await goalsOf(act, community.id)).filter(({ state }) => state === 'open')
  const actions = await actionsOf(act, { communityId: community.id })
  return {
    place: 'main',
    body: (
      <Card title={say.title} id="plan">
        {goals.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          <ol class="aims">
            {goals.map((goal) => (
              <li>
                <GoalHead
                  locale={locale}
                  today={act.today}
                  goal={goal}
                  actions={actions.filter(({ goalId }) => goalId === goal.id)}
                  level="h3"
                />
              </li>
            ))}
          </ol>
        )}
        <p>
          <a href={communityHref(community, 'plan')}>{say.open}</a>
        </p>
      </Card>
    ),
  }
}
