/**
 * The files of an embedded PostgreSQL: the cluster in its data folder, the folder of its socket, the account they belong
 * to, and what a running server says about itself in `postmaster.pid`.
 */
import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { serverEnvironment, type Account, type Binaries } from './postgres.binaries.ts'

export class PostgresStartError extends Error {
  override name = 'PostgresStartError'
}

/** `nobody`, which every Debian has in its passwd; initdb refuses an account without a line there. */
const unprivileged: Account = { uid: 65534, gid: 65534 }

/** PostgreSQL's major version in the npm packages; a cluster of another one cannot be opened. */
const major = '18'

/** The role that owns the cluster and everything in it. */
export const ownerRole = 'tugevus_owner'

export type Cluster = {
  /** The project's data folder, absolute. */
  dataDir: string
  /** The PostgreSQL data directory inside it. */
  folder: string
  log: string
  passwordFile: string
  account: Account | undefined
}

/**
 * The data folder: `TUGEVUS_DATA`, else `./data` (or another `name`, such as `demo-data`). A clone that root has made where the
 * server's account cannot enter, such as below /root, keeps its data below /var/lib.
 *
 * @returns an absolute path
 */
export function defaultDataDir(
  projectDir: string,
  env: Record<string, string | undefined>,
  name: 'data' | 'demo-data' = 'data',
): string {
  if (env['TUGEVUS_DATA']) return resolve(projectDir, env['TUGEVUS_DATA'])
  const folder = resolve(projectDir, name)
  if (process.getuid?.() !== 0 || !closedFolderAbove(folder, unprivileged)) return folder
  return name === 'data' ? '/var/lib/tugevus' : '/var/lib/tugevus-demo'
}

/** Makes the data folder where it is missing and finds out which account its server runs under. */
export function openDataFolder(dataDir: string): Cluster {
  const root = process.getuid?.() === 0
  let absolute = resolve(dataDir)
  try {
    makeFolder(absolute, root ? 0o711 : 0o700)
    // One folder, one name: the server is known by it.
    absolute = realpathSync(absolute)
    accessSync(absolute, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new PostgresStartError(`The data folder ${absolute} cannot be used: ${messageOf(error)}.`)
  }
  const folder = join(absolute, 'postgres')
  // A cluster that an ordinary user has made stays theirs, also when root starts it.
  const owner = existsSync(folder) ? statSync(folder) : undefined
  const account = !root
    ? undefined
    : owner && owner.uid !== 0
      ? { uid: owner.uid, gid: owner.gid }
      : unprivileged
  if (!root && owner && owner.uid !== process.getuid?.() && process.platform !== 'win32') {
    throw new PostgresStartError(
      `The database in ${folder} belongs to another user (uid ${owner.uid}). Start as that user or as root, or set TUGEVUS_DATA.`,
    )
  }
  const closed = account && closedFolderAbove(folder, account)
  if (closed) {
    throw new PostgresStartError(
      `PostgreSQL runs under uid ${account.uid} and cannot enter ${closed}. Set TUGEVUS_DATA to a folder it can enter, such as /var/lib/tugevus, or run: chmod o+x ${closed}`,
    )
  }
  return {
    dataDir: absolute,
    folder,
    log: join(absolute, 'postgres.log'),
    passwordFile: join(absolute, 'postgres.password'),
    account,
  }
}

/** As root the server's account goes through the folder to its cluster; all else in it is for us alone, whatever the umask. */
function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder), mode)
  try {
    mkdirSync(folder)
    chmodSync(folder, mode)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}

/** The first existing folder above `path` that `account` may not go through, judged by its permission bits. */
function closedFolderAbove(path: string, account: Account): string | undefined {
  const above: string[] = []
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    above.unshift(folder)
    if (folder === dirname(folder)) break
  }
  return above.find((folder) => {
    if (!existsSync(folder)) return false
    const { uid, gid, mode } = statSync(folder)
    const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    return (mode & needed) === 0
  })
}

/** Makes the cluster where there is none yet. @throws PostgresStartError */
export async function ensureCluster(cluster: Cluster, binaries: Binaries, durable: boolean): Promise<void> {
  const versionFile = join(cluster.folder, 'PG_VERSION')
  if (!existsSync(versionFile)) await initialise(cluster, binaries, durable)
  const found = readFileSync(versionFile, 'utf8').trim()
  if (found !== major) {
    throw new PostgresStartError(
      `The database in ${cluster.folder} is of PostgreSQL ${found}; this program brings PostgreSQL ${major} and cannot open it.`,
    )
  }
}

