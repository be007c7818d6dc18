/** One-time codes: made, tried and used up. Only their keyed hash is kept. */
import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { Role } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import type { Moment } from '../platform/day.ts'
import type { Keys } from '../platform/keys.ts'
import { newToken, tokenHash } from '../platform/sealing.ts'
import {
  challengeMinutes,
  codeMinutes,
  codeTries,
  linkHours,
  newCode,
  type CodePurpose,
  type LinkPurpose,
  type TypedPurpose,
} from './code.ts'
import type { Door } from './door.ts'

declare module '../platform/database.ts' {
  interface Database {
    'access.code': {
      id: string
      purpose: CodePurpose
      accountId: string | null
      hash: Buffer
      binding: Buffer | null
      emailSealed: Buffer | null
      role: Role | null
      madeAt: Moment
      endsAt: Moment
      triesLeft: number
      usedAt: Moment | null
    }
  }
}

// The purpose is part of the hash: a code for one purpose is nothing for another, whatever a query forgets.
const hashOf = (keys: Keys, purpose: CodePurpose, text: string) => tokenHash(keys, `code ${purpose}`, text)
const bindingOf = (keys: Keys, purpose: CodePurpose, token: string) =>
  tokenHash(keys, `binding ${purpose}`, token)

/**
 * Makes a code to be typed into the browser that asked.
 *
 * @param accountId `null` for an unknown address: the code then is like any other, and never right
 * @param sealEmail seals the new address that an `address` code proves, for the place of this code
 * @returns the code for the mail, and the token that the browser keeps
 */
export async function makeCode(
  door: Door,
  given: {
    purpose: TypedPurpose
    accountId: string | null
    sealEmail?: ((id: string) => Buffer) | undefined
  },
): Promise<{ code: string; binding: string }> {
  const id = randomUUID()
  const code = newCode()
  const binding = newToken()
  await door.tx
    .insertInto('access.code')
    .values({
      id,
      purpose: given.purpose,
      accountId: given.accountId,
      hash: hashOf(door.keys, given.purpose, `${id} ${code}`),
      binding: bindingOf(door.keys, given.purpose, binding),
      emailSealed: given.sealEmail?.(id) ?? null,
      role: null,
      madeAt: door.now,
      endsAt: door.now.add({ minutes: codeMinutes }),
      triesLeft: codeTries,
      usedAt: null,
    })
    .execute()
  return { code, binding }
}

export type Tried =
  | { result: 'right'; id: string; accountId: string; emailSealed: Buffer | null }
  | { result: 'wrong'; triesLeft: number }
  /** Used, ended, out of tries, or asked for elsewhere: only a new one helps. */
  | { result: 'over' }

/** Tries a typed code; a right one is used up by it, and of two at once only one is right. */
export async function tryCode(
  door: Door,
  given: { purpose: TypedPurpose; binding: string; code: string },
): Promise<Tried> {
  // One statement counts the try and locks the row until the end: two at once stand in a line.
  const row = await door.tx
    .updateTable('access.code')
    .set((eb) => ({ triesLeft: eb('triesLeft', '-', 1) }))
    .where('binding', '=', bindingOf(door.keys, given.purpose, given.binding))
    .where('purpose', '=', given.purpose)
    .where('usedAt', 'is', null)
    .where('endsAt', '>', door.now)
    .where('triesLeft', '>', 0)
    .returning(['id', 'accountId', 'hash', 'triesLeft', 'emailSealed'])
    .executeTakeFirst()
  if (!row) return { result: 'over' }
  const same = timingSafeEqual(row.hash, hashOf(door.keys, given.purpose, `${row.id} ${given.code}`))
  if (!same || row.accountId === null) {
    return row.triesLeft > 0 ? { result: 'wrong', triesLeft: row.triesLeft } : { result: 'over' }
  }
  await door.tx.updateTable('access.code').set({ usedAt: door.now }).where('id', '=', row.id).execute()
  return { result: 'right', id: row.id, accountId: row.accountId, emailSealed: row.emailSealed }
}

/**
 * Makes a token for an address that works once.
 *
 * @param at a `Door`, or an `Acting` of somebody who may invite
 * @param role in which a session begins; the account's last or first where it is not said
 */
