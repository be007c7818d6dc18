/** The month of whoever works with communities: visits, what is due, and what is to be asked again. */
import { Hono } from 'hono'
import { listCommunities } from '../communities/community.store.ts'
import { listPlaces } from '../communities/place.store.ts'
import { actionsOf } from '../communities/plan.store.ts'
import { visitsOf } from '../communities/visit.store.ts'
import { withActor } from '../platform/actor.ts'
import { dayAt } from '../platform/day.ts'
import { Icon } from '../platform/icons.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { actorOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Room } from '../platform/room.ts'
import { monthAndYear } from '../platform/words.dates.ts'
import { addressPart } from './calendar.address.pages.tsx'
import { eventsOf } from './calendar.events.ts'
import { entriesOf, firstDay, lastDay, monthOf, readMonth, type Month } from './calendar.ts'
import { MonthTable } from './calendar.month.tsx'
import { calendarWords } from './calendar.words.ts'

/** @param below the rooms whose events stand in it too */
export function calendarPages(below: readonly Room[]): Hono<PageEnv> {
  const routes = new Hono<PageEnv>()
  routes.get('/calendar', async (c) => {
    const { ground, locale } = c.var
    const actor = actorOf(c)
    const say = calendarWords(locale)
    const today = dayAt(ground.clock.now(), actor.timeZone)
    const asked = c.req.query('month') ?? ''
    const month = asked === '' ? monthOf(today) : readMonth(asked)
    if (!month) {
      return page(
        c,
        { title: say.wrong, over: say.title },
        <Empty title={say.wrongText} action={{ href: '/calendar', label: say.thisMonth }} />,
        400,
      )
    }
    const everybody = actor.role !== 'developer' || c.req.query('all') === '1'
    const entries = await withActor(ground, actor, async (act) =>
      entriesOf(
        {
          communities: await listCommunities(act),
          visits: await visitsOf(act, { from: firstDay(month), until: lastDay(month) }),
          actions: await actionsOf(act, { open: true }),
          places: await listPlaces(act),
          events: await eventsOf(act, below, firstDay(month), locale),
        },
        { month, today, mine: everybody ? null : actor.accountId },
      ),
    )
    const address = await addressPart(c)
    const name = monthAndYear(locale, firstDay(month))
    const isHost = actor.role === 'host'
    return page(
      c,
      {
        title: `${say.title}, ${name}`,
        heading: name.charAt(0).toLocaleUpperCase() + name.slice(1),
        over: say.title,
        lead: isHost ? say.leadHost : everybody ? say.leadAll : say.leadMine,
      },
      <div class="stack">
        <Months c={c} month={month} today={monthOf(today)} all={everybody} />
        {entries.size === 0 ? (
          <Empty title={say.none} action={{ href: '/communities', label: say.toCommunities }}>
            {isHost ? say.noneHost : say.noneText}
          </Empty>
        ) : (
          <MonthTable locale={locale} month={month} today={today} entries={entries} />
        )}
        {address}
      </div>,
    )
  })
  return routes
}

/** Links to the months beside this one, to the one it is now, and to those of others. */
function Months({ c, month, today, all }: { c: PageContext; month: Month; today: Month; all: boolean }) {
  const { locale, visitor } = c.var
  const say = calendarWords(locale)
  const isDeveloper = visitor?.role === 'developer'
  const href = (to: Month, whose: boolean) => `/calendar?month=${to}${isDeveloper && whose ? '&all=1' : ''}`
  const before = month.subtract({ months: 1 })
  const after = month.add({ months: 1 })
  return (
    <nav class="pager" aria-label={say.months}>
      {readMonth(before.toString()) && (
        <a href={href(before, all)} rel="prev">
          <Icon name="arrow-left" />
          {monthAndYear(locale, firstDay(before))}
        </a>
      )}
      {!month.equals(today) && <a href={href(today, all)}>{say.thisMonth}</a>}
      {readMonth(after.toString()) && (
        <a href={href(after, all)} rel="next">
          {monthAndYear(locale, firstDay(after))}
          <Icon name="arrow-right" />
        </a>
      )}
      {isDeveloper && <a href={href(month, !all)}>{all ? say.onlyMine : say.others}</a>}
    </nav>
  )
}
