/** What the mail server and the SMS gateway of the simulation do: addresses that are marked bounce, all else arrives, with the link in it. */
import { sql } from 'kysely'
import { openMessage } from '../platform/mail.ts'
import type { Day } from '../platform/day.ts'
import type { Report } from './report.ts'
import { momentAt, type World } from './world.ts'

/** Takes what waits in the outbox, as the post does. What arrived is kept by the link that it carries. */
export async function post(world: World, date: Day, report: Report): Promise<void> {
  const { ground } = world
  const now = momentAt(date, 21)
  const waiting = await ground.jobs
    .selectFrom('platform.mail')
    .select(['id', 'about', 'toSealed', 'bodySealed'])
    .where('state', '=', sql.lit('waiting'))
    .where('nextTryAt', '<=', now)
    .execute()
  if (waiting.length === 0) return
  const bounced: string[] = []
  for (const message of waiting) {
    const letter = openMessage(ground.keys, message)
    report.messages += 1
    if (letter?.to.startsWith('tagasi')) {
      bounced.push(message.id)
      report.bounced += 1
      continue
    }
    const token = /\/a\/([\w-]{20,})/.exec(letter?.text ?? '')?.[1]
    if (token !== undefined && message.about !== null) world.links.set(message.about, token)
  }
  const gone = waiting.map(({ id }) => id).filter((id) => !bounced.includes(id))
  const settle = (ids: readonly string[], state: 'sent' | 'failed') =>
    ids.length === 0
      ? Promise.resolve([])
      : ground.jobs
          .updateTable('platform.mail')
          .set({ state, sentAt: state === 'sent' ? now : null })
          .where('id', 'in', [...ids])
          .execute()
  await settle(gone, 'sent')
  await settle(bounced, 'failed')
}
