/**
 * The municipalities of Estonia, and which of them is meant by what somebody wrote in a list.
 * Source, edition and a doubt about the codes: content/municipalities.README.md
 */
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { z } from 'zod'
import { editDistance, latinised } from './letters.ts'

export type Municipality = {
  /** EHAK code of 2018, four digits: the key of a municipality everywhere in Tugevus. */
  readonly code: string
  /** Code reported for 2024; the same one for most. */
  readonly reportedCode: string
  /** `Kehtna vald` */
  readonly name: string
  /** `Kehtna` */
  readonly shortName: string
  readonly kind: 'linn' | 'vald'
  readonly county: { readonly code: string; readonly name: string }
  readonly areaKm2: number
  /** A point inside, in degrees. */
  readonly lat: number
  readonly lon: number
}

export class MunicipalitiesFileError extends Error {
  override readonly name = 'MunicipalitiesFileError'
}

const fileColumns = [
  'ehak_2018',
  'ehak_reported_2024',
  'name_et',
  'type',
  'county_ehak',
  'county_et',
  'area_km2',
  'lat',
  'lon',
] as const

const code = z.string().regex(/^\d{4}$/, 'must be four digits')
const number = (min: number, max: number) =>
  z.string().transform((text, context) => {
    const value = Number(text)
    if (text !== '' && value >= min && value <= max) return value
    context.addIssue({ code: 'custom', message: `must be a number from ${min} to ${max}` })
    return z.NEVER
  })

/** The degrees are the box around Estonia, so that swapped ones are noticed. */
const fileLine = z.object({
  ehak_2018: code,
  ehak_reported_2024: code,
  name_et: z.string().min(2, 'must be a name'),
  type: z.enum(['linn', 'vald'], 'must be linn or vald'),
  county_ehak: code,
  county_et: z.string().endsWith(' maakond', 'must end with maakond'),
  area_km2: number(0.1, 10_000),
  lat: number(57, 60.5),
  lon: number(21, 29),
})

/**
 * Reads the text of `content/municipalities.csv`.
 *
 * @throws MunicipalitiesFileError naming the line and what is wrong with it
 */
export function parseMunicipalities(text: string): readonly Municipality[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/)
  const refuse = (line: number, why: string): never => {
    throw new MunicipalitiesFileError(`content/municipalities.csv, line ${line}: ${why}`)
  }
  if (lines[0] !== fileColumns.join(',')) refuse(1, `the columns must be ${fileColumns.join(',')}`)
  const taken = new Map<string, number>()
  return lines.slice(1).map((content, index) => {
    const line = index + 2
    const fields = Papa.parse<string[]>(content, { delimiter: ',' }).data[0] ?? []
    if (fields.length !== fileColumns.length) refuse(line, `must have ${fileColumns.length} fields`)
    const read = fileLine.safeParse(Object.fromEntries(fileColumns.map((column, i) => [column, fields[i]])))
    if (!read.success) {
      const [issue] = read.error.issues
      return refuse(line, `${issue?.path.join('.')} ${issue?.message}`)
    }
    const { ehak_2018, ehak_reported_2024, name_et, type, county_ehak, county_et, ...place } = read.data
    for (const key of new Set([ehak_2018, ehak_reported_2024, name_et])) {
      const earlier = taken.get(key)
      if (earlier !== undefined) refuse(line, `${key} stands on line ${earlier} already`)
      taken.set(key, line)
    }
    return {
      code: ehak_2018,
      reportedCode: ehak_reported_2024,
      name: name_et,
      shortName: name_et.replace(/ (?:linn|vald)$/, ''),
      kind: type,
      county: { code: county_ehak, name: county_et },
      areaKm2: place.area_km2,
      lat: place.lat,
      lon: place.lon,
    }
  })
}

/** In the order of the file: by county. Read once, when the program starts. */
export const municipalities: readonly Municipality[] = parseMunicipalities(
  readFileSync(new URL('../../content/municipalities.csv', import.meta.url), 'utf8'),
)

const collator = new Intl.Collator('et')

/** By name, as one is chosen from a list. */
export const municipalitiesByName: readonly Municipality[] = municipalities.toSorted((a, b) =>
  collator.compare(a.name, b.name),
)

/** By name. */
export const counties: readonly Municipality['county'][] = [
  ...new Map(municipalities.map(({ county }) => [county.code, county])).values(),
].toSorted((a, b) => collator.compare(a.name, b.name))

const byCode = new Map(
  municipalities.flatMap(
    (one) =>
      [
        [one.reportedCode, one],
        [one.code, one],
      ] as const,
  ),
)

/** The municipality with this EHAK code, old or new. */
export function municipalityWithCode(ehak: string): Municipality | null {
  return byCode.get(ehak) ?? null
}

