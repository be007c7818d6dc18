// Starts one of our programs with what Node 24 needs; says one clear sentence on an older Node.
// The program runs in this process, not in a child of it: a signal reaches it directly, and killing it leaves nothing behind.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `Tugevus runs on Node 24; this is Node ${process.versions.node}. Run it through npm (npm start), or install Node 24 on this platform.`,
  )
  process.exit(1)
}

const [program, ...rest] = process.argv.slice(2)
if (program === '--watch') {
  const child = spawn(process.execPath, ['--watch', fileURLToPath(import.meta.url), ...rest], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
} else {
  process.setSourceMapsEnabled(true)
  // A library that uses a young feature of Node says so on every start; that is nothing an operator can act on.
  const warn = process.emitWarning
  process.emitWarning = (warning, ...about) => {
    const type = typeof about[0] === 'string' ? about[0] : about[0]?.type
    if (type !== 'ExperimentalWarning') warn.call(process, warning, ...about)
  }
  await import('./tsx-loader.mjs')
  const path = resolve(program)
  process.argv = [process.execPath, path, ...rest]
  await import(pathToFileURL(path).href)
}
