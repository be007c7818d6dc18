/** Communities as rows. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import { seal, unseal } from '../platform/sealing.ts'
import {
  nextStates,
  slugOf,
  type Community,
  type CommunityKind,
  type CommunityLanguage,
  type CommunityProfile,
  type CommunityState,
  type TrustLevel,
} from './community.ts'

type CommunityTable = {
  id: string
  organisationId: string
  slug: string
  name: string
  kind: CommunityKind
  municipality: string
  languages: CommunityLanguage[]
  summary: string
  contactSealed: Buffer | null
  state: CommunityState
  stateSince: Day
  published: boolean
  trust: TrustLevel
  developerId: string | null
  madeAt: Moment
  changedAt: Moment
}

declare module '../platform/database.ts' {
  interface Database {
    'communities.community': CommunityTable
  }
}

const contactPlace = (id: string) => `communities.community/contact/${id}`

function fromRow(act: Acting, row: CommunityTable): Community {
  const { contactSealed, organisationId: _, madeAt: __, ...rest } = row
  return {
    ...rest,
    contact: contactSealed && unseal(act.keys, contactPlace(row.id), contactSealed),
  }
}

function toRow(act: Acting, id: string, { contact, ...rest }: CommunityProfile) {
  return {
    ...rest,
    contactSealed: contact === null ? null : seal(act.keys, contactPlace(id), contact),
    changedAt: act.now,
  }
}

/** Enters a community; one of a public form is `asked`. Its id and the name it has in addresses. */
export async function addCommunity(
  act: Acting,
  profile: CommunityProfile,
  state: Extract<CommunityState, 'asked' | 'talk' | 'accepted'>,
): Promise<{ id: string; slug: string }> {
  const id = randomUUID()
  const row = {
    ...toRow(act, id, profile),
    id,
    organisationId: act.actor.organisationId,
    state,
    stateSince: act.today,
    published: false,
    trust: 'visitor' as const,
    developerId: act.actor.role === 'developer' ? act.actor.accountId : null,
    madeAt: act.now,
  }
  const wanted = slugOf(profile.name)
  // Somebody else's community may have the name, and need not be seen for that.
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    const { numInsertedOrUpdatedRows } = await act.tx
      .insertInto('communities.community')
      .values({ ...row, slug })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows === 1n) return { id, slug }
  }
}

/** Those of one's own organisation that the actor may see, by name; for somebody without an account those that are published. */
export async function listCommunities(
  act: Acting,
  { states }: { states?: readonly CommunityState[] } = {},
): Promise<Community[]> {
  let query = act.tx.selectFrom('communities.community').selectAll()
  if (act.actor.role !== 'visitor') query = query.where('organisationId', '=', act.actor.organisationId)
  if (states) query = query.where('state', 'in', [...states])
  const rows = await query.orderBy('name').orderBy('id').execute()
  return rows.map((row) => fromRow(act, row))
}

/** Null where there is none that the actor may see. */
export async function communityBySlug(act: Acting, slug: string): Promise<Community | null> {
  const row = await act.tx
    .selectFrom('communities.community')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row ? fromRow(act, row) : null
}

/** Changes what a community says of itself. False where the actor may not. */
export async function changeCommunity(act: Acting, id: string, profile: CommunityProfile): Promise<boolean> {
  const { municipality, ...rest } = toRow(act, id, profile)
  const result = await act.tx
    .updateTable('communities.community')
    // A host leaves the municipality as it is.
    .set(act.actor.role === 'host' ? rest : { ...rest, municipality })
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Brings a community to another state, where that one follows. Only what is accepted stays published. */
export async function moveCommunity(act: Acting, id: string, to: CommunityState): Promise<boolean> {
  const from = Object.entries(nextStates).flatMap(([state, next]) =>
    next.includes(to) ? [state as CommunityState] : [],
  )
  const shown = to === 'accepted' || to === 'resting'
  const result = await act.tx
    .updateTable('communities.community')
    .set({
      state: to,
      stateSince: act.today,
      changedAt: act.now,
      ...(shown ? {} : { published: false }),
      ...(act.actor.role === 'developer' && to === 'talk' ? { developerId: act.actor.accountId } : {}),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Shows a community without an account, or no more. False where it is not accepted. */
export async function publishCommunity(act: Acting, id: string, published: boolean): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.community')
    .set({ published, changedAt: act.now })
    .where('id', '=', id)
    .where('state', 'in', ['accepted', 'resting'])
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