export async function makeLinkToken(
  at: { tx: Tx; now: Moment; keys: Keys },
  purpose: LinkPurpose,
  accountId: string | null,
  role: Role | null = null,
): Promise<string> {
  const token = newToken()
  await at.tx
    .insertInto('access.code')
    .values({
      id: randomUUID(),
      purpose,
      accountId,
      hash: hashOf(at.keys, purpose, token),
      binding: null,
      emailSealed: null,
      role,
      madeAt: at.now,
      endsAt: at.now.add({ hours: linkHours[purpose] }),
      triesLeft: 1,
      usedAt: null,
    })
    .execute()
  return token
}

export type Link = { purpose: LinkPurpose; accountId: string | null; role: Role | null }

/** Whether a token would work; looking does not use it up. */
export async function findLink(
  door: Door,
  purposes: readonly LinkPurpose[],
  token: string,
): Promise<Link | null> {
  const row = await door.tx
    .selectFrom('access.code')
    .select(['purpose', 'accountId', 'role'])
    .where(
      'hash',
      'in',
      purposes.map((purpose) => hashOf(door.keys, purpose, token)),
    )
    .where('usedAt', 'is', null)
    .where('endsAt', '>', door.now)
    .executeTakeFirst()
  const purpose = purposes.find((one) => one === row?.purpose)
  return row && purpose ? { purpose, accountId: row.accountId, role: row.role } : null
}

/** Uses a token up; `null` where it is unknown, over, or somebody was quicker. */
export async function takeLink(
  door: Door,
  purposes: readonly LinkPurpose[],
  token: string,
): Promise<Link | null> {
  const row = await door.tx
    .updateTable('access.code')
    .set({ usedAt: door.now })
    .where(
      'hash',
      'in',
      purposes.map((purpose) => hashOf(door.keys, purpose, token)),
    )
    .where('usedAt', 'is', null)
    .where('endsAt', '>', door.now)
    .returning(['purpose', 'accountId', 'role'])
    .executeTakeFirst()
  const purpose = purposes.find((one) => one === row?.purpose)
  return row && purpose ? { purpose, accountId: row.accountId, role: row.role } : null
}

/**
 * Notes a challenge that a passkey is asked to sign, for this browser.
 *
 * @param accountId whose passkey is asked for; `null` at sign-in, where the passkey tells
 * @returns the token that the browser keeps
 */
export async function noteChallenge(
  door: Door,
  challenge: string,
  accountId: string | null,
): Promise<string> {
  const binding = newToken()
  await door.tx
    .insertInto('access.code')
    .values({
      id: randomUUID(),
      purpose: 'passkey-challenge',
      accountId,
      hash: hashOf(door.keys, 'passkey-challenge', challenge),
      binding: bindingOf(door.keys, 'passkey-challenge', binding),
      emailSealed: null,
      role: null,
      madeAt: door.now,
      endsAt: door.now.add({ minutes: challengeMinutes }),
      triesLeft: 1,
      usedAt: null,
    })
    .execute()
  return binding
}

/** Uses a challenge up: it must be this browser's, for this account (or for none), and answered in time. */
export async function takeChallenge(
  door: Door,
  given: { challenge: string; binding: string; accountId: string | null },
): Promise<boolean> {
  const taken = await door.tx
    .updateTable('access.code')
    .set({ usedAt: door.now, triesLeft: 0 })
    .where('hash', '=', hashOf(door.keys, 'passkey-challenge', given.challenge))
    .where('binding', '=', bindingOf(door.keys, 'passkey-challenge', given.binding))
    .where('accountId', given.accountId === null ? 'is' : '=', given.accountId)
    .where('usedAt', 'is', null)
    .where('endsAt', '>', door.now)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

/** What was asked for and waits is over, such as invitations when a new one is sent. */
export async function endCodes(
  door: Door,
  accountId: string,
  purposes: readonly CodePurpose[],
): Promise<void> {
  await door.tx
    .updateTable('access.code')
    .set({ usedAt: door.now })
    .where('accountId', '=', accountId)
    .where('purpose', 'in', purposes)
    .where('usedAt', 'is', null)
    .execute()
}
