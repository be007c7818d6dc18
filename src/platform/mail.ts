/**
 * The outbox. A message, mail or SMS, leaves in two steps: it is written in the transaction of the deed, sealed, and a loop posts what
 * was committed (`mail.post.ts`). Nothing is ever sent for something that did not happen, and nothing lost for a server that is away.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Acting } from './actor.ts'
import type { Tx } from './database.ts'
import type { Moment } from './day.ts'
import type { Keys } from './keys.ts'
import { SealError, seal, unseal } from './sealing.ts'

export type Channel = 'mail' | 'sms'

declare module './database.ts' {
  interface Database {
    'platform.mail': {
      id: string
      organisationId: string | null
      madeAt: Moment
      channel: Channel
      about: string | null
      toSealed: Buffer
      subject: string
      bodySealed: Buffer
      state: 'waiting' | 'sent' | 'kept' | 'failed' | 'decoy' | 'withdrawn'
      tries: number
      nextTryAt: Moment
      sentAt: Moment | null
      trouble: string | null
    }
  }
}

type Message = {
  to: string
  /**
   * Whose administrator may read it while it cannot be sent. `null` is nobody: what opens a participant's account is not the
   * administrator's to see.
   */
  organisationId: string | null
  text: string
  /** The id of whatever caused it, such as a task: by it the message is taken back, and its failing told. */
  about?: string | undefined
  /** It waits until then, such as for the morning; now if not given. */
  notBefore?: Moment | undefined
}

export type Mail = Message & {
  /** Seen on locked screens: no name, and nothing about health. */
  subject: string
  html?: string | undefined
}

/** Its text is all there is, and stands on locked screens: no name, and nothing about health. */
export type Sms = Message

/** An `Acting`, or whatever else has a transaction, a moment and the keys. */
type At = { tx: Tx; now: Moment; keys: Keys }

const body = z.object({ text: z.string(), html: z.string().optional() })

/**
 * Puts a mail into the transaction.
 *
 * @param decoy it is written like any other and never sent: an unknown address takes as long as a known one
 * @returns its id
 */
export async function queueMail(at: At, mail: Mail, { decoy = false } = {}): Promise<string> {
  return queue(at, mail, {
    channel: 'mail',
    subject: mail.subject,
    content: { text: mail.text, html: mail.html },
    decoy,
  })
}

/**
 * Puts an SMS into the transaction.
 *
 * @param sms `to` as somebody wrote it; what is no telephone number fails when it is posted
 * @returns its id
 */
export async function queueSms(at: At, sms: Sms): Promise<string> {
  return queue(at, sms, { channel: 'sms', subject: '', content: { text: sms.text }, decoy: false })
}

async function queue(
  at: At,
  { to, organisationId, about, notBefore }: Message,
  {
    channel,
    subject,
    content,
    decoy,
  }: { channel: Channel; subject: string; content: z.infer<typeof body>; decoy: boolean },
): Promise<string> {
  const id = randomUUID()
  await at.tx
    .insertInto('platform.mail')
    .values({
      id,
      organisationId,
      madeAt: at.now,
      channel,
      about: about ?? null,
      toSealed: seal(at.keys, toPlace(id), to),
      subject,
      bodySealed: seal(at.keys, bodyPlace(id), JSON.stringify(content)),
      state: decoy ? 'decoy' : 'waiting',
      tries: 0,
      nextTryAt: notBefore ?? at.now,
      sentAt: null,
      trouble: null,
    })
    .execute()
  return id
}

const toPlace = (id: string) => `platform.mail/to/${id}`
const bodyPlace = (id: string) => `platform.mail/body/${id}`

/** `null` where it was sealed with a key that is no longer here. */
export function openMessage(
  keys: Keys,
  { id, toSealed, bodySealed }: { id: string; toSealed: Buffer; bodySealed: Buffer },
): { to: string; text: string; html?: string | undefined } | null {
  try {
    return {
      to: unseal(keys, toPlace(id), toSealed),
      ...body.parse(JSON.parse(unseal(keys, bodyPlace(id), bodySealed))),
    }
  } catch (error) {
    if (error instanceof SealError) return null
    throw error
  }
}

/**
 * Takes back what these caused and has not left yet: somebody acted. What is on its way at this moment still arrives.
 *
 * @param about ids as they were given with the messages
 * @returns how many were taken back
 */
export async function withdrawMessages(act: Acting, about: readonly string[]): Promise<number> {
  if (about.length === 0) return 0
  await askAbout(act, about)
  const result = await act.tx
    .updateTable('platform.mail')
    .set({ state: 'withdrawn' })
    .where(sql<boolean>`about = any(${[...about]}::uuid[])`)
    .where('state', 'in', ['waiting', 'kept'])
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** `to`: null where it was sealed with a key that is no longer here. */
export type FailedMessage = { id: string; about: string; channel: Channel; to: string | null }

/** For jobs: which of the messages that these caused did not arrive and will not. */
export async function failedMessages(act: Acting, about: readonly string[]): Promise<FailedMessage[]> {
  if (about.length === 0) return []
  await askAbout(act, about)
  const rows = await act.tx
    .selectFrom('platform.mail')
    .select(['id', 'about', 'channel', 'toSealed', 'bodySealed'])
    .where(sql<boolean>`about = any(${[...about]}::uuid[])`)
    .where('state', '=', sql.lit('failed'))
    .orderBy('madeAt')
    .execute()
  return rows.flatMap((row) => {
    const { id, about: cause, channel } = row
    return cause === null ? [] : [{ id, about: cause, channel, to: openMessage(act.keys, row)?.to ?? null }]
  })
}

async function askAbout(act: Acting, about: readonly string[]): Promise<void> {
  await sql`select set_config('tugevus.about', ${about.join(',')}, true)`.execute(act.tx)
}

export type KeptMail = {
  id: string
  channel: Channel
  to: string
  subject: string
  text: string
  madeAt: Moment
  failed: boolean
}

/**
 * Messages that did not leave, the newest first: for the administrator, who hands them over in another way. What was sealed with a key
 * that is no longer here says nothing to anybody, and is left out.
 */
export async function listKeptMails(act: Acting): Promise<KeptMail[]> {
  const rows = await act.tx
    .selectFrom('platform.mail')
    .select(['id', 'channel', 'toSealed', 'subject', 'bodySealed', 'madeAt', 'state'])
    .where('organisationId', '=', act.actor.organisationId)
    .where('state', 'in', ['kept', 'failed'])
    .orderBy('madeAt', 'desc')
    .limit(200)
    .execute()
  return rows.flatMap((row) => {
    const message = openMessage(act.keys, row)
    if (!message) return []
    const { to, text } = message
    const { id, channel, subject, madeAt } = row
    return [{ id, channel, to, subject, text, madeAt, failed: row.state === 'failed' }]
  })
}
