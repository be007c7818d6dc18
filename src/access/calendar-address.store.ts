/**
 * Private addresses of calendars: whoever has one reads a calendar as the account does that made it, in the role in which it was made. Only
 * the keyed hash of its token is kept; it stands until it is ended, or the role or the account is.
 */
import type { Actor, Role } from '../platform/actor.ts'
import { dayAt, type Day, type Moment } from '../platform/day.ts'
import { newToken, tokenHash } from '../platform/sealing.ts'
import type { Locale } from '../platform/words.ts'
import type { Door } from './door.ts'

declare module '../platform/database.ts' {
  interface Database {
    'access.calendarAddress': {
      accountId: string
      role: Role
      organisationId: string
      tokenHash: Buffer
      madeAt: Moment
      readOn: Day | null
    }
  }
}

type Holder = { accountId: string; organisationId: string; role: Role }

const hashOf = (door: Door, token: string) => tokenHash(door.keys, 'calendar', token)

/** A new address; the one before it is over. The token is returned once and not kept. */
export async function makeCalendarAddress(
  door: Door,
  { accountId, organisationId, role }: Holder,
): Promise<string> {
  const token = newToken()
  const fresh = { tokenHash: hashOf(door, token), madeAt: door.now, readOn: null }
  await door.tx
    .insertInto('access.calendarAddress')
    .values({ accountId, organisationId, role, ...fresh })
    .onConflict((conflict) => conflict.columns(['accountId', 'role']).doUpdateSet(fresh))
    .execute()
  return token
}

/** False where there was none. */
export async function endCalendarAddress(
  door: Door,
  { accountId, role }: Pick<Holder, 'accountId' | 'role'>,
): Promise<boolean> {
  const result = await door.tx
    .deleteFrom('access.calendarAddress')
    .where('accountId', '=', accountId)
    .where('role', '=', role)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Ends those of an account, or all there are: after a backup has come back, one that was ended since would open again. */
export async function endCalendarAddresses(door: Door, which: { of: string } | 'all'): Promise<void> {
  let query = door.tx.deleteFrom('access.calendarAddress')
  if (which !== 'all') query = query.where('accountId', '=', which.of)
  await query.execute()
}

/** When it was made and last read; null where there is none. */
export async function calendarAddressOf(
  door: Door,
  { accountId, role }: Pick<Holder, 'accountId' | 'role'>,
): Promise<{ madeAt: Moment; readOn: Day | null } | null> {
  const row = await door.tx
    .selectFrom('access.calendarAddress')
    .select(['madeAt', 'readOn'])
    .where('accountId', '=', accountId)
    .where('role', '=', role)
    .executeTakeFirst()
  return row ?? null
}

/** As whom the holder of this token reads, and in which language; null where it is over or the account is disabled. Notes the day. */
export async function readCalendarAddress(
  door: Door,
  token: string,
): Promise<{ actor: Actor; locale: Locale } | null> {
  const hash = hashOf(door, token)
  const row = await door.tx
    .selectFrom('access.calendarAddress as address')
    .innerJoin('access.account as account', 'account.id', 'address.accountId')
    .innerJoin('access.organisation as organisation', 'organisation.id', 'address.organisationId')
    .select([
      'address.accountId',
      'address.organisationId',
      'address.role',
      'organisation.timeZone',
      'account.locale',
    ])
    .where('address.tokenHash', '=', hash)
    .where('account.state', '=', 'active')
    .executeTakeFirst()
  if (!row) return null
  const { locale, ...actor } = row
  const today = dayAt(door.now, actor.timeZone)
  await door.tx
    .updateTable('access.calendarAddress')
    .set({ readOn: today })
    .where('tokenHash', '=', hash)
    .where((eb) => eb.or([eb('readOn', 'is', null), eb('readOn', '<', today)]))
    .execute()
  return { actor, locale }
}
