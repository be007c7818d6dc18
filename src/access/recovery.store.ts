import type { Moment } from '../platform/day.ts'
import { tokenHash } from '../platform/sealing.ts'
import type { Door } from './door.ts'
import { newRecoveryCode, recoveryCodes } from './recovery.ts'

declare module '../platform/database.ts' {
  interface Database {
    'access.recoveryCode': { accountId: string; hash: Buffer; usedAt: Moment | null }
  }
}

const hashOf = (door: Door, accountId: string, code: string) =>
  tokenHash(door.keys, 'recovery', `${accountId} ${code}`)

/** Makes a new sheet; every code of an earlier one is over. The codes are returned once and not kept. */
export async function makeRecoveryCodes(door: Door, accountId: string): Promise<string[]> {
  await removeRecoveryCodes(door, accountId)
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode)
  await door.tx
    .insertInto('access.recoveryCode')
    .values(codes.map((code) => ({ accountId, hash: hashOf(door, accountId, code), usedAt: null })))
    .execute()
  return codes
}

export async function removeRecoveryCodes(door: Door, accountId: string): Promise<void> {
  await door.tx.deleteFrom('access.recoveryCode').where('accountId', '=', accountId).execute()
}

/** Uses one of this account's codes up; of two at once only one succeeds. */
export async function useRecoveryCode(door: Door, accountId: string, code: string): Promise<boolean> {
  const used = await door.tx
    .updateTable('access.recoveryCode')
    .set({ usedAt: door.now })
    .where('accountId', '=', accountId)
    .where('hash', '=', hashOf(door, accountId, code))
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}
