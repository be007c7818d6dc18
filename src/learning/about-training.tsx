/** What the pages of trainings share: finding what an address names, and who holds trainings. */
import { withActor, type Acting, type Role } from '../platform/actor.ts'
import { actorOf, leaveNotice, notFound, type PageContext } from '../platform/web.tsx'
import { sessionHref, trainingHref } from './training.part.tsx'
import { sessionsOf, trainingsOf } from './training.store.ts'
import type { Training, TrainingSession } from './training.ts'
import { trainingWords } from './training.words.ts'

const holding: readonly Role[] = ['mobility_lead', 'lead', 'developer']
export const holds = ({ actor }: Acting) => holding.some((role) => role === actor.role)

/** What the address names, as the actor sees it; an answer of null is that of a page that is not there. */
export async function onTraining(
  c: PageContext,
  work: (act: Acting, training: Training) => Promise<Response | null>,
): Promise<Response> {
  const done = await withActor(c.var.ground, actorOf(c), async (act) => {
    const training = (await trainingsOf(act)).find(({ id }) => id === c.req.param('id'))
    return training ? work(act, training) : null
  })
  return done ?? notFound(c)
}

/** To the page of a training on which something was written. */
export function backToTraining(c: PageContext, id: string): Response {
  leaveNotice(c, trainingWords(c.var.locale).saved)
  return c.redirect(trainingHref(id), 303)
}

/** The same of one day of a training. */
export function onSession(
  c: PageContext,
  work: (act: Acting, training: Training, session: TrainingSession) => Promise<Response | null>,
): Promise<Response> {
  return onTraining(c, async (act, training) => {
    const session = (await sessionsOf(act, training.id)).find(({ id }) => id === c.req.param('session'))
    return session ? work(act, training, session) : null
  })
}

/** To the page of a day, which says once what came of it. */
export function backToSession(c: PageContext, session: TrainingSession, notice: string): Response {
  leaveNotice(c, notice)
  return c.redirect(sessionHref(session), 303)
}
