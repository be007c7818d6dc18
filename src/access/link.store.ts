/** Addresses that sign in once. */
import type { Role } from '../platform/actor.ts'
import { findLink, makeLinkToken, takeLink, type Link } from './code.store.ts'
import type { Door } from './door.ts'

/** Both stand in `/link/<token>`. */
const purposes = ['link', 'invitation'] as const

/**
 * A token for `/link/<token>`, good once and for a day: for the demo's roles, and for an operator whose only administrator is locked
 * out. Among invented people it opens everything; in a real organisation the second step is still asked for.
 */
export async function makeLink(
  door: Door,
  { accountId, role = null }: { accountId: string; role?: Role | null },
): Promise<string> {
  return makeLinkToken(door, 'link', accountId, role)
}

export type OpenLink = Link & { accountId: string; organisation: string; invented: boolean }

/** What a link leads to, for the page that asks before using it; `null` where it is over or the account is disabled. */
export async function readLink(door: Door, token: string): Promise<OpenLink | null> {
  return withAccount(door, await findLink(door, purposes, token))
}

/** Uses a link up. */
export async function useLink(door: Door, token: string): Promise<OpenLink | null> {
  return withAccount(door, await takeLink(door, purposes, token))
}

async function withAccount(door: Door, link: Link | null): Promise<OpenLink | null> {
  if (!link?.accountId) return null
  const account = await door.tx
    .selectFrom('access.account as account')
    .innerJoin('access.organisation as organisation', 'organisation.id', 'account.organisationId')
    .select(['organisation.name', 'organisation.invented'])
    .where('account.id', '=', link.accountId)
    .where('account.state', '=', 'active')
    .executeTakeFirst()
  return account
    ? {
        ...link,
        accountId: link.accountId,
        organisation: account.name,
        // An invitation is a mail like any other, also among invented people.
        invented: account.invented && link.purpose === 'link',
      }
    : null
}
