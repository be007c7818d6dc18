/** One day of a training: signing up for it, who comes, and afterwards who was there. */
import { Hono } from 'hono'
import { accountNames } from '../access/account.store.ts'
import { develops } from '../communities/about-community.tsx'
import { asHouse, type Acting } from '../platform/actor.ts'
import { Acts, Button, PostButton } from '../platform/parts/button.tsx'
import { Checkboxes } from '../platform/parts/choices.tsx'
import { Form } from '../platform/parts/form.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { holds, onSession } from './about-training.tsx'
import { readSaid, SayForm, type SaidErrors, type SaidTyped } from './evaluation.form.tsx'
import { SaidPart } from './evaluation.part.tsx'
import { askedOf, countedOf, giveEvaluation, type Asked } from './evaluation.store.ts'
import { evaluationWords } from './evaluation.words.ts'
import { forFacts } from './session-for.part.tsx'
import { sessionForWords } from './session-for.words.ts'
import { namedVersions, type NamedVersion } from './taught.ts'
import { howFull, OwnPart, sessionHref, sessionWhen, trainingHref } from './training.part.tsx'
import { cancelSession, noteAttendance, seatsOf, signUp, signupsOf, withdraw } from './training.store.ts'
import { hasBegun, isOpen, standing, type Signup, type Training, type TrainingSession } from './training.ts'
import { trainingWords } from './training.words.ts'

export const trainingSessionPages = new Hono<PageEnv>()

trainingSessionPages.get('/trainings/:id/sessions/:session', (c) =>
  onSession(c, (act, training, session) => sessionPage(c, act, training, session)),
)

trainingSessionPages.post('/trainings/:id/sessions/:session/sign-up', (c) =>
  onSession(c, async (act, _, session) => {
    const say = trainingWords(c.var.locale)
    const own = await signUp(act, session)
    const said =
      own?.state === 'waiting' ? say.youWait(own.place) : own?.state === 'in' ? say.youAreIn : say.notOpen
    return back(c, session, said)
  }),
)

trainingSessionPages.post('/trainings/:id/sessions/:session/withdraw', (c) =>
  onSession(c, async (act, _, session) => {
    const say = trainingWords(c.var.locale)
    const wasOpen = isOpen(session, act.today)
    await withdraw(act, session)
    return back(c, session, wasOpen ? say.youAreOut : say.notOpen)
  }),
)

trainingSessionPages.post('/trainings/:id/sessions/:session/cancel', (c) =>
  onSession(c, async (act, _, session) => {
    if (!(await cancelSession(act, session.id))) return null
    return back(c, session, trainingWords(c.var.locale).wasCancelled)
  }),
)

trainingSessionPages.post('/trainings/:id/sessions/:session/attendance', async (c) => {
  const { list } = await formOf(c)
  return onSession(c, async (act, _, session) => {
    if (!hasBegun(session, act.today)) return null
    const { in: inside, waiting } = standing(await signupsOf(act, session.id), session.seats)
    const marked = new Set(list('came'))
    const came = new Map<string, boolean | null>([
      ...inside.map(({ id }): [string, boolean] => [id, marked.has(id)]),
      // Whoever only waited and did not come was not missed.
      ...waiting.map(({ id }): [string, boolean | null] => [id, marked.has(id) ? true : null]),
    ])
    await noteAttendance(act, session, came)
    return back(c, session, trainingWords(c.var.locale).attendanceSaved)
  })
})

trainingSessionPages.post('/trainings/:id/sessions/:session/say', async (c) => {
  const { values } = await formOf(c)
  return onSession(c, async (act, training, session) => {
    const words = evaluationWords(c.var.locale)
    const asked = await askedOf(act, session)
    if (!asked) return back(c, session, words.wasSaid)
    const names = await namesFor(act, c.var.locale)
    const { errors, said } = readSaid(c.var.locale, values, inNames(asked, names))
    if (!said) return sessionPage(c, act, training, session, { typed: values, errors })
    await giveEvaluation(act, session, said)
    return back(c, session, words.thanks)
  })
})

function back(c: PageContext, session: TrainingSession, notice: string): Response {
  leaveNotice(c, notice)
  return c.redirect(sessionHref(session), 303)
}

