import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNothing, nameKey, readName } from './caseload-file.names.ts'

describe('a name', () => {
  test.each([
    ['Kask, Tõnu', 'Tõnu Kask'],
    ['Jaan  Tamm', 'Jaan Tamm'],
    ['Jaan\nTamm', 'Jaan Tamm'],
    ['Дмитрий Орлов', 'Дмитрий Орлов'],
    [
      'Aleksandra Väga-Pika-Perekonnanimega-Õunapuu-Kuusemägi',
      'Aleksandra Väga-Pika-Perekonnanimega-Õunapuu-Kuusemägi',
    ],
    ["Jean d'Arc", "Jean d'Arc"],
    ['KASK TÕNU', 'KASK TÕNU'],
    ['Tõnu "Tõnn" Kask', 'Tõnu "Tõnn" Kask'],
    ['Tõnu K.', 'Tõnu K.'],
    ['Mari', 'Mari'],
    ['Li Na', 'Li Na'],
  ])('written as %s is %s', (text, name) => {
    expect(readName(text)).toEqual({ kind: 'name', name })
  })

  test.each([
    ['', 'missing'],
    ['-', 'missing'],
    ['puudub', 'missing'],
    ['=HYPERLINK("http://example.org","x")', 'formula'],
    [' =A1', 'formula'],
    ['+1+1', 'notAName'],
    ['@SUM(A1)', 'notAName'],
    ['55501006', 'notAName'],
    ['tonu@example.org', 'notAName'],
    ['"Tõnu Kask', 'notAName'],
    ['Kokku 17 inimest', 'notAName'],
    ['T', 'notAName'],
    ['T�nu Kask', 'garbled'],
    ['T?nu Kask', 'garbled'],
    ['TÃµnu Kask', 'garbled'],
    ['Ð\u009eÑ\u0080Ð»Ð¾Ð² Ð\u0094', 'garbled'],
  ])('written as %j is left to a human: %s', (text, code) => {
    expect(readName(text)).toMatchObject({ kind: 'doubt', reason: { code } })
  })

  test('compares equal in any order, letter case and diacritics', () => {
    const word = fc.stringMatching(/^[A-Za-zõäöüšž]{2,8}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const key = nameKey(words.join(' '))
        expect(nameKey(words.toReversed().join('  ').toUpperCase())).toBe(key)
        expect(nameKey(words.join('-'))).toBe(key)
      }),
    )
    expect(nameKey('Õie Mägi')).toBe(nameKey('Magi, Oie'))
    expect(nameKey('Õie Mägi')).not.toBe(nameKey('Õie Mäe'))
  })

  test('that was read stays the same when it is read again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'Õ', 'ж', ' ', ',', '-', "'", '"', '.') }),
        (text) => {
          const read = readName(text)
          if (read.kind === 'name') expect(readName(read.name)).toEqual(read)
        },
      ),
    )
  })
})

test('a cell that only says that there is nothing is empty', () => {
  for (const text of ['', ' ', '-', '–', '?', 'puudub', 'Puudub.', 'ei ole', 'N/A', 'нет'])
    expect([text, isNothing(text)]).toEqual([text, true])
  for (const text of ['Ei', '0', 'Pole Kask', 'jah']) expect([text, isNothing(text)]).toEqual([text, false])
})
