/** For whom a day of a training is held, wherever it is seen: on its own page, on the community's and on that of the plan's action. */
import { communityHref, develops, tends } from '../communities/about-community.tsx'
import { listCommunities } from '../communities/community.store.ts'
import { placeOf } from '../communities/place.store.ts'
import { actionsOf } from '../communities/plan.store.ts'
import type { Acting } from '../platform/actor.ts'
import { isBefore, type Day } from '../platform/day.ts'
import type { Fact } from '../platform/parts/summary-list.tsx'
import { Plain } from '../platform/parts/surface.tsx'
import { Times } from '../platform/parts/times.tsx'
import type { Room } from '../platform/room.ts'
import { dayAndMonth } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { servingProgrammes } from './training.content.ts'
import { sessionForWords } from './session-for.words.ts'
import { sessionsForOf } from './session-for.store.ts'
import { sessionHref } from './training.part.tsx'
import { sessionsOf, trainingsOf } from './training.store.ts'
import type { TrainingSession } from './training.ts'
import { trainingWords } from './training.words.ts'
import { trialHref } from './trial.part.tsx'
import { trialsOf } from './trial.store.ts'
import { trialWords } from './trial.words.ts'
import { takenUp } from './tried.ts'

/** Whoever sees a community beside those who look at what is published. */
export const seesFor = (act: Acting) => tends(act) || act.actor.role === 'coordinator'

/** What the actor may know of it; nothing is left where the day is for nobody in particular, or for a community they do not see. */
export async function forFacts(act: Acting, locale: Locale, sessionId: string): Promise<Fact[]> {
  const [link] = seesFor(act) ? await sessionsForOf(act, { sessionId }) : []
  const community = link && (await listCommunities(act)).find(({ id }) => id === link.communityId)
  if (!link || !community) return []
  const say = sessionForWords(locale).facts
  // A coordinator sees no plan.
  const actions = tends(act) && link.actionId ? await actionsOf(act, { communityId: community.id }) : []
  const action = actions.find(({ id }) => id === link.actionId)
  const place = link.placeId ? await placeOf(act, community.id, link.placeId) : null
  const fact = (label: string, name: string, at = ''): Fact => ({
    label,
    value: <a href={communityHref(community, at)}>{name}</a>,
  })
  return [
    fact(say.community, community.name),
    ...(action ? [fact(say.action, action.title, `plan/action/${action.id}`)] : []),
    ...(place ? [fact(say.place, place.title, `places/${place.id}`)] : []),
  ]
}

export type HeldFor = { session: TrainingSession; title: string }

/** The days that are for a community or for one action of its plan, the latest first. */
export async function heldFor(
  act: Acting,
  of: { communityId: string } | { actionId: string },
): Promise<HeldFor[]> {
  const links = await sessionsForOf(act, of)
  if (links.length === 0) return []
  const titles = new Map((await trainingsOf(act)).map(({ id, title }) => [id, title]))
  return (await sessionsOf(act))
    .filter(({ id }) => links.some(({ sessionId }) => sessionId === id))
    .map((session) => ({ session, title: titles.get(session.trainingId) ?? '' }))
    .toReversed()
}

const timesItem = (locale: Locale, { session, title }: HeldFor, kind?: string) => ({
  when: dayAndMonth(locale, session.onDay),
  datetime: session.onDay.toString(),
  text: <a href={sessionHref(session)}>{title}</a>,
  sub: [...(kind === undefined ? [] : [kind]), trainingWords(locale).states[session.state]].join(' · '),
})

/** The latest trainings, on the page of their community. */
export const trainingsPart: NonNullable<Room['communityParts']>[number] = async (act, community, locale) => {
  if (!seesFor(act)) return null
  const held = await heldFor(act, { communityId: community.id })
  if (held.length === 0 && !develops(act)) return null
  const say = sessionForWords(locale)
  return {
    place: 'aside',
    body: (
      <Plain title={say.title} id="trainings">
        {held.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          <Times kind="days" items={held.slice(0, 3).map((one) => timesItem(locale, one))} />
        )}
        <p>
          <a href={communityHref(community, 'trainings')}>{say.all}</a>
        </p>
      </Plain>
    ),
  }
}

/** What was held and tried for one action of a plan. */
export const actionPart: NonNullable<Room['actionPart']> = async (act, community, action, locale) => {
  if (!tends(act)) return null
  const say = sessionForWords(locale)
  const held = await heldFor(act, { actionId: action.id })
  const trials = (await trialsOf(act, { communityId: community.id })).filter(
    ({ actionId }) => actionId === action.id,
  )
  if (held.length + trials.length === 0) return null
  const taken = await takenUp(act, locale)
  const lines: { on: Day; item: ReturnType<typeof timesItem> }[] = [
    ...held.map((one) => ({ on: one.session.onDay, item: timesItem(locale, one, say.kinds.training) })),
    ...trials.map((trial) => ({
      on: trial.startsOn,
      item: {
        when: dayAndMonth(locale, trial.startsOn),
        datetime: trial.startsOn.toString(),
        text: <a href={trialHref(community, trial)}>{taken.nameOf(trial)}</a>,
        sub: [say.kinds.trial, trialWords(locale).states[trial.state]].join(' · '),
      },
    })),
  ]
  return (
    <Plain title={say.done} id="held">
      <Times
        kind="days"
        items={lines.toSorted((a, b) => (isBefore(a.on, b.on) ? 1 : -1)).map(({ item }) => item)}
      />
    </Plain>
  )
}

/** Ready programmes that serve a dimension of readiness, for those who may hold a training there. */
export const dimensionPart: NonNullable<Room['dimensionPart']> = (act, community, dimension, locale) => {
  const serving = develops(act) ? servingProgrammes(dimension) : []
  if (serving.length === 0) return null
  return (
    <p>
      {sessionForWords(locale).helps}{' '}
      {serving.map(({ key, words }, place) => (
        <>
          {place > 0 && ' · '}
          <a
            href={`${communityHref(community, 'trainings/new')}?${new URLSearchParams({ dimension, ready: key })}`}
          >
            {words[locale].name}
          </a>
        </>
      ))}
    </p>
  )
}
