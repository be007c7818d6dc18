/**
 * Mail leaves in two steps: it is written in the transaction of the deed, sealed, and a loop posts what was committed. A mail is
 * never sent for something that did not happen, and never lost for a server that is away.
 */
import { randomUUID } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Acting } from './actor.ts'
import type { Tx } from './database.ts'
import type { Moment } from './day.ts'
import type { Ground } from './ground.ts'
import type { Keys } from './keys.ts'
import { mailPause, tryMails } from './mail.pause.ts'
import { SealError, seal, unseal } from './sealing.ts'

declare module './database.ts' {
  interface Database {
    'platform.mail': {
      id: string
      organisationId: string | null
      madeAt: Moment
      toSealed: Buffer
      subject: string
      bodySealed: Buffer
      state: 'waiting' | 'sent' | 'kept' | 'failed' | 'decoy'
      tries: number
      nextTryAt: Moment
      sentAt: Moment | null
      trouble: string | null
    }
  }
}

export type Mail = {
  to: string
  /**
   * Whose administrator may read it while no mail server is set. `null` is nobody: what opens a participant's account is not the
   * administrator's to see.
   */
  organisationId: string | null
  /** Seen on locked screens: no name, and nothing about health. */
  subject: string
  text: string
  html?: string | undefined
}

const body = z.object({ text: z.string(), html: z.string().optional() })

/**
 * Puts a mail into the transaction.
 *
 * @param at an `Acting`, or whatever else has a transaction, a moment and the keys
 * @param decoy it is written like any other and never sent: an unknown address takes as long as a known one
 */
export async function queueMail(
  at: { tx: Tx; now: Moment; keys: Keys },
  mail: Mail,
  { decoy = false } = {},
): Promise<void> {
  const id = randomUUID()
  await at.tx
    .insertInto('platform.mail')
    .values({
      id,
      organisationId: mail.organisationId,
      madeAt: at.now,
      toSealed: seal(at.keys, toPlace(id), mail.to),
      subject: mail.subject,
      bodySealed: seal(at.keys, bodyPlace(id), JSON.stringify({ text: mail.text, html: mail.html })),
      state: decoy ? 'decoy' : 'waiting',
      tries: 0,
      nextTryAt: at.now,
      sentAt: null,
      trouble: null,
    })
    .execute()
}

const toPlace = (id: string) => `platform.mail/to/${id}`
const bodyPlace = (id: string) => `platform.mail/body/${id}`

/** Days after which a mail that was kept or failed is removed: an invitation lasts as long. */
const keptDays = 14

export type Posted = { sent: number; later: number; failed: number; kept: number }

/**
 * Sends what waits, each mail by one program only; what no mail server is set for is kept for the administrator's page.
 *
 * @param print where the mails of invented people are shown, who have no mailbox
 * @param patience milliseconds that a silent server is waited for
 */
