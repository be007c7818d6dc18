/** Trust in a community grows by what named people confirm they saw, never by a count of visits or a score. */
import type { TrustLevel } from './community.ts'

export type Confirmation = {
  id: string
  level: Exclude<TrustLevel, 'visitor'>
  /** Who says so. */
  name: string
  /** What they saw. */
  basis: string
  withdrawn: boolean
}

/** So many different people must have said it. */
export const namesNeeded: Readonly<Record<Confirmation['level'], number>> = { friend: 1, host: 2 }

/** Whoever confirms a host confirms a friend as well; a withdrawn word does not count. */
export function trustOf(
  confirmations: readonly Pick<Confirmation, 'level' | 'name' | 'withdrawn'>[],
): TrustLevel {
  const standing = confirmations.filter(({ withdrawn }) => !withdrawn)
  const names = (levels: readonly string[]) =>
    new Set(
      standing.filter(({ level }) => levels.includes(level)).map(({ name }) => name.trim().toLowerCase()),
    ).size
  if (names(['host']) >= namesNeeded.host) return 'host'
  return names(['friend', 'host']) >= namesNeeded.friend ? 'friend' : 'visitor'
}
