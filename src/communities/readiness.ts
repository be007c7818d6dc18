/**
 * How ready a community is to take a person after rehabilitation into its activities and living environment.
 *
 * Source of the structure: Community Readiness Model (Plested, Edwards & Jumper-Thurman 2006; 2nd edition 2014).
 * Our readings and doubts: docs/decisions/060-readiness.md
 */
import type { fullLocales } from '../platform/words.ts'

/** In the order in which the definition asks about them. */
export const dimensionKeys = [
  'climate',
  'leadership',
  'knowledge',
  'efforts',
  'efforts_known',
  'resources',
] as const
export type Dimension = (typeof dimensionKeys)[number]

export const dimensionOf = (key: string | null | undefined): Dimension | undefined =>
  dimensionKeys.find((one) => one === key)
export const isDimension = (key: string): key is Dimension => dimensionOf(key) !== undefined

export const stages = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
export type Stage = (typeof stages)[number]

/** What a page offers to a scorer. The rules take any score with two decimals, since others score in tenths. */
export const quarterSteps: readonly number[] = Array.from({ length: 33 }, (_, quarters) => 1 + quarters / 4)

/** Two scorers read an interview; `combined` is what they agreed on, from 1 to 9 with at most two decimals. */
export type Interview = { combined: { readonly [D in Dimension]?: number | undefined } }

/** `score` is rounded to two decimals, half up; `stage` is floored from the exact mean, so 4 may stand beside stage 3. */
export type Score = { score: number; stage: Stage }

export type DimensionReadiness = {
  dimension: Dimension
  /** Null where no interview has a combined score for it: unknown is not stage 1. */
  reached: Score | null
  /** How many interviews have a combined score for it; the mean is theirs. */
  interviews: number
}

export type Readiness = {
  /** In the order asked for. */
  dimensions: DimensionReadiness[]
  /** The mean of the means of the dimensions that have one, each counting the same; null where none has. */
  overall: Score | null
  /** The dimensions with the lowest exact score, all that tie, in the order asked for. Work begins there. */
  first: Dimension[]
}

/** @param dimensions each once. Throws `RangeError` for a score that is none, see `inHundredths`. */
export function readiness({
  dimensions,
  interviews,
}: {
  dimensions: readonly Dimension[]
  interviews: readonly Interview[]
}): Readiness {
  return readinessOfSums(sumsOf(dimensions, interviews))
}

/** What the interviews add up to for one dimension, in hundredths: all that is needed to know its mean exactly. */
export type DimensionSum = { dimension: Dimension; sumHundredths: number; interviews: number }

/** Throws `RangeError` for a score that is none, see `inHundredths`. */
export function sumsOf(dimensions: readonly Dimension[], interviews: readonly Interview[]): DimensionSum[] {
  return dimensions.map((dimension) => {
    const scores = interviews.flatMap(({ combined }) => combined[dimension] ?? [])
    return { dimension, sumHundredths: total(scores.map(wholeHundredths)), interviews: scores.length }
  })
}

/** @param sums each dimension once, in the order in which they are answered */
export function readinessOfSums(sums: readonly DimensionSum[]): Readiness {
  const scored = sums.map(({ dimension, sumHundredths, interviews }) => ({
    dimension,
    mean: interviews === 0 ? null : { over: BigInt(sumHundredths), under: BigInt(interviews) },
    interviews,
  }))
  const means = scored.flatMap(({ mean }) => mean ?? [])
  const lowest = means.reduce<Fraction | null>(
    (least, mean) => (least === null || isBelow(mean, least) ? mean : least),
    null,
  )
  const sum = means.reduce(plus, { over: 0n, under: 1n })
  return {
    dimensions: scored.map(({ dimension, mean, interviews }) => ({
      dimension,
      reached: mean && reached(mean),
      interviews,
    })),
    overall: means.length === 0 ? null : reached({ ...sum, under: sum.under * BigInt(means.length) }),
    first: scored.flatMap(({ dimension, mean }) =>
      mean !== null && lowest !== null && !isBelow(lowest, mean) ? [dimension] : [],
    ),
  }
}

/**
 * A score as a whole number of hundredths, 100 to 900; null for what is not a score from 1 to 9 with at most two decimals.
 * What a sum of decimals leaves behind is forgiven: 1.1 + 2.2 is 3.3.
 */
export function inHundredths(score: number): number | null {
  const hundredths = Math.round(score * 100)
  const isScore = Math.abs(score - hundredths / 100) < 1e-9 && hundredths >= 100 && hundredths <= 900
  return isScore ? hundredths : null
}

/** As `inHundredths`; throws `RangeError` for what is not a score. */
export function wholeHundredths(score: number): number {
  const hundredths = inHundredths(score)
  if (hundredths === null)
    throw new RangeError(`${score} is not a score from 1 to 9 with at most two decimals`)
  return hundredths
}

/** Hundredths, exact: the mean of three scores that add up to 12 is 4, and no floating 3.9999999 falls to stage 3. */
type Fraction = { over: bigint; under: bigint }

function plus(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under }
}

function isBelow(a: Fraction, b: Fraction): boolean {
  return a.over * b.under < b.over * a.under
}

function reached({ over, under }: Fraction): Score {
  const stage = stages.findLast((each) => over >= BigInt(each * 100) * under) ?? 1
  const halfUp = (2n * over + under) / (2n * under)
  return { score: Number(halfUp) / 100, stage }
}

export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

export type AdvisedInterviews = {
  source: string
  usualFrom: number
  usualTo: number
  least: number
  leastSmallAndAlike: number
}

/** How many interviews are missing from the advised least. It is said beside the result and hides nothing. */
export function interviewsMissing(
  held: number,
  { advised, smallAndAlike }: { advised: AdvisedInterviews; smallAndAlike: boolean },
): number {
  return Math.max(0, (smallAndAlike ? advised.leastSmallAndAlike : advised.least) - held)
}

/** The same sentence in every language; Estonian is written first. */
export type InLanguages = Record<(typeof fullLocales)[number], string>

export type Action = {
  key: string
  dimension: Dimension | 'all'
  /** Offered from this stage of the dimension through `stageTo`: what began at an earlier stage stays valid. */
  stageFrom: Stage
  stageTo: Stage
  title: InLanguages
  how: InLanguages
}

/** What a community can do for a dimension at its stage: what begins at that stage first, then the dimension's own before what is for all. */
export function actionsFor(
  actions: readonly Action[],
  { dimension, stage }: { dimension: Dimension; stage: Stage },
): Action[] {
  return actions
    .filter((action) => action.dimension === dimension || action.dimension === 'all')
    .filter(({ stageFrom, stageTo }) => stageFrom <= stage && stage <= stageTo)
    .toSorted(
      (a, b) => b.stageFrom - a.stageFrom || Number(a.dimension === 'all') - Number(b.dimension === 'all'),
    )
}