export async function postMail(
  ground: Ground,
  { print, patience = 20_000 }: { print?: ((text: string) => void) | undefined; patience?: number } = {},
): Promise<Posted> {
  const posted: Posted = { sent: 0, later: 0, failed: 0, kept: 0 }
  await removeOld(ground)
  const { smtp, mailFrom } = ground.config
  const transport =
    smtp === undefined
      ? undefined
      : createTransport({
          url: smtp,
          connectionTimeout: patience,
          greetingTimeout: patience,
          socketTimeout: patience,
          disableFileAccess: true,
          disableUrlAccess: true,
        })
  try {
    for (;;) {
      const mail = await leaseNext(ground)
      if (!mail) return posted
      const opened = openSealed(ground, mail)
      if (!opened) {
        // Sealed with a key that is no longer here: trying again would not help.
        await settle(ground, mail.id, { state: 'failed', trouble: 'does not unseal' })
        posted.failed += 1
        continue
      }
      const { content, to } = opened
      if (!transport) {
        print?.(`To: ${to}\nSubject: ${mail.subject}\n\n${content.text}`)
        await settle(ground, mail.id, { state: 'kept' })
        posted.kept += 1
        continue
      }
      try {
        await transport.sendMail({
          from: mailFrom,
          to,
          subject: mail.subject,
          text: content.text,
          ...(content.html === undefined ? {} : { html: content.html }),
          // The same at every try: a mail that was sent twice after a crash is shown once.
          messageId: `<${mail.id}@${new URL(ground.config.url).hostname}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        // What was delivered has no business here any more.
        await settle(ground, mail.id, {
          state: 'sent',
          sentAt: ground.clock.now(),
          toSealed: Buffer.alloc(0),
          bodySealed: Buffer.alloc(0),
          trouble: null,
        })
        posted.sent += 1
      } catch (error) {
        const { trouble, final } = troubleOf(error)
        const failed = final || mail.tries >= tryMails
        await settle(ground, mail.id, {
          trouble,
          ...(failed
            ? { state: 'failed' }
            : { nextTryAt: ground.clock.now().add({ minutes: mailPause(mail.tries) }) }),
        })
        posted[failed ? 'failed' : 'later'] += 1
        ground.log.warn({ mail: mail.id, trouble, tries: mail.tries }, 'a mail was not sent')
      }
    }
  } finally {
    transport?.close()
  }
}

/**
 * The next mail to be sent, counted as tried. Nobody else takes it for five minutes: longer than a sending may last, so that a program
 * that is killed meanwhile costs a delay and no mail.
 */
async function leaseNext(ground: Ground) {
  const now = ground.clock.now()
  return ground.jobs
    .updateTable('platform.mail')
    .set((eb) => ({ tries: eb('tries', '+', 1), nextTryAt: now.add({ minutes: 5 }) }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('platform.mail')
        .select('id')
        .where('state', '=', 'waiting')
        .where('nextTryAt', '<=', now)
        .orderBy('nextTryAt')
        .orderBy('madeAt')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'subject', 'toSealed', 'bodySealed', 'tries'])
    .executeTakeFirst()
}

type Outcome = {
  state?: 'sent' | 'kept' | 'failed'
  sentAt?: Moment
  nextTryAt?: Moment
  toSealed?: Buffer
  bodySealed?: Buffer
  trouble?: string | null
}

async function settle(ground: Ground, id: string, outcome: Outcome): Promise<void> {
  await ground.jobs.updateTable('platform.mail').set(outcome).where('id', '=', id).execute()
}

async function removeOld(ground: Ground): Promise<void> {
  const old = ground.clock.now().subtract({ hours: keptDays * 24 })
  await ground.jobs
    .deleteFrom('platform.mail')
    .where((eb) =>
      eb.or([eb('state', '=', 'decoy'), eb.and([eb('state', '!=', 'waiting'), eb('madeAt', '<', old)])]),
    )
    .execute()
}

/** What went wrong in words of the protocol only: the server's own may quote an address. */
function troubleOf(error: unknown): { trouble: string; final: boolean } {
  const of = (key: string) => (error instanceof Error && key in error ? Reflect.get(error, key) : undefined)
  const answer = of('responseCode')
  const code = of('code')
  const trouble = [code, answer]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ')
  // A refused password or recipient: 5xx to RCPT or DATA is for good, but a wrong password is mended by the operator.
  const final = typeof answer === 'number' && answer >= 500 && code !== 'EAUTH'
  return { trouble: trouble || 'unknown', final }
}

export type KeptMail = {
  id: string
  to: string
  subject: string
  text: string
  madeAt: Moment
  failed: boolean
}

/** Mails that did not leave, the newest first: for the administrator, who hands them over in another way. */
export async function listKeptMails(act: Acting): Promise<KeptMail[]> {
  const rows = await act.tx
    .selectFrom('platform.mail')
    .select(['id', 'toSealed', 'subject', 'bodySealed', 'madeAt', 'state'])
    .where('organisationId', '=', act.actor.organisationId)
    .where('state', 'in', ['kept', 'failed'])
    .orderBy('madeAt', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    to: unseal(act.keys, toPlace(row.id), row.toSealed),
    subject: row.subject,
    text: body.parse(JSON.parse(unseal(act.keys, bodyPlace(row.id), row.bodySealed))).text,
    madeAt: row.madeAt,
    failed: row.state === 'failed',
  }))
}

function openSealed(
  ground: Ground,
  mail: { id: string; bodySealed: Buffer; toSealed: Buffer },
): { content: z.infer<typeof body>; to: string } | null {
  try {
    return {
      content: body.parse(JSON.parse(unseal(ground.keys, bodyPlace(mail.id), mail.bodySealed))),
      to: unseal(ground.keys, toPlace(mail.id), mail.toSealed),
    }
  } catch (error) {
    if (error instanceof SealError) return null
    throw error
  }
}
