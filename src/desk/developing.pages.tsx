/** The developer's day: what waits in the communities, each with its one next action. */
import { Hono } from 'hono'
import { communityHref } from '../communities/about-community.tsx'
import { listCommunities } from '../communities/community.store.ts'
import type { Community } from '../communities/community.ts'
import { placesToConfirm } from '../communities/place.store.ts'
import { actionsOf } from '../communities/plan.store.ts'
import { visitWhen } from '../communities/visit.part.tsx'
import { visitsOf } from '../communities/visit.store.ts'
import { awaitsOutcome } from '../communities/visit.ts'
import { withActor } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { ButtonLink } from '../platform/parts/button.tsx'
import { Group, Row } from '../platform/parts/group.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { LinkList, Plain } from '../platform/parts/surface.tsx'
import { actorOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { dayAndMonth, weekdayDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { waitsOf, type Waits } from './developing.ts'
import { developingWords } from './developing.words.ts'

export const developingPages = new Hono<PageEnv>()

/** Rows of a group; a developer with more looks at the communities one by one. */
const shown = 12

developingPages.get('/developing', async (c) => {
  const everybody = c.req.query('all') === '1' || c.var.visitor?.role === 'lead'
  const view = await withActor(c.var.ground, actorOf(c), async (act) => {
    const communities = await listCommunities(act)
    const mine = everybody ? null : act.actor.accountId
    return {
      today: act.today,
      own: communities.filter(
        ({ developerId, state }) => developerId === act.actor.accountId && state !== 'declined',
      ),
      waits: waitsOf(
        {
          communities,
          visits: await visitsOf(act, { state: 'planned' }),
          actions: await actionsOf(act, { open: true }),
          places: await placesToConfirm(act),
        },
        { today: act.today, mine },
      ),
    }
  })
  return show(c, view, everybody)
})

type View = { today: Day; own: readonly Community[]; waits: Waits }

function show(c: PageContext, { today, own, waits }: View, everybody: boolean) {
  const { locale, visitor } = c.var
  const say = developingWords(locale)
  const nothing = Object.values(waits).every((list) => list.length === 0)
  return page(
    c,
    {
      title: say.title,
      over: weekdayDay(locale, today),
      lead: nothing ? say.nothing : say.some,
      actions: (
        <ButtonLink kind="line" icon="calendar" href={everybody ? '/calendar?all=1' : '/calendar'}>
          {say.calendar}
        </ButtonLink>
      ),
    },
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
        <Lists locale={locale} today={today} waits={waits} />
      )}
    </Split>,
  )
}

function Lists({ locale, today, waits }: { locale: Locale; today: Day; waits: Waits }) {
  const say = developingWords(locale)
  const { requests, visits, actions, places } = waits
  return (
    <>
      {requests.length > 0 && (
        <Group id="requests" title={say.requests} count={requests.length} note={say.requestsNote}>
          {requests.slice(0, shown).map((one) => (
            <Row who={one.name} action={{ label: say.open, href: communityHref(one) }}>
              {one.state === 'talk' ? say.talk : one.summary}
            </Row>
          ))}
        </Group>
      )}
      {visits.length > 0 && (
        <Group id="visits" title={say.visits} count={visits.length} note={say.visitsNote}>
          {visits.slice(0, shown).map((visit) => (
            <Row
              who={visit.community.name}
              href={communityHref(visit.community)}
              action={{
                label: awaitsOutcome(visit, today) ? say.write : say.look,
                href: communityHref(visit.community, `visits/${visit.id}`),
              }}
            >
              <b>{visitWhen(locale, visit)}</b> {visit.topic}
            </Row>
          ))}
        </Group>
      )}
      {actions.length > 0 && (
        <Group id="actions" title={say.actions} count={actions.length}>
          {actions.slice(0, shown).map((action) => (
            <Row
              who={action.community.name}
              href={communityHref(action.community)}
              action={{ label: say.plan, href: communityHref(action.community, `plan#a-${action.id}`) }}
            >
              {action.byOn && <b>{dayAndMonth(locale, action.byOn)}</b>} {action.title}
            </Row>
          ))}
        </Group>
      )}
      {places.length > 0 && (
        <Group id="places" title={say.places} count={places.length} note={say.placesNote}>
          {places.slice(0, shown).map((place) => (
            <Row
              who={place.community.name}
              href={communityHref(place.community)}
              sub={place.confirmedOn ? say.confirmed(dayAndMonth(locale, place.confirmedOn)) : say.never}
              action={{ label: say.place, href: communityHref(place.community, `places/${place.id}`) }}
            >
              {place.title}
            </Row>
          ))}
        </Group>
      )}
    </>
  )
}
