import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutOf, linesOf } from './thread.layout.ts'
import type { Thread } from './thread.ts'

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`)

/** Three stages, with any links from one to the next. */
const threads = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { maxLength: 10 }),
    fc.array(fc.tuple(fc.nat(4), fc.nat(3)), { maxLength: 10 }),
  )
  .map(([first, second]): Thread => {
    const links = [
      ...first.map(([a, b]) => [`o${a}`, `m${b}`] as const),
      ...second.map(([a, b]) => [`m${a}`, `t${b}`] as const),
    ]
    const map = (from: 0 | 1, to: 0 | 1) =>
      new Map(
        [...new Set(links.map((link) => link[from]))].map((id) => [
          id,
          [...new Set(links.filter((link) => link[from] === id).map((link) => link[to]))],
        ]),
      )
    return {
      ids: {
        mobility: [],
        observation: ids('o', 4),
        method: ids('m', 5),
        training: [],
        adaptation: [],
        trial: ids('t', 4),
        result: [],
      },
      next: map(0, 1),
      before: map(1, 0),
    }
  })

describe('the drawing of a thread', () => {
  test('has a column for each stage with members, and no two members at one spot', () => {
    fc.assert(
      fc.property(threads, (thread) => {
        const { stages, spots, rows } = layoutOf(thread)
        expect(stages).toEqual(['observation', 'method', 'trial'])
        for (const column of [0, 1, 2]) {
          const here = [...spots.values()].filter((spot) => spot.column === column).map(({ row }) => row)
          const sorted = here.toSorted((a, b) => a - b)
          for (const [at, row] of sorted.entries()) {
            expect(row).toBeGreaterThanOrEqual(0)
            expect(row).toBeLessThan(rows)
            if (at > 0) expect(row - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(1)
          }
        }
      }),
    )
  })

  test('puts what comes of one thing beside it', () => {
    const { spots } = layoutOf({
      ids: {
        mobility: ['a'],
        observation: ['b', 'c'],
        method: [],
        training: [],
        adaptation: [],
        trial: [],
        result: [],
      },
      next: new Map([['a', ['b', 'c']]]),
      before: new Map(),
    })
    expect([...spots]).toEqual([
      ['a', { column: 0, row: 0.5 }],
      ['b', { column: 1, row: 0 }],
      ['c', { column: 1, row: 1 }],
    ])
  })
})

describe('a text in a box', () => {
  test('is broken between words, and says where it was cut', () => {
    expect(linesOf('Kaks avatud õhtut nädalas külamajas', 14, 3)).toEqual([
      'Kaks avatud',
      'õhtut nädalas',
      'külamajas',
    ])
    expect(linesOf('Kaks avatud õhtut nädalas külamajas', 14, 2)).toEqual(['Kaks avatud', 'õhtut nädalas…'])
    expect(linesOf('Kogukonnaarendajakoolitaja', 10, 2)).toEqual(['Kogukonna…'])
  })

  test('never has more lines, nor longer ones, than there is room', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const lines = linesOf(text, width, most)
          expect(lines.length).toBeLessThanOrEqual(most)
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})
