/** Reads `content/absence.json`, once; a broken file stops the start and says in which line what is wrong. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { must, readContent } from '../platform/json-input.ts'

const fileInTheProject = fileURLToPath(new URL('../../content/absence.json', import.meta.url))

/** `message` has one line `file:line: field what is wrong` for each thing to mend. */
export class AbsenceContentError extends Error {
  override name = 'AbsenceContentError'
}

export type AbsenceContent = {
  source: string
  /** After so many working days without a sign somebody whose tasks are overdue counts as away. */
  noticedAfterWorkingDays: number
  /** After so many days the lead is told of an offer of people that nobody has answered. */
  moveAnsweredWithinDays: number
}

const days = (from: number, to: number) => {
  const whole = must(`a whole number from ${from} to ${to}`)
  return z.int(whole).min(from, whole).max(to, whole)
}

const schema: z.ZodType<AbsenceContent> = z.strictObject({
  source: z.string(must('where the numbers come from')).min(1, must('where the numbers come from')),
  noticedAfterWorkingDays: days(1, 10),
  moveAnsweredWithinDays: days(1, 30),
})

/** @param bytes of the file; read from the project if not given */
export function loadAbsenceContent(bytes: Uint8Array = readFileSync(fileInTheProject)): AbsenceContent {
  return readContent(schema, { file: 'content/absence.json', bytes, Failure: AbsenceContentError })
}

let content: AbsenceContent | undefined

/** Throws `AbsenceContentError`. */
export function absenceContent(): AbsenceContent {
  content ??= loadAbsenceContent()
  return content
}
