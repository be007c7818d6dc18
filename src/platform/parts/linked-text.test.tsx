/** Addresses in a text are links where that is safe, and the text stays what was written. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LinkedText, piecesOf } from './linked-text.tsx'

const links = (text: string) =>
  piecesOf(text).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.href]))

describe('an address in a text', () => {
  test.each([
    ['Loe: https://naide.ee/leht.', ['https://naide.ee/leht']],
    [
      '(vaata https://naide.ee/a_(b)), siis https://naide.ee',
      ['https://naide.ee/a_(b)', 'https://naide.ee/'],
    ],
    ['„https://naide.ee/x?y=1&z=2“', ['https://naide.ee/x?y=1&z=2']],
    ['HTTPS://NAIDE.EE', ['https://naide.ee/']],
  ])('leads where it says: %s', (text, to) => {
    expect(links(text)).toEqual(to)
  })

  test.each([
    'http://naide.ee',
    'javascript:alert(1)',
    'https://',
    'https://localhost/x',
    'https://127.0.0.1/',
    'https://pank.ee@kuri.ee/',
    'https://pank.ee:salasona@kuri.ee/',
    'xhttps://naide.ee',
    'data:text/html,https',
    'www.naide.ee',
  ])('is no link where it is not plainly one: %s', (text) => {
    expect(links(text)).toEqual([])
  })

  test('keeps every letter of the text', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('https://a.ee', 'https://b.ee/c).', ' ', '\n', '(', '<'),
    )
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('')
        expect(
          piecesOf(text)
            .map((piece) => (typeof piece === 'string' ? piece : piece.shown))
            .join(''),
        ).toBe(text)
      }),
    )
  })

  test('brings nothing into the page but a link', () => {
    const html = String(<LinkedText text={'<b>x</b> https://naide.ee/"onclick="x'} />)
    expect(html).toBe(
      '<p class="as-written">&lt;b&gt;x&lt;/b&gt; <a href="https://naide.ee/" rel="noopener noreferrer">https://naide.ee/</a>&quot;onclick=&quot;x</p>',
    )
  })
})
