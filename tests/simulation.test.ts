/**
 * Nobody falls through: a short simulation in the suite, and what happens where one of the things that hold people is switched off. The long one
 * is `tugevus simulate`, and `tests/endurance/simulation.test.ts`.
 */
import { afterEach, expect, test } from 'vitest'
import { openGround, type Ground } from '../src/platform/ground.ts'
import { readConfig } from '../src/platform/config.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openLog } from '../src/platform/log.ts'
import type { Scenario } from '../src/simulation/scenario.ts'
import { simulate } from '../src/simulation/simulate.ts'
import { Tally } from '../src/simulation/report.ts'
import { freshDatabase, testKeys } from './setup/database.ts'

let ground: Ground | undefined
afterEach(async () => {
  await ground?.[Symbol.asyncDispose]()
  ground = undefined
})

async function run(given: Partial<Scenario>, tell?: (text: string) => void) {
  const { connection, dataDir } = await freshDatabase()
  ground = openGround({
    config: readConfig({ TUGEVUS_LOG: 'silent' }),
    dataDir,
    clock: systemClock,
    keys: testKeys,
    log: openLog('silent'),
    database: connection,
  })
  return simulate(ground, { people: 20, years: 0.5, caseload: 10, seed: 7, ...given }, tell)
}

test('half a year of twenty people loses nobody, and nothing rests with nobody', async () => {
  const seen: string[] = []
  const report = await run({}, (text) => seen.push(text))
  expect(seen.filter((text) => /is lost|rests with nobody/.test(text))).toEqual([])
  expect(report).toMatchObject({ lost: 0, stalled: 0 })
  // It would prove nothing if nothing had happened.
  const happened = [
    'silences',
    'tries',
    'checkinsAnswered',
    'checkupsHeld',
    'absences',
    'pauses',
    'daysOff',
  ] as const
  for (const what of happened) expect([what, report[what]]).not.toEqual([what, 0])
  expect(report.personDays).toBeGreaterThan(20 * 150)
}, 120_000)

test('four months in which much goes wrong lose nobody', async () => {
  expect(await run({ years: 0.35, seed: 8 })).toMatchObject({ lost: 0, stalled: 0 })
}, 120_000)

test.each([
  ['the daily job', 'daily', 'lost'],
  ['the escalation', 'escalation', 'stalled'],
  ['the cover', 'cover', 'stalled'],
] as const)(
  'without %s somebody falls through',
  async (_, without, figure) => {
    // In these years enough goes wrong that each of the three is needed; with all of them nobody falls through.
    const report = await run({ without, years: 0.35, seed: 8 })
    expect(report[figure]).toBeGreaterThan(0)
  },
  120_000,
)

test('the same seed lives the same half year', async () => {
  const given = { people: 8, years: 0.2, caseload: 4 }
  const first = await run(given)
  await ground?.[Symbol.asyncDispose]()
  expect(await run(given)).toEqual(first)
}, 120_000)

test('a tally knows its median and its 95th percentile', () => {
  const tally = new Tally()
  for (let value = 1; value <= 100; value += 1) tally.add(value)
  expect(tally.summary()).toEqual({ days: 100, median: 50, p95: 95, most: 100 })
  expect(new Tally().summary()).toEqual({ days: 0, median: 0, p95: 0, most: 0 })
})
