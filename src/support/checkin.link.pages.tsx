/**
 * The check-in by a link, without an account. Looking changes nothing: mail scanners and previews open every address they see. It shows
 * the questions and help: no name, no code, no day, and not whose service it is.
 */
import { Hono } from 'hono'
import { allow } from '../access/rate.store.ts'
import { networkOf } from '../access/rate.ts'
import { tooOften } from '../access/too-often.ts'
import { bearerOf, heldPass, type HeldPass } from '../people/pass.store.ts'
import { personById } from '../people/person.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { Temporal } from '../platform/day.ts'
import { Acts, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Lamp } from '../platform/parts/help.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Card, Ticks } from '../platform/parts/surface.tsx'
import { formOf, page, preferLocale, type PageContext, type PageEnv } from '../platform/web.tsx'
import { isLocale } from '../platform/words.ts'
import { askForCall } from './checkin-asked.store.ts'
import { aroundCheckin, CheckinForm } from './checkin.form.tsx'
import { linkCheckinWords } from './checkin.link.words.ts'
import { meCheckinWords } from './checkin.me.words.ts'
import { checkinErrors, readCheckin, type CheckinText } from './checkin.questions.tsx'
import { replyWords } from './checkin.reply.words.ts'
import { answerCheckin, checkinOn, type Answered } from './checkin.store.ts'
import { replyTo, type CheckinAnswers } from './checkin.ts'
import { callBy, readBy } from './help-promise.ts'
import { OwnHelp } from './own-person.tsx'
import { supportContent } from './support.content.ts'
import { byWhen, nearDay } from './when.words.ts'

export const linkCheckinPages = new Hono<PageEnv>()

/** So long after an answer the same form, sent again, is told that it has arrived: a second tap, or the way back in the browser. */
const doubleMinutes = 30

linkCheckinPages.get('/a/:token', (c) =>
  asBearer(c, async (act, pass) => (pass.live ? formPage(c, act, pass, {}) : null)),
)

linkCheckinPages.post('/a/:token', async (c) => {
  const { values } = await formOf(c)
  return asBearer(c, async (act, pass) => {
    if (!pass.live) return justUsed(act, pass) ? alreadyPage(c, act, pass) : null
    const read = readCheckin(values)
    if (!read.answers) return formPage(c, act, pass, values, checkinErrors(c.var.locale, read))
    const { personId, dueOn } = pass
    const given = { personId, dueOn, way: 'link', answers: read.answers } as const
    const answered = await answerCheckin(act, given)
    if (answered) return sentPage(c, act, read.answers, answered)
    // The same form came twice at once, and the other one was quicker.
    const now = await heldPass(act)
    return now && justUsed(act, now) ? alreadyPage(c, act, now) : null
  })
})

linkCheckinPages.post('/a/:token/call', (c) =>
  asBearer(c, async (act) => {
    const by = await askForCall(act)
    if (!by) return null
    const { locale } = c.var
    const say = replyWords(locale).replies.call_is_coming
    return page(
      c,
      { title: replyWords(locale).title, audience: 'participant' },
      <Split kind="even" aside={<OwnHelp locale={locale} />}>
        <CallIsComing c={c} act={act} by={by} />
        <Card title={replyWords(locale).untilCall}>
          <Ticks items={say.steps.map((label) => ({ label }))} />
        </Card>
        <p class="sub">{linkCheckinWords(locale).close}</p>
      </Split>,
    )
  }),
)

/** Does `work` as whoever holds the pass of this address. Unknown, used and over answer alike, and only these are counted. */
async function asBearer(
  c: PageContext,
  work: (act: Acting, pass: HeldPass) => Promise<Response | null>,
): Promise<Response> {
  const { ground } = c.var
  // Whoever is signed in on this telephone is nobody here: the page shows no name.
  c.set('visitor', null)
  const actor = await bearerOf(ground, c.req.param('token') ?? '')
  const answer =
    actor &&
    (await withActor(ground, actor, async (act) => {
      const pass = await heldPass(act)
      if (!pass) return null
      const language = (await personById(act, pass.personId))?.language
      if (isLocale(language)) preferLocale(c, language)
      return work(act, pass)
    }))
  if (answer) return answer
  const tried = await allow(ground, [{ bucket: 'passFromNetwork', of: networkOf(c.var.client) }])
  return tried.allowed ? overPage(c) : tooOften(c, tried.waitMinutes)
}

