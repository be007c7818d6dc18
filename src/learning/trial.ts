/**
 * A method tried in a community, how it was changed for that (FRAME: Wiltsey Stirman et al. 2019, doi 10.1186/s13012-019-0898-y), and what came of it
 * (RE-AIM). Groups and counts, never names of those reached. What nobody counted is null, which is not nought.
 */
import { isBefore, type Day } from '../platform/day.ts'

export const phases = ['before', 'during', 'spreading', 'keeping'] as const
export const plannedness = ['planned', 'planned-reactive', 'unplanned'] as const
export const adaptedWhats = ['content', 'context', 'training', 'spreading'] as const
export const natures = [
  'tailoring',
  'adding',
  'removing',
  'shortening',
  'lengthening',
  'substituting',
  'reordering',
  'combining',
  'repeating',
  'loosening',
  'drift',
] as const
export const fidelities = ['kept', 'changed', 'unknown'] as const
/** Whether the core elements stayed. */
export type Fidelity = (typeof fidelities)[number]

export type Adaptation = {
  id: string
  versionId: string
  phase: (typeof phases)[number]
  planned: (typeof plannedness)[number]
  what: (typeof adaptedWhats)[number][]
  nature: (typeof natures)[number][]
  fidelity: Fidelity
  description: string
  reasons: string
  decidedBy: string
  onDay: Day
}
export type NewAdaptation = Omit<Adaptation, 'id' | 'versionId'>

export const trialStates = ['planned', 'running', 'ended', 'stopped'] as const
export type TrialState = (typeof trialStates)[number]

export type Trial = {
  id: string
  communityId: string
  versionId: string
  adaptationId: string | null
  actionId: string | null
  /** How the community was called when it was planned. */
  about: string
  facilitatorId: string | null
  startsOn: Day
  endsOn: Day | null
  state: TrialState
  /** For how many people it could have been, and how many took part. */
  eligible: number | null
  reached: number | null
  /** How many groups or places were asked, and how many took it up. */
  asked: number | null
  tookPart: number | null
  fidelity: Fidelity
  happened: string
  unwanted: string
  hoursQuarters: number | null
  costCents: number | null
  followUpOn: Day | null
}
export type NewTrial = Pick<
  Trial,
  'versionId' | 'adaptationId' | 'actionId' | 'facilitatorId' | 'startsOn' | 'followUpOn'
>
export type TrialReport = Omit<
  Trial,
  'id' | 'communityId' | 'versionId' | 'about' | 'actionId' | 'facilitatorId'
>

export const resultKinds = ['change', 'unwanted', 'lasting'] as const
export type Result = {
  id: string
  trialId: string
  communityId: string
  kind: (typeof resultKinds)[number]
  what: string
  /** How many of how many. */
  count: number | null
  outOf: number | null
  seenOn: Day
  howKnown: string
}
export type NewResult = Omit<Result, 'id' | 'trialId' | 'communityId'>
/** Of one that was written by mistake: what it said is told to nobody any more. */
export type WithdrawnResult = { withdrawnOn: Day; withdrawnWhy: string }

/** The figures of RE-AIM that a trial has: of each the part and the whole, where they are known. */
export function reAim(
  trials: readonly Pick<Trial, 'eligible' | 'reached' | 'asked' | 'tookPart' | 'fidelity'>[],
) {
  return {
    reach: share(trials.map(({ reached, eligible }) => ({ part: reached, whole: eligible }))),
    adoption: share(trials.map(({ tookPart, asked }) => ({ part: tookPart, whole: asked }))),
    implementation: share(
      trials.map(({ fidelity }) => ({
        part: fidelity === 'unknown' ? null : Number(fidelity === 'kept'),
        whole: fidelity === 'unknown' ? null : 1,
      })),
    ),
  }
}

export type Share = { part: number; whole: number; known: number; unknown: number }

/** Sums where both numbers are known, and says of how many trials they are not. */
function share(list: readonly { part: number | null; whole: number | null }[]): Share {
  const sum: Share = { part: 0, whole: 0, known: 0, unknown: 0 }
  for (const { part, whole } of list) {
    if (part === null || whole === null) {
      sum.unknown += 1
      continue
    }
    sum.part += part
    sum.whole += whole
    sum.known += 1
  }
  return sum
}

/** Whether something changed after a trial, and whether it lasts. Nothing written down is not known; so is lasting where nobody has looked since the day for it. */
export function effects(
  trials: readonly Pick<Trial, 'id' | 'followUpOn'>[],
  results: readonly Pick<Result, 'trialId' | 'kind' | 'seenOn'>[],
) {
  const yes = (known: boolean, isSo: boolean) =>
    known ? { part: Number(isSo), whole: 1 } : { part: null, whole: null }
  const each = trials.map(({ id, followUpOn }) => {
    const own = results.filter(({ trialId }) => trialId === id)
    const has = (kind: Result['kind']) => own.some((one) => one.kind === kind)
    const looked = hasLooked(followUpOn, own)
    return {
      effect: yes(own.length > 0, has('change')),
      maintenance: yes(has('lasting') || looked, has('lasting')),
    }
  })
  return {
    effect: share(each.map(({ effect }) => effect)),
    maintenance: share(each.map(({ maintenance }) => maintenance)),
  }
}

const hasLooked = (followUpOn: Day | null, results: readonly Pick<Result, 'seenOn'>[]) =>
  followUpOn !== null && results.some(({ seenOn }) => !isBefore(seenOn, followUpOn))

/** What a trial waits for: that somebody writes how it went, or looks whether anything lasts. */
export type Awaited = { for: 'report' | 'follow-up'; since: Day }

/** One that was planned waits from the day after its first; one that is to end, from the day after its last; one that is followed up, from the day for it. */
export function awaitedOf(
  { state, startsOn, endsOn, followUpOn }: Pick<Trial, 'state' | 'startsOn' | 'endsOn' | 'followUpOn'>,
  results: readonly Pick<Result, 'seenOn'>[],
  today: Day,
): Awaited | null {
  const last = state === 'planned' ? startsOn : state === 'running' ? endsOn : null
  if (last && isBefore(last, today)) return { for: 'report', since: last }
  return followUpOn && !isBefore(today, followUpOn) && !hasLooked(followUpOn, results)
    ? { for: 'follow-up', since: followUpOn }
    : null
}
