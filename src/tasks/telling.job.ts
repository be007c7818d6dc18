/** When staff are told what waits for them. */
import { awayOn } from '../access/absence.store.ts'
import { mailboxesAt } from '../access/mailboxes.ts'
import { systemOf, withActor } from '../platform/actor.ts'
import type { Job } from '../platform/room.ts'
import { isMorning } from './digest.ts'
import { writeDigests } from './digest.store.ts'
import { tellUrgent } from './urgent.store.ts'

export const tellingJobs: Job[] = [
  {
    // Asked for by the minute: an organisation's morning is that of its own time zone, and a server may come back during it.
    name: 'tasks-digest',
    cron: '*/10 * * * *',
    async run(ground, { id, timeZone }) {
      if (!isMorning(ground.clock.now().toZonedDateTimeISO(timeZone).hour)) return
      await withActor(ground, systemOf(id, timeZone), async (act) => {
        const away = await awayOn(act, act.today)
        await writeDigests(act, { away, mailboxes: mailboxesAt(ground), url: ground.config.url })
      })
    },
  },
  {
    name: 'tasks-urgent',
    cron: '* * * * *',
    async run(ground, { id, timeZone }) {
      await withActor(ground, systemOf(id, timeZone), async (act) => {
        const away = await awayOn(act, act.today)
        const sms = ground.config.sms !== undefined
        await tellUrgent(act, { away, mailboxes: mailboxesAt(ground), url: ground.config.url, sms })
      })
    },
  },
]
