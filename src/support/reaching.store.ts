/** Takes the search for those who are silent one step on, where it is time. */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import { whoHasTrusted } from '../people/trusted.store.ts'
import { dayAt, isBefore, type Moment } from '../platform/day.ts'
import { listOpenTasks, takeStep } from '../tasks/task.store.ts'
import type { Task } from '../tasks/task.ts'
import { reachBack, reachOn, type Reaching, type Search, type Try } from './reaching.ts'
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
  const searches = await readSearches(act, tasks)
  const moved: string[] = []
  for (const task of tasks) {
    const { step, dueOn } = task
    const search = searches.get(task.personId)
    if (!search) continue
    const stepOn = search.stepAt && dayAt(search.stepAt, act.actor.timeZone)
    const next = reachOn(rules, search, { today: act.today, stepOn })
    if (next.step === step && next.dueOn.equals(dueOn)) continue
    await takeStep(act, task.id, next)
    moved.push(task.personId)
  }
  await auditRecords(act, 'change', 'support.search', moved)
  return moved.length
}

/**
 * After a try was taken back on the day it was written down: the search goes back to whoever's turn it was. As the system of one
 * organisation, like `searchOn`.
 */
export async function searchBack(
  act: Acting,
  personId: string,
  back: { at: Moment },
  rules: Reaching = supportContent().reaching,
): Promise<number> {
  if (act.actor.role !== 'system') return 0
  const [task] = await listOpenTasks(act, { personId, kinds: ['silence'] })
  const search = task && (await readSearches(act, [task])).get(personId)
  if (!task || !search) return 0
  await takeStep(act, task.id, reachBack(rules, search, { back, today: act.today }))
  await auditRecords(act, 'change', 'support.search', [personId])
  // What others have tried may be enough by itself.
  await searchOn(act, { personId, rules })
  return 1
}

/** Where the search for somebody stands, as the system of their organisation; null where there is none. */
export async function readSearch(act: Acting, personId: string): Promise<Search | null> {
  if (act.actor.role !== 'system') return null
  const tasks = await listOpenTasks(act, { personId, kinds: ['silence'] })
  return (await readSearches(act, tasks)).get(personId) ?? null
}

async function readSearches(act: Acting, tasks: readonly Task[]): Promise<Map<string, Search>> {
  const ids = tasks.map((task) => task.personId)
  const supporters = await readSupported(act, ids)
  const trusted = await whoHasTrusted(act, ids)
  const tries = Map.groupBy(await readTries(act, ids), (each) => each.personId)
  return new Map(
    tasks.map(({ personId, step, stepAt, dueOn, since }) => [
      personId,
      {
        step,
        stepAt,
        dueOn,
        tries: (tries.get(personId) ?? []).filter(({ on }) => !isBefore(on, since)),
        supporter: supporters.has(personId),
        trusted: trusted.has(personId),
      },
    ]),
  )
}

async function readTries(act: Acting, ids: readonly string[]): Promise<(Try & { personId: string })[]> {
  const rows = await act.tx
    .selectFrom('support.contact')
    .select(['personId', 'onDay as on', 'recordedAt as at', 'way'])
    .where(sql<boolean>`person_id = any(${[...ids]}::uuid[])`)
    .where('reached', '=', false)
    .where('withdrawnAt', 'is', null)
    .execute()
  return rows.map(({ way, ...row }) => ({ ...row, asked: way === 'trusted' ? 'trusted' : 'person' }))
}

/** For whom there is a supporter. */
async function readSupported(act: Acting, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ personId: string }>`
    select distinct s.person_id from people.sight s
    where s.person_id = any(${[...ids]}::uuid[]) and s.reason = 'supporter'
      and s.ended_at is null and (s.ends_on is null or s.ends_on >= ${act.today.toString()}::date)`.execute(
    act.tx,
  )
  return new Set(rows.map(({ personId }) => personId))
}
