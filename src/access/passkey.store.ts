import { randomUUID } from 'node:crypto'
import type { Moment } from '../platform/day.ts'
import type { Door } from './door.ts'

declare module '../platform/database.ts' {
  interface Database {
    'access.passkey': {
      id: string
      accountId: string
      credentialId: string
      publicKey: Buffer
      counter: number
      transports: string[]
      name: string
      createdAt: Moment
      usedAt: Moment | null
    }
  }
}

export type PasskeyLine = { id: string; name: string; createdAt: Moment; usedAt: Moment | null }

export async function listPasskeys(
  door: Door,
  accountId: string,
): Promise<(PasskeyLine & { credentialId: string; transports: string[] })[]> {
  return door.tx
    .selectFrom('access.passkey')
    .select(['id', 'name', 'createdAt', 'usedAt', 'credentialId', 'transports'])
    .where('accountId', '=', accountId)
    .orderBy('createdAt')
    .execute()
}

export type Credential = {
  id: string
  accountId: string
  credentialId: string
  publicKey: Buffer
  counter: number
}

/** The passkey of an active account; locked until the end, so that one counter is not used twice at once. */
export async function findPasskey(door: Door, credentialId: string): Promise<Credential | null> {
  const row = await door.tx
    .selectFrom('access.passkey as passkey')
    .innerJoin('access.account as account', 'account.id', 'passkey.accountId')
    .select([
      'passkey.id',
      'passkey.accountId',
      'passkey.credentialId',
      'passkey.publicKey',
      'passkey.counter',
    ])
    .where('passkey.credentialId', '=', credentialId)
    .where('account.state', '=', 'active')
    .forUpdate('passkey')
    .executeTakeFirst()
  return row ?? null
}

export async function notePasskeyUse(door: Door, id: string, counter: number): Promise<void> {
  await door.tx
    .updateTable('access.passkey')
    .set({ counter, usedAt: door.now })
    .where('id', '=', id)
    .execute()
}

/** @returns `false` where the key is somebody's already */
export async function addPasskey(
  door: Door,
  given: {
    accountId: string
    credentialId: string
    publicKey: Uint8Array
    counter: number
    transports: readonly string[]
    name: string
  },
): Promise<boolean> {
  const added = await door.tx
    .insertInto('access.passkey')
    .values({
      id: randomUUID(),
      accountId: given.accountId,
      credentialId: given.credentialId,
      publicKey: Buffer.from(given.publicKey),
      counter: given.counter,
      transports: [...given.transports],
      name: given.name,
      createdAt: door.now,
      usedAt: null,
    })
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Removes one of this account's own passkeys. */
export async function removePasskey(door: Door, accountId: string, id: string): Promise<boolean> {
  const removed = await door.tx
    .deleteFrom('access.passkey')
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return removed.numDeletedRows === 1n
}
