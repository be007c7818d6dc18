/** What somebody typed into the form of a place, and the place that it makes. */
import { isBefore, type Day } from '../platform/day.ts'
import { oneLine } from '../platform/letters.ts'
import { dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import type { Locale } from '../platform/words.ts'
import { communityLanguages } from './community.ts'
import { locationWords } from './location.words.ts'
import { euros, readCents } from './money.ts'
import { readTime } from './time-of-day.ts'
import { readRule, weekdays, type Rule, type Schedule } from './place-schedule.ts'
import { placeFormWords } from './place.form.words.ts'
import {
  accesses,
  features,
  placeKinds,
  type PlaceContact,
  type PlaceKind,
  type PlaceOffer,
} from './place.ts'

type Texts =
  | 'kind'
  | 'title'
  | 'what'
  | 'location'
  | 'rules'
  | 'timing'
  | 'rhythm'
  | 'opens'
  | 'closes'
  | 'total'
  | 'minimum'
  | 'cost'
  | 'costNote'
  | 'buddy'
  | 'trouble'
  | 'call'
type Lists = 'days' | 'languages' | 'access' | 'features'
type Dates = 'startsOn' | 'endsOn'
export type PlaceField = Texts | Lists | Dates

/** What stands in the fields, as typed. */
export type PlaceTyped = Record<Texts, string> & Record<Lists, string[]> & Record<Dates, DateText>

type Sent = { text(name: string): string; list(name: string): string[]; values: Record<string, string> }

export type PlaceRead = { typed: PlaceTyped } & (
  | { offer: PlaceOffer; contact: PlaceContact; errors: null }
  | { offer: null; contact: null; errors: Errors<PlaceField> }
)

export const longest = {
  what: 2000,
  rules: 1000,
  costNote: 200,
  buddy: 120,
  trouble: 1000,
  call: 200,
} as const

/** How often: frequency, interval and which of the month, as one choice. */
export const rhythmOf = ({ frequency, interval, nth }: Pick<Rule, 'frequency' | 'interval' | 'nth'>) =>
  [frequency, interval, nth ?? ''].join('_')

export const usualRhythms = [
  'WEEKLY_1_',
  'WEEKLY_2_',
  'MONTHLY_1_1',
  'MONTHLY_1_2',
  'MONTHLY_1_3',
  'MONTHLY_1_4',
  'MONTHLY_1_-1',
  'DAILY_1_',
] as const

/** @param locations the ids of those that can be chosen */
export function readPlace(locale: Locale, sent: Sent, locations: readonly string[]): PlaceRead {
  const say = placeFormWords(locale).errors
  const line = (name: string) => oneLine(sent.text(name))
  const starts = readDate(sent.values, 'startsOn')
  const ends = readDate(sent.values, 'endsOn')
  const typed: PlaceTyped = {
    kind: line('kind'),
    title: line('title'),
    what: sent.text('what'),
    location: line('location'),
    rules: sent.text('rules'),
    timing: line('timing'),
    rhythm: line('rhythm'),
    opens: line('opens'),
    closes: line('closes'),
    total: line('total'),
    minimum: line('minimum'),
    cost: line('cost'),
    costNote: line('costNote'),
    buddy: line('buddy'),
    trouble: sent.text('trouble'),
    call: line('call'),
    days: sent.list('days'),
    languages: sent.list('languages'),
    access: sent.list('access'),
    features: sent.list('features'),
    startsOn: starts.text,
    endsOn: ends.text,
  }
  const chosen = <T extends string>(all: readonly T[], given: string[]) =>
    all.filter((one) => given.includes(one))
  const long = (name: keyof typeof longest) =>
    [...typed[name]].length > longest[name] ? say.long(longest[name]) : undefined
  const kind = placeKinds.find((one) => one === typed.kind)
  const languages = chosen(communityLanguages, typed.languages)
  const given = chosen(features, typed.features)
  const total = whole(typed.total, 500)
  const minimum = typed.minimum === '' ? 1 : whole(typed.minimum, total ?? 500)
  // Nought is free of charge.
  const cost = typed.cost === '' ? null : readCents(typed.cost)
  const when = readSchedule(locale, typed, ends.day)
  const problems: [PlaceField, string | undefined | false][] = [
    ['kind', !kind && say.kind],
    ['title', ([...typed.title].length < 2 || [...typed.title].length > 120) && say.name],
    ['what', long('what')],
    [
      'location',
      typed.location !== '' && !locations.includes(typed.location) && locationWords(locale).place.unknown,
    ],
    ['rules', long('rules')],
    ...Object.entries(when.errors).map(([name, text]): [PlaceField, string] => [name as PlaceField, text]),
    ['startsOn', starts.state === 'wrong' && say.day],
    [
      'endsOn',
      ends.state === 'wrong'
        ? say.day
        : ends.day && starts.day && isBefore(ends.day, starts.day) && say.order,
    ],
    ['languages', languages.length === 0 && say.languages],
    ['features', given.includes('women_only') && given.includes('men_only') && say.both],
    ['total', total === null && say.total],
    ['minimum', minimum === null && say.minimum],
    ['cost', cost === undefined && say.cost],
    ['costNote', long('costNote')],
    ['buddy', long('buddy')],
    ['trouble', long('trouble')],
    ['call', long('call')],
  ].filter((problem): problem is [PlaceField, string] => Boolean(problem[1]))
  if (
    problems.length > 0 ||
    !kind ||
    !when.schedule ||
    total === null ||
    minimum === null ||
    cost === undefined
  ) {
    return { typed, offer: null, contact: null, errors: Object.fromEntries(problems) }
  }
  const offer: PlaceOffer = {
    kind,
    title: typed.title,
    what: typed.what,
    schedule: when.schedule,
    languages,
    access: chosen(accesses, typed.access),
    features: given,
    rules: typed.rules,
    costCents: cost || null,
    costNote: typed.costNote,
    minimum,
    total,
    startsOn: starts.day,
    endsOn: ends.day,
    locationId: orNull(typed.location),
  }
  const contact = {
    buddy: orNull(typed.buddy),
    trouble: orNull(typed.trouble),
    call: orNull(typed.call),
  }
  return { typed, offer, contact, errors: null }
}

type ScheduleField = 'timing' | 'rhythm' | 'days' | 'opens' | 'closes'

function readSchedule(
  locale: Locale,
  typed: PlaceTyped,
  until: Day | null,
): { schedule: Schedule | null; errors: Partial<Record<ScheduleField, string>> } {
  const say = placeFormWords(locale).errors
  if (typed.timing === 'agreement' || typed.timing === 'now')
    return { schedule: { timing: typed.timing }, errors: {} }
  if (typed.timing !== 'regular') return { schedule: null, errors: { timing: say.timing } }
  const errors: Partial<Record<ScheduleField, string>> = {}
  const days = weekdays.filter((one) => typed.days.includes(one))
  const [frequency = '', interval = '', nth = ''] = typed.rhythm.split('_')
  const daily = frequency === 'DAILY'
  const by = (daily ? [] : days).map((one) => `${nth}${one}`).join(',')
  const built = (byDay: string) =>
    readRule(`FREQ=${frequency};INTERVAL=${interval}${byDay && `;BYDAY=${byDay}`}`)
  const rule = built(by)
  if (!built(daily ? '' : `${nth}MO`)) errors.rhythm = say.rhythm
  else if (!rule) errors.days = say.days
  const opens = typed.opens === '' ? null : readTime(typed.opens)
  const closes = typed.closes === '' ? null : readTime(typed.closes)
  if (typed.opens !== '' && opens === null) errors.opens = say.time
  if (typed.closes !== '' && closes === null) errors.closes = say.time
  else if (opens && closes && closes <= opens) errors.closes = say.order
  if (!rule || Object.keys(errors).length > 0) return { schedule: null, errors }
  return { schedule: { timing: 'regular', rule: { ...rule, until }, opens, closes }, errors }
}

const orNull = (text: string) => (text === '' ? null : text)

function whole(text: string, most: number): number | null {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : null
}

export function placeTyped(offer: PlaceOffer, contact: PlaceContact | null): PlaceTyped {
  const { schedule } = offer
  const regular = schedule.timing === 'regular' ? schedule : null
  const time = (text: string | null | undefined) => text?.replace(':', '.') ?? ''
  return {
    ...offer,
    timing: schedule.timing,
    rhythm: regular ? rhythmOf(regular.rule) : '',
    days: regular ? [...regular.rule.days] : [],
    opens: time(regular?.opens),
    closes: time(regular?.closes),
    total: String(offer.total),
    location: offer.locationId ?? '',
    minimum: String(offer.minimum),
    cost: euros(offer.costCents),
    startsOn: dateText(offer.startsOn),
    endsOn: dateText(offer.endsOn),
    buddy: contact?.buddy ?? '',
    trouble: contact?.trouble ?? '',
    call: contact?.call ?? '',
  }
}

export function nothingTyped(languages: string[], kind: PlaceKind | '' = ''): PlaceTyped {
  const texts = { title: '', what: '', rules: '', timing: '', rhythm: '', opens: '', closes: '', total: '' }
  const more = { location: '', minimum: '1', cost: '', costNote: '', buddy: '', trouble: '', call: '' }
  const lists = { days: [], access: [], features: [], languages }
  return { kind, ...texts, ...more, ...lists, startsOn: dateText(null), endsOn: dateText(null) }
}
