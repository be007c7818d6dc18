/** Taking away what was entered by mistake. The database refuses what is confirmed, and what something still hangs on. */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'

/** `held`: something hangs on it, perhaps what the actor may not see. `none`: it is not there for this actor to take away. */
export type Removed = 'gone' | 'held' | 'none'

export async function removeProject(act: Acting, id: string): Promise<Removed> {
  return remove(act, 'learning.project', id)
}

export async function removeMobility(act: Acting, id: string): Promise<Removed> {
  return remove(act, 'learning.mobility', id)
}

/** What was to be learnt goes with it. */
export async function removeParticipation(act: Acting, id: string): Promise<Removed> {
  return remove(act, 'learning.participation', id)
}

export async function removeOutcome(act: Acting, id: string): Promise<Removed> {
  return remove(act, 'learning.outcome', id)
}

/** A key that points to the row, or the trigger of expected outcomes. */
const holding = ['23503', '23514']

async function remove(
  act: Acting,
  table: 'learning.project' | 'learning.mobility' | 'learning.participation' | 'learning.outcome',
  id: string,
): Promise<Removed> {
  const { tx } = act
  await sql`savepoint removal`.execute(tx)
  try {
    const { numDeletedRows } = await tx.deleteFrom(table).where('id', '=', id).executeTakeFirst()
    if (numDeletedRows === 0n) return 'none'
    await act.audit('erase', table, [])
    return 'gone'
  } catch (error) {
    await sql`rollback to savepoint removal`.execute(tx)
    if (error instanceof Error && 'code' in error && holding.includes(String(error.code))) return 'held'
    throw error
  }
}
