/** What every page about one community needs: the community, if the actor may see it, and the way back to its page. */
import { visitorOf, withActor, type Acting, type Actor, type Role } from '../platform/actor.ts'
import type { CommunityPiece } from '../platform/room.ts'
import { actorOf, notFound, type PageContext, type PageHead } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import type { Community } from './community.ts'
import { communityBySlug } from './community.store.ts'

const ofHouse: readonly Role[] = ['developer', 'lead', 'coordinator', 'host']

/**
 * As whom a request looks at pages that are for anybody: somebody of the house who has come in wholly as themself, everybody else as somebody
 * without an account.
 *
 * @param house those who see more than what is published
 */
export function lookerOf(c: PageContext, house: readonly Role[] = ofHouse): Actor {
  const { visitor, ground } = c.var
  return visitor?.strong && house.includes(visitor.role) ? actorOf(c) : visitorOf(ground.config.timeZone)
}

/**
 * Does `work` in one transaction for a page that is for anybody: as oneself, and where nothing is there for one, as somebody without an
 * account. `work` answers null for "not there".
 */
export async function looking(
  c: PageContext,
  work: (act: Acting) => Promise<Response | null>,
): Promise<Response> {
  const looker = lookerOf(c)
  const own = looker.role === 'visitor' ? null : await withActor(c.var.ground, looker, work)
  return own ?? (await withActor(c.var.ground, visitorOf(c.var.ground.config.timeZone), work)) ?? notFound(c)
}

type OnCommunity = (act: Acting, community: Community) => Promise<Response | null>

async function theCommunity(c: PageContext, act: Acting, work: OnCommunity): Promise<Response | null> {
  const community = await communityBySlug(act, c.req.param('slug') ?? '')
  return community && work(act, community)
}

/** Does `work` about the community whom the address names (`:slug`), for anybody who looks at it. */
export const onCommunity = (c: PageContext, work: OnCommunity): Promise<Response> =>
  looking(c, (act) => theCommunity(c, act, work))

/** The same for those whose it is to tend: of whom the route is, and who see it by themselves. To others such a page is not there. */
export async function onTended(c: PageContext, work: OnCommunity): Promise<Response> {
  return (await withActor(c.var.ground, actorOf(c), (act) => theCommunity(c, act, work))) ?? notFound(c)
}

export const communityHref = ({ slug }: Pick<Community, 'slug'>, place = '') =>
  `/communities/${slug}${place && `/${place}`}`

/**
 * The head of a page about this community: its name stands above what the page is for.
 *
 * @param from where the way back leads, below the community's address; its own page if not given
 */
export function headOf(
  community: Community,
  title: string,
  { lead, from }: { lead?: string; from?: { place: string; label: string } } = {},
): PageHead {
  const { place, label } = from ?? { place: '', label: community.name }
  return {
    title,
    over: community.name,
    lead,
    width: 'narrow',
    back: { href: communityHref(community, place), label },
  }
}

/** A piece of one community's page; `null` where the actor may not see it or there is nothing to say. */
export type CommunityPart = (
  act: Acting,
  community: Community,
  locale: Locale,
) => Promise<CommunityPiece | null>

/** Developers and the lead. They see their own organisation's communities and no others. */
export const develops = ({ actor }: Acting) => actor.role === 'developer' || actor.role === 'lead'

/** Whether what the actor sees is theirs to tend: a contact person sees their own communities alone. */
export const tends = (act: Acting) => develops(act) || act.actor.role === 'host'
