import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { fullLocales } from '../platform/words.ts'
import { loadReadiness, ReadinessContentError, readinessDefinition } from './readiness.content.ts'
import { actionsFor, dimensionKeys, stages, type InLanguages } from './readiness.ts'

const definition = readinessDefinition()

function shipped(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../content/readiness/${name}`, import.meta.url)), 'utf8')
}

/** What is said of a shipped file after one edit, as an expert might make it. */
function problemsAfter(name: string, from: string | RegExp, to: string): string {
  const text = shipped(name)
  const edited = text.replace(from, to)
  if (edited === text) throw new Error(`"${from}" is not there`)
  try {
    loadReadiness((asked) => Buffer.from(asked === name ? edited : shipped(asked)))
  } catch (error) {
    if (error instanceof ReadinessContentError) return error.message
    throw error
  }
  throw new Error('nothing was thrown')
}

function lineOf(name: string, part: string): number {
  const text = shipped(name)
  return text.slice(0, text.indexOf(part)).split('\n').length
}

function everySentence(part: unknown): InLanguages[] {
  if (typeof part !== 'object' || part === null) return []
  const { et, ru, en } = part as Partial<InLanguages>
  if (et !== undefined && ru !== undefined && en !== undefined) return [{ et, ru, en }]
  return Object.values(part).flatMap(everySentence)
}

describe('the definition that is shipped', () => {
  test('has six dimensions of 2006, and the five of 2014 without the efforts', () => {
    expect(definition.variants.six.dimensions).toEqual(dimensionKeys)
    expect(definition.variants.five.dimensions).toEqual(dimensionKeys.filter((key) => key !== 'efforts'))
    expect(Object.keys(definition.dimensions)).toEqual(dimensionKeys)
  })

  test.each(dimensionKeys)('asks about %s three to five things, and says which ones scoring needs', (key) => {
    const { questions } = definition.dimensions[key]
    expect(questions.length).toBeGreaterThanOrEqual(3)
    expect(questions.length).toBeLessThanOrEqual(5)
    expect(questions.filter(({ forScoring }) => forScoring).length).toBeGreaterThanOrEqual(2)
  })

  test.each(dimensionKeys)(
    'has for %s an anchor and an action of its own at each stage, in every language',
    (dimension) => {
      for (const stage of stages) {
        const offered = actionsFor(definition.actions, { dimension, stage })
        expect(offered.filter((action) => action.dimension === dimension)).not.toEqual([])
        for (const locale of fullLocales) {
          expect(definition.dimensions[dimension].anchors[stage][locale]).not.toBe('')
          for (const { title, how } of offered) {
            expect(title[locale]).not.toBe('')
            expect(how[locale]).not.toBe('')
          }
        }
      }
    },
  )

  test.each(['six', 'five'] as const)(
    'has at least three new actions at each stage with the %s dimensions',
    (variant) => {
      const asked = new Set<string>([...definition.variants[variant].dimensions, 'all'])
      for (const stage of stages) {
        const begin = definition.actions.filter((one) => one.stageFrom === stage && asked.has(one.dimension))
        expect(begin.length).toBeGreaterThanOrEqual(3)
      }
    },
  )

  test('says nothing twice, and every sentence is in the letters of its language', () => {
    const sentences = everySentence(definition)
    expect(sentences.length).toBeGreaterThan(150)
    for (const locale of fullLocales) {
      const said = sentences.map((sentence) => sentence[locale])
      const twice = said.filter((text, index) => said.indexOf(text) !== index)
      expect(twice).toEqual([])
      const cyrillic = said.filter((text) => /\p{Script=Cyrillic}/u.test(text))
      expect(cyrillic.length).toBe(locale === 'ru' ? said.length : 0)
    }
    expect(sentences.filter(({ ru }) => /\p{Script=Latin}/u.test(ru))).toEqual([])
  })

  test('speaks of a person and never of a label', () => {
    const labels = /narkoma|alkohooli|sõltlas|нарком|алкогол|зависим(?!ост)|addict(?!ion)|abuse|junkie|!/iu
    const labelled = everySentence(definition).flatMap((one) =>
      Object.values(one).filter((text) => labels.test(text)),
    )
    expect(labelled).toEqual([])
  })
})

describe('a broken file names itself, the line and what is wrong', () => {
  test('a sentence that is missing in one language', () => {
    const line = lineOf('climate.json', '"name"')
    expect(problemsAfter('climate.json', '"ru": "Настрой сообщества", ', '')).toBe(
      `content/readiness/climate.json:${line}: name.ru is missing`,
    )
  })

  test('a stage without an anchor, and one too many', () => {
    const line = lineOf('efforts.json', '"anchors"')
    expect(problemsAfter('efforts.json', /"9": \{/, '"10": {').split('\n')).toEqual([
      `content/readiness/efforts.json:${line}: anchors.9 is missing`,
      `content/readiness/efforts.json:${lineOf('efforts.json', '"9": {')}: anchors.10 is not a field here`,
    ])
  })

  test('a stage for which no action is left', () => {
    const line = lineOf('resources.json', '"actions"')
    expect(
      problemsAfter('resources.json', /"stageFrom": 1,\s+"stageTo": 3/, '"stageFrom": 2, "stageTo": 3'),
    ).toBe(`content/readiness/resources.json:${line}: actions must have one for stage 1`)
  })

  test('an action that ends before it begins, or at a stage that is none', () => {
    expect(problemsAfter('knowledge.json', '"stageTo": 4', '"stageTo": 1')).toContain(
      `content/readiness/knowledge.json:${lineOf('knowledge.json', '"stageTo": 4')}: actions[1].stageTo must not be before stageFrom (2)`,
    )
    expect(problemsAfter('knowledge.json', '"stageTo": 4', '"stageTo": 10')).toContain(
      'actions[1].stageTo must be a stage from 1 to 9',
    )
  })

  test('two actions of one name, and one that names another dimension', () => {
    expect(problemsAfter('climate.json', '"climate-words"', '"climate-listen"')).toContain(
      'actions[3].key must differ from that of [0]',
    )
    expect(problemsAfter('climate.json', '"climate-words"', '"words"')).toContain(
      'actions[3].key must begin with "climate-"',
    )
  })

  test('questions of which none is for scoring', () => {
    expect(problemsAfter('knowledge.json', /"forScoring": true/g, '"forScoring": false')).toContain(
      'questions must have one that is forScoring',
    )
  })

  test('a dimension that is unknown, or stands in a variant twice', () => {
    expect(
      problemsAfter('definition.json', '["climate", "leadership", "knowledge", "efforts",', '["hoiak",'),
    ).toContain('variants.six.dimensions[0] must be one of: climate, leadership')
    expect(problemsAfter('definition.json', '"leadership", "knowledge", "efforts",', '"climate",')).toContain(
      'variants.six.dimensions must be each dimension once',
    )
  })

  test('numbers of interviews that contradict each other', () => {
    expect(problemsAfter('definition.json', '"leastSmallAndAlike": 4', '"leastSmallAndAlike": 8')).toContain(
      `content/readiness/definition.json:${lineOf('definition.json', '"leastSmallAndAlike"')}: interviews.leastSmallAndAlike must not be above least (6)`,
    )
    expect(problemsAfter('definition.json', '"usualTo": 10', '"usualTo": 5')).toContain(
      'interviews.usualTo must not be below usualFrom (6)',
    )
  })

  test('a comma too few', () => {
    expect(problemsAfter('leadership.json', '"key": "leadership",', '"key": "leadership"')).toBe(
      `content/readiness/leadership.json:${lineOf('leadership.json', '"name"')}: is not JSON: expected a comma or } after the value, found "\\""`,
    )
  })
})
