/** `tugevus backup`, `check-backup` and `restore`: one line of JSON for programs, one sentence for people. */
import { readFileSync } from 'node:fs'
import { atDoor } from './access/door.ts'
import { endCalendarAddresses } from './access/calendar-address.store.ts'
import { endEverySession } from './access/session.store.ts'
import { askForKey } from './platform/key.ask.ts'
import { keyHere, keyIn } from './key.command.ts'
import { verifyAudit } from './platform/audit.seal.ts'
import { checkBackup } from './platform/backup.check.ts'
import { makeBackup } from './platform/backup.folder.ts'
import { BackupError, openBackup, type OpenBackup } from './platform/backup.format.ts'
import { restoreBackup } from './platform/backup.restore.ts'
import { systemClock } from './platform/clock.ts'
import { openGround, type Ground } from './platform/ground.ts'
import { keysFor } from './platform/master-key.ts'
import { asideKey, deriveKeys, keepFolderKey } from './platform/keys.ts'
import { openLog } from './platform/log.ts'
import { openFromEnvironment, openOwner } from './platform/open.ts'

type Environment = Record<string, string | undefined>

/** @returns the exit code */
export async function backupCommand(env: Environment, file: string | undefined): Promise<number> {
  const house = await openFromEnvironment(env, 'visit', { log: openLog('warn') })
  try {
    const { ground } = house
    const made = await makeBackup(ground, { to: file })
    console.log(JSON.stringify({ ...made, tables: countsOf(made.tables) }))
    console.error(
      `${made.file} holds ${made.rows} rows of ${made.tables.length} tables. It opens with key ${ground.keys.id} only.`,
    )
    return 0
  } finally {
    await house.close()
  }
}

/** @returns the exit code */
export async function checkBackupCommand(
  env: Environment,
  file: string,
  keyFile: string | undefined,
): Promise<number> {
  const backup = await openBackup(file)
  await backup.close()
  const checked = await checkBackup(file, deriveKeys(await keyFor(env, file, backup, keyFile)))
  console.log(JSON.stringify({ ...checked, tables: countsOf(checked.tables) }))
  console.error(
    `${file} is whole: ${checked.rows} rows of ${checked.tables.length} tables, as they were at ${checked.madeAt}.`,
  )
  return 0
}

/** @returns the exit code: 1 also where all is back, but the audit is not as it was sealed */
export async function restoreCommand(
  env: Environment,
  file: string,
  keyFile: string | undefined,
): Promise<number> {
  const backup = await openBackup(file)
  try {
    const master = await keyFor(env, file, backup, keyFile)
    const log = openLog('warn')
    const owner = await openOwner(env, 'own', { log })
    try {
      const { config, dataDir, database } = owner
      const restored = await restoreBackup(backup, { owner: database, keys: deriveKeys(master) }, () => {
        // Before the rows are kept: a database whose key is lost would be worth nothing, a key too many does no harm.
        if (config.key === undefined) keepFolderKey(dataDir, master)
      })
      const keys = await keysFor(database, master)
      const ground = openGround({ config, dataDir, clock: systemClock, keys, log, database })
      try {
        const audit = await settle(ground, restored)
        console.log(JSON.stringify({ ...restored, tables: countsOf(restored.tables), audit }))
        console.error(
          `Restored: ${restored.rows} rows of ${restored.tables.length} tables, as they were at ${restored.madeAt}.`,
        )
        if (audit.troubles.length === 0) return 0
        console.error('Everything is there, but the audit is not as it was sealed; see "troubles".')
        return 1
      } finally {
        await ground[Symbol.asyncDispose]()
      }
    } finally {
      await owner.stop()
    }
  } finally {
    await backup.close()
  }
}

/** How many rows by table, as people read it. */
function countsOf(tables: readonly { name: string; rows: number }[]): Record<string, number> {
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))
}

/** What follows a restoring: nobody who was signed in then comes in by it, and the audit says what happened. */
async function settle(ground: Ground, restored: Awaited<ReturnType<typeof restoreBackup>>) {
  const audit = await verifyAudit(ground.jobs, ground.keys, restored.head ?? undefined)
  await atDoor(ground, async (door) => {
    await endEverySession(door)
    await endCalendarAddresses(door, 'all')
    await door.audit({
      who: null,
      role: 'system',
      what: 'platform.backup',
      detail: `restored as it was at ${restored.madeAt}`,
    })
  })
  return audit
}

/** From the file that is named, the environment, the data folder, or else from the keyboard. */
async function keyFor(
  env: Environment,
  file: string,
  { header }: OpenBackup,
  keyFile: string | undefined,
): Promise<Buffer> {
  if (keyFile !== undefined) return keyIn(readKeyFile(keyFile), keyFile)
  const { dataDir, given, master } = keyHere(env)
  if (master && (given || deriveKeys(master).id === header.key)) return master
  const aside = asideKey(dataDir, header.key)
  if (aside) return aside
  const typed = await askForKey(
    `${file} opens with key ${header.key}. Type the four rows of the key sheet with that number.`,
  )
  if (typed) return typed
  throw new BackupError(
    `${file} opens with key ${header.key}, which is not here. Type it from its sheet at a keyboard, or give --key-file with a file that holds it.`,
  )
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new BackupError(`The key file ${path} cannot be read.`)
  }
}
