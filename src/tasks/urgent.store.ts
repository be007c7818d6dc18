/** Tells those who are to call that somebody asked: each once at each stage, whatever is started again or runs beside. */
import { sql } from 'kysely'
import { listColleagues } from '../access/account.store.ts'
import type { Mailboxes } from '../access/mailboxes.ts'
import { notifications } from '../access/notification.store.ts'
import type { Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import { queueMail, queueSms, type Channel } from '../platform/mail.ts'
import { escalationRules } from './escalation.content.ts'
import type { AwayBy, Escalation } from './escalation.ts'
import { listOpenTasks } from './task.store.ts'
import { urgentMail, urgentSms } from './telling.ts'
import { tellingsOf, toldKey, urgentKinds, type Stage, type Telling } from './urgent.ts'

declare module '../platform/database.ts' {
  interface Database {
    'tasks.told': {
      taskId: string
      accountId: string
      organisationId: string
      what: Stage
      channel: Channel
      toldAt: Moment
    }
  }
}

/**
 * Puts what is to be told now into the outbox, under the task's id: when it is done, what has not left is taken back.
 *
 * @param act as the system of one organisation
 * @returns how many messages were written
 */
export async function tellUrgent(
  act: Acting,
  {
    away,
    mailboxes,
    url,
    sms,
  }: {
    away: AwayBy
    mailboxes: Mailboxes
    url: string
    /** There is a gateway to send them by. */ sms: boolean
  },
  rules: Escalation = escalationRules(),
): Promise<number> {
  if (act.actor.role !== 'system') return 0
  const tasks = new Map(
    (await listOpenTasks(act, { kinds: urgentKinds(rules) })).map((task) => [task.id, task]),
  )
  if (tasks.size === 0) return 0
  const chosen = await notifications(act)
  const { now, actor } = act
  const leads = (await listColleagues(act, ['lead'])).map(({ id }) => id)
  const withPhone = new Set(sms ? [...chosen].flatMap(([id, { phone }]) => (phone === null ? [] : [id])) : [])
  const due = tellingsOf(
    rules,
    [...tasks.values()],
    { now, timeZone: actor.timeZone, away, leads, withPhone },
    await readTold(act, [...tasks.keys()]),
  )
  if (due.length === 0) return 0
  const boxes = await mailboxes([...new Set(due.map(({ accountId }) => accountId))])
  const place = { url, timeZone: actor.timeZone }
  const open = await holdOpen(act, [...new Set(due.map(({ taskId }) => taskId))])
  let count = 0
  for (const telling of due) {
    const { accountId, channel, taskId } = telling
    const box = boxes.get(accountId)
    const phone = chosen.get(accountId)?.phone
    if (!box || !open.has(taskId) || !(await note(act, telling))) continue
    const news = { ...telling, dueAt: tasks.get(taskId)?.dueAt ?? null }
    const to = { organisationId: actor.organisationId, about: taskId }
    if (channel === 'mail')
      await queueMail(act, { ...to, to: box.email, ...urgentMail(box.locale, news, place) })
    else if (phone) await queueSms(act, { ...to, to: phone, text: urgentSms(box.locale, news, place) })
    count += 1
  }
  return count
}

/** Those that are still open, and stay so until this is written: whoever closes them meanwhile takes back what we write. */
async function holdOpen(act: Acting, taskIds: readonly string[]): Promise<Set<string>> {
  const rows = await act.tx
    .selectFrom('tasks.task')
    .select('id')
    .where(sql<boolean>`id = any(${[...taskIds]}::uuid[])`)
    .where('state', '=', sql.lit('requested'))
    .orderBy('id')
    .forShare()
    .execute()
  return new Set(rows.map(({ id }) => id))
}

async function readTold(act: Acting, taskIds: readonly string[]): Promise<Set<string>> {
  const rows = await act.tx
    .selectFrom('tasks.told')
    .select(['taskId', 'accountId', 'what', 'channel'])
    .where(sql<boolean>`task_id = any(${[...taskIds]}::uuid[])`)
    .execute()
  return new Set(rows.map(toldKey))
}

/** Whether it was for us to tell: another program may have done so at the same moment. */
async function note(act: Acting, { taskId, accountId, what, channel }: Telling): Promise<boolean> {
  const { organisationId } = act.actor
  const noted = await act.tx
    .insertInto('tasks.told')
    .values({ taskId, accountId, organisationId, what, channel, toldAt: act.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return noted.numInsertedOrUpdatedRows === 1n
}
