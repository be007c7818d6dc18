/** The questions about a mobility: shown, read and checked in one place. */
import { isBefore } from '../platform/day.ts'
import { oneLine, lettersOf } from '../platform/letters.ts'
import { Radios, Select } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText, readNearDate } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { countryChoices, isCountry } from './country.ts'
import {
  comesHere,
  daysOf,
  mobilityKinds,
  type Mobility,
  type MobilityState,
  type NewMobility,
  type Observation,
} from './mobility.ts'
import { mobilityWords } from './mobility.words.ts'

export type MobilityTyped = {
  kind: string
  name: string
  host: string
  country: string
  town: string
  startsOn: DateText
  endsOn: DateText
  travel: string
  purpose: string
  state: string
}
export type MobilityErrors = Errors<keyof MobilityTyped>

/** What there is of a mobility already: what was seen on it holds some of it in place. */
export type Before = { mobility: Mobility; seen: readonly Observation[] }

export const mobilityTyped = (mobility?: Mobility): MobilityTyped => ({
  kind: mobility?.kind ?? '',
  name: mobility?.title ?? '',
  host: mobility?.host ?? '',
  country: mobility?.country ?? '',
  town: mobility?.town ?? '',
  startsOn: dateText(mobility?.startsOn),
  endsOn: dateText(mobility?.endsOn),
  travel: mobility?.travelDays.toString() ?? '0',
  purpose: mobility?.purpose ?? '',
  state: mobility?.state ?? 'draft',
})

const mostDays = 365

/** `mobility` is null where something is wrong. */
export function readMobility(
  locale: Locale,
  values: Record<string, string>,
  before: Before | null,
): {
  typed: MobilityTyped
  errors: MobilityErrors
  mobility: (NewMobility & Pick<Mobility, 'state'>) | null
} {
  const say = mobilityWords(locale).errors
  const [starts, ends] = [readNearDate(values, 'startsOn'), readNearDate(values, 'endsOn')]
  const typed: MobilityTyped = {
    kind: values.kind ?? '',
    name: oneLine(values.name ?? ''),
    host: oneLine(values.host ?? ''),
    country: values.country ?? '',
    town: oneLine(values.town ?? ''),
    startsOn: starts.text,
    endsOn: ends.text,
    travel: values.travel ?? '',
    purpose: values.purpose ?? '',
    state: values.state ?? 'draft',
  }
  const kind = mobilityKinds.find((one) => one === typed.kind)
  const state = (['draft', 'complete'] as const).find((one) => one === typed.state)
  const [firstSeen] = before?.seen ?? []
  const becameMethod = before?.seen.some(({ methodId }) => methodId !== null)
  const errors: MobilityErrors = {}
  if (!kind) errors.kind = say.kind
  else if (before && becameMethod && comesHere({ kind }) !== comesHere(before.mobility))
    errors.kind = say.kept
  if (lettersOf(typed.name) < 2 || lettersOf(typed.name) > 200) errors.name = say.name
  if (lettersOf(typed.host) < 2 || lettersOf(typed.host) > 200) errors.host = say.host
  if (!isCountry(typed.country)) errors.country = say.country
  if (lettersOf(typed.town) > 120) errors.town = say.town
  if (!starts.day) errors.startsOn = say.startsOn
  else if (firstSeen && isBefore(firstSeen.seenOn, starts.day))
    errors.startsOn = say.seenBefore(longDay(locale, firstSeen.seenOn))
  if (!ends.day) errors.endsOn = say.endsOn
  else if (starts.day && isBefore(ends.day, starts.day)) errors.endsOn = say.order
  else if (starts.day && daysOf({ startsOn: starts.day, endsOn: ends.day }) > mostDays)
    errors.endsOn = say.long
  if (!/^[0-6]$/.test(typed.travel)) errors.travel = say.travel
  if (lettersOf(typed.purpose) > 3000) errors.purpose = say.purpose
  if (!state) errors.state = say.state
  if (!kind || !state || !starts.day || !ends.day || Object.keys(errors).length > 0)
    return { typed, errors, mobility: null }
  const { name: title, host, country, town, purpose } = typed
  const days = { startsOn: starts.day, endsOn: ends.day, travelDays: Number(typed.travel) }
  return { typed, errors, mobility: { kind, title, host, country, town, ...days, purpose, state } }
}

export function MobilityFields(props: {
  locale: Locale
  typed: MobilityTyped
  errors: MobilityErrors
  isNew: boolean
}) {
  const { locale, typed, errors } = props
  const say = mobilityWords(locale)
  const hints: Record<MobilityState, string> = { draft: say.draftHint, complete: say.completeHint }
  return (
    <>
      <Select
        locale={locale}
        name="kind"
        label={say.kind}
        options={mobilityKinds.map((value) => ({ value, label: say.kinds[value] }))}
        value={typed.kind}
        error={errors.kind}
      />
      <TextField
        locale={locale}
        name="name"
        label={say.name}
        hint={say.nameHint}
        value={typed.name}
        error={errors.name}
        maxlength={200}
      />
      <TextField
        locale={locale}
        name="host"
        label={say.host}
        hint={say.hostHint}
        value={typed.host}
        error={errors.host}
        maxlength={200}
      />
      <Select
        locale={locale}
        name="country"
        label={say.country}
        options={countryChoices(locale)}
        value={typed.country}
        error={errors.country}
      />
      <TextField
        locale={locale}
        name="town"
        label={say.town}
        required={false}
        value={typed.town}
        error={errors.town}
        maxlength={120}
      />
      <DateField
        locale={locale}
        name="startsOn"
        label={say.startsOn}
        value={typed.startsOn}
        error={errors.startsOn}
      />
      <DateField
        locale={locale}
        name="endsOn"
        label={say.endsOn}
        value={typed.endsOn}
        error={errors.endsOn}
      />
      <TextField
        locale={locale}
        name="travel"
        label={say.travel}
        hint={say.travelHint}
        inputmode="numeric"
        width="xs"
        value={typed.travel}
        error={errors.travel}
        maxlength={1}
      />
      <TextArea
        locale={locale}
        name="purpose"
        label={say.purpose}
        required={false}
        value={typed.purpose}
        error={errors.purpose}
        maxlength={3000}
      />
      {!props.isNew && (
        <Radios
          locale={locale}
          name="state"
          label={say.state}
          layout="column"
          value={typed.state}
          error={errors.state}
          options={(['draft', 'complete'] as const).map((value) => ({
            value,
            label: say.states[value],
            hint: hints[value],
          }))}
        />
      )}
    </>
  )
}
