/** One person's page: the path, what comes next, what was said, and everything that can be done. */
import { Hono } from 'hono'
import { withActor } from '../platform/actor.ts'
import type { Acting } from '../platform/actor.ts'
import { dayAt, daysBetween, type Day } from '../platform/day.ts'
import { ButtonLink } from '../platform/parts/button.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Times } from '../platform/parts/times.tsx'
import type { PersonPart, Room } from '../platform/room.ts'
import { actorOf, notFound, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { personByCode } from '../people/person.store.ts'
import { markRead } from '../support/checkin.store.ts'
import { nearDay, wholeDay } from '../support/when.words.ts'
import { logItem } from './person-log.tsx'
import { readPerson, type PersonRecord } from './person-record.ts'
import { Answers } from './person.answers.tsx'
import { Consents, Details, More, telHref } from './person.aside.tsx'
import { LogCard, logView, PathCard, PersonStrip } from './person.cards.tsx'
import { NextSteps } from './person.steps.tsx'
import { hrefOf, manages, notes, type PersonView } from './person.view.ts'
import { personLogWords } from './person-log.words.ts'
import { personWords } from './person.words.ts'
import { sinceDay } from './since.words.ts'

export function personPages(below: readonly Room[]): Hono<PageEnv> {
  const routes = new Hono<PageEnv>()

  routes.get('/people/:code{[A-Z][0-9]-[0-9]+}', async (c) => {
    const found = await withActor(c.var.ground, actorOf(c), async (act) => {
      const record = await readPerson(act, c.req.param('code'))
      return record && { record, parts: await partsOf(act, below, record, c.var.locale) }
    })
    return found ? show(c, viewOf(c, found.record), found.parts) : notFound(c)
  })

  routes.get('/people/:code/log', async (c) => {
    const record = await withActor(c.var.ground, actorOf(c), (act) => readPerson(act, c.req.param('code')))
    return record ? showLog(c, viewOf(c, record)) : notFound(c)
  })

  routes.post('/people/:code/read', async (c) => {
    const code = await withActor(c.var.ground, actorOf(c), async (act) => {
      const person = await personByCode(act, c.req.param('code'))
      if (person) await markRead(act, person.id)
      return person?.code
    })
    return code === undefined ? notFound(c) : c.redirect(`/people/${code}`, 303)
  })

  return routes
}

async function partsOf(
  act: Acting,
  below: readonly Room[],
  record: PersonRecord,
  locale: Locale,
): Promise<PersonPart[]> {
  const parts: PersonPart[] = []
  for (const room of below) {
    const part = await room.personPart?.(act, record.person.id, locale)
    if (part) parts.push(part)
  }
  return parts.sort((a, b) => a.order - b.order)
}

function viewOf(c: PageContext, record: PersonRecord): PersonView {
  const actor = actorOf(c)
  return {
    locale: c.var.locale,
    record,
    today: dayAt(c.var.ground.clock.now(), actor.timeZone),
    timeZone: actor.timeZone,
    viewer: { accountId: actor.accountId ?? '', role: actor.role },
  }
}

function headOf(view: PersonView) {
  const { person, identity } = view.record
  return {
    title: personWords(view.locale).title,
    heading: identity?.name ?? person.code,
    code: identity ? person.code : undefined,
  }
}

function show(c: PageContext, view: PersonView, parts: readonly PersonPart[]) {
  const { locale, record } = view
  const say = personWords(locale)
  const at = (place: PersonPart['place']) =>
    parts.filter((part) => part.place === place).map((part) => part.body)
  const [phone] = record.identity?.phones ?? []
  const toBeAsked = record.pathway?.state === 'to-be-asked' && manages(view)
  return page(
    c,
    {
      ...headOf(view),
      lead: leadOf(view),
      back: backOf(c),
      actions: (
        <>
          {toBeAsked ? (
            <ButtonLink href={hrefOf(view, 'ask')}>{say.ask}</ButtonLink>
          ) : (
            notes(view) && <ButtonLink href={hrefOf(view, 'contact')}>{say.addContact}</ButtonLink>
          )}
          {phone && (
            <ButtonLink href={telHref(phone)} kind="line" icon="phone">
              {say.call}
            </ButtonLink>
          )}
        </>
      ),
    },
    <>
      <PersonStrip view={view} />
      {at('top')}
      <PathCard view={view} />
      <Split
        aside={
          <>
            <Details view={view} />
            <Consents view={view} />
            {at('aside')}
            <More view={view} />
          </>
        }
      >
        <NextSteps view={view} />
        <Answers view={view} />
        {at('main')}
        <LogCard view={view} />
      </Split>
      {at('below')}
    </>,
  )
}

function showLog(c: PageContext, view: PersonView) {
  const { locale, record } = view
  const say = personLogWords(locale).log
  return page(
    c,
    {
      title: say.allTitle,
      code: record.person.code,
      lead: say.allLead,
      back: { href: hrefOf(view), label: record.identity?.name ?? record.person.code },
    },
    record.log.length === 0 ? (
      <Empty title={say.none} />
    ) : (
      <Card>
        <Times kind="log" items={record.log.map((entry) => logItem(entry, logView(view)))} />
      </Card>
    ),
  )
}

/** Where on the path, in a sentence. */
function leadOf(view: PersonView): string {
  const { locale, record, today } = view
  const say = personWords(locale).lead
  const { pathway } = record
  if (!pathway) return say.none
  if (pathway.state === 'to-be-asked') return say.toBeAsked(wholeDay(locale, pathway.leftOn))
  if (pathway.state === 'paused') {
    const until = pathway.pausedUntil && nearDay(locale, pathway.pausedUntil, today)
    return say.paused(sinceDay(locale, pathway.stateSince), until)
  }
  if (pathway.state === 'ended') return say.ended(sinceDay(locale, pathway.stateSince))
  const began = beganOn(pathway)
  const length = lengthOf(locale, began, today)
  return length ? say.active(sinceDay(locale, began), length) : say.activeJustNow(sinceDay(locale, began))
}

/** Support begins with leaving; for somebody who came with a list later, with the day of entering. */
function beganOn(pathway: { leftOn: Day; enteredOn: Day }): Day {
  return daysBetween(pathway.leftOn, pathway.enteredOn) > 31 ? pathway.enteredOn : pathway.leftOn
}

function lengthOf(locale: Locale, from: Day, to: Day): string | null {
  const say = personWords(locale)
  const { years, months } = from.until(to, { largestUnit: 'year' })
  if (years > 0) return say.years(years, months)
  return months > 0 ? say.months(months) : null
}

/** Back to the list as it was narrowed and searched, where the reader came from one; else to My day. */
function backOf(c: PageContext): { href: string; label: string } {
  const say = personWords(c.var.locale)
  const from = URL.parse(c.req.header('referer') ?? '')
  if (from?.host === new URL(c.req.url).host && from.pathname === '/people') {
    return { href: `/people${from.search}`, label: say.back }
  }
  return { href: '/day', label: say.backToDay }
}
