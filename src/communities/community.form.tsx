/** What a community says of itself: shown, read and checked in one place, for developers, contact persons and whoever asks to join. */
import { oneLine, lettersOf } from '../platform/letters.ts'
import { municipalitiesByName, municipalityWithCode } from '../platform/municipalities.ts'
import { Checkboxes, Select } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import {
  communityKinds,
  communityLanguages,
  type CommunityLanguage,
  type CommunityProfile,
} from './community.ts'
import { communityWords } from './community.words.ts'

export type ProfileField = 'name' | 'kind' | 'municipality' | 'languages' | 'summary' | 'contact'

/** What stands in the fields, as typed. */
export type ProfileTyped = Record<Exclude<ProfileField, 'languages'>, string> & { languages: string[] }

type Form = { text(name: string): string; list(name: string): string[] }

const options = municipalitiesByName.map(({ code, name }) => ({ value: code, label: name }))

export function readProfile(
  locale: Locale,
  form: Form,
): { typed: ProfileTyped } & (
  { profile: CommunityProfile; errors: null } | { profile: null; errors: Errors<ProfileField> }
) {
  const say = communityWords(locale).form.errors
  const line = (name: string) => oneLine(form.text(name))
  const typed: ProfileTyped = {
    name: line('name'),
    kind: form.text('kind'),
    municipality: form.text('municipality'),
    languages: form.list('languages'),
    summary: form.text('summary'),
    contact: line('contact'),
  }
  const kind = communityKinds.find((one) => one === typed.kind)
  const municipality = municipalityWithCode(typed.municipality)
  const languages: CommunityLanguage[] = communityLanguages.filter((one) => typed.languages.includes(one))
  const errors: Errors<ProfileField> = {}
  if (lettersOf(typed.name) < 2 || lettersOf(typed.name) > 120) errors.name = say.name
  if (!kind) errors.kind = say.kind
  if (!municipality) errors.municipality = say.municipality
  if (languages.length === 0) errors.languages = say.languages
  if (lettersOf(typed.summary) > 2000) errors.summary = say.summary
  if (lettersOf(typed.contact) > 200) errors.contact = say.contact
  if (!kind || !municipality || Object.keys(errors).length > 0) return { typed, profile: null, errors }
  const profile: CommunityProfile = {
    name: typed.name,
    kind,
    municipality: municipality.code,
    languages,
    summary: typed.summary,
    contact: typed.contact === '' ? null : typed.contact,
  }
  return { typed, profile, errors: null }
}

export const nothingTyped: ProfileTyped = {
  name: '',
  kind: '',
  municipality: '',
  languages: ['et'],
  summary: '',
  contact: '',
}

export function profileTyped({
  name,
  kind,
  municipality,
  languages,
  summary,
  contact,
}: CommunityProfile): ProfileTyped {
  return { name, kind, municipality, languages: [...languages], summary, contact: contact ?? '' }
}

/** @param fixed where it lies is not to be changed here */
export function ProfileFields(props: {
  locale: Locale
  typed: ProfileTyped
  errors: Errors<ProfileField>
  fixed?: boolean | undefined
}) {
  const { locale, typed, errors } = props
  const words = communityWords(locale)
  const say = words.form
  return (
    <>
      <TextField
        locale={locale}
        name="name"
        label={say.name}
        value={typed.name}
        error={errors.name}
        required
        maxlength={120}
      />
      <Select
        locale={locale}
        name="kind"
        label={say.kind}
        options={communityKinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={typed.kind}
        error={errors.kind}
        required
      />
      {props.fixed === true ? (
        <input type="hidden" name="municipality" value={typed.municipality} />
      ) : (
        <Select
          locale={locale}
          name="municipality"
          label={say.municipality}
          options={options}
          value={typed.municipality}
          error={errors.municipality}
          required
        />
      )}
      <Checkboxes
        locale={locale}
        name="languages"
        label={say.languages}
        layout="row"
        options={communityLanguages.map((value) => ({ value, label: words.languages[value] }))}
        values={typed.languages}
        error={errors.languages}
      />
      <TextArea
        locale={locale}
        name="summary"
        label={say.summary}
        hint={say.summaryHint}
        value={typed.summary}
        error={errors.summary}
        maxlength={2000}
      />
      <TextField
        locale={locale}
        name="contact"
        label={say.contact}
        hint={say.contactHint}
        value={typed.contact}
        error={errors.contact}
        maxlength={200}
      />
    </>
  )
}
