/**
 * Chromium from `@sparticuz/chromium`, unpacked once (190 MB) and kept. It brings the libraries that a bare Debian lacks and
 * one font; its own launch settings are not used, they end the browser with the second context and switch web security off.
 */
import { execFile } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolders } from '../../src/platform/postgres.binaries.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))

export async function unpackedChromium(): Promise<{ path: string; env: Record<string, string> }> {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
  const { version } = JSON.parse(readFileSync(join(dirname(dirname(entry)), 'package.json'), 'utf8'))
  const name = `chromium-${version}`
  const places = [join(project, 'node_modules', '.cache', 'tugevus'), ...cacheFolders()].map((parent) =>
    join(parent, name),
  )
  const folder = places.find(isUsable) ?? (await unpackInto(places, entry))
  return {
    path: join(folder, 'chromium'),
    env: {
      // Its libraries lie in the folder of the system they were built on.
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_PATH: folder,
    },
  }
}

function isUsable(folder: string): boolean {
  try {
    accessSync(join(folder, 'chromium'), constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function unpackInto(places: string[], entry: string): Promise<string> {
  const failures: unknown[] = []
  for (const folder of places) {
    const half = `${folder}.unpack-${process.pid}-${Math.random().toString(36).slice(2)}`
    try {
      mkdirSync(half, { recursive: true })
      await unpack(entry, half)
      writeFileSync(join(half, 'fonts.conf'), fontsConfig)
      // Everybody who may read the clone may run its tests.
      chmodSync(join(half, 'chromium'), 0o755)
      // Only a whole browser gets its name; another test file may have been quicker.
      if (!isUsable(folder)) renameSync(half, folder)
      return folder
    } catch (error) {
      if (isUsable(folder)) return folder
      failures.push(error)
    } finally {
      if (existsSync(half)) rmSync(half, { recursive: true, force: true })
    }
  }
  throw new AggregateError(failures, `Chromium could not be unpacked into any of ${places.join(', ')}`)
}

/** In a process of its own, because the package reads its settings from the environment when it is imported. */
function unpack(entry: string, folder: string): Promise<void> {
  const source = `import chromium from ${JSON.stringify(entry)}; await chromium.executablePath()`
  return new Promise((done, failed) => {
    execFile(
      process.execPath,
      ['--input-type=module', '--eval', source],
      // The runtime's name makes it unpack its libraries too; TMPDIR is where it unpacks to.
      { env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' } },
      (error, _output, errors) => (error ? failed(new Error(errors || error.message)) : done()),
    )
  })
}

/** Text without a web font is drawn in the one font of the package, so that pictures are equal on every machine. */
const fontsConfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`
