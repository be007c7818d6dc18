/** Projects, mobilities and what was seen on them, as rows; drafts are in `draft.store.ts`. */
import { randomUUID } from 'node:crypto'
import { sql, type NotNull } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import type {
  Draft,
  Mobility,
  NewMobility,
  NewObservation,
  NewProject,
  Observation,
  Project,
} from './mobility.ts'

declare module '../platform/database.ts' {
  interface Database {
    'learning.project': Project & { organisationId: string; madeAt: Moment }
    'learning.mobility': Mobility & { organisationId: string; madeAt: Moment }
    'learning.observation': Omit<Observation, 'seenOn'> & {
      /** Null in drafts only. */
      seenOn: Day | null
      state: 'draft' | 'kept'
      organisationId: string
      byAccount: string | null
      madeAt: Moment
    }
  }
}

const made = (act: Acting) => ({
  id: randomUUID(),
  organisationId: act.actor.organisationId,
  madeAt: act.now,
})

const ofProject = [
  'id',
  'title',
  'number',
  'callYear',
  'funder',
  'startsOn',
  'endsOn',
  'summary',
] as const satisfies (keyof Project)[]

/** Newest first. */
export async function projectsOf(act: Acting): Promise<Project[]> {
  return act.tx
    .selectFrom('learning.project')
    .select(ofProject)
    .orderBy('startsOn', 'desc')
    .orderBy('id')
    .execute()
}

export async function projectOf(act: Acting, id: string): Promise<Project | null> {
  const found = act.tx.selectFrom('learning.project').select(ofProject).where('id', '=', id)
  return (await found.executeTakeFirst()) ?? null
}

/** @returns the id */
export async function addProject(act: Acting, project: NewProject): Promise<string> {
  const row = { ...project, ...made(act) }
  await act.tx.insertInto('learning.project').values(row).execute()
  return row.id
}

/** Whether it is there to change. */
export async function changeProject(act: Acting, id: string, project: NewProject): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.project')
    .set(project)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const ofMobility = [
  'id',
  'projectId',
  'kind',
  'title',
  'host',
  'country',
  'town',
  'startsOn',
  'endsOn',
  'travelDays',
  'purpose',
  'state',
] as const satisfies (keyof Mobility)[]

/** Of one project or of all, in the order in which they were. */
export async function mobilitiesOf(act: Acting, projectId?: string): Promise<Mobility[]> {
  let query = act.tx.selectFrom('learning.mobility').select(ofMobility)
  if (projectId !== undefined) query = query.where('projectId', '=', projectId)
  return query.orderBy('startsOn').orderBy('id').execute()
}

export async function mobilityOf(act: Acting, id: string): Promise<Mobility | null> {
  const found = act.tx.selectFrom('learning.mobility').select(ofMobility).where('id', '=', id)
  return (await found.executeTakeFirst()) ?? null
}

/** @returns the id */
export async function addMobility(act: Acting, projectId: string, mobility: NewMobility): Promise<string> {
  const row = { ...mobility, projectId, state: 'draft' as const, ...made(act) }
  await act.tx.insertInto('learning.mobility').values(row).execute()
  return row.id
}

/** Whether it is there to change. */
export async function changeMobility(
  act: Acting,
  id: string,
  mobility: NewMobility & Pick<Mobility, 'state'>,
): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.mobility')
    .set(mobility)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const ofObservation = [
  'id',
  'mobilityId',
  'methodId',
  'outcomeId',
  'seenOn',
  'seenAt',
  'what',
  'thought',
] as const satisfies (keyof Observation)[]

const keptObservations = (act: Acting) =>
  act.tx
    .selectFrom('learning.observation')
    .select(ofObservation)
    .where('state', '=', sql.lit('kept'))
    .$narrowType<{ seenOn: NotNull }>()

/** Of one mobility, of one method, or all; in the order in which they were made. */
export async function observationsOf(
  act: Acting,
  of: { mobilityId?: string; methodId?: string } = {},
): Promise<Observation[]> {
  let query = keptObservations(act)
  if (of.mobilityId !== undefined) query = query.where('mobilityId', '=', of.mobilityId)
  if (of.methodId !== undefined) query = query.where('methodId', '=', of.methodId)
  return query.orderBy('seenOn').orderBy('madeAt').orderBy('id').execute()
}

export async function observationOf(act: Acting, id: string): Promise<Observation | null> {
  return (await keptObservations(act).where('id', '=', id).executeTakeFirst()) ?? null
}

/**
 * What the actor has written word for word before: over a poor connection a form is sent again whose answer was lost. Others of the same writer wait
 * meanwhile, so that two that are sent at once are one.
 */
export async function writtenBefore(
  { tx, actor }: Acting,
  mobilityId: string,
  { seenOn, seenAt, what, thought }: Pick<Draft, 'seenOn' | 'seenAt' | 'what' | 'thought'>,
  state: 'draft' | 'kept',
): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${mobilityId} ${actor.accountId}`}, 7355631))`.execute(
    tx,
  )
  const same = await tx
    .selectFrom('learning.observation')
    .select('id')
    .where('mobilityId', '=', mobilityId)
    .where('byAccount', 'is not distinct from', actor.accountId)
    .where('state', '=', sql.lit(state))
    .where('seenOn', 'is not distinct from', seenOn)
    .where('seenAt', '=', seenAt)
    .where('what', '=', what)
    .where('thought', '=', thought)
    .executeTakeFirst()
  return same?.id ?? null
}

/** Sent again, it is the one that is there. @returns the id */
export async function addObservation(
  act: Acting,
  mobilityId: string,
  observation: NewObservation,
): Promise<string> {
  const before = await writtenBefore(act, mobilityId, observation, 'kept')
  if (before !== null) return before
  const { outcomeId = null, ...seen } = observation
  const kept = { state: 'kept' as const, methodId: null, byAccount: act.actor.accountId, ...made(act) }
  const row = { ...seen, outcomeId, mobilityId, ...kept }
  await act.tx.insertInto('learning.observation').values(row).execute()
  return row.id
}

/** Whether it is there to change. */
export async function changeObservation(
  act: Acting,
  id: string,
  observation: NewObservation,
): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.observation')
    .set(observation)
    .where('id', '=', id)
    .where('state', '=', sql.lit('kept'))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
