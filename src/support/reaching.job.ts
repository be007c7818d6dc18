/** When the search for those who are silent goes on: every few minutes, and right after a try. */
import { systemOf, withActor } from '../platform/actor.ts'
import type { Ground } from '../platform/ground.ts'
import type { Job } from '../platform/room.ts'
import { searchOn } from './reaching.store.ts'

/** Right after a try was written down: nobody waits for the job. */
export async function searchNow(
  ground: Ground,
  organisation: { id: string; timeZone: string },
  personId: string,
): Promise<void> {
  await withActor(ground, systemOf(organisation.id, organisation.timeZone), (act) =>
    searchOn(act, { personId }),
  )
}

export const searchJobs: Job[] = [
  {
    name: 'support-search',
    cron: '*/5 * * * *',
    async run(ground, organisation) {
      await withActor(ground, systemOf(organisation.id, organisation.timeZone), (act) => searchOn(act))
    },
  },
]
