// Starts one of our programs with what Node 24 needs; says one clear sentence on an older Node.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `Tugevus runs on Node 24; this is Node ${process.versions.node}. Run it through npm (npm start), or install Node 24 on this platform.`,
  )
  process.exit(1)
}

const child = spawn(
  process.execPath,
  [
    '--enable-source-maps',
    '--disable-warning=ExperimentalWarning',
    '--import',
    fileURLToPath(new URL('./tsx-loader.mjs', import.meta.url)),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
)
// The terminal sends its signals to the whole group; a supervisor sends them to us alone: pass those on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
