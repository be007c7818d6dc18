/** New people at the door: an account and the mail that opens it, in one transaction. */
import type { Acting, Actor } from '../platform/actor.ts'
import type { Ground } from '../platform/ground.ts'
import { queueMail } from '../platform/mail.ts'
import type { Locale } from '../platform/words.ts'
import { createAccount, type NewAccount } from './account.store.ts'
import { emailOf } from './account.ts'
import { endCodes, makeLinkToken } from './code.store.ts'
import { atDoor } from './door.ts'
import { invitation, mailboxOf } from './notice.store.ts'
import { readSettings } from './organisation.store.ts'

/**
 * Adds a colleague and mails the invitation.
 *
 * @param url of the house, without a slash at the end (`ground.config.url`)
 * @returns the account's id
 * @throws AddressTakenError
 */
export async function inviteColleague(act: Acting, url: string, given: NewAccount): Promise<string> {
  const accountId = await createAccount(act, given)
  await mailInvitation(act, url, { accountId, ...given, organisationId: act.actor.organisationId })
  return accountId
}

export type NewParticipant = {
  /** What the house calls the account by. */
  code: string
  /** Sealed; only the person is called by it. */
  name: string
  email: string
  locale: Locale
}

/**
 * Lets a person in as a participant and mails the invitation, which no administrator sees.
 *
 * @param url of the house, without a slash at the end (`ground.config.url`)
 * @returns the account's id, to be noted with the person
 * @throws AddressTakenError
 */
export async function inviteParticipant(act: Acting, url: string, given: NewParticipant): Promise<string> {
  const { code, name, email, locale } = given
  const accountId = await createAccount(act, {
    name: code,
    ownName: name,
    email,
    roles: ['participant'],
    locale,
  })
  await mailInvitation(act, url, { accountId, email, locale, organisationId: null })
  return accountId
}

async function mailInvitation(
  act: Acting,
  url: string,
  to: { accountId: string; email: string; locale: Locale; organisationId: string | null },
): Promise<void> {
  const token = await makeLinkToken(act, 'invitation', to.accountId)
  const { name } = await readSettings(act)
  await queueMail(act, {
    to: emailOf(to.email) ?? to.email,
    organisationId: to.organisationId,
    ...invitation(to.locale, { organisation: name, url, token }),
  })
}

/**
 * Mails a new invitation to the address the account has; earlier ones are over. A coordinator or lead does it for participants, the
 * administrator for staff.
 *
 * @returns `false` where this actor may not, or there is no such account
 */
export async function inviteAgain(ground: Ground, actor: Actor, accountId: string): Promise<boolean> {
  return atDoor(ground, async (door) => {
    const mailbox = await mailboxOf(door, accountId)
    if (!mailbox || mailbox.organisationId !== actor.organisationId) return false
    const may = mailbox.staff ? actor.role === 'admin' : ['coordinator', 'lead'].includes(actor.role)
    if (!may) return false
    await endCodes(door, accountId, ['invitation'])
    const token = await makeLinkToken(door, 'invitation', accountId)
    await queueMail(door, {
      to: mailbox.email,
      organisationId: mailbox.staff ? mailbox.organisationId : null,
      ...invitation(mailbox.locale, {
        organisation: mailbox.organisation,
        url: ground.config.url,
        token,
      }),
    })
    await door.audit({
      who: actor.accountId ? { accountId: actor.accountId, organisationId: actor.organisationId } : null,
      role: actor.role,
      what: 'access.account',
      detail: `invited again: ${accountId}`,
    })
    return true
  })
}
