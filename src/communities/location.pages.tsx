/** The locations of a community, for those who tend it: the list, adding, changing, putting aside and bringing back. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { municipalityWithCode } from '../platform/municipalities.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card, LinkList, Plain } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { numericDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityHref, headOf, onTended } from './about-community.tsx'
import type { Community } from './community.ts'
import {
  LocationFields,
  locationTyped,
  nothingTyped,
  readLocation,
  type LocationField,
  type LocationTyped,
} from './location.form.tsx'
import { addLocation, changeLocation, locationsOf, turnLocation } from './location.store.ts'
import type { Location } from './location.ts'
import { locationViewWords } from './location.view.words.ts'
import { locationWords } from './location.words.ts'
import { placeHref } from './place.one.tsx'
import { listPlaces } from './place.store.ts'
import type { Place } from './place.ts'

export const locationPages = new Hono<PageEnv>()
const root = '/communities/:slug/locations'

locationPages.get(root, (c) =>
  onTended(c, async (act, community) => listPage(c, community, await locationsOf(act, community.id))),
)

locationPages.get(`${root}/new`, (c) =>
  onTended(c, async (_, community) => newPage(c, community, nothingTyped(community.municipality), {})),
)

locationPages.post(`${root}/new`, async (c) => {
  const { typed, profile, errors } = readLocation(c.var.locale, await formOf(c))
  return onTended(c, async (act, community) => {
    if (errors) return newPage(c, community, typed, errors)
    await addLocation(act, community.id, profile)
    leaveNotice(c, locationWords(c.var.locale).form.added)
    return c.redirect(communityHref(community, 'locations'), 303)
  })
})

locationPages.get(`${root}/:id`, (c) =>
  onLocation(c, async (act, one) => onePage(c, act, one, locationTyped(one.location), {})),
)

locationPages.post(`${root}/:id`, async (c) => {
  const { typed, profile, errors } = readLocation(c.var.locale, await formOf(c))
  return onLocation(c, async (act, one) => {
    if (errors) return onePage(c, act, one, typed, errors)
    // What is put aside is not the main one.
    const main = profile.main && one.location.retiredOn === null
    if (!(await changeLocation(act, one.location, { ...profile, main }))) return null
    leaveNotice(c, locationWords(c.var.locale).form.changed)
    return c.redirect(communityHref(one.community, 'locations'), 303)
  })
})

for (const [tail, to] of [
  ['retire', 'retired'],
  ['back', 'used'],
] as const) {
  locationPages.post(`${root}/:id/${tail}`, (c) =>
    onLocation(c, async (act, { community, location }) => {
      // Twice the same is as good as once.
      await turnLocation(act, location, to)
      leaveNotice(c, locationWords(c.var.locale)[tail].done)
      return c.redirect(communityHref(community, 'locations'), 303)
    }),
  )
}

type OneLocation = { community: Community; location: Location }

function onLocation(c: PageContext, work: (act: Acting, one: OneLocation) => Promise<Response | null>) {
  return onTended(c, async (act, community) => {
    const id = c.req.param('id')
    const location = (await locationsOf(act, community.id)).find((one) => one.id === id)
    return location ? work(act, { community, location }) : null
  })
}

function listPage(c: PageContext, community: Community, locations: readonly Location[]) {
  const { locale } = c.var
  const say = locationWords(locale)
  const used = locations.filter(({ retiredOn }) => retiredOn === null)
  const retired = locations.filter(({ retiredOn }) => retiredOn !== null)
  return page(
    c,
    headOf(community, locationViewWords(locale).title, { lead: say.lead }),
    <div class="stack">
      {used.length === 0 ? (
        <Empty title={say.none}>{say.noneText}</Empty>
      ) : (
        <Card>
          <LocationTable locale={locale} community={community} locations={used} />
        </Card>
      )}
      <Acts>
        <ButtonLink href={communityHref(community, 'locations/new')} icon="plus">
          {say.add}
        </ButtonLink>
      </Acts>
      {retired.length > 0 && (
        <Card title={say.retired}>
          <LocationTable locale={locale} community={community} locations={retired} retired />
        </Card>
      )}
    </div>,
  )
}

function LocationTable(props: {
  locale: Locale
  community: Community
  locations: readonly Location[]
  retired?: boolean
}) {
  const { locale, community, locations, retired } = props
  const say = locationWords(locale)
  const at = ({ id }: Location, tail = '') => communityHref(community, `locations/${id}${tail}`)
  return (
    <Table
      locale={locale}
      caption={retired ? say.retired : locationViewWords(locale).title}
      captionHidden
      rows={locations}
      columns={[
        {
          key: 'name',
          label: say.form.name,
          rowHeader: true,
          cell: (location) => (
            <>
              <a href={at(location)}>{location.name}</a>
              {location.main && <small>{say.main}</small>}
            </>
          ),
        },
        {
          key: 'address',
          label: say.form.address,
          cell: ({ address, municipality }) => (
            <>
              {address}
              <small>{municipalityWithCode(municipality)?.name}</small>
            </>
          ),
        },
        ...(retired
          ? [
              {
                key: 'since',
                label: say.retiredSince,
                cell: ({ retiredOn }: Location) => retiredOn && numericDay(locale, retiredOn),
              },
              {
                key: 'back',
                label: say.back.act,
                labelHidden: true,
                full: true,
                cell: (location: Location) => (
                  <PostButton action={at(location, '/back')} kind="calm" about={location.name}>
                    {say.back.act}
                  </PostButton>
                ),
              },
            ]
          : [
              {
                key: 'told',
                label: say.form.visibility,
                cell: ({ visibility }: Location) => say.form.visibilities[visibility],
              },
            ]),
      ]}
    />
  )
}

function newPage(c: PageContext, community: Community, typed: LocationTyped, errors: Errors<LocationField>) {
  const { locale } = c.var
  const say = locationWords(locale)
  return page(
    c,
    headOf(community, say.newTitle, { from: { place: 'locations', label: locationViewWords(locale).title } }),
    <LocationForm locale={locale} community={community} place="new" typed={typed} errors={errors} used />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function onePage(
  c: PageContext,
  act: Acting,
  { community, location }: OneLocation,
  typed: LocationTyped,
  errors: Errors<LocationField>,
) {
  const { locale } = c.var
  const say = locationWords(locale)
  const used = location.retiredOn === null
  const places = (await listPlaces(act, community.id)).filter(({ locationId }) => locationId === location.id)
  return page(
    c,
    // The name of a hidden location does not stand in the title, which browsers keep.
    headOf(community, say.changeTitle, {
      lead: location.name,
      from: { place: 'locations', label: locationViewWords(locale).title },
    }),
    <div class="stack">
      <LocationForm
        locale={locale}
        community={community}
        place={location.id}
        typed={typed}
        errors={errors}
        used={used}
      />
      <PlacesHere locale={locale} community={community} places={places} />
      <Turning locale={locale} community={community} location={location} />
    </div>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function LocationForm(props: {
  locale: Locale
  community: Community
  /** Below the address of the locations. */
  place: string
  typed: LocationTyped
  errors: Errors<LocationField>
  used: boolean
}) {
  const { locale, community, place, typed, errors, used } = props
  const say = locationWords(locale).form
  return (
    <Form locale={locale} action={communityHref(community, `locations/${place}`)} errors={errors} guard>
      <LocationFields locale={locale} typed={typed} errors={errors} used={used} />
      <Acts>
        <Button>{say.save}</Button>
        <a href={communityHref(community, 'locations')}>{say.cancel}</a>
      </Acts>
    </Form>
  )
}

function PlacesHere(props: { locale: Locale; community: Community; places: readonly Place[] }) {
  const { locale, community, places } = props
  if (places.length === 0) return null
  return (
    <Plain title={locationWords(locale).placesHere}>
      <LinkList items={places.map((place) => ({ href: placeHref(community, place), label: place.title }))} />
    </Plain>
  )
}

function Turning({ locale, community, location }: OneLocation & { locale: Locale }) {
  const tail = location.retiredOn === null ? 'retire' : 'back'
  const say = locationWords(locale)[tail]
  return (
    <Plain title={say.title}>
      <p>{say.text}</p>
      <Acts>
        <PostButton action={communityHref(community, `locations/${location.id}/${tail}`)} kind="line">
          {say.act}
        </PostButton>
      </Acts>
    </Plain>
  )
}
