/** The questions of the form of a place. */
import { Checkboxes, Radios, Select } from '../platform/parts/choices.tsx'
import { DateField } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import { communityWords } from './community.words.ts'
import { communityLanguages } from './community.ts'
import type { Location } from './location.ts'
import { locationWords } from './location.words.ts'
import { scheduleWords, weekdayOptions } from './place-schedule.words.ts'
import { longest, usualRhythms, type PlaceField, type PlaceTyped } from './place.form.ts'
import { placeFormWords } from './place.form.words.ts'
import { accesses, features, placeKinds } from './place.ts'
import { placeWords } from './place.words.ts'

type Props = {
  locale: Locale
  typed: PlaceTyped
  errors: Errors<PlaceField>
  /** Those that can be chosen. */
  locations: readonly Pick<Location, 'id' | 'name'>[]
}

export function PlaceFields(props: Props) {
  return (
    <>
      <What {...props} />
      <When {...props} />
      <Who {...props} />
      <Size {...props} />
      <Care {...props} />
    </>
  )
}

/** What every field of this form takes from what is typed. */
const field = (
  { locale, typed, errors }: Props,
  name: Exclude<PlaceField, 'days' | 'languages' | 'access' | 'features' | 'startsOn' | 'endsOn'>,
) => ({
  locale,
  name,
  value: typed[name],
  error: errors[name],
})

function What(props: Props) {
  const words = placeWords(props.locale)
  const say = placeFormWords(props.locale).what
  const where = locationWords(props.locale).place
  return (
    <Card title={say.title}>
      <div class="answers">
        <Radios
          {...field(props, 'kind')}
          label={say.kind}
          layout="column"
          options={placeKinds.map((value) => ({
            value,
            label: words.kinds[value],
            hint: say.kindHints[value],
          }))}
        />
        <TextField {...field(props, 'title')} label={say.name} hint={say.nameHint} maxlength={120} />
        <TextArea {...field(props, 'what')} label={say.doing} required={false} maxlength={longest.what} />
        {props.locations.length > 0 && (
          <Select
            {...field(props, 'location')}
            label={where.label}
            hint={where.hint}
            empty={where.only}
            required={false}
            options={props.locations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextArea
          {...field(props, 'rules')}
          label={say.rules}
          hint={say.rulesHint}
          required={false}
          rows={3}
          maxlength={longest.rules}
        />
      </div>
    </Card>
  )
}

function When(props: Props) {
  const { locale, typed, errors } = props
  const say = placeFormWords(locale).when
  const rhythms: string[] = [...usualRhythms]
  // One that is seldom chosen stays a choice where it was chosen.
  if (/^[A-Z]+_\d+_-?\d?$/.test(typed.rhythm) && !rhythms.includes(typed.rhythm)) rhythms.push(typed.rhythm)
  return (
    <Card title={say.title}>
      <div class="answers">
        <Radios
          {...field(props, 'timing')}
          label={say.timing}
          layout="column"
          options={(['regular', 'agreement', 'now'] as const).map((value) => ({
            value,
            label: say.timings[value],
          }))}
        />
        <Select
          {...field(props, 'rhythm')}
          label={say.rhythm}
          hint={say.rhythmHint}
          required={false}
          options={rhythms.map((value) => ({ value, label: rhythmLabel(locale, value) }))}
        />
        <Checkboxes
          locale={locale}
          name="days"
          label={say.days}
          required={false}
          layout="row"
          options={weekdayOptions(locale)}
          values={typed.days}
          error={errors.days}
        />
        <TextField
          {...field(props, 'opens')}
          label={say.opens}
          hint={say.timeHint}
          required={false}
          width="s"
        />
        <TextField {...field(props, 'closes')} label={say.closes} required={false} width="s" />
        <DateField
          locale={locale}
          name="startsOn"
          label={say.startsOn}
          hint={say.endsHint}
          required={false}
          value={typed.startsOn}
          error={errors.startsOn}
        />
        <DateField
          locale={locale}
          name="endsOn"
          label={say.endsOn}
          required={false}
          value={typed.endsOn}
          error={errors.endsOn}
        />
      </div>
    </Card>
  )
}

function rhythmLabel(locale: Locale, value: string): string {
  const say = placeFormWords(locale).rhythms
  const [frequency = '', interval = '1', nth = ''] = value.split('_')
  const n = Number(interval)
  const names: Record<string, string> = scheduleWords(locale).nth
  const which = names[nth] ?? nth
  if (frequency === 'DAILY') return n === 1 ? say.daily : say.everyDays(n)
  if (frequency === 'MONTHLY') return n === 1 ? say.monthly(which) : say.everyMonths(n, which)
  return n === 1 ? say.weekly : say.everyWeeks(n)
}

function Who({ locale, typed, errors }: Props) {
  const words = placeWords(locale)
  const say = placeFormWords(locale).who
  return (
    <Card title={say.title}>
      <div class="answers">
        <Checkboxes
          locale={locale}
          name="languages"
          label={say.languages}
          layout="row"
          options={communityLanguages.map((value) => ({
            value,
            label: communityWords(locale).languages[value],
          }))}
          values={typed.languages}
          error={errors.languages}
        />
        <Checkboxes
          locale={locale}
          name="access"
          label={say.access}
          required={false}
          layout="column"
          options={accesses.map((value) => ({ value, label: words.access[value] }))}
          values={typed.access}
        />
        <Checkboxes
          locale={locale}
          name="features"
          label={say.features}
          required={false}
          layout="column"
          options={features.map((value) => ({ value, label: words.features[value] }))}
          values={typed.features}
          error={errors.features}
        />
      </div>
    </Card>
  )
}

function Size(props: Props) {
  const say = placeFormWords(props.locale).size
  return (
    <Card title={say.title}>
      <div class="answers">
        <TextField {...field(props, 'total')} label={say.total} width="xs" inputmode="numeric" />
        <TextField
          {...field(props, 'minimum')}
          label={say.minimum}
          hint={say.minimumHint}
          width="xs"
          inputmode="numeric"
        />
        <TextField
          {...field(props, 'cost')}
          label={say.cost}
          hint={say.costHint}
          required={false}
          width="s"
          inputmode="decimal"
        />
        <TextField
          {...field(props, 'costNote')}
          label={say.costNote}
          hint={say.costNoteHint}
          required={false}
          maxlength={longest.costNote}
        />
      </div>
    </Card>
  )
}

function Care(props: Props) {
  const say = placeFormWords(props.locale).care
  return (
    <Card title={say.title} lead={say.lead}>
      <div class="answers">
        <TextArea
          {...field(props, 'trouble')}
          label={say.trouble}
          required={false}
          rows={3}
          maxlength={longest.trouble}
        />
        <TextField
          {...field(props, 'call')}
          label={say.call}
          hint={say.callHint}
          required={false}
          maxlength={longest.call}
        />
        <TextField
          {...field(props, 'buddy')}
          label={say.buddy}
          hint={say.buddyHint}
          required={false}
          maxlength={longest.buddy}
        />
      </div>
    </Card>
  )
}
