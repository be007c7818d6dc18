/** How the installation is doing: its messages, its jobs, the seals of its audit, its database. Never anything about people. */
import { sql } from 'kysely'
import type { Moment } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import type { JobRun } from '../platform/jobs.record.ts'

export type State = {
  messages: { waiting: number; failed: number; kept: number; oldestWaiting: Moment | null }
  runs: JobRun[]
  audit: { head: string | null; unsealed: number }
  database: { version: string; bytes: number }
  /** Since when the master key in use is. */
  keySince: Moment | null
}

/** Of the whole installation, whatever organisations there are. */
export async function readState(ground: Ground): Promise<State> {
  const { jobs } = ground
  const messages = await jobs
    .selectFrom('platform.mail')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('state', '=', 'waiting').as('waiting'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'failed').as('failed'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'kept').as('kept'),
      eb.fn.min('madeAt').filterWhere('state', '=', 'waiting').as('oldestWaiting'),
    ])
    .executeTakeFirstOrThrow()
  const runs = await jobs.selectFrom('platform.jobRun').selectAll().orderBy('name').execute()
  const seal = await jobs
    .selectFrom('platform.auditSeal')
    .select(['number', 'hmac'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const unsealed = await jobs
    .selectFrom('platform.auditEntry')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('seal', 'is', null)
    .executeTakeFirstOrThrow()
  const database = await sql<{ version: string; bytes: number; since: Moment | null }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select since from platform.master_key where until is null) as since`.execute(jobs)
  const [row] = database.rows
  return {
    messages: {
      waiting: Number(messages.waiting),
      failed: Number(messages.failed),
      kept: Number(messages.kept),
      oldestWaiting: messages.oldestWaiting ?? null,
    },
    runs,
    audit: {
      head: seal ? `${seal.number}:${seal.hmac.toString('hex')}` : null,
      unsealed: Number(unsealed.n),
    },
    database: { version: row?.version.split(' ')[0] ?? '', bytes: Number(row?.bytes ?? 0) },
    keySince: row?.since ?? null,
  }
}
