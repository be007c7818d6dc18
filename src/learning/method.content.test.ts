import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { locales } from '../platform/words.ts'
import { loadMethodCards, methodCards, MethodContentError } from './method.content.ts'
import type { MethodWords } from './method.ts'

const sentences = (words: MethodWords) => Object.values(words).flatMap((one) => one ?? [])

describe('the cards that are shipped', () => {
  test('are twenty-six, of three countries, each with its source and its core', () => {
    const cards = methodCards()
    expect(cards).toHaveLength(26)
    const of = (country: string) => cards.filter((card) => card.country === country).length
    expect([of('FI'), of('NO'), of('EE')]).toEqual([9, 12, 5])
    for (const { key, country } of cards) expect(key.startsWith(country?.toLowerCase() ?? 'none')).toBe(true)
  })

  test.each(locales)('are written in the letters of %s, and no two have one name', (locale) => {
    const all = methodCards().map(({ words }) => words[locale])
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    const strange = all
      .flatMap(({ purpose, targetGroup, steps, core }) => [purpose, targetGroup, ...steps, ...core])
      .filter((text) => /\p{Script=Cyrillic}/u.test(text) !== (locale === 'ru'))
    expect(strange).toEqual([])
  })

  test('speak of a person and never of a label', () => {
    const labels =
      /narkoma|alkohooli(k|ku)|sõltlas|нарком|алкогол(ик|ич)|\bзависимы[ейхм]|\baddicts?\b|junkie|narkoman|alkoholi(st|sti)|misbruker|!/iu
    const said = methodCards().flatMap(({ words }) => locales.flatMap((locale) => sentences(words[locale])))
    expect(said.filter((text) => labels.test(text))).toEqual([])
  })

  test('give the same numbers in every language', () => {
    const numbers = (words: MethodWords) =>
      sentences(words)
        .join(' ')
        // Thousands are parted by a space, a comma or nothing.
        .replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '')
        .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
        .replace(/(?<=\d)[.,](?=\d)/g, '.')
        .match(/\d+(\.\d+)?/g)
        ?.toSorted() ?? []
    for (const { key, words } of methodCards())
      for (const locale of locales)
        expect([key, locale, numbers(words[locale])]).toEqual([key, locale, numbers(words.et)])
  })
})

describe('a broken card', () => {
  const shipped = fileURLToPath(new URL('../../content/methods/', import.meta.url))
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'methods-'))
    cpSync(join(shipped, 'fi-akilta.json'), join(folder, 'fi-akilta.json'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const problems = () => {
    try {
      loadMethodCards(folder)
    } catch (error) {
      if (error instanceof MethodContentError) return error.message
      throw error
    }
    return ''
  }
  const edit = (from: string, to: string) => {
    const path = join(folder, 'fi-akilta.json')
    const text = readFileSync(path, 'utf8')
    if (!text.includes(from)) throw new Error(`"${from}" is not there`)
    writeFileSync(path, text.replace(from, to))
    return text.slice(0, text.indexOf(from)).split('\n').length
  }

  test.each([
    ['"evidence": "statistics"', '"evidence": "proven"', 'evidence must be one of'],
    ['"country": "FI"', '"country": "SE"', 'country must be one of'],
    ['"checkedOn": "2026-11-23"', '"checkedOn": "23.11.2026"', 'checkedOn must be a day'],
    ['"name": "A-gildid"', '"name": " "', 'words.et.name must be more than spaces'],
  ])('names itself, its line and what is wrong: %s', (from, to, told) => {
    const line = edit(from, to)
    expect(problems()).toContain(`content/methods/fi-akilta.json:${line}: ${told}`)
  })

  test('tells less in one language than in Estonian', () => {
    edit('"Rusfrie lokaler er åpne hver dag.",', '')
    expect(problems()).toContain('words.nb.steps must tell as much as in Estonian (5), not 4')
  })

  test('has a name that cannot be an address', () => {
    cpSync(join(folder, 'fi-akilta.json'), join(folder, 'A kilta.json'))
    expect(problems()).toContain('content/methods/A kilta.json:1: the name must be')
  })
})
