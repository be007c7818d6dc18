import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

let clone: string
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'tugevus-clone-'))
  cpSync(fileURLToPath(new URL('../tools/install.mjs', import.meta.url)), join(clone, 'tools/install.mjs'))
  put('package-lock.json', lock({ hono: {}, vitest: { dev: true }, 'other-platform': { optional: true } }))
})
afterEach(() => rmSync(clone, { recursive: true, force: true }))

function put(path: string, content: string): void {
  mkdirSync(join(clone, path, '..'), { recursive: true })
  writeFileSync(join(clone, path), content)
}

function lock(packages: Record<string, object>): string {
  const entries = Object.entries(packages).map(([name, about]) => [
    `node_modules/${name}`,
    { version: '1.0.0', ...about },
  ])
  return JSON.stringify({ packages: { '': { name: 'tugevus' }, ...Object.fromEntries(entries) } })
}

/** Runs the step with an npm that only leaves a note. @returns whether npm was called, and how it ended */
function install(
  step: 'prestart' | 'pretest',
  npmExit = 0,
): { called: boolean; status: number | null; said: string } {
  put('bin/npm', `#!/bin/sh\ntouch ${join(clone, 'called')}\nexit ${npmExit}\n`)
  spawnSync('chmod', ['+x', join(clone, 'bin/npm')])
  const env = { PATH: `${join(clone, 'bin')}:${process.env['PATH']}`, npm_lifecycle_event: step }
  const { status, stderr } = spawnSync(process.execPath, ['tools/install.mjs'], {
    cwd: clone,
    env,
    encoding: 'utf8',
  })
  return { called: existsSync(join(clone, 'called')), status, said: stderr }
}

test('a fresh clone is installed', () => {
  expect(install('prestart')).toMatchObject({ called: true, status: 0 })
})

test('a clone that npm has installed is left as it is, whoever installed it', () => {
  put('node_modules/.package-lock.json', lock({ hono: {}, vitest: {} }))
  expect(install('pretest')).toMatchObject({ called: false, status: 0, said: '' })
})

test('a folder without the packages for development starts, and is completed for tests', () => {
  put('node_modules/.package-lock.json', lock({ hono: {} }))
  expect(install('prestart').called).toBe(false)
  expect(install('pretest').called).toBe(true)
})

test('a package of another version is installed anew', () => {
  put('node_modules/.package-lock.json', lock({ hono: { version: '0.9.0' }, vitest: {} }))
  expect(install('prestart').called).toBe(true)
})

test('an installation that fails stops the start and says so', () => {
  expect(install('prestart', 1)).toMatchObject({ status: 1, said: expect.stringContaining('did not work') })
})

test.skipIf(process.platform === 'win32')(
  'the Node that npm has brought is found, also where npm 10 has taken its link away',
  () => {
    put('node_modules/.package-lock.json', lock({ hono: {}, vitest: {} }))
    const brought = `node-${process.platform}-${process.arch}/bin/node`
    put(`node_modules/${brought}`, '')
    expect(install('prestart').status).toBe(0)
    expect(readlinkSync(join(clone, 'node_modules/.bin/node'))).toBe(`../${brought}`)
  },
)
