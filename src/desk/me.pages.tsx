/** The person's own page: the next step, the check-in, help, how the last weeks were, and what is theirs to decide. */
import { Hono } from 'hono'
import { accountNames } from '../access/account.store.ts'
import { readNames } from '../people/identity.store.ts'
import { whoLooked } from '../people/looked.store.ts'
import { firstName } from '../people/name.ts'
import { personOfAccount } from '../people/person.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { Temporal, isBefore, type Day, type Moment } from '../platform/day.ts'
import { helpLines } from '../platform/help-lines.ts'
import { Acts, ButtonLink } from '../platform/parts/button.tsx'
import { MiniCurve } from '../platform/parts/charts/mini-curve.tsx'
import { HelpNow } from '../platform/parts/help.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { NextStep } from '../platform/parts/next-step.tsx'
import { Card, LinkList } from '../platform/parts/surface.tsx'
import { actorOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { shortDay, unbroken, weekdayDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { checkinsOf, openCheckins, type CheckinEntry, type OpenCheckin } from '../support/checkin.store.ts'
import { openCheckup, type OpenCheckup } from '../support/checkup.store.ts'
import { pathwayOf, type PersonPathway } from '../support/pathway.store.ts'
import { byWhen, nearDay } from '../support/when.words.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { untilInSentence } from './span.words.ts'
import { atStart } from './count.words.ts'
import { entriesRead } from './looked.pages.tsx'
import { lookersSince } from './looked.ts'
import { meWords } from './me.words.ts'
import { awayOf, type PersonRecord } from './person-record.ts'
import { drawnCheckin } from './person-path.ts'
import { pathWords } from './person-path.words.ts'

export const mePages = new Hono<PageEnv>()

const weeksShown = 8

type MeView = {
  locale: Locale
  today: Day
  timeZone: string
  name: string
  coordinator: string | null
  /** Who answers while the coordinator is not here. */
  away: PersonRecord['away']
  pathway: PersonPathway | null
  checkup: OpenCheckup | null
  open: OpenCheckin | null
  checkins: CheckinEntry[]
  /** By when a call was promised; null where nothing waits, `anytime` where no moment was said. */
  call: Moment | 'anytime' | null
  lookers: number
}

mePages.get('/me', async (c) => {
  const { locale, ground } = c.var
  const view = await withActor(ground, actorOf(c), (act) => readMe(act, locale))
  return view ? show(c, view) : notReady(c)
})

async function readMe(act: Acting, locale: Locale): Promise<MeView | null> {
  const person = await personOfAccount(act)
  if (!person) return null
  const { id, coordinatorId } = person
  const looks = await whoLooked(act, person, entriesRead)
  await act.audit('read', 'people.person', [person.auditSubject])
  const help = (await listOpenTasks(act, { personId: id, kinds: ['help'] }))[0]
  const name = (await readNames(act, [id])).get(id)
  return {
    locale,
    today: act.today,
    timeZone: act.actor.timeZone,
    name: firstName(name ?? person.code),
    coordinator: coordinatorId
      ? ((await accountNames(act, [coordinatorId])).get(coordinatorId) ?? null)
      : null,
    away: await awayOf(act, coordinatorId),
    pathway: await pathwayOf(act, id),
    checkup: await openCheckup(act, id),
    open: (await openCheckins(act, id))[0] ?? null,
    checkins: await checkinsOf(act, id),
    call: help ? (help.dueAt ?? 'anytime') : null,
    lookers: lookersSince(looks, act.today.with({ day: 1 }), person.accountId, act.actor.timeZone),
  }
}

function show(c: PageContext, view: MeView) {
  const { locale } = view
  const say = meWords(locale)
  return page(
    c,
    { title: say.title, heading: say.hello(view.name), lead: say.lead },
    <Split
      kind="even"
      aside={
        <>
          <HelpNow locale={locale} contacts={helpLines(locale)} />
          <People view={view} />
          <Data view={view} />
        </>
      }
    >
      <Next view={view} />
      <Checkin view={view} />
      <EightWeeks view={view} />
    </Split>,
  )
}

function Next({ view }: { view: MeView }) {
  const { locale, today, pathway, checkup, coordinator, call } = view
  const say = meWords(locale).step
  const state = pathway?.state
  if (call !== null) {
    const title = call === 'anytime' ? say.calledSoon : say.called(byWhen(locale, call, today, view.timeZone))
    return (
      <NextStep over={say.over} title={title} human>
        <p>{say.calledText(coordinator)}</p>
      </NextStep>
    )
  }
  if (state === 'paused') {
    const until = pathway?.pausedUntil
    return (
      <NextStep
        over={say.over}
        title={until ? say.pausedUntil(nearDay(locale, until, today)) : say.paused}
        human={false}
        actions={
          <ButtonLink href="/me/pathway" kind="soft">
            {say.resume}
          </ButtonLink>
        }
      >
        <p>{say.pausedText}</p>
      </NextStep>
    )
  }
  if (state === 'ended') {
    return (
      <NextStep
        over={say.over}
        title={say.ended}
        human={false}
        actions={
          <ButtonLink href="/me/pathway" kind="soft">
            {say.again}
          </ButtonLink>
        }
      >
        <p>{say.endedText}</p>
      </NextStep>
    )
  }
  if (state === 'to-be-asked') {
    return (
      <NextStep over={say.over} title={say.asked} human>
        <p>{say.askedText(coordinator)}</p>
      </NextStep>
    )
  }
  if (checkup) {
    const ahead = isBefore(today, checkup.dueOn)
    return (
      <NextStep
        over={say.over}
        title={
          ahead ? say.checkup(unbroken(atStart(locale, weekdayDay(locale, checkup.dueOn)))) : say.checkupNow
        }
        human
      >
        <p>{say.checkupText(coordinator)}</p>
      </NextStep>
    )
  }
  return (
    <NextStep over={say.over} title={say.none} human={false}>
      <p>{say.noneText}</p>
    </NextStep>
  )
}

/** The form is a page of its own; here stands the way to it, prominent while an answer is awaited. */
function Checkin({ view }: { view: MeView }) {
  const { locale, today, open, pathway } = view
  const say = meWords(locale).checkin
  if (!pathway || pathway.state === 'to-be-asked') return null
  const last = view.checkins.find(({ answer }) => answer !== null)?.answer
  const before = last ? ` ${say.last(nearDay(locale, last.givenOn, today))}` : ''
  if (!open) {
    return (
      <Card title={say.title}>
        <p>
          {say.closed}
          {before}
        </p>
        <Acts>
          <ButtonLink href="/me/checkin" kind="soft" icon="message">
            {say.beginNow}
          </ButtonLink>
        </Acts>
      </Card>
    )
  }
  const until =
    Temporal.PlainDate.compare(open.lastDay, today) === 0
      ? say.today
      : say.until(shortDay(locale, open.lastDay))
  return (
    <Card title={say.title} lead={(open.longer ? say.openLonger(until) : say.open(until)) + before}>
      <ButtonLink href="/me/checkin" wide>
        {say.begin}
      </ButtonLink>
    </Card>
  )
}

function People({ view }: { view: MeView }) {
  const say = meWords(view.locale).people
  const substitute = view.away?.substitute
  return (
    <Card title={say.title}>
      <p>
        {view.coordinator ? (
          <>
            <b>{view.coordinator}</b>, {say.coordinator}
          </>
        ) : (
          say.none
        )}
      </p>
      {substitute && <p>{say.covered(substitute, untilInSentence(view.locale, view.away?.until ?? null))}</p>}
      <LinkList
        items={[
          { href: '/me/checkin', icon: 'phone', label: say.call },
          { href: '/me/trusted', icon: 'people', label: say.trusted },
        ]}
      />
    </Card>
  )
}

function EightWeeks({ view }: { view: MeView }) {
  const { locale, today } = view
  const from = today.subtract({ weeks: weeksShown })
  const drawn = view.checkins.flatMap(drawnCheckin).filter((one) => !isBefore(one.day, from))
  const last = view.checkins.find(({ answer }) => answer !== null)?.answer
  if (!last || isBefore(last.givenOn, from)) return null
  const say = meWords(locale).curve
  const words = pathWords(locale)
  const { wellbeing, confidence } = last.answers
  const parts = [
    wellbeing !== null && words.wellbeing(wellbeing),
    confidence !== null && words.confidence(confidence),
  ].filter((part) => part !== false)
  const when = nearDay(locale, last.givenOn, today)
  return (
    <Card title={say.title}>
      <MiniCurve
        locale={locale}
        from={from}
        today={today}
        checkins={drawn}
        summary={parts.length > 0 ? say.last(when, parts.join(', ')) : meWords(locale).checkin.last(when)}
      />
    </Card>
  )
}

function Data({ view }: { view: MeView }) {
  const say = meWords(view.locale).data
  return (
    <Card title={say.title}>
      <LinkList
        items={[
          { href: '/me/looked', icon: 'eye', label: say.looked(view.lookers) },
          ...(view.pathway ? [{ href: '/me/pathway', icon: 'pause' as const, label: say.pause }] : []),
          { href: '/me/take', icon: 'download', label: say.take },
          { href: '/me/erase', icon: 'close', label: say.erase },
        ]}
      />
    </Card>
  )
}

/** An account without a person: let in, but nothing is tied to it yet. Help is there all the same. */
function notReady(c: PageContext) {
  const { locale } = c.var
  const say = meWords(locale)
  return page(
    c,
    { title: say.title },
    <Split kind="even" aside={<HelpNow locale={locale} contacts={helpLines(locale)} />}>
      <Empty title={say.notYet.title}>{say.notYet.lead}</Empty>
    </Split>,
  )
}
