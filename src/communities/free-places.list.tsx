/** The form that narrows the list of free places down, what is chosen in it, and the list. */
import type { Day } from '../platform/day.ts'
import { Icon } from '../platform/icons.tsx'
import { counties, municipalitiesByName, municipalityWithCode } from '../platform/municipalities.ts'
import { Button } from '../platform/parts/button.tsx'
import { Checkboxes, Select } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText } from '../platform/parts/date-field.tsx'
import { Table } from '../platform/parts/table.tsx'
import { Chip } from '../platform/parts/tag.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityHref } from './about-community.tsx'
import { communityWords } from './community.words.ts'
import { communityLanguages } from './community.ts'
import { addressOf, needs, type Counts, type Found, type Need, type Wanted } from './free-places.ts'
import { freePlacesWords } from './free-places.words.ts'
import { ConfirmedCell, FreeCount, KindCell, WhenCell } from './place.cells.tsx'
import { scheduleWords, weekdayOptions } from './place-schedule.words.ts'
import { partWords } from '../platform/parts/parts.words.ts'
import { placeKinds } from './place.ts'
import { placeWords } from './place.words.ts'

const nearOptions = municipalitiesByName.map(({ code, name }) => ({ value: code, label: name }))

/** Asked for most; the others are offered where some place has them. */
const usualNeeds: readonly Need[] = ['step_free', 'evening', 'substance_free']

export function Narrowing(props: {
  locale: Locale
  wanted: Wanted
  /** The day as it was typed. */
  asked: { text: DateText; wrong: boolean }
  counts: Counts
}) {
  const { locale, wanted, asked, counts } = props
  const say = freePlacesWords(locale)
  const words = placeWords(locale)
  const options = <T extends string>(choices: readonly T[], name: keyof Counts, label: (one: T) => string) =>
    choices.map((value) => ({ value, label: label(value), hint: String(counts[name].get(value) ?? 0) }))
  const there = (name: keyof Counts, value: string) => (counts[name].get(value) ?? 0) > 0
  const languages = communityLanguages.filter(
    (one) => one === 'et' || one === 'ru' || there('languages', one) || wanted.languages.includes(one),
  )
  const offered = needs.filter(
    (one) => usualNeeds.includes(one) || there('needs', one) || wanted.needs.includes(one),
  )
  return (
    <div class="filtering">
      <a class="btn line fold-link" href="#filters">
        <Icon name="filter" />
        {say.narrowLink}
      </a>
      <form
        class="card narrowing fold"
        id="filters"
        method="get"
        action="/places"
        role="search"
        aria-label={say.narrow}
      >
        <h2>{say.narrow}</h2>
        <Checkboxes
          locale={locale}
          name="kind"
          label={say.kind}
          values={wanted.kinds}
          options={options(placeKinds, 'kinds', (one) => words.kinds[one])}
        />
        <Checkboxes
          locale={locale}
          name="language"
          label={say.language}
          values={wanted.languages}
          options={options(languages, 'languages', (one) => upper(communityWords(locale).languages[one]))}
        />
        <Checkboxes
          locale={locale}
          name="need"
          label={say.need}
          values={wanted.needs}
          options={options(offered, 'needs', (one) => needLabel(locale, one))}
        />
        <Select
          locale={locale}
          name="county"
          label={say.county}
          empty={say.allCounties}
          value={wanted.county}
          options={counties.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select
          locale={locale}
          name="day"
          label={say.day}
          empty={say.anyDay}
          value={wanted.day}
          options={weekdayOptions(locale)}
        />
        <DateField
          locale={locale}
          name="on"
          label={say.on}
          required={false}
          value={asked.wrong ? asked.text : dateText(wanted.on)}
          error={asked.wrong ? say.wrongDay : undefined}
        />
        <Select
          locale={locale}
          name="near"
          label={say.near}
          empty={say.anywhere}
          value={wanted.near}
          options={nearOptions}
        />
        <Button wide>{say.show}</Button>
      </form>
    </div>
  )
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function needLabel(locale: Locale, need: Need): string {
  const { access, features } = placeWords(locale)
  return { ...access, ...features }[need]
}

/** What narrows the list, each with a way to take it off. */
export function Chosen({ locale, wanted }: { locale: Locale; wanted: Wanted }) {
  const say = freePlacesWords(locale)
  const words = placeWords(locale)
  const without = <T,>(all: readonly T[], one: T) => all.filter((each) => each !== one)
  const county = counties.find(({ code }) => code === wanted.county)
  const near = municipalityWithCode(wanted.near)
  const chips = [
    ...(county ? [{ label: county.name, next: { ...wanted, county: '' } }] : []),
    ...(near ? [{ label: say.nearOf(near.name), next: { ...wanted, near: '' } }] : []),
    ...(wanted.day === ''
      ? []
      : [{ label: scheduleWords(locale).long[wanted.day], next: { ...wanted, day: '' as const } }]),
    ...(wanted.on ? [{ label: say.freeOn(longDay(locale, wanted.on)), next: { ...wanted, on: null } }] : []),
    ...wanted.kinds.map((one) => ({
      label: words.kinds[one],
      next: { ...wanted, kinds: without(wanted.kinds, one) },
    })),
    ...wanted.languages.map((one) => ({
      label: upper(communityWords(locale).languages[one]),
      next: { ...wanted, languages: without(wanted.languages, one) },
    })),
    ...wanted.needs.map((one) => ({
      label: needLabel(locale, one),
      next: { ...wanted, needs: without(wanted.needs, one) },
    })),
  ]
  if (chips.length === 0) return null
  return (
    <p class="chips">
      {chips.map(({ label, next }) => (
        <Chip locale={locale} href={addressOf(next)} label={label} />
      ))}
      {county && chips.length === 1 && <a href="/places">{say.allCounties}</a>}
      {chips.length > 1 && <a href="/places">{partWords(locale).clearFilters}</a>}
    </p>
  )
}

export function PlaceTable(props: {
  locale: Locale
  today: Day
  title: string
  places: readonly Found[]
  /** Show how far it is. */
  distance: boolean
}) {
  const { locale, today, title, places, distance } = props
  const words = placeWords(locale)
  const kilometres = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits: 0,
  })
  return (
    <Table
      locale={locale}
      caption={title}
      captionHidden
      rows={places}
      columns={[
        {
          key: 'place',
          label: words.place,
          rowHeader: true,
          cell: ({ place, community, municipality, km }) => (
            <>
              <a href={communityHref(community, `places/${place.id}`)}>{place.title}</a>
              <small>
                {community.name}, {municipalityWithCode(municipality)?.name}
                {distance && km !== null && km >= 1 && `, ${kilometres.format(km)}`}
              </small>
            </>
          ),
        },
        {
          key: 'kind',
          label: words.kind,
          cell: ({ place }) => <KindCell locale={locale} kind={place.kind} />,
        },
        {
          key: 'when',
          label: words.when,
          cell: ({ place }) => <WhenCell locale={locale} place={place} today={today} />,
        },
        {
          key: 'free',
          label: words.free,
          cell: ({ place, free }) => <FreeCount locale={locale} free={free} all={place.total} />,
        },
        {
          key: 'confirmed',
          label: words.confirmed,
          cell: ({ place }) => <ConfirmedCell locale={locale} place={place} today={today} />,
        },
      ]}
    />
  )
}
