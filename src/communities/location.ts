/** A location of a community, and what of it whoever looks for a place may work out. */
import type { Day } from '../platform/day.ts'
import type { Community } from './community.ts'
import { pointOf, type Point } from './point.ts'

/**
 * Who is told the address.
 *
 * - `public`: everybody
 * - `agreed`: also whoever arranges a stay, who tells it to whom it is agreed with; others learn name and municipality
 * - `hidden`: those who tend the community; others are told nothing of it
 */
export const visibilities = ['public', 'agreed', 'hidden'] as const
export type Visibility = (typeof visibilities)[number]

export type Location = {
  id: string
  communityId: string
  name: string
  /** EHAK code of 2018. */
  municipality: string
  visibility: Visibility
  main: boolean
  retiredOn: Day | null
  /** Null: not the actor's to see. */
  address: string | null
  point: Point | null
}

/** What a form may write. */
export type LocationProfile = Pick<Location, 'name' | 'municipality' | 'visibility' | 'main' | 'point'> & {
  address: string
}

/**
 * Where a place counts as being, for distances, lists by county and the map: the same for whoever asks, also for those who may see more. A
 * point counts only where its address is public. Of an `agreed` location the municipality does; of a `hidden` one nothing, so that its
 * place is where the community is. Distances from several municipalities would otherwise give away where somebody lives.
 */
export function whereabouts(
  community: Pick<Community, 'municipality'>,
  location: Location | null,
): { municipality: string; point: Point | null } {
  if (!location || location.retiredOn || location.visibility === 'hidden')
    return { municipality: community.municipality, point: pointOf(community.municipality) }
  const { municipality } = location
  const point = location.visibility === 'public' ? location.point : null
  return { municipality, point: point ?? pointOf(municipality) }
}
