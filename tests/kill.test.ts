/** Killed in the middle, as by a loss of power. `tests/endurance/kill.test.ts` does it again and again. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKilled, type Killed } from './setup/killed.ts'

let killed: Killed
beforeAll(async () => {
  killed = await openKilled(1_000)
}, 120_000)
afterAll(() => killed.close())

test(
  'a backup, a restoring or a change of keys has been done whole, or not at all',
  { timeout: 120_000 },
  async () => {
    expect(await killed.backup(900)).toEqual([])
    expect(await killed.restore(2_000)).toEqual([])
    expect(await killed.rotate(1_800)).toEqual([])
  },
)
