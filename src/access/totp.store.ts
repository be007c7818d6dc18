import type { Moment } from '../platform/day.ts'
import { seal, unseal } from '../platform/sealing.ts'
import type { Door } from './door.ts'
import { matchingStep } from './totp.ts'

declare module '../platform/database.ts' {
  interface Database {
    'access.totp': {
      accountId: string
      secretSealed: Buffer
      confirmedAt: Moment | null
      lastStep: number
    }
  }
}

const place = (accountId: string) => `access.totp/secret/${accountId}`

/** Keeps a secret whose first code was right; it replaces an earlier one. */
export async function keepTotp(
  door: Door,
  accountId: string,
  secret: Buffer,
  firstStep: number,
): Promise<void> {
  const kept = {
    secretSealed: seal(door.keys, place(accountId), secret.toString('base64')),
    confirmedAt: door.now,
    lastStep: firstStep,
  }
  await door.tx
    .insertInto('access.totp')
    .values({ accountId, ...kept })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(kept))
    .execute()
}

/** Whether the code is right, here and now and for the first time. */
export async function useTotp(door: Door, accountId: string, code: string): Promise<boolean> {
  // Locked: of two that come at once with one code, the second sees that its step is used.
  const row = await door.tx
    .selectFrom('access.totp')
    .select(['secretSealed', 'lastStep'])
    .where('accountId', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return false
  const secret = Buffer.from(unseal(door.keys, place(accountId), row.secretSealed), 'base64')
  const step = matchingStep(secret, code, door.now, row.lastStep)
  if (step === null) return false
  await door.tx
    .updateTable('access.totp')
    .set({ lastStep: step })
    .where('accountId', '=', accountId)
    .execute()
  return true
}

export async function removeTotp(door: Door, accountId: string): Promise<boolean> {
  const removed = await door.tx
    .deleteFrom('access.totp')
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return removed.numDeletedRows === 1n
}
