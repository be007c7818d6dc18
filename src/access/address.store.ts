/** The address an account gets its codes at, and the language it is written to in. */
import { seal, unseal } from '../platform/sealing.ts'
import type { Locale } from '../platform/words.ts'
import { AddressTakenError, emailIndex } from './account.store.ts'
import { emailOf } from './account.ts'
import type { Door } from './door.ts'

export async function keepLocale(door: Door, accountId: string, locale: Locale): Promise<void> {
  await door.tx.updateTable('access.account').set({ locale }).where('id', '=', accountId).execute()
}

const newPlace = (codeId: string) => `access.code/email/${codeId}`

/** Seals a new address for the code that is to prove it. */
export function sealNewEmail(door: Door, email: string): (codeId: string) => Buffer {
  return (codeId) => seal(door.keys, newPlace(codeId), email)
}

export function openNewEmail(door: Door, codeId: string, sealed: Buffer): string {
  return unseal(door.keys, newPlace(codeId), sealed)
}

/**
 * Puts a proven address in the place of the old one.
 *
 * @throws AddressTakenError where another account has it
 */
export async function changeAddress(door: Door, accountId: string, email: string): Promise<void> {
  const normal = emailOf(email)
  if (!normal) throw new RangeError('not an e-mail address')
  const index = emailIndex(door.keys, normal)
  const other = await door.tx
    .selectFrom('access.address')
    .select('accountId')
    .where('emailIndex', '=', index)
    .where('accountId', '!=', accountId)
    .executeTakeFirst()
  if (other) throw new AddressTakenError()
  await door.tx
    .updateTable('access.address')
    .set({ emailSealed: seal(door.keys, `access.address/email/${accountId}`, normal), emailIndex: index })
    .where('accountId', '=', accountId)
    .execute()
}
