/**
 * What the administrator does to colleagues' doors. It runs as the sign-in role, which row-level security does not hold to one
 * organisation: each function first finds the colleague in the administrator's own.
 */
import { sql } from 'kysely'
import type { Actor, Role } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import { unsealEmail } from './account.store.ts'
import { hasStaffRole, isStaffRole, orderedRoles } from './account.ts'
import { endCalendarAddresses } from './calendar-address.store.ts'
import { endCodes } from './code.store.ts'
import type { Door } from './door.ts'
import { tellHolder } from './notice.store.ts'
import { endSessions } from './session.store.ts'

export type StaffLine = {
  id: string
  name: string
  roles: Role[]
  state: 'active' | 'disabled'
  lastSignIn: Moment | null
  /** A passkey or an authenticator app was added. */
  secured: boolean
}

/** All staff of the administrator's organisation, by name. Participants are not among them. */
export async function listStaff(door: Door, actor: Actor): Promise<StaffLine[]> {
  if (actor.role !== 'admin') return []
  const rows = await door.tx
    .selectFrom('access.account as account')
    .select([
      'account.id',
      'account.name',
      'account.state',
      sql<string[]>`array(select role from access.account_role where account_id = account.id)`.as('held'),
      sql<Moment | null>`(select max(created_at) from access.session where account_id = account.id)`.as(
        'lastSignIn',
      ),
      sql<boolean>`exists (select from access.passkey where account_id = account.id)
        or exists (select from access.totp where account_id = account.id)`.as('secured'),
    ])
    .where('account.organisationId', '=', actor.organisationId)
    .execute()
  const collator = new Intl.Collator('et')
  return rows
    .map(({ held, ...row }) => ({ ...row, roles: orderedRoles(held) }))
    .filter((row) => hasStaffRole(row.roles))
    .sort((a, b) => collator.compare(a.name, b.name))
}

export type Staff = StaffLine & { email: string; passkeys: number; totp: boolean; recoveryCodes: number }

/** One colleague of the administrator's organisation. */
export async function readStaff(door: Door, actor: Actor, id: string): Promise<Staff | null> {
  const line = (await listStaff(door, actor)).find((one) => one.id === id)
  if (!line) return null
  const row = await door.tx
    .selectFrom('access.address')
    .select([
      'emailSealed',
      sql<number>`(select count(*) from access.passkey where account_id = ${id})`.as('passkeys'),
      sql<boolean>`exists (select from access.totp where account_id = ${id})`.as('totp'),
      sql<number>`(select count(*) from access.recovery_code where account_id = ${id} and used_at is null)`.as(
        'recoveryCodes',
      ),
    ])
    .where('accountId', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    ...line,
    email: unsealEmail(door.keys, id, row.emailSealed),
    passkeys: Number(row.passkeys),
    totp: row.totp,
    recoveryCodes: Number(row.recoveryCodes),
  }
}

