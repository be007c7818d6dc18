/**
 * Backup, restoring and change of keys, killed a hundred times at whatever moment.
 *
 *     npx vitest run --config tests/endurance/vitest.config.ts
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKilled, type Killed } from '../setup/killed.ts'

let killed: Killed
beforeAll(async () => {
  killed = await openKilled(60_000)
}, 300_000)
afterAll(() => killed.close())

const times = Number(process.env['TIMES'] ?? 30)
/** From the first line of the program to after its end. */
const moments = (longest: number) =>
  Array.from({ length: times }, (_, place) => Math.round(300 + (place * longest) / times))

test.each(['backup', 'restore', 'rotate'] as const)('%s', { timeout: 3_600_000 }, async (what) => {
  const wrong: string[] = []
  for (const ms of moments(what === 'backup' ? 3_000 : 8_000)) wrong.push(...(await killed[what](ms)))
  expect(wrong).toEqual([])
})
