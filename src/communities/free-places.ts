/** Which free places somebody looks for, which of them fit, and which lie nearer. */
import { dayOrNull, isBefore, type Day } from '../platform/day.ts'
import { counties, municipalities, municipalityWithCode } from '../platform/municipalities.ts'
import { readDate, type DateText } from '../platform/parts/date-field.tsx'
import { communityLanguages, type Community, type CommunityLanguage } from './community.ts'
import { daysOfWeek, weekdays, type Weekday } from './place-schedule.ts'
import {
  accesses,
  features,
  placeKinds,
  type Access,
  type Feature,
  type Place,
  type PlaceKind,
} from './place.ts'
import { kilometres, pointOf, type Point } from './point.ts'

export const needs = [...accesses, ...features] as const
export type Need = Access | Feature

/** A place of which something is free. */
export type FreePlace = {
  place: Place
  community: Pick<Community, 'slug' | 'name'>
  free: number
  /** EHAK code. */
  municipality: string
  /** EHAK code. */
  county: string
  point: Point | null
}

/** As it stands in the address of the list. */
export type Wanted = {
  kinds: PlaceKind[]
  languages: CommunityLanguage[]
  needs: Need[]
  county: string
  day: Weekday | ''
  /** The municipality near which it should be. */
  near: string
  /** Free on this day; null: from now on. */
  on: Day | null
}

/** From four in the afternoon: after a day's work. */
const eveningFrom = '16:00'

/** What of these a place offers; hours and days of its schedule say it too. */
export function offers({ schedule, access, features: given }: Place, need: Need): boolean {
  if ([...access, ...given].some((one) => one === need)) return true
  if (schedule.timing !== 'regular') return false
  if (need === 'evening') return schedule.opens !== null && schedule.opens >= eveningFrom
  if (need === 'weekend') return daysOfWeek(schedule).some((one) => one === 'SA' || one === 'SU')
  return false
}

/** One of the kinds, one of the languages, and all that is needed. */
export function fits({ place, county }: FreePlace, wanted: Partial<Wanted>): boolean {
  const { kinds = [], languages = [], needs: needed = [], day = '', county: inCounty = '' } = wanted
  return (
    (kinds.length === 0 || kinds.includes(place.kind)) &&
    (languages.length === 0 || languages.some((one) => place.languages.includes(one))) &&
    needed.every((need) => offers(place, need)) &&
    (day === '' || daysOfWeek(place.schedule).includes(day)) &&
    (inCounty === '' || county === inCounty)
  )
}

export const sumFree = (places: readonly FreePlace[]) => places.reduce((sum, { free }) => sum + free, 0)

export type Counts = Record<'kinds' | 'languages' | 'needs' | 'counties', Map<string, number>>

/** How many are free for each choice, if it were made beside those that are made in the other questions. */
export function countsOf(all: readonly FreePlace[], wanted: Wanted): Counts {
  const everywhere = { ...wanted, county: '' }
  const count = <T extends string>(choices: readonly T[], given: (one: T) => Partial<Wanted>) =>
    new Map<string, number>(
      choices.map((one) => [
        one,
        sumFree(all.filter((place) => fits(place, { ...everywhere, ...given(one) }))),
      ]),
    )
  return {
    kinds: count(placeKinds, (one) => ({ kinds: [one] })),
    languages: count(communityLanguages, (one) => ({ languages: [one] })),
    needs: count(needs, (one) => ({ needs: [...wanted.needs, one] })),
    counties: count(
      counties.map(({ code }) => code),
      (one) => ({ county: one }),
    ),
  }
}

/** Where one looks from: the municipality, or the middle of the county. */
export function centreOf({ near, county }: Pick<Wanted, 'near' | 'county'>): Point | null {
  if (near !== '') return pointOf(near)
  const inside = municipalities.filter((one) => one.county.code === county)
  if (inside.length === 0) return null
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return { latitude: mean(inside.map(({ lat }) => lat)), longitude: mean(inside.map(({ lon }) => lon)) }
}

export type Found = FreePlace & { km: number | null }

/** Those that fit, those of the county first, the nearer before the farther; then what was confirmed last. */
export function findPlaces(all: readonly FreePlace[], wanted: Wanted): Found[] {
  const centre = centreOf(wanted)
  const inCounty = ({ county }: FreePlace) => (wanted.county !== '' && county === wanted.county ? 0 : 1)
  const confirmed = ({ place }: FreePlace) => place.confirmedOn?.toString() ?? ''
  return all
    .filter((place) => fits(place, { ...wanted, county: '' }))
    .map((place) => ({ ...place, km: centre && place.point && kilometres(centre, place.point) }))
    .sort(
      (a, b) =>
        inCounty(a) - inCounty(b) ||
        (a.km ?? Infinity) - (b.km ?? Infinity) ||
        confirmed(b).localeCompare(confirmed(a)) ||
        a.place.title.localeCompare(b.place.title, 'et'),
    )
}

type Query = { one(name: string): string; all(name: string): string[] }

/** The day on which something should be free: as the form sends it, or as it stands in an address. A day that is over is wrong. */
export function readOn({ one }: Query, today: Day): { on: Day | null; text: DateText; wrong: boolean } {
  const values = Object.fromEntries(['on-day', 'on-month', 'on-year'].map((name) => [name, one(name)]))
  const { state, day, text } = readDate(values, 'on')
  const on = state === 'empty' ? dayOrNull(one('on')) : day
  const wrong = state === 'wrong' || (state === 'empty' && one('on') !== '' && !on)
  if (!on || isBefore(on, today)) return { on: null, text, wrong: wrong || on !== null }
  return { on, text, wrong }
}

/** What does not exist is not looked for. */
export function readWanted({ one, all }: Query): Omit<Wanted, 'on'> {
  const chosen = <T extends string>(known: readonly T[], given: string[]) =>
    known.filter((each) => given.includes(each))
  const county = one('county')
  return {
    kinds: chosen(placeKinds, all('kind')),
    languages: chosen(communityLanguages, all('language')),
    needs: chosen(needs, all('need')),
    county: counties.some(({ code }) => code === county) ? county : '',
    day: weekdays.find((each) => each === one('day')) ?? '',
    near: municipalityWithCode(one('near'))?.code ?? '',
  }
}

/** The address of the list of these; it says nothing of who looks. */
export function addressOf(wanted: Wanted, page = 1): string {
  const { kinds, languages, needs: needed, county, day, near, on } = wanted
  const query = new URLSearchParams([
    ...kinds.map((one) => ['kind', one]),
    ...languages.map((one) => ['language', one]),
    ...needed.map((one) => ['need', one]),
    ...[
      ['county', county],
      ['day', day],
      ['near', near],
      ['on', on?.toString() ?? ''],
      ['page', page > 1 ? String(page) : ''],
    ].filter(([, value]) => value !== ''),
  ])
  return query.size === 0 ? '/places' : `/places?${query}`
}
