/**
 * What a form has just made and nothing keeps, such as an address or a sheet of codes, on its way to the page that shows it. It travels in the browser,
 * sealed for this session, and is gone with the first look: loading the page again neither shows nor makes anything.
 */
import { getCookie, setCookie } from 'hono/cookie'
import { SealError, seal, unseal } from '../platform/sealing.ts'
import type { PageContext } from '../platform/web.tsx'
import { visitorIn } from './visitor.ts'

export type ShownOnce = {
  /** Of the cookie. */
  name: `__Secure-tugevus-${string}`
  /** The page that shows it. */
  path: string
  /** Where the text belongs, for its seal, such as `access.recovery_code/made`. */
  place: string
}

/** Seconds, within which the browser follows the redirect. */
const maxAge = 60

const look = ({ path }: ShownOnce) => ({ path, secure: true, httpOnly: true, sameSite: 'Lax' }) as const
const placeOf = (c: PageContext, { place }: ShownOnce) => `${place}/${visitorIn(c).sessionId}`

export function keepOnce(c: PageContext, once: ShownOnce, text: string): void {
  const sealed = seal(c.var.ground.keys, placeOf(c, once), text).toString('base64url')
  setCookie(c, once.name, sealed, { ...look(once), maxAge })
}

/** The text, or `null` where it was shown or is another session's. */
export function takeOnce(c: PageContext, once: ShownOnce): string | null {
  const sealed = getCookie(c, once.name)
  if (!sealed) return null
  setCookie(c, once.name, '', { ...look(once), maxAge: 0 })
  try {
    return unseal(c.var.ground.keys, placeOf(c, once), Buffer.from(sealed, 'base64url'))
  } catch (error) {
    if (error instanceof SealError) return null
    throw error
  }
}
