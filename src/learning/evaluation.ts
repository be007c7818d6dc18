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

export type Said = {
  /** How sure one is of doing it, 0–10; only before and at once after. */
  confidence: number | null
  /** 1–5; only at once after. */
  useful: number | null
  /** Only months later. */
  used: Use | null
}
export type Evaluation = Said & { signupId: string; asked: Asking }

/** No figure is told of fewer people: who said what would be guessed. */
export const fewestTold = 5

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
 * How many of those who were there said something. The figures are null of fewer than five, and as long as answers still come: two looks, with one answer
 * between them, would tell what it was. How sure people are is told of pairs alone for the same reason.
 */
export type Counted = {
  asking: Asking
  said: number
  of: number
  /** Whether more answers may come. */
  isOpen: boolean
  useful: number | null
  /** How many have used it at all. */
  used: number | null
}
/** Before and after of the same people. */
export type Pairs = { pairs: number; before: number | null; after: number | null }

const mean = (values: readonly number[]): number | null =>
  values.length < fewestTold ? null : values.reduce((sum, one) => sum + one, 0) / values.length

/** Of those who were there; whoever only signed up is no part of it. */
export function counted(
  signups: readonly Pick<Signup, 'id' | 'attended'>[],
  evaluations: readonly Evaluation[],
  isOpen: (asking: Asking) => boolean,
): { each: Counted[]; pairs: Pairs } {
  const there = new Set(signups.flatMap(({ id, attended }) => (attended === true ? [id] : [])))
  const of = (asking: Asking) => evaluations.filter((one) => one.asked === asking && there.has(one.signupId))
  const each = askings.map((asking): Counted => {
    const all = of(asking)
    const used = all.flatMap((one) => one.used ?? [])
    return {
      asking,
      said: all.length,
      of: there.size,
      isOpen: isOpen(asking),
      useful: isOpen(asking) ? null : mean(all.flatMap(({ useful }) => useful ?? [])),
      used:
        isOpen(asking) || used.length < fewestTold ? null : used.filter((one) => one !== 'not-yet').length,
    }
  })
  const before = new Map(of('before').map((one) => [one.signupId, one.confidence]))
  const both = of('after').flatMap((one) => {
    const first = before.get(one.signupId)
    if (typeof first !== 'number' || one.confidence === null) return []
    return [{ first, then: one.confidence }]
  })
  return {
    each: each.filter(({ said }) => said > 0),
    pairs: {
      pairs: both.length,
      before: isOpen('after') ? null : mean(both.map(({ first }) => first)),
      after: isOpen('after') ? null : mean(both.map(({ then }) => then)),
    },
  }
}
