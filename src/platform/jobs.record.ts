/** Each job leaves word of how it went, for the administrator's page and for the next start. */
import type { Moment } from './day.ts'
import type { Ground } from './ground.ts'
import type { Tell, Upkeep } from './room.ts'

export type JobRun = {
  name: string
  beganAt: Moment
  endedAt: Moment | null
  outcome: 'done' | 'failed' | null
  /** When it last went well. */
  doneAt: Moment | null
  done: number | null
  total: number | null
  note: string | null
}

declare module './database.ts' {
  interface Database {
    'platform.jobRun': JobRun
  }
}

/** Errors whose message was written for the operator, and names nobody. */
const forOperator = new Set(['BackupError', 'AuditError'])

/** Runs `work` and notes when it began, how far it is and how it ended. */
export async function recorded(
  ground: Ground,
  name: string,
  work: (tell: Tell) => Promise<string | void>,
): Promise<void> {
  const begun = {
    beganAt: ground.clock.now(),
    endedAt: null,
    outcome: null,
    done: null,
    total: null,
    note: null,
  }
  await ground.jobs
    .insertInto('platform.jobRun')
    .values({ name, ...begun, doneAt: null })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(begun))
    .execute()
  try {
    const note = (await work(progressOf(ground, name))) ?? null
    const now = ground.clock.now()
    await leaveWord(ground, name, { endedAt: now, doneAt: now, outcome: 'done', note })
  } catch (error) {
    const note = error instanceof Error && forOperator.has(error.name) ? error.message : null
    await leaveWord(ground, name, { endedAt: ground.clock.now(), outcome: 'failed', note })
    throw error
  }
}

async function leaveWord(ground: Ground, name: string, what: Partial<JobRun>): Promise<void> {
  await ground.jobs.updateTable('platform.jobRun').set(what).where('name', '=', name).execute()
}

/** Once a second at most; one that cannot be noted is worth nothing and costs nothing. */
function progressOf(ground: Ground, name: string): Tell {
  let last = 0
  return (done, total) => {
    if (performance.now() - last < 1000) return
    last = performance.now()
    void leaveWord(ground, name, { done, total }).catch(() => {})
  }
}

export async function isDue(ground: Ground, { name, dueAfter }: Upkeep): Promise<boolean> {
  const run = await ground.jobs
    .selectFrom('platform.jobRun')
    .select('doneAt')
    .where('name', '=', name)
    .executeTakeFirst()
  const last = run?.doneAt
  return !last || last.add({ hours: dueAfter }).epochMilliseconds <= ground.clock.now().epochMilliseconds
}
