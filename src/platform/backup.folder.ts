/**
 * The folder of backups: a backup appears in it whole or not at all, is read back before it counts, and old ones make room. What else
 * lies there is left alone.
 */
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { checkBackup, type Checked } from './backup.check.ts'
import { BackupError, openBackup } from './backup.format.ts'
import { backupsToRemove } from './backup.keep.ts'
import { takeBackup } from './backup.take.ts'
import { dayAt, Temporal, type Moment } from './day.ts'
import type { Ground } from './ground.ts'
import { version } from './version.ts'

export type BackupFile = { name: string; path: string; bytes: number; madeAt: Moment; keyId: string }

type BackupGround = Pick<Ground, 'config' | 'dataDir' | 'clock' | 'keys' | 'connectionAs'>

/** Where backups go, if not told otherwise. */
export function backupFolder({ config, dataDir }: Pick<Ground, 'config' | 'dataDir'>): string {
  return config.backups === undefined ? join(dataDir, 'backups') : resolve(config.backups)
}

const pattern = /^tugevus-\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}\.backup$/

/** `tugevus-2026-11-28-06-00-05.backup`: when, and nothing else. */
function nameAt(moment: Moment, timeZone: string): string {
  const { year, month, day, hour, minute, second } = moment.toZonedDateTimeISO(timeZone)
  const two = (part: number) => String(part).padStart(2, '0')
  return `tugevus-${[year, ...[month, day, hour, minute, second].map(two)].join('-')}.backup`
}

/** Those whose first line can be read, the newest first; none where the folder is not there. */
export async function listBackups(ground: Pick<Ground, 'config' | 'dataDir'>): Promise<BackupFile[]> {
  const folder = backupFolder(ground)
  const names = await readdir(folder).catch(() => [])
  const found: BackupFile[] = []
  for (const name of names.filter((one) => pattern.test(one))) {
    const path = join(folder, name)
    try {
      const { header, close } = await openBackup(path)
      await close()
      const { size } = await stat(path)
      found.push({
        name,
        path,
        bytes: size,
        madeAt: Temporal.Instant.from(header.madeAt),
        keyId: header.key,
      })
    } catch (error) {
      if (!(error instanceof BackupError)) throw error
    }
  }
  return found.sort((a, b) => Temporal.Instant.compare(b.madeAt, a.madeAt))
}

export type Made = Checked & { file: string; removed: string[] }

/**
 * Makes a backup and reads it back.
 *
 * @param to a file that is not there yet; the folder of backups, where old ones are then removed, if not given
 * @throws BackupError with a sentence for the operator
 */
export async function makeBackup(
  ground: BackupGround,
  { to, tell }: { to?: string | undefined; tell?: (done: number, total: number) => void } = {},
): Promise<Made> {
  const now = ground.clock.now()
  const file = to === undefined ? await placeFor(ground, now) : resolve(to)
  if (existsSync(file)) throw new BackupError(`${file} is there already. Choose another name.`)
  try {
    const checked = await writeWhole(file, (write, path) => take(ground, now, write, path, tell))
    return { ...checked, file, removed: to === undefined ? await removeOld(ground) : [] }
  } catch (error) {
    throw sentenceFor(error, dirname(file))
  }
}

async function placeFor(ground: BackupGround, now: Moment): Promise<string> {
  const folder = backupFolder(ground)
  if (ground.config.backups === undefined) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } else if (!existsSync(folder)) {
    // Not made: where a disk was not plugged in, the backups would land on the very disk they are to survive.
    throw new BackupError(`The folder for backups, ${folder}, is not there. Is its disk connected?`)
  }
  return join(folder, nameAt(now, ground.config.timeZone))
}

async function take(
  ground: BackupGround,
  now: Moment,
  write: (bytes: Buffer) => Promise<void>,
  path: string,
  tell?: (done: number, total: number) => void,
): Promise<Checked> {
  const { keys } = ground
  const backup = ground.connectionAs('tugevus_backup')
  const taken = await takeBackup({ backup, keys, now, program: version }, write, tell)
  const checked = await checkBackup(path, keys)
  if (JSON.stringify(checked.tables) !== JSON.stringify(taken.tables))
    throw new BackupError(`What was read back from ${path} is not what was written. Is the disk in order?`)
  return checked
}

/** Under another name until it is on the disk and proven. */
async function writeWhole<T>(
  file: string,
  fill: (write: (bytes: Buffer) => Promise<void>, path: string) => Promise<T>,
): Promise<T> {
  const folder = dirname(file)
  await removeLeftovers(folder)
  const draft = join(folder, `.${basename(file)}.${process.pid}.part`)
  const handle = await open(draft, 'wx', 0o600)
  try {
    // A disk that is almost full takes only a part; the next try then says so.
    const write = async (bytes: Buffer) => {
      for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten
    }
    const filled = await fill(write, draft)
    await handle.sync()
    await handle.close()
    await rename(draft, file)
    await syncFolder(folder)
    return filled
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(draft, { force: true })
    throw error
  }
}

/** Of programs that were killed: one that is at work writes all the time. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^\..+\.\d+\.part$/.test(name)) continue
    const path = join(folder, name)
    const about = await stat(path).catch(() => undefined)
    if (about && Date.now() - about.mtimeMs > 3_600_000) await rm(path, { force: true })
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no such thing.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function removeOld(ground: BackupGround): Promise<string[]> {
  const { backupKeep, timeZone } = ground.config
  const backups = (await listBackups(ground)).map((backup) => ({
    ...backup,
    day: dayAt(backup.madeAt, timeZone),
    at: backup.madeAt.epochMilliseconds,
  }))
  const old = backupsToRemove(backups, backupKeep)
  for (const { path } of old) await rm(path, { force: true })
  return old.map(({ name }) => name)
}

function sentenceFor(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const sentences: Record<string, string> = {
    ENOSPC: `There is no room left in ${folder}. Make room, or set TUGEVUS_BACKUPS to another disk.`,
    EDQUOT: `There is no room left in ${folder}. Make room, or set TUGEVUS_BACKUPS to another disk.`,
    EACCES: `The program may not write into ${folder}.`,
    EPERM: `The program may not write into ${folder}.`,
    EROFS: `${folder} is on a disk that can only be read.`,
    ENOENT: `There is no folder ${folder}.`,
  }
  const sentence = typeof code === 'string' ? sentences[code] : undefined
  return sentence === undefined ? error : new BackupError(sentence)
}
