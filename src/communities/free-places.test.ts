import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offerOf } from '../../tests/setup/places.ts'
import { day } from '../platform/day.ts'
import { counties } from '../platform/municipalities.ts'
import {
  addressOf,
  countsOf,
  findPlaces,
  fits,
  kilometres,
  needs,
  offers,
  pointOf,
  readWanted,
  sumFree,
  type FreePlace,
  type Wanted,
} from './free-places.ts'
import { weekdays } from './place-schedule.ts'
import { placeKinds, type PlaceOffer } from './place.ts'

const nothing: Wanted = { kinds: [], languages: [], needs: [], county: '', day: '', near: '' }

function free(
  title: string,
  municipality: string,
  county: string,
  given: Partial<PlaceOffer> = {},
): FreePlace {
  return {
    place: {
      ...offerOf(title, given),
      id: title,
      communityId: title,
      organisationId: title,
      confirmedOn: day('2026-11-01'),
      state: 'open',
    },
    community: { slug: title, name: title, municipality },
    free: 2,
    county,
    point: pointOf(municipality),
  }
}

const rapla = free('Rapla koda', '0668', '0071')
const tartu = free('Tartu tuba', '0793', '0079', {
  kind: 'living',
  schedule: { timing: 'now' },
  languages: ['ru'],
})
const tallinn = free('Tallinna töö', '0784', '0037', { kind: 'work', access: ['step_free'] })
const all = [tartu, tallinn, rapla]

const aWanted: fc.Arbitrary<Wanted> = fc.record({
  kinds: fc.subarray([...placeKinds]),
  languages: fc.subarray(['et' as const, 'ru' as const, 'sign' as const]),
  needs: fc.subarray([...needs]),
  county: fc.constantFrom('', ...counties.map(({ code }) => code)),
  day: fc.constantFrom('' as const, ...weekdays),
  near: fc.constantFrom('', '0668', '0784'),
})

describe('an address', () => {
  test('says exactly what is looked for', () => {
    fc.assert(
      fc.property(aWanted, (wanted) => {
        const query = new URL(addressOf(wanted), 'http://x').searchParams
        expect(
          readWanted({ one: (name) => query.get(name) ?? '', all: (name) => query.getAll(name) }),
        ).toEqual(wanted)
      }),
    )
  })
})

describe('what fits', () => {
  test('is of one of the kinds, in one of the languages, and has all that is needed', () => {
    expect(fits(tallinn, { kinds: ['work', 'living'], needs: ['step_free', 'substance_free'] })).toBe(true)
    expect(fits(tartu, { kinds: ['work', 'living'], needs: ['step_free'] })).toBe(false)
    expect(fits(rapla, { languages: ['ru', 'fi'] })).toBe(false)
  })

  test('is of an evening or a weekend by its hours and days too', () => {
    expect(offers(rapla.place, 'evening')).toBe(true)
    expect(offers(rapla.place, 'weekend')).toBe(false)
    expect(offers(tartu.place, 'evening')).toBe(false)
    expect(fits(tartu, { day: 'SU' })).toBe(true)
    expect(fits(rapla, { day: 'SU' })).toBe(false)
  })

  test('is counted for each choice as it would be found', () => {
    fc.assert(
      fc.property(aWanted, (wanted) => {
        const counts = countsOf(all, wanted)
        for (const kind of placeKinds) {
          const found = findPlaces(all, { ...wanted, kinds: [kind] })
          expect(counts.kinds.get(kind)).toBe(sumFree(found))
        }
        const everywhere = [...counts.counties.values()].reduce((sum, one) => sum + one, 0)
        expect(everywhere).toBe(sumFree(findPlaces(all, wanted)))
      }),
    )
  })
})

describe('the order', () => {
  test('is the county first, then the nearer', () => {
    const names = (given: Partial<Wanted>) =>
      findPlaces(all, { ...nothing, ...given }).map(({ place }) => place.title)
    expect(names({ near: '0784' })).toEqual(['Tallinna töö', 'Rapla koda', 'Tartu tuba'])
    expect(names({ county: '0079' })[0]).toBe('Tartu tuba')
    expect(names({ county: '0079', near: '0784' })).toEqual(['Tartu tuba', 'Tallinna töö', 'Rapla koda'])
  })

  test('Tallinn and Tartu lie some 160 kilometres apart, and nothing lies farther from itself', () => {
    const [a, b] = [pointOf('0784'), pointOf('0793')]
    if (!a || !b) throw new Error('no such municipality')
    expect(kilometres(a, b)).toBeGreaterThan(150)
    expect(kilometres(a, b)).toBeLessThan(175)
    expect(kilometres(a, a)).toBe(0)
    expect(kilometres(a, b)).toBeCloseTo(kilometres(b, a), 9)
  })
})
