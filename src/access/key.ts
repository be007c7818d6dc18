/** What follows when a key was added or removed, whichever kind it is. */
import type { PageContext, Visitor } from '../platform/web.tsx'
import type { Door } from './door.ts'
import { tellHolder } from './notice.store.ts'
import { makeRecoveryCodes } from './recovery.store.ts'
import type { Proof } from './second-step.ts'
import { endSessions } from './session.store.ts'
import { note, renewSession } from './visitor.ts'

/**
 * The session gets a new token and counts as strong: the key was just shown. Its holder is told by mail.
 *
 * @returns the recovery codes of staff who have none, to be shown this once
 */
export async function afterAdding(
  c: PageContext,
  door: Door,
  { visitor, proof, kind }: { visitor: Visitor; proof: Proof; kind: 'passkey' | 'totp' },
): Promise<string[] | null> {
  await renewSession(c, door, { to: 'strong', way: kind })
  await note(door, visitor, `access.${kind}`, 'added')
  await tellHolder(door, visitor.accountId, `${kind}-added`)
  if (!proof.staff || proof.factors.recoveryCodes > 0) return null
  return makeRecoveryCodes(door, visitor.accountId)
}

/** Whoever came in with the removed key is out: all other sessions end. */
export async function afterRemoving(
  c: PageContext,
  door: Door,
  { visitor, kind }: { visitor: Visitor; kind: 'passkey' | 'totp' },
): Promise<void> {
  await endSessions(door, visitor.accountId, { allBut: visitor.sessionId })
  await renewSession(c, door, { to: 'kept' })
  await note(door, visitor, `access.${kind}`, 'removed')
  await tellHolder(door, visitor.accountId, 'key-removed')
}
