/** What an account can show besides its mailbox, and how freshly this session has shown who it is. */
import type { Role } from '../platform/actor.ts'
import { hasStaffRole } from './account.ts'
import type { Door } from './door.ts'
import type { Factors, Proof } from './second-step.ts'

export async function factorsOf(door: Door, accountId: string): Promise<Factors> {
  const [passkeys, totp, codes] = [
    await door.tx
      .selectFrom('access.passkey')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('accountId', '=', accountId)
      .executeTakeFirstOrThrow(),
    await door.tx
      .selectFrom('access.totp')
      .select('accountId')
      .where('accountId', '=', accountId)
      .executeTakeFirst(),
    await door.tx
      .selectFrom('access.recoveryCode')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('accountId', '=', accountId)
      .where('usedAt', 'is', null)
      .executeTakeFirstOrThrow(),
  ]
  return { passkeys: Number(passkeys.n), totp: totp !== undefined, recoveryCodes: Number(codes.n) }
}

/**
 * The account is locked for the rest of the transaction: two requests that change its keys stand in a line, so that neither takes
 * away what the other counted on.
 */
export async function proofOf(
  door: Door,
  visitor: { sessionId: string; accountId: string; role: Role; roles: readonly Role[] },
): Promise<Proof | null> {
  await door.tx
    .selectFrom('access.account')
    .select('id')
    .where('id', '=', visitor.accountId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  const session = await door.tx
    .selectFrom('access.session')
    .select(['strong', 'way', 'provenAt'])
    .where('id', '=', visitor.sessionId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (!session) return null
  return {
    ...session,
    staff: hasStaffRole([visitor.role, ...visitor.roles]),
    factors: await factorsOf(door, visitor.accountId),
  }
}
