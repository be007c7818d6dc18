/** One day of a training: signing up for it, and what is said of it. */
import { Hono } from 'hono'
import { mailboxesAt } from '../access/mailboxes.ts'
import { develops } from '../communities/about-community.tsx'
import { asHouse, type Acting } from '../platform/actor.ts'
import { Acts, ButtonLink } from '../platform/parts/button.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Note } from '../platform/parts/surface.tsx'
import { formOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { backToSession, holds, onSession } from './about-training.tsx'
import { attendanceList } from './attendance.part.tsx'
import { codeState } from './attendance.ts'
import { attendanceWords } from './attendance.words.ts'
import { readSaid, SayForm, type SaidErrors, type SaidTyped } from './evaluation.form.tsx'
import { SaidPart } from './evaluation.part.tsx'
import { askedOf, countedOf, giveEvaluation, type Asked } from './evaluation.store.ts'
import { evaluationWords } from './evaluation.words.ts'
import { forFacts } from './session-for.part.tsx'
import { sessionForWords } from './session-for.words.ts'
import { namedVersions, type NamedVersion } from './taught.ts'
import { tellOfTraining } from './training.news.store.ts'
import { howFull, OwnPart, sessionHref, sessionWhen, trainingHref } from './training.part.tsx'
import { ownSignup, seatsOf, signUp, withdraw } from './training.store.ts'
import { isOpen, type Training, type TrainingSession } from './training.ts'
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
    return backToSession(c, session, said)
  }),
)

trainingSessionPages.post('/trainings/:id/sessions/:session/withdraw', (c) =>
  onSession(c, async (act, _, session) => {
    const say = trainingWords(c.var.locale)
    const gone = await withdraw(act, session)
    const { ground } = c.var
    const post = { mailboxes: mailboxesAt(ground), url: ground.config.url }
    await asHouse(act, (house) =>
      tellOfTraining(house, { what: 'moved-up', session, accountIds: gone?.movedUp ?? [] }, post),
    )
    const isOut = isOpen(session, act.today) && !(await ownSignup(act, session))
    return backToSession(c, session, isOut ? say.youAreOut : say.notOpen)
  }),
)

trainingSessionPages.post('/trainings/:id/sessions/:session/say', async (c) => {
  const { values } = await formOf(c)
  return onSession(c, async (act, training, session) => {
    const words = evaluationWords(c.var.locale)
    const asked = await askedOf(act, session)
    if (!asked) return backToSession(c, session, words.wasSaid)
    const names = await namesFor(act, c.var.locale)
    const { errors, said } = readSaid(c.var.locale, values, inNames(asked, names))
    if (!said) return sessionPage(c, act, training, session, { typed: values, errors })
    await giveEvaluation(act, session, said)
    return backToSession(c, session, words.thanks)
  })
})

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
  const own = await ownSignup(act, session)
  const asked = await askedOf(act, session)
  const facts = await forFacts(act, locale, session.id)
  const figures = await countedOf(act, session)
  const names = asked || figures.methods.length > 0 ? await namesFor(act, locale) : []
  const code = codeState(session, act.now, act.actor.timeZone)
  return page(
    c,
    {
      title: training.title,
      lead: [
        sessionWhen(locale, session),
        ...(session.state === 'planned' ? [] : [say.states[session.state]]),
      ].join(', '),
      back: { href: trainingHref(training.id), label: training.title },
      actions:
        may && (code === 'early' || code === 'open') ? (
          <ButtonLink href={sessionHref(session, '/poster')}>{attendanceWords(locale).show}</ButtonLink>
        ) : undefined,
    },
    <Split
      kind="side"
      aside={
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
            {own?.attended === true ? (
              <Note>
                <p>{attendanceWords(locale).noted}</p>
              </Note>
            ) : (
              <OwnPart
                locale={locale}
                session={session}
                seats={seats}
                open={isOpen(session, act.today)}
                holds={may}
              />
            )}
          </div>
        </Card>
      }
    >
      {asked && (
        <SayForm
          locale={locale}
          action={sessionHref(session, '/say')}
          asked={inNames(asked, names)}
          {...given}
        />
      )}
      {may && (await attendanceList(act, locale, session))}
      <SaidPart locale={locale} names={names} {...figures} />
      {may && session.state === 'planned' && (
        <Acts>
          <ButtonLink kind="line" href={sessionHref(session, '/cancel')}>
            {say.cancel}
          </ButtonLink>
        </Acts>
      )}
      {!may && (
        <Card title={say.programme}>
          <p class="as-written">{training.programme}</p>
        </Card>
      )}
    </Split>,
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
