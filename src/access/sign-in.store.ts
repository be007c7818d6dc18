/** Signing in by a code that is mailed. */
import { sql } from 'kysely'
import { written } from '../platform/mail.layout.tsx'
import { queueMail } from '../platform/mail.ts'
import { emailIndex } from './account.store.ts'
import { hasStaffRole, orderedRoles } from './account.ts'
import { shownCode } from './code.ts'
import { makeCode } from './code.store.ts'
import type { Door } from './door.ts'
import { signInWords } from './sign-in.words.ts'

/**
 * Mails a code to an address that belongs to an active account. For any other address exactly the same is done, with a code that is
 * never right in a mail that is never sent: neither the answer nor the time it takes tells whether the address is known.
 *
 * @param email as `emailOf` gives it
 * @returns the token for the browser that asked
 */
export async function askForCode(door: Door, email: string): Promise<string> {
  const account = await door.tx
    .selectFrom('access.address as address')
    .innerJoin('access.account as account', 'account.id', 'address.accountId')
    .select([
      'account.id',
      'account.organisationId',
      'account.locale',
      sql<string[]>`array(select role from access.account_role where account_id = account.id)`.as('held'),
    ])
    .where('address.emailIndex', '=', emailIndex(door.keys, email))
    .where('account.state', '=', 'active')
    .executeTakeFirst()
  const { code, binding } = await makeCode(door, { purpose: 'sign-in', accountId: account?.id ?? null })
  const words = signInWords(account?.locale ?? 'et')
  const staff = hasStaffRole(orderedRoles(account?.held ?? []))
  await queueMail(
    door,
    {
      to: email,
      organisationId: account && staff ? account.organisationId : null,
      ...written(account?.locale ?? 'et', {
        subject: words.mailSubject,
        blocks: [{ label: words.mailCode, code: shownCode(code) }, words.mailWhere, words.mailNotYou],
      }),
    },
    { decoy: account === undefined },
  )
  return binding
}
