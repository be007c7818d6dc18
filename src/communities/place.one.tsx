/** What every page about one place needs: the place, if the actor may see it, and its address. */
import { visitorOf, withActor, type Acting } from '../platform/actor.ts'
import { actorOf, notFound, type PageContext } from '../platform/web.tsx'
import { communityHref, develops } from './about-community.tsx'
import { communityBySlug } from './community.store.ts'
import type { Community } from './community.ts'
import { placeOf } from './place.store.ts'
import type { Place } from './place.ts'

export type OnePlace = { community: Community; place: Place }

/** Does `work` about the place whom the address names (`:slug`, `:id`), in one transaction. */
export async function onPlace(
  c: PageContext,
  work: (act: Acting, one: OnePlace) => Promise<Response | null>,
): Promise<Response> {
  return (await asActor(c, actorOf(c), work)) ?? notFound(c)
}

/** The same for looking alone: what is published, everybody sees as somebody without an account does, whoever they are. */
export async function lookAtPlace(
  c: PageContext,
  work: (act: Acting, one: OnePlace) => Promise<Response | null>,
): Promise<Response> {
  const { visitor, ground } = c.var
  const own = visitor ? await asActor(c, actorOf(c), work) : null
  return own ?? (await asActor(c, visitorOf(ground.config.timeZone), work)) ?? notFound(c)
}

function asActor(
  c: PageContext,
  actor: Acting['actor'],
  work: (act: Acting, one: OnePlace) => Promise<Response | null>,
): Promise<Response | null> {
  return withActor(c.var.ground, actor, async (act) => {
    const community = await communityBySlug(act, c.req.param('slug') ?? '')
    const place = community && (await placeOf(act, community.id, c.req.param('id') ?? ''))
    return community && place && work(act, { community, place })
  })
}

export const placeHref = (community: Pick<Community, 'slug'>, { id }: Pick<Place, 'id'>, what = '') =>
  communityHref(community, `places/${id}${what && `/${what}`}`)

/** Whether the actor offers this place; they see only communities that are theirs to see. */
export const mayOffer = (act: Acting, { organisationId }: Place) =>
  organisationId === act.actor.organisationId && (develops(act) || act.actor.role === 'host')

/** Whether the actor arranges for somebody to come. */
export const mayArrange = (act: Acting, { organisationId }: Place) =>
  organisationId === act.actor.organisationId && (develops(act) || act.actor.role === 'coordinator')
