/** A round of readiness: interviews, two who score each of them on their own, and what they agree on. The counting is in `readiness.ts`. */
import type { Day } from '../platform/day.ts'
import {
  readinessOfSums,
  sumsOf,
  type Dimension,
  type DimensionSum,
  type Readiness,
  type Score,
} from './readiness.ts'
import { scorersAgreement, type Agreement } from './readiness.agreement.ts'
import type { Variant } from './readiness.content.ts'

export type Round = {
  id: string
  communityId: string
  variant: Variant
  /** Of the definition by which it was asked and scored. */
  version: number
  dimensions: Dimension[]
  smallAndAlike: boolean
  begunOn: Day
  closedOn: Day | null
}
export type NewRound = Pick<Round, 'variant' | 'version' | 'dimensions' | 'smallAndAlike'>

export type Scorer = {
  id: string
  interviewId: string
  accountId: string
  place: 1 | 2
  finished: boolean
}

/** In points of the scale, by dimension. */
export type Scores = { readonly [D in Dimension]?: number }
export type Reasons = { readonly [D in Dimension]?: string }

/** Of one scorer; nobody else has it before both have handed in. */
export type ScoreSheet = { scorerId: string; scores: Scores; reasons: Reasons }

export type RoundInterview = {
  id: string
  communityId: string
  roundId: string
  number: number
  onDay: Day
  /** Which part in the community whoever was asked has; never a name. */
  part: string
  withdrawnOn: Day | null
  /** At most two, by place; those who gave up their place are not among them. */
  scorers: Scorer[]
  combined: Scores
}
export type NewInterview = { onDay: Day; part: string; notes: string }

/** Both have handed in: what each gave can be seen, and agreed on. */
export const isOpened = ({ scorers }: Pick<RoundInterview, 'scorers'>) =>
  scorers.length === 2 && scorers.every(({ finished }) => finished)

export const isAgreed = ({ dimensions }: Pick<Round, 'dimensions'>, { combined }: RoundInterview) =>
  dimensions.every((dimension) => combined[dimension] !== undefined)

/** Whether an interview that counts waits for this account's scores: they have begun, or it lacks the second of its scorers. */
export function awaitsScorer({ scorers }: Pick<RoundInterview, 'scorers'>, accountId: string): boolean {
  const own = scorers.find((scorer) => scorer.accountId === accountId)
  return own ? !own.finished : scorers.length === 1
}

/** How far an interview is, and so what comes next. */
export type InterviewState = 'withdrawn' | 'agreed' | 'opened' | 'scoring' | 'waiting'

export function interviewState(round: Round, interview: RoundInterview): InterviewState {
  if (interview.withdrawnOn !== null) return 'withdrawn'
  if (!isOpened(interview)) return interview.scorers.length === 0 ? 'waiting' : 'scoring'
  return isAgreed(round, interview) ? 'agreed' : 'opened'
}

/** Whether anything of it can still be said: the assessment is under way, and it counts. */
export const isUnderWay = (round: Round, { withdrawnOn }: RoundInterview) =>
  round.closedOn === null && withdrawnOn === null

export const counted = (interviews: readonly RoundInterview[]) =>
  interviews.filter(({ withdrawnOn }) => withdrawnOn === null)

/** What a round comes to as it stands, exactly. */
export const roundSums = ({ dimensions }: Round, interviews: readonly RoundInterview[]): DimensionSum[] =>
  sumsOf(dimensions, counted(interviews))

/** Whether it can be closed: somebody was asked, and every interview that counts has its agreed scores. */
export function canClose(round: Round, interviews: readonly RoundInterview[]): boolean {
  const those = counted(interviews)
  return those.length > 0 && those.every((interview) => isAgreed(round, interview))
}

/** How far the two agreed on their own, over the interviews that are open to see. */
export function roundAgreement(
  { dimensions }: Round,
  interviews: readonly RoundInterview[],
  sheets: readonly ScoreSheet[],
): Agreement {
  const bySheet = new Map(sheets.map((sheet) => [sheet.scorerId, sheet.scores]))
  return scorersAgreement(
    counted(interviews)
      .filter(isOpened)
      .flatMap(({ scorers: [first, second] }) =>
        dimensions.flatMap((dimension) => {
          const one = first && bySheet.get(first.id)?.[dimension]
          const other = second && bySheet.get(second.id)?.[dimension]
          return one === undefined || other === undefined ? [] : [[one, other] as const]
        }),
      ),
  )
}

/** A closed round as everybody of the community may see it. */
export type RoundResult = {
  round: Round
  /** The day it stands for: when it was closed. */
  on: Day
  readiness: Readiness
}

/** In the order in which the round asked about them. */
export function resultOf(round: Round, sums: readonly DimensionSum[]): RoundResult {
  const ordered = round.dimensions.flatMap(
    (dimension) => sums.find((sum) => sum.dimension === dimension) ?? [],
  )
  return { round, on: round.closedOn ?? round.begunOn, readiness: readinessOfSums(ordered) }
}

/** Null where it was not asked about, or nobody scored it. */
export const reachedIn = (result: RoundResult | null, dimension: Dimension): Score | null =>
  result?.readiness.dimensions.find((one) => one.dimension === dimension)?.reached ?? null
