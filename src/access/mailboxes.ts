/** Where accounts are written to; it is asked for at the door, where alone addresses are known. */
import type { Ground } from '../platform/ground.ts'
import { atDoor } from './door.ts'
import { mailboxOf, type Mailbox } from './notice.store.ts'

export type Mailboxes = (accountIds: readonly string[]) => Promise<ReadonlyMap<string, Mailbox>>

export function mailboxesAt(ground: Ground): Mailboxes {
  return async (accountIds) => {
    if (accountIds.length === 0) return new Map()
    return atDoor(ground, async (door) => {
      const boxes = new Map<string, Mailbox>()
      for (const id of accountIds) {
        const box = await mailboxOf(door, id)
        if (box) boxes.set(id, box)
      }
      return boxes
    })
  }
}
