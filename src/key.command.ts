/**
 * `tugevus key`: the key sheet, to be printed and kept apart from backups; with `--check`, whether a sheet is the right one.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { askForKey } from './platform/key.ask.ts'
import { keySheet, type SheetLanguage } from './platform/key.sheet.words.ts'
import { BackupError } from './platform/backup.format.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import { readKeyText } from './platform/key.sheet.ts'
import { deriveKeys, folderKey } from './platform/keys.ts'
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
