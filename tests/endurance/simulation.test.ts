/**
 * Two hundred people over five years: nobody is lost, and nothing rests with nobody. About ten minutes on two processors.
 *
 *     npx vitest run --config tests/endurance/vitest.config.ts tests/endurance/simulation.test.ts
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openGround, type Ground } from '../../src/platform/ground.ts'
import { openLog } from '../../src/platform/log.ts'
import { simulate } from '../../src/simulation/simulate.ts'
import { freshDatabase, testKeys } from '../setup/database.ts'

let ground: Ground
beforeAll(async () => {
  const { connection, dataDir } = await freshDatabase()
  ground = openGround({
    config: readConfig({ TUGEVUS_LOG: 'silent' }),
    dataDir,
    clock: systemClock,
    keys: testKeys,
    log: openLog('silent'),
    database: connection,
  })
})
afterAll(() => ground[Symbol.asyncDispose]())

const people = Number(process.env['PEOPLE'] ?? 200)
const years = Number(process.env['YEARS'] ?? 5)

test('years of continuing support lose nobody', { timeout: 7_200_000 }, async () => {
  const seen: string[] = []
  const report = await simulate(ground, { people, years, seed: 7 }, (text) => seen.push(text))
  expect(seen.filter((text) => /is lost|rests with nobody/.test(text))).toEqual([])
  expect(report).toMatchObject({ lost: 0, stalled: 0 })
  expect(report.tasksPerCoordinatorDay.p95).toBeLessThanOrEqual(10)
})
