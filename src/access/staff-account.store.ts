/** Whose account an e-mail address opens, for the operator's commands. */
import { sql } from 'kysely'
import type { Role } from '../platform/actor.ts'
import { emailIndex } from './account.store.ts'
import { emailOf, orderedRoles } from './account.ts'
import type { Door } from './door.ts'

export type StaffAccount = {
  id: string
  name: string
  organisationId: string
  timeZone: string
  roles: Role[]
}

/** The active account of this address; null where there is none, or the text is no address. */
export async function findAccount(door: Door, address: string): Promise<StaffAccount | null> {
  const email = emailOf(address)
  if (email === null) return null
  const row = await door.tx
    .selectFrom('access.address as address')
    .innerJoin('access.account as account', 'account.id', 'address.accountId')
    .innerJoin('access.organisation as organisation', 'organisation.id', 'account.organisationId')
    .select([
      'account.id',
      'account.name',
      'account.organisationId',
      'organisation.timeZone',
      sql<string[]>`array(select role from access.account_role where account_id = account.id)`.as('held'),
    ])
    .where('address.emailIndex', '=', emailIndex(door.keys, email))
    .where('account.state', '=', 'active')
    .executeTakeFirst()
  if (!row) return null
  const { held, ...account } = row
  return { ...account, roles: orderedRoles(held) }
}
