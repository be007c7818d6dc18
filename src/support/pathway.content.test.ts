import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadPathways, PathwayContentError, readPathway } from './pathway.content.ts'

const shipped = fileURLToPath(new URL('../../content/pathways/', import.meta.url))
const adaptiveText = readFileSync(join(shipped, 'adaptive.json'), 'utf8')
const fixedText = readFileSync(join(shipped, 'fixed.json'), 'utf8')

/** The problems of a shipped file after one edit, as an expert might make it. */
function problemsOf(file: 'adaptive.json' | 'fixed.json', from: string, to: string): string[] {
  const text = file === 'adaptive.json' ? adaptiveText : fixedText
  if (text.split(from).length !== 2) throw new Error(`"${from}" is not there exactly once`)
  return readPathway(file, Buffer.from(text.replace(from, to))).problems ?? []
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length
}

describe('the pathways that are shipped', () => {
  test('are the adaptive and the fixed one, named in all three languages', () => {
    const pathways = loadPathways()
    expect([...pathways.keys()]).toEqual(['adaptive', 'fixed'])
    for (const { name } of pathways.values())
      expect(Object.values(name).every((text) => text !== '')).toBe(true)
    expect(pathways.get('adaptive')?.horizonMonths).toBe(60)
    expect(pathways.get('fixed')?.horizonMonths).toBe(48)
  })

  test('carry the same check-in rhythm: weekly to month 8, fortnightly to 18, monthly to 60', () => {
    for (const { checkins } of loadPathways().values()) {
      expect(checkins.steps).toEqual([
        { every: 'week', throughMonth: 8 },
        { every: 'fortnight', throughMonth: 18 },
        { every: 'month', throughMonth: 60 },
      ])
    }
  })
})

