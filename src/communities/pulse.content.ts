/**
 * Reads what a pulse asks: `content/pulse/questions.json`. Read once at start; a broken file stops the start and says in which line what
 * is wrong.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { must, readContent } from '../platform/json-input.ts'

/** `message` has one line `file:line: field what is wrong` for each thing to mend. */
export class PulseContentError extends Error {
  override name = 'PulseContentError'
}

const words = z.string().trim().min(1, must('more than spaces'))
const inLanguages = z.strictObject({ et: words, ru: words, en: words, fi: words, nb: words })
const scale = z.strictObject({ text: inLanguages, low: inLanguages, high: inLanguages })

const questionsSchema = z.strictObject({
  /** Goes up when a question changes its meaning: pulses of two versions are not put side by side without saying so. */
  version: z.int(must('a whole number')).min(1, must('at least 1')).max(1000, must('at most 1000')),
  trust: z.strictObject({
    source: words,
    lead: inLanguages,
    items: z.strictObject({ trust: scale, fairness: scale, helpfulness: scale }),
  }),
  distance: z.strictObject({
    source: words,
    lead: inLanguages,
    items: z.strictObject({
      neighbour: inLanguages,
      hobby: inLanguages,
      workmate: inLanguages,
      lodger: inLanguages,
      evening: inLanguages,
    }),
    answers: z.strictObject({ 0: inLanguages, 1: inLanguages, 2: inLanguages, 3: inLanguages }),
  }),
})

export type PulseQuestions = z.infer<typeof questionsSchema>

const inTheProject = fileURLToPath(new URL('../../content/pulse/questions.json', import.meta.url))

/** @param bytes of the file; read from the project if not given. Throws `PulseContentError`. */
export function loadPulseQuestions(bytes: Uint8Array = readFileSync(inTheProject)): PulseQuestions {
  return readContent(questionsSchema, {
    file: 'content/pulse/questions.json',
    bytes,
    Failure: PulseContentError,
  })
}

let content: PulseQuestions | undefined

/** Read at the first use; the start reads it, so that a broken file stops the start. Throws `PulseContentError`. */
export function pulseQuestions(): PulseQuestions {
  content ??= loadPulseQuestions()
  return content
}
