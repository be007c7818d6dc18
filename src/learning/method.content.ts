/**
 * Reads the method cards that are shipped: one file for each in `content/methods`, named like its key. Read once at start; a broken file stops the
 * start and says in which file and line what is wrong.
 */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { must, readContentFolder } from '../platform/json-input.ts'
import { locales } from '../platform/words.ts'
import { abstinences, evidenceLevels, type MethodCard, type MethodWords } from './method.ts'

/** `message` has one line `file:line: field what is wrong` for each thing to mend. */
export class MethodContentError extends Error {
  override name = 'MethodContentError'
}

const text = z.string().trim().min(1, must('more than spaces'))
const lines = z.array(text)
const inOneLanguage = z.strictObject({
  name: text,
  purpose: text,
  targetGroup: text,
  provider: text,
  groupSize: text.nullable(),
  time: text.nullable(),
  materials: lines,
  steps: lines.min(2, must('at least two steps')),
  core: lines.min(1, must('at least one core element')),
  cautions: lines,
  evidence: text,
  abstinence: text,
})

/** What one language tells, all do: as many steps, and nothing known in one that is unknown in another. */
function alike(words: Record<string, MethodWords>, context: z.RefinementCtx): void {
  const first = words['et']
  if (!first) return
  const shape = (value: unknown) => (Array.isArray(value) ? value.length : value === null ? 'null' : 'text')
  for (const locale of locales) {
    for (const field of Object.keys(first) as (keyof MethodWords)[]) {
      const [here, there] = [shape(first[field]), shape(words[locale]?.[field])]
      if (here === there) continue
      const path = [locale, field]
      context.addIssue({
        code: 'custom',
        path,
        message: `must tell as much as in Estonian (${here}), not ${there}`,
      })
    }
  }
}

const cardSchema = z.strictObject({
  version: z.int(must('a whole number')).min(1, must('at least 1')).max(1000, must('at most 1000')),
  originalName: text,
  country: z.enum(['FI', 'NO', 'EE'], must('one of: FI, NO, EE')),
  evidence: z.enum(evidenceLevels, must(`one of: ${evidenceLevels.join(', ')}`)),
  abstinence: z.enum(abstinences, must(`one of: ${abstinences.join(', ')}`)),
  sources: lines.min(1, must('at least one source')),
  checkedOn: z.iso.date(must('a day such as 2026-11-23')),
  words: z
    .strictObject({
      et: inOneLanguage,
      en: inOneLanguage,
      ru: inOneLanguage,
      fi: inOneLanguage,
      nb: inOneLanguage,
    })
    .superRefine(alike),
})

const inTheProject = fileURLToPath(new URL('../../content/methods/', import.meta.url))

/** @param folder read from the project if not given. Throws `MethodContentError`, with what is wrong in all files. */
export function loadMethodCards(folder = inTheProject): MethodCard[] {
  return readContentFolder(cardSchema, {
    folder,
    at: 'content/methods',
    names: {
      like: /^[a-z]{2}-[a-z0-9]+(-[a-z0-9]+)*\.json$/,
      must: 'a country and a word, such as fi-klubitalo.json',
    },
    Failure: MethodContentError,
  })
}

let content: readonly MethodCard[] | undefined

/** Read at the first use; the start reads it, so that a broken file stops the start. Throws `MethodContentError`. */
export function methodCards(): readonly MethodCard[] {
  content ??= loadMethodCards()
  return content
}
