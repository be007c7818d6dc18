/** The form of a location: shown, read and checked in one place. */
import { oneLine, lettersOf, longerThan } from '../platform/letters.ts'
import { municipalitiesByName, municipalityWithCode } from '../platform/municipalities.ts'
import { Checkbox, Radios, Select } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import { visibilities, type Location, type LocationProfile } from './location.ts'
import { locationWords } from './location.words.ts'
import { readPoint } from './point.ts'

type Texts = 'name' | 'address' | 'municipality' | 'visibility' | 'latitude' | 'longitude'
export type LocationField = Texts

/** What stands in the fields, as typed. */
export type LocationTyped = Record<Texts, string> & { main: boolean }

const options = municipalitiesByName.map(({ code, name }) => ({ value: code, label: name }))

export function readLocation(
  locale: Locale,
  form: { text(name: string): string },
): { typed: LocationTyped } & (
  { profile: LocationProfile; errors: null } | { profile: null; errors: Errors<LocationField> }
) {
  const say = locationWords(locale).form.errors
  const line = (name: string) => oneLine(form.text(name))
  const typed: LocationTyped = {
    name: line('name'),
    address: line('address'),
    municipality: line('municipality'),
    visibility: line('visibility'),
    latitude: line('latitude'),
    longitude: line('longitude'),
    main: form.text('main') !== '',
  }
  const fits = (text: string, most: number) => lettersOf(text) >= 2 && !longerThan(text, most)
  const municipality = municipalityWithCode(typed.municipality)
  const visibility = visibilities.find((one) => one === typed.visibility)
  const { point, wrong } = readPoint(typed.latitude, typed.longitude)
  const errors: Errors<LocationField> = {}
  if (!fits(typed.name, 120)) errors.name = say.name
  if (!fits(typed.address, 200)) errors.address = say.address
  if (!municipality) errors.municipality = say.municipality
  if (!visibility) errors.visibility = say.visibility
  if (wrong) errors[wrong === 'outside' ? 'latitude' : wrong] = say[wrong]
  if (!municipality || !visibility || Object.keys(errors).length > 0) return { typed, profile: null, errors }
  const { name, address, main } = typed
  return {
    typed,
    profile: { name, address, municipality: municipality.code, visibility, main, point },
    errors: null,
  }
}

export const nothingTyped = (municipality: string): LocationTyped => ({
  name: '',
  address: '',
  municipality,
  // Nobody is shown an address by default.
  visibility: '',
  latitude: '',
  longitude: '',
  main: false,
})

export function locationTyped({ point, address, ...rest }: Location): LocationTyped {
  return {
    ...rest,
    address: address ?? '',
    latitude: String(point?.latitude ?? ''),
    longitude: String(point?.longitude ?? ''),
  }
}

export function LocationFields(props: {
  locale: Locale
  typed: LocationTyped
  errors: Errors<LocationField>
  /** Whether it can be the main one. */
  used: boolean
}) {
  const { locale, typed, errors, used } = props
  const say = locationWords(locale).form
  const field = (name: Texts) => ({ locale, name, value: typed[name], error: errors[name] })
  return (
    <>
      <Card>
        <div class="answers">
          <TextField {...field('name')} label={say.name} hint={say.nameHint} required maxlength={120} />
          <TextField
            {...field('address')}
            label={say.address}
            hint={say.addressHint}
            required
            maxlength={200}
          />
          <Select {...field('municipality')} label={say.municipality} options={options} required />
          <Radios
            {...field('visibility')}
            label={say.visibility}
            layout="column"
            options={visibilities.map((value) => ({
              value,
              label: say.visibilities[value],
              hint: say.visibilityHints[value],
            }))}
          />
          {used && <Checkbox name="main" label={say.main} checked={typed.main} />}
        </div>
      </Card>
      <Card title={say.point} lead={say.pointLead}>
        <div class="answers">
          <TextField
            {...field('latitude')}
            label={say.latitude}
            hint={say.latitudeHint}
            required={false}
            width="m"
            maxlength={60}
          />
          <TextField
            {...field('longitude')}
            label={say.longitude}
            hint={say.longitudeHint}
            required={false}
            width="m"
            maxlength={60}
          />
        </div>
      </Card>
    </>
  )
}
