// Installs what is missing before start, test or a command, so that a fresh clone needs no other step.
// Runs on Node 20 and has no dependencies. Prints on standard error only: a command's output stays clean.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('..', import.meta.url))

function read(path) {
  try {
    return JSON.parse(readFileSync(top + path, 'utf8'))
  } catch {
    return undefined
  }
}

// npm writes its own record of what it has installed as the last thing it does: one that was broken off has none.
// Only tests need what is there for development, so that a folder made with `npm ci --omit=dev` starts as it is.
function isInstalled() {
  const wanted = read('package-lock.json')?.packages ?? {}
  const there = read('node_modules/.package-lock.json')?.packages ?? {}
  const forTests = process.env.npm_lifecycle_event === 'pretest'
  return Object.entries(wanted).every(
    ([path, { version, optional, dev, devOptional }]) =>
      path === '' || optional || devOptional || (dev && !forTests) || there[path]?.version === version,
  )
}

if (!isInstalled()) {
  console.error('Installing what is missing (about half a minute) …')
  // Settings of the npm that called us, such as its workspace or --silent, are not meant for this one.
  const { npm_config_argv, npm_lifecycle_event, npm_command, npm_config_loglevel, ...env } = process.env
  const result = spawnSync(
    'npm',
    // No package needs its install script: what they would do is done at the first start.
    [
      'ci',
      '--include=dev',
      '--include=optional',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    { cwd: top, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' },
  )
  if (result.status !== 0) {
    console.error('Installing did not work. The lines above say why; then run the command again.')
    process.exit(1)
  }
}

// npm 10 takes the program `node` away again together with the packages of other platforms, which bring one of that name too.
const brought = `node-${process.platform}-${process.arch}/bin/node`
const node = `${top}node_modules/.bin/node`
if (process.platform !== 'win32' && existsSync(`${top}node_modules/${brought}`) && !existsSync(node)) {
  try {
    mkdirSync(`${top}node_modules/.bin`, { recursive: true })
    symlinkSync(`../${brought}`, node)
  } catch {
    // Where we may not write, or another start was quicker; tools/run.mjs says it if the right Node is missing.
  }
}
