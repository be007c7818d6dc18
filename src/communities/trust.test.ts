import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trustLevels } from './community.ts'
import { trustOf } from './trust.ts'

const said = (level: 'friend' | 'host', name: string, withdrawn = false) => ({ level, name, withdrawn })

test('one named person makes a friend, two make a host', () => {
  expect(trustOf([])).toBe('visitor')
  expect(trustOf([said('friend', 'Mari Mets')])).toBe('friend')
  expect(trustOf([said('host', 'Mari Mets')])).toBe('friend')
  expect(trustOf([said('host', 'Mari Mets'), said('host', 'Jaan Kask')])).toBe('host')
})

test('the same person counts once, and a word that was taken back not at all', () => {
  expect(trustOf([said('host', 'Mari Mets'), said('host', ' mari mets')])).toBe('friend')
  expect(trustOf([said('host', 'Mari Mets'), said('host', 'Jaan Kask', true)])).toBe('friend')
  expect(trustOf([said('friend', 'Mari Mets', true)])).toBe('visitor')
})

test('one word more never lowers trust, and their order does not matter', () => {
  const one = fc.record({
    level: fc.constantFrom('friend' as const, 'host' as const),
    name: fc.constantFrom('Mari', 'Jaan', 'Ants'),
    withdrawn: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(one), one, (words, more) => {
      const place = (list: typeof words) => trustLevels.indexOf(trustOf(list))
      expect(place([...words, more])).toBeGreaterThanOrEqual(place(words))
      expect(trustOf(words.toReversed())).toBe(trustOf(words))
    }),
  )
})
