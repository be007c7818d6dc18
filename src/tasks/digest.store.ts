/** Writes the morning's mails: one a day at most for each account, whatever is started again or runs beside. */
import { sql } from 'kysely'
import type { Away } from '../access/absence.ts'
import { listColleagues } from '../access/account.store.ts'
import type { Mailboxes } from '../access/mailboxes.ts'
import { notifications } from '../access/notification.store.ts'
import { toldRoles, unchosen } from '../access/notification.ts'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import { queueMail } from '../platform/mail.ts'
import { digestsOf, isDue } from './digest.ts'
import { escalationRules } from './escalation.content.ts'
import { inFront } from './escalation.ts'
import { listOpenTasks } from './task.store.ts'
import { digestMail } from './telling.ts'

declare module '../platform/database.ts' {
  interface Database {
    'tasks.digest': { accountId: string; organisationId: string; onDay: Day; madeAt: Moment }
  }
}

/** Days for which it is known whose morning was done with. */
const keptDays = 31

/**
 * Puts the mails of this morning into the outbox. What comes in later is for the next one.
 *
 * @param act as the system of one organisation
 * @returns how many were written
 */
export async function writeDigests(
  act: Acting,
  { away, mailboxes, url }: { away: ReadonlyMap<string, Away>; mailboxes: Mailboxes; url: string },
): Promise<number> {
  if (act.actor.role !== 'system') return 0
  const staff = await listColleagues(act, toldRoles)
  const open = await claim(
    act,
    staff.map(({ id }) => id),
  )
  if (open.size === 0) return 0
  const digests = digestsOf(inFront(await listOpenTasks(act)), {
    today: act.today,
    rules: escalationRules(),
    away,
    leads: staff.filter(({ roles }) => roles.includes('lead')).map(({ id }) => id),
    supporters: await supporters(act),
  })
  const chosen = await notifications(act)
  const due = [...digests].filter(
    ([id, digest]) => open.has(id) && isDue(digest, act.today) && (chosen.get(id) ?? unchosen).digest,
  )
  const boxes = await mailboxes(due.map(([id]) => id))
  let count = 0
  for (const [id, digest] of due) {
    const box = boxes.get(id)
    if (!box) continue
    await queueMail(act, {
      to: box.email,
      organisationId: act.actor.organisationId,
      ...digestMail(box.locale, digest, { url }),
    })
    count += 1
  }
  return count
}

/** Those of the accounts whose morning was not done with until now. */
async function claim(act: Acting, accountIds: readonly string[]): Promise<Set<string>> {
  const { organisationId } = act.actor
  await act.tx
    .deleteFrom('tasks.digest')
    .where('organisationId', '=', organisationId)
    .where('onDay', '<', act.today.subtract({ days: keptDays }))
    .execute()
  if (accountIds.length === 0) return new Set()
  const rows = await act.tx
    .insertInto('tasks.digest')
    .values(accountIds.map((accountId) => ({ accountId, organisationId, onDay: act.today, madeAt: act.now })))
    .onConflict((conflict) => conflict.columns(['accountId', 'onDay']).doNothing())
    .returning('accountId')
    .execute()
  return new Set(rows.map(({ accountId }) => accountId))
}

async function supporters(act: Acting): Promise<Map<string, string[]>> {
  const rows = await act.tx
    .selectFrom('people.sight')
    .select(['personId', 'accountId'])
    .where('organisationId', '=', act.actor.organisationId)
    .where('reason', '=', 'supporter')
    .where('endedAt', 'is', null)
    .where(sql<boolean>`(ends_on is null or ends_on >= ${act.today.toString()}::date)`)
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ personId }) => personId)].map(([personId, own]) => [
      personId,
      [...new Set(own.map(({ accountId }) => accountId))],
    ]),
  )
}
