/** The questions about a result: shown, read and checked in one place. */
import { lettersOf, longerThan, oneLine } from '../platform/letters.ts'
import { isBefore, type Day } from '../platform/day.ts'
import { Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText, readNearDate } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { resultWords } from './result.words.ts'
import { isEarlier, readCount } from './trial.form.tsx'
import { resultKinds, type NewResult, type Trial } from './trial.ts'

export type ResultTyped = {
  kind: string
  what: string
  count: string
  outOf: string
  seenOn: DateText
  howKnown: string
}
export type ResultErrors = Errors<keyof ResultTyped>

export const resultTyped = (today?: Day): ResultTyped => ({
  kind: '',
  what: '',
  count: '',
  outOf: '',
  seenOn: dateText(today),
  howKnown: '',
})

/** `result` is null where something is wrong. */
export function readResult(
  locale: Locale,
  values: Record<string, string>,
  { today, startsOn }: Pick<Trial, 'startsOn'> & { today: Day },
) {
  const say = resultWords(locale).errors
  const seen = readNearDate(values, 'seenOn')
  const typed: ResultTyped = {
    kind: values.kind ?? '',
    what: values.what ?? '',
    count: values.count ?? '',
    outOf: values.outOf ?? '',
    seenOn: seen.text,
    howKnown: oneLine(values.howKnown ?? ''),
  }
  const kind = resultKinds.find((one) => one === typed.kind)
  const [count, outOf] = [readCount(typed.count, 100_000), readCount(typed.outOf, 100_000)]
  const errors: ResultErrors = {}
  if (!kind) errors.kind = say.kind
  if (typed.what.length < 2 || longerThan(typed.what, 2000)) errors.what = say.what
  if (count === undefined) errors.count = say.count
  if (outOf === undefined) errors.outOf = say.outOf
  else if (typeof count === 'number' && outOf !== null && count > outOf) errors.count = say.countMore
  if (!seen.day) errors.seenOn = say.seenOn
  else if (isBefore(seen.day, startsOn)) errors.seenOn = say.before(longDay(locale, startsOn))
  else if (isEarlier(today, seen.day)) errors.seenOn = say.ahead
  if (typed.howKnown.length < 2 || longerThan(typed.howKnown, 1000)) errors.howKnown = say.howKnown
  const result: NewResult | null =
    !kind || !seen.day || count === undefined || outOf === undefined || Object.keys(errors).length > 0
      ? null
      : { kind, what: typed.what, count, outOf, seenOn: seen.day, howKnown: typed.howKnown }
  return { typed, errors, result }
}

/** What is wrong with the reason for taking a result back, or null. */
export const readWhy = (locale: Locale, why: string): string | null =>
  lettersOf(why) < 2 || longerThan(why, 500) ? resultWords(locale).errors.why : null

export function ResultFields(props: { locale: Locale; typed: ResultTyped; errors: ResultErrors }) {
  const { locale, typed, errors } = props
  const say = resultWords(locale)
  return (
    <>
      <Radios
        locale={locale}
        name="kind"
        label={say.kind}
        layout="column"
        value={typed.kind}
        error={errors.kind}
        options={resultKinds.map((value) => ({ value, label: say.kinds[value] }))}
      />
      <TextArea
        locale={locale}
        name="what"
        label={say.what}
        hint={say.whatHint}
        rows={3}
        maxlength={2000}
        value={typed.what}
        error={errors.what}
      />
      {(['count', 'outOf'] as const).map((name) => (
        <TextField
          locale={locale}
          name={name}
          label={say[name]}
          required={false}
          inputmode="numeric"
          width="s"
          value={typed[name]}
          error={errors[name]}
        />
      ))}
      <DateField
        locale={locale}
        name="seenOn"
        label={say.seenOn}
        value={typed.seenOn}
        error={errors.seenOn}
      />
      <TextField
        locale={locale}
        name="howKnown"
        label={say.howKnown}
        hint={say.howKnownHint}
        maxlength={1000}
        value={typed.howKnown}
        error={errors.howKnown}
      />
    </>
  )
}
