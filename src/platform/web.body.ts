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
