/** Making up the invented in the background: it takes from a quarter of a minute to minutes, longer than a page is waited for. */
import type { Ground } from '../platform/ground.ts'
import { plainError } from '../platform/log.ts'
import { settleInvented, type InventedLink } from './invented.ts'
import type { Living } from './invented.history.ts'

export type LookAround =
  { state: 'running'; part: number } | { state: 'done'; links: readonly InventedLink[] } | { state: 'failed' }

/** One at most, since it begins on an empty database; whoever holds the token of setting up may see how it goes. */
const begun = new WeakMap<Ground, { token: string; look: LookAround }>()

/** Begins, and does not wait. @returns when it has ended, well or not; never rejects */
export function beginLookAround(ground: Ground, token: string, living: Living = {}): Promise<void> {
  const tell = (look: LookAround) => void begun.set(ground, { token, look })
  tell({ state: 'running', part: 0 })
  return settleInvented(ground, { ...living, progress: (part) => tell({ state: 'running', part }) }).then(
    (links) => tell({ state: 'done', links }),
    (error: unknown) => {
      ground.log.error({ error: plainError(error) }, 'the invented could not be made up')
      tell({ state: 'failed' })
    },
  )
}

/** Null where this token began none. */
export function lookAroundOf(ground: Ground, token: string): LookAround | null {
  const one = begun.get(ground)
  return one?.token === token ? one.look : null
}
