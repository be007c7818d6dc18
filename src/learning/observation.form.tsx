/** The questions about what was seen: shown, read and checked in one place; few, for a telephone. */
import { earlierOf, isBefore, laterOf, type Day } from '../platform/day.ts'
import { oneLine, lettersOf } from '../platform/letters.ts'
import { DateField, dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Select } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { draftWords } from './draft.words.ts'
import { comesHere, type Draft, type Mobility, type NewObservation, type Observation } from './mobility.ts'
import { mayAddPhotos, PhotoFields, type SentPhotos } from './photo.form.tsx'
import { Pictures } from './photo.part.tsx'
import type { Photo } from './photo.ts'
import { observationWords } from './observation.words.ts'

export type ObservationTyped = {
  seenOn: DateText
  seenAt: string
  what: string
  thought: string
  outcome: string
}
/** What a mobility was to teach, as far as whoever writes sees it. */
export type Expected = { id: string; text: string }
export type ObservationErrors = Errors<keyof ObservationTyped | 'photos' | 'alt'>

export const observationTyped = ({
  seenOn,
  seenAt,
  what,
  thought,
  outcomeId,
}: Omit<Draft, 'id' | 'mobilityId'>): ObservationTyped => ({
  seenOn: dateText(seenOn),
  seenAt,
  what,
  thought,
  outcome: outcomeId ?? '',
})

/** What a new one begins with: today, as far as it lies within the mobility, and where the last one was seen; a guest is met here, not at home. */
export function nothingSeen(mobility: Mobility, seen: readonly Observation[], today: Day): ObservationTyped {
  const day = laterOf(mobility.startsOn, earlierOf(today, mobility.endsOn))
  const seenAt = seen.at(-1)?.seenAt ?? (comesHere(mobility) ? '' : mobility.host)
  return { seenOn: dateText(day), seenAt, what: '', thought: '', outcome: '' }
}

/** What came with the form, as it is put back into it; `seen` is its day as it was read. */
export function typedObservation(values: Record<string, string>) {
  const seen = readDate(values, 'seenOn')
  const typed: ObservationTyped = {
    what: values.what ?? '',
    thought: values.thought ?? '',
    outcome: values.outcome ?? '',
    seenOn: seen.text,
    seenAt: oneLine(values.seenAt ?? ''),
  }
  return { typed, seen }
}

/** What nobody could choose stays as it was. */
export function linkedOutcome(expected: readonly Expected[], outcome: string): { outcomeId?: string | null } {
  return expected.length === 0 ? {} : { outcomeId: expected.find(({ id }) => id === outcome)?.id ?? null }
}

/** `observation` is null where something is wrong. */
export function readObservation(
  locale: Locale,
  values: Record<string, string>,
  mobility: Mobility,
  today: Day,
  expected: readonly Expected[],
): { typed: ObservationTyped; errors: ObservationErrors; observation: NewObservation | null } {
  const say = observationWords(locale).errors
  const { typed, seen } = typedObservation(values)
  const errors: ObservationErrors = {}
  if (lettersOf(typed.what) < 2 || lettersOf(typed.what) > 4000) errors.what = say.what
  if (lettersOf(typed.thought) > 2000) errors.thought = say.thought
  if (!seen.day) errors.seenOn = say.seenOn
  else if (isBefore(seen.day, mobility.startsOn))
    errors.seenOn = say.early(longDay(locale, mobility.startsOn))
  else if (isBefore(today, seen.day)) errors.seenOn = say.ahead
  if (lettersOf(typed.seenAt) < 2 || lettersOf(typed.seenAt) > 200) errors.seenAt = say.seenAt
  if (!seen.day || Object.keys(errors).length > 0) return { typed, errors, observation: null }
  const { outcome, ...rest } = typed
  return { typed, errors, observation: { ...rest, seenOn: seen.day, ...linkedOutcome(expected, outcome) } }
}

/** @param props.mayWait it may be kept as a draft: the others have not read it yet */
export function ObservationForm(props: {
  locale: Locale
  action: string
  typed: ObservationTyped
  errors: ObservationErrors
  expected: readonly Expected[]
  /** What is sent with it where pictures may be: those that are there already, and what came with the form. */
  photos?: { there: readonly Photo[]; sent: SentPhotos }
  mayWait?: boolean
}) {
  const { locale, action, errors, photos, mayWait } = props
  const drafts = draftWords(locale)
  return (
    <Form locale={locale} action={action} errors={errors} upload={photos !== undefined} guard keep>
      <ObservationFields {...props} />
      {photos && <Pictures locale={locale} photos={photos.there} changes />}
      {photos && mayAddPhotos(photos.there, photos.sent) && (
        <PhotoFields locale={locale} sent={photos.sent} />
      )}
      <Acts>
        <Button>{observationWords(locale).save}</Button>
        {mayWait && (
          <Button kind="line" name="draft" value="yes">
            {drafts.keep}
          </Button>
        )}
      </Acts>
      {mayWait && <p class="sub">{drafts.keepHint}</p>}
    </Form>
  )
}

function ObservationFields(props: {
  locale: Locale
  typed: ObservationTyped
  errors: ObservationErrors
  expected: readonly Expected[]
}) {
  const { locale, typed, errors, expected } = props
  const say = observationWords(locale)
  return (
    <>
      <TextArea
        locale={locale}
        name="what"
        label={say.what}
        hint={say.whatHint}
        rows={6}
        value={typed.what}
        error={errors.what}
        maxlength={4000}
      />
      <TextArea
        locale={locale}
        name="thought"
        label={say.thought}
        required={false}
        rows={3}
        value={typed.thought}
        error={errors.thought}
        maxlength={2000}
      />
      {expected.length > 0 && (
        <Select
          locale={locale}
          name="outcome"
          label={say.outcome}
          required={false}
          empty={say.noOutcome}
          value={typed.outcome}
          options={expected.map(({ id, text }) => ({ value: id, label: text }))}
        />
      )}
      <DateField
        locale={locale}
        name="seenOn"
        label={say.seenOn}
        value={typed.seenOn}
        error={errors.seenOn}
      />
      <TextField
        locale={locale}
        name="seenAt"
        label={say.seenAt}
        hint={say.seenAtHint}
        value={typed.seenAt}
        error={errors.seenAt}
        maxlength={200}
      />
    </>
  )
}
