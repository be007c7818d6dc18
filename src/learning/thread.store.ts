/** What hangs together with one member of the thread, read outward from it: as much of each list as its thread needs, and no more than the actor sees. */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import type { ThreadMembers, ThreadStage } from './thread.ts'

/** A whole project begins with all of its mobilities. */
export type ThreadStart = { stage: ThreadStage | 'project'; id: string }

/** All that a member came of, and all that came of it; what else is there hangs on the same methods. */
export async function membersAround(act: Acting, start: ThreadStart): Promise<ThreadMembers> {
  const ahead = await observationsFrom(act, start)
  const methodIds = ahead ? ahead.flatMap(({ methodId }) => methodId ?? []) : await methodsBehind(act, start)
  const observations = ahead ?? (await observationsOfMethods(act, methodIds))
  const journeys = observations.map(({ mobilityId }) => mobilityId)
  return {
    mobilities: await mobilities(act, start, journeys),
    observations,
    ...(await onward(act, start, methodIds)),
  }
}

const among = (column: string, ids: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} = any(${[...new Set(ids)]}::uuid[])`

/** What was seen on the mobilities at which it begins, or the observation itself; null where it begins later. */
async function observationsFrom({ tx }: Acting, { stage, id }: ThreadStart) {
  if (stage !== 'project' && stage !== 'mobility' && stage !== 'observation') return null
  // A draft is in no thread, its writer's neither.
  const seen = tx
    .selectFrom('learning.observation')
    .select(['id', 'mobilityId', 'methodId', 'what'])
    .where('state', '=', sql.lit('kept'))
  const those =
    stage === 'observation'
      ? seen.where('id', '=', id)
      : stage === 'mobility'
        ? seen.where('mobilityId', '=', id)
        : seen.where('mobilityId', 'in', (of) =>
            of.selectFrom('learning.mobility').select('learning.mobility.id').where('projectId', '=', id),
          )
  return those.orderBy('seenOn').orderBy('madeAt').orderBy('id').execute()
}

async function observationsOfMethods({ tx }: Acting, methodIds: readonly string[]) {
  return tx
    .selectFrom('learning.observation')
    .select(['id', 'mobilityId', 'methodId', 'what'])
    .where(among('methodId', methodIds))
    .orderBy('seenOn')
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
}

async function mobilities({ tx }: Acting, { stage, id }: ThreadStart, journeys: readonly string[]) {
  const all = tx.selectFrom('learning.mobility').select(['id', 'title', 'startsOn'])
  const those =
    stage === 'project'
      ? all.where('projectId', '=', id)
      : all.where(among('id', stage === 'mobility' ? [id] : journeys))
  return those.orderBy('startsOn').orderBy('id').execute()
}

/** The methods that it came of, or itself. */
async function methodsBehind({ tx }: Acting, { stage, id }: ThreadStart): Promise<string[]> {
  if (stage === 'method') return [id]
  const wordings = tx.selectFrom('learning.methodVersion as version').select('version.methodId')
  const those =
    stage === 'training'
      ? wordings
          .innerJoin('learning.trainingMethod as taught', 'taught.versionId', 'version.id')
          .where('taught.trainingId', '=', id)
      : stage === 'adaptation'
        ? wordings
            .innerJoin('learning.adaptation as adaptation', 'adaptation.versionId', 'version.id')
            .where('adaptation.id', '=', id)
        : stage === 'trial'
          ? wordings
              .innerJoin('learning.trial as trial', 'trial.versionId', 'version.id')
              .where('trial.id', '=', id)
          : wordings
              .innerJoin('learning.trial as trial', 'trial.versionId', 'version.id')
              .innerJoin('learning.result as result', 'result.trialId', 'trial.id')
              .where('result.id', '=', id)
              .where('result.withdrawnOn', 'is', null)
  return (await those.execute()).map(({ methodId }) => methodId)
}

/** Methods and all that came of them. */
async function onward({ tx }: Acting, { stage, id }: ThreadStart, methodIds: readonly string[]) {
  const methods = await tx
    .selectFrom('learning.method')
    .select(['id', 'card', 'origin', 'originNote', 'state'])
    .where(among('id', methodIds))
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
  const versions = await tx
    .selectFrom('learning.methodVersion')
    .select(['id', 'methodId', 'number', 'own'])
    .where(among('methodId', methodIds))
    .orderBy('methodId')
    .orderBy('number', 'desc')
    .execute()
  const wordings = versions.map((version) => version.id)
  const taught = await tx
    .selectFrom('learning.trainingMethod')
    .select(['trainingId', 'versionId'])
    .where(among('versionId', wordings))
    .orderBy('trainingId')
    .orderBy('versionId')
    .execute()
  const trainings = await tx
    .selectFrom('learning.training')
    .select(['id', 'title'])
    .where(
      among('id', [...taught.map(({ trainingId }) => trainingId), ...(stage === 'training' ? [id] : [])]),
    )
    .orderBy('title')
    .orderBy('id')
    .execute()
  const adaptations = await tx
    .selectFrom('learning.adaptation')
    .select(['id', 'versionId', 'description'])
    .where(among('versionId', wordings))
    .orderBy('onDay')
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
  const trials = await tx
    .selectFrom('learning.trial')
    .select(['id', 'versionId', 'adaptationId', 'about', 'startsOn', 'state'])
    .where(among('versionId', wordings))
    .orderBy('startsOn')
    .orderBy('madeAt')
    .orderBy('id', 'desc')
    .execute()
  const results = await tx
    .selectFrom('learning.result')
    .select(['id', 'trialId', 'what', 'seenOn'])
    .where('withdrawnOn', 'is', null)
    .where(
      among(
        'trialId',
        trials.map((trial) => trial.id),
      ),
    )
    .orderBy('seenOn')
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
  return { methods, versions, taught, trainings, adaptations, trials, results }
}