async function sessionPage(
  c: PageContext,
  act: Acting,
  training: Training,
  session: TrainingSession,
  given: { typed: SaidTyped; errors: SaidErrors } = { typed: {}, errors: {} },
): Promise<Response> {
  const { locale } = c.var
  const say = trainingWords(locale)
  const seats = (await seatsOf(act, [session])).get(session.id)
  if (!seats) throw new Error('the seats of a session were not counted')
  const may = holds(act)
  const asked = await askedOf(act, session)
  const facts = await forFacts(act, locale, session.id)
  const figures = await countedOf(act, session)
  const names = asked || figures.methods.length > 0 ? await namesFor(act, locale) : []
  return page(
    c,
    {
      title: training.title,
      lead: [
        sessionWhen(locale, session),
        ...(session.state === 'planned' ? [] : [say.states[session.state]]),
      ].join(', '),
      back: { href: trainingHref(training.id), label: training.title },
    },
    <div class="stack">
      <Card>
        <div class="stack">
          <SummaryList
            locale={locale}
            facts={[
              { label: say.place, value: session.place },
              ...(session.state === 'planned'
                ? [{ label: say.seats, value: howFull(locale, session, seats) }]
                : []),
              ...facts,
            ]}
          />
          {develops(act) && (
            <p>
              <a href={sessionHref(session, '/for')}>
                {facts.length === 0 ? sessionForWords(locale).link : sessionForWords(locale).change}
              </a>
            </p>
          )}
          <OwnPart locale={locale} session={session} seats={seats} open={isOpen(session, act.today)} />
        </div>
      </Card>
      {asked && (
        <SayForm
          locale={locale}
          action={sessionHref(session, '/say')}
          asked={inNames(asked, names)}
          {...given}
        />
      )}
      {may && (await listPart(c, act, session))}
      <SaidPart locale={locale} names={names} {...figures} />
      {may && session.state === 'planned' && (
        <PostButton kind="line" action={sessionHref(session, '/cancel')}>
          {say.cancel}
        </PostButton>
      )}
    </div>,
    Object.keys(given.errors).length > 0 ? 422 : 200,
  )
}

/** Whoever is taught a method is told its name, whether or not they may read methods. */
const namesFor = (act: Acting, locale: Locale) => asHouse(act, (house) => namedVersions(house, locale))

const inNames = ({ asking, whole, versionIds }: Asked, names: readonly NamedVersion[]) => ({
  asking,
  whole,
  methods: names.filter(({ versionId }) => versionIds.includes(versionId)),
})

async function listPart(c: PageContext, act: Acting, session: TrainingSession) {
  const { locale } = c.var
  const say = trainingWords(locale)
  const signups = await signupsOf(act, session.id)
  const line = standing(signups, session.seats)
  const names = await accountNames(
    act,
    signups.map(({ accountId }) => accountId),
  )
  const nameOf = ({ accountId }: Signup) => names.get(accountId) ?? '–'
  const everybody = [...line.in, ...line.waiting]
  if (everybody.length === 0) {
    return (
      <Card title={say.who}>
        <p>{say.nobody}</p>
      </Card>
    )
  }
  if (!hasBegun(session, act.today)) {
    return (
      <Card title={say.who}>
        <ol>
          {line.in.map((one, place) => (
            <li>{`${place + 1}. ${nameOf(one)}`}</li>
          ))}
        </ol>
        {line.waiting.length > 0 && (
          <>
            <h3>{say.waitingList}</h3>
            <ol>
              {line.waiting.map((one, place) => (
                <li>{`${place + 1}. ${nameOf(one)}`}</li>
              ))}
            </ol>
          </>
        )}
      </Card>
    )
  }
  const known = everybody.filter(({ attended }) => attended !== null)
  const came = known.filter(({ attended }) => attended)
  return (
    <Card>
      {session.state === 'held' && <p>{say.came(came.length, known.length)}</p>}
      <Form locale={locale} action={sessionHref(session, '/attendance')}>
        <Checkboxes
          locale={locale}
          name="came"
          label={say.attendance}
          hint={say.attendanceHint}
          options={everybody.map((one) => ({
            value: one.id,
            label: nameOf(one),
            hint: line.waiting.includes(one) ? say.waitingList : undefined,
          }))}
          values={came.map(({ id }) => id)}
        />
        <Acts>
          <Button>{say.save}</Button>
        </Acts>
      </Form>
    </Card>
  )
}
