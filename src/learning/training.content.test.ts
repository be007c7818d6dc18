import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { locales } from '../platform/words.ts'
import {
  loadReadyProgrammes,
  readyProgrammes,
  trainingFrom,
  TrainingContentError,
} from './training.content.ts'

describe('the ready programmes', () => {
  test('are for those who welcome: how to, boundaries, and when somebody has been drinking', () => {
    expect(readyProgrammes().map(({ key }) => key)).toEqual(['boundaries', 'somebody-drinks', 'welcoming'])
    expect(readyProgrammes().every(({ forWhom }) => forWhom === 'communities')).toBe(true)
  })

  test.each(locales)('are written in the letters of %s and fit into the form', (locale) => {
    for (const ready of readyProgrammes()) {
      const { title, programme, materials } = trainingFrom(locale, ready)
      for (const text of [title, programme, materials]) {
        expect(/\p{Script=Cyrillic}/u.test(text)).toBe(locale === 'ru')
        expect(text).not.toMatch(/!/)
      }
      expect(programme.length).toBeLessThan(10_000)
      expect(materials.length).toBeLessThan(5000)
    }
  })

  test('speak of a person and never of a label', () => {
    const labels =
      /narkoma|alkohooli(k|ku)|sõltlas|joodik|нарком|алкогол(ик|ич)|\bзависимы[ейхм]|\baddicts?\b|junkie|narkoman|alkoholi(st|sti)|misbruker/iu
    const said = readyProgrammes().flatMap((ready) =>
      locales.flatMap((locale) => Object.values(trainingFrom(locale, ready))),
    )
    expect(said.filter((text) => labels.test(text))).toEqual([])
  })

  test('say what to do when it is a matter of life', () => {
    const ready = readyProgrammes().find(({ key }) => key === 'somebody-drinks')
    for (const locale of locales) {
      const handout = ready?.words[locale].handout.join(' ')
      expect(handout).toContain('112')
    }
  })
})

describe('a broken programme', () => {
  const shipped = fileURLToPath(new URL('../../content/trainings/', import.meta.url))
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trainings-'))
    cpSync(join(shipped, 'boundaries.json'), join(folder, 'boundaries.json'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test.each([
    ['a step without its minutes', '"minutes": [15, ', '"minutes": [', 'must be 5, as minutes, not 6'],
    ['minutes that are none', '[15, ', '[0, ', 'at least 1'],
    ['a dimension that does not exist', '"knowledge"', '"weather"', 'one of: climate, leadership'],
    ['nobody it is for', '"communities"', '"everybody"', 'one of: trainers, staff, communities'],
    [
      'a language that tells less',
      '"Каждому участнику лист с четырьмя полями",',
      '',
      'must be 3, as in Estonian',
    ],
  ])('with %s names its file and line', (_, right, wrong, said) => {
    const path = join(folder, 'boundaries.json')
    const text = readFileSync(path, 'utf8')
    expect(text).toContain(right)
    writeFileSync(path, text.replace(right, wrong))
    const load = () => loadReadyProgrammes(folder)
    expect(load).toThrow(TrainingContentError)
    expect(load).toThrow(/content\/trainings\/boundaries\.json:\d+:/)
    expect(load).toThrow(said)
  })
})
