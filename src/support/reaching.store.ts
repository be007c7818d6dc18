/** Takes the search for those who are silent one step on, where it is time. */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import { dayAt, isBefore } from '../platform/day.ts'
import { listOpenTasks, takeStep } from '../tasks/task.store.ts'
import { reachOn, type Reaching, type Try } from './reaching.ts'
import { auditRecords } from './record-audit.ts'
import { supportContent } from './support.content.ts'

/**
 * Looks at every open silence of the organisation, or of one person. Running it again changes nothing.
 *
 * @param act as the system of one organisation: who else could be asked is not for everybody who tries to know
 * @returns how many searches went on to another step or another day
 */
export async function searchOn(
  act: Acting,
  { personId, rules = supportContent().reaching }: { personId?: string; rules?: Reaching } = {},
): Promise<number> {
  if (act.actor.role !== 'system') return 0
  const tasks = await listOpenTasks(act, { kinds: ['silence'], ...(personId ? { personId } : {}) })
  if (tasks.length === 0) return 0
  const ids = tasks.map((task) => task.personId)
  const others = await readOthers(act, ids)
  const tries = Map.groupBy(await readTries(act, ids), (each) => each.personId)
  const moved: string[] = []
  for (const task of tasks) {
    const { step, stepAt, dueOn, since } = task
    const own: readonly Try[] = (tries.get(task.personId) ?? []).filter(({ on }) => !isBefore(on, since))
    const stepOn = stepAt && dayAt(stepAt, act.actor.timeZone)
    const search = {
      step,
      stepAt,
      dueOn,
      tries: own,
      supporter: false,
      trusted: false,
      ...others.get(task.personId),
    }
    const next = reachOn(rules, search, { today: act.today, stepOn })
    if (next.step === step && next.dueOn.equals(dueOn)) continue
    await takeStep(act, task.id, next)
    moved.push(task.personId)
  }
  await auditRecords(act, 'change', 'support.search', moved)
  return moved.length
}

async function readTries(act: Acting, ids: readonly string[]) {
  return act.tx
    .selectFrom('support.contact')
    .select(['personId', 'onDay as on', 'recordedAt as at'])
    .where(sql<boolean>`person_id = any(${[...ids]}::uuid[])`)
    .where('reached', '=', false)
    .execute()
}

/** For whom there is a supporter, and for whom a trusted contact. */
async function readOthers(
  act: Acting,
  ids: readonly string[],
): Promise<Map<string, { supporter: boolean; trusted: boolean }>> {
  const { rows } = await sql<{ personId: string; supporter: boolean; trusted: boolean }>`
    select q.person_id,
      exists (select from people.sight s where s.person_id = q.person_id and s.reason = 'supporter'
        and s.ended_at is null and (s.ends_on is null or s.ends_on >= ${act.today.toString()}::date)) as supporter,
      false as trusted
    from unnest(${[...ids]}::uuid[]) q(person_id)`.execute(act.tx)
  return new Map(rows.map(({ personId, ...others }) => [personId, others]))
}
