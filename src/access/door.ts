/**
 * The one way to what opens doors: a transaction of the sign-in role. Here nobody is signed in yet, or an account acts on its own
 * keys; row-level security lets this role reach accounts, sessions and codes, and nothing that is about people.
 */
import type { ActingRole } from '../platform/actor.ts'
import { appendEntry, type AuditAction } from '../platform/audit.ts'
import type { Tx } from '../platform/database.ts'
import type { Moment } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import type { Keys } from '../platform/keys.ts'

export type Door = {
  tx: Tx
  now: Moment
  keys: Keys
  /** Stands and falls with the transaction: a refusal that must be kept is returned, never thrown. */
  audit(entry: {
    who: { accountId: string; organisationId: string } | null
    role: ActingRole | 'nobody'
    what: string
    detail?: string
    action?: AuditAction
  }): Promise<void>
}

export async function atDoor<T>(ground: Ground, work: (door: Door) => Promise<T>): Promise<T> {
  const now = ground.clock.now()
  return ground.signin.transaction().execute((tx) =>
    work({
      tx,
      now,
      keys: ground.keys,
      audit: ({ who, role, what, detail = '', action = 'access' }) =>
        appendEntry(tx, {
          at: now,
          organisationId: who?.organisationId ?? null,
          accountId: who?.accountId ?? null,
          role,
          action,
          what,
          subjects: [],
          detail,
        }),
    }),
  )
}
