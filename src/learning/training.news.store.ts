/** Tells those who come to trainings by mail what has changed, and knows which days are somebody's own. */
import { listColleagues } from '../access/account.store.ts'
import type { Mailboxes } from '../access/mailboxes.ts'
import { asHouse, type Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import { queueMail } from '../platform/mail.ts'
import { movedUpAt, newsMail, type TrainingNews } from './training.news.ts'
import { signupsOf } from './training.store.ts'
import { standing, type TrainingSession } from './training.ts'

/**
 * Puts a mail to each of them into the transaction of what happened; whoever works here no more gets none.
 *
 * @param house who is written to is the house's to know: whoever withdraws does not learn who moves up
 * @returns how many were written
 */
export async function tellOfTraining(
  house: Acting,
  {
    what,
    session,
    accountIds,
  }: { what: TrainingNews; session: TrainingSession; accountIds: readonly string[] },
  { mailboxes, url }: { mailboxes: Mailboxes; url: string },
): Promise<number> {
  if (house.actor.role !== 'system' || accountIds.length === 0) return 0
  const working = new Set((await listColleagues(house)).map(({ id }) => id))
  const boxes = await mailboxes([...new Set(accountIds)].filter((id) => working.has(id)))
  for (const { email, locale } of boxes.values())
    await queueMail(house, {
      to: email,
      organisationId: house.actor.organisationId,
      ...newsMail(locale, what, session, url),
    })
  return boxes.size
}

export type OwnSession = TrainingSession & {
  title: string
  madeAt: Moment
  /** Those one gives oneself are those of trainings one has made. */
  part: 'in' | 'waiting' | 'gives'
  attended: boolean | null
  movedUpAt: Moment | null
}

/** The days of trainings that the actor comes to, waits for or gives, from a day on; the earliest first, also where they are cancelled. */
export async function ownSessions(act: Acting, from: Day): Promise<OwnSession[]> {
  const { accountId } = act.actor
  if (accountId === null) return []
  const sessions = await act.tx
    .selectFrom('learning.trainingSession as session')
    .innerJoin('learning.training as training', 'training.id', 'session.trainingId')
    .select(['session.id', 'trainingId', 'onDay', 'fromTime', 'untilTime', 'place', 'seats', 'state'])
    .select(['session.madeAt', 'title', 'madeBy'])
    .where('onDay', '>=', from)
    .orderBy('onDay')
    .orderBy('fromTime')
    .orderBy('session.id')
    .execute()
  const ids = sessions.map(({ id }) => id)
  const lines = Map.groupBy(
    await asHouse(act, (house) => signupsOf(house, ids)),
    ({ sessionId }) => sessionId,
  )
  return sessions.flatMap(({ madeBy, ...session }): OwnSession[] => {
    const line = lines.get(session.id) ?? []
    const own = line.find((one) => one.accountId === accountId && one.withdrawnAt === null)
    if (!own)
      return madeBy === accountId ? [{ ...session, part: 'gives', attended: null, movedUpAt: null }] : []
    return [
      {
        ...session,
        part: standing(line, session.seats).in.includes(own) ? 'in' : 'waiting',
        attended: own.attended,
        movedUpAt: movedUpAt(line, session.seats, own),
      },
    ]
  })
}
