/** Deletes trusted contacts whose last day is over: nothing of them is kept a day longer. */
import { systemOf, withActor } from '../platform/actor.ts'
import type { Job } from '../platform/room.ts'
import { sweepTrusted } from './trusted.store.ts'

export const sweepTrustedJob: Job = {
  name: 'people.trusted-sweep',
  cron: '30 3 * * *',
  async run(ground, organisation) {
    await withActor(ground, systemOf(organisation.id, organisation.timeZone), sweepTrusted)
  },
}
