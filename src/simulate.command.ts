/** `tugevus simulate`: years of continuing support on a database of its own that is gone afterwards. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLog } from './platform/log.ts'
import { openFromEnvironment } from './platform/open.ts'
import type { Scenario } from './simulation/scenario.ts'
import { simulate } from './simulation/simulate.ts'

/** @returns the exit code: 0 where nobody was lost and nothing stalled; 130 where it was stopped before its end, with what there was to tell */
export async function simulateCommand(given: Partial<Scenario>): Promise<number> {
  // Never the database of a house: nobody invented is put beside real people.
  const { DATABASE_URL: _, ...env } = process.env
  const dataDir = await mkdtemp(join(tmpdir(), 'tugevus-simulation-'))
  // Started as root, the database server is another user, who has to get in.
  await chmod(dataDir, 0o711)
  let stopped = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (stopped = true))
  try {
    const house = await openFromEnvironment(env, 'own', { dataDir, durable: false, log: openLog('error') })
    try {
      const report = await simulate(
        house.ground,
        given,
        (text) => console.error(text),
        () => stopped,
      )
      console.log(JSON.stringify(report, null, 2))
      if (stopped) return 130
      return report.lost === 0 && report.stalled === 0 ? 0 : 1
    } finally {
      await house.close()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