describe('a broken file names itself, the line and what is wrong', () => {
  test('a comma too many', () => {
    const broken = '"stepMonths": 1\n  },\n  "checkins"'
    const line = lineOf(adaptiveText, '"stepMonths": 1') + 1
    expect(problemsOf('adaptive.json', broken, '"stepMonths": 1,\n  },\n  "checkins"')).toEqual([
      `adaptive.json:${line}: is not JSON: expected a field name in straight quotation marks (and no comma before }), found "}"`,
    ])
  })

  test('a comma too few', () => {
    const line = lineOf(fixedText, '"checkups"')
    expect(problemsOf('fixed.json', '"horizonMonths": 48,', '"horizonMonths": 48')).toEqual([
      `fixed.json:${line}: is not JSON: expected a comma or } after the value, found "\\""`,
    ])
  })

  test('a number that is none', () => {
    const line = lineOf(adaptiveText, '"baseMonths"')
    expect(problemsOf('adaptive.json', '"baseMonths": 1', '"baseMonths": "üks"')).toEqual([
      `adaptive.json:${line}: checkups.baseMonths must be a whole number of months`,
    ])
    expect(problemsOf('adaptive.json', '"baseMonths": 1', '"baseMonths": 0')).toEqual([
      `adaptive.json:${line}: checkups.baseMonths must be at least 1 month`,
    ])
  })

  test('a word that is unknown', () => {
    expect(problemsOf('adaptive.json', '"rule": "adaptive"', '"rule": "kohanev"')).toEqual([
      `adaptive.json:${lineOf(adaptiveText, '"rule"')}: checkups.rule must be "adaptive" or "fixed"`,
    ])
    expect(problemsOf('adaptive.json', '"every": "fortnight"', '"every": "kaks nädalat"')).toEqual([
      `adaptive.json:${lineOf(adaptiveText, '"fortnight"')}: checkins.steps[1].every must be "week", "fortnight" or "month"`,
    ])
  })

  test('a field that is missing, at the line of the part that lacks it', () => {
    expect(problemsOf('fixed.json', '"ru": "В установленные сроки"', '"fi": "Sovittuina aikoina"')).toEqual([
      `fixed.json:${lineOf(fixedText, '"name"')}: name.ru is missing`,
      `fixed.json:${lineOf(fixedText, '"ru"')}: name.fi is not a field here`,
    ])
    expect(problemsOf('fixed.json', '"rule": "fixed",', '')).toEqual([
      `fixed.json:${lineOf(fixedText, '"checkups"')}: checkups.rule must be "adaptive" or "fixed"`,
    ])
  })

  test('a name left empty', () => {
    expect(problemsOf('fixed.json', 'At set times', '  ')).toEqual([
      `fixed.json:${lineOf(fixedText, '"en"')}: name.en must be more than spaces`,
    ])
  })

  test('a key that is not the name of the file', () => {
    expect(problemsOf('fixed.json', '"key": "fixed"', '"key": "adaptive"')).toEqual([
      'fixed.json:2: key must be "fixed", like the file\'s name',
    ])
  })

  test('days and months out of order', () => {
    expect(problemsOf('fixed.json', '[30, 60, 90]', '[30, 90, 60]')).toEqual([
      `fixed.json:${lineOf(fixedText, '"afterDays"')}: checkups.afterDays[2] must be more than the one before it (90)`,
    ])
    expect(problemsOf('fixed.json', '[30, 60, 90]', '[30, 60, 180]')).toEqual([
      `fixed.json:${lineOf(fixedText, '"afterMonths"')}: checkups.afterMonths[0] must begin after the last of afterDays (180 days)`,
    ])
    expect(problemsOf('fixed.json', '45, 48]', '45, 51]')).toEqual([
      `fixed.json:${lineOf(fixedText, '"afterMonths"')}: checkups.afterMonths[14] must not be after horizonMonths (48)`,
    ])
    expect(problemsOf('adaptive.json', '"throughMonth": 18', '"throughMonth": 8')).toEqual([
      `adaptive.json:${lineOf(adaptiveText, '"throughMonth": 18')}: checkins.steps[1].throughMonth must be more than the one before it (8)`,
    ])
  })

  test('letters that are not UTF-8, as an old editor saves them', () => {
    const windows1257 = Buffer.from(
      fixedText.replace('Kindlatel aegadel', 'Kindlatel p\u00E4evadel'),
      'latin1',
    )
    expect(readPathway('fixed.json', windows1257)).toEqual({
      pathway: null,
      problems: [`fixed.json:${lineOf(fixedText, '"et"')}: is not UTF-8; save the file as UTF-8`],
    })
  })

  test('a byte order mark and Windows line ends are no mistakes', () => {
    const windows = `\uFEFF${fixedText.replaceAll('\n', '\r\n')}`
    expect(readPathway('fixed.json', Buffer.from(windows)).problems).toBeNull()
  })
})

describe('a folder of pathways', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pathways-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('may hold a new pathway, and other files beside it', () => {
    writeFileSync(join(folder, 'yearly.json'), fixedText.replace('"key": "fixed"', '"key": "yearly"'))
    writeFileSync(join(folder, 'README.md'), 'not a pathway')
    expect([...loadPathways(folder).keys()]).toEqual(['yearly'])
  })

  test('stops the start with every problem of every file', () => {
    writeFileSync(
      join(folder, 'adaptive.json'),
      adaptiveText.replace('"horizonMonths": 60', '"horizonMonths": -60'),
    )
    writeFileSync(join(folder, 'fixed.json'), '{\n')
    const message = thrown(() => loadPathways(folder)).message
    expect(message).toContain(
      `${join(folder, 'adaptive.json')}:${lineOf(adaptiveText, '"horizonMonths"')}: horizonMonths`,
    )
    expect(message).toContain(`${join(folder, 'fixed.json')}:2: is not JSON`)
  })

  test('stops the start when it is empty', () => {
    expect(thrown(() => loadPathways(folder)).message).toContain('there is no pathway here')
  })

  function thrown(load: () => unknown): PathwayContentError {
    try {
      load()
    } catch (error) {
      if (error instanceof PathwayContentError) return error
      throw error
    }
    throw new Error('nothing was thrown')
  }
})
