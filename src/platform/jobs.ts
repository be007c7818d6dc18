/**
 * What the platform does by itself: rooms' jobs by day and hour (pg-boss), and two small loops that seal the audit and send mail.
 * Payloads hold ids only.
 */
import { PgBoss } from 'pg-boss'
import { sealAudit } from './audit.seal.ts'
import type { Ground } from './ground.ts'
import { isDue, recorded } from './jobs.record.ts'
import { plainError } from './log.ts'
import type { Job, Upkeep } from './room.ts'

/** Whom the jobs work for; the list comes from `access/`. */
export type Organisations = () => Promise<readonly { id: string; timeZone: string }[]>

export type RunningJobs = { stop(): Promise<void> }

/** Starts the jobs, each also once at once: a server that was off catches up before anybody looks. */
export async function startJobs(
  ground: Ground,
  jobs: readonly Job[],
  organisations: Organisations,
  upkeep: readonly Upkeep[] = [],
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
  const plan = async ({ name, cron }: { name: string; cron: string }, work: () => Promise<unknown>) => {
    await boss.createQueue(name, { retryLimit: 5, retryDelay: 60, retryBackoff: true })
    await boss.work(name, async () => void (await work()))
    await boss.schedule(name, cron, null, { tz: ground.config.timeZone })
  }
  for (const job of jobs) await plan(job, () => runRecorded(ground, job, organisations))
  for (const one of upkeep) await plan(one, () => runUpkeep(ground, one, organisations))
  for (const job of jobs) await runRecorded(ground, job, organisations)
  // Nobody waits for these: what people look at does not depend on them.
  void catchUp(ground, upkeep, organisations)
  return { stop: () => boss.stop({ graceful: true, timeout: 5000 }) }
}

const runRecorded = (ground: Ground, job: Job, organisations: Organisations) =>
  recorded(ground, job.name, () => runJob(ground, job, organisations))

async function catchUp(
  ground: Ground,
  upkeep: readonly Upkeep[],
  organisations: Organisations,
): Promise<void> {
  for (const one of upkeep) {
    try {
      if (await isDue(ground, one)) await runUpkeep(ground, one, organisations)
    } catch (error) {
      // It was logged, and stands on the administrator's page; the next turn tries again.
      ground.log.debug({ job: one.name, error: plainError(error) }, 'not caught up')
    }
  }
}

/** Does what keeps the installation in order. Where nobody has set anything up, there is nothing to keep. */
export async function runUpkeep(ground: Ground, upkeep: Upkeep, organisations: Organisations): Promise<void> {
  if ((await organisations()).length === 0) return
  try {
    await recorded(ground, upkeep.name, (tell) => upkeep.run(ground, tell))
  } catch (error) {
    ground.log.error({ job: upkeep.name, error: plainError(error) }, 'a job failed')
    throw error
  }
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
      ground.beats.set(name, ground.clock.now())
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
