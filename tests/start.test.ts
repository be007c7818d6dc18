import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../src/platform/migrate.ts'
import { readConfig } from '../src/platform/config.ts'
import { freshDatabase, testKeys } from './setup/database.ts'
import { withClient } from './setup/server.ts'

const project = fileURLToPath(new URL('..', import.meta.url))

/** What a program of ours says, and with which code it ends; killed after a minute. */
async function run(program: string, args: string[] = [], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['tools/run.mjs', program, ...args], {
    cwd: project,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  })
  let out = ''
  let aside = ''
  child.stdout.on('data', (bytes) => (out += bytes))
  child.stderr.on('data', (bytes) => (aside += bytes))
  const [code] = await once(child, 'close')
  return { code, out, aside }
}

describe('a start that cannot succeed says why in one line, and ends', () => {
  let dataDir: string
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'tugevus-start-'))
    // Started as root, the server runs as somebody else and must be able to enter.
    chmodSync(dataDir, 0o755)
  })
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  test('where the port is taken', { timeout: 90_000 }, async () => {
    const other = createServer().listen(0, 'localhost')
    await once(other, 'listening')
    const address = other.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const { code, out, aside } = await run('src/main.ts', [], {
      TUGEVUS_DATA: dataDir,
      TUGEVUS_LOG: 'warn',
      PORT: String(port),
    })
    other.close()
    expect({ code, out, aside }).toEqual({
      code: 1,
      out: '',
      aside: `PORT: ${port} is taken by another program\n`,
    })
  })

  test('where the name to listen on is nobody’s', { timeout: 90_000 }, async () => {
    const { code, out, aside } = await run('src/main.ts', [], {
      TUGEVUS_DATA: dataDir,
      TUGEVUS_LOG: 'warn',
      TUGEVUS_HOST: 'nobody.invalid',
    })
    expect({ code, out, aside }).toEqual({
      code: 1,
      out: '',
      aside: 'TUGEVUS_HOST: nobody.invalid is no name or address of this machine\n',
    })
  })

  test('where the owner of an own database may not make roles', async () => {
    const { connection } = await freshDatabase()
    await withClient(connection, (client) => client.query("create role weak_start login password 'weak'"))
    try {
      const weak = { ...connection, user: 'weak_start', password: 'weak' }
      await expect(migrate(weak, testKeys.password)).rejects.toThrow(
        /^The user of DATABASE_URL \(weak_start\) may not set the database up: .+createrole/,
      )
    } finally {
      await withClient(connection, (client) => client.query(`drop role ${pg.escapeIdentifier('weak_start')}`))
    }
  })

  test('where the public address has a path', () => {
    expect(() => readConfig({ TUGEVUS_URL: 'https://example.ee/tugevus' })).toThrow('TUGEVUS_URL has a path')
    expect(readConfig({ TUGEVUS_URL: 'https://example.ee/' }).url).toBe('https://example.ee')
  })
})

describe('wrong use of a command', () => {
  test.each([
    [[], 'a command is missing'],
    [['nonsense'], 'there is no command nonsense'],
    [['import'], 'something is missing'],
    [['import', 'list.csv'], 'say for whom'],
    [['import', 'list.csv', '--check', '--order', 'ymd'], '--order is one of'],
    [['import', 'no-such-list.csv', '--check'], 'there is no file'],
    [['window', 'now'], 'now is too much'],
    [['verify-audit', '--head', '12'], '--head is what verify-audit printed'],
  ])('%j is one line and code 2', async (args, told) => {
    const { code, out, aside } = await run('src/cli.ts', args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(aside).toContain(told)
    expect(aside.trimEnd().split('\n')).toHaveLength(1)
  })
})
