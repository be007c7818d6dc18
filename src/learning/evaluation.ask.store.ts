/** Asks by mail, months after a training, whoever was there and has not answered yet: once for each asking. */
import { sql } from 'kysely'
import type { Mailboxes } from '../access/mailboxes.ts'
import type { Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { askingOn, isLater, lastAsked, type Asking } from './evaluation.ts'
import { tellOfTraining } from './training.news.store.ts'
import { signupsOf } from './training.store.ts'

declare module '../platform/database.ts' {
  interface Database {
    'learning.evaluationAsk': {
      signupId: string
      asked: Asking
      accountId: string
      organisationId: string
      askedOn: Day
    }
  }
}

/** For the house alone. @returns how many were written to */
export async function askLater(act: Acting, post: { mailboxes: Mailboxes; url: string }): Promise<number> {
  if (act.actor.role !== 'system') return 0
  const sessions = await act.tx
    .selectFrom('learning.trainingSession')
    .select(['id', 'trainingId', 'onDay', 'fromTime', 'untilTime', 'place', 'seats', 'state'])
    .where('state', '=', sql.lit('held'))
    .where('onDay', '>=', act.today.subtract({ days: lastAsked }))
    .execute()
  const lines = Map.groupBy(
    await signupsOf(
      act,
      sessions.map(({ id }) => id),
    ),
    ({ sessionId }) => sessionId,
  )
  let written = 0
  for (const session of sessions) {
    const accountIds: string[] = []
    for (const signup of lines.get(session.id) ?? []) {
      const asked = askingOn(act.today, session, signup)
      if (asked && isLater(asked) && (await isNew(act, signup, asked))) accountIds.push(signup.accountId)
    }
    written += await tellOfTraining(act, { what: 'asked', session, accountIds }, post)
  }
  return written
}

/** Whether they have neither answered nor been asked by mail; from then on they have. */
async function isNew(
  { tx, actor, today }: Acting,
  { id: signupId, accountId }: { id: string; accountId: string },
  asked: Asking,
): Promise<boolean> {
  const said = await tx
    .selectFrom('learning.evaluation')
    .select('id')
    .where('signupId', '=', signupId)
    .where('asked', '=', asked)
    .executeTakeFirst()
  if (said) return false
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('learning.evaluationAsk')
    .values({ signupId, asked, accountId, organisationId: actor.organisationId, askedOn: today })
    .onConflict((conflict) => conflict.columns(['signupId', 'asked']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
