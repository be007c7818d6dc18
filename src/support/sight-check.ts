/** Whether a page can keep its promise for this actor: a form that could never be saved is not shown. */
import { sql } from 'kysely'
import type { Category } from '../people/sight.ts'
import type { Acting } from '../platform/actor.ts'

/** As the policies decide it, of a person whom the actor has found already. */
export async function maySee(act: Acting, personId: string, category: Category): Promise<boolean> {
  if (act.actor.role === 'lead') return true
  const { rows } = await sql<{ seen: boolean }>`
    select ${personId}::uuid in (select people.visible(${category})) as seen`.execute(act.tx)
  return rows[0]?.seen === true
}
