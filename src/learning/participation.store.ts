/** Who took part in mobilities and what they were to learn, as rows. Whoever took part sees their own. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import type {
  Agreement,
  Confirmation,
  NewParticipation,
  Outcome,
  OwnParticipation,
  Participation,
  Whose,
} from './participation.ts'

declare module '../platform/database.ts' {
  interface Database {
    'learning.participation': Participation & { organisationId: string; madeAt: Moment }
    'learning.outcome': Outcome & { organisationId: string; accountId: string | null }
  }
}

const columns = [
  'id',
  'mobilityId',
  'accountId',
  'name',
  'part',
  'how',
  'responsible',
  'agreedOn',
  'reportState',
  'reportOn',
  'complement',
  'confirmedOn',
] as const

/** Of one mobility or of all, in the order in which they were written down. */
export async function participationsOf(act: Acting, mobilityId?: string): Promise<Participation[]> {
  let query = act.tx.selectFrom('learning.participation').select(columns)
  if (mobilityId !== undefined) query = query.where('mobilityId', '=', mobilityId)
  return query.orderBy('madeAt').orderBy('id').execute()
}

export async function participationOf(act: Acting, id: string): Promise<Participation | undefined> {
  return act.tx.selectFrom('learning.participation').select(columns).where('id', '=', id).executeTakeFirst()
}

/** On which mobilities the actor was, the latest first. */
export async function ownParticipations(act: Acting): Promise<OwnParticipation[]> {
  const { accountId } = act.actor
  if (accountId === null) return []
  return act.tx
    .selectFrom('learning.participation as own')
    .innerJoin('learning.mobility as mobility', 'mobility.id', 'own.mobilityId')
    .select([
      'own.id',
      'own.mobilityId',
      'own.confirmedOn',
      'mobility.title',
      'mobility.startsOn',
      'mobility.endsOn',
    ])
    .where('own.accountId', '=', accountId)
    .orderBy('mobility.startsOn', 'desc')
    .orderBy('own.id')
    .execute()
}

/** @returns the id */
export async function addParticipation(
  act: Acting,
  mobilityId: string,
  given: NewParticipation,
): Promise<string> {
  const row = {
    ...given,
    id: randomUUID(),
    mobilityId,
    organisationId: act.actor.organisationId,
    how: '',
    responsible: '',
    agreedOn: null,
    reportState: 'none' as const,
    reportOn: null,
    complement: '',
    confirmedOn: null,
    madeAt: act.now,
  }
  await act.tx.insertInto('learning.participation').values(row).execute()
  return row.id
}

/** Whether it is there to change. */
export async function agree(act: Acting, id: string, agreement: Agreement): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.participation')
    .set(agreement)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether it is there to confirm. */
export async function confirm(act: Acting, id: string, said: Confirmation): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.participation')
    .set(said)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const outcomeColumns = ['id', 'mobilityId', 'participationId', 'number', 'text', 'reached', 'note'] as const

export async function outcomeOf(act: Acting, id: string): Promise<Outcome | undefined> {
  return act.tx.selectFrom('learning.outcome').select(outcomeColumns).where('id', '=', id).executeTakeFirst()
}

/** In their order. */
export async function outcomesOf(act: Acting, { mobilityId, participationId }: Whose): Promise<Outcome[]> {
  return act.tx
    .selectFrom('learning.outcome')
    .select(outcomeColumns)
    .where('mobilityId', '=', mobilityId)
    .where('participationId', 'is not distinct from', participationId)
    .orderBy('number')
    .execute()
}

/** All of a mobility that the actor sees: of everybody, of the whole group, or one's own. */
export async function outcomesSeen(act: Acting, mobilityId: string): Promise<Pick<Outcome, 'id' | 'text'>[]> {
  return act.tx
    .selectFrom('learning.outcome')
    .select(['id', 'text'])
    .where('mobilityId', '=', mobilityId)
    .orderBy('participationId')
    .orderBy('number')
    .execute()
}

/** After those that are there. */
export async function addOutcomes(
  act: Acting,
  { mobilityId, participationId }: Whose,
  texts: readonly string[],
): Promise<void> {
  if (texts.length === 0) return
  const last = (await outcomesOf(act, { mobilityId, participationId })).at(-1)?.number ?? 0
  const rows = texts.map((text, place) => ({
    id: randomUUID(),
    mobilityId,
    participationId,
    organisationId: act.actor.organisationId,
    accountId: null,
    number: last + place + 1,
    text,
    reached: 'unknown' as const,
    note: '',
  }))
  await act.tx.insertInto('learning.outcome').values(rows).execute()
}

/** Whether it is there to word anew. */
export async function wordOutcome(act: Acting, id: string, text: string): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.outcome')
    .set({ text })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether it is there to judge. */
export async function judgeOutcome(
  act: Acting,
  id: string,
  said: Pick<Outcome, 'reached' | 'note'>,
): Promise<boolean> {
  const { numUpdatedRows } = await act.tx
    .updateTable('learning.outcome')
    .set(said)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
