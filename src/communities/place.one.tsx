/** What every page about one place needs: the place, if the actor may see it, and its address. */
import { withActor, type Acting } from '../platform/actor.ts'
import { actorOf, notFound, type PageContext } from '../platform/web.tsx'
import { communityHref, develops, looking } from './about-community.tsx'
import { communityBySlug } from './community.store.ts'
import type { Community } from './community.ts'
import { placeOf } from './place.store.ts'
import type { Place } from './place.ts'

export type OnePlace = { community: Community; place: Place }

type OnPlace = (act: Acting, one: OnePlace) => Promise<Response | null>

async function thePlace(c: PageContext, act: Acting, work: OnPlace): Promise<Response | null> {
  const community = await communityBySlug(act, c.req.param('slug') ?? '')
  const place = community && (await placeOf(act, community.id, c.req.param('id') ?? ''))
  return community && place && work(act, { community, place })
}

/** Does `work` about the place whom the address names (`:slug`, `:id`), in one transaction. */
export async function onPlace(c: PageContext, work: OnPlace): Promise<Response> {
  return (await withActor(c.var.ground, actorOf(c), (act) => thePlace(c, act, work))) ?? notFound(c)
}

/** The same for anybody who looks at it. */
export const lookAtPlace = (c: PageContext, work: OnPlace): Promise<Response> =>
  looking(c, (act) => thePlace(c, act, work))

export const placeHref = (community: Pick<Community, 'slug'>, { id }: Pick<Place, 'id'>, what = '') =>
  communityHref(community, `places/${id}${what && `/${what}`}`)

/** Whether the actor arranges for somebody to come. Of other organisations' places they see what everybody does, as everybody. */
export const mayArrange = (act: Acting) => develops(act) || act.actor.role === 'coordinator'
