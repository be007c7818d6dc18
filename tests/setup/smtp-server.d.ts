/** The part of `smtp-server` that the tests use; the package has no types of its own. */
declare module 'smtp-server' {
  import type { Server } from 'node:net'
  import type { Readable } from 'node:stream'

  type Session = {
    envelope: { mailFrom: { address: string } | false; rcptTo: { address: string }[] }
  }
  type Done = (error?: Error) => void

  export class SMTPServer {
    constructor(options: {
      authOptional?: boolean
      disabledCommands?: string[]
      logger?: boolean
      onRcptTo?(address: { address: string }, session: Session, done: Done): void
      onData?(stream: Readable, session: Session, done: Done): void
    })
    on(event: 'error', listener: (error: Error) => void): this
    listen(port: number, host: string, listening: () => void): Server
    close(done: () => void): void
  }
}
