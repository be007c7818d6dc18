/** When the search for those who are silent goes on: every few minutes, and right after a try. */
import { systemOf, withActor } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import type { Job } from '../platform/room.ts'
import { readSearch, searchBack, searchOn } from './reaching.store.ts'
import type { Search } from './reaching.ts'

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

/** Right after a try was taken back. */
export async function searchBackNow(
  ground: Ground,
  organisation: { id: string; timeZone: string },
  personId: string,
  back: { at: Moment },
): Promise<void> {
  await withActor(ground, systemOf(organisation.id, organisation.timeZone), (act) =>
    searchBack(act, personId, back),
  )
}

/**
 * Where the search for somebody stands; null where there is none. Who else could be asked is for the system to know: whoever is told of it
 * must see the person.
 */
export async function searchFor(
  ground: Ground,
  organisation: { id: string; timeZone: string },
  personId: string,
): Promise<Search | null> {
  return withActor(ground, systemOf(organisation.id, organisation.timeZone), (act) =>
    readSearch(act, personId),
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
