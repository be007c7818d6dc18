/** Who was there: by a code on the wall, from everybody who is; and by list, from those who hold the training. */
import { Hono } from 'hono'
import { networkOf } from '../access/rate.ts'
import { allow, mayTry, type Try } from '../access/rate.store.ts'
import { tooOften } from '../access/too-often.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import { readLetterCode } from '../platform/letter-code.ts'
import { ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { QrCode } from '../platform/parts/qr.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Note } from '../platform/parts/surface.tsx'
import {
  actorOf,
  formOf,
  leaveNotice,
  notFound,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { backToSession, onSession } from './about-training.tsx'
import { attendanceCode, attendancePath } from './attendance.code.ts'
import { attend, noteAttendance, sessionByCode } from './attendance.store.ts'
import { codeState, codeTime } from './attendance.ts'
import { attendanceWords } from './attendance.words.ts'
import { sessionHref, sessionWhen, trainingHref } from './training.part.tsx'
import { ownSignup, seatsOf, signupsOf, trainingsOf } from './training.store.ts'
import { hasBegun, standing, type Seats, type TrainingSession } from './training.ts'
import { trainingWords } from './training.words.ts'

export const attendancePages = new Hono<PageEnv>()

attendancePages.get('/trainings/:id/sessions/:session/poster', (c) =>
  onSession(c, async (act, training, session) => {
    const { locale, ground } = c.var
    const { timeZone } = act.actor
    const state = codeState(session, act.now, timeZone)
    if (state === 'cancelled' || state === 'over') return null
    const say = attendanceWords(locale)
    const code = attendanceCode(act.keys, session)
    const { url } = ground.config
    return page(
      c,
      { title: say.show, back: { href: sessionHref(session), label: sessionWhen(locale, session) } },
      <>
        <section class="poster" aria-label={say.show}>
          <Split
            kind="even"
            aside={<QrCode text={url + attendancePath(code)} label={say.poster.qr} size={400} />}
          >
            <h2>{say.poster.title}</h2>
            <p>
              {training.title}
              <br />
              {sessionWhen(locale, session)}
            </p>
            <p>{say.poster.how}</p>
            <p>
              <b>
                {`${url.replace(/^https?:\/\//, '')}/here/`}
                <wbr />
                {code}
              </b>
            </p>
            <p>{say.poster.valid(codeWhen(locale, session, timeZone))}</p>
          </Split>
        </section>
        <div class="sheet">
          <Note>{say.poster.note}</Note>
        </div>
      </>,
    )
  }),
)

/** `14. detsember 2026, 09.00–15.30` */
function codeWhen(locale: Locale, session: TrainingSession, timeZone: string): string {
  const { from, until } = codeTime(session, timeZone)
  const hour = (moment: Moment) =>
    moment.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
  return sessionWhen(locale, { ...session, fromTime: hour(from), untilTime: hour(until) })
}

attendancePages.get('/here/:token', (c) => onCode(c, (act, session) => herePage(c, act, session)))

attendancePages.post('/here/:token', (c) =>
  onCode(c, async (act, session, code) => {
    const own = await attend(act, code)
    if (own?.state !== 'in') return c.redirect(attendancePath(code), 303)
    // There they may be asked something too.
    leaveNotice(c, attendanceWords(c.var.locale).noted)
    return c.redirect(sessionHref(session), 303)
  }),
)

/**
 * Does `work` with the day whose code stands in the address. Codes that open nothing are counted, by account: a room full of people is one network, and
 * one misprint in it must not shut everybody out. For whoever has tried too many none opens, or they would go on until one does.
 */
async function onCode(
  c: PageContext,
  work: (act: Acting, session: TrainingSession, code: string) => Promise<Response>,
): Promise<Response> {
  const { ground } = c.var
  const actor = actorOf(c)
  const tries: Try = { bucket: 'attendanceCodes', of: actor.accountId ?? networkOf(c.var.client) }
  const before = await mayTry(ground, tries)
  if (!before.allowed) return tooOften(c, before.waitMinutes)
  const code = readLetterCode(c.req.param('token') ?? '')
  const done =
    code &&
    (await withActor(ground, actor, async (act) => {
      const session = await sessionByCode(act, code)
      return session && work(act, session, code)
    }))
  if (done) return done
  const tried = await allow(ground, [tries])
  return tried.allowed ? notFound(c) : tooOften(c, tried.waitMinutes)
}

async function herePage(c: PageContext, act: Acting, session: TrainingSession): Promise<Response> {
  const { locale } = c.var
  const { timeZone } = act.actor
  const say = attendanceWords(locale)
  const training = (await trainingsOf(act)).find(({ id }) => id === session.trainingId)
  const state = codeState(session, act.now, timeZone)
  const toTraining = { href: trainingHref(session.trainingId), label: say.toTraining }
  if (state !== 'open') {
    return page(
      c,
      { title: say.title, width: 'narrow' },
      <Empty title={say[state]} action={toTraining}>
        {say[`${state}Hint`]}
        {state !== 'cancelled' && <> {say.poster.valid(codeWhen(locale, session, timeZone))}</>}
      </Empty>,
    )
  }
  const seats = (await seatsOf(act, [session])).get(session.id)
  const own = await ownSignup(act, session)
  return page(
    c,
    { title: say.title, lead: say.at(training?.title ?? ''), width: 'narrow' },
    <Card>
      <div class="stack">
        <SummaryList
          locale={locale}
          facts={[
            { label: trainingWords(locale).when, value: sessionWhen(locale, session) },
            { label: trainingWords(locale).place, value: session.place },
          ]}
        />
        {own?.attended === true ? (
          <>
            <Note>
              <p>{say.noted}</p>
            </Note>
            <ButtonLink kind="line" href={sessionHref(session)}>
              {say.toDay}
            </ButtonLink>
          </>
        ) : (
          seats && (
            <Confirm locale={locale} session={session} seats={seats} action={new URL(c.req.url).pathname} />
          )
        )}
      </div>
    </Card>,
  )
}

/** What whoever is there can do about it: those who are in say so, others are put on the list, and wait where it is full. */
function Confirm(props: { locale: Locale; session: TrainingSession; seats: Seats; action: string }) {
  const { session, seats, action } = props
  const say = attendanceWords(props.locale)
  const { own } = seats
  if (own.state === 'waiting')
    return (
      <Note>
        <p>{say.waiting(own.place)}</p>
      </Note>
    )
  if (own.state === 'in') return <PostButton action={action}>{say.confirm}</PostButton>
  const isFull = session.seats !== null && seats.in >= session.seats
  return (
    <>
      <p>{isFull ? say.full : say.free}</p>
      <PostButton action={action}>{isFull ? say.confirmFull : say.confirmFree}</PostButton>
    </>
  )
}

attendancePages.post('/trainings/:id/sessions/:session/attendance', async (c) => {
  const { list, text } = await formOf(c)
  return onSession(c, async (act, _, session) => {
    if (!hasBegun(session, act.today)) return null
    const { in: inside, waiting } = standing(await signupsOf(act, session.id), session.seats)
    const marked = new Set(list('came'))
    const came = new Map<string, boolean | null>([
      ...inside.map(({ id }): [string, boolean] => [id, marked.has(id)]),
      // Whoever only waited and did not come was not missed.
      ...waiting.map(({ id }): [string, boolean | null] => [id, marked.has(id) ? true : null]),
    ])
    await noteAttendance(act, session, came, new Set(text('shown').split(' ')))
    return backToSession(c, session, trainingWords(c.var.locale).attendanceSaved)
  })
})
