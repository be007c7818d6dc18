/** How somebody who works here wants to be told what waits for them. */
import type { Acting } from '../platform/actor.ts'
import type { Keys } from '../platform/keys.ts'
import { seal, unseal } from '../platform/sealing.ts'
import type { Door } from './door.ts'
import { unchosen, type Notification } from './notification.ts'

declare module '../platform/database.ts' {
  interface Database {
    'access.notification': {
      accountId: string
      organisationId: string
      digest: boolean
      phoneSealed: Buffer | null
    }
  }
}

const phonePlace = (accountId: string) => `access.notification/phone/${accountId}`

function opened(
  keys: Keys,
  { accountId, digest, phoneSealed }: { accountId: string; digest: boolean; phoneSealed: Buffer | null },
): Notification {
  return { digest, phone: phoneSealed && unseal(keys, phonePlace(accountId), phoneSealed) }
}

export async function readNotification(door: Door, accountId: string): Promise<Notification> {
  const row = await door.tx
    .selectFrom('access.notification')
    .select(['accountId', 'digest', 'phoneSealed'])
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row ? opened(door.keys, row) : unchosen
}

export async function keepNotification(
  door: Door,
  { accountId, organisationId }: { accountId: string; organisationId: string },
  { digest, phone }: Notification,
): Promise<void> {
  const chosen = {
    digest,
    phoneSealed: phone === null ? null : seal(door.keys, phonePlace(accountId), phone),
  }
  await door.tx
    .insertInto('access.notification')
    .values({ accountId, organisationId, ...chosen })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(chosen))
    .execute()
}

/** For jobs: what those of the organisation have chosen who have chosen anything. */
export async function notifications(act: Acting): Promise<Map<string, Notification>> {
  const rows = await act.tx
    .selectFrom('access.notification')
    .select(['accountId', 'digest', 'phoneSealed'])
    .where('organisationId', '=', act.actor.organisationId)
    .execute()
  return new Map(rows.map((row) => [row.accountId, opened(act.keys, row)]))
}
