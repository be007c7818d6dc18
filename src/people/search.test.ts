import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { matcher } from './search.ts'

const tonu = { code: 'K7-42', name: 'Tõnu Kask', phones: ['+372 5550 1234'] }

describe('a search finds a person', () => {
  test.each([
    'tõnu',
    'TONU',
    'kask',
    'kask tõ',
    'Kask, Tõnu',
    'Каск',
    'Тыну Каск',
    'k7-42',
    'K742',
    'k7',
    '5550 1234',
    '1234',
    '+372 5550',
  ])('by “%s”', (words) => expect(matcher(words)(tonu)).toBe(true))

  test.each(['', '  ', '-', 'õnu', 'kaskel', 'K8', 'tõnu mets', '34', '5551', '%', 'null'])(
    'never by “%s”',
    (words) => expect(matcher(words)(tonu)).toBe(false),
  )

  test('whose name may not be seen by the code alone', () => {
    const nameless = { code: 'K7-42', name: null, phones: [] }
    expect(matcher('K7-42')(nameless)).toBe(true)
    expect(matcher('tõnu')(nameless)).toBe(false)
  })

  test('by the beginning of any word of the name, whatever is typed around it', () => {
    const word = fc.stringMatching(/^[a-zõäöü]{2,8}$/)
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 8 }), (first, last, length) => {
        const person = { code: 'A1-11', name: `${first} ${last}`, phones: [] }
        expect(matcher(`  ${last.slice(0, length).toUpperCase()} `)(person)).toBe(true)
      }),
    )
  })

  test('and never breaks on anything typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => typeof matcher(words)(tonu) === 'boolean'),
    )
  })
})
