/** Projects, and the journeys and invited experts in them: what they are, in the words of the funder's own tool where it has them. */
import { daysBetween, type Day } from '../platform/day.ts'

export type Project = {
  id: string
  title: string
  /** As the funder numbers it; empty where there is none. */
  number: string
  callYear: number | null
  funder: string
  startsOn: Day
  endsOn: Day
  summary: string
}
export type NewProject = Omit<Project, 'id'>

/** Staff: job-shadowing, teaching, course. Learners: group, learner. Coming here: expert, hosted-teacher. */
export const mobilityKinds = [
  'job-shadowing',
  'teaching',
  'course',
  'group',
  'learner',
  'expert',
  'hosted-teacher',
  'preparatory',
] as const
export type MobilityKind = (typeof mobilityKinds)[number]

export type MobilityState = 'draft' | 'complete'

export type Mobility = {
  id: string
  projectId: string
  kind: MobilityKind
  title: string
  /** Who was visited, or where the expert came from. */
  host: string
  /** ISO 3166-1 alpha-2. */
  country: string
  town: string
  startsOn: Day
  endsOn: Day
  /** On top of the days between. */
  travelDays: number
  purpose: string
  state: MobilityState
}
export type NewMobility = Omit<Mobility, 'id' | 'projectId' | 'state'>

/** Somebody came here to teach; in all other kinds somebody went there to learn. */
export const comesHere = ({ kind }: Pick<Mobility, 'kind'>) => kind === 'expert' || kind === 'hosted-teacher'

/** The first and the last day count; travel comes on top. */
export const daysOf = ({ startsOn, endsOn }: Pick<Mobility, 'startsOn' | 'endsOn'>) =>
  daysBetween(startsOn, endsOn) + 1

export type Observation = {
  id: string
  mobilityId: string
  /** The method it became, if any. */
  methodId: string | null
  /** Which of the mobility's expected outcomes it belongs to, if any. */
  outcomeId: string | null
  seenOn: Day
  seenAt: string
  what: string
  thought: string
}
export type NewObservation = Omit<Observation, 'id' | 'mobilityId' | 'methodId' | 'outcomeId'> &
  Partial<Pick<Observation, 'outcomeId'>>

/** An observation that its writer has not finished; nobody else sees it. */
export type Draft = Omit<Observation, 'methodId' | 'seenOn'> & { seenOn: Day | null }
export type NewDraft = Omit<Draft, 'id' | 'mobilityId' | 'outcomeId'> & Partial<Pick<Draft, 'outcomeId'>>
