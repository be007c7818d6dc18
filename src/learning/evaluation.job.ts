/** What people use of a training is asked months later by mail: hosts and volunteers do not come by every day. */
import { mailboxesAt } from '../access/mailboxes.ts'
import { systemOf, withActor } from '../platform/actor.ts'
import type { Job } from '../platform/room.ts'
import { askLater } from './evaluation.ask.store.ts'

export const evaluationJob: Job = {
  name: 'learning.evaluations',
  cron: '20 7 * * *',
  async run(ground, { id, timeZone }) {
    const post = { mailboxes: mailboxesAt(ground), url: ground.config.url }
    await withActor(ground, systemOf(id, timeZone), (act) => askLater(act, post))
  },
}
