/** How much a request may bring. */
import { bodyLimit } from 'hono/body-limit'
import type { MiddlewareHandler, Next } from 'hono'
import type { PageContext, PageEnv } from './web.tsx'

/** Bytes; a short film of a telephone. */
const mostUnread = 200 * 1024 * 1024

/**
 * @param maxSize bytes
 * @param options `seenToTheEnd`: what is too large is let through to nowhere before it is answered. A browser that is answered earlier than
 * it has sent everything shows a broken connection and not the answer.
 */
export function limitBody(
  maxSize: number,
  { seenToTheEnd }: { seenToTheEnd: boolean },
  tooLarge: (c: PageContext) => Response | Promise<Response>,
): MiddlewareHandler<PageEnv> {
  return bodyLimit({
    maxSize,
    onError: async (c) => {
      if (seenToTheEnd) await letThrough(c.req.raw.body)
      return tooLarge(c as PageContext)
    },
  })
}

/** Bytes: from here on a body waits for its turn. */
const large = 1024 * 1024

/**
 * Works on so many large bodies at once; who comes meanwhile waits unread. From the first byte to the database a file is held some five
 * times, so that memory grows with how many there are and not with how many are sent.
 */
export function inTurn(atOnce: number): (c: PageContext, next: Next) => Promise<void> {
  let free = atOnce
  const waiting: (() => void)[] = []
  return async (c, next) => {
    // One that does not say how large it is was read by now.
    if (Number(c.req.header('content-length') ?? 0) < large) return next()
    if (free > 0) free--
    else await new Promise<void>((turn) => waiting.push(turn))
    try {
      return await next()
    } finally {
      const turn = waiting.shift()
      if (turn) turn()
      else free++
    }
  }
}

async function letThrough(body: Request['body']): Promise<void> {
  if (body === null || body.locked) return
  const reader = body.getReader()
  try {
    for (let passed = 0; passed < mostUnread;) {
      const { done, value } = await reader.read()
      if (done) return
      passed += value.length
    }
  } catch {
    // Whoever sent it has gone.
  }
}
