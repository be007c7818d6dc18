import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mailColours, withoutFoot, written, type Letter } from './mail.layout.tsx'
import { darkTokens, lightTokens } from './style.ts'
import { fullLocales } from './words.ts'

const letter: Letter = {
  subject: 'Tugevus: täna',
  blocks: [
    'Täna ootab sind',
    { lines: ['2 inimest, kes palusid helistada', '1 vestlus'] },
    { label: 'Sinu kood', code: '1234 5678' },
    { label: 'Ava minu päev', href: 'https://tugevus.test/day' },
  ],
  why: { text: 'Kiri tuleb hommikul.', change: { label: 'Muuda', href: 'https://tugevus.test/account' } },
}

describe('a mail', () => {
  test('says the same as text and as HTML', () => {
    const { text, html } = written('et', letter)
    expect(text).toBe(`Tere

Täna ootab sind

– 2 inimest, kes palusid helistada
– 1 vestlus

Sinu kood: 1234 5678

Ava minu päev:
https://tugevus.test/day

--${' '}
Kiri tuleb hommikul.
Muuda:
https://tugevus.test/account
Selle kirja saatis Tugevus. Vastuseid sellele aadressile keegi ei loe.`)
    const words = text
      .replace(/^-- $/m, '')
      .split(/\n|: /)
      .map((line) => line.replace(/^– |:$/g, ''))
    for (const line of words) expect(html).toContain(line)
    expect(withoutFoot(text)).toMatch(/https:\/\/tugevus.test\/day$/)
  })

  test('loads nothing, watches nobody, and stays small', () => {
    for (const locale of fullLocales) {
      const { html } = written(locale, letter)
      expect(html).toMatch(/^<!doctype html><html lang="(et|en|ru)">/)
      expect(html).not.toMatch(
        /<(img|table|script|link|iframe|form|object|svg)|url\(|@import|src=|background=/i,
      )
      expect(html.match(/https?:\/\/[^"]*/g)).toEqual([
        'https://tugevus.test/day',
        'https://tugevus.test/account',
      ])
      expect(Buffer.byteLength(html)).toBeLessThan(20_000)
    }
  })

  test('shows whatever it is given as words, never as anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>"&\'a=/ ') }), (words) => {
        const { html } = written('et', { subject: words, blocks: [words, { lines: [words] }] })
        expect(html.match(/<[a-z!/][^>]*>/gi)).toEqual(
          written('et', { subject: 'x', blocks: ['x', { lines: ['x'] }] }).html.match(/<[a-z!/][^>]*>/gi),
        )
      }),
    )
  })

  test.each([
    ['light', lightTokens],
    ['dark', darkTokens],
  ] as const)('wears the %s colours of the house', (scheme, tokens) => {
    for (const [name, value] of Object.entries(mailColours[scheme]))
      expect(tokens).toContain(`--${name}: ${value};`)
  })
})
