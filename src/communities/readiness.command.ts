/**
 * Readiness asked from outside: one JSON text in, one JSON text out.
 *
 * What is refused and what is read kindly: docs/decisions/060-readiness.md, and 013-rules-from-outside.md for all such commands.
 */
import { z } from 'zod'
import { must, readInput, toldAtOnce } from '../platform/json-input.ts'
import { dimensionKeys, inHundredths, readiness } from './readiness.ts'

/** One line of JSON without its line end; on bad input `{"error":"…"}` and 1. */
export type ReadinessAnswer = { output: string; exitCode: 0 | 1 }

const scoreNeeded = must('a number from 1 to 9 with at most two decimals')
const score = z.number(scoreNeeded).refine((value) => inHundredths(value) !== null, scoreNeeded)

const readinessInput = z.strictObject({
  dimensions: z
    .array(z.enum(dimensionKeys, must(`one of: ${dimensionKeys.join(', ')}`)))
    .min(1, must('a list of at least one dimension'))
    .superRefine((dimensions, context) => {
      for (const [index, dimension] of dimensions.entries()) {
        const earlier = dimensions.indexOf(dimension)
        if (earlier === index) continue
        context.addIssue({ code: 'custom', path: [index], message: `is the same as dimensions[${earlier}]` })
      }
    }),
  interviews: z
    .array(
      z.strictObject({
        combined: z.strictObject({
          climate: score.optional(),
          leadership: score.optional(),
          knowledge: score.optional(),
          efforts: score.optional(),
          efforts_known: score.optional(),
          resources: score.optional(),
        }),
      }),
    )
    .min(1, must('a list of at least one interview')),
})

/** @param stdin what stands on standard input */
export function readinessCommand(stdin: string): ReadinessAnswer {
  const { value, problems } = readInput(readinessInput, stdin)
  if (problems !== null) return { output: JSON.stringify({ error: toldAtOnce(problems) }), exitCode: 1 }
  const { dimensions, overall, first } = readiness(value)
  const unknown = { score: null, stage: null }
  const output = {
    dimensions: Object.fromEntries(
      dimensions.map(({ dimension, reached, interviews }) => [
        dimension,
        { ...(reached ?? unknown), interviews },
      ]),
    ),
    overall,
    first,
  }
  return { output: JSON.stringify(output), exitCode: 0 }
}
