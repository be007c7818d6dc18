/** After a check-in was sent: something of use, by when somebody calls or reads, and a call that can still be asked for. */
import { Hono } from 'hono'
import { Acts, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Lamp } from '../platform/parts/help.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Card, Ticks } from '../platform/parts/surface.tsx'
import type { Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { page, type PageEnv } from '../platform/web.tsx'
import { listOpenTasks } from '../tasks/task.store.ts'
import { lastSent } from './checkin.me.pages.tsx'
import { wordsOfBetterTime } from './checkin.reply.ts'
import { replyWords } from './checkin.reply.words.ts'
import { checkinsOf, correctAnswer } from './checkin.store.ts'
import { replyTo } from './checkin.ts'
import { callBy, readBy } from './help-promise.ts'
import { onSelf, OwnHelp, readersOf } from './own-person.tsx'
import { pathwayOf } from './pathway.store.ts'
import { checkinDays, chosenRhythm } from './rhythm.ts'
import { pathwayNamed, supportContent } from './support.content.ts'
import { byWhen, nearDay } from './when.words.ts'

export const replyPages = new Hono<PageEnv>()

replyPages.get('/me/checkin/sent', (c) =>
  onSelf(c, async (act, person) => {
    const sent = await lastSent(act, person.id)
    if (!sent) return c.redirect('/me/checkin', 303)
    const { locale } = c.var
    const { timeZone } = act.actor
    const say = replyWords(locale)
    const kind = replyTo(sent.answer.answers)
    const reply = say.replies[kind]
    const help = (await listOpenTasks(act, { personId: person.id, kinds: ['help'] })).at(0)?.dueAt
    const own = wordsOfBetterTime(kind, await checkinsOf(act, person.id), sent.answer.id)
    const next = await nextAsked(act, person.id)
    const when = (moment: typeof act.now) => byWhen(locale, moment, act.today, timeZone)
    return page(
      c,
      { title: say.title, back: { href: '/me', label: say.back } },
      <Split kind="even" aside={<OwnHelp locale={locale} />}>
        {help && (
          <Lamp title={say.replies.call_is_coming.heading}>
            <p>
              <b>{say.call.by(when(help))}</b> {say.replies.call_is_coming.text}
            </p>
          </Lamp>
        )}
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
        {own && (
          <Card title={say.own.title}>
            <blockquote class="said">{own.words}</blockquote>
            <p class="sub">{say.own.when(nearDay(locale, own.on, act.today))}</p>
          </Card>
        )}
        {!help && (
          <Card>
            <p>{say.call.askLead(when(callBy(supportContent().helpPromise, act.now, timeZone)))}</p>
            <PostButton action="/me/checkin/call" kind="soft" icon="phone">
              {say.call.ask}
            </PostButton>
          </Card>
        )}
        <Card title={say.nextTitle}>
          {sent.answer.readAt === null && (
            <p>
              {say.read(await readersOf(act, person, locale), nearDay(locale, readBy(act.today), act.today))}
            </p>
          )}
          {next && <p>{say.next(nearDay(locale, next, act.today))}</p>}
          <Acts>
            <ButtonLink href="/me" kind="line">
              {say.back}
            </ButtonLink>
            <a href="/me/checkin/change">{say.change}</a>
          </Acts>
        </Card>
      </Split>,
    )
  }),
)

/** A call asked for afterwards is part of what was just said. */
replyPages.post('/me/checkin/call', (c) =>
  onSelf(c, async (act, person) => {
    const sent = await lastSent(act, person.id)
    if (!sent) return c.redirect('/me/checkin', 303)
    if (!(await correctAnswer(act, sent.answer.id, { ...sent.answer.answers, callMe: true }))) return null
    return c.redirect('/me/checkin/sent', 303)
  }),
)

/** The next day on which the person is asked again; null where none comes within a quarter of a year. */
async function nextAsked(act: Acting, personId: string): Promise<Day | null> {
  const pathway = await pathwayOf(act, personId)
  if (pathway?.state !== 'active') return null
  const rhythm = chosenRhythm(pathwayNamed(pathway.pathway).checkins, pathway.rhythm)
  const [next] = checkinDays(rhythm, pathway.leftOn, act.today.add({ days: 1 }), act.today.add({ months: 3 }))
  return next?.dueOn ?? null
}
