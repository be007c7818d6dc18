/** Points on the map: as people copy them, and how far they lie from one another. */
import { municipalityWithCode } from '../platform/municipalities.ts'

/** Degrees. */
export type Point = { latitude: number; longitude: number }

/** The farthest points of Estonia, with a little sea around them; Helsinki and Riga lie outside. */
const box = { latitude: [57.5, 59.9], longitude: [21.5, 28.3] } as const

const within = ([least, most]: readonly [number, number], value: number) => value >= least && value <= most
const inEstonia = ({ latitude, longitude }: Point) =>
  within(box.latitude, latitude) && within(box.longitude, longitude)

/** Five decimals are a metre. */
const rounded = ({ latitude, longitude }: Point): Point => ({
  latitude: Number(latitude.toFixed(5)),
  longitude: Number(longitude.toFixed(5)),
})

export type PointRead =
  { point: Point; wrong: null } | { point: null; wrong: 'latitude' | 'longitude' | 'outside' | null }

/**
 * What two fields say: a number in each, or both in one of them as maps give them. Decimals follow a point or a comma. Where both are empty
 * there is no point, and nothing is wrong. Latitudes and longitudes of Estonia cannot be confused, so the other order is understood too.
 *
 * @returns `wrong`: the field that holds no number, or that the point is not in Estonia
 * @example readPoint('58,38', '26,72') // { latitude: 58.38, longitude: 26.72 }
 * @example readPoint('58.38, 26.72', '')
 */
export function readPoint(latitude: string, longitude: string): PointRead {
  if (latitude.trim() === '' && longitude.trim() === '') return { point: null, wrong: null }
  const [first, second] = pairIn(latitude) ?? pairIn(longitude) ?? [degrees(latitude), degrees(longitude)]
  if (first === null) return { point: null, wrong: 'latitude' }
  if (second === null) return { point: null, wrong: 'longitude' }
  const found = [
    { latitude: first, longitude: second },
    { latitude: second, longitude: first },
  ].find(inEstonia)
  return found ? { point: rounded(found), wrong: null } : { point: null, wrong: 'outside' }
}

/** As `readPoint` reads it. */
export const pointText = ({ latitude, longitude }: Point) => `${latitude}, ${longitude}`

const plain = (text: string) => text.replace(/[°()]/g, '').trim()

function degrees(text: string): number | null {
  return /^-?\d{1,8}(?:[.,]\d{1,15})?$/.test(plain(text)) ? Number(plain(text).replace(',', '.')) : null
}

/** A comma is a decimal one where no point stands and no space follows it. */
function pairIn(text: string): [number, number] | null {
  const both = plain(text)
  const close = /^(\d+,\d+),(\d+,\d+)$/.exec(both)
  const parts = close ? close.slice(1) : both.split(both.includes('.') ? /\s*[,;]\s*|\s+/ : /\s*;\s*|,?\s+/)
  const [first, second, ...more] = parts.map(degrees)
  return first == null || second == null || more.length > 0 ? null : [first, second]
}

/** A point inside the municipality. */
export function pointOf(municipality: string): Point | null {
  const found = municipalityWithCode(municipality)
  return found && { latitude: found.lat, longitude: found.lon }
}

/**
 * Kilometres along the surface of the earth.
 *
 * @example kilometres(tallinn, tartu) // 163
 */
export function kilometres(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [up, along] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)]
  const half =
    Math.sin(up / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(along / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)))
}
