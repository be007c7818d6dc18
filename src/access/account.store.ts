/** Accounts as the house sees them: who works here, under which name, in which roles. What opens doors is in the other stores. */
import { randomUUID } from 'node:crypto'
import type { Acting, Role } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import type { Moment } from '../platform/day.ts'
import type { Keys } from '../platform/keys.ts'
import { blindIndex, seal, unseal } from '../platform/sealing.ts'
import type { Locale } from '../platform/words.ts'
import { emailOf, hasStaffRole, orderedRoles } from './account.ts'

declare module '../platform/database.ts' {
  interface Database {
    'access.account': {
      id: string
      organisationId: string
      name: string
      ownNameSealed: Buffer | null
      locale: Locale
      state: 'active' | 'disabled'
      createdAt: Moment
      disabledAt: Moment | null
    }
    'access.accountRole': { accountId: string; organisationId: string; role: Role; since: Moment }
    'access.address': { accountId: string; organisationId: string; emailSealed: Buffer; emailIndex: Buffer }
  }
}

/** The address opens another account already; whose is not told. */
export class AddressTakenError extends Error {
  override name = 'AddressTakenError'
}

export type NewAccount = {
  /** What the house sees: a colleague's name, a participant's code. */
  name: string
  /** What only the account itself is called by; a participant's name. */
  ownName?: string | undefined
  email: string
  roles: readonly Role[]
  locale: Locale
}

/**
 * Adds an account to the actor's organisation. The administrator adds anybody, a coordinator or lead only participants.
 *
 * @returns its id
 * @throws AddressTakenError
 */
export async function createAccount(act: Acting, given: NewAccount): Promise<string> {
  const id = await insertAccount(act, act.actor.organisationId, given)
  await act.audit('create', 'access.account', [], id)
  return id
}

/** The same where no one is signed in yet; the caller writes the audit. */
export async function insertAccount(
  { tx, now, keys }: { tx: Tx; now: Moment; keys: Keys },
  organisationId: string,
  given: NewAccount,
): Promise<string> {
  const email = emailOf(given.email)
  if (!email) throw new RangeError('not an e-mail address')
  if (given.roles.length === 0) throw new RangeError('an account has at least one role')
  const id = randomUUID()
  await tx
    .insertInto('access.account')
    .values({
      id,
      organisationId,
      name: given.name,
      ownNameSealed:
        given.ownName === undefined ? null : seal(keys, `access.account/own_name/${id}`, given.ownName),
      locale: given.locale,
      state: 'active',
      createdAt: now,
    })
    .execute()
  await tx
    .insertInto('access.accountRole')
    .values(orderedRoles(given.roles).map((role) => ({ accountId: id, organisationId, role, since: now })))
    .execute()
  // Without a named constraint: naming one would need the right to read the row, which a coordinator does not have.
  const added = await tx
    .insertInto('access.address')
    .values({
      accountId: id,
      organisationId,
      emailSealed: seal(keys, `access.address/email/${id}`, email),
      emailIndex: emailIndex(keys, email),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw new AddressTakenError()
  return id
}

export function emailIndex(keys: Keys, email: string): Buffer {
  return blindIndex(keys, 'email', email)
}

export function unsealEmail(keys: Keys, accountId: string, sealed: Buffer): string {
  return unseal(keys, `access.address/email/${accountId}`, sealed)
}

export type Colleague = { id: string; name: string; roles: Role[] }

/** Active staff of the organisation by name, those with one of `wanted` where given; roles in the house's order. */
export async function listColleagues(act: Acting, wanted?: readonly Role[]): Promise<Colleague[]> {
  const rows = await act.tx
    .selectFrom('access.account as account')
    .innerJoin('access.accountRole as held', 'held.accountId', 'account.id')
    .select(['account.id', 'account.name', 'held.role'])
    .where('account.organisationId', '=', act.actor.organisationId)
    .where('account.state', '=', 'active')
    .execute()
  const collator = new Intl.Collator('et')
  return Map.groupBy(rows, (row) => row.id)
    .values()
    .map((held) => ({
      id: held[0]?.id ?? '',
      name: held[0]?.name ?? '',
      roles: orderedRoles(held.map((row) => row.role)),
    }))
    .filter((one) => hasStaffRole(one.roles))
    .filter((one) => !wanted || one.roles.some((role) => wanted.includes(role)))
    .toArray()
    .sort((a, b) => collator.compare(a.name, b.name))
}

/** The name of an account of the organisation, also of one that works here no more; `null` where there is none. */
export async function accountName(act: Acting, id: string): Promise<string | null> {
  return (await accountNames(act, [id])).get(id) ?? null
}

/** Names by id; ids that are unknown here are left out. */
export async function accountNames(act: Acting, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await act.tx
    .selectFrom('access.account')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .where('organisationId', '=', act.actor.organisationId)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/**
 * Erases a participant's account with its sessions, address and keys; an account that has a staff role stays.
 *
 * @returns whether one went
 */
export async function eraseParticipant(act: Acting, id: string): Promise<boolean> {
  const roles = await act.tx
    .selectFrom('access.accountRole')
    .select('role')
    .where('accountId', '=', id)
    .execute()
  if (hasStaffRole(roles.map((row) => row.role))) return false
  const gone = await act.tx.deleteFrom('access.account').where('id', '=', id).executeTakeFirst()
  return gone.numDeletedRows === 1n
}
