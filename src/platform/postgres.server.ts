/**
 * The server process of an embedded cluster: how it is started, known as ours, watched and stopped.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  fchownSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Connection } from './database.ts'
import { serverEnvironment, type Binaries } from './postgres.binaries.ts'
import { PostgresStartError, serverOf, type Cluster } from './postgres.cluster.ts'
import { commandOf, isAlive, programOf } from './postgres.process.ts'

/** What is worth telling the operator, in whole sentences. */
export type Teller = { info(text: string): void; warn(text: string): void }

/** A socket's folder, or a loopback address, and the port. */
export type Place = { host: string; port: number }

/** After a crash the dying server's processes hold the folder for a second or two; measured up to 1.8 s. */
const patienceMs = 15_000

/** A clean stop writes everything to disk; a slow disk may need minutes. */
const stopPatienceMs = 300_000

const logLimitBytes = 10_000_000

export function serverArguments(
  cluster: Cluster,
  place: { host: string; port: number },
  { durable, autovacuum }: { durable: boolean; autovacuum: boolean },
): string[] {
  const socket = place.host.startsWith('/')
  const settings: Record<string, string | number> = {
    listen_addresses: socket ? '' : place.host,
    unix_socket_directories: socket ? `"${place.host}"` : '',
    port: place.port,
    cluster_name: 'tugevus',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The lines that quote a row's values (DETAIL) stay out of the log: they could name a person.
    log_error_verbosity: 'terse',
    ...(durable
      ? {}
      : {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          wal_level: 'minimal',
          max_wal_senders: 0,
        }),
    autovacuum: autovacuum ? 'on' : 'off',
  }
  return [
    '-D',
    cluster.folder,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}

/**
 * Starts the server and waits until it answers, however long it needs to recover from a crash. While the processes of one
 * that was killed still hold the folder, it is tried again.
 *
 * @returns its process id
 * @throws PostgresStartError with the last lines of its log
 */
export async function launch(
  cluster: Cluster,
  command: string[],
  connection: Connection,
  tell: Teller,
): Promise<number> {
  const end = Date.now() + patienceMs
  for (;;) {
    disownForeignPid(cluster)
    const logged = startLog(cluster.log)
    const child = spawnServer(cluster, command)
    const failure = await untilReady(child, connection, tell)
    if (failure === undefined && child.pid !== undefined) return child.pid
    const said = readFileSync(cluster.log).subarray(logged).toString('utf8').trim()
    const held = /lock file|shared memory block/.test(said)
    if (!held || Date.now() > end) {
      throw new PostgresStartError(
        `PostgreSQL did not start (${failure}). Its log, ${cluster.log}, ends with:\n${said.split('\n').slice(-5).join('\n')}`,
      )
    }
    await sleep(250)
  }
}

/**
 * After a crash of the whole machine or container, the id in `postmaster.pid` may belong to some other program by now, and
 * PostgreSQL would wait for that one to end for ever. The file stays, as it also guards against processes of the old server
 * that still live; only the id becomes ours: PostgreSQL knows that its own parent is no server.
 */
function disownForeignPid(cluster: Cluster): void {
  const pid = serverOf(cluster)?.pid
  const command = pid === undefined ? undefined : commandOf(pid)
  if (!command || command.includes('postgres')) return
  const path = join(cluster.folder, 'postmaster.pid')
  const rest = readFileSync(path, 'utf8').replace(/^\d+/, '')
  const draft = join(cluster.folder, 'postmaster.pid.new')
  writeFileSync(draft, process.pid + rest, { mode: 0o600 })
  if (cluster.account) chownSync(draft, cluster.account.uid, cluster.account.gid)
  renameSync(draft, path)
}

/** A log that has grown is put aside once. @returns its size in bytes */
function startLog(log: string): number {
  if (!existsSync(log)) return 0
  const { size } = statSync(log)
  if (size < logLimitBytes) return size
  renameSync(log, `${log}.1`)
  return 0
}

function spawnServer(cluster: Cluster, [program = '', ...args]: string[]): ChildProcess {
  // A file, because a pipe would break with this program; a group of its own, because Ctrl-C is ours to answer.
  const log = openSync(cluster.log, 'a', 0o600)
  try {
    // A folder of an ordinary user may be started by root once; its owner must be able to go on with the log.
    if (cluster.account) fchownSync(log, cluster.account.uid, cluster.account.gid)
    const child = spawn(program, args, {
      cwd: cluster.folder,
      env: serverEnvironment(),
      stdio: ['ignore', log, log],
      detached: true,
      windowsHide: true,
      ...cluster.account,
    })
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/** @returns why it is of no use, or undefined when it is ready */
async function untilReady(
  child: ChildProcess,
  connection: Connection,
  tell: Teller,
): Promise<string | undefined> {
  let ended: string | undefined
  child.on('error', (error) => (ended = error.message))
  child.on('exit', (code, signal) => (ended ??= signal ?? `exit ${code}`))
  let told = Date.now()
  for (;;) {
    const answer = await ask(connection)
    if (ended !== undefined || answer === 'ready') return ended
    if (answer !== 'not yet') {
      child.kill('SIGINT')
      return answer
    }
    if (Date.now() - told > 10_000) {
      tell.info('the database is recovering; this can take a while after a crash')
      told = Date.now()
    }
    await sleep(25)
  }
}

/**
 * Is `pid` a living PostgreSQL of this cluster, and, where a command is given, one that was started by just that command
 * from a program file that is still the same?
 */
export function isRunning(pid: number, cluster: Cluster, command?: string[]): boolean {
  if (!isAlive(pid)) return false
  const found = commandOf(pid)
  // Windows puts the parts in quotes.
  if (!found?.replaceAll('"', '').replace('.exe', '').includes(`postgres -D ${cluster.folder}`)) return false
  if (!command) return true
  const program = programOf(pid)
  return found === command.join(' ') && (program === undefined || program === realpathSync(command[0] ?? ''))
}

/** Watches the server's process and starts it again when it ends. @returns the function that ends the watch */
export function watch(
  pid: () => number,
  restart: () => Promise<void>,
  onLost: (error: Error) => void,
): () => Promise<void> {
  let busy: Promise<void> = Promise.resolve()
  let restarting = false
  const timer = setInterval(() => {
    if (restarting || isAlive(pid())) return
    restarting = true
    busy = restart()
      .then(() => {
        restarting = false
      })
      .catch((error: unknown) => {
        clearInterval(timer)
        onLost(error instanceof Error ? error : new Error(String(error)))
      })
  }, 1000)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await busy
  }
}

/** Fast: open transactions are rolled back and all is written. Immediate: nothing is, the next start recovers. */
export async function stopServer(
  pid: number,
  cluster: Cluster,
  binaries: Binaries,
  mode: 'fast' | 'immediate' = 'fast',
): Promise<void> {
  if (!isRunning(pid, cluster)) return
  if (process.platform === 'win32') {
    const args = ['stop', '-D', cluster.folder, '-m', mode, '-w', '-t', String(stopPatienceMs / 1000)]
    await new Promise((done) =>
      spawn(binaries.pgCtl, args, { stdio: 'ignore', windowsHide: true }).on('exit', done),
    )
  } else {
    process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
  }
  const end = Date.now() + stopPatienceMs
  while (isAlive(pid)) {
    if (Date.now() > end)
      throw new Error(`PostgreSQL (process ${pid}) has not stopped within ${stopPatienceMs / 1000} s`)
    await sleep(10)
  }
}

/**
 * Does the server let us in to that database? "Not yet" is a server that is not there or not ready; anything else it says
 * will not change by waiting.
 */
export async function ask(connection: Connection): Promise<'ready' | 'not yet' | (string & {})> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return 'ready'
  } catch (error) {
    // 57P03 cannot_connect_now, 3D000 no such database yet, 53300 too many connections, 57P01 just shutting down
    const refused =
      error instanceof pg.DatabaseError && !['57P03', '3D000', '53300', '57P01'].includes(error.code ?? '')
    return refused ? error.message : 'not yet'
  } finally {
    await client.end().catch(() => {})
  }
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.on('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? found(address.port) : failed(new Error('no port')),
      )
    })
  })
}
