import { expect, test } from 'vitest'
import { inventedPeople } from './invented.people.ts'

test('the invented are sixty, and no two have the same name', () => {
  const names = inventedPeople().map(({ name }) => name)
  expect(names).toHaveLength(60)
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
})
