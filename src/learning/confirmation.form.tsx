/** The questions about what came of a participation, for whoever took part: shown, read and checked in one place. */
import { isBefore, type Day } from '../platform/day.ts'
import { oneLine, lettersOf } from '../platform/letters.ts'
import { Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, readNearDate } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import type { Mobility } from './mobility.ts'
import { isRight, typed, type Typed, type Values } from './participation.form.tsx'
import { reachedStates, type Confirmation, type Outcome, type Participation } from './participation.ts'
import { participationWords } from './participation.words.ts'

export const judgedTyped = (outcomes: readonly Outcome[]): Values =>
  Object.fromEntries(
    outcomes.flatMap(({ number, reached, note }) => [
      [`reached-${number}`, reached],
      [`note-${number}`, note],
    ]),
  )

export type Judged = (Pick<Outcome, 'id'> & { said: Pick<Outcome, 'reached' | 'note'> })[]

/** Whether each was reached; what is wrong goes to `errors`. */
export function readJudged(
  locale: Locale,
  values: Values,
  outcomes: readonly Outcome[],
  errors: Errors,
): Judged {
  const say = participationWords(locale).errors
  const judged: Judged = []
  for (const { id, number } of outcomes) {
    const reached = reachedStates.find((one) => one === values[`reached-${number}`])
    const note = oneLine(values[`note-${number}`] ?? '')
    if (!reached) errors[`reached-${number}`] = say.reached
    if (lettersOf(note) > 1000) errors[`note-${number}`] = say.note
    if (reached) judged.push({ id, said: { reached, note } })
  }
  return judged
}

export const confirmationTyped = (one: Participation, outcomes: readonly Outcome[]): Typed =>
  typed(
    {
      complement: one.complement,
      ...judgedTyped(outcomes),
    },
    { confirmedOn: dateText(one.confirmedOn) },
  )

export type ReadConfirmation = { said: Confirmation; judged: Judged }

export function readConfirmation(
  locale: Locale,
  values: Values,
  outcomes: readonly Outcome[],
  { startsOn }: Pick<Mobility, 'startsOn'>,
  today: Day,
): { form: Typed; read: ReadConfirmation | null } {
  const say = participationWords(locale).errors
  const on = readNearDate(values, 'confirmedOn')
  const { complement = '' } = values
  const form = typed(values, { confirmedOn: on.text })
  const { errors } = form
  const judged = readJudged(locale, values, outcomes, errors)
  if (lettersOf(complement) > 3000) errors.complement = say.complement
  if (on.state === 'wrong') errors.confirmedOn = say.day
  else if (on.day && isBefore(on.day, startsOn)) errors.confirmedOn = say.early(longDay(locale, startsOn))
  else if (on.day && isBefore(today, on.day)) errors.confirmedOn = say.ahead
  return { form, read: isRight(form) ? { said: { complement, confirmedOn: on.day }, judged } : null }
}

export function JudgedFields(props: { locale: Locale; form: Typed; outcomes: readonly Outcome[] }) {
  const { locale, form, outcomes } = props
  const { values, errors } = form
  const say = participationWords(locale)
  return (
    <>
      {outcomes.map(({ number, text }) => (
        <>
          <Radios
            locale={locale}
            name={`reached-${number}`}
            label={say.reached(text)}
            options={reachedStates.map((value) => ({ value, label: say.reachedStates[value] }))}
            value={values[`reached-${number}`]}
            error={errors[`reached-${number}`]}
          />
          <TextField
            locale={locale}
            name={`note-${number}`}
            label={say.note}
            required={false}
            value={values[`note-${number}`]}
            error={errors[`note-${number}`]}
            maxlength={1000}
          />
        </>
      ))}
    </>
  )
}

export function ConfirmationFields(props: { locale: Locale; form: Typed; outcomes: readonly Outcome[] }) {
  const { locale, form, outcomes } = props
  const { values, errors, dates } = form
  const say = participationWords(locale)
  return (
    <>
      <JudgedFields locale={locale} form={form} outcomes={outcomes} />
      <TextArea
        locale={locale}
        name="complement"
        label={say.complement}
        hint={say.complementHint}
        required={false}
        rows={5}
        value={values.complement}
        error={errors.complement}
        maxlength={3000}
      />
      <DateField
        locale={locale}
        name="confirmedOn"
        label={say.confirmedOn}
        required={false}
        value={dates.confirmedOn}
        error={errors.confirmedOn}
      />
    </>
  )
}
