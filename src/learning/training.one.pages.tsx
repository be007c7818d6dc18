/** One training: what it teaches, the days on which it is held, and a new day. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { ButtonLink } from '../platform/parts/button.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { LinkedText } from '../platform/parts/linked-text.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import { formOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { backToTraining, holds, onTraining } from './about-training.tsx'
import { cameOfPart } from './came-of.part.tsx'
import { methodsTaught } from './taught.ts'
import { threadPart } from './thread.part.tsx'
import { SessionTable, trainingHref } from './training.part.tsx'
import {
  noSessionTyped,
  readSession,
  SessionForm,
  type SessionErrors,
  type SessionTyped,
} from './training.session.form.tsx'
import { addSession, seatsOf, sessionsOf } from './training.store.ts'
import type { Training } from './training.ts'
import { trainingWords } from './training.words.ts'

export const trainingOnePages = new Hono<PageEnv>()

trainingOnePages.get('/trainings/:id', (c) => onTraining(c, (act, training) => onePage(c, act, training)))

trainingOnePages.get('/trainings/:id/sessions/new', (c) =>
  onTraining(c, async (_, training) => sessionFormPage(c, training, noSessionTyped, {})),
)

trainingOnePages.post('/trainings/:id/sessions', async (c) => {
  const { values } = await formOf(c)
  return onTraining(c, async (act, training) => {
    const { typed, errors, session } = readSession(c.var.locale, values)
    if (!session) return sessionFormPage(c, training, typed, errors)
    await addSession(act, training.id, session)
    return backToTraining(c, training.id)
  })
})

function sessionFormPage(c: PageContext, training: Training, typed: SessionTyped, errors: SessionErrors) {
  const { locale } = c.var
  return page(
    c,
    {
      title: trainingWords(locale).addSession,
      over: training.title,
      width: 'narrow',
      back: { href: trainingHref(training.id), label: training.title },
    },
    <SessionForm
      locale={locale}
      action={trainingHref(training.id, '/sessions')}
      typed={typed}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function onePage(c: PageContext, act: Acting, training: Training): Promise<Response> {
  const { locale } = c.var
  const say = trainingWords(locale)
  const sessions = await sessionsOf(act, training.id)
  const seats = await seatsOf(act, sessions)
  const taught = await methodsTaught(act, locale, training)
  const may = holds(act)
  const programme = (
    <>
      <Card title={say.programme}>
        <p class="as-written">{training.programme}</p>
      </Card>
      {training.materials !== '' && (
        <Card title={say.materials}>
          <LinkedText text={training.materials} />
        </Card>
      )}
    </>
  )
  return page(
    c,
    {
      title: training.title,
      lead: say.audiences[training.forWhom],
      back: { href: '/trainings', label: say.toAll },
      actions: may ? (
        <>
          <ButtonLink kind="line" href={trainingHref(training.id, '/change')}>
            {say.change}
          </ButtonLink>
          <ButtonLink icon="plus" href={trainingHref(training.id, '/sessions/new')}>
            {say.addSession}
          </ButtonLink>
        </>
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
      {taught.length === 0 ? (
        programme
      ) : (
        <Split
          aside={
            <Plain title={say.methods}>
              <ul>
                {taught.map(({ name, card }) => (
                  <li>{card ? <a href={`/methods/${card}`}>{name}</a> : name}</li>
                ))}
              </ul>
            </Plain>
          }
        >
          {programme}
        </Split>
      )}
      {await cameOfPart(act, locale, { sessions, taught })}
      {await threadPart(act, locale, { stage: 'training', id: training.id })}
    </div>,
  )
}
