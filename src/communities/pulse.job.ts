/** Counts pulses whose time is over, so that no answer lies about for longer than it is needed. */
import { systemOf, withActor } from '../platform/actor.ts'
import type { Job } from '../platform/room.ts'
import { closeDuePulses } from './pulse.store.ts'

export const pulseJob: Job = {
  name: 'communities.pulse',
  cron: '40 3 * * *',
  async run(ground, { id, timeZone }) {
    await withActor(ground, systemOf(id, timeZone), closeDuePulses)
  },
}
