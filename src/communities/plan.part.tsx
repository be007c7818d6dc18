/** A plan as it is seen: how far it is, a goal with its bar, its steps, and its piece of the community's page. */
import { PostButton } from '../platform/parts/button.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import { Tag } from '../platform/parts/tag.tsx'
import { Times } from '../platform/parts/times.tsx'
import type { Day } from '../platform/day.ts'
import { dayAndMonth } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityHref, tends, type CommunityPart } from './about-community.tsx'
import type { Community } from './community.ts'
import { aimText } from './plan.readiness.ts'
import { actionsOf, goalsOf } from './plan.store.ts'
import {
  isOpen,
  isOverdue,
  milestonesOf,
  nextAction,
  planProgress,
  progressOf,
  type Action,
  type ActionChange,
  type Goal,
  type Progress,
} from './plan.ts'
import { planWords } from './plan.words.ts'

/** As many bits as there are actions; the words beside say the same. */
function Bits({ progress }: { progress: NonNullable<Progress> }) {
  return (
    <div class="bits" aria-hidden="true">
      {Array.from({ length: progress.all }, (_, i) => (
        <i class={i < progress.done ? 'on' : ''} />
      ))}
    </div>
  )
}

/** How far the whole plan is, and the milestones by which it shows. Goals that were left out do not count. */
export function PlanHead(props: {
  locale: Locale
  today: Day
  goals: readonly Goal[]
  actions: readonly Action[]
}) {
  const { locale, today, goals, actions } = props
  const say = planWords(locale)
  const kept = actions.filter(({ goalId }) =>
    goals.some(({ id, state }) => id === goalId && state === 'open'),
  )
  const progress = planProgress(goals.map(({ id }) => progressOf(kept.filter(({ goalId }) => goalId === id))))
  const milestones = milestonesOf(kept)
  if (!progress) return null
  return (
    <>
      <Card title={say.progress(progress.done, progress.all)}>
        <Bits progress={progress} />
      </Card>
      {milestones.length > 0 && (
        <Plain title={say.milestones}>
          <Times
            items={milestones.map((action) => ({
              when: action.byOn ? dayAndMonth(locale, action.byOn) : say.noDay,
              datetime: action.byOn?.toString(),
              text: action.title,
              sub: isOverdue(action, today) ? <Tag tone="time">{say.overdue}</Tag> : say.states[action.state],
            }))}
          />
        </Plain>
      )}
    </>
  )
}

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
  const about = [aimText(locale, goal), goal.dueOn && say.goalDue(dayAndMonth(locale, goal.dueOn))].flatMap(
    (part) => part ?? [],
  )
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
      {about.length > 0 && <p class="sub">{about.join(' · ')}</p>}
      {progress && <Bits progress={progress} />}
      {progress && goal.state === 'open' && (
        <p class="sub">
          {next ? say.next(next.title, next.byOn && dayAndMonth(locale, next.byOn)) : say.allDone}{' '}
          {next && isOverdue(next, today) && <Tag tone="time">{say.overdue}</Tag>}
        </p>
      )}
    </>
  )
}

/** The actions of a goal, each with the one tap that moves it on, or back, and the way to its own page. */
export function Steps(props: {
  locale: Locale
  today: Day
  community: Community
  actions: readonly Action[]
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
            <p>
              <a href={communityHref(community, `plan/action/${action.id}`)}>{action.title}</a>
            </p>
            <p class="sub">
              {[
                ...(action.who === null ? [] : [action.who]),
                ...(action.byOn ? [dayAndMonth(locale, action.byOn)] : []),
                ...(action.milestone ? [say.milestone] : []),
                ...(action.state === 'done' && action.evidence !== '' ? [action.evidence] : []),
              ].join(' · ')}{' '}
              {isOverdue(action, today) && <Tag tone="time">{say.overdue}</Tag>}
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

/** What became of actions. @param titles said where there is more than one action */
export function Changes(props: {
  locale: Locale
  changes: readonly (ActionChange & { on: Day })[]
  titles?: ReadonlyMap<string, string>
}) {
  const { locale, changes, titles } = props
  const say = planWords(locale)
  return (
    <Times
      kind="days"
      items={changes.map(({ actionId, from, to, on, note }) => {
        const line = from === to ? say.evidenceChanged : say.historyLine(say.states[from], say.states[to])
        const title = titles?.get(actionId)
        return {
          when: dayAndMonth(locale, on),
          datetime: on.toString(),
          text: title ?? line,
          sub: [...(title === undefined ? [] : [line]), ...(note === '' ? [] : [note])].join(' · '),
        }
      })}
    />
  )
}

export const planPart: CommunityPart = async (act, community, locale) => {
  if (!tends(act)) return null
  const say = planWords(locale)
  const goals = (await goalsOf(act, community.id)).filter(({ state }) => state === 'open')
  const actions = await actionsOf(act, { communityId: community.id })
  const whole = planProgress(goals.map(({ id }) => progressOf(actions.filter(({ goalId }) => goalId === id))))
  return {
    place: 'main',
    body: (
      <Card
        title={say.title}
        id="plan"
        lead={whole && goals.length > 1 ? say.progress(whole.done, whole.all) : undefined}
      >
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
