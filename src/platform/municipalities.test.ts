import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  findMunicipality,
  municipalities,
  MunicipalitiesFileError,
  municipalityWithCode,
  parseMunicipalities,
} from './municipalities.ts'

/** What was found, in one line. */
function answer(text: string): string {
  const found = findMunicipality(text)
  if (found.kind === 'found') return found.municipality.name
  const names = (found.kind === 'ambiguous' ? found.choices : found.near).map(({ name }) => name)
  return `${found.kind}: ${names.join(', ')}`
}

describe('the municipalities', () => {
  test('are 79, each with a county and a place in Estonia', () => {
    expect(municipalities).toHaveLength(79)
    expect(municipalities.filter(({ kind }) => kind === 'linn')).toHaveLength(15)
    expect(new Set(municipalities.map(({ county }) => county.name)).size).toBe(15)
  })

  test('are found by their code of 2018 and by the one reported for 2024', () => {
    expect(municipalityWithCode('0142')?.name).toBe('Antsla vald')
    expect(municipalityWithCode('0145')?.name).toBe('Antsla vald')
    expect(municipalityWithCode('9999')).toBeNull()
  })
})

describe('a municipality', () => {
  test.each(municipalities.map((one) => [one.name, one] as const))(
    '%s is found by its name, in any letters and spaces, and by both codes',
    (_, one) => {
      for (const text of [
        one.name,
        one.name.toUpperCase(),
        ` ${one.name.replace(' ', '  ')} `,
        one.code,
        one.reportedCode,
      ]) {
        expect(findMunicipality(text)).toEqual({ kind: 'found', municipality: one })
      }
    },
  )

  test.each([
    ['Kehtna', 'Kehtna vald'],
    ['Rapla v', 'Rapla vald'],
    ['Rapla v.', 'Rapla vald'],
    ['Tartu l', 'Tartu linn'],
    ['Tartu l.', 'Tartu linn'],
    ['Tartu vald', 'Tartu vald'],
    ['Haapsalu', 'Haapsalu linn'],
    ['Tallinna linn', 'Tallinn'],
    ['Tallinn linn', 'Tallinn'],
    ['narva jõesuu', 'Narva-Jõesuu linn'],
    ['Parnu linn', 'Pärnu linn'],
    ['293', 'Kehtna vald'],
    ['EHAK 0293', 'Kehtna vald'],
    ['Pargi 3, Kehtna alevik, Kehtna vald, Rapla maakond', 'Kehtna vald'],
    ['Kehtna vald (Raplamaa)', 'Kehtna vald'],
    ['Нарва', 'Narva linn'],
    ['г. Тарту', 'Tartu linn'],
    ['Кохтла-Ярве', 'Kohtla-Järve linn'],
    ['волость Рапла', 'Rapla vald'],
    ['TALLINN', 'Tallinn'],
    ['Таллинн', 'Tallinn'],
    ['raplavald', 'Rapla vald'],
  ])('written as %s is %s', (text, name) => {
    expect(answer(text)).toBe(name)
  })

  test.each([
    ['Viljandi', 'ambiguous: Viljandi linn, Viljandi vald'],
    ['Тарту', 'ambiguous: Tartu linn, Tartu vald'],
    ['tartu', 'ambiguous: Tartu linn, Tartu vald'],
    ['Võru', 'ambiguous: Võru vald, Võru linn'],
    ['Kehtna vald / Rapla vald', 'ambiguous: Kehtna vald, Rapla vald'],
    ['Türi-Alliku vald', 'unknown: Türi vald'],
    ['Kehna vald', 'unknown: Kehtna vald'],
    ['Kohilla', 'unknown: Kohila vald'],
    ['Rakvre linn', 'unknown: Rakvere linn'],
    ['Talinn', 'unknown: Tallinn'],
    ['Rakvre', 'unknown: Rakvere vald, Rakvere linn'],
    ['Пярну', 'unknown: Pärnu linn'],
    ['Helsinki', 'unknown: '],
    ['9999', 'unknown: '],
    ['', 'unknown: '],
    ['vald', 'unknown: '],
  ])('written as %s is left to a human: %s', (text, expected) => {
    expect(answer(text)).toBe(expected)
  })

  test('is never found by accident, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = findMunicipality(text)
        if (found.kind === 'unknown') expect(found.near.length).toBeLessThanOrEqual(3)
        else expect(text).toMatch(/\p{L}{3}|\d{3}/u)
      }),
    )
  })
})

describe('a broken file of municipalities', () => {
  const good = readFileSync(new URL('../../content/municipalities.csv', import.meta.url), 'utf8')
  test.each([
    ['another heading', good.replace('name_et', 'name'), 'line 1: the columns must be'],
    ['a code of three digits', good.replace('\n0293,', '\n293,'), 'line 54: ehak_2018 must be four digits'],
    [
      'an unknown kind',
      good.replace('Kehtna vald,vald', 'Kehtna vald,küla'),
      'line 54: type must be linn or vald',
    ],
    ['a field too few', good.replace(',58.847,24.919', ',58.847'), 'line 54: must have 9 fields'],
    ['swapped degrees', good.replace('58.847,24.919', '24.919,58.847'), 'line 54: lat must be a number'],
    ['the same code twice', good.replace('\n0317,', '\n0293,'), 'line 55: 0293 stands on line 54 already'],
    [
      'the same name twice',
      good.replace('Kohila vald', 'Kehtna vald'),
      'line 55: Kehtna vald stands on line 54',
    ],
  ])('with %s is refused by the number of the line', (_, text, message) => {
    expect(() => parseMunicipalities(text)).toThrow(MunicipalitiesFileError)
    expect(() => parseMunicipalities(text)).toThrow(message)
  })
})
