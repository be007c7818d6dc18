/** The questions of whom to ask: shown, read and checked in one place, for the person and for whoever fills it in with them. */
import { isBefore, type Day } from '../platform/day.ts'
import { Radios, Select } from '../platform/parts/choices.tsx'
import { DateField, dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import { isPhone } from './name.ts'
import {
  sentenceFor,
  tellings,
  trustedLanguages,
  type NewTrusted,
  type Saying,
  type TrustedLanguage,
} from './trusted.ts'
import type { TrustedWord } from './trusted.store.ts'
import { trustedWords } from './trusted.words.ts'

/** Who fills it in: the person, or staff together with the person. */
export type Side = 'own' | 'staff'

export type TrustedField =
  'name' | 'phone' | 'relation' | 'language' | 'telling' | 'ownWords' | 'endsOn' | 'how' | 'on'

type Dates = 'endsOn' | 'on'

/** What stands in the fields, as typed. */
export type TrustedTyped = Record<Exclude<TrustedField, Dates>, string> & Record<Dates, DateText>

export type TrustedRead = { typed: TrustedTyped } & (
  | { contact: NewTrusted; word: TrustedWord; errors: null }
  | { contact: null; word: null; errors: Errors<TrustedField> }
)

const longestName = 100
const longestWords = 500

/** How somebody said it to staff; kept with the consent. */
const ways = ['spoken', 'telephone', 'written', 'message'] as const

export function readTrusted(
  locale: Locale,
  form: Record<string, string>,
  { side, today }: { side: Side; today: Day },
): TrustedRead {
  const say = trustedWords(locale)
  const text = (name: TrustedField) => (form[name] ?? '').trim()
  const ends = readDate(form, 'endsOn')
  const said = readDate(form, 'on')
  const typed: TrustedTyped = {
    name: text('name').replace(/\s+/g, ' '),
    phone: text('phone'),
    relation: text('relation').replace(/\s+/g, ' '),
    language: text('language'),
    telling: text('telling'),
    ownWords: text('ownWords'),
    endsOn: ends.text,
    how: text('how'),
    on: said.text,
  }
  const telling = tellings.find((one) => one === typed.telling)
  const how = side === 'own' ? 'self' : ways.find((way) => way === typed.how)
  const on = side === 'own' || said.state === 'empty' ? today : said.day
  const errors: Errors<TrustedField> = {}
  if (typed.name === '') errors.name = say.nameMissing
  else if ([...typed.name].length > longestName) errors.name = say.nameLong
  if (!isPhone(typed.phone)) errors.phone = say.phoneWrong
  if ([...typed.relation].length > longestName) errors.relation = say.relationLong
  if (!telling) errors.telling = say.tellingMissing
  if ([...typed.ownWords].length > longestWords) errors.ownWords = say.ownWordsLong
  if (ends.state === 'wrong') errors.endsOn = say.endsOnWrong
  else if (ends.day && isBefore(ends.day, today)) errors.endsOn = say.endsOnPast
  if (!how) errors.how = say.howMissing
  if (!on || isBefore(today, on)) errors.on = say.onWrong
  if (!telling || !how || !on || Object.keys(errors).length > 0) {
    return { contact: null, word: null, errors, typed }
  }
  const contact: NewTrusted = {
    name: typed.name,
    phone: typed.phone,
    relation: typed.relation === '' ? null : typed.relation,
    language: trustedLanguages.find((one) => one === typed.language) ?? 'et',
    telling,
    ownWords: typed.ownWords === '' ? null : typed.ownWords,
    endsOn: ends.day,
  }
  return { contact, word: { on, how }, errors: null, typed }
}

/** What stands in the fields of one who is there; `today` is when it is said, where staff write it down. */
export function trustedTyped(contact: NewTrusted, today: Day): TrustedTyped {
  return {
    name: contact.name,
    phone: contact.phone,
    relation: contact.relation ?? '',
    language: contact.language,
    telling: contact.telling,
    ownWords: contact.ownWords ?? '',
    endsOn: dateText(contact.endsOn),
    how: '',
    on: dateText(today),
  }
}

export function nobodyTyped(language: TrustedLanguage, today: Day): TrustedTyped {
  const nothing = { name: '', phone: '', relation: '', telling: '', ownWords: '', how: '' }
  return { ...nothing, language, endsOn: dateText(null), on: dateText(today) }
}

export function TrustedFields(props: {
  locale: Locale
  side: Side
  saying: Saying
  typed: TrustedTyped
  errors: Errors<TrustedField>
}) {
  const { locale, side, saying, typed, errors } = props
  const say = trustedWords(locale)
  const { [side]: own } = say
  // Shown in the language of the page, so that whoever chooses understands it; said in that of whom it is said to.
  const shownIn = trustedLanguages.find((one) => one === locale) ?? 'en'
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
        value={typed.phone}
        error={errors.phone}
        width="m"
      />
      <TextField
        locale={locale}
        name="relation"
        label={own.relation}
        hint={say.relationHint}
        required={false}
        value={typed.relation}
        error={errors.relation}
        maxlength={longestName}
        width="m"
      />
      <Select
        locale={locale}
        name="language"
        label={say.language}
        empty={null}
        value={typed.language}
        options={trustedLanguages.map((one) => ({ value: one, label: say.languages[one] }))}
      />
      <Radios
        locale={locale}
        name="telling"
        label={say.telling}
        layout="column"
        value={typed.telling}
        error={errors.telling}
        options={tellings.map((telling) => ({
          value: telling,
          label: own.choices[telling],
          hint: sentenceFor({ language: shownIn, telling }, saying),
        }))}
      />
      <TextArea
        locale={locale}
        name="ownWords"
        label={own.ownWords}
        hint={own.ownWordsHint}
        required={false}
        rows={3}
        value={typed.ownWords}
        error={errors.ownWords}
      />
      <DateField
        locale={locale}
        name="endsOn"
        label={say.endsOn}
        hint={say.endsOnHint}
        required={false}
        value={typed.endsOn}
        error={errors.endsOn}
      />
      {side === 'staff' && (
        <>
          <Radios
            locale={locale}
            name="how"
            label={say.how}
            value={typed.how}
            error={errors.how}
            options={ways.map((way) => ({ value: way, label: say.ways[way] }))}
          />
          <DateField
            locale={locale}
            name="on"
            label={say.on}
            hint={say.onHint}
            value={typed.on}
            error={errors.on}
          />
        </>
      )}
    </>
  )
}
