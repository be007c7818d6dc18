/**
 * Runs an import in the background of the program: one transaction for all people, beside it small ones that note how far it has come.
 * Why one: docs/decisions/040.
 */
import { randomUUID } from 'node:crypto'
import { withActor, type Actor } from '../platform/actor.ts'
import type { Ground } from '../platform/ground.ts'
import type { Locale } from '../platform/words.ts'
import { checkCaseload } from './caseload-file.check.ts'
import { enterRows } from './import.enter.ts'
import { planImport } from './import.plan.ts'
import { refusedXlsx } from './import.refused.ts'
import { readImport, readSheets } from './import.store.ts'
import { beginRun, finishRun, giveUpRun, noteProgress, takeRun, waitForOthers } from './import-run.store.ts'

/** Each run holds a connection and now and then wants a second one: more runs at once could wait for each other for ever. */
const MOST_RUNS = 3
let runs = 0
const waiting: (() => void)[] = []

async function inTurn(work: () => Promise<void>): Promise<void> {
  if (runs >= MOST_RUNS) await new Promise<void>((resolve) => waiting.push(resolve))
  else runs += 1
  try {
    await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) runs -= 1
    else next()
  }
}

/** The run was given up for dead while it went on: what it wrote goes back. */
class GivenUpError extends Error {
  override name = 'GivenUpError'
}

export type StartedRun = {
  /** False where it was under way or finished already, or is not the actor's. */
  started: boolean
  /** When the run has ended, well or not. Never rejects. */
  ended: Promise<void>
}

/**
 * Starts the import of what is in order, and answers as soon as it is under way.
 *
 * @param locale of the file with the rows that were refused
 */
export function startRun(ground: Ground, actor: Actor, id: string, locale: Locale): Promise<StartedRun> {
  return new Promise((answer) => {
    const ended = inTurn(() => run(ground, actor, id, locale, () => answer({ started: true, ended })))
      .catch((error: unknown) => {
        ground.log.error(
          { import: id, error: error instanceof Error ? `${error.name} ${codeOf(error)}` : 'not an Error' },
          'an import failed',
        )
      })
      .finally(() => answer({ started: false, ended: Promise.resolve() }))
  })
}

/** The driver's messages may quote values: only its code is kept. */
function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : ''
}

async function run(
  ground: Ground,
  actor: Actor,
  id: string,
  locale: Locale,
  underWay: () => void,
): Promise<void> {
  const token = randomUUID()
  let begun = false
  try {
    await withActor(ground, actor, async (act) => {
      if (!(await takeRun(act, id))) return
      // From another connection, so that it is seen; with the lock in hand, so that nobody takes this run for dead.
      begun = await withActor(ground, actor, (beside) => beginRun(beside, id, token))
      if (!begun) return
      underWay()
      try {
        await waitForOthers(act)
        const [kept, spreadsheet] = [await readImport(act, id), await readSheets(act, id)]
        if (!kept || !spreadsheet) throw new GivenUpError()
        const { choices } = kept
        const checked = checkCaseload(spreadsheet, { today: act.today, answers: choices.answers })
        const plan = await planImport(act, checked, choices)
        const result = await enterRows(act, plan, (done, total) =>
          // How far it has come is worth nothing against the import itself.
          withActor(ground, actor, (beside) => noteProgress(beside, id, token, { done, total })).catch(
            () => {},
          ),
        )
        const refused = await refusedXlsx(plan, choices, locale)
        if (!(await finishRun(act, id, token, { result, refused }))) throw new GivenUpError()
      } catch (error) {
        // As long as the lock is in hand: whoever looks in between would take this run for dead.
        await withActor(ground, actor, (beside) => giveUpRun(beside, id, token, 'failed'))
        throw error
      }
    })
  } catch (error) {
    // What fails at the very end, when it is to be kept.
    if (begun) await withActor(ground, actor, (act) => giveUpRun(act, id, token, 'failed'))
    throw error
  }
}
