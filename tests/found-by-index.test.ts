/**
 * What is open is found by its index also where a plan is made once for any value: the indexes are of rows in one state, and such a plan cannot know that
 * the state it is asked for is that one, unless the statement says so itself. A simulated thousand read the tasks of years for every answer.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heldPass, usePass } from '../src/people/pass.store.ts'
import { movesOf, onOffer } from '../src/people/move.store.ts'
import type { Acting } from '../src/platform/actor.ts'
import { closeTasks, giveTasks, listOpenTasks, moveTasks, openTasks } from '../src/tasks/task.store.ts'
import { openMatrix, type Matrix } from './setup/matrix.ts'

let matrix: Matrix
beforeAll(async () => {
  matrix = await openMatrix()
})
afterAll(() => matrix.close())

/** How often `work` reads the whole of a table, where a plan for any value is wanted and an index preferred. */
async function readWhole(act: Acting, table: string, work: () => Promise<unknown>): Promise<number> {
  const count = async () => {
    const { rows } = await sql<{
      scans: string
    }>`select pg_stat_get_xact_numscans(${table}::regclass) as scans`.execute(act.tx)
    return Number(rows[0]?.scans)
  }
  await sql`set local plan_cache_mode = force_generic_plan`.execute(act.tx)
  await sql`set local enable_seqscan = off`.execute(act.tx)
  const before = await count()
  await work()
  return (await count()) - before
}

const ofTasks: [string, (act: Acting, personId: string) => Promise<unknown>][] = [
  ['what is open of a person', (act, personId) => listOpenTasks(act, { personId })],
  ['what is open of a house', (act) => listOpenTasks(act)],
  [
    'closing',
    (act, personId) => closeTasks(act, personId, ['checkup'], { state: 'cancelled', outcome: 'x' }),
  ],
  ['moving', (act, personId) => moveTasks(act, personId, ['checkup'], { to: act.today })],
  ['giving', (act, personId) => giveTasks(act, personId, matrix.people.colleague.id)],
  [
    'opening',
    (act, personId) => openTasks(act, [{ personId, kind: 'call', ownerId: null, dueOn: act.today }]),
  ],
]

test.each(ofTasks)('%s reads no task that is done', async (_, work) => {
  const { mine } = matrix.people
  expect(await matrix.as('system', (act) => readWhole(act, 'tasks.task', () => work(act, mine.id)))).toBe(0)
})

test('what is offered is found among all that ever was', async () => {
  const { mine } = matrix.people
  expect(await matrix.as('lead', (act) => readWhole(act, 'people.move', () => movesOf(act, 'open')))).toBe(0)
  expect(
    await matrix.as('lead', (act) => readWhole(act, 'people.move_person', () => onOffer(act, [mine.id]))),
  ).toBe(0)
})

test('a link is found among all that were ever sent', async () => {
  expect(await matrix.as('bearer', (act) => readWhole(act, 'people.pass', () => heldPass(act)))).toBe(0)
  expect(await matrix.as('bearer', (act) => readWhole(act, 'people.pass', () => usePass(act)))).toBe(0)
})

test('this test can fail: a state that is only known later is looked for in the whole table', async () => {
  const scans = await matrix.as('system', (act) =>
    readWhole(act, 'tasks.task', () =>
      act.tx.selectFrom('tasks.task').select('id').where('state', '=', 'requested').execute(),
    ),
  )
  expect(scans).toBe(1)
})
