/** A house in a data folder of its own, whose backup, restoring and change of keys are killed at whatever moment. */
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atDoor } from '../../src/access/door.ts'
import { setUpOrganisation } from '../../src/access/organisation.store.ts'
import { findAccount } from '../../src/access/staff-account.store.ts'
import { sealAudit } from '../../src/platform/audit.seal.ts'
import { withOwner } from '../../src/platform/database.ts'
import { keySheet } from '../../src/platform/key.sheet.words.ts'
import { deriveKeys, folderKey } from '../../src/platform/keys.ts'
import { openLog } from '../../src/platform/log.ts'
import { openFromEnvironment, openOwner } from '../../src/platform/open.ts'
import { discardPostgres } from '../../src/platform/postgres.ts'
import { killAfter, runCommand, type Ended } from './commands.ts'

const email = 'haldur@elu.test'
const quiet = { log: openLog('silent'), durable: false }

export type Killed = {
  /** Kills each after so many milliseconds; what must not be is said, nothing is well. */
  backup(ms: number): Promise<string[]>
  restore(ms: number): Promise<string[]>
  rotate(ms: number): Promise<string[]>
  close(): Promise<void>
}

/** @param entries of the audit, so that there is something to do */
export async function openKilled(entries: number): Promise<Killed> {
  const folder = mkdtempSync(join(tmpdir(), 'tugevus-killed-'))
  // Started as root, the server runs as somebody else and must be able to enter.
  chmodSync(folder, 0o755)
  const home = join(folder, 'home')
  const command = async (dataDir: string, ...words: string[]): Promise<Ended> =>
    runCommand(words, { TUGEVUS_DATA: dataDir }).ended
  await settle(home, entries)
  const whole = join(folder, 'whole.backup')
  const made = await command(home, 'backup', whole)
  if (made.code !== 0) throw new Error(made.err)

  async function backup(ms: number): Promise<string[]> {
    const file = join(folder, 'killed.backup')
    rmSync(file, { force: true })
    await killAfter(runCommand(['backup', file], { TUGEVUS_DATA: home }), ms)
    const wrong: string[] = []
    if (existsSync(file) && (await command(home, 'check-backup', file)).code !== 0)
      wrong.push(`killed after ${ms} ms, a backup is there and not whole`)
    rmSync(file, { force: true })
    const again = await command(home, 'backup', file)
    if (again.code !== 0) wrong.push(`after a backup killed at ${ms} ms: ${again.err}`)
    return wrong
  }

  let number = 0
  async function restore(ms: number): Promise<string[]> {
    const dataDir = join(folder, `restored-${number++}`)
    const sheet = join(folder, 'sheet')
    const key = folderKey(home) ?? Buffer.alloc(0)
    writeFileSync(sheet, keySheet(key, deriveKeys(key).id, 'et'))
    const words = ['restore', whole, '--key-file', sheet]
    await killAfter(runCommand(words, { TUGEVUS_DATA: dataDir }), ms)
    const again = await command(dataDir, ...words)
    // It had come to its end, and only the proof was cut off.
    const wasKept = again.err.includes('already holds an organisation')
    const wrong = again.code === 0 || wasKept ? [] : [`after a restoring killed at ${ms} ms: ${again.err}`]
    wrong.push(...(await problems(dataDir, entries, `a restoring killed at ${ms} ms`)))
    await discardPostgres(dataDir)
    return wrong
  }

  async function rotate(ms: number): Promise<string[]> {
    await killAfter(runCommand(['rotate-key'], { TUGEVUS_DATA: home }), ms)
    return problems(home, entries, `a change of keys killed at ${ms} ms`)
  }

  async function close(): Promise<void> {
    await discardPostgres(home)
    rmSync(folder, { recursive: true, force: true })
  }
  return { backup, restore, rotate, close }

  async function problems(dataDir: string, least: number, after: string): Promise<string[]> {
    const wrong: string[] = []
    const house = await openFromEnvironment({}, 'own', { dataDir, ...quiet })
    try {
      // By its keyed hash, and what was sealed opens.
      const account = await atDoor(house.ground, (door) => findAccount(door, email))
      if (!account) wrong.push(`after ${after}: nobody is found by their address`)
    } finally {
      await house.close()
    }
    const audit = await command(dataDir, 'verify-audit')
    const verdict: { entries: number; troubles: string[] } = JSON.parse(audit.out)
    if (audit.code !== 0 || verdict.entries < least)
      wrong.push(`after ${after}: ${verdict.entries} entries, ${verdict.troubles.join('; ')}`)
    return wrong
  }
}

async function settle(dataDir: string, entries: number): Promise<void> {
  const house = await openFromEnvironment({}, 'own', { dataDir, ...quiet })
  const { ground } = house
  await atDoor(ground, (door) =>
    setUpOrganisation(door, {
      name: 'Elu',
      languages: ['et'],
      locale: 'et',
      timeZone: 'Europe/Tallinn',
      invented: false,
      admin: { name: 'Haldur', email, roles: ['admin'] },
    }),
  )
  for (let done = 0; done < entries; done += 1_000) {
    await atDoor(ground, async (door) => {
      for (let each = 0; each < 1_000; each++)
        await door.audit({ who: null, role: 'system', what: 'test', detail: `${done + each}` })
    })
  }
  while ((await sealAudit(ground.jobs, ground.keys, ground.clock.now())) > 0);
  await house.close()
  const owner = await openOwner({}, 'own', { dataDir, ...quiet })
  await withOwner(owner.database, (client) => client.query('vacuum analyze'))
  await owner.stop()
}
