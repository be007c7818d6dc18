/**
 * The browser of the journeys: one that is on the machine, else the one that npm brings. A journey is never skipped: where
 * there is no browser, it fails and says what to install.
 *
 * @example
 * const browser = await testBrowser()
 * const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
 */
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll } from 'vitest'
import { unpackedChromium } from './browser.unpack.ts'

type Program = { path: string; env?: Record<string, string> }

let browser: Promise<Browser> | undefined

/** The same browser for all tests of a file; it is closed after the file. A journey opens its own context. */
export function testBrowser(): Promise<Browser> {
  return (browser ??= launch())
}

export async function stopBrowser(): Promise<void> {
  const opened = browser
  browser = undefined
  // One that could not start has told so to its test.
  await (await opened?.catch(() => undefined))?.close()
}

/** Registered for every file by `each.ts`. A launch takes a fifth of a second, a browser that stays behind far more. */
export function closeAfterFile(): void {
  afterAll(stopBrowser)
}

async function launch(): Promise<Browser> {
  const { path, env } = await findBrowser(process.env)
  // Only journeys pay for loading it; every test file loads this one.
  const { chromium } = await import('playwright-core')
  return await chromium.launch({
    executablePath: path,
    env: { ...definedOnly(process.env), ...env },
    // Only our own pages are opened, and many containers do not allow the sandbox.
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** @throws an Error that says what to install */
export async function findBrowser(env: NodeJS.ProcessEnv): Promise<Program> {
  const named = env['CHROMIUM_PATH']
  if (named) {
    if (!isProgram(named))
      throw new Error(`CHROMIUM_PATH names ${named}, which is no program that can be run.`)
    return { path: named }
  }
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
      const path = join(folder, name)
      if (folder && isProgram(path)) return { path }
    }
  }
  try {
    return await unpackedChromium()
  } catch (error) {
    throw new Error(
      'The browser journeys need a browser. Install chromium (on Debian: apt install chromium), or set CHROMIUM_PATH to a Chromium or Chrome.',
      { cause: error },
    )
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return existsSync(path)
  } catch {
    return false
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
