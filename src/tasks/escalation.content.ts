/** Reads `content/escalation.json`; a broken file stops the start and says in which line what is wrong. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { must, readContent } from '../platform/json-input.ts'
import type { Escalation } from './escalation.ts'

const fileInTheProject = fileURLToPath(new URL('../../content/escalation.json', import.meta.url))

/** `message` has one line `file:line: field what is wrong` for each thing to mend. */
export class EscalationContentError extends Error {
  override name = 'EscalationContentError'
}

const whole = (most: number) =>
  z
    .int(must(`a whole number from 0 to ${most}`))
    .min(0, must('not below 0'))
    .max(most, must(`at most ${most}`))

const limit = z.union(
  [
    z.strictObject({ hours: z.number().min(0).max(72) }),
    z.strictObject({ days: whole(60) }),
    z.strictObject({ workingDays: whole(40) }),
  ],
  must('one of { "hours": 0…72 }, { "days": 0…60 } and { "workingDays": 0…40 }'),
)

const rule = z.strictObject({
  limit,
  to: z.literal('lead', must('"lead"')),
  remindBefore: z
    .strictObject({ minutes: whole(1440) })
    .nullable()
    .default(null),
  mayWait: z
    .strictObject({ workingDays: whole(20) })
    .nullable()
    .default(null),
})

const schema: z.ZodType<Escalation> = z.strictObject({
  source: z.string(),
  day: z.strictObject({ tasks: whole(50).min(1, must('at least 1')) }),
  // Every kind is named: what is forgotten here would wait for ever.
  kinds: z.strictObject({
    help: rule,
    silence: rule,
    ask: rule,
    checkup: rule,
    read: rule,
    call: rule,
    undelivered: rule,
    horizon: rule,
  }),
})

/** @param bytes of the file; read from the project if not given */
export function loadEscalation(bytes: Uint8Array = readFileSync(fileInTheProject)): Escalation {
  return readContent(schema, { file: 'content/escalation.json', bytes, Failure: EscalationContentError })
}

let content: Escalation | undefined

/** Read at the first use; the start reads it, so that a broken file stops the start. */
export function escalationRules(): Escalation {
  content ??= loadEscalation()
  return content
}
