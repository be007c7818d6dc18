/** Adaptations, trials and their results as rows. */
import { randomUUID } from 'node:crypto'
import type { Generated } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import type {
  Adaptation,
  NewAdaptation,
  NewResult,
  NewTrial,
  Result,
  Trial,
  TrialReport,
  WithdrawnResult,
} from './trial.ts'

declare module '../platform/database.ts' {
  interface Database {
    'learning.adaptation': Adaptation & { organisationId: string; byAccount: string | null; madeAt: Moment }
    'learning.trial': Trial & { organisationId: string; madeAt: Moment; changedAt: Moment }
    'learning.result': Result & {
      organisationId: string
      byAccount: string | null
      madeAt: Moment
      withdrawnOn: Generated<Day | null>
      withdrawnWhy: Generated<string>
    }
  }
}

/** Of one version or of all; oldest first. */
export async function adaptationsOf(act: Acting, versionId?: string): Promise<Adaptation[]> {
  let query = act.tx
    .selectFrom('learning.adaptation')
    .select([
      'id',
      'versionId',
      'phase',
      'planned',
      'what',
      'nature',
      'fidelity',
      'description',
      'reasons',
      'decidedBy',
      'onDay',
    ])
  if (versionId !== undefined) query = query.where('versionId', '=', versionId)
  return query.orderBy('onDay').orderBy('madeAt').orderBy('id').execute()
}

/** @returns the id */
export async function addAdaptation(
  act: Acting,
  versionId: string,
  adaptation: NewAdaptation,
): Promise<string> {
  const id = randomUUID()
  const { organisationId, accountId } = act.actor
  await act.tx
    .insertInto('learning.adaptation')
    .values({ ...adaptation, id, versionId, organisationId, byAccount: accountId, madeAt: act.now })
    .execute()
  return id
}

/** Of one community, of one version, or all that the actor sees; newest first. */
export async function trialsOf(
  act: Acting,
  of: { communityId?: string; versionIds?: readonly string[] } = {},
): Promise<Trial[]> {
  if (of.versionIds?.length === 0) return []
  let query = act.tx
    .selectFrom('learning.trial')
    .select([
      'id',
      'communityId',
      'versionId',
      'adaptationId',
      'actionId',
      'about',
      'facilitatorId',
      'startsOn',
      'endsOn',
      'state',
      'eligible',
      'reached',
      'asked',
      'tookPart',
      'fidelity',
      'happened',
      'unwanted',
      'hoursQuarters',
      'costCents',
      'followUpOn',
    ])
  if (of.communityId !== undefined) query = query.where('communityId', '=', of.communityId)
  if (of.versionIds !== undefined) query = query.where('versionId', 'in', [...of.versionIds])
  return query.orderBy('startsOn', 'desc').orderBy('madeAt', 'desc').orderBy('id').execute()
}

/** Plans a trial in a community. @returns the id */
export async function addTrial(
  act: Acting,
  { communityId, about }: Pick<Trial, 'communityId' | 'about'>,
  trial: NewTrial,
): Promise<string> {
  const id = randomUUID()
  await act.tx
    .insertInto('learning.trial')
    .values({
      ...trial,
      id,
      communityId,
      about,
      organisationId: act.actor.organisationId,
      endsOn: null,
      state: 'planned',
      eligible: null,
      reached: null,
      asked: null,
      tookPart: null,
      fidelity: 'unknown',
      happened: '',
      unwanted: '',
      hoursQuarters: null,
      costCents: null,
      madeAt: act.now,
      changedAt: act.now,
    })
    .execute()
  return id
}

/** Writes down how it went so far; false where it is not there to change. */
export async function reportTrial(
  act: Acting,
  { id, communityId }: Pick<Trial, 'id' | 'communityId'>,
  report: TrialReport,
): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.trial')
    .set({ ...report, changedAt: act.now })
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Of one trial, of one community, or all that the actor sees, but those that were taken back; in the order of their days. */
export async function resultsOf(
  act: Acting,
  of: { trialId?: string; communityId?: string } = {},
): Promise<Result[]> {
  let query = act.tx
    .selectFrom('learning.result')
    .select(['id', 'trialId', 'communityId', 'kind', 'what', 'count', 'outOf', 'seenOn', 'howKnown'])
    .where('withdrawnOn', 'is', null)
  if (of.trialId !== undefined) query = query.where('trialId', '=', of.trialId)
  if (of.communityId !== undefined) query = query.where('communityId', '=', of.communityId)
  return query.orderBy('seenOn').orderBy('madeAt').orderBy('id').execute()
}

/** Not before the day its trial began. @returns the id */
export async function addResult(
  act: Acting,
  { id: trialId, communityId }: Pick<Trial, 'id' | 'communityId'>,
  result: NewResult,
): Promise<string> {
  const id = randomUUID()
  const { organisationId, accountId } = act.actor
  await act.tx
    .insertInto('learning.result')
    .values({ ...result, id, trialId, communityId, organisationId, byAccount: accountId, madeAt: act.now })
    .execute()
  return id
}

/** Takes back one that was written by mistake, for good; false where it is not there, or was taken back before. */
export async function withdrawResult(
  act: Acting,
  { id, communityId }: Pick<Result, 'id' | 'communityId'>,
  why: string,
): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.result')
    .set({ withdrawnOn: act.today, withdrawnWhy: why })
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .where('withdrawnOn', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Those of one trial that were taken back, in the order in which they were. */
export async function withdrawnOf(act: Acting, trialId: string): Promise<WithdrawnResult[]> {
  return act.tx
    .selectFrom('learning.result')
    .select(['withdrawnOn', 'withdrawnWhy'])
    .where('trialId', '=', trialId)
    .where('withdrawnOn', 'is not', null)
    .$narrowType<{ withdrawnOn: Day }>()
    .orderBy('withdrawnOn')
    .orderBy('id')
    .execute()
}
