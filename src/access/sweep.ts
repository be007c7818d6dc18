/** Removes what opens nothing any more. */
import type { Ground } from '../platform/ground.ts'
import type { Job } from '../platform/room.ts'
import { forgetRates } from './rate.store.ts'

export const sweepDoors: Job = {
  name: 'access.sweep',
  cron: '20 3 * * *',
  // Codes and rates belong to no organisation; sweeping once for each does no harm.
  run: (ground) => sweep(ground),
}

async function sweep(ground: Ground): Promise<void> {
  const now = ground.clock.now()
  await forgetRates(ground)
  await ground.signin
    .deleteFrom('access.code')
    .where('endsAt', '<', now.subtract({ hours: 24 }))
    .execute()
  // The last session of an account stays: it says when somebody was here, and in which role they begin.
  await ground.signin
    .deleteFrom('access.session as old')
    .where('old.endsAt', '<', now.subtract({ hours: 30 * 24 }))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('access.session as newer')
          .select('newer.id')
          .whereRef('newer.accountId', '=', 'old.accountId')
          .whereRef('newer.createdAt', '>', 'old.createdAt'),
      ),
    )
    .execute()
}
