import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, folded, latinised } from './letters.ts'

describe('words as people write them', () => {
  test('the same name compares equal with and without its dots and hooks', () => {
    expect(folded('  Õie   MÄGI ')).toBe(folded('Oie Magi'))
    expect(folded('Žanna Šults')).toBe('zanna sults')
    expect(folded('Алёна')).toBe(folded('Алена'))
  })

  test('a Russian name compares with its Estonian spelling', () => {
    expect(latinised('Дмитрий Орлов')).toBe('dmitrii orlov')
    expect(latinised('Нарва')).toBe('narva')
  })

  test('the distance counts single slips and stops counting at the limit', () => {
    expect(editDistance('kehtna', 'kehtna', 2)).toBe(0)
    expect(editDistance('kehna', 'kehtna', 2)).toBe(1)
    expect(editDistance('rapla', 'kohila', 2)).toBe(3)
  })

  test('the distance is the same in both directions and never above the limit by more than one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.nat(6), (a, b, limit) => {
        const there = editDistance(a, b, limit)
        expect(editDistance(b, a, limit)).toBe(there)
        expect(there).toBeLessThanOrEqual(limit + 1)
        expect(there === 0).toBe(a === b)
      }),
    )
  })
})
