/** The post: takes what was committed to the outbox and hands it to the mail server and to the SMS gateway. */
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import type { Moment } from './day.ts'
import type { Ground } from './ground.ts'
import { mailPause, tryMails } from './mail.pause.ts'
import { openMessage, type Channel } from './mail.ts'
import { phoneNumber } from './sms.phone.ts'
import { handSms, type Handed } from './sms.ts'

/** Days after which a message that did not leave is removed: an invitation lasts as long. */
const keptDays = 14

export type Posted = { sent: number; later: number; failed: number; kept: number }

type Letter = { id: string; subject: string; to: string; text: string; html?: string | undefined }

/** A way out of the house. */
type Way = {
  channel: Channel
  hand: ((letter: Letter) => Promise<Handed>) | null
  show(letter: Letter): string
  close(): void
}

/**
 * Sends what waits, each message by one program only; what no server is set for is kept for the administrator's page.
 *
 * @param print where the messages of invented people are shown, who have no mailbox
 * @param patience milliseconds that a silent server is waited for
 */
export async function postMail(
  ground: Ground,
  { print, patience = 20_000 }: { print?: ((text: string) => void) | undefined; patience?: number } = {},
): Promise<Posted> {
  await tidy(ground)
  const posted: Posted = { sent: 0, later: 0, failed: 0, kept: 0 }
  // Side by side: a mail server that is away holds up no SMS.
  const ways = [mailWay(ground, patience), smsWay(ground, patience)]
  const ended = await Promise.allSettled(
    ways.map((way) => postOver(ground, way, posted, print).finally(() => way.close())),
  )
  for (const end of ended) if (end.status === 'rejected') throw end.reason
  return posted
}

async function postOver(
  ground: Ground,
  way: Way,
  posted: Posted,
  print: ((text: string) => void) | undefined,
): Promise<void> {
  for (;;) {
    const message = await leaseNext(ground, way.channel)
    if (!message) return
    const content = openMessage(ground.keys, message)
    if (!content) {
      // Sealed with a key that is no longer here: trying again would not help.
      await settle(ground, message, { state: 'failed', trouble: 'does not unseal' })
      posted.failed += 1
      continue
    }
    const letter = { id: message.id, subject: message.subject, ...content }
    if (!way.hand) {
      print?.(way.show(letter))
      await settle(ground, message, { state: 'kept' })
      posted.kept += 1
      continue
    }
    const handed = await way.hand(letter)
    if (handed.taken) {
      await settleSent(ground, message.id)
      posted.sent += 1
      continue
    }
    const { trouble } = handed
    const failed = handed.final || message.tries >= tryMails
    await settle(ground, message, {
      trouble,
      ...(failed
        ? { state: 'failed' }
        : { nextTryAt: ground.clock.now().add({ minutes: mailPause(message.tries) }) }),
    })
    posted[failed ? 'failed' : 'later'] += 1
    ground.log.warn(
      { mail: message.id, channel: way.channel, trouble, tries: message.tries },
      'a message was not sent',
    )
    // A server that is not there is not asked again for each of the others: they wait for the next round.
    if (handed.away) return
  }
}

function mailWay({ config }: Ground, patience: number): Way {
  const show = ({ to, subject, text }: Letter) => `To: ${to}\nSubject: ${subject}\n\n${text}`
  if (config.smtp === undefined) return { channel: 'mail', hand: null, show, close: () => {} }
  const transport = createTransport({
    url: config.smtp,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    channel: 'mail',
    show,
    close: () => transport.close(),
    async hand({ id, to, subject, text, html }) {
      try {
        await transport.sendMail({
          from: config.mailFrom,
          to,
          subject,
          text,
          ...(html === undefined ? {} : { html }),
          // The same at every try: a mail that was sent twice after a crash is shown once.
          messageId: `<${id}@${new URL(config.url).hostname}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { taken: true }
      } catch (error) {
        return { taken: false, ...troubleOf(error) }
      }
    },
  }
}

/** What went wrong in words of the protocol only: the server's own may quote an address. */
function troubleOf(error: unknown): Omit<Handed & { taken: false }, 'taken'> {
  const of = (key: string) => (error instanceof Error && key in error ? Reflect.get(error, key) : undefined)
  const answer = of('responseCode')
  const code = of('code')
  const trouble = [code, answer]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ')
  // A refused password or recipient: 5xx to RCPT or DATA is for good, but a wrong password is mended by the operator.
  const final = typeof answer === 'number' && answer >= 500 && code !== 'EAUTH'
  return {
    trouble: trouble || 'unknown',
    final,
    away: answer === undefined || answer === 421 || code === 'EAUTH',
  }
}

function smsWay({ config }: Ground, patience: number): Way {
  const { sms: gateway } = config
  return {
    channel: 'sms',
    show: ({ to, text }) => `SMS to: ${to}\n\n${text}`,
    close: () => {},
    hand: gateway
      ? async ({ id, to: written, text }) => {
          const to = phoneNumber(written, config.phoneCountry)
          if (to === null) return { taken: false, trouble: 'no telephone number', final: true, away: false }
          return handSms(gateway, { to, text, id }, patience)
        }
      : null,
  }
}

type Leased = { id: string; subject: string; toSealed: Buffer; bodySealed: Buffer; tries: number }

/**
 * The next message to be sent, counted as tried. Nobody else takes it for five minutes: longer than a sending may last, so that a
 * program that is killed meanwhile costs a delay and no message.
 */
async function leaseNext(ground: Ground, channel: Channel): Promise<Leased | undefined> {
  const now = ground.clock.now()
  return ground.jobs
    .updateTable('platform.mail')
    .set((eb) => ({ tries: eb('tries', '+', 1), nextTryAt: now.add({ minutes: 5 }) }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('platform.mail')
        .select('id')
        .where('state', '=', sql.lit('waiting'))
        .where('channel', '=', channel)
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

/** Notes how it went; one that was taken back meanwhile stays so. */
async function settle(
  ground: Ground,
  { id }: Leased,
  outcome: { state?: 'kept' | 'failed'; nextTryAt?: Moment; trouble?: string },
): Promise<void> {
  await ground.jobs
    .updateTable('platform.mail')
    .set(outcome)
    .where('id', '=', id)
    .where('state', '=', sql.lit('waiting'))
    .execute()
}

/** What was delivered has no business here any more; it was, even where it was taken back meanwhile. */
async function settleSent(ground: Ground, id: string): Promise<void> {
  await ground.jobs
    .updateTable('platform.mail')
    .set({ state: 'sent', sentAt: ground.clock.now(), trouble: null, ...emptied })
    .where('id', '=', id)
    .execute()
}

const emptied = { toSealed: Buffer.alloc(0), bodySealed: Buffer.alloc(0) }

async function tidy(ground: Ground): Promise<void> {
  const old = ground.clock.now().subtract({ hours: keptDays * 24 })
  await ground.jobs
    .deleteFrom('platform.mail')
    .where((eb) =>
      eb.or([eb('state', '=', 'decoy'), eb.and([eb('state', '!=', 'waiting'), eb('madeAt', '<', old)])]),
    )
    .execute()
  await ground.jobs
    .updateTable('platform.mail')
    .set(emptied)
    .where('state', '=', 'withdrawn')
    .where('bodySealed', '!=', emptied.bodySealed)
    .execute()
}
