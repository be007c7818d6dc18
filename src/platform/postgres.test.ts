import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  chmodSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Connection } from './database.ts'
import {
  DataFolderInUseError,
  connectOrStart,
  defaultDataDir,
  discardPostgres,
  startPostgres,
  type EmbeddedPostgres,
  type PostgresOptions,
} from './postgres.ts'
import { isAlive } from './postgres.process.ts'

const root = process.getuid?.() === 0
let top: string
let dataDir: string
const running = new Set<EmbeddedPostgres>()
const programs = new Set<ChildProcess>()

beforeAll(async () => {
  await sweep()
  top = join(tmpdir(), `tugevus-fault-${process.pid}`)
  mkdirSync(top)
  chmodSync(top, 0o711)
  dataDir = join(top, 'data')
})
afterEach(async () => {
  await Promise.all([...programs].map(kill))
  programs.clear()
  for (const server of running) await server.stop()
  running.clear()
})
afterAll(() => removeAll(top))

/** What runs that were killed have left. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^tugevus-fault-(\d+)$/.exec(name)?.[1])
    if (pid && (!isAlive(pid) || pid === process.pid)) await removeAll(join(tmpdir(), name))
  }
}

async function removeAll(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    if (existsSync(join(folder, name, 'postgres'))) await discardPostgres(join(folder, name))
  }
  rmSync(folder, { recursive: true, force: true })
}

async function start(options: Partial<PostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ dataDir, ...options })
  running.add(server)
  return server
}

async function query(connection: Connection | string, text: string): Promise<unknown[][]> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query({ text, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

/** Another program on the same folder; it prints what `work` gives and stays until it is killed. */
async function otherProgram(work: string): Promise<{ child: ChildProcess; said: unknown }> {
  const source = `
    import { startPostgres, connectOrStart } from ${JSON.stringify(new URL('./postgres.ts', import.meta.url).href)}
    const dataDir = ${JSON.stringify(dataDir)}
    const say = (value) => console.log(JSON.stringify(value))
    setInterval(() => {}, 1000)
    ${work}`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  programs.add(child)
  const [said] = await once(createInterface(child.stdout), 'line')
  return { child, said: JSON.parse(said) }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const postmasterPid = () =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

async function killServer(): Promise<void> {
  const pid = postmasterPid()
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await sleep(10)
}

describe('a data folder', () => {
  test('becomes a PostgreSQL 18 that nobody can reach over the network', async () => {
    const server = await start()
    expect(await query(server.url(), 'show server_version_num')).toEqual([[expect.stringMatching(/^18/)]])
    expect(await query(server.connection, 'show listen_addresses')).toEqual([['']])
    expect(statSync(server.connection.host).mode & 0o777).toBe(0o700)
  })

  test('keeps checksums, Universal Time and the Estonian alphabet', async () => {
    const server = await start()
    const settings = `select current_setting('data_checksums'), current_setting('fsync'), current_setting('TimeZone'), lower('ÄÕÜŠ')`
    expect(await query(server.connection, settings)).toEqual([['on', 'on', 'UTC', 'äõüš']])
    const letters = `select string_agg(x, '' order by x) from unnest(array['t','ü','z','ä','õ','ž','s','ö','š','v']) x`
    expect(await query(server.connection, letters)).toEqual([['sšzžtvõäöü']])
  })

  test('loses nothing when it is stopped and started', async () => {
    const first = await start()
    await query(first.connection, 'create table kept as select 7 as number')
    await first.stop()
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await query(second.connection, 'select number from kept')).toEqual([[7]])
  })

  test('may have a long name with Estonian letters', async () => {
    const long = join(top, 'õäöü ülipikk kaust '.repeat(6), 'tugevus')
    expect(Buffer.byteLength(long)).toBeGreaterThan(170)
    const server = await start({ dataDir: long, durable: false })
    expect(await query(server.url(), 'show data_directory')).toEqual([[join(long, 'postgres')]])
    await server.stop()
    await discardPostgres(long)
  })

  test('of another major version is left alone, with a sentence that says so', async () => {
    const other = join(top, 'old')
    mkdirSync(join(other, 'postgres'), { recursive: true })
    chmodSync(other, 0o711)
    writeFileSync(join(other, 'postgres', 'PG_VERSION'), '16\n')
    await expect(startPostgres({ dataDir: other })).rejects.toThrow(/PostgreSQL 16.*cannot open it/)
    rmSync(other, { recursive: true })
  })

  test('that cannot be written is named', async () => {
    const file = join(top, 'file')
    writeFileSync(file, '')
    await expect(startPostgres({ dataDir: join(file, 'data') })).rejects.toThrow(
      `${join(file, 'data')} cannot be used`,
    )
  })

  test.runIf(root)('below a folder that the server cannot enter is refused with the way out', async () => {
    const closed = join(top, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    await expect(startPostgres({ dataDir: join(closed, 'data') })).rejects.toThrow(`cannot enter ${closed}`)
    expect(defaultDataDir(closed, {})).toBe('/var/lib/tugevus')
    expect(defaultDataDir(closed, {}, 'demo-data')).toBe('/var/lib/tugevus-demo')
  })

  test('is ./data of the project, or what TUGEVUS_DATA says', () => {
    expect(defaultDataDir(top, {})).toBe(join(top, 'data'))
    expect(defaultDataDir(top, { TUGEVUS_DATA: 'elsewhere' })).toBe(join(top, 'elsewhere'))
    expect(defaultDataDir(top, {}, 'demo-data')).toBe(join(top, 'demo-data'))
  })
})

describe('one owner', () => {
  test('a second program on the same folder is told so, and the first goes on', async () => {
    const first = await otherProgram('await startPostgres({ dataDir }); say(process.pid)')
    await expect(startPostgres({ dataDir })).rejects.toThrow(DataFolderInUseError)
    await expect(startPostgres({ dataDir })).rejects.toThrow(`process ${first.said}`)
    const second = await otherProgram('await startPostgres({ dataDir }).catch((error) => say(error.name))')
    expect(second.said).toBe('DataFolderInUseError')
    expect(isAlive(postmasterPid())).toBe(true)
  })

  test('of many programs that start at once exactly one gets the folder', async () => {
    const work = 'say(await startPostgres({ dataDir }).then(() => "started", (error) => error.name))'
    const all = await Promise.all([1, 2, 3, 4].map(() => otherProgram(work)))
    expect(all.map(({ said }) => said).sort()).toEqual([
      'DataFolderInUseError',
      'DataFolderInUseError',
      'DataFolderInUseError',
      'started',
    ])
  })

  test('a command uses the running server and leaves it running', async () => {
    await otherProgram('await startPostgres({ dataDir }); say("started")')
    const command = await connectOrStart({ dataDir })
    expect(command.borrowed).toBe(true)
    expect(await query(command.connection, 'select 1')).toEqual([[1]])
    await command.stop()
    expect(isAlive(postmasterPid())).toBe(true)
  })

  test('a command starts the server where none runs, and stops it again', async () => {
    await start().then((server) => server.stop())
    const command = await connectOrStart({ dataDir })
    running.add(command)
    expect(command.borrowed).toBe(false)
    await command.stop()
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  })

  test('commands that run side by side share one server, which ends with the last of them', async () => {
    const work = (text: string) => `
      const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))})
      const server = await connectOrStart({ dataDir })
      const client = new pg.Client(server.connection)
      await client.connect()
      await client.query(${JSON.stringify(text)})
      await client.end()
      await server.stop()
      say('done')`
    const texts = ['select pg_sleep(0.1)', 'select pg_sleep(0.6)', 'select pg_sleep(1.2)']
    const all = await Promise.all(texts.map((text) => otherProgram(work(text))))
    expect(all.map(({ said }) => said)).toEqual(['done', 'done', 'done'])
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  })

  test('a lock whose number now belongs to another process holds nobody up', async () => {
    await start().then((server) => server.stop())
    writeFileSync(join(dataDir, 'program.lock'), JSON.stringify({ pid: process.ppid, start: 'long ago' }))
    await start()
  })
})

describe('faults', () => {
  test('the server of a killed program is taken over as it runs', async () => {
    const { child } = await otherProgram('await startPostgres({ dataDir }); say("started")')
    const pid = postmasterPid()
    await kill(child)
    const server = await start()
    expect(server.adopted).toBe(true)
    expect(postmasterPid()).toBe(pid)
    await server.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('one that was started with other settings is stopped cleanly and started anew', async () => {
    const { child } = await otherProgram('await startPostgres({ dataDir, durable: false }); say("started")')
    await kill(child)
    const server = await start()
    expect(server.adopted).toBe(false)
    expect(await query(server.connection, 'show fsync')).toEqual([['on']])
  })

  test('a killed server is started again by its program, with every committed row', async () => {
    const server = await start()
    await query(server.connection, 'create table counted as select generate_series(1, 1000) as number')
    await killServer()
    await expect
      .poll(() => query(server.connection, 'select count(*)::int from counted').catch(() => []), {
        timeout: 20_000,
      })
      .toEqual([[1000]])
  })

  test('program and server killed together: the next start has every committed row', async () => {
    const { child, said } = await otherProgram(`
      const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))})
      const server = await startPostgres({ dataDir })
      const client = new pg.Client(server.connection)
      client.on('error', () => {})
      await client.connect()
      await client.query('create table acked (number int)')
      let number = 0
      setTimeout(() => say(number), 500)
      for (;;) await client.query('insert into acked values ($1)', [++number])`)
    await kill(child)
    await killServer()
    const server = await start()
    const [[rows, last] = []] = await query(server.connection, 'select count(*)::int, max(number) from acked')
    expect(rows).toBe(last)
    expect(rows).toBeGreaterThanOrEqual(Number(said))
    expect(Number(said)).toBeGreaterThan(0)
  })

  test('a process id that was given to another program since the crash holds nobody up', async () => {
    const { child } = await otherProgram('await startPostgres({ dataDir }); say("started")')
    await kill(child)
    await killServer()
    // Under the server's own account, or PostgreSQL would not mind it.
    const account = root ? { uid: 65534, gid: 65534 } : {}
    const stranger = spawn('sleep', ['60'], { cwd: '/', ...account })
    programs.add(stranger)
    const file = join(dataDir, 'postgres', 'postmaster.pid')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(stranger.pid)))
    const server = await start()
    expect(await query(server.connection, 'select number from kept')).toEqual([[7]])
    expect(stranger.exitCode).toBe(null)
  })

  test('what a broken-off first start has left behind is in nobody’s way', async () => {
    const fresh = join(top, 'fresh')
    mkdirSync(join(fresh, 'postgres.init-1'), { recursive: true })
    chmodSync(fresh, 0o711)
    writeFileSync(join(fresh, 'postgres.init-1', 'half'), '')
    const server = await start({ dataDir: fresh, durable: false })
    await server.stop()
    expect(readdirSync(fresh).filter((name) => name.includes('init'))).toEqual([])
  })
})

describe('where there are no unix sockets', () => {
  test('the server listens on loopback and asks for the password of the folder', async () => {
    const loopback = join(top, 'loopback')
    const server = await start({ dataDir: loopback, durable: false, transport: 'loopback' })
    expect(server.connection.host).toBe('127.0.0.1')
    expect(statSync(join(loopback, 'postgres.password')).mode & 0o777).toBe(0o600)
    expect(await query(server.url(), 'show listen_addresses')).toEqual([['127.0.0.1']])
    await expect(query({ ...server.connection, password: 'guess' }, 'select 1')).rejects.toThrow(/password/)
  })
})
