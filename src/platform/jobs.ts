/**
 * What the platform does by itself: rooms' jobs by day and hour (pg-boss), and two small loops that seal the audit and send mail.
 * Payloads hold ids only.
 */
import { PgBoss } from 'pg-boss'
import { sealAudit } from './audit.seal.ts'
import type { Ground } from './ground.ts'
import { plainError } from './log.ts'
import type { Job } from './room.ts'

/** Whom the jobs work for; the list comes from `access/`. */
export type Organisations = () => Promise<readonly { id: string; timeZone: string }[]>

export type RunningJobs = { stop(): Promise<void> }

/** Starts the jobs, each also once at once: a server that was off catches up before anybody looks. */
export async function startJobs(
  ground: Ground,
  jobs: readonly Job[],
  organisations: Organisations,
): Promise<RunningJobs> {
  const boss = new PgBoss({
    ...ground.connectionAs('tugevus_jobs'),
    schema: 'pgboss',
    createSchema: false,
    max: 2,
    application_name: 'tugevus jobs',
  })
  boss.on('error', (error: unknown) => ground.log.warn({ error: plainError(error) }, 'job queue'))
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name, { retryLimit: 5, retryDelay: 60, retryBackoff: true })
    await boss.work(job.name, async () => runJob(ground, job, organisations))
    await boss.schedule(job.name, job.cron, null, { tz: ground.config.timeZone })
  }
  for (const job of jobs) await runJob(ground, job, organisations)
  return { stop: () => boss.stop({ graceful: true, timeout: 5000 }) }
}

/** Runs one job for every organisation; one that fails does not keep the others from theirs. */
export async function runJob(ground: Ground, job: Job, organisations: Organisations): Promise<void> {
  const failures: unknown[] = []
  for (const organisation of await organisations()) {
    try {
      await job.run(ground, organisation)
    } catch (error) {
      failures.push(error)
      ground.log.error(
        {
          job: job.name,
          organisation: organisation.id,
          error: plainError(error),
        },
        'a job failed',
      )
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${job.name} failed for ${failures.length} organisations`)
}

/** Repeats `step` every `ms` until stopped; a step that fails is logged and tried again. */
export function startLoop(
  ground: Ground,
  name: string,
  ms: number,
  step: () => Promise<unknown>,
): RunningJobs {
  let going = true
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const turn = async () => {
    try {
      await step()
    } catch (error) {
      ground.log.warn({ loop: name, error: plainError(error) }, 'a loop failed')
    }
    if (going) timer = setTimeout(() => (running = turn()), ms)
  }
  running = turn()
  return {
    async stop() {
      going = false
      clearTimeout(timer)
      await running
    },
  }
}

/** Seals every second, and once more at the end so that nothing stays open over night. */
export function startSealer(ground: Ground): RunningJobs {
  const seal = () => sealAudit(ground.jobs, ground.keys, ground.clock.now())
  const loop = startLoop(ground, 'audit-sealer', 1000, seal)
  return {
    async stop() {
      await loop.stop()
      while ((await seal()) > 0);
    },
  }
}
