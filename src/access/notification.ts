/** How somebody who works here is told what waits for them. */
import type { Role } from '../platform/actor.ts'

export type Notification = {
  /** A mail in the morning of a day on which something waits. */
  digest: boolean
  /** In the form of E.164; `null` is no SMS. */
  phone: string | null
}

/** What somebody gets who has chosen nothing. */
export const unchosen: Notification = { digest: true, phone: null }

/** The roles for whose holders something waits. */
export const toldRoles = ['coordinator', 'lead', 'supporter'] as const satisfies readonly Role[]

export function isTold(roles: readonly Role[]): boolean {
  return roles.some((role) => toldRoles.some((one) => one === role))
}
