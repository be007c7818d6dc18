/** Trainings: what is taught, and on which days; whoever wants to come signs up. */
import { Hono } from 'hono'
import { withActor, type Acting, type Role } from '../platform/actor.ts'
import { isBefore } from '../platform/day.ts'
import { ButtonLink } from '../platform/parts/button.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, LinkList, Notices } from '../platform/parts/surface.tsx'
import {
  actorOf,
  formOf,
  leaveNotice,
  notFound,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import { nameOfMethod } from './method.name.ts'
import { methodsOf, versionsOf } from './method.store.ts'
import { ownNotices } from './own-notices.ts'
import { OwnParticipations } from './participation.part.tsx'
import { ownParticipations } from './participation.store.ts'
import { participationWords } from './participation.words.ts'
import { threadPart } from './thread.part.tsx'
import { readyProgrammes, trainingFrom } from './training.content.ts'
import {
  nothingTyped,
  noSessionTyped,
  readSession,
  readTraining,
  SessionForm,
  TrainingForm,
  trainingTyped,
  type SessionErrors,
  type SessionTyped,
  type Taught,
  type TrainingErrors,
  type TrainingTyped,
} from './training.form.tsx'
import { SessionTable, trainingHref } from './training.part.tsx'
import {
  addSession,
  addTraining,
  changeTraining,
  seatsOf,
  sessionsOf,
  taughtIn,
  trainingsOf,
} from './training.store.ts'
import type { Training } from './training.ts'
import { trainingWords } from './training.words.ts'

export const trainingPages = new Hono<PageEnv>()

const holding: readonly Role[] = ['mobility_lead', 'lead', 'developer']
export const holds = ({ actor }: Acting) => holding.some((role) => role === actor.role)

trainingPages.get('/trainings', (c) =>
  withActor(c.var.ground, actorOf(c), async (act) => {
    const { locale } = c.var
    const say = trainingWords(locale)
    const trainings = await trainingsOf(act)
    const sessions = await sessionsOf(act)
    const seats = await seatsOf(act, sessions)
    const byId = new Map(trainings.map((one) => [one.id, one]))
    const past = sessions.filter(({ onDay }) => isBefore(onDay, act.today)).toReversed()
    const coming = sessions.filter(({ onDay, state }) => !isBefore(onDay, act.today) && state !== 'cancelled')
    const may = holds(act)
    return page(
      c,
      {
        title: say.title,
        lead: say.lead,
        actions: may ? <ButtonLink href="/trainings/new">{say.make}</ButtonLink> : undefined,
      },
      <div class="stack">
        <Notices label={participationWords(locale).waiting} notices={await ownNotices(act, locale)} />
        {trainings.length === 0 ? (
          <Empty title={say.none}>{may && <p>{say.noneHint}</p>}</Empty>
        ) : (
          <>
            <Card title={say.coming}>
              {coming.length === 0 ? (
                <p>{say.noneComing}</p>
              ) : (
                <SessionTable
                  locale={locale}
                  caption={say.coming}
                  sessions={coming}
                  seats={seats}
                  trainings={byId}
                />
              )}
            </Card>
            <Card title={say.all}>
              <LinkList
                items={trainings.map(({ id, title }) => ({ href: trainingHref(id), label: title }))}
              />
            </Card>
            {past.length > 0 && (
              <Card title={say.past}>
                <SessionTable
                  locale={locale}
                  caption={say.past}
                  sessions={past}
                  seats={seats}
                  trainings={byId}
                />
              </Card>
            )}
          </>
        )}
        <OwnParticipations locale={locale} own={await ownParticipations(act)} />
        {may && (
          <Card title={say.from} lead={say.fromHint}>
            <LinkList
              items={readyProgrammes().map(({ key, words }) => ({
                href: `/trainings/new?from=${key}`,
                label: words[locale].name,
              }))}
            />
          </Card>
        )}
      </div>,
    )
  }),
)

trainingPages.get('/trainings/new', (c) =>
  withActor(c.var.ground, actorOf(c), (act) => {
    const ready = readyProgrammes().find(({ key }) => key === c.req.query('from'))
    const typed = ready ? trainingTyped(trainingFrom(c.var.locale, ready)) : nothingTyped
    return formPage(c, act, null, typed, {})
  }),
)

trainingPages.post('/trainings/new', async (c) => {
  const { values, list } = await formOf(c)
  return withActor(c.var.ground, actorOf(c), async (act) => {
    const choice = await choiceOf(c, act)
    const { typed, errors, training } = readTraining(c.var.locale, values, list('methods'), choice)
    if (!training) return formPage(c, act, null, typed, errors)
    return back(c, await addTraining(act, training))
  })
})

trainingPages.get('/trainings/:id', (c) => onTraining(c, (act, training) => onePage(c, act, training)))

trainingPages.get('/trainings/:id/change', (c) =>
  onTraining(c, async (act, training) => {
    const { id, ...rest } = training
    return formPage(c, act, training, trainingTyped(rest, versionIdsOf(await taughtIn(act, id))), {})
  }),
)

trainingPages.post('/trainings/:id/change', async (c) => {
  const { values, list } = await formOf(c)
  return onTraining(c, async (act, was) => {
    const choice = await choiceOf(c, act)
    const { typed, errors, training } = readTraining(c.var.locale, values, list('methods'), choice)
    if (!training) return formPage(c, act, was, typed, errors)
    await changeTraining(act, was.id, training)
    return back(c, was.id)
  })
})

trainingPages.post('/trainings/:id/sessions', async (c) => {
  const { values } = await formOf(c)
  return onTraining(c, async (act, training) => {
    const { typed, errors, session } = readSession(c.var.locale, values)
    if (!session) return onePage(c, act, training, { typed, errors })
    await addSession(act, training.id, session)
    return back(c, training.id)
  })
})

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

function back(c: PageContext, id: string): Response {
  leaveNotice(c, trainingWords(c.var.locale).saved)
  return c.redirect(trainingHref(id), 303)
}

/** The newest wording of each method that is in use or may come to be. */
async function choiceOf(c: PageContext, act: Acting): Promise<Taught[]> {
  const versions = await versionsOf(act)
  return (await methodsOf(act)).flatMap((method) => {
    const version = versions.find(({ methodId }) => methodId === method.id)
    if (!version || method.state === 'retired') return []
    return [{ versionId: version.id, name: nameOfMethod(c.var.locale, method, version) }]
  })
}

/** What it teaches, by name, with the card where there is one; only for those who may read methods. */
async function methodsTaught(c: PageContext, act: Acting, training: Training) {
  const ids = versionIdsOf(await taughtIn(act, training.id))
  if (ids.length === 0) return []
  const methods = await methodsOf(act)
  return (await versionsOf(act)).flatMap((version) => {
    const method = methods.find(({ id }) => id === version.methodId)
    if (!method || !ids.includes(version.id)) return []
    return [{ name: nameOfMethod(c.var.locale, method, version), card: method.card }]
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

async function onePage(
  c: PageContext,
  act: Acting,
  training: Training,
  given: { typed: SessionTyped; errors: SessionErrors } = { typed: noSessionTyped, errors: {} },
): Promise<Response> {
  const { locale } = c.var
  const say = trainingWords(locale)
  const sessions = await sessionsOf(act, training.id)
  const seats = await seatsOf(act, sessions)
  const taught = await methodsTaught(c, act, training)
  const may = holds(act)
  return page(
    c,
    {
      title: training.title,
      back: { href: '/trainings', label: say.toAll },
      actions: may ? (
        <ButtonLink kind="line" href={trainingHref(training.id, '/change')}>
          {say.change}
        </ButtonLink>
      ) : undefined,
    },
    <div class="stack">
      <Card title={say.sessions}>
        {sessions.length === 0 ? (
          <p>{say.noSessions}</p>
        ) : (
          <SessionTable locale={locale} caption={say.sessions} sessions={sessions} seats={seats} />
        )}
      </Card>
      <Split
        aside={
          <SummaryList
            locale={locale}
            facts={[
              { label: say.forWhom, value: say.audiences[training.forWhom] },
              ...taught.map(({ name, card }) => ({
                label: say.methods,
                value: card ? <a href={`/methods/${card}`}>{name}</a> : name,
              })),
            ]}
          />
        }
      >
        <Card title={say.programme}>
          <p class="as-written">{training.programme}</p>
        </Card>
        {training.materials !== '' && (
          <Card title={say.materials}>
            <p class="as-written">{training.materials}</p>
          </Card>
        )}
      </Split>
      {may && (
        <Card title={say.addSession}>
          <SessionForm locale={locale} action={trainingHref(training.id, '/sessions')} {...given} />
        </Card>
      )}
      {await threadPart(act, locale, { stage: 'training', id: training.id })}
    </div>,
    Object.keys(given.errors).length > 0 ? 422 : 200,
  )
}

const versionIdsOf = (taught: readonly { versionId: string }[]) => taught.map(({ versionId }) => versionId)
