/**
 * Reads the programmes that are shipped as a starting point: one file for each in `content/trainings`, named like its key. Read once at start; a broken
 * file stops the start and says in which file and line what is wrong.
 */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { dimensionKeys } from '../communities/readiness.ts'
import { must, readContentFolder } from '../platform/json-input.ts'
import { locales, type Locale } from '../platform/words.ts'
import { audiences, type Training } from './training.ts'
import { trainingWords } from './training.words.ts'

/** `message` has one line `file:line: field what is wrong` for each thing to mend. */
export class TrainingContentError extends Error {
  override name = 'TrainingContentError'
}

const text = z.string().trim().min(1, must('more than spaces'))
const inOneLanguage = z.strictObject({
  name: text,
  aims: z.array(text).min(1, must('at least one aim')),
  steps: z.array(text).min(2, must('at least two steps')),
  materials: z.array(text),
  /** The sentences of the sheet that everybody takes along. */
  handout: z.array(text),
})

const readySchema = z
  .strictObject({
    forWhom: z.enum(audiences, must(`one of: ${audiences.join(', ')}`)),
    /** The dimensions of a community's readiness that it helps to grow. */
    dimensions: z.array(z.enum(dimensionKeys, must(`one of: ${dimensionKeys.join(', ')}`))),
    /** Of each step, in their order. */
    minutes: z.array(z.int(must('whole minutes')).min(1, must('at least 1')).max(480, must('at most 480'))),
    words: z.strictObject({
      et: inOneLanguage,
      en: inOneLanguage,
      ru: inOneLanguage,
      fi: inOneLanguage,
      nb: inOneLanguage,
    }),
  })
  .superRefine(({ minutes, words }, context) => {
    for (const locale of locales) {
      for (const field of ['aims', 'steps', 'materials', 'handout'] as const) {
        const needed = field === 'steps' ? minutes.length : words.et[field].length
        const there = words[locale][field].length
        if (there === needed) continue
        const what = field === 'steps' ? 'minutes' : 'in Estonian'
        const path = ['words', locale, field]
        context.addIssue({ code: 'custom', path, message: `must be ${needed}, as ${what}, not ${there}` })
      }
    }
  })

export type ReadyProgramme = z.infer<typeof readySchema> & { key: string }

const inTheProject = fileURLToPath(new URL('../../content/trainings/', import.meta.url))

/** @param folder read from the project if not given. Throws `TrainingContentError`, with what is wrong in all files. */
export function loadReadyProgrammes(folder = inTheProject): ReadyProgramme[] {
  return readContentFolder(readySchema, { folder, at: 'content/trainings', Failure: TrainingContentError })
}

let content: readonly ReadyProgramme[] | undefined

/** Read at the first use; the start reads it, so that a broken file stops the start. Throws `TrainingContentError`. */
export function readyProgrammes(): readonly ReadyProgramme[] {
  content ??= loadReadyProgrammes()
  return content
}

/** Those that help a dimension of readiness to grow. */
export const servingProgrammes = (dimension: string): ReadyProgramme[] =>
  readyProgrammes().filter(({ dimensions }) => dimensions.some((one) => one === dimension))

/** A ready programme as a training that somebody then makes their own. */
export function trainingFrom(locale: Locale, ready: ReadyProgramme): Omit<Training, 'id'> {
  const say = trainingWords(locale).ready
  const { name, aims, steps, materials, handout } = ready.words[locale]
  const listed = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [[title, ...items.map((item) => `– ${item}`)].join('\n')]
  const timed = steps.map((step, place) => `${place + 1}. ${step} (${ready.minutes[place]} min)`)
  const all = ready.minutes.reduce((sum, one) => sum + one, 0)
  return {
    title: name,
    forWhom: ready.forWhom,
    programme: [...listed(say.aims, aims), [say.steps(all), ...timed].join('\n')].join('\n\n'),
    materials: [...listed(say.materials, materials), ...listed(say.handout, handout)].join('\n\n'),
  }
}
