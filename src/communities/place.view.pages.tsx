/** One place as it is read, and what of it is taken: seen by everybody who may see the place, arranged by those who arrange. */
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Acting } from '../platform/actor.ts'
import { isBefore, laterOf, type Day } from '../platform/day.ts'
import { municipalityWithCode } from '../platform/municipalities.ts'
import { dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { helpAt, HelpsHere } from './asset-place.part.tsx'
import { communityHref, tends } from './about-community.tsx'
import { whereWords } from './location.part.tsx'
import { locationsOf } from './location.store.ts'
import { whereabouts } from './location.ts'
import { holdPlace, holdsOf, releaseHold, takenOf, type Hold, type NewHold } from './place-hold.store.ts'
import { HoldForm, HoldList } from './place.holds.tsx'
import { lookAtPlace, mayArrange, onPlace, placeHref, type OnePlace } from './place.one.tsx'
import { placePageWords } from './place.page.words.ts'
import { placeContactOf } from './place.store.ts'
import { holdLabels, type PlaceContact, type Taken } from './place.ts'
import { Care, Confirming, FactsCard, FreeCard, Turning } from './place.view.tsx'
import { placeViewWords } from './place.view.words.ts'
import { placeWords } from './place.words.ts'

export const placeViewPages = new Hono<PageEnv>()
const root = '/communities/:slug/places/:id'

export type HoldField = 'from' | 'until' | 'count' | 'label'
export type HoldTyped = { from: DateText; until: DateText; count: string; label: string }
export type HoldFilled = { typed: HoldTyped; errors: Errors<HoldField> }

export type PlaceView = OnePlace & {
  locale: PageContext['var']['locale']
  today: Day
  taken: Taken[]
  holds: Hold[]
  contact: PlaceContact | null
  /** In words, as far as they are told; null where nothing is. */
  where: Child | null
  offers: boolean
  arranges: boolean
}

placeViewPages.get(root, (c) => lookAtPlace(c, async (act, one) => viewPage(c, act, one)))

placeViewPages.post(`${root}/holds`, async (c) => {
  const { values } = await formOf(c)
  return onPlace(c, async (act, one) => {
    if (!mayArrange(act)) return null
    const { hold, ...filled } = readHold(c, act, one, values)
    if (!hold) return viewPage(c, act, one, filled)
    const say = placePageWords(c.var.locale).holds
    const { id, free } = await holdPlace(act, one.place, hold)
    if (id === null) return viewPage(c, act, one, { ...filled, errors: { count: say.errors.full(free) } })
    leaveNotice(c, say.held)
    return c.redirect(placeHref(one.community, one.place), 303)
  })
})

placeViewPages.post(`${root}/release`, async (c) => {
  const form = await formOf(c)
  return onPlace(c, async (act, { community, place }) => {
    if (!(await releaseHold(act, place.id, form.text('hold')))) return null
    leaveNotice(c, placePageWords(c.var.locale).holds.released)
    return c.redirect(placeHref(community, place), 303)
  })
})

function readHold(
  c: PageContext,
  { today }: Acting,
  { place }: OnePlace,
  form: Record<string, string>,
): HoldFilled & { hold: NewHold | null } {
  const say = placePageWords(c.var.locale).holds.errors
  const from = readDate(form, 'from')
  const until = readDate(form, 'until')
  const count = form.count ?? ''
  const label = holdLabels.find((one) => one === form.label) ?? 'coordinator'
  const typed = { from: from.text, until: until.text, count, label }
  const errors: Errors<HoldField> = {}
  if (!from.day || isBefore(from.day, today)) errors.from = say.from
  if (until.state === 'wrong' || (until.day && from.day && isBefore(until.day, from.day)))
    errors.until = say.until
  if (!/^[1-9]\d{0,2}$/.test(count)) errors.count = say.count
  if (from.day && !errors.from && !errors.until) {
    const early = place.startsOn && isBefore(from.day, place.startsOn)
    const late = place.endsOn && isBefore(place.endsOn, laterOf(from.day, until.day ?? from.day))
    if (early || late || place.state === 'closed') errors.from = say.outside
  }
  if (!from.day || Object.keys(errors).length > 0) return { typed, errors, hold: null }
  return { typed, errors, hold: { from: from.day, until: until.day, count: Number(count), label } }
}

async function viewPage(
  c: PageContext,
  act: Acting,
  { community, place }: OnePlace,
  filled?: HoldFilled,
): Promise<Response> {
  const { locale } = c.var
  const { today } = act
  const words = placeWords(locale)
  const arranges = mayArrange(act)
  const known = tends(act) || arranges
  const location = (await locationsOf(act, community.id)).find(({ id }) => id === place.locationId) ?? null
  const view: PlaceView = {
    community,
    place,
    locale,
    today,
    taken: (await takenOf(act, [place])).get(place.id) ?? [],
    holds: arranges ? await holdsOf(act, place.id) : [],
    contact: await placeContactOf(act, place.id),
    where: whereWords(locale, { linked: place.locationId, location, known }),
    offers: tends(act),
    arranges,
  }
  const help = await helpAt(act, community, place)
  const back = known
    ? { href: communityHref(community), label: community.name }
    : { href: '/places', label: placeViewWords(locale).back }
  const fresh: HoldFilled = {
    typed: {
      from: dateText(place.startsOn ? laterOf(place.startsOn, today) : today),
      until: dateText(null),
      count: '1',
      label: 'coordinator',
    },
    errors: {},
  }
  const municipality = municipalityWithCode(whereabouts(community, location).municipality)
  return page(
    c,
    {
      title: place.title,
      over: community.name,
      lead: [words.kinds[place.kind], municipality?.name, municipality?.county.name]
        .filter(Boolean)
        .join(' · '),
      back,
    },
    <Split
      kind="split"
      aside={
        <>
          {known && <Care {...view} />}
          {help && <HelpsHere locale={locale} community={community} assets={help} />}
          {view.offers && <Turning {...view} />}
        </>
      }
    >
      {view.offers && <Confirming {...view} />}
      <FactsCard {...view} />
      <FreeCard {...view} />
      {arranges && <HoldList {...view} />}
      {arranges && place.state === 'open' && <HoldForm {...view} {...(filled ?? fresh)} />}
    </Split>,
    filled ? 422 : 200,
  )
}
