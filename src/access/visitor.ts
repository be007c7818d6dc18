/** The cookie between a browser and its session, and who is asking. */
import { getCookie, setCookie } from 'hono/cookie'
import type { Role } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import { actorOf, type PageContext, type Visitor } from '../platform/web.tsx'
import { atDoor, type Door } from './door.ts'
import { roleWords } from './role.words.ts'
import { deviceOf, type Way } from './session.ts'
import { changeSession, endSessionOf, openSession, readSession, type SessionChange } from './session.store.ts'

// The prefix makes browsers refuse it from a subdomain, over plain HTTP or for one path (ASVS 3.3.1).
export const sessionCookie = '__Host-tugevus'

export async function visitorOf(c: PageContext): Promise<Visitor | null> {
  const token = getCookie(c, sessionCookie)
  if (!token) return null
  const standing = await readSession(c.var.ground, token)
  if (!standing) return null
  const { role } = standing
  return {
    sessionId: standing.sessionId,
    accountId: standing.accountId,
    name: standing.name,
    role,
    roleLabel: (locale) => roleWords(locale)[role],
    roles: standing.roles.filter((other) => other !== role),
    strong: standing.strong,
    locale: standing.locale,
    organisation: standing.organisation,
  }
}

/** The visitor of a route that only signed-in people reach. */
export function visitorIn(c: PageContext): Visitor {
  const { visitor } = c.var
  actorOf(c)
  if (!visitor) throw new Error('a route behind the door was reached by nobody')
  return visitor
}

/** Keeps in the audit what a visitor did at their own door. */
export async function note(door: Door, visitor: Visitor, what: string, detail: string): Promise<void> {
  await door.audit({
    who: { accountId: visitor.accountId, organisationId: visitor.organisation.id },
    role: visitor.role,
    what,
    detail,
  })
}

/**
 * Signs this browser in; what it held before is over. Runs inside the transaction that used up the code or key.
 *
 * @returns `null` where the account is disabled
 */
export async function beginSession(
  c: PageContext,
  door: Door,
  given: { accountId: string; way: Way; strong: boolean; role?: Role | null },
): Promise<{ sessionId: string; role: Role; strong: boolean } | null> {
  const before = getCookie(c, sessionCookie)
  if (before) await endSessionOf(door, before)
  const opened = await openSession(door, {
    ...given,
    device: deviceOf(c.req.header('user-agent') ?? ''),
  })
  if (opened) giveCookie(c, opened.token, door.now, opened.endsAt)
  return opened && { sessionId: opened.sessionId, role: opened.role, strong: given.strong }
}

/** Changes this browser's session and its token with it. */
export async function renewSession(c: PageContext, door: Door, change: SessionChange): Promise<boolean> {
  const { visitor } = c.var
  const renewed = visitor && (await changeSession(door, visitor.sessionId, change))
  if (!renewed) return false
  giveCookie(c, renewed.token, door.now, renewed.endsAt)
  return true
}

/** Ends this browser's session; also where it had ended already. */
export async function leaveSession(c: PageContext, how: 'signed out' | 'quick exit'): Promise<void> {
  const token = getCookie(c, sessionCookie)
  const { visitor } = c.var
  if (token) {
    await atDoor(c.var.ground, async (door) => {
      await endSessionOf(door, token)
      if (visitor) await note(door, visitor, 'access.session', how)
    })
  }
  setCookie(c, sessionCookie, '', { ...cookieLook, maxAge: 0 })
}

const cookieLook = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

function giveCookie(c: PageContext, token: string, now: Moment, endsAt: Moment): void {
  setCookie(c, sessionCookie, token, {
    ...cookieLook,
    maxAge: Math.floor(endsAt.since(now).total('seconds')),
  })
}
