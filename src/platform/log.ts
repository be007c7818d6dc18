import { pino, type Logger } from 'pino'
import type { Config } from './config.ts'

export type Log = Logger

/**
 * Structured lines on standard output. Nothing personal belongs in a line: addresses of pages carry only codes, and
 * a request is known by its id, which the error page shows too.
 */
export function openLog(level: Config['log']): Log {
  return pino({
    level,
    base: null,
    redact: { paths: ['*.email', '*.name', '*.phone', '*.password', '*.token', '*.code'], censor: '…' },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
}
