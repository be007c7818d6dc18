import { writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { checkBackup } from '../platform/backup.check.ts'
import { backupFolder, listBackups, makeBackup } from '../platform/backup.folder.ts'
import { Temporal } from '../platform/day.ts'
import { runUpkeep, startJobs } from '../platform/jobs.ts'
import type { Upkeep } from '../platform/room.ts'
import { dailyBackup } from '../platform/upkeep.ts'
import { listOrganisations } from './organisation.store.ts'
import { backupStanding, daysAgo, isScarce, runStanding } from './state.ts'

const at = (text: string) => Temporal.Instant.from(text)

describe('the rules', () => {
  test('a backup is fresh for two days', () => {
    const now = at('2026-11-28T10:00:00Z')
    expect(backupStanding(undefined, now)).toBe('none')
    expect(backupStanding(at('2026-11-26T10:00:00Z'), now)).toBe('fresh')
    expect(backupStanding(at('2026-11-26T09:59:59Z'), now)).toBe('old')
  })

  test('a run that has not ended is under way, for two hours', () => {
    const run = { beganAt: at('2026-11-28T08:00:00Z'), outcome: null }
    expect(runStanding(run, at('2026-11-28T09:59:00Z'))).toBe('running')
    expect(runStanding(run, at('2026-11-28T10:01:00Z'))).toBe('broken-off')
    expect(runStanding({ ...run, outcome: 'failed' }, at('2026-11-28T08:01:00Z'))).toBe('failed')
  })

  test('yesterday is the day before, however few hours ago', () => {
    const [late, early] = [at('2026-11-27T21:59:00Z'), at('2026-11-27T22:01:00Z')]
    expect(daysAgo(late, early, 'Europe/Tallinn')).toBe(1)
    expect(daysAgo(late, early, 'UTC')).toBe(0)
  })

  test('a disk is scarce below a tenth, or below a gigabyte', () => {
    expect(isScarce({ free: 9e9, size: 100e9 })).toBe(true)
    expect(isScarce({ free: 11e9, size: 100e9 })).toBe(false)
    expect(isScarce({ free: 0.9e9, size: 5e9 })).toBe(true)
  })
})

describe('the page of the state', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())
  beforeEach(() => house.clock.set('2026-11-23T08:00:00Z'))

  const text = async (path = '/admin/state') =>
    (await (await house.request(path, { as: 'admin' })).text())
      .replace(/<[^>]+>/g, ' ')
      .replace(/[\s\u00a0]+/g, ' ')

  async function untilMade(count: number): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const { ground } = house
      const run = await ground.jobs.selectFrom('platform.jobRun').select('outcome').executeTakeFirst()
      if (run?.outcome && (await listBackups(ground)).length === count) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('no backup was made')
  }

  test('says that there is no backup, makes one when asked, and gives it out', async () => {
    expect(await text()).toContain('Varukoopiat ei ole veel')
    expect(await text('/admin')).toContain('Varukoopiat ei ole veel')
    const asked = await house.request('/admin/state/backup', { as: 'admin', form: {} })
    expect(asked.status).toBe(303)
    await untilMade(1)
    expect(await text()).toContain('Varukoopia on värske Viimane on tehtud täna kell 10.00, ')
    const given = await house.request('/admin/state/backup', { as: 'admin' })
    expect(given.headers.get('content-disposition')).toBe(
      'attachment; filename="tugevus-2026-11-23-10-00-00.backup"',
    )
    const copy = join(house.ground.dataDir, 'copy')
    writeFileSync(copy, Buffer.from(await given.arrayBuffer()))
    expect((await checkBackup(copy, house.ground.keys)).rows).toBeGreaterThan(30)
  })

  test('says plainly when the last one is older than two days', async () => {
    house.clock.set('2026-11-25T08:01:00Z')
    expect(await text()).toContain('Varukoopia on vana Viimane on tehtud 2 päeva tagasi, ')
    expect(await text('/admin')).toContain('Varukoopia on vana')
    house.clock.set('2026-11-24T08:00:00Z')
    expect(await text()).toContain('eile kell 10.00')
    expect(await text('/admin')).not.toContain('Varukoopia on')
  })

  test('says why the last try did not succeed', async () => {
    const { ground } = house
    const broken: typeof ground = { ...ground, config: { ...ground.config, backups: '/nowhere/at/all' } }
    await expect(runUpkeep(broken, dailyBackup, () => listOrganisations(ground))).rejects.toThrow()
    expect(await text()).toContain(
      'ei õnnestunud. The folder for backups, /nowhere/at/all, is not there. Is its disk connected?',
    )
  })

  test('is for the administrator alone', async () => {
    for (const role of ['lead', 'coordinator', 'participant'] as const)
      for (const path of ['/admin/state', '/admin/state/backup'])
        expect([role, path, (await house.request(path, { as: role })).status]).toEqual([role, path, 404])
  })

  test('old backups make room, and what else lies in the folder stays', async () => {
    const { ground } = house
    const folder = backupFolder(ground)
    writeFileSync(join(folder, 'märkmed.txt'), 'jääb')
    const few: typeof ground = {
      ...ground,
      config: { ...ground.config, backupKeep: { days: 2, months: 1 } },
    }
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26']) {
      house.clock.set(`${day}T02:00:00Z`)
      await makeBackup(few)
    }
    expect((await readdir(folder)).sort()).toEqual([
      'märkmed.txt',
      'tugevus-2026-11-25-04-00-00.backup',
      'tugevus-2026-11-26-04-00-00.backup',
    ])
  })
})

describe('upkeep', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  test('is done at the start when it is due, and not again at the next', async () => {
    let runs = 0
    const upkeep: Upkeep = {
      name: 'test.upkeep',
      cron: '0 3 * * *',
      dueAfter: 20,
      run: () => Promise.resolve(String(++runs)),
    }
    const start = async () => {
      const jobs = await startJobs(house.ground, [], () => listOrganisations(house.ground), [upkeep])
      await new Promise((resolve) => setTimeout(resolve, 300))
      await jobs.stop()
    }
    await start()
    expect(runs).toBe(1)
    await start()
    expect(runs).toBe(1)
    house.clock.set('2026-11-24T05:00:00Z')
    await start()
    expect(runs).toBe(2)
  })
})
