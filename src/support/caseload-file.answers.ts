/**
 * What a human has said about a file before it is imported: how its columns and days are meant, what a cell should say
 * instead, which rows are right as they stand. Plain JSON, so that it can be kept between two looks at the preview; every
 * answer leads to a whole new check, so that nothing depends on the order of the answers.
 */
import { z } from 'zod'
import { columns, type Column } from './caseload-file.ts'
import { meanings } from './caseload-file.headings.ts'

const row = z.coerce.number().int().positive()
const rows = z.array(row)

export const answersSchema = z.object({
  /** The name of the sheet, where the file has several. */
  sheet: z.string().nullable(),
  /** `none`: the first row is a person already. `null`: find it. */
  headingRow: z.union([z.number().int().positive(), z.literal('none')]).nullable(),
  /** By the index of a column from 0; `null` leaves the column out. */
  columns: z.record(z.coerce.number().int().nonnegative(), z.enum(meanings).nullable()),
  slashOrder: z.enum(['dmy', 'mdy']).nullable(),
  /** By row: the texts that take the place of what stands in the cells. An empty text empties the cell. */
  corrections: z.record(row, z.partialRecord(z.enum(columns), z.string())),
  /** By row: the columns that are right as they stand. */
  confirmed: z.record(row, z.array(z.enum(columns))),
  /** Rows that are to be left out. */
  skipped: rows,
  /** Rows that are somebody else than the row they resemble. */
  somebodyElse: rows,
})
export type Answers = z.infer<typeof answersSchema>

export const noAnswers: Answers = {
  sheet: null,
  headingRow: null,
  columns: {},
  slashOrder: null,
  corrections: {},
  confirmed: {},
  skipped: [],
  somebodyElse: [],
}

/** Puts `text` in the place of what stands in a cell, and takes the row back in if it was left out. */
export function withFix(answers: Answers, row: number, column: Column, text: string): Answers {
  return {
    ...answers,
    corrections: { ...answers.corrections, [row]: { ...answers.corrections[row], [column]: text } },
    // What was confirmed was another text.
    confirmed: {
      ...answers.confirmed,
      [row]: (answers.confirmed[row] ?? []).filter((one) => one !== column),
    },
    skipped: answers.skipped.filter((one) => one !== row),
  }
}

/** Takes a correction back: what stands in the file holds again. */
export function withoutFix(answers: Answers, row: number, column: Column): Answers {
  const { [column]: _, ...others } = answers.corrections[row] ?? {}
  return { ...answers, corrections: { ...answers.corrections, [row]: others } }
}

/** This cell is right as it stands. Only holds for doubts that can be confirmed (`isConfirmable`). */
export function withConfirmation(answers: Answers, row: number, column: Column): Answers {
  const confirmed = new Set([...(answers.confirmed[row] ?? []), column])
  return { ...answers, confirmed: { ...answers.confirmed, [row]: [...confirmed] } }
}

/** This row is left out. */
export function withSkip(answers: Answers, row: number): Answers {
  return { ...answers, skipped: [...new Set([...answers.skipped, row])] }
}

/** This row is somebody else than the row it resembles. */
export function withSomebodyElse(answers: Answers, row: number): Answers {
  return { ...answers, somebodyElse: [...new Set([...answers.somebodyElse, row])] }
}
