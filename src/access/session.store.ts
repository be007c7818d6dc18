/** Sessions: only the keyed hash of a token is kept, and every request reads whether its session still stands. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Role } from '../platform/actor.ts'
import { dayAt, isBefore, type Moment } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import { newToken, tokenHash, unseal } from '../platform/sealing.ts'
import type { Locale } from '../platform/words.ts'
import { isStaffRole, orderedRoles } from './account.ts'
import type { Door } from './door.ts'
import { noteSeen } from './presence.store.ts'
import { absoluteEnd, earlier, idleEnd, seenEverySeconds, type Way } from './session.ts'

declare module '../platform/database.ts' {
  interface Database {
    'access.session': {
      id: string
      tokenHash: Buffer
      accountId: string
      role: Role
      strong: boolean
      provenAt: Moment
      way: Way
      device: string
      createdAt: Moment
      seenAt: Moment
      idleEndsAt: Moment
      endsAt: Moment
      revokedAt: Moment | null
    }
  }
}

const hashOf = (door: Pick<Door, 'keys'>, token: string) => tokenHash(door.keys, 'session', token)

/** A session that stands, with whose it is. */
export type Standing = {
  sessionId: string
  accountId: string
  role: Role
  roles: Role[]
  strong: boolean
  provenAt: Moment
  way: Way
  createdAt: Moment
  name: string
  locale: Locale
  organisation: {
    id: string
    name: string
    timeZone: string
    invented: boolean
    languages: Locale[]
  }
}

/**
 * The session of a token, `null` where it has ended, was revoked, the account is disabled or no longer has the role. Notes that it
 * was used.
 */
export async function readSession(ground: Ground, token: string): Promise<Standing | null> {
  const now = ground.clock.now()
  const row = await ground.signin
    .selectFrom('access.session as session')
    .innerJoin('access.account as account', 'account.id', 'session.accountId')
    .innerJoin('access.organisation as organisation', 'organisation.id', 'account.organisationId')
    .leftJoin('access.presence as presence', 'presence.accountId', 'account.id')
    .select([
      'session.id as sessionId',
      'session.accountId',
      'session.role',
      'session.strong',
      'session.provenAt',
      'session.way',
      'session.createdAt',
      'session.seenAt',
      'session.endsAt',
      'presence.lastSeenOn',
      'account.name',
      'account.ownNameSealed',
      'account.locale',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
      'organisation.timeZone',
      'organisation.invented',
      'organisation.languages',
      sql<string[]>`array(select role from access.account_role where account_id = account.id)`.as('held'),
    ])
    .where('session.tokenHash', '=', hashOf(ground, token))
    .where('session.revokedAt', 'is', null)
    .where('session.idleEndsAt', '>', now)
    .where('session.endsAt', '>', now)
    .where('account.state', '=', 'active')
    .executeTakeFirst()
  if (!row) return null
  const roles = orderedRoles(row.held)
  if (!roles.includes(row.role)) return null
  if (now.since(row.seenAt).total('seconds') >= seenEverySeconds) {
    await ground.signin
      .updateTable('access.session')
      .set({ seenAt: now, idleEndsAt: idleEnd(row.role, now, row.endsAt) })
      .where('id', '=', row.sessionId)
      .where('revokedAt', 'is', null)
      .execute()
  }
  const { accountId } = row
  const today = dayAt(now, row.timeZone)
  // A mailbox alone shows no records: whoever has come no further is not at work yet.
  if (isStaffRole(row.role) && row.strong && (!row.lastSeenOn || isBefore(row.lastSeenOn, today))) {
    await ground.signin
      .transaction()
      .execute((tx) => noteSeen({ tx, now }, { accountId, organisationId: row.organisationId, on: today }))
  }
  return {
    sessionId: row.sessionId,
    accountId,
    role: row.role,
    roles,
    strong: row.strong,
    provenAt: row.provenAt,
    way: row.way,
    createdAt: row.createdAt,
    name: row.ownNameSealed
      ? unseal(ground.keys, `access.account/own_name/${accountId}`, row.ownNameSealed)
      : row.name,
    locale: row.locale,
    organisation: {
      id: row.organisationId,
      name: row.organisationName,
      timeZone: row.timeZone,
      invented: row.invented,
      languages: row.languages,
    },
  }
}

export type NewSession = {
  accountId: string
  way: Way
  strong: boolean
  device: string
  /** Begins in this role where the account has it. */
  role?: Role | null | undefined
}

/**
 * Begins a session in the role that is asked for, or the one last acted in. `null` where the account is disabled.
 *
 * @returns the token, which is not kept
 */