function justUsed(act: Acting, { usedAt }: HeldPass): boolean {
  return usedAt !== null && Temporal.Instant.compare(usedAt.add({ minutes: doubleMinutes }), act.now) > 0
}

async function formPage(c: PageContext, act: Acting, pass: HeldPass, text: CheckinText, errors?: Errors) {
  const { locale } = c.var
  const say = meCheckinWords(locale)
  const asked = await checkinOn(act, pass.personId, pass.dueOn)
  if (!asked) return null
  const link = linkCheckinWords(locale)
  return page(
    c,
    { title: say.title, lead: link.once, audience: 'participant' },
    <CheckinForm
      {...aroundCheckin(act, locale, link.readers)}
      lead={asked.longer ? say.longer : say.weekly}
      action={new URL(c.req.url).pathname}
      due={null}
      longer={asked.longer}
      text={text}
      errors={errors}
    />,
    errors ? 422 : 200,
  )
}

/** Answers the form itself: the address would have to say what the reply is about. */
function sentPage(c: PageContext, act: Acting, answers: CheckinAnswers, { callBy: by }: Answered) {
  const { locale } = c.var
  const say = replyWords(locale)
  const link = linkCheckinWords(locale)
  const kind = replyTo(answers)
  const reply = say.replies[kind]
  const { timeZone } = act.actor
  const wouldCall = callBy(supportContent().helpPromise, act.now, timeZone)
  return page(
    c,
    { title: say.title, audience: 'participant' },
    <Split kind="even" aside={<OwnHelp locale={locale} />}>
      {by && <CallIsComing c={c} act={act} by={by} />}
      {kind === 'call_is_coming' ? (
        <Card title={say.untilCall}>
          <Ticks items={reply.steps.map((label) => ({ label }))} />
        </Card>
      ) : (
        <Card title={reply.heading}>
          <p>{reply.text}</p>
          <h3>{say.stepsTitle}</h3>
          <Ticks items={reply.steps.map((label) => ({ label }))} />
        </Card>
      )}
      {!by && (
        <Card>
          <p>{say.call.askLead(byWhen(locale, wouldCall, act.today, timeZone))}</p>
          <PostButton action={`${new URL(c.req.url).pathname}/call`} kind="soft" icon="phone">
            {say.call.ask}
          </PostButton>
        </Card>
      )}
      <Card title={say.nextTitle}>
        <p>{say.read(link.readers, nearDay(locale, readBy(act.today), act.today))}</p>
        <p>{link.close}</p>
      </Card>
    </Split>,
  )
}

function CallIsComing({ c, act, by }: { c: PageContext; act: Acting; by: Temporal.Instant }) {
  const { locale } = c.var
  const say = replyWords(locale)
  return (
    <Lamp title={say.replies.call_is_coming.heading}>
      <p>
        <b>{say.call.by(byWhen(locale, by, act.today, act.actor.timeZone))}</b>{' '}
        {say.replies.call_is_coming.text}
      </p>
    </Lamp>
  )
}

function alreadyPage(c: PageContext, act: Acting, { usedAt }: HeldPass) {
  const { locale } = c.var
  const say = linkCheckinWords(locale).already
  const { timeZone } = act.actor
  const by = callBy(supportContent().helpPromise, usedAt ?? act.now, timeZone)
  return page(
    c,
    { title: say.title, lead: say.lead, audience: 'participant' },
    <Split kind="even" aside={<OwnHelp locale={locale} />}>
      <Card>
        <p>{say.call(byWhen(locale, by, act.today, timeZone))}</p>
        <p>{say.change}</p>
      </Card>
    </Split>,
  )
}

function overPage(c: PageContext) {
  const { locale } = c.var
  const say = linkCheckinWords(locale).over
  return page(
    c,
    { title: say.title, lead: say.lead, audience: 'participant' },
    <Split kind="even" aside={<OwnHelp locale={locale} />}>
      <Card title={say.what}>
        <Ticks items={say.steps.map((label) => ({ label, open: true }))} />
        <Acts>
          <ButtonLink href="/sign-in" kind="line">
            {say.signIn}
          </ButtonLink>
        </Acts>
      </Card>
    </Split>,
    404,
  )
}
