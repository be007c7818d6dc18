/**
 * What came after a training: trials of the methods it teaches that began later than it was first held (Kirkpatrick's results). That something came
 * afterwards does not say that it came of it.
 */
import { earlierOf, isBefore, type Day } from '../platform/day.ts'
import type { MethodVersion } from './method.ts'
import type { Signup, TrainingSession } from './training.ts'
import type { Trial } from './trial.ts'

/** The day on which it was first held; null where it was not. */
export function firstHeld(sessions: readonly Pick<TrainingSession, 'state' | 'onDay'>[]): Day | null {
  return sessions
    .filter(({ state }) => state === 'held')
    .reduce<Day | null>((first, { onDay }) => (first ? earlierOf(first, onDay) : onDay), null)
}

/** In the order given; what is only planned has not begun. By whichever wording of a method. */
export function begunAfter<One extends Pick<Trial, 'versionId' | 'state' | 'startsOn'>>(
  since: Day,
  trials: readonly One[],
  of: { methodIds: readonly string[]; versions: readonly Pick<MethodVersion, 'id' | 'methodId'>[] },
): One[] {
  const taught = new Set(
    of.versions.flatMap(({ id, methodId }) => (of.methodIds.includes(methodId) ? [id] : [])),
  )
  return trials.filter(
    ({ versionId, state, startsOn }) =>
      taught.has(versionId) && state !== 'planned' && isBefore(since, startsOn),
  )
}

/** Whether who leads a trial was at the training on a day before it began. */
export function wasThere(
  { facilitatorId, startsOn }: Pick<Trial, 'facilitatorId' | 'startsOn'>,
  held: readonly { session: Pick<TrainingSession, 'onDay'>; signups: readonly Signup[] }[],
): boolean {
  return held.some(
    ({ session, signups }) =>
      isBefore(session.onDay, startsOn) &&
      signups.some(({ accountId, attended }) => attended === true && accountId === facilitatorId),
  )
}
