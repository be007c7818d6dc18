import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { visitorOf, withActor } from '../platform/actor.ts'
import type { Locale } from '../platform/words.ts'
import { methodCards } from './method.content.ts'
import { findAlike, findMethods } from './method.search.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const find = (q: string, locale: Locale = 'et') =>
  withActor(house.ground, visitorOf('Europe/Tallinn'), (act) =>
    findMethods(act, methodCards(), { locale, q }),
  )

describe('looking for a method', () => {
  test.each([
    ['et', 'ruumides'],
    ['et', 'gildides'],
    ['et', 'gild'],
    ['ru', 'гильдию'],
    ['fi', 'killoissa'],
    ['nb', 'lokale'],
    ['en', 'guild'],
  ] as const)('finds it in %s by another form of its word: %s', async (locale, q) => {
    expect(await find(q, locale)).toContain('fi-akilta')
  })

  test('finds it by its original name, and with a slip of the finger', async () => {
    expect((await find('A-kiltatoiminta'))[0]).toBe('fi-akilta')
    expect(findAlike(methodCards(), 'et', 'matkattakse')).toContain('fi-akilta')
  })

  test.each(['kogukond', 'kogukonna', 'kogukonda', 'kogukondades', 'kogukonnale'])(
    'finds it in Estonian where the stem of the word changes too: %s',
    async (q) => {
      const found = await find(q)
      expect(found).toEqual(
        expect.arrayContaining(['ee-abcd', 'ee-lootusekyla', 'fi-klubitalo', 'fi-yhteisokuntoutus']),
      )
      // Not what is merely like it, where the server knows the forms of Estonian words; before 18 it does not.
      const known = await house.act('lead', ({ tx }) =>
        sql`select from pg_ts_config where cfgname = 'estonian'`.execute(tx),
      )
      if (known.rows.length > 0) expect(found).toHaveLength(4)
    },
  )

  test('does not take two letters for the beginning of every other word', async () => {
    expect((await find('AA')).length).toBeLessThan(3)
  })

  test('finds nothing where nothing is like it, and all where nothing is looked for', async () => {
    expect(await find('ksülofonkvartett')).toEqual([])
    expect(await find('  ')).toEqual(methodCards().map(({ key }) => key))
    // What only looks like a question to the database.
    for (const q of ["'", '&|!', ':*', '"', '%', '\\']) expect(Array.isArray(await find(q))).toBe(true)
  })
})

test('likeness alone, as on servers that know no Estonian, finds other forms of a word', () => {
  for (const q of ['ruumid', 'gildides', 'külastused'])
    expect(findAlike(methodCards(), 'et', q), q).toContain('fi-akilta')
})
