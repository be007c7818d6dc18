/** The short-lived cookie that ties a one-time code or challenge to the browser that asked for it. */
import { getCookie, setCookie } from 'hono/cookie'
import type { PageContext } from '../platform/web.tsx'

export type Bound = 'code' | 'again' | 'address' | 'key'

const nameOf = (bound: Bound) => `__Host-tugevus-${bound}`
const look = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

export function giveBinding(c: PageContext, bound: Bound, token: string, minutes: number): void {
  setCookie(c, nameOf(bound), token, { ...look, maxAge: minutes * 60 })
}

export function bindingOf(c: PageContext, bound: Bound): string | undefined {
  return getCookie(c, nameOf(bound))
}

export function dropBinding(c: PageContext, bound: Bound): void {
  setCookie(c, nameOf(bound), '', { ...look, maxAge: 0 })
}