async function initialise(cluster: Cluster, binaries: Binaries, durable: boolean): Promise<void> {
  const half = `${cluster.folder}.init-${process.pid}`
  // What starts that were cut short have left: we hold the folder, so nobody is at work on it.
  for (const name of readdirSync(cluster.dataDir).filter((found) => found.startsWith('postgres.init-'))) {
    rmSync(join(cluster.dataDir, name), { recursive: true, force: true })
  }
  mkdirSync(half, { mode: 0o700 })
  const password = `${half}.password`
  writeFileSync(password, ownerPassword(cluster), { mode: 0o600 })
  if (cluster.account) {
    for (const path of [half, password]) chownSync(path, cluster.account.uid, cluster.account.gid)
  }
  try {
    await new Promise<void>((done, failed) => {
      execFile(
        binaries.initdb,
        [
          ['-D', half],
          ['-U', ownerRole],
          ['--pwfile', password],
          // The socket lies in a folder that only the server's account may enter; over TCP nobody is trusted.
          ['--auth-local=trust', '--auth-host=scram-sha-256'],
          ['-E', 'UTF8', '--no-locale', '--locale-provider=icu', '--icu-locale=et'],
          ['--data-checksums'],
          durable ? [] : ['--no-sync'],
        ].flat(),
        { cwd: half, env: serverEnvironment(), ...cluster.account },
        (error, output, errors) =>
          error
            ? failed(
                new PostgresStartError(
                  `initdb could not make ${cluster.folder}: ${errors || output || error.message}`,
                ),
              )
            : done(),
      )
    })
    // Only a whole cluster gets its name, so that nobody ever meets half of one.
    renameSync(half, cluster.folder)
    if (durable) syncFolder(cluster.dataDir)
  } finally {
    rmSync(password, { force: true })
    rmSync(half, { recursive: true, force: true })
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The owner role's password: only asked for where there are no unix sockets. Made once, kept beside the cluster. */
export function ownerPassword(cluster: Cluster): string {
  if (!existsSync(cluster.passwordFile)) {
    writeFileSync(cluster.passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(cluster.passwordFile, 'utf8').trim()
}

/**
 * The folder of the server's socket: short, because a socket's whole path may have 107 bytes (sun_path), and found by
 * everyone who knows the data folder.
 *
 * @throws PostgresStartError when somebody else has taken that name
 */
export function openSocketFolder(cluster: Cluster): string {
  const name = socketFolderName(cluster)
  const fits = (folder: string) =>
    Buffer.byteLength(join(folder, '.s.PGSQL.65535.lock')) <= 107 &&
    !(cluster.account && closedFolderAbove(folder, cluster.account))
  const folder = [tmpdir(), '/tmp'].map((parent) => join(parent, name)).find(fits)
  if (!folder)
    throw new PostgresStartError(
      `The temporary folder ${tmpdir()} cannot hold a socket; set TMPDIR to a short path.`,
    )
  const uid = cluster.account?.uid ?? process.getuid?.()
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (cluster.account) chownSync(folder, cluster.account.uid, cluster.account.gid)
  } catch {
    // It is there from an earlier start, which is right if it is ours.
  }
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== uid) {
    throw new PostgresStartError(
      `${folder} belongs to somebody else; remove it, or set TMPDIR to another folder.`,
    )
  }
  chmodSync(folder, 0o700)
  return folder
}

export function socketFolderName(cluster: Cluster): string {
  return `tugevus-${createHash('sha256').update(cluster.folder).digest('hex').slice(0, 12)}`
}

export type RunningServer = { pid: number; host: string; port: number }

/** What `postmaster.pid` says; the process need not live any more. Its lines: pid, folder, start, port, socket, address. */
export function serverOf(cluster: Cluster): RunningServer | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster.folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  const port = Number(lines[3])
  const host = lines[4] || lines[5] || ''
  return Number.isInteger(pid) && pid > 0 && port > 0 && host ? { pid, port, host } : undefined
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
