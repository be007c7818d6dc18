/**
 * The thread from a journey to what changed in a community, and back: what was seen became a method, which was taught, adapted, tried and had a result. Pure: lists in, a graph out.
 */
import type { Mobility, Observation } from './mobility.ts'
import type { Method, MethodVersion } from './method.ts'
import type { Training } from './training.ts'
import type { Adaptation, Result, Trial } from './trial.ts'

/** The stages in their order; every link leads from an earlier to a later one. */
export const threadStages = [
  'mobility',
  'observation',
  'method',
  'training',
  'adaptation',
  'trial',
  'result',
] as const
export type ThreadStage = (typeof threadStages)[number]

export type ThreadMembers = {
  mobilities: readonly Pick<Mobility, 'id' | 'title' | 'startsOn'>[]
  observations: readonly Pick<Observation, 'id' | 'mobilityId' | 'methodId' | 'what'>[]
  methods: readonly Method[]
  versions: readonly MethodVersion[]
  trainings: readonly Pick<Training, 'id' | 'title'>[]
  taught: readonly { trainingId: string; versionId: string }[]
  adaptations: readonly Pick<Adaptation, 'id' | 'versionId' | 'description'>[]
  trials: readonly Pick<Trial, 'id' | 'versionId' | 'adaptationId' | 'about' | 'startsOn' | 'state'>[]
  results: readonly Pick<Result, 'id' | 'trialId' | 'what' | 'seenOn'>[]
}

/** Ids of the members of each stage, in the order given, and what leads to what. */
export type Thread = {
  ids: Record<ThreadStage, readonly string[]>
  /** By id, the ids of what came of it. */
  next: ReadonlyMap<string, readonly string[]>
  /** By id, the ids of what it came of. */
  before: ReadonlyMap<string, readonly string[]>
}

export function threadOf(members: ThreadMembers): Thread {
  const methodOf = new Map(members.versions.map(({ id, methodId }) => [id, methodId]))
  const links: [from: string | null | undefined, to: string | null | undefined][] = [
    ...members.observations.flatMap(({ id, mobilityId, methodId }): [string, string | null][] => [
      [mobilityId, id],
      [id, methodId],
    ]),
    ...members.taught.map(({ trainingId, versionId }): [string | undefined, string] => [
      methodOf.get(versionId),
      trainingId,
    ]),
    ...members.adaptations.map(({ id, versionId }): [string | undefined, string] => [
      methodOf.get(versionId),
      id,
    ]),
    ...members.trials.map(({ id, versionId, adaptationId }): [string | undefined, string] => [
      adaptationId ?? methodOf.get(versionId),
      id,
    ]),
    ...members.results.map(({ id, trialId }): [string, string] => [trialId, id]),
  ]
  const ids = {
    mobility: members.mobilities.map(({ id }) => id),
    observation: members.observations.map(({ id }) => id),
    method: members.methods.map(({ id }) => id),
    training: members.trainings.map(({ id }) => id),
    adaptation: members.adaptations.map(({ id }) => id),
    trial: members.trials.map(({ id }) => id),
    result: members.results.map(({ id }) => id),
  }
  const known = new Set(Object.values(ids).flat())
  const next = new Map<string, string[]>()
  const before = new Map<string, string[]>()
  for (const [from, to] of links) {
    if (!from || !to || !known.has(from) || !known.has(to)) continue
    put(next, from, to)
    put(before, to, from)
  }
  return { ids, next, before }
}

function put(map: Map<string, string[]>, key: string, value: string): void {
  const there = map.get(key)
  if (there) there.push(value)
  else map.set(key, [value])
}

/** The part of a thread that these members stand in: all that they came of, and all that came of them; themselves too. */
export function threadAround(thread: Thread, ...members: string[]): Thread {
  const kept = new Set(members.flatMap((id) => [...reached(thread.before, id), ...reached(thread.next, id)]))
  const only = (map: Thread['next']) =>
    new Map(
      [...map]
        .filter(([key]) => kept.has(key))
        .map(([key, list]) => [key, list.filter((one) => kept.has(one))]),
    )
  const ids = Object.fromEntries(
    threadStages.map((stage) => [stage, thread.ids[stage].filter((one) => kept.has(one))]),
  ) as Record<ThreadStage, string[]>
  return { ids, next: only(thread.next), before: only(thread.before) }
}

/** `id` and everything a map leads to from it. */
function reached(map: Thread['next'], id: string): Set<string> {
  const seen = new Set([id])
  for (const one of seen) for (const further of map.get(one) ?? []) seen.add(further)
  return seen
}

/**
 * Where a thread ends before it has a result: journeys of which nothing was written down, observations that became no method, methods that were never tried, and trials
 * that are over and have no result. What is retired, planned or still running has not got lost.
 */
export function endsShort(thread: Thread, members: Pick<ThreadMembers, 'methods' | 'trials'>) {
  const bare = (stage: ThreadStage) => thread.ids[stage].filter((id) => !thread.next.has(id))
  const retired = new Set(members.methods.filter(({ state }) => state === 'retired').map(({ id }) => id))
  const over = new Set(
    members.trials.filter(({ state }) => state === 'ended' || state === 'stopped').map(({ id }) => id),
  )
  const tried = (id: string) => [...reached(thread.next, id)].some((one) => thread.ids.trial.includes(one))
  return {
    mobility: bare('mobility'),
    observation: bare('observation'),
    method: thread.ids.method.filter((id) => !retired.has(id) && !tried(id)),
    trial: bare('trial').filter((id) => over.has(id)),
  }
}
