/** The questions of who somebody is: shown, read and checked in one place, for adding a person and for changing one. */
import { emailOf } from '../access/account.ts'
import { isBefore, type Day } from '../platform/day.ts'
import { findMunicipality, municipalities, municipalityWithCode } from '../platform/municipalities.ts'
import { Select } from '../platform/parts/choices.tsx'
import { DateField, dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import { Field, describedBy, fieldId, type Errors } from '../platform/parts/field.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import { isLocale, type Locale } from '../platform/words.ts'
import type { Identity } from './identity.ts'
import { identityWords } from './identity.words.ts'
import { isPhone } from './name.ts'

export type IdentityField =
  'name' | 'phone' | 'phone2' | 'email' | 'birthDate' | 'municipality' | 'language' | 'remarks'

/** What stands in the fields, as typed. */
export type IdentityTyped = Record<Exclude<IdentityField, 'birthDate'>, string> & { birthDate: DateText }

export type WhoTheyAre = { identity: Identity; municipality: string | null; language: Locale }

export type IdentityRead =
  | { who: WhoTheyAre; errors: null; typed: IdentityTyped }
  | { who: null; errors: Errors<IdentityField>; typed: IdentityTyped }

const longestName = 200
const longestRemarks = 1000

/** Nobody alive is older. */
const earliestBirthYear = 1900

export function readIdentity(locale: Locale, form: Record<string, string>, today: Day): IdentityRead {
  const say = identityWords(locale)
  const text = (name: string) => form[name]?.trim() ?? ''
  const birth = readDate(form, 'birthDate')
  const typed: IdentityTyped = {
    name: text('name').replace(/\s+/g, ' '),
    phone: text('phone'),
    phone2: text('phone2'),
    email: text('email'),
    birthDate: birth.text,
    municipality: text('municipality'),
    language: text('language'),
    remarks: text('remarks'),
  }
  const errors: Errors<IdentityField> = {}
  if (typed.name === '') errors.name = say.nameMissing
  else if ([...typed.name].length > longestName) errors.name = say.nameLong
  for (const name of ['phone', 'phone2'] as const) {
    if (typed[name] !== '' && !isPhone(typed[name])) errors[name] = say.phoneWrong
  }
  const email = typed.email === '' ? null : emailOf(typed.email)
  if (typed.email !== '' && email === null) errors.email = say.emailWrong
  if (birth.state === 'wrong' || (birth.day && birth.day.year < earliestBirthYear)) {
    errors.birthDate = say.birthDateWrong
  } else if (birth.day && isBefore(today, birth.day)) errors.birthDate = say.birthDateAhead
  const place = readMunicipality(locale, typed.municipality)
  if (place.error) errors.municipality = place.error
  if ([...typed.remarks].length > longestRemarks) errors.remarks = say.remarksLong
  if (Object.keys(errors).length > 0) return { who: null, errors, typed }
  return {
    who: {
      identity: {
        name: typed.name,
        phones: [typed.phone, typed.phone2].filter((phone) => phone !== ''),
        email,
        birthDate: birth.day,
        remarks: typed.remarks === '' ? null : typed.remarks,
      },
      municipality: place.code,
      language: isLocale(typed.language) ? typed.language : 'et',
    },
    errors: null,
    typed,
  }
}

function readMunicipality(
  locale: Locale,
  text: string,
): { code: string | null; error: null } | { code: null; error: string } {
  if (text === '') return { code: null, error: null }
  const say = identityWords(locale)
  const list = (names: readonly { name: string }[]) =>
    new Intl.ListFormat(locale, { type: 'disjunction' }).format(names.map(({ name }) => name))
  const found = findMunicipality(text)
  if (found.kind === 'found') return { code: found.municipality.code, error: null }
  if (found.kind === 'ambiguous') return { code: null, error: say.municipalityTwo(list(found.choices)) }
  return {
    code: null,
    error: found.near.length > 0 ? say.municipalityNear(list(found.near)) : say.municipalityUnknown,
  }
}

export function typedOf(who: WhoTheyAre): IdentityTyped {
  const { identity, municipality, language } = who
  return {
    name: identity.name,
    phone: identity.phones[0] ?? '',
    phone2: identity.phones[1] ?? '',
    email: identity.email ?? '',
    birthDate: dateText(identity.birthDate),
    municipality: municipality === null ? '' : (municipalityWithCode(municipality)?.name ?? ''),
    language,
    remarks: identity.remarks ?? '',
  }
}

export function nothingTyped(language: Locale): IdentityTyped {
  return typedOf({
    identity: { name: '', phones: [], email: null, birthDate: null, remarks: null },
    municipality: null,
    language,
  })
}

export function IdentityFields(props: {
  locale: Locale
  /** What the organisation speaks; the person's own language is always among the choices. */
  languages: readonly Locale[]
  typed: IdentityTyped
  errors: Errors<IdentityField>
}) {
  const { locale, typed, errors } = props
  const say = identityWords(locale)
  const languages = [...new Set([...props.languages, ...(isLocale(typed.language) ? [typed.language] : [])])]
  const place = { name: 'municipality', label: say.municipality, hint: say.municipalityHint, required: false }
  return (
    <>
      <TextField
        locale={locale}
        name="name"
        label={say.name}
        hint={say.nameHint}
        value={typed.name}
        error={errors.name}
        maxlength={longestName}
        spellcheck={false}
      />
      <TextField
        locale={locale}
        name="phone"
        type="tel"
        label={say.phone}
        hint={say.phoneHint}
        required={false}
        value={typed.phone}
        error={errors.phone}
        width="m"
      />
      <TextField
        locale={locale}
        name="phone2"
        type="tel"
        label={say.phone2}
        required={false}
        value={typed.phone2}
        error={errors.phone2}
        width="m"
      />
      <TextField
        locale={locale}
        name="email"
        type="email"
        label={say.email}
        required={false}
        value={typed.email}
        error={errors.email}
      />
      <DateField
        locale={locale}
        name="birthDate"
        label={say.birthDate}
        hint={say.birthDateHint}
        required={false}
        value={typed.birthDate}
        error={errors.birthDate}
      />
      <Field field={{ ...place, error: errors.municipality }} locale={locale}>
        <input
          id={fieldId('municipality')}
          name="municipality"
          class="w-m"
          list="municipalities"
          value={typed.municipality}
          autocomplete="off"
          spellcheck={false}
          {...describedBy({ ...place, error: errors.municipality })}
        />
        <datalist id="municipalities">
          {municipalities.map((one) => (
            <option value={one.name} />
          ))}
        </datalist>
      </Field>
      <Select
        locale={locale}
        name="language"
        label={say.language}
        empty={null}
        value={typed.language}
        options={languages.map((one) => ({ value: one, label: say.languages[one] }))}
      />
      <TextArea
        locale={locale}
        name="remarks"
        label={say.remarks}
        hint={say.remarksHint}
        required={false}
        rows={2}
        value={typed.remarks}
        error={errors.remarks}
      />
    </>
  )
}
