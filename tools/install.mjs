// Installs what is missing before start, test or a command, so that a fresh clone needs no other step.
// Runs on Node 20 and has no dependencies. Prints on standard error only: a command's output stays clean.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('..', import.meta.url))
const stampFile = `${top}node_modules/.cache/tugevus-installed`
const stamp = createHash('sha256')
  .update(readFileSync(`${top}package.json`))
  .update(readFileSync(`${top}package-lock.json`))
  .digest('hex')

const installed = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
if (!installed) {
  console.error('Installing what is missing (about half a minute) …')
  const { npm_config_argv, npm_lifecycle_event, npm_command, ...env } = process.env
  const result = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: top,
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    console.error('Installing did not work. The lines above say why; then run the command again.')
    process.exit(1)
  }
  mkdirSync(`${top}node_modules/.cache`, { recursive: true })
  writeFileSync(stampFile, stamp)
}
