/** What a person takes away of their continuing support, and its erasure. */
import type { Acting } from '../platform/actor.ts'

export async function takeSupport(act: Acting, personId: string): Promise<Record<string, unknown>> {
  return pending(act, personId)
}

/** As the system of the organisation. How many rows went. */
export async function eraseSupport(act: Acting, personId: string): Promise<number> {
  return pending(act, personId)
}

function pending(..._: unknown[]): never {
  throw new Error('not written yet')
}
