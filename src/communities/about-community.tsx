/** What every page about one community needs: the community, if the actor may see it, and the way back to its page. */
import type { Child } from 'hono/jsx'
import { visitorOf, withActor, type Acting, type Actor } from '../platform/actor.ts'
import { actorOf, notFound, type PageContext, type PageHead } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import type { Community } from './community.ts'
import { communityBySlug } from './community.store.ts'
import { membersOf } from './member.store.ts'

/** The actor of a signed-in request, or anybody who looks at what is published. */
export const anyActorOf = (c: PageContext): Actor =>
  c.var.visitor ? actorOf(c) : visitorOf(c.var.ground.config.timeZone)

/**
 * Does `work` about the community whom the address names (`:slug`), in one transaction. One that the actor does not see is not there;
 * `work` answers null for "not there" too.
 */
export async function onCommunity(
  c: PageContext,
  work: (act: Acting, community: Community) => Promise<Response | null>,
): Promise<Response> {
  const answer = await withActor(c.var.ground, anyActorOf(c), async (act) => {
    const community = await communityBySlug(act, c.req.param('slug') ?? '')
    return community && work(act, community)
  })
  return answer ?? notFound(c)
}

/** Whether it is the actor's to tend: developers', the lead's, and its own contact persons'. One that is published is seen by many more. */
export async function tends(act: Acting, { id }: Pick<Community, 'id'>): Promise<boolean> {
  return develops(act) || (act.actor.role === 'host' && (await membersOf(act, id)).length > 0)
}

/** As `onCommunity`, for those whose it is to tend; to others such a page is not there. */
export function onTended(
  c: PageContext,
  work: (act: Acting, community: Community) => Promise<Response | null>,
): Promise<Response> {
  return onCommunity(c, async (act, community) =>
    (await tends(act, community)) ? work(act, community) : null,
  )
}

export const communityHref = ({ slug }: Pick<Community, 'slug'>, place = '') =>
  `/communities/${slug}${place && `/${place}`}`

/** The head of a page about this community: its name stands above what the page is for, and the way back leads to its page. */
export function headOf({ name, slug }: Community, title: string, lead?: string): PageHead {
  return { title, over: name, lead, width: 'narrow', back: { href: communityHref({ slug }), label: name } }
}

/** A piece of one community's page; `null` where the actor may not see it or there is nothing to say. */
export type CommunityPart = (
  act: Acting,
  community: Community,
  locale: Locale,
) => Promise<{ place: 'main' | 'aside'; body: Child } | null>

/** Developers and the lead; a contact person only of what is theirs to change. */
export const develops = ({ actor }: Acting) => actor.role === 'developer' || actor.role === 'lead'
