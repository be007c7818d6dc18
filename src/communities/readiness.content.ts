/**
 * Reads what readiness is asked and scored by: `content/readiness/definition.json`, and one file for each dimension, named like its
 * `key`. Read once at start; a broken file stops the start and says in which file and line what is wrong.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { must, readContent } from '../platform/json-input.ts'
import {
  dimensionKeys,
  stages,
  type Action,
  type AdvisedInterviews,
  type Dimension,
  type InLanguages,
  type Stage,
} from './readiness.ts'

/** `message` has one line `file:line: field what is wrong` for each thing to mend. */
export class ReadinessContentError extends Error {
  override name = 'ReadinessContentError'
}

export const variantKeys = ['six', 'five'] as const
export type Variant = (typeof variantKeys)[number]

export type Question = {
  key: string
  /** Without an answer to it the dimension cannot be scored. */
  forScoring: boolean
  text: InLanguages
}

export type DimensionDefinition = {
  key: Dimension
  name: InLanguages
  meaning: InLanguages
  questions: Question[]
  /** A scorer begins at stage 1 and moves up while the community is beyond the sentence; of a sentence all parts must hold. */
  anchors: Record<Stage, InLanguages>
}

export type ReadinessDefinition = {
  /** Goes up when a question or an anchor changes its meaning: what was scored before keeps the number it was scored by. */
  version: number
  source: string
  /** What the community is, or is not, ready for. */
  issue: InLanguages
  variants: Record<Variant, { source: string; name: InLanguages; dimensions: Dimension[] }>
  interviews: AdvisedInterviews
  stages: Record<Stage, { name: InLanguages; goal: InLanguages }>
  dimensions: Record<Dimension, DimensionDefinition>
  /** Those of the dimensions in their order, then those for all. */
  actions: Action[]
}

const words = z.string().trim().min(1, must('more than spaces'))
const inLanguages = z.strictObject({ et: words, ru: words, en: words })
const stage = z.literal(stages, must('a stage from 1 to 9'))
const dimensionKey = z.enum(dimensionKeys, must(`one of: ${dimensionKeys.join(', ')}`))
const count = z.int(must('a whole number')).min(1, must('at least 1')).max(100, must('at most 100'))

function ofEachStage<T extends z.ZodType>(value: T) {
  return z.strictObject({
    1: value,
    2: value,
    3: value,
    4: value,
    5: value,
    6: value,
    7: value,
    8: value,
    9: value,
  })
}

/** Actions of one file: their keys begin with its name, so that none stands in two files, and no stage is without help. */
function actionsOf<D extends Dimension | 'all'>(dimension: D) {
  return z
    .array(
      z
        .strictObject({
          key: words,
          stageFrom: stage,
          stageTo: stage,
          title: inLanguages,
          how: inLanguages,
        })
        .transform((action) => ({ ...action, dimension })),
    )
    .superRefine((actions, context) => {
      mustDiffer(actions, context)
      for (const [index, { key, stageFrom, stageTo }] of actions.entries()) {
        if (!key.startsWith(`${dimension}-`)) {
          context.addIssue({
            code: 'custom',
            path: [index, 'key'],
            message: `must begin with "${dimension}-"`,
          })
        }
        if (stageTo < stageFrom) {
          const message = `must not be before stageFrom (${stageFrom})`
          context.addIssue({ code: 'custom', path: [index, 'stageTo'], message })
        }
      }
      const bare = stages.filter(
        (each) => !actions.some((one) => one.stageFrom <= each && each <= one.stageTo),
      )
      if (bare.length > 0)
        context.addIssue({ code: 'custom', message: `must have one for stage ${bare.join(', ')}` })
    })
}

function mustDiffer(entries: readonly { key: string }[], context: z.RefinementCtx): void {
  for (const [index, { key }] of entries.entries()) {
    const earlier = entries.findIndex((entry) => entry.key === key)
    if (earlier === index) continue
    context.addIssue({
      code: 'custom',
      path: [index, 'key'],
      message: `must differ from that of [${earlier}]`,
    })
  }
}

function dimensionSchema(key: Dimension) {
  return z.strictObject({
    key: z.literal(key, must(`"${key}", like the file's name`)),
    name: inLanguages,
    meaning: inLanguages,
    questions: z
      .array(z.strictObject({ key: words, forScoring: z.boolean(), text: inLanguages }))
      .superRefine((questions, context) => {
        mustDiffer(questions, context)
        if (!questions.some(({ forScoring }) => forScoring)) {
          context.addIssue({ code: 'custom', message: 'must have one that is forScoring' })
        }
      }),
    anchors: ofEachStage(inLanguages),
    actions: actionsOf(key),
  })
}

const variant = z.strictObject({
  source: words,
  name: inLanguages,
  dimensions: z
    .array(dimensionKey)
    .min(1, must('a list of at least one dimension'))
    .refine((keys) => new Set(keys).size === keys.length, must('each dimension once')),
})

const definitionSchema = z.strictObject({
  version: count,
  source: words,
  issue: inLanguages,
  variants: z.strictObject({ six: variant, five: variant }),
  interviews: z
    .strictObject({
      source: words,
      usualFrom: count,
      usualTo: count,
      least: count,
      leastSmallAndAlike: count,
    })
    .superRefine(({ usualFrom, usualTo, least, leastSmallAndAlike }, context) => {
      if (usualTo < usualFrom) {
        context.addIssue({
          code: 'custom',
          path: ['usualTo'],
          message: `must not be below usualFrom (${usualFrom})`,
        })
      }
      if (leastSmallAndAlike > least) {
        context.addIssue({
          code: 'custom',
          path: ['leastSmallAndAlike'],
          message: `must not be above least (${least})`,
        })
      }
    }),
  stages: ofEachStage(z.strictObject({ name: inLanguages, goal: inLanguages })),
  actions: actionsOf('all'),
})

const folderInTheProject = fileURLToPath(new URL('../../content/readiness/', import.meta.url))

/**
 * @param bytesOf a file of `content/readiness/` by its name; read from the project if not given.
 * Throws `ReadinessContentError`.
 */
export function loadReadiness(
  bytesOf: (name: string) => Uint8Array = (name) => readFileSync(join(folderInTheProject, name)),
): ReadinessDefinition {
  const read = <T>(schema: z.ZodType<T>, name: string): T =>
    readContent(schema, {
      file: `content/readiness/${name}`,
      bytes: bytesOf(name),
      Failure: ReadinessContentError,
    })
  const actions: Action[] = []
  const dimension = (key: Dimension): DimensionDefinition => {
    const { actions: own, ...definition } = read(dimensionSchema(key), `${key}.json`)
    actions.push(...own)
    return definition
  }

  const { actions: forAll, ...definition } = read(definitionSchema, 'definition.json')
  const dimensions = {
    climate: dimension('climate'),
    leadership: dimension('leadership'),
    knowledge: dimension('knowledge'),
    efforts: dimension('efforts'),
    efforts_known: dimension('efforts_known'),
    resources: dimension('resources'),
  }
  return { ...definition, dimensions, actions: [...actions, ...forAll] }
}

let content: ReadinessDefinition | undefined

/** Read at the first use; the start reads it, so that a broken file stops the start. Throws `ReadinessContentError`. */
export function readinessDefinition(): ReadinessDefinition {
  content ??= loadReadiness()
  return content
}
