/** The questions about a story: shown, read and checked in one place. Without the teller's word there is none. */
import { isBefore, type Day } from '../platform/day.ts'
import { oneLine, lettersOf, longerThan } from '../platform/letters.ts'
import { Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText, readNearDate } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { consents, type NewStory } from './story.ts'
import { storyWords } from './story.words.ts'

export type StoryTyped = {
  name: string
  teller: string
  toldOn: DateText
  happened: string
  matters: string
  consent: string
  consentHow: string
}
export type StoryErrors = Errors<keyof StoryTyped>

export const storyTyped = (today: Day): StoryTyped => ({
  name: '',
  teller: '',
  toldOn: dateText(today),
  happened: '',
  matters: '',
  consent: '',
  consentHow: '',
})

/** `story` is null where something is wrong. */
export function readStory(
  locale: Locale,
  values: Record<string, string>,
  { today, startsOn }: { today: Day; startsOn: Day },
) {
  const say = storyWords(locale).errors
  const told = readNearDate(values, 'toldOn')
  const typed: StoryTyped = {
    name: oneLine(values.name ?? ''),
    teller: oneLine(values.teller ?? ''),
    toldOn: told.text,
    happened: values.happened ?? '',
    matters: values.matters ?? '',
    consent: values.consent ?? '',
    consentHow: oneLine(values.consentHow ?? ''),
  }
  const consent = consents.find((one) => one === typed.consent)
  const fits = (text: string, most: number) => lettersOf(text) >= 2 && !longerThan(text, most)
  const errors: StoryErrors = {}
  if (!fits(typed.name, 120)) errors.name = say.name
  if (!fits(typed.teller, 60)) errors.teller = say.teller
  if (!told.day) errors.toldOn = say.toldOn
  else if (isBefore(told.day, startsOn)) errors.toldOn = say.before(longDay(locale, startsOn))
  else if (isBefore(today, told.day)) errors.toldOn = say.ahead
  if (!fits(typed.happened, 4000)) errors.happened = say.happened
  if (!fits(typed.matters, 2000)) errors.matters = say.matters
  if (!consent) errors.consent = say.consent
  if (!fits(typed.consentHow, 300)) errors.consentHow = say.consentHow
  const story: NewStory | null =
    !told.day || !consent || Object.keys(errors).length > 0
      ? null
      : {
          title: typed.name,
          teller: typed.teller,
          toldOn: told.day,
          happened: typed.happened,
          matters: typed.matters,
          consent,
          consentHow: typed.consentHow,
        }
  return { typed, errors, story }
}

export function StoryFields(props: { locale: Locale; typed: StoryTyped; errors: StoryErrors }) {
  const { locale, typed, errors } = props
  const say = storyWords(locale)
  const line = (name: 'name' | 'teller' | 'consentHow', maxlength: number, hint?: string) => (
    <TextField
      locale={locale}
      name={name}
      label={say[name]}
      hint={hint}
      maxlength={maxlength}
      value={typed[name]}
      error={errors[name]}
    />
  )
  const text = (name: 'happened' | 'matters', rows: number, maxlength: number, hint?: string) => (
    <TextArea
      locale={locale}
      name={name}
      label={say[name]}
      hint={hint}
      rows={rows}
      maxlength={maxlength}
      value={typed[name]}
      error={errors[name]}
    />
  )
  return (
    <>
      {line('name', 120)}
      {line('teller', 60, say.tellerHint)}
      <DateField
        locale={locale}
        name="toldOn"
        label={say.toldOn}
        value={typed.toldOn}
        error={errors.toldOn}
      />
      {text('happened', 8, 4000, say.happenedHint)}
      {text('matters', 4, 2000)}
      <Radios
        locale={locale}
        name="consent"
        label={say.consent}
        layout="column"
        value={typed.consent}
        error={errors.consent}
        options={consents.map((value) => ({ value, label: say.consents[value] }))}
      />
      {line('consentHow', 300, say.consentHowHint)}
    </>
  )
}
