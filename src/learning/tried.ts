/** What is tried: the methods that are taken up here with their versions and adaptations, read together and looked up by what a trial names. */
import type { Acting } from '../platform/actor.ts'
import { isBefore } from '../platform/day.ts'
import type { Locale } from '../platform/words.ts'
import { coreOfMethod, nameOfMethod } from './method.name.ts'
import { methodsOf, versionsOf } from './method.store.ts'
import type { Method, MethodVersion } from './method.ts'
import { adaptationsOf, resultsOf, trialsOf } from './trial.store.ts'
import { awaitedOf, type Adaptation, type Awaited, type Trial } from './trial.ts'

export type Tried = {
  name: string
  core: readonly string[]
  version: MethodVersion
  adaptation: Adaptation | null
}

export type Taken = {
  /** A version, with an adaptation of it where one is named; null where the actor does not see it. */
  find(what: Pick<Trial, 'versionId' | 'adaptationId'>): Tried | null
  /** By itself what is tried, or a dash. */
  nameOf(what: Pick<Trial, 'versionId'>): string
  adaptations: readonly Adaptation[]
  /** What may be tried now, by the id of a version or an adaptation: of each method that is not retired its newest version, and all its adaptations. */
  offered: ReadonlyMap<string, Tried>
}

export async function takenUp(act: Acting, locale: Locale): Promise<Taken> {
  const methods = await methodsOf(act)
  const versions = await versionsOf(act)
  const adaptations = await adaptationsOf(act)
  const tried = (method: Method, version: MethodVersion, adaptation: Adaptation | null): Tried => ({
    name: nameOfMethod(locale, method, version),
    core: coreOfMethod(locale, method, version),
    version,
    adaptation,
  })
  const find: Taken['find'] = ({ versionId, adaptationId }) => {
    const version = versions.find(({ id }) => id === versionId)
    const method = methods.find(({ id }) => id === version?.methodId)
    if (!version || !method) return null
    return tried(method, version, adaptations.find(({ id }) => id === adaptationId) ?? null)
  }
  const offered = new Map<string, Tried>()
  for (const method of methods.filter(({ state }) => state !== 'retired')) {
    const [newest, ...older] = versions.filter(({ methodId }) => methodId === method.id)
    if (!newest) continue
    offered.set(newest.id, tried(method, newest, null))
    for (const version of [newest, ...older]) {
      for (const adaptation of adaptations.filter(({ versionId }) => versionId === version.id))
        offered.set(adaptation.id, tried(method, version, adaptation))
    }
  }
  return {
    find,
    nameOf: ({ versionId }) => find({ versionId, adaptationId: null })?.name ?? '–',
    adaptations,
    offered,
  }
}

export type AwaitingTrial = Pick<Trial, 'id' | 'communityId'> & { method: string; awaited: Awaited }

/** Trials about which something is to be written, or that are to be looked at again; what has waited longest comes first. */
export async function trialsAwaiting(act: Acting, locale: Locale): Promise<AwaitingTrial[]> {
  const trials = await trialsOf(act)
  const results = Map.groupBy(await resultsOf(act), ({ trialId }) => trialId)
  const waiting = trials.flatMap((trial) => {
    const awaited = awaitedOf(trial, results.get(trial.id) ?? [], act.today)
    return awaited ? [{ trial, awaited }] : []
  })
  if (waiting.length === 0) return []
  const taken = await takenUp(act, locale)
  return waiting
    .map(({ trial, awaited }) => ({
      id: trial.id,
      communityId: trial.communityId,
      method: taken.nameOf(trial),
      awaited,
    }))
    .toSorted((a, b) => (isBefore(a.awaited.since, b.awaited.since) ? -1 : 1))
}
