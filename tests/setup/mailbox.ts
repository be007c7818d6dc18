/** A real SMTP server on this machine that keeps what it is given and can be told to misbehave. */
import { SMTPServer } from 'smtp-server'

export type Received = { to: string[]; from: string; text: string }

export type Mailbox = {
  /** For `TUGEVUS_SMTP`. */
  url: string
  received: Received[]
  /** Answers every recipient with this instead, such as 451 or 550; `null` takes them. */
  refuse: number | null
  /** Milliseconds before a mail is taken. */
  slow: number
  /** Done after a mail was taken and before the sender is told so. */
  taken: () => Promise<void>
  close(): Promise<void>
}

export async function openMailbox(): Promise<Mailbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      if (mailbox.refuse === null) return done()
      // Servers like to say whom they do not know.
      done(Object.assign(new Error(`${address}: not this one`), { responseCode: mailbox.refuse }))
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part) => parts.push(part))
      stream.on('end', () => {
        setTimeout(() => {
          mailbox.received.push({
            to: session.envelope.rcptTo.map((one) => one.address),
            from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
            text: Buffer.concat(parts).toString('utf8'),
          })
          void mailbox.taken().then(() => done())
        }, mailbox.slow)
      })
    },
  })
  server.on('error', () => {})
  const port = await new Promise<number>((resolve) => {
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const mailbox: Mailbox = {
    url: `smtp://127.0.0.1:${port}`,
    received: [],
    refuse: null,
    slow: 0,
    taken: () => Promise.resolve(),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return mailbox
}
