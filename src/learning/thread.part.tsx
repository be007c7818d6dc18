/** The thread as a piece of a page: read as whoever looks, so that what they may not see is not in it. */
import type { Child } from 'hono/jsx'
import type { Acting } from '../platform/actor.ts'
import { Strip } from '../platform/parts/summary-list.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { monthAndYear } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { methodHref, nameOfMethod } from './method.name.ts'
import { methodsOf, versionsOf } from './method.store.ts'
import { mobilitiesOf, observationsOf } from './mobility.store.ts'
import { endsShort, threadAround, threadOf, threadStages, type ThreadMembers } from './thread.ts'
import { ThreadPicture, type Told } from './thread.picture.tsx'
import { threadWords } from './thread.words.ts'
import { taughtIn, trainingsOf } from './training.store.ts'
import { adaptationsOf, resultsOf, trialsOf } from './trial.store.ts'

/** Everything of a thread that the actor sees. */
export async function readMembers(act: Acting): Promise<ThreadMembers> {
  return {
    mobilities: await mobilitiesOf(act),
    observations: await observationsOf(act),
    methods: await methodsOf(act),
    versions: await versionsOf(act),
    trainings: await trainingsOf(act),
    taught: await taughtIn(act),
    adaptations: await adaptationsOf(act),
    trials: (await trialsOf(act)).reverse(),
    results: await resultsOf(act),
  }
}

function tell(locale: Locale, members: ThreadMembers): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>()
  for (const { id, title, startsOn } of members.mobilities)
    told.set(id, { label: title, sub: monthAndYear(locale, startsOn), href: `/mobilities/${id}` })
  for (const { id, mobilityId, what } of members.observations)
    told.set(id, { label: what, sub: '', href: `/mobilities/${mobilityId}#o-${id}` })
  for (const method of members.methods) {
    const version = members.versions.find(({ methodId }) => methodId === method.id)
    told.set(method.id, { label: nameOfMethod(locale, method, version), sub: '', href: methodHref(method) })
  }
  for (const { id, title } of members.trainings)
    told.set(id, { label: title, sub: '', href: `/trainings/${id}` })
  for (const { id, description } of members.adaptations)
    told.set(id, { label: description, sub: '', href: `/adaptations/${id}` })
  for (const { id, about, startsOn } of members.trials)
    told.set(id, { label: about, sub: monthAndYear(locale, startsOn), href: `/trials/${id}` })
  for (const { id, trialId, what, seenOn } of members.results)
    told.set(id, { label: what, sub: monthAndYear(locale, seenOn), href: `/trials/${trialId}#results` })
  return told
}

/** What a member came of and what came of it; null where nothing is linked to it that the actor sees. */
export async function threadPart(act: Acting, locale: Locale, id: string): Promise<Child> {
  const members = await readMembers(act)
  const thread = threadAround(threadOf(members), id)
  if (Object.values(thread.ids).flat().length < 2) return null
  const say = threadWords(locale)
  return (
    <Card title={say.title} id="thread" lead={say.lead}>
      <ThreadPicture locale={locale} thread={thread} told={tell(locale, members)} at={id} short={new Set()} />
    </Card>
  )
}

/** A whole project from each journey to each result, and what was left on the way; null before its first journey. */
export async function projectThread(act: Acting, locale: Locale, projectId: string): Promise<Child> {
  const members = await readMembers(act)
  const journeys = members.mobilities.filter((one) => one.projectId === projectId).map(({ id }) => id)
  if (journeys.length === 0) return null
  const thread = threadAround(threadOf(members), ...journeys)
  const ends = endsShort(thread, members)
  const told = tell(locale, members)
  const say = threadWords(locale)
  return (
    <>
      <Strip
        facts={threadStages.map((stage) => ({
          label: say.counts[stage],
          value: String(thread.ids[stage].length),
        }))}
      />
      <Card title={say.projectTitle} id="thread" lead={say.projectLead}>
        <ThreadPicture
          locale={locale}
          thread={thread}
          told={told}
          at={null}
          short={new Set(Object.values(ends).flat())}
        />
      </Card>
      <Lost locale={locale} ends={ends} told={told} />
    </>
  )
}

function Lost(props: {
  locale: Locale
  ends: ReturnType<typeof endsShort>
  told: ReadonlyMap<string, Told>
}) {
  const { ends, told } = props
  const say = threadWords(props.locale)
  const stages = (['mobility', 'observation', 'method', 'trial'] as const).filter(
    (stage) => ends[stage].length > 0,
  )
  return (
    <Card title={say.lost} id="lost">
      {stages.length === 0 && <p>{say.nothingLost}</p>}
      {stages.map((stage) => (
        <>
          <h3>{say.losses[stage]}</h3>
          <ul>
            {ends[stage].map((id) => {
              const { label = '', href = null } = told.get(id) ?? {}
              return <li>{href === null ? label : <a href={href}>{label}</a>}</li>
            })}
          </ul>
        </>
      ))}
    </Card>
  )
}
