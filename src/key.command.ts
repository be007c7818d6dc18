/**
 * `tugevus key`: the key sheet, to be printed and kept apart from backups; with `--check`, whether a sheet is the right one.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { atDoor } from './access/door.ts'
import { bytesOf, rooms } from './app.ts'
import { askForKey } from './platform/key.ask.ts'
import { keySheet, type SheetLanguage } from './platform/key.sheet.words.ts'
import { BackupError } from './platform/backup.format.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import { readKeyText } from './platform/key.sheet.ts'
import { makeBackup } from './platform/backup.folder.ts'
import { systemClock } from './platform/clock.ts'
import { openGround } from './platform/ground.ts'
import { deriveKeys, folderKey, keepFolderKey, keepNextKey, takeNextKey } from './platform/keys.ts'
import { openLog } from './platform/log.ts'
import { keysFor, openKeys } from './platform/master-key.ts'
import { migrate } from './platform/migrate.ts'
import { openFromEnvironment, openOwner } from './platform/open.ts'
import { rekey } from './platform/rekey.ts'
import { defaultDataDir } from './platform/postgres.ts'

type Environment = Record<string, string | undefined>

const projectDir = fileURLToPath(new URL('..', import.meta.url))

/** The data folder and the master key that stands in it or in the environment; `null` where there is none yet. */
export function keyHere(env: Environment): { dataDir: string; given: boolean; master: Buffer | null } {
  const config = readConfig(env)
  const dataDir = defaultDataDir(projectDir, env)
  return { dataDir, given: config.key !== undefined, master: config.key ?? folderKey(dataDir) }
}

/** @returns the exit code */
export async function keyCommand(
  env: Environment,
  asked: { check: boolean; language: SheetLanguage },
): Promise<number> {
  const { dataDir, master } = keyHere(env)
  if (!master) throw new ConfigError(`There is no key in ${dataDir} yet; the first start makes one.`)
  const { id } = deriveKeys(master)
  if (!asked.check) {
    console.log(keySheet(master, id, asked.language))
    return 0
  }
  const typed = await typedKey(`Type the four rows of the key sheet with the number ${id}.`)
  if (!typed) throw new BackupError('No key was given: type it at a keyboard, or pipe the sheet in.')
  if (!typed.equals(master)) {
    console.error(`That is another key: its number is ${deriveKeys(typed).id}, the one here is ${id}.`)
    return 1
  }
  console.error(`The sheet is right: it is key ${id}.`)
  return 0
}

/** Puts the key of a sheet into the data folder, where it was lost or is another one. @returns the exit code */
export async function enterKeyCommand(env: Environment): Promise<number> {
  const { dataDir, given } = keyHere(env)
  if (given) throw new ConfigError('TUGEVUS_KEY: the key comes from this variable; change it there')
  const typed = await typedKey('Type the four rows of the key sheet.')
  if (!typed) throw new BackupError('No key was given: type it at a keyboard, or pipe the sheet in.')
  keepFolderKey(dataDir, typed)
  console.error(`The key in ${dataDir} is now number ${deriveKeys(typed).id}.`)
  return 0
}

/**
 * Changes the master key. Killed at any moment, it has changed everything or nothing; the next start takes the new key where it has.
 *
 * @returns the exit code
 */
export async function rotateKeyCommand(env: Environment, leaveUnreadable: boolean): Promise<number> {
  const { given } = keyHere(env)
  if (given)
    throw new ConfigError(
      'TUGEVUS_KEY: write this key into the file "key" of the data folder and remove the variable; only there it can be changed',
    )
  // Brings the database to the newest form first, and finishes a change that was broken off.
  await (await openFromEnvironment(env, 'own', { log: openLog('warn') })).close()
  const owner = await openOwner(env, 'own', { log: openLog('warn') })
  const { config, dataDir, database } = owner
  try {
    const old = await openKeys(config, dataDir, database)
    const master = randomBytes(32)
    const done = await rekey(database, old, master, bytesOf(rooms({ config })), {
      beforeKept: () => keepNextKey(dataDir, master),
      leaveUnreadable,
    })
    takeNextKey(dataDir)
    const keys = await keysFor(database, master)
    await migrate(database, keys.password)
    const ground = openGround({ config, dataDir, clock: systemClock, keys, log: owner.log, database })
    try {
      await atDoor(ground, (door) =>
        door.audit({
          who: null,
          role: 'system',
          what: 'platform.master_key',
          detail: `changed from ${done.from} to ${done.to}`,
          action: 'change',
        }),
      )
      const { file } = await makeBackup(ground)
      console.log(JSON.stringify({ ...done, backup: file }))
    } finally {
      await ground[Symbol.asyncDispose]()
    }
    console.error(
      `The key is now ${done.to}. Print its sheet: npm run -s tugevus -- key. Backups made until now open with ${done.from} only: keep its sheet as long as you keep them.`,
    )
    return 0
  } finally {
    await owner.stop()
  }
}

/** From the keyboard, or from what is piped in. */
async function typedKey(what: string): Promise<Buffer | null> {
  return process.stdin.isTTY ? askForKey(what) : keyIn(readFileSync(0, 'utf8'), 'The sheet')
}

/** @throws BackupError that names the row that is wrong */
export function keyIn(text: string, where: string): Buffer {
  const found = readKeyText(text)
  if (found === null)
    throw new BackupError(`${where} holds no key: four rows of sixteen signs, or 32 bytes in base64.`)
  if ('wrongRow' in found)
    throw new BackupError(`${where}: row ${found.wrongRow} is not as it was printed. Look at each sign.`)
  return found
}
