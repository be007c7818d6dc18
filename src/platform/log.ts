import { pino, type DestinationStream, type Logger } from 'pino'
import type { Config } from './config.ts'

export type Log = Logger

/**
 * Structured lines on standard output, or wherever they are to go. Nothing personal belongs in a line: addresses of pages carry only
 * codes, and a request is known by its id, which the error page shows too.
 */
export function openLog(level: Config['log'], to: DestinationStream = pino.destination(1)): Log {
  return pino(
    {
      level,
      base: null,
      redact: { paths: ['*.email', '*.name', '*.phone', '*.password', '*.token', '*.code'], censor: '…' },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    to,
  )
}

/** Errors of the language and of libraries whose message quotes what they could not read. */
const quoting = new Set(['SyntaxError', 'RangeError', 'URIError', 'ZodError'])

/** What may stand in the log of an error: where it happened, and nothing of the row or the text it happened with. */
export function plainError(error: unknown): { kind: string; message: string; stack: string | undefined } {
  if (!(error instanceof Error)) return { kind: 'unknown', message: 'not an Error', stack: undefined }
  // The driver's messages may quote values of the row: only its code is kept.
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code === undefined && !quoting.has(error.name))
    return { kind: error.name, message: error.message, stack: error.stack }
  // A message may be of several lines: only those of the stack itself are left.
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return { kind: error.name, message: code ?? 'left out', stack: stack?.join('\n') }
}
