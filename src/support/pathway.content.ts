/**
 * Reads the pathways that experts edit: one JSON file each in `content/pathways/`, named like its `key`. Read once at
 * start; a broken file stops the start and says in which file and line what is wrong.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { must, readInput, toldIn } from '../platform/json-input.ts'
import type { Pathway } from './pathway.ts'

const folderInTheProject = fileURLToPath(new URL('../../content/pathways/', import.meta.url))

/** `message` has one line `file:line: field what is wrong` for each thing to mend. */
export class PathwayContentError extends Error {
  override name = 'PathwayContentError'
}

/** All pathways by key, in the order of their keys. Throws `PathwayContentError`. */
export function loadPathways(folder = folderInTheProject): ReadonlyMap<string, Pathway> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
  if (files.length === 0) throw new PathwayContentError(`${folder}: there is no pathway here (no .json file)`)
  const read = files.map((name) => readPathway(join(folder, name), readFileSync(join(folder, name))))
  const broken = read.flatMap((each) => each.problems ?? [])
  if (broken.length > 0) throw new PathwayContentError(broken.join('\n'))
  return new Map(read.flatMap(({ pathway }) => (pathway === null ? [] : [[pathway.key, pathway]])))
}

type ReadPathway = { pathway: Pathway; problems: null } | { pathway: null; problems: string[] }

/** @param file only named in the problems, and compared with the pathway's key */
export function readPathway(file: string, bytes: Uint8Array): ReadPathway {
  const garbled = lineNotUtf8(bytes)
  if (garbled !== null) {
    return { pathway: null, problems: [`${file}:${garbled}: is not UTF-8; save the file as UTF-8`] }
  }
  const expectedKey = basename(file, '.json')
  const { value, problems } = readInput(pathwaySchema(expectedKey), new TextDecoder().decode(bytes))
  if (problems === null) return { pathway: value, problems }
  return { pathway: null, problems: problems.map((problem) => toldIn(file, problem)) }
}

function lineNotUtf8(bytes: Uint8Array): number | null {
  const strict = new TextDecoder('utf-8', { fatal: true })
  // A line end is never part of another sign in UTF-8, so each line stands for itself.
  for (let line = 1, start = 0; start <= bytes.length; line += 1) {
    const found = bytes.indexOf(0x0a, start)
    const end = found === -1 ? bytes.length : found
    try {
      strict.decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    start = end + 1
  }
  return null
}

const words = z.string().trim().min(1, must('more than spaces'))
const months = z
  .int(must('a whole number of months'))
  .min(1, must('at least 1 month'))
  .max(600, must('at most 600 months'))
const days = z
  .int(must('a whole number of days'))
  .min(1, must('at least 1 day'))
  .max(3660, must('at most 3660 days'))

const adaptiveRule = z.strictObject({
  rule: z.literal('adaptive'),
  source: words,
  baseMonths: months,
  stepMonths: months,
})

const fixedRule = z.strictObject({
  rule: z.literal('fixed'),
  source: words,
  afterDays: z.array(days).superRefine(mustGrow),
  afterMonths: z.array(months).superRefine(mustGrow),
})

const rhythm = z.strictObject({
  source: words,
  steps: z
    .array(
      z.strictObject({
        every: z.enum(['week', 'fortnight', 'month'], must('"week", "fortnight" or "month"')),
        throughMonth: months,
      }),
    )
    .superRefine((steps, context) =>
      mustGrow(
        steps.map(({ throughMonth }) => throughMonth),
        context,
        'throughMonth',
      ),
    ),
})

function pathwaySchema(expectedKey: string): z.ZodType<Pathway> {
  return z
    .strictObject({
      key: z.literal(expectedKey, must(`"${expectedKey}", like the file's name`)),
      name: z.strictObject({ et: words, en: words, ru: words }),
      horizonMonths: months,
      checkups: z.discriminatedUnion('rule', [adaptiveRule, fixedRule], must('"adaptive" or "fixed"')),
      checkins: rhythm,
    })
    .superRefine(({ horizonMonths, checkups }, context) => {
      if (checkups.rule !== 'fixed') return
      const [firstMonth] = checkups.afterMonths
      // No month is shorter than 28 days: so the days and then the months are in order whatever the day of leaving.
      if (firstMonth !== undefined && (checkups.afterDays.at(-1) ?? 0) >= firstMonth * 28) {
        const message = `must begin after the last of afterDays (${checkups.afterDays.at(-1)} days)`
        context.addIssue({ code: 'custom', path: ['checkups', 'afterMonths', 0], message })
      }
      for (const [index, month] of checkups.afterMonths.entries()) {
        if (month <= horizonMonths) continue
        const message = `must not be after horizonMonths (${horizonMonths})`
        context.addIssue({ code: 'custom', path: ['checkups', 'afterMonths', index], message })
      }
    })
}

function mustGrow(numbers: readonly number[], context: z.RefinementCtx, inside?: string): void {
  for (const [index, number] of numbers.entries()) {
    const before = numbers[index - 1]
    if (before === undefined || before < number) continue
    const path = inside === undefined ? [index] : [index, inside]
    context.addIssue({ code: 'custom', path, message: `must be more than the one before it (${before})` })
  }
}
