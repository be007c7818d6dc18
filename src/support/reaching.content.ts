/** Reads `content/reaching.json`; a broken file stops the start and says in which line what is wrong. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { must, readContent } from '../platform/json-input.ts'
import type { Reaching } from './reaching.ts'

const fileInTheProject = fileURLToPath(new URL('../../content/reaching.json', import.meta.url))

/** `message` has one line `file:line: field what is wrong` for each thing to mend. */
export class ReachingContentError extends Error {
  override name = 'ReachingContentError'
}

const whole = (most: number) =>
  z
    .int(must(`a whole number from 1 to ${most}`))
    .min(1, must('at least 1'))
    .max(most, must(`at most ${most}`))

const order = ['supporter', 'trusted', 'lead'] as const

const schema: z.ZodType<Reaching> = z.strictObject({
  source: z.string(),
  tries: whole(10),
  againAfterWorkingDays: whole(20),
  otherwiseAfterWorkingDays: whole(20),
  steps: z
    .array(
      z.strictObject({
        step: z.enum(order, must('"supporter", "trusted" or "lead"')),
        tries: whole(10),
        workingDays: whole(40),
      }),
    )
    .superRefine((steps, context) => {
      const places = steps.map(({ step }) => order.indexOf(step))
      if (steps.at(-1)?.step !== 'lead') {
        context.addIssue({ code: 'custom', message: 'must end with "lead": somebody has to decide' })
      }
      if (places.some((place, index) => index > 0 && place <= (places[index - 1] ?? -1))) {
        context.addIssue({
          code: 'custom',
          message: 'must be in the order supporter, trusted, lead, each once',
        })
      }
    }),
  lost: z.strictObject({ everyMonths: whole(12) }),
})

/** @param bytes of the file; read from the project if not given */
export function loadReaching(bytes: Uint8Array = readFileSync(fileInTheProject)): Reaching {
  return readContent(schema, { file: 'content/reaching.json', bytes, Failure: ReachingContentError })
}
