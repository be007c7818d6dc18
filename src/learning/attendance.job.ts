/** What a day of a training is asked about afterwards begins when it ends. */
import { systemOf, withActor } from '../platform/actor.ts'
import type { Job } from '../platform/room.ts'
import { closeSessions } from './attendance.store.ts'

export const attendanceJob: Job = {
  name: 'learning.attendance',
  cron: '*/5 * * * *',
  async run(ground, { id, timeZone }) {
    await withActor(ground, systemOf(id, timeZone), closeSessions)
  },
}