export type FoundMunicipality =
  | { readonly kind: 'found'; readonly municipality: Municipality }
  /** The short name of both a town and the rural municipality around it, such as `Viljandi`. */
  | { readonly kind: 'ambiguous'; readonly choices: readonly Municipality[] }
  /** `near` are at most three names that look or sound like it, the closest first. */
  | { readonly kind: 'unknown'; readonly near: readonly Municipality[] }

/**
 * Which municipality `text` means: its name, its short name, or its EHAK code; letter case, spaces and diacritics do not
 * matter. An address is understood where it holds exactly one of them.
 *
 * @example findMunicipality('Rapla v.') // found: Rapla vald
 */
export function findMunicipality(text: string): FoundMunicipality {
  const whole = named(text)
  const [only, ...more] = whole
  if (only !== undefined) return more.length > 0 ? { kind: 'ambiguous', choices: whole } : found(only)
  const parts = text.split(/[,;/()\n]/).map(named)
  const mentioned = [...new Set(parts.flat())]
  if (mentioned.length === 1 && mentioned[0] !== undefined) return found(mentioned[0])
  if (mentioned.length > 1) return { kind: 'ambiguous', choices: mentioned }
  return { kind: 'unknown', near: nearest(text) }
}

function found(municipality: Municipality): FoundMunicipality {
  return { kind: 'found', municipality }
}

/** All that `text` as a whole can be the name of. */
function named(text: string): readonly Municipality[] {
  const ehak = /^(?:ehak\s*:?\s*)?(\d{3,4})$/i.exec(text.trim())?.[1]
  if (ehak !== undefined) {
    // A spreadsheet that takes a code for a number loses the zero it begins with.
    const one = municipalityWithCode(ehak.padStart(4, '0'))
    return one === null ? [] : [one]
  }
  return byName.get(nameKey(text)) ?? []
}

/**
 * `Rapla v.`, `rapla VALD` and `Raplavald` are one key; so are `Narva-Jõesuu` and `Narva Jõesuu`, and `г. Нарва` is
 * `Narva linn`.
 */
function nameKey(text: string): string {
  const { place, kind } = withoutKind(text)
  return `${place.replace(/[^a-z]/g, '')}${kind ?? ''}`
}

/** The place in plain Latin letters, and whether the text says that it is a town or a rural municipality. */
function withoutKind(text: string): { place: string; kind: Municipality['kind'] | null } {
  const plain = latinised(text)
  for (const [kind, pattern] of kindWords) {
    const place = plain.replace(pattern, '')
    if (place !== plain) return { place: place.trim(), kind }
  }
  return { place: plain, kind: null }
}

/** After the name in Estonian; before it or after it in Russian (`г.`, `город`, `волость`, here in Latin letters). */
const kindWords = [
  ['vald', /(?:\bv\.?|vald|\bvolost)$|^volost\b/],
  ['linn', /(?:\blv?\.?|linn|\bgorod)$|^(?:g\.|g\b|gorod\b)/],
] as const

const byName = Map.groupBy(
  municipalities.flatMap((one) => namesOf(one).map((key) => ({ key, one }))),
  ({ key }) => key,
)
  .entries()
  .map(([key, entries]) => [key, [...new Set(entries.map(({ one }) => one))]] as const)
  .reduce((map, [key, ones]) => map.set(key, ones), new Map<string, readonly Municipality[]>())

function namesOf({ name, shortName, kind }: Municipality): string[] {
  // The one town without its kind in the name is written with it all the same, and then in the genitive.
  const genitive = name === shortName ? [`${shortName}a ${kind}`] : []
  // The short name goes as it is: nameKey would take the end of `Tallinn` for a kind.
  return [`${shortName} ${kind}`, ...genitive]
    .map(nameKey)
    .concat(latinised(shortName).replace(/[^a-z]/g, ''))
}

function nearest(text: string): readonly Municipality[] {
  const { place, kind } = withoutKind(text)
  const firstWord = place.split(/[\s\-,]/)[0] ?? ''
  const whole = latinised(text)
  // One slip in four letters; beyond that a suggestion would be a guess.
  const limit = Math.max(1, Math.floor(place.length / 4))
  const near = municipalities
    .map((one) => {
      const name = latinised(one.shortName)
      // Names of before 2017 often begin with that of the municipality they joined: Türi-Alliku.
      const distance = Math.min(editDistance(place, name, limit), editDistance(whole, name, limit))
      return { one, distance: firstWord === name ? 1 : distance }
    })
    .filter(({ distance }) => distance <= limit)
  const closest = Math.min(...near.map(({ distance }) => distance))
  const best = near.filter(({ distance }) => distance === closest).map(({ one }) => one)
  const ofKind = best.filter((one) => one.kind === kind)
  return (ofKind.length > 0 ? ofKind : best).slice(0, 3)
}
