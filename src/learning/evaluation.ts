/**
 * What those who came to a training say of it, after Kirkpatrick: reaction at once, learning as how sure one is before and after, behaviour as whether one
 * has used it about three and nine months later. What came of it for others is told by trials, not here.
 */
import type { Day } from '../platform/day.ts'
import type { Signup, TrainingSession } from './training.ts'

/** Before, at once after, and about three and nine months later. */
export const askings = ['before', 'after', 'months-3', 'months-9'] as const
export type Asking = (typeof askings)[number]

export const uses = ['often', 'sometimes', 'not-yet'] as const
export type Use = (typeof uses)[number]

/** How sure one is of doing one method, by its wording, 0–10. */
export type MethodSaid = { versionId: string; confidence: number }

export type Said = {
  /** How sure one is of doing it, 0–10; only before and at once after, of a training as a whole. */
  confidence: number | null
  /** The same of each method it teaches. */
  methods: readonly MethodSaid[]
  /** 1–5; only at once after. */
  useful: number | null
  /** Only months later. */
  used: Use | null
}
export type Evaluation = Said & { signupId: string; asked: Asking }

/** No figure is told of fewer people: who said what would be guessed. */
export const fewestTold = 5

export const isLater = (asking: Asking) => asking === 'months-3' || asking === 'months-9'

/** Days after the session in which each is asked; what was not said by the last of them is missing. */
const asked: Record<Exclude<Asking, 'before'>, { from: number; until: number }> = {
  after: { from: 0, until: 30 },
  'months-3': { from: 90, until: 150 },
  'months-9': { from: 180, until: 365 },
}

/** So many days after a session nothing is asked of it any more. */
export const lastAsked = asked['months-9'].until

/** Whether answers may still come on a day. */
export function mayStillSay(
  asking: Asking,
  today: Day,
  session: Pick<TrainingSession, 'state' | 'onDay'>,
): boolean {
  if (asking === 'before') return session.state === 'planned'
  return session.onDay.until(today).days <= asked[asking].until
}

/** What somebody is asked on a day: before it until it is held, later only if they were there. Null is nothing. */
export function askingOn(
  today: Day,
  session: Pick<TrainingSession, 'state' | 'onDay'>,
  { withdrawnAt, attended }: Pick<Signup, 'withdrawnAt' | 'attended'>,
): Asking | null {
  if (withdrawnAt !== null || session.state === 'cancelled') return null
  const days = session.onDay.until(today).days
  if (session.state === 'planned') return days <= 0 ? 'before' : null
  if (attended !== true) return null
  return (
    askings.find((one) => one !== 'before' && days >= asked[one].from && days <= asked[one].until) ?? null
  )
}

/**
 * A figure that tells nobody's answer. Where all gave the same end of a scale each one's answer would be known, and a figure that is left out only then
 * would say just that; so all, and all but one by one step, are told alike, as a bound.
 */
export type Told = { value: number; bound: 'exactly' | 'at-least' | 'at-most' }

/** How many of so many said yes; null of fewer than five. */
export function toldCount(count: number, of: number): Told | null {
  if (of < fewestTold) return null
  if (count >= of - 1) return { value: of - 1, bound: 'at-least' }
  if (count <= 1) return { value: 1, bound: 'at-most' }
  return { value: count, bound: 'exactly' }
}

/** The mean of whole numbers on a scale; null of fewer than five. */
export function toldMean(values: readonly number[], scale: { least: number; most: number }): Told | null {
  const of = values.length
  if (of < fewestTold) return null
  const sum = values.reduce((all, one) => all + one, 0)
  if (sum >= scale.most * of - 1) return { value: (scale.most * of - 1) / of, bound: 'at-least' }
  if (sum <= scale.least * of + 1) return { value: (scale.least * of + 1) / of, bound: 'at-most' }
  return { value: sum / of, bound: 'exactly' }
}

const confidenceScale = { least: 0, most: 10 }
const usefulScale = { least: 1, most: 5 }

/**
 * How many of those who were there said something. The figures are null of fewer than five, and as long as answers still come: two looks, with one answer
 * between them, would tell what it was. How sure people are is told of pairs alone for the same reason.
 */
export type Counted = {
  asking: Asking
  said: number
  of: number
  /** Whether more answers may come. */
  isOpen: boolean
  useful: Told | null
  /** How many have used it at all. */
  used: Told | null
}
/** Before and after of the same people. */
export type Pairs = { pairs: number; before: Told | null; after: Told | null }
export type MethodPairs = Pairs & { versionId: string }

type OneOfPair = { signupId: string; confidence: number }

function paired(before: readonly OneOfPair[], after: readonly OneOfPair[], isOpen: boolean): Pairs {
  const first = new Map(before.map(({ signupId, confidence }) => [signupId, confidence]))
  const both = after.flatMap(({ signupId, confidence }) => {
    const was = first.get(signupId)
    return was === undefined ? [] : [{ was, is: confidence }]
  })
  const told = (values: readonly number[]) => (isOpen ? null : toldMean(values, confidenceScale))
  return {
    pairs: both.length,
    before: told(both.map(({ was }) => was)),
    after: told(both.map(({ is }) => is)),
  }
}

/**
 * Of the answers alone: whoever answered afterwards was on the list as having been there, and a list that is corrected later moves no figure. How many
 * there were is those on the list, and whoever answered as one of them.
 */
export function counted(
  signups: readonly Pick<Signup, 'id' | 'attended'>[],
  evaluations: readonly Evaluation[],
  isOpen: (asking: Asking) => boolean,
): { each: Counted[]; pairs: Pairs; methods: MethodPairs[] } {
  const there = new Set([
    ...signups.flatMap(({ id, attended }) => (attended === true ? [id] : [])),
    ...evaluations.flatMap(({ signupId, asked }) => (asked === 'before' ? [] : [signupId])),
  ])
  const of = (asking: Asking) => evaluations.filter((one) => one.asked === asking && there.has(one.signupId))
  const each = askings.map((asking): Counted => {
    const all = of(asking)
    const used = all.flatMap((one) => one.used ?? [])
    const useful = all.flatMap((one) => one.useful ?? [])
    return {
      asking,
      said: all.length,
      of: there.size,
      isOpen: isOpen(asking),
      useful: isOpen(asking) ? null : toldMean(useful, usefulScale),
      used: isOpen(asking) ? null : toldCount(used.filter((one) => one !== 'not-yet').length, used.length),
    }
  })
  const [before, after] = [of('before'), of('after')]
  const ofWhole = (all: readonly Evaluation[]) =>
    all.flatMap(({ signupId, confidence }) => (confidence === null ? [] : [{ signupId, confidence }]))
  const ofMethod = (all: readonly Evaluation[], versionId: string) =>
    all.flatMap(({ signupId, methods }) =>
      methods
        .filter((one) => one.versionId === versionId)
        .map(({ confidence }) => ({ signupId, confidence })),
    )
  const versions = new Set(
    [...before, ...after].flatMap(({ methods }) => methods.map((one) => one.versionId)),
  )
  return {
    each: each.filter(({ said }) => said > 0),
    pairs: paired(ofWhole(before), ofWhole(after), isOpen('after')),
    methods: [...versions]
      .map((versionId) => ({
        versionId,
        ...paired(ofMethod(before, versionId), ofMethod(after, versionId), isOpen('after')),
      }))
      // What came or went in between has nothing to compare.
      .filter(({ pairs }) => pairs > 0),
  }
}
