/** For whom a day of a training is held: a community, and where it is known an action of its plan and the place whose people learn. */
import type { PlaceKind } from '../communities/place.ts'

export type SessionFor = {
  sessionId: string
  communityId: string
  actionId: string | null
  placeId: string | null
}
export type NewSessionFor = Omit<SessionFor, 'sessionId'>

/** The kinds of place that take a person in. */
export const takesIn: readonly PlaceKind[] = ['activity', 'living', 'work']
