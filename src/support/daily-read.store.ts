/** Reads, for the daily catch-up, everybody of the organisation to whom the days since the last one may have brought something. */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import { isBefore, type Day } from '../platform/day.ts'
import { pastCheckups } from './checkup-due.store.ts'
import type { Followed } from './daily.ts'
import type { Signs } from './silence.ts'
import { lastOpenDay } from './window.ts'

export type FollowedPerson = Followed & { personId: string; coordinatorId: string | null; pathway: string }

/**
 * Whatever was due so long before the last catch-up was decided by it or by one before; far more than the longest window, so that days on
 * which a run failed do not matter.
 */
const lookBack = 60

export async function readFollowed(act: Acting): Promise<FollowedPerson[]> {
  const paths = await act.tx
    .selectFrom('support.pathway as w')
    .innerJoin('people.person as p', 'p.id', 'w.personId')
    .select([
      'w.personId',
      'p.coordinatorId',
      'w.pathway',
      'w.state',
      'w.pausedUntil',
      'w.leftOn',
      'w.enteredOn',
      'w.rhythm',
      'w.caughtUpTo',
    ])
    .where('w.organisationId', '=', act.actor.organisationId)
    .where((where) =>
      where.or([
        where.and([where('w.state', '=', 'active'), where('w.caughtUpTo', '<', act.today)]),
        where.and([where('w.state', '=', 'paused'), where('w.pausedUntil', '<=', act.today)]),
      ]),
    )
    .execute()
  const ids = paths.map(({ personId }) => personId)
  if (ids.length === 0) return []
  const checkins = byPerson(await readCheckins(act, ids))
  const checkups = byPerson(await readOpenCheckups(act, ids))
  const signs = await readSigns(act, ids)
  // Only who misses a check-up needs the days of the earlier ones.
  const behind = [...checkups.values()]
    .flat()
    .filter(({ dueOn }) => isBefore(lastOpenDay('checkup', dueOn), act.today))
    .map(({ personId }) => personId)
  const history = await pastCheckups(act, behind)
  const held = byPerson(
    await readLastHeld(
      act,
      ids.filter((id) => !checkups.has(id)),
    ),
  )
  return paths.map((path) => {
    const own = checkins.get(path.personId) ?? []
    return {
      ...path,
      rhythm: path.rhythm ?? 'pathway',
      waiting: own.filter(({ waits }) => waits),
      settled: own.filter(({ waits }) => !waits).map(({ dueOn }) => dueOn),
      openCheckup: checkups.get(path.personId)?.[0] ?? null,
      history: history.get(path.personId) ?? [],
      lastHeldOn: held.get(path.personId)?.[0]?.heldOn ?? null,
      signs: signs.get(path.personId) ?? { heard: null, spoken: null },
    }
  })
}

/** Those that wait, and those that came due since the last time and do not. */
async function readCheckins(act: Acting, ids: readonly string[]) {
  const { rows } = await sql<{ personId: string; id: string; dueOn: Day; waits: boolean }>`
    select * from (
      select c.person_id, c.id, c.due_on, w.caught_up_to,
        c.missed_on is null and c.cancelled_on is null
          and not exists (select from support.checkin_answer a where a.checkin_id = c.id) as waits
      from support.checkin c join support.pathway w on w.person_id = c.person_id
      where c.person_id = any(${[...ids]}::uuid[]) and c.due_on > w.caught_up_to - ${lookBack}::int
    ) recent where waits or due_on > caught_up_to`.execute(act.tx)
  return rows
}

async function readOpenCheckups(act: Acting, ids: readonly string[]) {
  return act.tx
    .selectFrom('support.checkup')
    .select(['personId', 'id', 'dueOn'])
    .where(sql<boolean>`person_id = any(${[...ids]}::uuid[])`)
    .where('closedAs', 'is', null)
    .execute()
}

async function readLastHeld(act: Acting, ids: readonly string[]) {
  const { rows } = await sql<{ personId: string; heldOn: Day }>`
    select person_id, max(closed_on) as held_on from support.checkup
    where person_id = any(${[...ids]}::uuid[]) and closed_as = 'held' group by person_id`.execute(act.tx)
  return rows
}

async function readSigns(act: Acting, ids: readonly string[]): Promise<Map<string, Signs>> {
  const { rows } = await sql<Signs & { personId: string }>`
    select s.person_id, max(s.day) as heard, max(s.day) filter (where s.talk) as spoken
    from support.pathway w join lateral (
      select a.person_id, a.given_on as day, a.way = 'telephone' as talk from support.checkin_answer a
        where a.person_id = w.person_id and a.given_on > w.caught_up_to - ${lookBack}::int
      union all select c.person_id, c.on_day, c.way <> 'message' from support.contact c
        where c.person_id = w.person_id and c.reached and c.way <> 'trusted' and c.withdrawn_at is null and c.what_sealed is not null
          and c.on_day > w.caught_up_to - ${lookBack}::int
      union all select k.person_id, k.closed_on, true from support.checkup k
        where k.person_id = w.person_id and k.closed_as = 'held' and k.closed_on > w.caught_up_to - ${lookBack}::int
    ) s on true
    where w.person_id = any(${[...ids]}::uuid[])
    group by s.person_id`.execute(act.tx)
  return new Map(rows.map(({ personId, heard, spoken }) => [personId, { heard, spoken }]))
}

function byPerson<Row extends { personId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ personId }) => personId)
}
