/** What waits for a developer in the communities. */
import type { Community } from '../communities/community.ts'
import type { AwaitingTrial } from '../learning/tried.ts'
import type { Place } from '../communities/place.ts'
import { isOverdue, type Action } from '../communities/plan.ts'
import { awaitsOutcome, type Visit } from '../communities/visit.ts'
import { isBefore, type Day } from '../platform/day.ts'

/** So far ahead visits are shown. */
export const visitDays = 14

export const waitGroups = ['requests', 'visits', 'trials', 'actions', 'places'] as const
export type WaitGroup = (typeof waitGroups)[number]

export type Waits = {
  requests: Community[]
  /** Planned and near, or over and not yet written about; the earliest first. */
  visits: (Visit & { community: Community })[]
  /** To be written about or looked at again. */
  trials: (AwaitingTrial & { community: Community })[]
  /** Past their day; the oldest first. */
  actions: (Action & { community: Community })[]
  places: (Place & { community: Community })[]
}

type All = {
  communities: readonly Community[]
  visits: readonly Visit[]
  trials: readonly AwaitingTrial[]
  actions: readonly (Action & { communityId: string })[]
  places: readonly Place[]
}

/** Of these communities only; a request that nobody has taken up yet is everybody's. */
export function waitsOf(all: All, { today, mine }: { today: Day; mine: string | null }): Waits {
  const own = new Map(
    all.communities
      .filter(({ developerId }) => mine === null || developerId === mine)
      .map((community) => [community.id, community]),
  )
  const of = <T extends { communityId: string }>(things: readonly T[]) =>
    things.flatMap((thing) => {
      const community = own.get(thing.communityId)
      return community ? [{ ...thing, community }] : []
    })
  const near = today.add({ days: visitDays })
  const day = ({ onDay, atTime }: Visit) => `${onDay} ${atTime ?? ''}`
  return {
    requests: all.communities.filter(
      ({ id, state, developerId }) =>
        (state === 'asked' && developerId === null) ||
        ((state === 'asked' || state === 'talk') && own.has(id)),
    ),
    visits: of(all.visits)
      .filter(
        (visit) => visit.state === 'planned' && (awaitsOutcome(visit, today) || !isBefore(near, visit.onDay)),
      )
      .toSorted((a, b) => (day(a) < day(b) ? -1 : 1)),
    trials: of(all.trials),
    actions: of(all.actions)
      .filter((action) => isOverdue(action, today))
      .toSorted((a, b) => ((a.byOn?.toString() ?? '') < (b.byOn?.toString() ?? '') ? -1 : 1)),
    places: of(all.places),
  }
}
