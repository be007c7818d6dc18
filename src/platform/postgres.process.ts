/** What the system tells about processes: Linux through /proc, the others through a program of theirs. */
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/** When a process was started, in a form that only compares; undefined where there is no such living process. */
export function startOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      // The name in brackets may itself hold brackets and spaces: count the fields after the last one. proc(5)
      const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ')
      if (fields[0] === 'Z' || fields[0] === 'X') return undefined
      return `${bootId()} ${fields[19]}`
    }
    return process.platform === 'win32'
      ? output('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`])
      : output('ps', ['-o', 'lstart=', '-p', String(pid)])
  } catch {
    return undefined
  }
}

/** The command line of a living process, its parts joined by spaces. */
export function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    const ask = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`
    return process.platform === 'win32'
      ? output('powershell', ['-NoProfile', '-Command', ask])
      : output('ps', ['-o', 'args=', '-ww', '-p', String(pid)])
  } catch {
    return undefined
  }
}

function output(program: string, args: string[]): string | undefined {
  return (
    execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined
  )
}

/** Cheap where `startOf` is not: it is asked every second. */
export function isAlive(pid: number): boolean {
  if (process.platform === 'linux') return startOf(pid) !== undefined
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Process start times count from the boot, so that only both together are unique. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
  } catch {
    return '-'
  }
}

/** The program file a process runs, on Linux, which marks one that was replaced since; elsewhere undefined. */
export function programOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/exe`)
  } catch {
    return undefined
  }
}
