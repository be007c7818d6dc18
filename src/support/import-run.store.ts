/**
 * The run of an import: begun once, finished once, by the same. Whoever runs one holds its lock to the end of the transaction that
 * writes the people, so that anybody can tell a run that goes on from one whose program has ended.
 */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import { sealBytes, unsealBytes } from '../platform/sealing.ts'
import { noChoices } from './import.ts'
import { sealChoices, type ImportResult } from './import.store.ts'

// Any numbers will do, as long as nothing else of ours uses them.
const runSpace = 7_355_611
const organisationSpace = 7_355_612

const LONGEST_WAIT_MS = 10 * 60_000

const place = (id: string) => `support.import/refused/${id}`

/** Takes the lock of this import for the rest of the transaction; false where somebody has it. */
export async function takeRun(act: Acting, id: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${id}, ${runSpace})) as taken`.execute(act.tx)
  return rows[0]?.taken === true
}

/** Imports of one organisation write one after the other: two would draw the same codes and wait for each other in a circle. */
export async function waitForOthers(act: Acting): Promise<void> {
  // Nobody sits before a page that waits for this: it may take longer than what is asked for by one.
  await sql`select set_config('statement_timeout', ${String(LONGEST_WAIT_MS)}, true)`.execute(act.tx)
  await sql`select pg_advisory_xact_lock(${organisationSpace}, hashtext(${act.actor.organisationId}))`.execute(
    act.tx,
  )
}

/** From now on it is under way; false where it is not waiting to be. */
export async function beginRun(act: Acting, id: string, run: string): Promise<boolean> {
  const begun = await act.tx
    .updateTable('support.import')
    .set({ state: 'running', run, done: 0, total: 0, trouble: null })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return begun.numUpdatedRows > 0n
}

export async function noteProgress(
  act: Acting,
  id: string,
  run: string,
  { done, total }: { done: number; total: number },
): Promise<void> {
  await act.tx
    .updateTable('support.import')
    .set({ done, total })
    .where('id', '=', id)
    .where('run', '=', run)
    .execute()
}

/**
 * Done: the rows of the file and the corrections go, the result and the file of refused rows stay. False where this run was given up for
 * dead meanwhile; then nothing that it wrote may stay.
 */
export async function finishRun(
  act: Acting,
  id: string,
  run: string,
  { result, refused }: { result: ImportResult; refused: Uint8Array | null },
): Promise<boolean> {
  const finished = await act.tx
    .updateTable('support.import')
    .set({
      state: 'done',
      run: null,
      done: result.created,
      total: result.created,
      sheetsSealed: null,
      choicesSealed: sealChoices(act, id, noChoices),
      result: JSON.stringify(result),
      refusedSealed: refused && sealBytes(act.keys, place(id), refused),
    })
    .where('id', '=', id)
    .where('run', '=', run)
    .executeTakeFirst()
  return finished.numUpdatedRows > 0n
}

/** Nothing was written: it waits again, and says why. */
export async function giveUpRun(
  act: Acting,
  id: string,
  run: string,
  trouble: 'failed' | 'stopped',
): Promise<boolean> {
  const given = await act.tx
    .updateTable('support.import')
    .set({ state: 'open', run: null, trouble })
    .where('id', '=', id)
    .where('run', '=', run)
    .executeTakeFirst()
  return given.numUpdatedRows > 0n
}

/** The rows that were not imported, as an XLSX file. */
export async function readRefused(act: Acting, id: string): Promise<Uint8Array | null> {
  const row = await act.tx
    .selectFrom('support.import')
    .select('refusedSealed')
    .where('id', '=', id)
    .where('accountId', '=', act.actor.accountId)
    .executeTakeFirst()
  return row?.refusedSealed ? new Uint8Array(unsealBytes(act.keys, place(id), row.refusedSealed)) : null
}
