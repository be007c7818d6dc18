/**
 * Who owns a data folder: one program at a time. PostgreSQL guards only its own server; this guards against two programs
 * that would both watch, start and stop it. The file holds the owner's process id and start, so that it is known as left
 * behind after a crash, and also when the id has been given to another process since.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { startOf } from './postgres.process.ts'

export class DataFolderInUseError extends Error {
  override name = 'DataFolderInUseError'
  readonly dataDir: string
  readonly pid: number

  constructor(dataDir: string, pid: number) {
    super(
      `Tugevus already runs on the data folder ${dataDir} (process ${pid}). Stop it first, or set TUGEVUS_DATA.`,
    )
    this.dataDir = dataDir
    this.pid = pid
  }
}

const holder = z.object({ pid: z.int(), start: z.string() })
type Holder = z.infer<typeof holder>

const lockFile = (dataDir: string) => join(dataDir, 'program.lock')

/**
 * Takes the folder for this process.
 *
 * @returns the function that gives it back
 * @throws DataFolderInUseError while another program, or this one, holds it
 */
export function holdFolder(dataDir: string): () => void {
  const path = lockFile(dataDir)
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid) ?? '' })
  const draft = `${path}.${process.pid}`
  // link() makes the file appear with its content or not at all.
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    for (;;) {
      try {
        linkSync(draft, path)
        break
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error
      }
      const found = holderOf(dataDir)
      if (found) throw new DataFolderInUseError(dataDir, found.pid)
      removeStale(path)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (read(path) === mine) rmSync(path, { force: true })
  }
}

/** The living program that holds the folder, if any. */
export function holderOf(dataDir: string): Holder | undefined {
  const found = parse(read(lockFile(dataDir)))
  return found && startOf(found.pid) === found.start ? found : undefined
}

/** Takes a lock out of the way and looks at it once more: it may be a new one, put there since we looked. */
function removeStale(path: string): void {
  const aside = `${path}.stale-${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  const found = parse(read(aside))
  try {
    if (found && startOf(found.pid) === found.start) linkSync(aside, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return ''
    throw error
  }
}

function parse(text: string): Holder | undefined {
  try {
    return holder.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
