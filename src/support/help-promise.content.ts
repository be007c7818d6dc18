/** Reads `content/help-promise.json`, once at start; a broken file stops the start and says in which line what is wrong. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Temporal } from '../platform/day.ts'
import type { HelpPromise } from './help-promise.ts'
import { must, readContent } from '../platform/json-input.ts'

const fileInTheProject = fileURLToPath(new URL('../../content/help-promise.json', import.meta.url))

/** `message` has one line `file:line: field what is wrong` for each thing to mend. */
export class HelpPromiseContentError extends Error {
  override name = 'HelpPromiseContentError'
}

const time = z
  .string(must('a time of day such as "08:00"'))
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { ...must('a time of day such as "08:00"'), abort: true })
  .transform((text) => Temporal.PlainTime.from(text))

const schema: z.ZodType<HelpPromise> = z
  .strictObject({
    note: z.string().optional(),
    askedFrom: time,
    askedUntil: time,
    withinHours: z
      .int(must('a whole number of hours from 1 to 24'))
      .min(1, must('at least 1 hour'))
      .max(24, must('at most 24 hours')),
    otherwiseAt: time,
  })
  .superRefine(({ askedFrom, askedUntil, otherwiseAt }, context) => {
    if (Temporal.PlainTime.compare(askedFrom, askedUntil) >= 0) {
      context.addIssue({ code: 'custom', path: ['askedUntil'], message: 'must be after askedFrom' })
    }
    // Whoever asks in the last minute before `askedFrom` must not be promised a moment that has passed.
    if (Temporal.PlainTime.compare(otherwiseAt, askedFrom) < 0) {
      context.addIssue({ code: 'custom', path: ['otherwiseAt'], message: 'must not be before askedFrom' })
    }
  })

/** @param bytes of the file; read from the project if not given */
export function loadHelpPromise(bytes: Uint8Array = readFileSync(fileInTheProject)): HelpPromise {
  return readContent(schema, { file: 'content/help-promise.json', bytes, Failure: HelpPromiseContentError })
}
