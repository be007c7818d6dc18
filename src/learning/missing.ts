/** What a funder usually asks for and is not there yet, of the mobilities that are over: whoever enters a project afterwards works through it. */
import { isBefore, type Day } from '../platform/day.ts'
import { packageOf, type Evidence, type EvidenceKind } from './evidence.ts'
import { comesHere, type Mobility } from './mobility.ts'
import type { Participation } from './participation.ts'

export type Gap = 'people' | 'agreed' | 'confirmed' | 'reported' | EvidenceKind
/** `count`: of how many who took part; 1 where it is the mobility's own. */
export type Missing = { gap: Gap; count: number }

/** In the order in which it is gathered; nothing before the mobility is over. */
export function missingOf(
  mobility: Pick<Mobility, 'id' | 'kind' | 'endsOn'>,
  participations: readonly Pick<
    Participation,
    'id' | 'mobilityId' | 'part' | 'agreedOn' | 'confirmedOn' | 'reportState'
  >[],
  evidence: readonly Pick<Evidence, 'mobilityId' | 'kind' | 'participationId'>[],
  today: Day,
): Missing[] {
  if (!isBefore(mobility.endsOn, today)) return []
  const people = participations.filter(({ mobilityId }) => mobilityId === mobility.id)
  // Guests and those who go along are no learners, and whoever prepares a journey writes no report of it.
  const learns = !comesHere(mobility) && mobility.kind !== 'preparatory'
  const learners = learns ? people.filter(({ part }) => part === 'participant') : []
  const pieces = packageOf(
    mobility,
    people,
    evidence.filter(({ mobilityId }) => mobilityId === mobility.id),
  )
  const gaps: Missing[] = [
    { gap: 'people', count: (learns ? learners : people).length === 0 ? 1 : 0 },
    // A group has a programme instead.
    {
      gap: 'agreed',
      count: mobility.kind === 'group' ? 0 : learners.filter(({ agreedOn }) => !agreedOn).length,
    },
    { gap: 'confirmed', count: learners.filter(({ confirmedOn }) => !confirmedOn).length },
    { gap: 'reported', count: learners.filter(({ reportState }) => reportState !== 'sent').length },
    ...pieces.map(({ kind, there, of }) => ({ gap: kind, count: of - there })),
  ]
  return gaps.filter(({ count }) => count > 0)
}
