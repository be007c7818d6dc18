/** How places look in tables, wherever they stand. */
import { isBefore, type Day } from '../platform/day.ts'
import { Icon, type IconName } from '../platform/icons.tsx'
import { partWords } from '../platform/parts/parts.words.ts'
import { Capacity, Tag } from '../platform/parts/tag.tsx'
import { dayAndMonth } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityWords } from './community.words.ts'
import { untilWords, whenWords } from './place-schedule.words.ts'
import { freeNow, freeSince, freeUntil, toConfirm, type Place, type PlaceKind, type Taken } from './place.ts'
import { placeWords } from './place.words.ts'

type Seen = { locale: Locale; place: Place; today: Day }

const icons: Record<PlaceKind, IconName> = {
  activity: 'leaf',
  living: 'house',
  work: 'briefcase',
  person: 'people',
  taster: 'calendar',
}

export function KindCell({ locale, kind }: { locale: Locale; kind: PlaceKind }) {
  return (
    <span class="with-icon">
      <Icon name={icons[kind]} />
      {placeWords(locale).kinds[kind]}
    </span>
  )
}

/** `T 17–20`, with the languages under it; a first day that lies ahead comes first. */
export function WhenCell({ locale, place, today }: Seen) {
  const words = placeWords(locale)
  const { startsOn } = place
  const when = whenWords(locale, place.schedule, today)
  return (
    <>
      {startsOn && isBefore(today, startsOn)
        ? `${words.startsOn(dayAndMonth(locale, startsOn))}, ${when}`
        : when}
      <small>{place.languages.map((one) => communityWords(locale).languages[one]).join(', ')}</small>
    </>
  )
}

/** Beyond a dozen, dots are counted by nobody. */
const mostDots = 12

export function FreeCount(props: { locale: Locale; free: number; all: number }) {
  const { locale, free, all } = props
  return all > mostDots ? <>{partWords(locale).freeOf(free, all)}</> : <Capacity {...props} />
}

export function FreeCell({ locale, place, taken, today }: Seen & { taken: readonly Taken[] }) {
  const words = placeWords(locale)
  if (place.state === 'closed') return <Tag icon="pause">{words.closed}</Tag>
  const free = freeNow(place, taken, today)
  if (free <= 0) {
    const since = freeSince(place, taken, today)
    const short = freeUntil(place, taken, today)
    if (short) return <>{words.freeUntil(short.free, untilWords(locale, short.until, today))}</>
    return <>{since ? words.fullUntil(untilWords(locale, since, today)) : words.full}</>
  }
  return <FreeCount locale={locale} free={free} all={place.total} />
}

/** When somebody last said that it is so. */
export function ConfirmedCell({ locale, place, today }: Seen) {
  const words = placeWords(locale)
  if (toConfirm(place, today))
    return <Tag tone="time">{place.confirmedOn ? words.askAgain : words.neverConfirmed}</Tag>
  return <>{place.confirmedOn && dayAndMonth(locale, place.confirmedOn)}</>
}
