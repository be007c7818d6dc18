/** Takes away drafts that nobody finished in a year, so that those of colleagues who have left do not stay for ever. */
import { systemOf, withActor } from '../platform/actor.ts'
import type { Job } from '../platform/room.ts'
import { takeOldDrafts } from './draft.store.ts'

export const draftJob: Job = {
  name: 'learning.drafts',
  cron: '50 3 * * *',
  async run(ground, { id, timeZone }) {
    await withActor(ground, systemOf(id, timeZone), takeOldDrafts)
  },
}
