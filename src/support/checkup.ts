/**
 * What is written of one check-up, and how check-ups are counted.
 *
 * The funnel is that of Recovery Management Checkups (Scott & Dennis 2012, Drug and Alcohol Dependence 125:110): of the
 * check-ups due, whom was reached, who was in need of help, who agreed to it, who arrived there, who stayed 14 days.
 */

/** `due` is true of every check-up; the others are asked. */
export const funnelSteps = ['reached', 'inNeed', 'agreed', 'arrived', 'stayed14Days'] as const
export type FunnelStep = (typeof funnelSteps)[number]

/** Yes, no, or null: not known. */
export type Funnel = Record<FunnelStep, boolean | null>

/** The days after arriving that count as having stayed. Source: as above. */
export const STAYED_DAYS = 14

/** Two answers that cannot both be true. `because` is the earlier step. */
export type FunnelProblem = { step: FunnelStep; because: FunnelStep }

/**
 * What contradicts itself. Nobody takes a step after an earlier one is known not to have happened; and of somebody not
 * reached nobody knows the need, so that is not known rather than no. Not known stays possible everywhere.
 */
export function funnelProblems(funnel: Funnel): FunnelProblem[] {
  const problems: FunnelProblem[] = []
  for (const [index, step] of funnelSteps.entries()) {
    const because = funnelSteps.slice(0, index).find((earlier) => funnel[earlier] === false)
    if (because === undefined) continue
    const needUnknowable = step === 'inNeed' && funnel.inNeed !== null
    if (funnel[step] === true || needUnknowable) problems.push({ step, because })
  }
  return problems
}

/** Who could have taken this step (`of` = yes + no + unknown): all but those of whom an earlier step is a known no. */
export type StepCount = { step: FunnelStep; of: number; yes: number; no: number; unknown: number }

export type FunnelCounts = { due: number; steps: StepCount[] }

/**
 * Counts without guessing: not known is neither yes nor no and travels down the funnel, so that `of` of each step is
 * `of − no` of the one before. Published shares are `yes` of `due`.
 */
export function funnelCounts(entries: readonly Funnel[]): FunnelCounts {
  let possible = entries
  const steps = funnelSteps.map((step): StepCount => {
    const of = possible.length
    const yes = possible.filter((entry) => entry[step] === true).length
    const unknown = possible.filter((entry) => entry[step] === null).length
    possible = possible.filter((entry) => entry[step] !== false)
    return { step, of, yes, no: of - yes - unknown, unknown }
  })
  return { due: entries.length, steps }
}

/**
 * What help a check-up gave or led to; several may be given. An empty list is "none was given", null "not written down".
 */
export const helpKinds = [
  'talk',
  'practical_help',
  'peer_support',
  'support_person',
  'mutual_aid_group',
  'community_place',
  'counselling',
  'treatment',
  'health_care',
  'crisis_help',
  'housing',
  'work',
  'debt_counselling',
  'benefits',
  'family',
  'back_to_rehabilitation',
  'other',
] as const
export type HelpKind = (typeof helpKinds)[number]
export type HelpGiven = readonly HelpKind[] | null
