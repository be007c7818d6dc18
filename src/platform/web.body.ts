/** How much a request may bring. */
import { bodyLimit } from 'hono/body-limit'
import type { MiddlewareHandler } from 'hono'
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
 * Works on so many large bodies at once, of each sender on one; who comes meanwhile waits unread. From the first byte to the database a file is held some
 * five times, so that memory grows with how many there are and not with how many are sent; and whoever sends many over a slow line, or never ends,
 * leaves the other turns to the others.
 *
 * @param whose tells the senders apart
 */
export function inTurn(
  atOnce: number,
  whose: (c: PageContext) => string,
): <T>(c: PageContext, next: () => Promise<T>) => Promise<T> {
  const working = new Set<string>()
  const waiting: { who: string; turn: () => void }[] = []
  const callNext = () => {
    if (working.size >= atOnce) return
    const place = waiting.findIndex(({ who }) => !working.has(who))
    const [called] = place < 0 ? [] : waiting.splice(place, 1)
    if (!called) return
    working.add(called.who)
    called.turn()
  }
  return async (c, next) => {
    if (saysSize(c) && Number(c.req.header('content-length') ?? 0) < large) return next()
    const who = whose(c)
    await new Promise<void>((turn) => {
      waiting.push({ who, turn })
      callNext()
    })
    try {
      return await next()
    } finally {
      working.delete(who)
      callNext()
    }
  }
}

/** What does not is read to be measured, so it takes its turn before that. */
export const saysSize = (c: PageContext) => c.req.header('transfer-encoding') === undefined

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
