/** What those who came say of a training, as rows; others are told numbers. */
import { randomUUID } from 'node:crypto'
import { asHouse, type Acting } from '../platform/actor.ts'
import { daysBetween, type Moment } from '../platform/day.ts'
import {
  askingOn,
  counted,
  lastAsked,
  mayStillSay,
  type Asking,
  type Evaluation,
  type Said,
} from './evaluation.ts'
import { signupsOf } from './training.store.ts'
import type { Signup, TrainingSession } from './training.ts'

declare module '../platform/database.ts' {
  interface Database {
    'learning.evaluation': Evaluation & {
      id: string
      accountId: string
      organisationId: string
      saidAt: Moment
    }
  }
}

export type Waiting = { session: Pick<TrainingSession, 'id' | 'trainingId'>; title: string }

/** So many days before a session one is told of what is asked before it; on its page it is asked earlier. */
const daysAhead = 7

/** What the actor is asked about a session today and has not said yet. */
export async function askedOf(
  act: Acting,
  session: TrainingSession,
): Promise<{ asking: Asking; signup: Signup } | null> {
  const signup = (await signupsOf(act, session.id)).find(
    ({ accountId, withdrawnAt }) => accountId === act.actor.accountId && withdrawnAt === null,
  )
  const asking = signup && askingOn(act.today, session, signup)
  if (!signup || !asking) return null
  const before = await act.tx
    .selectFrom('learning.evaluation')
    .select('id')
    .where('signupId', '=', signup.id)
    .where('asked', '=', asking)
    .executeTakeFirst()
  return before ? null : { asking, signup }
}

/** Whether it was asked; said once, it stands. What is not asked at this time is not kept. */
export async function giveEvaluation(act: Acting, session: TrainingSession, said: Said): Promise<boolean> {
  const asked = await askedOf(act, session)
  if (!asked) return false
  const { asking, signup } = asked
  const { numInsertedOrUpdatedRows } = await act.tx
    .insertInto('learning.evaluation')
    .values({
      id: randomUUID(),
      signupId: signup.id,
      accountId: signup.accountId,
      organisationId: act.actor.organisationId,
      asked: asking,
      confidence: asking === 'before' || asking === 'after' ? said.confidence : null,
      useful: asking === 'after' ? said.useful : null,
      used: asking === 'months-3' || asking === 'months-9' ? said.used : null,
      saidAt: act.now,
    })
    .onConflict((conflict) => conflict.columns(['signupId', 'asked']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What was said of a session, counted by the house: nobody reads what another one said. */
export async function countedOf(act: Acting, session: TrainingSession) {
  return asHouse(act, async (house) => {
    const signups = await signupsOf(house, session.id)
    const evaluations = await house.tx
      .selectFrom('learning.evaluation as evaluation')
      .innerJoin('learning.signup as signup', 'signup.id', 'evaluation.signupId')
      .select(['evaluation.signupId', 'asked', 'confidence', 'useful', 'used'])
      .where('signup.sessionId', '=', session.id)
      .execute()
    return counted(signups, evaluations, (asking) => mayStillSay(asking, act.today, session))
  })
}

/** What the actor is asked today and has not said yet, with the training it is about; the oldest first. */
export async function waitingForAnswer(act: Acting): Promise<Waiting[]> {
  const { accountId } = act.actor
  if (accountId === null) return []
  const rows = await act.tx
    .selectFrom('learning.signup as signup')
    .innerJoin('learning.trainingSession as session', 'session.id', 'signup.sessionId')
    .innerJoin('learning.training as training', 'training.id', 'session.trainingId')
    .select(['signup.id as signupId', 'session.id', 'trainingId', 'title', 'onDay', 'state'])
    .select(['withdrawnAt', 'attended'])
    .where('signup.accountId', '=', accountId)
    .where('withdrawnAt', 'is', null)
    .where('onDay', '>=', act.today.subtract({ days: lastAsked }))
    .orderBy('onDay')
    .execute()
  const said = await act.tx
    .selectFrom('learning.evaluation')
    .select(['signupId', 'asked'])
    .where('accountId', '=', accountId)
    .execute()
  return rows.flatMap(({ signupId, ...row }) => {
    const asking = askingOn(act.today, row, row)
    if (!asking || (asking === 'before' && daysBetween(act.today, row.onDay) > daysAhead)) return []
    const isSaid = said.some((one) => one.signupId === signupId && one.asked === asking)
    return isSaid ? [] : [{ session: { id: row.id, trainingId: row.trainingId }, title: row.title }]
  })
}
