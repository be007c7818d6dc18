/** One place: offered, changed, confirmed and closed. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { communityHref, headOf, onTended } from './about-community.tsx'
import type { Community } from './community.ts'
import { locationsOf } from './location.store.ts'
import type { Location } from './location.ts'
import { PlaceFields } from './place.fields.tsx'
import { nothingTyped, placeTyped, readPlace, type PlaceField, type PlaceTyped } from './place.form.ts'
import { placeFormWords } from './place.form.words.ts'
import { onPlace, placeHref } from './place.one.tsx'
import { placePageWords } from './place.page.words.ts'
import { addPlace, changePlace, confirmPlace, placeContactOf, turnPlace } from './place.store.ts'
import type { Place } from './place.ts'

export const placePages = new Hono<PageEnv>()
const root = '/communities/:slug/places'

placePages.get(`${root}/new`, (c) =>
  onTended(c, async (act, community) => {
    const locations = await locationsFor(act, community, null)
    return formPage(c, community, null, { locations, typed: nothingTyped(community.languages), errors: {} })
  }),
)

placePages.post(`${root}/new`, async (c) => {
  const form = await formOf(c)
  return onTended(c, async (act, community) => {
    const locations = await locationsFor(act, community, null)
    const { typed, offer, contact, errors } = readPlace(c.var.locale, form, idsOf(locations))
    if (errors) return formPage(c, community, null, { locations, typed, errors })
    const id = await addPlace(act, community.id, offer, contact)
    leaveNotice(c, placeFormWords(c.var.locale).added)
    return c.redirect(placeHref(community, { id }), 303)
  })
})

placePages.get(`${root}/:id/change`, (c) =>
  onPlace(c, async (act, { community, place }) => {
    const locations = await locationsFor(act, community, place)
    const typed = placeTyped(place, await placeContactOf(act, place.id))
    return formPage(c, community, place, { locations, typed, errors: {} })
  }),
)

placePages.post(`${root}/:id/change`, async (c) => {
  const form = await formOf(c)
  return onPlace(c, async (act, { community, place }) => {
    const say = placeFormWords(c.var.locale)
    const locations = await locationsFor(act, community, place)
    const { typed, offer, contact, errors } = readPlace(c.var.locale, form, idsOf(locations))
    if (errors) return formPage(c, community, place, { locations, typed, errors })
    const { changed, held } = await changePlace(act, place, offer, contact)
    if (held !== null) {
      const fewer = { total: say.errors.held(held) }
      return formPage(c, community, place, { locations, typed, errors: fewer })
    }
    if (!changed) return null
    leaveNotice(c, say.changed)
    return c.redirect(placeHref(community, place), 303)
  })
})

placePages.post(`${root}/:id/confirm`, (c) =>
  onPlace(c, async (act, { community, place }) => {
    if (!(await confirmPlace(act, place.id))) return null
    leaveNotice(c, placePageWords(c.var.locale).confirmedNow)
    return c.redirect(placeHref(community, place), 303)
  }),
)

placePages.post(`${root}/:id/state`, async (c) => {
  const form = await formOf(c)
  const state = form.text('state') === 'open' ? 'open' : 'closed'
  return onPlace(c, async (act, { community, place }) => {
    const say = placePageWords(c.var.locale)
    // Twice the same is as good as once.
    if (place.state !== state && !(await turnPlace(act, place.id, state))) return null
    leaveNotice(c, state === 'open' ? say.opened : say.closedNow)
    return c.redirect(placeHref(community, place), 303)
  })
})

/** Where a place of the community can be: where it is now, and every location that is in use. */
async function locationsFor(act: Acting, community: Community, place: Place | null): Promise<Location[]> {
  return (await locationsOf(act, community.id)).filter(
    ({ id, retiredOn }) => retiredOn === null || id === place?.locationId,
  )
}

const idsOf = (locations: readonly Location[]) => locations.map(({ id }) => id)

function formPage(
  c: PageContext,
  community: Community,
  place: Place | null,
  filled: { locations: readonly Location[]; typed: PlaceTyped; errors: Errors<PlaceField> },
) {
  const { locale } = c.var
  const say = placeFormWords(locale)
  const back = place ? placeHref(community, place) : communityHref(community)
  return page(
    c,
    place
      ? headOf(community, say.changeTitle, {
          lead: place.title,
          from: { place: `places/${place.id}`, label: place.title },
        })
      : headOf(community, say.newTitle, { lead: say.newLead }),
    <Form
      locale={locale}
      action={place ? placeHref(community, place, 'change') : communityHref(community, 'places/new')}
      errors={filled.errors}
      guard
    >
      <PlaceFields locale={locale} {...filled} />
      <Acts>
        <Button>{say.save}</Button>
        <a href={back}>{say.cancel}</a>
      </Acts>
    </Form>,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}
