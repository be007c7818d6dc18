/**
 * Absences that nobody said: whoever has not been here for days while something that waits for them is overdue. Each morning the house looks,
 * and tells whoever answers for it.
 */
import { absenceContent } from '../access/absence.content.ts'
import { covers, noticedFrom, type Span } from '../access/absence.ts'
import { absencesFrom, awayOn, lastSeen, noticeAway } from '../access/absence.store.ts'
import { noteOpen } from '../access/open-day.store.ts'
import { accountNames, listColleagues, type Colleague } from '../access/account.store.ts'
import { systemOf, withActor, type Acting } from '../platform/actor.ts'
import { isBefore, laterOf, type Day } from '../platform/day.ts'
import { written } from '../platform/mail.layout.tsx'
import { queueMail } from '../platform/mail.ts'
import type { Job } from '../platform/room.ts'
import { holdersOf } from '../tasks/escalation.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { mailboxesAt, type Mailboxes } from '../access/mailboxes.ts'
import { fromDay } from './span.words.ts'
import { noticedWords } from './noticed.words.ts'

/**
 * Since when something has been waiting, today's included, by in whose list it stands: somebody who stands in for a colleague, or a lead to
 * whom it went up, may have nothing of their own, and is missed all the same.
 */
async function waitingSince(act: Acting): Promise<Map<string, Day>> {
  const away = await awayOn(act, act.today)
  const leads = (await listColleagues(act, ['lead'])).map(({ id }) => id)
  const tasks = await listOpenTasks(act, { until: act.today })
  // The earliest comes first.
  return new Map(
    tasks
      .toReversed()
      .flatMap((task) => holdersOf(task, { away, leads }).map((holder) => [holder, task.dueOn] as const)),
  )
}

/**
 * Notices who is not here, once for each absence, and mails the leads at once; where no lead is here either, the administrator.
 *
 * @param act as the system of one organisation
 * @returns whose absence was noticed newly
 */
export async function noticeAbsences(
  act: Acting,
  post: { mailboxes: Mailboxes; url: string },
): Promise<string[]> {
  if (act.actor.role !== 'system') return []
  const { noticedAfterWorkingDays: workingDays } = absenceContent()
  const wasOpen = await noteOpen(act)
  const waiting = await waitingSince(act)
  const absences = await absencesFrom(act, act.today.subtract({ days: 60 }))
  const noticed: { accountId: string; from: Day }[] = []
  for (const [accountId, seenOn] of await lastSeen(act)) {
    const own = absences.filter((absence) => absence.accountId === accountId)
    if (own.some((absence) => covers(absence, act.today))) continue
    const from = noticedFrom(
      { lastSeenOn: lastKnown(seenOn, own, act.today), waitingSince: waiting.get(accountId) ?? null },
      { workingDays },
      act.today,
      wasOpen,
    )
    if (from === null) continue
    await noticeAway(act, { accountId, from, until: beforeNext(own, act.today) })
    noticed.push({ accountId, from })
  }
  if (noticed.length > 0) await tell(act, noticed, post)
  return noticed.map(({ accountId }) => accountId)
}

/** Days off that were said are no sign of anything. */
function lastKnown(seenOn: Day, own: readonly Span[], today: Day): Day {
  return own
    .flatMap(({ until }) => (until && isBefore(until, today) ? [until] : []))
    .reduce((latest, until) => laterOf(latest, until), seenOn)
}

/** Where somebody has said that they will be away, what was noticed ends the day before. */
function beforeNext(own: readonly Span[], today: Day): Day | null {
  const [next] = own.filter(({ from }) => isBefore(today, from))
  return next ? next.from.subtract({ days: 1 }) : null
}

async function tell(
  act: Acting,
  noticed: readonly { accountId: string; from: Day }[],
  { mailboxes, url }: { mailboxes: Mailboxes; url: string },
): Promise<void> {
  const missing = new Set(
    (await absencesFrom(act, act.today))
      .filter((absence) => covers(absence, act.today))
      .map(({ accountId }) => accountId),
  )
  const here = ({ id }: Colleague) => !missing.has(id)
  const leads = (await listColleagues(act, ['lead'])).filter(here)
  const names = await accountNames(
    act,
    noticed.map(({ accountId }) => accountId),
  )
  const readers = leads.length > 0 ? leads : await listColleagues(act, ['admin'])
  const boxes = await mailboxes(readers.map(({ id }) => id))
  for (const { email, locale } of boxes.values()) {
    const say = noticedWords(locale)
    await queueMail(act, {
      to: email,
      organisationId: act.actor.organisationId,
      ...written(locale, {
        subject: say.subject,
        blocks: [
          ...noticed.map(({ accountId, from }) =>
            say.text(names.get(accountId) ?? '', fromDay(locale, from, act.today)),
          ),
          ...(leads.length > 0 ? [say.toDo, { label: say.look, href: `${url}/away` }] : [say.noLead]),
        ],
      }),
    })
  }
}

/**
 * A little after the day's tasks are made, at every start, and through the day: what goes up because somebody is missed may come to a lead who
 * is not here either. Nobody is told at night.
 */
export const noticedJob: Job = {
  name: 'desk-noticed',
  cron: '5-59/15 6-20 * * *',
  async run(ground, organisation) {
    await withActor(ground, systemOf(organisation.id, organisation.timeZone), (act) =>
      noticeAbsences(act, { mailboxes: mailboxesAt(ground), url: ground.config.url }),
    )
  },
}
