/** The private address of a calendar: made, ended, and read by other programs without a session. */
import { Hono } from 'hono'
import {
  calendarAddressOf,
  endCalendarAddress,
  makeCalendarAddress,
  readCalendarAddress,
} from '../access/calendar-address.store.ts'
import { atDoor } from '../access/door.ts'
import { proofOf } from '../access/factor.store.ts'
import { allow } from '../access/rate.store.ts'
import { networkOf } from '../access/rate.ts'
import { keepOnce, takeOnce, type ShownOnce } from '../access/shown-once.ts'
import { tooOften } from '../access/too-often.ts'
import { note, visitorIn } from '../access/visitor.ts'
import { listCommunities } from '../communities/community.store.ts'
import { actionsOf } from '../communities/plan.store.ts'
import { visitsOf } from '../communities/visit.store.ts'
import { withActor } from '../platform/actor.ts'
import { dayAt } from '../platform/day.ts'
import { Acts, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { CopyText } from '../platform/parts/copy-text.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import type { Room } from '../platform/room.ts'
import { leaveNotice, notFound, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import { eventsOf } from './calendar.events.ts'
import { calendarFeed, feedDaysBack } from './calendar.feed.ts'
import { calendarWords } from './calendar.words.ts'

const made: ShownOnce = {
  name: '__Secure-tugevus-calendar',
  path: '/calendar/address',
  place: 'desk.calendar_address/made',
}

/** What stands below the month: whether there is an address, and what can be done with it. */
export async function addressPart(c: PageContext) {
  const { ground, locale } = c.var
  const visitor = visitorIn(c)
  const there = await atDoor(ground, (door) => calendarAddressOf(door, visitor))
  const say = calendarWords(locale).address
  if (!there) {
    return (
      <Plain title={say.title} id="address">
        <p>{say.what}</p>
        <p>{say.contents}</p>
        <Acts>
          <PostButton kind="line" action="/calendar/address">
            {say.make}
          </PostButton>
        </Acts>
      </Plain>
    )
  }
  const madeOn = dayAt(there.madeAt, visitor.organisation.timeZone)
  return (
    <Plain title={say.title} id="address">
      <SummaryList
        locale={locale}
        facts={[
          { label: say.madeOn, value: longDay(locale, madeOn) },
          { label: say.readOn, value: there.readOn ? longDay(locale, there.readOn) : say.unread },
        ]}
      />
      <p>{say.againHint}</p>
      <Acts>
        <PostButton kind="line" action="/calendar/address">
          {say.again}
        </PostButton>
        <PostButton kind="line" action="/calendar/address/end">
          {say.end}
        </PostButton>
      </Acts>
    </Plain>
  )
}

/** @param below the rooms whose events stand in the calendar too */
export function calendarAddressPages(below: readonly Room[]): Hono<PageEnv> {
  const routes = new Hono<PageEnv>()
  routes.post('/calendar/address', async (c) => {
    const { ground } = c.var
    const visitor = visitorIn(c)
    const { accountId, role, organisation } = visitor
    const token = await atDoor(ground, async (door) => {
      // Whoever takes the keys of this account away at this moment either ends this address too or has ended the session.
      if (!(await proofOf(door, visitor))) return null
      await note(door, visitor, 'access.calendar_address', 'made')
      return makeCalendarAddress(door, { accountId, organisationId: organisation.id, role })
    })
    if (token === null) return c.redirect('/sign-in', 303)
    keepOnce(c, made, token)
    return c.redirect('/calendar/address', 303)
  })

  /** Shows the address itself, once: nowhere else does it ever stand. */
  routes.get('/calendar/address', async (c) => {
    const { ground, locale } = c.var
    const visitor = visitorIn(c)
    const say = calendarWords(locale).address
    const token = takeOnce(c, made)
    if (token === null) {
      const there = await atDoor(ground, (door) => calendarAddressOf(door, visitor))
      if (there) leaveNotice(c, say.shownOnce)
      return c.redirect('/calendar', 303)
    }
    const address = new URL(`/calendar/${token}.ics`, ground.config.url).href
    return page(
      c,
      {
        title: say.made,
        lead: say.madeLead,
        width: 'narrow',
        back: { href: '/calendar', label: say.back },
      },
      <div class="stack">
        <Card>
          <CopyText locale={locale} id="calendar-address" text={address} />
          <Acts>
            <ButtonLink href={address.replace(/^https?:/, 'webcal:')} icon="calendar">
              {say.open}
            </ButtonLink>
          </Acts>
          <p>{say.how}</p>
        </Card>
        <Plain title={say.title}>
          <p>{say.contents}</p>
          <p>{say.secret}</p>
          <p>{say.goesWith}</p>
        </Plain>
      </div>,
    )
  })

  routes.post('/calendar/address/end', async (c) => {
    const visitor = visitorIn(c)
    const ended = await atDoor(c.var.ground, async (door) => {
      const was = await endCalendarAddress(door, visitor)
      if (was) await note(door, visitor, 'access.calendar_address', 'ended')
      return was
    })
    if (ended) leaveNotice(c, calendarWords(c.var.locale).address.ended)
    return c.redirect('/calendar', 303)
  })

  /** Unknown and ended answer alike, and only these are counted. */
  routes.get('/calendar/:token', async (c) => {
    const { ground } = c.var
    // Whoever is signed in in this browser is nobody here.
    c.set('visitor', null)
    const [, token] = /^([\w-]{43})\.ics$/.exec(c.req.param('token')) ?? []
    const reader =
      token === undefined ? null : await atDoor(ground, (door) => readCalendarAddress(door, token))
    if (!reader) {
      const tried = await allow(ground, [{ bucket: 'calendarFromNetwork', of: networkOf(c.var.client) }])
      return tried.allowed ? notFound(c) : tooOften(c, tried.waitMinutes)
    }
    const { actor, locale } = reader
    const { text, etag } = await withActor(ground, actor, async (act) =>
      calendarFeed(
        {
          communities: await listCommunities(act),
          visits: await visitsOf(act, { from: act.today.subtract({ days: feedDaysBack }) }),
          actions: await actionsOf(act, { open: true }),
          events: await eventsOf(act, below, act.today.subtract({ days: feedDaysBack }), locale),
        },
        {
          locale,
          timeZone: actor.timeZone,
          mine: actor.role === 'developer' ? actor.accountId : null,
        },
      ),
    )
    c.header('cache-control', 'private, no-cache')
    c.header('etag', etag)
    if (isFresh(c.req.header('if-none-match'), etag)) return c.body(null, 304)
    c.header('content-type', 'text/calendar; charset=utf-8')
    return c.body(text)
  })

  return routes
}

/** By weak comparison: a proxy that packs answers marks them `W/`. */
function isFresh(known: string | undefined, etag: string): boolean {
  return (known ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
