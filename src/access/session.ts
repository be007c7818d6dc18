/** How long a session lasts, and what it is shown as. */
import type { Role } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import { isStaffRole } from './account.ts'

/** How the holder showed who they are. `link` is the demo's and the invitation's; `recovery` only lets a new factor be added. */
export type Way = 'code' | 'passkey' | 'totp' | 'recovery' | 'link'

/**
 * Hours. Staff screens lie open in offices; a participant's own phone must not ask for a code before every check-in
 * (OWASP ASVS 5.0, 7.3.1 and 7.3.2, leaves the numbers to the documented risk).
 */
const staffLimits = { idle: 0.5, absolute: 12 }
const participantLimits = { idle: 14 * 24, absolute: 30 * 24 }

/** `seen_at` is written at most so often: every request would be a write otherwise. */
export const seenEverySeconds = 60

/** A proof of identity counts for so long when factors or the address are changed (ASVS 7.5.1). */
export const freshMinutes = 10

function limitsOf(role: Role) {
  return isStaffRole(role) ? staffLimits : participantLimits
}

/** When a session that begins now in this role is over at the latest. */
export function absoluteEnd(role: Role, now: Moment): Moment {
  return now.add({ hours: limitsOf(role).absolute })
}

/** When it is over if nothing more is heard; never after `endsAt`. */
export function idleEnd(role: Role, now: Moment, endsAt: Moment): Moment {
  const idle = now.add({ minutes: limitsOf(role).idle * 60 })
  return earlier(idle, endsAt)
}

export function earlier(a: Moment, b: Moment): Moment {
  return a.epochNanoseconds <= b.epochNanoseconds ? a : b
}

export function isFresh(provenAt: Moment, now: Moment): boolean {
  return now.since(provenAt).total('minutes') <= freshMinutes
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** What the holder recognises a device by, such as `Firefox, Android`; empty where the browser does not tell. */
export function deviceOf(userAgent: string): string {
  const first = (list: typeof browsers) => list.find(([pattern]) => pattern.test(userAgent))?.[1]
  return [first(browsers), first(systems)].filter((part) => part !== undefined).join(', ')
}
