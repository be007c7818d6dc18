/** Evidence as rows: what a file is about, and the file itself, sealed. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import type { CheckedFile } from '../platform/file.ts'
import { sealBytes, unsealBytes } from '../platform/sealing.ts'
import type { Evidence, NewEvidence } from './evidence.ts'

declare module '../platform/database.ts' {
  interface Database {
    'learning.evidence': Evidence & {
      organisationId: string
      accountId: string | null
      contentSealed: Buffer
      byAccount: string | null
      madeAt: Moment
    }
  }
}

const place = (id: string) => `learning.evidence/content/${id}`

const columns = ['id', 'mobilityId', 'participationId', 'kind', 'title', 'type', 'size', 'addedOn'] as const

/** Of one mobility, of one participation, or of all, in the order in which they were added; without the files. */
export async function evidenceOf(
  act: Acting,
  of: { mobilityId?: string; participationId?: string } = {},
): Promise<Evidence[]> {
  let query = act.tx.selectFrom('learning.evidence').select(columns)
  if (of.mobilityId !== undefined) query = query.where('mobilityId', '=', of.mobilityId)
  if (of.participationId !== undefined) query = query.where('participationId', '=', of.participationId)
  return query.orderBy('madeAt').orderBy('id').execute()
}

/** What it is about; without the file. */
export async function oneEvidence(act: Acting, id: string): Promise<Evidence | undefined> {
  return act.tx.selectFrom('learning.evidence').select(columns).where('id', '=', id).executeTakeFirst()
}

/** @returns the id */
export async function addEvidence(
  act: Acting,
  mobilityId: string,
  evidence: NewEvidence,
  { type, bytes }: CheckedFile,
): Promise<string> {
  const id = randomUUID()
  const row = {
    ...evidence,
    id,
    mobilityId,
    organisationId: act.actor.organisationId,
    accountId: null,
    type,
    size: bytes.length,
    contentSealed: sealBytes(act.keys, place(id), bytes),
    byAccount: act.actor.accountId,
    addedOn: act.today,
    madeAt: act.now,
  }
  await act.tx.insertInto('learning.evidence').values(row).execute()
  await act.audit('create', 'learning.evidence', [])
  return id
}

/** The file; `null` where there is none for the actor. */
export async function readEvidence(act: Acting, id: string): Promise<CheckedFile | null> {
  const row = await act.tx
    .selectFrom('learning.evidence')
    .select(['type', 'contentSealed'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  await act.audit('read', 'learning.evidence', [])
  return { type: row.type, bytes: unsealBytes(act.keys, place(id), row.contentSealed) }
}

/** Takes it away for good. Whether it was there. */
export async function removeEvidence(act: Acting, id: string): Promise<boolean> {
  const { numDeletedRows } = await act.tx
    .deleteFrom('learning.evidence')
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return false
  await act.audit('erase', 'learning.evidence', [])
  return true
}
