/** The address at which a new house is set up; it works once. */
import type { Ground } from '../platform/ground.ts'
import { findLink, makeLinkToken, takeLink } from './code.store.ts'
import { atDoor, type Door } from './door.ts'

/** @returns a token for `/setup/<token>`, good for a day; earlier ones stay good until one of them is used */
export async function makeSetUpToken(ground: Ground): Promise<string> {
  return atDoor(ground, (door) => makeLinkToken(door, 'set-up', null))
}

/** Whether the token would work; looking does not use it up. */
export async function isSetUpToken(ground: Ground, token: string): Promise<boolean> {
  return atDoor(ground, async (door) => (await findLink(door, ['set-up'], token)) !== null)
}

/** Uses the token up in the transaction that sets the house up, and every other one with it. */
export async function useSetUpToken(door: Door, token: string): Promise<boolean> {
  if (!(await takeLink(door, ['set-up'], token))) return false
  await door.tx
    .updateTable('access.code')
    .set({ usedAt: door.now })
    .where('purpose', '=', 'set-up')
    .where('usedAt', 'is', null)
    .execute()
  return true
}
