/** What those who came say of a training, as rows; others are told numbers. */
import { randomUUID } from 'node:crypto'
import { asHouse, type Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import { askingOn, counted, type Asking, type Evaluation, type Said } from './evaluation.ts'
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
      confidence: said.confidence,
      useful: asking === 'after' ? said.useful : null,
      used: asking === 'months-3' || asking === 'months-9' ? said.used : null,
      saidAt: act.now,
    })
    .onConflict((conflict) => conflict.columns(['signupId', 'asked']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What was said of a session, counted by the house: nobody reads what another one said. */
export async function countedOf(act: Acting, { id }: Pick<TrainingSession, 'id'>) {
  return asHouse(act, async (house) => {
    const signups = await signupsOf(house, id)
    const evaluations = await house.tx
      .selectFrom('learning.evaluation as evaluation')
      .innerJoin('learning.signup as signup', 'signup.id', 'evaluation.signupId')
      .select(['evaluation.signupId', 'asked', 'confidence', 'useful', 'used'])
      .where('signup.sessionId', '=', id)
      .execute()
    return counted(signups, evaluations)
  })
}
