import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { locales, type Locale } from '../platform/words.ts'
import { loadPulseQuestions, PulseContentError, pulseQuestions } from './pulse.content.ts'

const shipped = readFileSync(
  fileURLToPath(new URL('../../content/pulse/questions.json', import.meta.url)),
  'utf8',
)

/** What is said of the shipped file after one edit, as an expert might make it. */
function problemsAfter(from: string | RegExp, to: string): string {
  const edited = shipped.replace(from, to)
  if (edited === shipped) throw new Error(`"${from}" is not there`)
  try {
    loadPulseQuestions(Buffer.from(edited))
  } catch (error) {
    if (error instanceof PulseContentError) return error.message
    throw error
  }
  throw new Error('nothing was thrown')
}

const lineOf = (part: string) => shipped.slice(0, shipped.indexOf(part)).split('\n').length

function everySentence(part: unknown): Record<Locale, string>[] {
  if (typeof part !== 'object' || part === null) return []
  if (locales.every((locale) => locale in part)) return [part as Record<Locale, string>]
  return Object.values(part).flatMap(everySentence)
}

describe('the questions that are shipped', () => {
  const sentences = everySentence(pulseQuestions())

  test('say nothing twice, each in the letters of its language', () => {
    expect(sentences).toHaveLength(20)
    for (const locale of locales) {
      const said = sentences.map((sentence) => sentence[locale])
      expect(new Set(said).size).toBe(said.length)
      const cyrillic = said.filter((text) => /\p{Script=Cyrillic}/u.test(text))
      expect(cyrillic.length).toBe(locale === 'ru' ? said.length : 0)
    }
  })

  test('speak of a person and never of a label', () => {
    const labels =
      /narkoma|alko[hk]o|sõltlas|нарком|алкогол|зависим(?!ост)|addict(?!ion)|abuse|junkie|väärinkäyt|misbruk|!/iu
    expect(sentences.flatMap((one) => Object.values(one)).filter((text) => labels.test(text))).toEqual([])
  })

  test('say of both sets where they are from', () => {
    expect(pulseQuestions().trust.source).toContain('10.6102/zis235')
    expect(pulseQuestions().trust.source).toContain('own wording')
    expect(pulseQuestions().distance.source).toContain('not validated')
  })
})

describe('a broken file names itself, the line and what is wrong', () => {
  test('a language that is missing', () => {
    expect(problemsAfter(/, "ru": "С радостью"/, '')).toBe(
      `content/pulse/questions.json:${lineOf('"0": {')}: distance.answers.0.ru is missing`,
    )
  })

  test('a question more, or one of another name', () => {
    expect(problemsAfter('"lodger"', '"guest"').split('\n')).toEqual([
      `content/pulse/questions.json:${lineOf('"items": {\n      "neighbour"')}: distance.items.lodger is missing`,
      `content/pulse/questions.json:${lineOf('"lodger"')}: distance.items.guest is not a field here`,
    ])
  })
})
