/** The program's commands as an operator runs them, in processes of their own that can be killed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('../..', import.meta.url))

export type Ended = { code: number | null; out: string; err: string }
export type Running = { process: ChildProcess; ended: Promise<Ended> }

/** @param env what is set besides the path; nothing of the test's own environment */
export function runCommand(words: readonly string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, ['tools/run.mjs', 'src/cli.ts', ...words], {
    cwd: top,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (said.err += text.toString()))
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, ...said })))
  return { process: child, ended }
}

/** Kills a command after so many milliseconds, as a loss of power would. @returns whether it was still running */
export async function killAfter(running: Running, ms: number): Promise<boolean> {
  const timer = setTimeout(() => running.process.kill('SIGKILL'), ms)
  const { code } = await running.ended
  clearTimeout(timer)
  return code === null
}
