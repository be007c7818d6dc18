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
  needs,
  offers,
  readOn,
  readWanted,
  sumFree,
  type FreePlace,
  type Wanted,
} from './free-places.ts'
import { mayBeOn, weekdays } from './place-schedule.ts'
import { freeOn, placeKinds, type PlaceOffer } from './place.ts'
import { kilometres, pointOf } from './point.ts'

const nothing: Wanted = { kinds: [], languages: [], needs: [], county: '', day: '', near: '', on: null }

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
    community: { slug: title, name: title },
    free: 2,
    municipality,
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
  on: fc.constantFrom(null, day('2026-12-05')),
})

describe('an address', () => {
  test('says exactly what is looked for', () => {
    fc.assert(
      fc.property(aWanted, (wanted) => {
        const query = new URL(addressOf(wanted), 'http://x').searchParams
        const asked = {
          one: (name: string) => query.get(name) ?? '',
          all: (name: string) => query.getAll(name),
        }
        const { on } = readOn(asked, day('2026-12-05'))
        expect({ ...readWanted(asked), on: on?.toString() }).toEqual({ ...wanted, on: wanted.on?.toString() })
      }),
    )
  })
})

describe('a day on which something is free', () => {
  const read = (values: Record<string, string>) => {
    const { on, wrong } = readOn({ one: (name) => values[name] ?? '', all: () => [] }, day('2026-12-05'))
    return [on?.toString() ?? null, wrong]
  }
  test('is read as it was typed or stands in the address, and is not over', () => {
    expect(read({})).toEqual([null, false])
    expect(read({ on: '2026-12-05' })).toEqual(['2026-12-05', false])
    expect(read({ 'on-day': '6', 'on-month': '12', 'on-year': '26', on: '2027-01-01' })).toEqual([
      '2026-12-06',
      false,
    ])
    for (const wrong of [
      { on: '2026-12-04' },
      { on: 'x' },
      { 'on-day': '31', 'on-month': '2', 'on-year': '2027' },
    ])
      expect(read(wrong)).toEqual([null, true])
  })

  test('counts what is taken on it alone, and only where the place is there', () => {
    const until = (text: string) => [{ from: day('2026-11-01'), until: day(text), count: 4 }]
    const place = { ...tartu.place, total: 4 }
    expect(freeOn(place, until('2026-12-05'), day('2026-12-05'))).toBe(0)
    expect(freeOn(place, until('2026-12-05'), day('2026-12-06'))).toBe(4)
    expect(freeOn({ ...place, state: 'closed' }, [], day('2026-12-06'))).toBe(0)
    expect(freeOn({ ...place, startsOn: day('2026-12-07') }, [], day('2026-12-06'))).toBe(0)
    expect(freeOn({ ...place, endsOn: day('2026-12-05') }, [], day('2026-12-06'))).toBe(0)
  })

  test('is one of the days of a place that has its days', () => {
    const rule = { frequency: 'MONTHLY', interval: 1, days: ['SA'], nth: 1, until: null } as const
    const on = (given: object, text: string) =>
      mayBeOn(
        { timing: 'regular', rule: { ...rule, days: ['SA'], ...given }, opens: null, closes: null },
        day(text),
      )
    expect([on({}, '2026-12-05'), on({}, '2026-12-12'), on({}, '2026-12-06')]).toEqual([true, false, false])
    expect([on({ nth: -1 }, '2026-12-26'), on({ nth: -1 }, '2026-12-19')]).toEqual([true, false])
    const weekly = { frequency: 'WEEKLY', nth: null }
    expect([on(weekly, '2026-12-19'), on(weekly, '2026-12-18')]).toEqual([true, false])
    expect(on({ ...weekly, until: day('2026-12-12') }, '2026-12-19')).toBe(false)
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