export async function openSession(
  door: Door,
  given: NewSession,
): Promise<{ token: string; sessionId: string; role: Role; endsAt: Moment } | null> {
  const account = await door.tx
    .selectFrom('access.account')
    .select([
      'id',
      'organisationId',
      sql<string[]>`array(select role from access.account_role where account_id = account.id)`.as('held'),
    ])
    .where('id', '=', given.accountId)
    .where('state', '=', 'active')
    // Whoever disables the account at this moment waits, and ends this session too.
    .forShare()
    .executeTakeFirst()
  const held = orderedRoles(account?.held ?? [])
  const last = await door.tx
    .selectFrom('access.session')
    .select('role')
    .where('accountId', '=', given.accountId)
    .orderBy('seenAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const role = held.find((one) => one === (given.role ?? last?.role)) ?? held[0]
  if (!account || !role) return null
  const token = newToken()
  const sessionId = randomUUID()
  const endsAt = absoluteEnd(role, door.now)
  await door.tx
    .insertInto('access.session')
    .values({
      id: sessionId,
      tokenHash: hashOf(door, token),
      accountId: account.id,
      role,
      strong: given.strong,
      provenAt: door.now,
      way: given.way,
      device: given.device,
      createdAt: door.now,
      seenAt: door.now,
      idleEndsAt: idleEnd(role, door.now, endsAt),
      endsAt,
      revokedAt: null,
    })
    .execute()
  await door.audit({
    who: { accountId: account.id, organisationId: account.organisationId },
    role,
    what: 'access.session',
    detail: `begun: ${given.way}`,
  })
  return { token, sessionId, role, endsAt }
}

/** What a session becomes at a second step or a change of role. */
export type SessionChange =
  | { to: 'strong'; way: Way }
  /** The mailbox was shown again; no second factor. */
  | { to: 'proven' }
  /** A recovery code proved enough to add a new factor, and no more. */
  | { to: 'recovering' }
  | { to: 'role'; role: Role }
  /** Stays what it is, under a new token. */
  | { to: 'kept' }

/** Changes a standing session and gives it a new token: whoever copied the old one is out. */
export async function changeSession(
  door: Door,
  sessionId: string,
  change: SessionChange,
): Promise<{ token: string; endsAt: Moment } | null> {
  const old = await door.tx
    .selectFrom('access.session')
    .select(['role', 'endsAt'])
    .where('id', '=', sessionId)
    .where('revokedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!old) return null
  const token = newToken()
  const role = change.to === 'role' ? change.role : old.role
  // A participant's session lasts a month; nobody carries that into a staff role, nor the weaker proof.
  const intoStaff = isStaffRole(role) && !isStaffRole(old.role)
  const endsAt = intoStaff ? earlier(old.endsAt, absoluteEnd(role, door.now)) : old.endsAt
  await door.tx
    .updateTable('access.session')
    .set({
      tokenHash: hashOf(door, token),
      role,
      seenAt: door.now,
      idleEndsAt: idleEnd(role, door.now, endsAt),
      endsAt,
      ...(change.to === 'role' || change.to === 'kept' ? {} : { provenAt: door.now }),
      ...(change.to === 'strong' ? { strong: true, way: change.way } : {}),
      ...(change.to === 'recovering' ? { strong: false, way: 'recovery' as const } : {}),
      ...(intoStaff ? { strong: false } : {}),
    })
    .where('id', '=', sessionId)
    .execute()
  return { token, endsAt }
}

/** Ends sessions of an account: one, all but one, or all. Returns how many stood until now. */
export async function endSessions(
  door: Door,
  accountId: string,
  which: { only: string } | { allBut: string } | 'all',
): Promise<number> {
  let query = door.tx
    .updateTable('access.session')
    .set({ revokedAt: door.now })
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
  if (which !== 'all') {
    query = 'only' in which ? query.where('id', '=', which.only) : query.where('id', '!=', which.allBut)
  }
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

/** Ends every session there is: after a backup has come back, and when the keys were changed. */
export async function endEverySession(door: Door): Promise<void> {
  await door.tx
    .updateTable('access.session')
    .set({ revokedAt: door.now })
    .where('revokedAt', 'is', null)
    .execute()
}

/** Ends the session of a token, whoever's it is: at sign-in, what the browser held before is over. */
export async function endSessionOf(door: Door, token: string): Promise<void> {
  await door.tx
    .updateTable('access.session')
    .set({ revokedAt: door.now })
    .where('tokenHash', '=', hashOf(door, token))
    .where('revokedAt', 'is', null)
    .execute()
}

export type SessionLine = {
  id: string
  device: string
  role: Role
  way: Way
  createdAt: Moment
  seenAt: Moment
}

/** The sessions of an account that stand now, the last seen first. */
export async function listSessions(door: Door, accountId: string): Promise<SessionLine[]> {
  return door.tx
    .selectFrom('access.session')
    .select(['id', 'device', 'role', 'way', 'createdAt', 'seenAt'])
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .where('idleEndsAt', '>', door.now)
    .where('endsAt', '>', door.now)
    .orderBy('seenAt', 'desc')
    .execute()
}
