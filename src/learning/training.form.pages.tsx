/** A new training, from nothing or from a ready programme, and what is changed of one. */
import { Hono } from 'hono'
import { withActor, type Acting } from '../platform/actor.ts'
import { actorOf, formOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { backToTraining, onTraining } from './about-training.tsx'
import { nameOfMethod } from './method.name.ts'
import { methodsOf, versionsOf } from './method.store.ts'
import { readyProgrammes, trainingFrom } from './training.content.ts'
import {
  nothingTyped,
  readTraining,
  TrainingForm,
  trainingTyped,
  type Taught,
  type TrainingErrors,
  type TrainingTyped,
} from './training.form.tsx'
import { trainingHref } from './training.part.tsx'
import { addTraining, changeTraining, taughtIn } from './training.store.ts'
import type { Training } from './training.ts'
import { trainingWords } from './training.words.ts'

export const trainingFormPages = new Hono<PageEnv>()

trainingFormPages.get('/trainings/new', (c) =>
  withActor(c.var.ground, actorOf(c), (act) => {
    const ready = readyProgrammes().find(({ key }) => key === c.req.query('from'))
    const typed = ready ? trainingTyped(trainingFrom(c.var.locale, ready)) : nothingTyped
    return formPage(c, act, null, typed, {})
  }),
)

trainingFormPages.post('/trainings/new', async (c) => {
  const { values, list } = await formOf(c)
  return withActor(c.var.ground, actorOf(c), async (act) => {
    const choice = await choiceOf(c, act)
    const { typed, errors, training } = readTraining(c.var.locale, values, list('methods'), choice)
    if (!training) return formPage(c, act, null, typed, errors)
    return backToTraining(c, await addTraining(act, training))
  })
})

trainingFormPages.get('/trainings/:id/change', (c) =>
  onTraining(c, async (act, training) => {
    const { id, ...rest } = training
    return formPage(c, act, training, trainingTyped(rest, versionIdsOf(await taughtIn(act, id))), {})
  }),
)

trainingFormPages.post('/trainings/:id/change', async (c) => {
  const { values, list } = await formOf(c)
  return onTraining(c, async (act, was) => {
    const choice = await choiceOf(c, act)
    const { typed, errors, training } = readTraining(c.var.locale, values, list('methods'), choice)
    if (!training) return formPage(c, act, was, typed, errors)
    await changeTraining(act, was.id, training)
    return backToTraining(c, was.id)
  })
})

/** The newest wording of each method that is in use or may come to be. */
async function choiceOf(c: PageContext, act: Acting): Promise<Taught[]> {
  const versions = await versionsOf(act)
  return (await methodsOf(act)).flatMap((method) => {
    const version = versions.find(({ methodId }) => methodId === method.id)
    if (!version || method.state === 'retired') return []
    return [{ versionId: version.id, name: nameOfMethod(c.var.locale, method, version) }]
  })
}

async function formPage(
  c: PageContext,
  act: Acting,
  training: Training | null,
  typed: TrainingTyped,
  errors: TrainingErrors,
): Promise<Response> {
  const { locale } = c.var
  const say = trainingWords(locale)
  const isWrong = Object.keys(errors).length > 0
  return page(
    c,
    {
      title: training ? training.title : say.make,
      width: 'narrow',
      back: training
        ? { href: trainingHref(training.id), label: training.title }
        : { href: '/trainings', label: say.toAll },
    },
    <TrainingForm
      locale={locale}
      action={training ? trainingHref(training.id, '/change') : '/trainings/new'}
      choice={await choiceOf(c, act)}
      typed={typed}
      errors={errors}
    />,
    isWrong ? 422 : 200,
  )
}

const versionIdsOf = (taught: readonly { versionId: string }[]) => taught.map(({ versionId }) => versionId)
