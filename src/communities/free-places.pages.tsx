/** All free places of all communities on one page: for staff those of their organisation, for everybody else what is published. */
import { Hono } from 'hono'
import { withActor, type Acting, type Role } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { counties, municipalityWithCode } from '../platform/municipalities.ts'
import { Split } from '../platform/parts/layout.tsx'
import { Empty, Pager } from '../platform/parts/list-tools.tsx'
import { Card, Note } from '../platform/parts/surface.tsx'
import { page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { lookerOf } from './about-community.tsx'
import { listCommunities } from './community.store.ts'
import { CountyMap } from './free-places.map.tsx'
import { Chosen, Narrowing, PlaceTable } from './free-places.list.tsx'
import {
  addressOf,
  countsOf,
  findPlaces,
  readOn,
  readWanted,
  sumFree,
  type Found,
  type FreePlace,
  type Wanted,
} from './free-places.ts'
import { freePlacesWords } from './free-places.words.ts'
import { whereabouts } from './location.ts'
import { locationsOf } from './location.store.ts'
import { takenOf } from './place-hold.store.ts'
import { listPlaces } from './place.store.ts'
import { freeNow, freeOn } from './place.ts'

export const freePlacesPages = new Hono<PageEnv>()

/** They see what is not published yet too; contact persons look for places of others as everybody does. */
const ofHouse: readonly Role[] = ['developer', 'lead', 'coordinator']
const pageSize = 20

freePlacesPages.get('/places', async (c) => {
  const query = {
    one: (name: string) => c.req.query(name) ?? '',
    all: (name: string) => c.req.queries(name) ?? [],
  }
  return withActor(c.var.ground, lookerOf(c, ofHouse), async (act) => {
    const asked = readOn(query, act.today)
    const wanted = { ...readWanted(query), on: asked.on }
    return listPage(c, await freePlacesOf(act, asked.on), wanted, asked)
  })
})

type Seen = { all: FreePlace[]; known: Set<string>; today: Day }

/** Only communities that take people; only places of which something is free, on that day or from now on. */
async function freePlacesOf(act: Acting, on: Day | null): Promise<Seen> {
  const communities = await listCommunities(act, { states: ['accepted'] })
  const byId = new Map(communities.map((community) => [community.id, community]))
  const places = (await listPlaces(act)).filter(({ communityId }) => byId.has(communityId))
  const locations = new Map((await locationsOf(act)).map((location) => [location.id, location]))
  const taken = await takenOf(act, places)
  const all = places.flatMap((place) => {
    const community = byId.get(place.communityId)
    const held = taken.get(place.id) ?? []
    const free = on ? freeOn(place, held, on) : freeNow(place, held, act.today)
    if (!community || free <= 0) return []
    const { municipality, point } = whereabouts(community, locations.get(place.locationId ?? '') ?? null)
    return [{ place, community, free, municipality, county: countyOf(municipality), point }]
  })
  return {
    all,
    known: new Set([
      ...communities.map(({ municipality }) => countyOf(municipality)),
      ...all.map(({ county }) => county),
    ]),
    today: act.today,
  }
}

const countyOf = (municipality: string) => municipalityWithCode(municipality)?.county.code ?? ''

function listPage(
  c: PageContext,
  { all, known, today }: Seen,
  wanted: Wanted,
  asked: ReturnType<typeof readOn>,
) {
  const { locale } = c.var
  const say = freePlacesWords(locale)
  const counts = countsOf(all, wanted)
  const found = findPlaces(all, wanted)
  const last = Math.max(1, Math.ceil(found.length / pageSize))
  const number = Math.min(last, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1))
  const shown = found.slice((number - 1) * pageSize, number * pageSize)
  const communities = new Set(all.map(({ community }) => community.slug)).size
  return page(
    c,
    { title: say.title, lead: all.length > 0 ? say.lead(sumFree(all), communities) : undefined },
    all.length === 0 && !wanted.on ? (
      <Empty title={say.none.title}>{say.none.text}</Empty>
    ) : (
      <Split
        kind="side"
        aside={
          <>
            <CountyMap
              locale={locale}
              counts={counts.counties}
              known={known}
              chosen={wanted.county}
              href={(county) => addressOf({ ...wanted, county })}
            />
            <Narrowing locale={locale} wanted={wanted} asked={asked} counts={counts} />
          </>
        }
      >
        {asked.wrong && <Note>{say.wrongDay}</Note>}
        <Chosen locale={locale} wanted={wanted} />
        {found.length === 0 ? (
          <Empty title={say.noneFits.title} action={{ href: '/places', label: say.noneFits.action }}>
            {say.noneFits.text}
          </Empty>
        ) : (
          <Lists
            locale={locale}
            today={today}
            county={wanted.county}
            first={number === 1}
            found={found}
            shown={shown}
            near={wanted.near}
          />
        )}
        <Pager
          locale={locale}
          page={number}
          pageSize={pageSize}
          total={found.length}
          href={(to) => addressOf(wanted, to)}
        />
      </Split>
    ),
  )
}

/** Those of the county, and those elsewhere; one list where no county is chosen. */
function Lists(props: {
  locale: PageContext['var']['locale']
  today: Day
  county: string
  near: string
  first: boolean
  found: readonly Found[]
  shown: readonly Found[]
}) {
  const { locale, today, county, near, first, found, shown } = props
  const say = freePlacesWords(locale)
  const table = (title: string, places: readonly Found[]) => (
    <PlaceTable locale={locale} today={today} title={title} places={places} distance={near !== ''} />
  )
  if (county === '') {
    return (
      <section class="found">
        <h2>{say.found(sumFree(found))}</h2>
        <Card>{table(say.title, shown)}</Card>
      </section>
    )
  }
  const here = shown.filter((one) => one.county === county)
  const elsewhere = shown.filter((one) => one.county !== county)
  const name = counties.find(({ code }) => code === county)?.name ?? county
  const freeHere = sumFree(found.filter((one) => one.county === county))
  return (
    <>
      {(first || here.length > 0) && (
        <section class="found">
          <h2>{say.inCounty(name, freeHere)}</h2>
          {here.length > 0 ? <Card>{table(name, here)}</Card> : <p>{say.noneHere}</p>}
        </section>
      )}
      {elsewhere.length > 0 && (
        <section class="found">
          <h2>{say.elsewhere}</h2>
          <p class="hint">{say.elsewhereLead(sumFree(found) - freeHere)}</p>
          <Card>{table(say.elsewhere, elsewhere)}</Card>
        </section>
      )}
    </>
  )
}
