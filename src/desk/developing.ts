/** What waits for a developer in the communities. */
import type { Community } from '../communities/community.ts'
import type { AwaitingTrial } from '../learning/tried.ts'
import type { Place } from '../communities/place.ts'
import { isOverdue, type Action } from '../communities/plan.ts'
import { awaitsOutcome, type Visit } from '../communities/visit.ts'
import { leastPeople, stateOf, type Pulse } from '../communities/pulse.ts'
import { awaitsScorer, type RoundInterview } from '../communities/round.ts'
import { isBefore, type Day } from '../platform/day.ts'

/** So far ahead visits are shown. */
export const visitDays = 14

export const waitGroups = ['requests', 'visits', 'trials', 'scoring', 'actions', 'pulses', 'places'] as const
export type WaitGroup = (typeof waitGroups)[number]

export type Waits = {
  requests: Community[]
  /** Planned and near, or over and not yet written about; the earliest first. */
  visits: (Visit & { community: Community })[]
  /** To be written about or looked at again. */
  trials: (AwaitingTrial & { community: Community })[]
  /** Past their day; the oldest first. */
  actions: (Action & { community: Community })[]
  /** Interviews that wait for one's own scores, or for a second scorer, who may be anybody but the first. */
  scoring: (RoundInterview & { community: Community })[]
  /** Over, and with fewer answers than may be shown; so many have come. */
  pulses: (Pulse & { community: Community; count: number })[]
  places: (Place & { community: Community })[]
}

type All = {
  communities: readonly Community[]
  visits: readonly Visit[]
  trials: readonly AwaitingTrial[]
  actions: readonly (Action & { communityId: string })[]
  places: readonly Place[]
  interviews: readonly RoundInterview[]
  pulses: readonly (Pulse & { communityId: string })[]
  /** By pulse. */
  answers: ReadonlyMap<string, number>
}

/**
 * Of one's own communities; a request that nobody has taken up yet, and an interview that lacks a scorer, are everybody's.
 *
 * @param mine the developer whose communities they are; null: those of all
 * @param me who scores
 */
export function waitsOf(
  all: All,
  { today, mine, me }: { today: Day; mine: string | null; me: string },
): Waits {
  const whole = new Map(all.communities.map((community) => [community.id, community]))
  const own = new Map(whole.entries().filter(([, { developerId }]) => mine === null || developerId === mine))
  const of = <T extends { communityId: string }>(things: readonly T[], those = own) =>
    things.flatMap((thing) => {
      const community = those.get(thing.communityId)
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
    scoring: of(all.interviews, whole).filter(
      (interview) => interview.withdrawnOn === null && awaitsScorer(interview, me),
    ),
    pulses: of(all.pulses)
      .map((pulse) => ({ ...pulse, count: all.answers.get(pulse.id) ?? 0 }))
      .filter((pulse) => stateOf(pulse, today) === 'over' && pulse.count < leastPeople),
    places: of(all.places),
  }
}
