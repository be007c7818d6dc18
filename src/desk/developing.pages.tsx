/** The developer's day: what waits in the communities, each with its one next action. */
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { communityHref } from '../communities/about-community.tsx'
import { listCommunities } from '../communities/community.store.ts'
import type { Community } from '../communities/community.ts'
import { placesToConfirm } from '../communities/place.store.ts'
import { actionsOf } from '../communities/plan.store.ts'
import { answersSoFar, pulsesOver } from '../communities/pulse.store.ts'
import { interviewsUnderWay } from '../communities/round.store.ts'
import { visitsOf } from '../communities/visit.store.ts'
import { trialsAwaiting } from '../learning/tried.ts'
import { withActor } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { ButtonLink } from '../platform/parts/button.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { LinkList, Plain } from '../platform/parts/surface.tsx'
import { actorOf, noticesPart, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { weekdayDay } from '../platform/words.dates.ts'
import { developingHref, Lists, type Look } from './developing.lists.tsx'
import { waitGroups, waitsOf, type Waits } from './developing.ts'
import { developingWords } from './developing.words.ts'

export const developingPages = new Hono<PageEnv>()

developingPages.get('/developing', async (c) => {
  const everybody = c.req.query('all') === '1' || c.var.visitor?.role === 'lead'
  const group = waitGroups.find((one) => one === c.req.query('show')) ?? null
  const view = await withActor(c.var.ground, actorOf(c), async (act) => {
    const communities = await listCommunities(act)
    const mine = everybody ? null : act.actor.accountId
    const pulses = await pulsesOver(act)
    return {
      // A head's day begins elsewhere, and these stand there.
      notices: act.actor.role === 'developer' ? await noticesPart(c, act) : null,
      today: act.today,
      own: communities.filter(
        ({ developerId, state }) => developerId === act.actor.accountId && state !== 'declined',
      ),
      waits: waitsOf(
        {
          communities,
          visits: await visitsOf(act, { state: 'planned' }),
          trials: await trialsAwaiting(act, c.var.locale),
          actions: await actionsOf(act, { open: true }),
          places: await placesToConfirm(act),
          interviews: await interviewsUnderWay(act),
          pulses,
          answers: await answersSoFar(act, pulses),
        },
        { today: act.today, mine, me: act.actor.accountId ?? '' },
      ),
    }
  })
  return show(c, view, { everybody, group, page: Math.trunc(Number(c.req.query('page'))) || 1 })
})

type View = { notices: Child; today: Day; own: readonly Community[]; waits: Waits }

function show(c: PageContext, { notices, today, own, waits }: View, asked: Look) {
  const { everybody } = asked
  // A group of which nothing is left is not looked at alone.
  const group = asked.group && waits[asked.group].length > 0 ? asked.group : null
  const look = { ...asked, group }
  const { locale, visitor } = c.var
  const say = developingWords(locale)
  const nothing = Object.values(waits).every((list) => list.length === 0)
  return page(
    c,
    {
      title: say.title,
      over: weekdayDay(locale, today),
      lead: nothing ? say.nothing : say.some,
      back: group ? { href: developingHref({ ...look, group: null }), label: say.title } : undefined,
      actions: (
        <ButtonLink kind="line" icon="calendar" href={everybody ? '/calendar?all=1' : '/calendar'}>
          {say.calendar}
        </ButtonLink>
      ),
    },
    <>
      {notices}
      <Split
        aside={
          <Plain title={say.mine}>
            {own.length === 0 ? (
              <p>{say.none}</p>
            ) : (
              <LinkList items={own.map((one) => ({ href: communityHref(one), label: one.name }))} />
            )}
            <p>
              <a href="/communities">{say.all}</a>
            </p>
            <p>
              <a href="/hours">{say.hours}</a>
            </p>
            {visitor?.role === 'developer' && (
              <p>
                <a href={everybody ? '/developing' : '/developing?all=1'}>
                  {everybody ? say.onlyMine : say.others}
                </a>
              </p>
            )}
          </Plain>
        }
      >
        {nothing ? (
          <Empty title={say.nothing} action={{ href: '/communities', label: say.all }} />
        ) : (
          <Lists locale={locale} today={today} waits={waits} look={look} me={visitor?.accountId ?? ''} />
        )}
      </Split>
    </>,
  )
}
