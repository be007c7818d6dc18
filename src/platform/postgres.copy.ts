/**
 * COPY over a connection of `pg`, both ways, a block at a time: the fastest way to every row of a table, in the same text that all
 * versions of PostgreSQL read and write. A slow reader makes the server wait, and a slow server the writer; nothing piles up here.
 *
 * `pg` hands what arrives to whatever query is under way, by the methods named `handle…`; it has none of its own for COPY.
 */
import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import type pg from 'pg'

/** Bytes. */
export const blockSize = 1 << 20

/** @returns how many rows there were, after the last block */
export async function* copyOut(client: pg.Client, statement: string): AsyncGenerator<Buffer, number> {
  const copy = new CopyOut(statement)
  client.query(copy)
  try {
    for (;;) {
      const block = await copy.next()
      if (block === undefined) return copy.rows
      yield block
    }
  } finally {
    copy.giveUp()
  }
}

class CopyOut implements pg.Submittable {
  rows = 0
  private readonly statement: string
  private stream: Duplex | undefined
  private block = Buffer.allocUnsafe(blockSize)
  private filled = 0
  private readonly full: Buffer[] = []
  private state: 'running' | 'done' | Error = 'running'
  private wake: () => void = () => {}

  constructor(statement: string) {
    this.statement = statement
  }

  submit(connection: pg.Connection): void {
    this.stream = connection.stream
    connection.query(this.statement)
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // Copied at once: the bytes are the connection's own, and overwritten by the next ones.
    for (let at = 0; at < chunk.length;) {
      const copied = chunk.copy(this.block, this.filled, at)
      at += copied
      this.filled += copied
      if (this.filled === blockSize) this.put()
    }
    if (this.full.length > 0) this.stream?.pause()
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(/^COPY (\d+)$/.exec(text)?.[1] ?? Number.NaN)
  }

  handleReadyForQuery(): void {
    if (this.filled > 0) this.put()
    this.end('done')
    // The end may have come with the last rows, for which reading was held up: whatever is asked next must be heard.
    this.stream?.resume()
  }

  handleError(error: Error): void {
    this.end(error)
  }

  async next(): Promise<Buffer | undefined> {
    for (;;) {
      const block = this.full.shift()
      if (block) return block
      if (this.state instanceof Error) throw this.state
      if (this.state === 'done') return undefined
      const woken = new Promise<void>((resolve) => (this.wake = resolve))
      this.stream?.resume()
      await woken
    }
  }

  /** Whoever stops reading before the end has no more use for the connection. */
  giveUp(): void {
    if (this.state === 'running') this.stream?.destroy()
  }

  private put(): void {
    this.full.push(this.block.subarray(0, this.filled))
    this.block = Buffer.allocUnsafe(blockSize)
    this.filled = 0
    this.wake()
  }

  private end(state: 'done' | Error): void {
    if (this.state === 'running') this.state = state
    this.wake()
  }
}

/** @returns how many rows the server has taken */
export function copyIn(client: pg.Client, statement: string, blocks: AsyncIterable<Buffer>): Promise<number> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(statement, blocks, resolve, reject))
  })
}

class CopyIn implements pg.Submittable {
  private readonly statement: string
  private readonly blocks: AsyncIterable<Buffer>
  private readonly done: (rows: number) => void
  private readonly failed: (error: unknown) => void
  private stream: Duplex | undefined
  private refused = false
  private cause: unknown
  private rows = 0

  constructor(
    statement: string,
    blocks: AsyncIterable<Buffer>,
    done: (rows: number) => void,
    failed: (error: unknown) => void,
  ) {
    this.statement = statement
    this.blocks = blocks
    this.done = done
    this.failed = failed
  }

  submit(connection: pg.Connection): void {
    this.stream = connection.stream
    connection.query(this.statement)
  }

  handleCopyInResponse(): void {
    void this.pour()
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(/^COPY (\d+)$/.exec(text)?.[1] ?? Number.NaN)
  }

  handleReadyForQuery(): void {
    if (!this.refused) this.done(this.rows)
  }

  handleError(error: Error): void {
    this.refused = true
    // Where our own source broke, the server only says that we told it so.
    this.failed(this.cause ?? error)
  }

  private async pour(): Promise<void> {
    try {
      for await (const block of this.blocks) {
        if (this.refused) return
        await this.write(message('d', block.length), block)
      }
      if (!this.refused) await this.write(message('c', 0))
    } catch (error) {
      this.cause = error
      const why = Buffer.from('the source of the rows broke\0')
      if (!this.refused) await this.write(message('f', why.length), why).catch(() => {})
    }
  }

  private async write(...parts: Buffer[]): Promise<void> {
    const { stream } = this
    if (!stream?.writable) throw new Error('the connection to the database has ended')
    let flows = true
    for (const part of parts) flows = stream.write(part)
    if (!flows) await either(stream, 'drain', 'close')
  }
}

/** Waits for whichever comes first; nobody listens for the other any more. */
async function either(stream: Duplex, ...events: string[]): Promise<void> {
  const listening = new AbortController()
  try {
    await Promise.race(events.map((event) => once(stream, event, { signal: listening.signal })))
  } finally {
    listening.abort()
  }
}

/** The head of a message of the protocol: its kind, and its length with the length itself. */
function message(kind: 'd' | 'c' | 'f', bytes: number): Buffer {
  const head = Buffer.alloc(5)
  head.write(kind, 'latin1')
  head.writeUInt32BE(bytes + 4, 1)
  return head
}
