/** Who took part in a mobility: what was agreed before it, and what is confirmed after it. */
import { isBefore, type Day } from '../platform/day.ts'

export const parts = ['participant', 'accompanying', 'expert'] as const
export type Part = (typeof parts)[number]

/** The report is written in the funder's own tool. */
export const reportStates = ['none', 'asked', 'sent'] as const
export type ReportState = (typeof reportStates)[number]

export type Agreement = {
  part: Part
  /** How it is to be learnt. */
  how: string
  /** Who sees to what. */
  responsible: string
  agreedOn: Day | null
  reportState: ReportState
  reportOn: Day | null
}

/** Said by whoever took part, or for them. */
export type Confirmation = {
  /** What was done. */
  complement: string
  confirmedOn: Day | null
}

export type Participation = Agreement &
  Confirmation & {
    id: string
    mobilityId: string
    /** `null` where somebody without an account here took part: then there is a name. */
    accountId: string | null
    name: string
  }
export type NewParticipation = Pick<Participation, 'accountId' | 'name' | 'part'>

/** What is said of it to whoever took part, before they open it. */
export type OwnParticipation = Pick<Participation, 'id' | 'mobilityId' | 'confirmedOn'> & {
  title: string
  startsOn: Day
  endsOn: Day
}

/** What came of it is asked from the day after it on. */
export const waitsForConfirming = ({ confirmedOn, endsOn }: OwnParticipation, today: Day) =>
  confirmedOn === null && isBefore(endsOn, today)

/** Whoever is on it writes down what they see. */
export const isUnderWay = ({ startsOn, endsOn }: OwnParticipation, today: Day) =>
  !isBefore(today, startsOn) && !isBefore(endsOn, today)

export const reachedStates = ['unknown', 'yes', 'partly', 'no'] as const
export type Reached = (typeof reachedStates)[number]

export type Outcome = {
  id: string
  mobilityId: string
  /** `null` where it is the whole group's. */
  participationId: string | null
  number: number
  text: string
  reached: Reached
  note: string
}

/** Of one who took part, or of the whole group. */
export type Whose = Pick<Outcome, 'mobilityId' | 'participationId'>

export const mostOutcomes = 100
