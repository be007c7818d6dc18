/** Tells an account's holder by mail what happened at its doors, and invites. */
import { sql } from 'kysely'
import { written } from '../platform/mail.layout.tsx'
import { queueMail } from '../platform/mail.ts'
import type { Locale } from '../platform/words.ts'
import { unsealEmail } from './account.store.ts'
import { hasStaffRole, orderedRoles } from './account.ts'
import { linkHours } from './code.ts'
import type { Door } from './door.ts'
import { noticeWords } from './notice.words.ts'

export type Notice =
  | 'passkey-added'
  | 'totp-added'
  | 'key-removed'
  | 'recovery-used'
  | 'recovery-made'
  | 'keys-reset'
  | 'address-changed'

export type Mailbox = {
  email: string
  organisationId: string
  organisation: string
  locale: Locale
  name: string
  /** The administrator may read mails of staff while no mail server is set, never those of participants. */
  staff: boolean
}

/** Where an account gets its mail, also when it is disabled. */
export async function mailboxOf(door: Door, accountId: string): Promise<Mailbox | null> {
  const row = await door.tx
    .selectFrom('access.address as address')
    .innerJoin('access.account as account', 'account.id', 'address.accountId')
    .innerJoin('access.organisation as organisation', 'organisation.id', 'account.organisationId')
    .select([
      'address.emailSealed',
      'account.organisationId',
      'account.locale',
      'account.name',
      'organisation.name as organisation',
      sql<string[]>`array(select role from access.account_role where account_id = account.id)`.as('held'),
    ])
    .where('account.id', '=', accountId)
    .executeTakeFirst()
  if (!row) return null
  return {
    email: unsealEmail(door.keys, accountId, row.emailSealed),
    organisationId: row.organisationId,
    organisation: row.organisation,
    locale: row.locale,
    name: row.name,
    staff: hasStaffRole(orderedRoles(row.held)),
  }
}

/** @param reason why somebody else did it, in their words */
export async function tellHolder(
  door: Door,
  accountId: string,
  what: Notice,
  { reason, to }: { reason?: string; to?: string } = {},
): Promise<void> {
  const mailbox = await mailboxOf(door, accountId)
  if (!mailbox) return
  const words = noticeWords(mailbox.locale)
  await queueMail(door, {
    to: to ?? mailbox.email,
    organisationId: mailbox.staff ? mailbox.organisationId : null,
    ...written(mailbox.locale, {
      subject: words.subject,
      blocks: [
        words[what],
        ...(reason === undefined ? [] : [words.reason(reason)]),
        ...(what === 'keys-reset' ? [] : [words.yours]),
        words.notYours,
      ],
    }),
  })
}

/** An invitation as it is mailed. */
export function invitation(
  locale: Locale,
  { organisation, url, token }: { organisation: string; url: string; token: string },
): ReturnType<typeof written> {
  const words = noticeWords(locale)
  return written(locale, {
    subject: words.inviteSubject,
    blocks: [
      words.inviteWhat(organisation),
      { label: words.inviteOpen, href: `${url}/link/${token}` },
      words.inviteEnds(linkHours.invitation / 24),
      words.inviteUnexpected,
    ],
  })
}
