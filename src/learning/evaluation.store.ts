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
  type MethodSaid,
  type Said,
} from './evaluation.ts'
import { signupsOf, taughtIn } from './training.store.ts'
import type { Signup, TrainingSession } from './training.ts'

declare module '../platform/database.ts' {
  interface Database {
    'learning.evaluation': Omit<Evaluation, 'methods'> & {
      id: string
      accountId: string
      organisationId: string
      saidAt: Moment
    }
    'learning.evaluationMethod': MethodSaid & {
      evaluationId: string
      accountId: string
      organisationId: string
    }
  }
}

export type Waiting = { session: Pick<TrainingSession, 'id' | 'trainingId'>; title: string }

/** So many days before a session one is told of what is asked before it; on its page it is asked earlier. */
const daysAhead = 7

export type Asked = {
  asking: Asking
  signup: Signup
  /** Whether they are asked how sure they are of the whole: where it teaches no method, and where they said so before. */
  whole: boolean
  /** The wordings of methods of which they are asked it. */
  versionIds: readonly string[]
}

/** What the actor is asked about a session today and has not said yet. */
export async function askedOf(act: Acting, session: TrainingSession): Promise<Asked | null> {
  const signup = (await signupsOf(act, session.id)).find(
    ({ accountId, withdrawnAt }) => accountId === act.actor.accountId && withdrawnAt === null,
  )
  const asking = signup && askingOn(act.today, session, signup)
  if (!signup || !asking) return null
  const said = await act.tx
    .selectFrom('learning.evaluation')
    .select(['asked', 'confidence'])
    .where('signupId', '=', signup.id)
    .execute()
  if (said.some(({ asked }) => asked === asking)) return null
  if (asking !== 'before' && asking !== 'after') return { asking, signup, whole: false, versionIds: [] }
  // Not everybody who may come may read methods; of what they are taught they are asked all the same.
  const taught = await asHouse(act, (house) => taughtIn(house, session.trainingId))
  const before = said.find(({ asked }) => asked === 'before')
  return {
    asking,
    signup,
    whole: taught.length === 0 || (before !== undefined && before.confidence !== null),
    versionIds: taught.map(({ versionId }) => versionId),
  }
}

/** Whether it was asked; said once, it stands. What is not asked at this time is not kept. */
export async function giveEvaluation(act: Acting, session: TrainingSession, said: Said): Promise<boolean> {
  const asked = await askedOf(act, session)
  if (!asked) return false
  const { asking, signup, whole, versionIds } = asked
  const ours = { accountId: signup.accountId, organisationId: act.actor.organisationId }
  const id = randomUUID()
  const { numInsertedOrUpdatedRows } = await act.tx
    .insertInto('learning.evaluation')
    .values({
      ...ours,
      id,
      signupId: signup.id,
      asked: asking,
      confidence: whole ? said.confidence : null,
      useful: asking === 'after' ? said.useful : null,
      used: asking === 'months-3' || asking === 'months-9' ? said.used : null,
      saidAt: act.now,
    })
    .onConflict((conflict) => conflict.columns(['signupId', 'asked']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  const methods = said.methods.filter(({ versionId }) => versionIds.includes(versionId))
  if (methods.length > 0) {
    await act.tx
      .insertInto('learning.evaluationMethod')
      .values(methods.map((one) => ({ ...one, ...ours, evaluationId: id })))
      .execute()
  }
  return true
}

/** What was said of a session, counted by the house: nobody reads what another one said. */
export async function countedOf(act: Acting, session: TrainingSession) {
  return asHouse(act, async (house) => {
    const signups = await signupsOf(house, session.id)
    const evaluations = await house.tx
      .selectFrom('learning.evaluation as evaluation')
      .innerJoin('learning.signup as signup', 'signup.id', 'evaluation.signupId')
      .select(['evaluation.id', 'evaluation.signupId', 'asked', 'confidence', 'useful', 'used'])
      .where('signup.sessionId', '=', session.id)
      .execute()
    const ofMethods = Map.groupBy(
      await house.tx
        .selectFrom('learning.evaluationMethod as method')
        .innerJoin('learning.evaluation as evaluation', 'evaluation.id', 'method.evaluationId')
        .innerJoin('learning.signup as signup', 'signup.id', 'evaluation.signupId')
        .select(['evaluationId', 'versionId', 'method.confidence'])
        .where('signup.sessionId', '=', session.id)
        .execute(),
      ({ evaluationId }) => evaluationId,
    )
    const answers = evaluations.map(({ id, ...one }) => ({ ...one, methods: ofMethods.get(id) ?? [] }))
    return counted(signups, answers, (asking) => mayStillSay(asking, act.today, session))
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