/** How many participants there are, and how many of them have ever come in. */
export async function countParticipants(door: Door, actor: Actor): Promise<{ all: number; active: number }> {
  if (actor.role !== 'admin') return { all: 0, active: 0 }
  const row = await door.tx
    .selectFrom('access.accountRole as held')
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where exists (select from access.session where account_id = held.account_id))`.as(
        'active',
      ),
    ])
    .where('held.organisationId', '=', actor.organisationId)
    .where('held.role', '=', 'participant')
    .executeTakeFirstOrThrow()
  return { all: Number(row.all), active: Number(row.active) }
}

export type Administered =
  | { done: true }
  /**
   * `unknown` – no colleague of this organisation; `last-admin` – nobody would be left who may do this; `own` – one's own account is
   * changed on its own page; `no-role` – an account has a role at least.
   */
  | { done: false; why: 'unknown' | 'last-admin' | 'own' | 'no-role' }

const refused = (why: 'unknown' | 'last-admin' | 'own' | 'no-role'): Administered => ({ done: false, why })

/** Sets a colleague's staff roles; being a participant is not touched. Sessions in a role that was taken away end. */
export async function setRoles(
  door: Door,
  actor: Actor,
  id: string,
  wanted: readonly Role[],
): Promise<Administered> {
  const colleague = await lockColleague(door, actor, id)
  if (!colleague) return refused('unknown')
  const roles = orderedRoles(wanted).filter(isStaffRole)
  if (roles.length === 0) return refused('no-role')
  if (!roles.includes('admin') && (await isLastAdmin(door, colleague))) return refused('last-admin')
  const before = colleague.roles.filter(isStaffRole)
  const gone = before.filter((role) => !roles.includes(role))
  const come = roles.filter((role) => !before.includes(role))
  if (gone.length > 0) {
    await door.tx
      .deleteFrom('access.accountRole')
      .where('accountId', '=', id)
      .where('role', 'in', gone)
      .execute()
    await door.tx
      .updateTable('access.session')
      .set({ revokedAt: door.now })
      .where('accountId', '=', id)
      .where('role', 'in', gone)
      .where('revokedAt', 'is', null)
      .execute()
  }
  if (come.length > 0) {
    await door.tx
      .insertInto('access.accountRole')
      .values(
        come.map((role) => ({
          accountId: id,
          organisationId: actor.organisationId,
          role,
          since: door.now,
        })),
      )
      .execute()
  }
  const changes = [...come.map((role) => `+${role}`), ...gone.map((role) => `-${role}`)].join(' ')
  if (changes) await note(door, actor, 'access.account_role', `${id}: ${changes}`)
  return { done: true }
}

/** Closes an account: its sessions, codes and invitations end at once. Its name stays where it did something. */
export async function disable(door: Door, actor: Actor, id: string): Promise<Administered> {
  const colleague = await lockColleague(door, actor, id)
  if (!colleague) return refused('unknown')
  if (id === actor.accountId) return refused('own')
  if (await isLastAdmin(door, colleague)) return refused('last-admin')
  await door.tx
    .updateTable('access.account')
    .set({ state: 'disabled', disabledAt: door.now })
    .where('id', '=', id)
    .execute()
  await closeDoors(door, id)
  await note(door, actor, 'access.account', `${id}: disabled`)
  return { done: true }
}

export async function enable(door: Door, actor: Actor, id: string): Promise<Administered> {
  const colleague = await lockColleague(door, actor, id)
  if (!colleague) return refused('unknown')
  await door.tx
    .updateTable('access.account')
    .set({ state: 'active', disabledAt: null })
    .where('id', '=', id)
    .execute()
  await note(door, actor, 'access.account', `${id}: enabled`)
  return { done: true }
}

/**
 * Takes all keys of a colleague away who has lost them: next time the mailbox is enough to add a new one. The colleague hears of it by
 * mail with the reason, and every session ends.
 *
 * @param reason in the administrator's words; kept in the audit
 */
export async function resetKeys(door: Door, actor: Actor, id: string, reason: string): Promise<Administered> {
  const colleague = await lockColleague(door, actor, id)
  if (!colleague) return refused('unknown')
  if (id === actor.accountId) return refused('own')
  await door.tx.deleteFrom('access.passkey').where('accountId', '=', id).execute()
  await door.tx.deleteFrom('access.totp').where('accountId', '=', id).execute()
  await door.tx.deleteFrom('access.recoveryCode').where('accountId', '=', id).execute()
  await closeDoors(door, id)
  await note(door, actor, 'access.account', `${id}: keys reset: ${reason}`)
  await tellHolder(door, id, 'keys-reset', { reason })
  return { done: true }
}

async function closeDoors(door: Door, id: string): Promise<void> {
  await endSessions(door, id, 'all')
  await endCalendarAddresses(door, { of: id })
  await endCodes(door, id, ['sign-in', 'again', 'address', 'link', 'invitation', 'passkey-challenge'])
}

type Locked = { id: string; organisationId: string; state: 'active' | 'disabled'; roles: Role[] }

/**
 * A staff account of the actor's organisation, where the actor still is its administrator. The organisation is locked until the end:
 * two administrators who take each other's role away at the same moment stand in a line.
 */
async function lockColleague(door: Door, actor: Actor, id: string): Promise<Locked | null> {
  if (actor.role !== 'admin') return null
  await door.tx
    .selectFrom('access.organisation')
    .select('id')
    .where('id', '=', actor.organisationId)
    .forUpdate()
    .execute()
  const acting = await readLocked(door, actor.organisationId, actor.accountId ?? '')
  if (acting?.state !== 'active' || !acting.roles.includes('admin')) return null
  // As `proofOf` does: a key that is being added at this moment is either there to be taken, or finds its session ended.
  await door.tx.selectFrom('access.account').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  const colleague = await readLocked(door, actor.organisationId, id)
  return colleague && hasStaffRole(colleague.roles) ? colleague : null
}

async function readLocked(door: Door, organisationId: string, id: string): Promise<Locked | null> {
  const row = await door.tx
    .selectFrom('access.account')
    .select([
      'id',
      'organisationId',
      'state',
      sql<string[]>`array(select role from access.account_role where account_id = account.id)`.as('held'),
    ])
    .where('id', '=', id)
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  return row ? { ...row, roles: orderedRoles(row.held) } : null
}

async function isLastAdmin(door: Door, colleague: Locked): Promise<boolean> {
  if (!colleague.roles.includes('admin') || colleague.state !== 'active') return false
  const others = await door.tx
    .selectFrom('access.accountRole as held')
    .innerJoin('access.account as account', 'account.id', 'held.accountId')
    .select('account.id')
    .where('held.organisationId', '=', colleague.organisationId)
    .where('held.role', '=', 'admin')
    .where('account.state', '=', 'active')
    .where('account.id', '!=', colleague.id)
    .limit(1)
    .executeTakeFirst()
  return others === undefined
}

async function note(door: Door, actor: Actor, what: string, detail: string): Promise<void> {
  await door.audit({
    who: actor.accountId ? { accountId: actor.accountId, organisationId: actor.organisationId } : null,
    role: actor.role,
    what,
    detail,
  })
}
