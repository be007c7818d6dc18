/** The questions about a new pulse: shown, read and checked in one place. */
import { oneLine } from '../platform/letters.ts'
import { isBefore, laterOf, type Day } from '../platform/day.ts'
import { Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import { moments, type NewPulse } from './pulse.ts'
import { pulseWords } from './pulse.words.ts'

export type PulseTyped = {
  moment: string
  label: string
  opensOn: DateText
  untilOn: DateText
  expected: string
}
export type PulseErrors = Errors<keyof PulseTyped>

/** Two weeks: a poster is seen, and a village meets. */
export const newPulseTyped = (today: Day): PulseTyped => ({
  moment: '',
  label: '',
  opensOn: dateText(today),
  untilOn: dateText(today.add({ days: 14 })),
  expected: '',
})

/** `pulse` is null where something is wrong. */
export function readPulse(locale: Locale, values: Record<string, string>, today: Day) {
  const say = pulseWords(locale).errors
  const opens = readDate(values, 'opensOn')
  const until = readDate(values, 'untilOn')
  const typed: PulseTyped = {
    moment: values.moment ?? '',
    label: oneLine(values.label ?? ''),
    opensOn: opens.text,
    untilOn: until.text,
    expected: oneLine(values.expected ?? ''),
  }
  const moment = moments.find((one) => one === typed.moment)
  const expected = typed.expected === '' ? null : Number(typed.expected)
  const errors: PulseErrors = {}
  if (!moment) errors.moment = say.moment
  if ([...typed.label].length > 80) errors.label = say.label
  if (!opens.day || isBefore(opens.day, today)) errors.opensOn = say.opensOn
  if (!isLastDay(until.day, laterOf(today, opens.day ?? today))) errors.untilOn = say.untilOn
  if (expected !== null && !(/^\d{1,4}$/.test(typed.expected) && expected >= 1 && expected <= 5000)) {
    errors.expected = say.expected
  }
  const pulse: NewPulse | null =
    !moment || !opens.day || !until.day || Object.keys(errors).length > 0
      ? null
      : { moment, label: typed.label, opensOn: opens.day, untilOn: until.day, expected }
  return { typed, errors, pulse }
}

/** A day on which something can still be answered. */
export function isLastDay(day: Day | null, earliest: Day): day is Day {
  return day !== null && !isBefore(day, earliest)
}

export function PulseFields(props: { locale: Locale; typed: PulseTyped; errors: PulseErrors }) {
  const { locale, typed, errors } = props
  const say = pulseWords(locale)
  return (
    <>
      <Radios
        locale={locale}
        name="moment"
        label={say.moment}
        layout="column"
        value={typed.moment}
        error={errors.moment}
        options={moments.map((value) => ({
          value,
          label: say.moments[value],
          hint: say.momentHints[value],
        }))}
      />
      <TextField
        locale={locale}
        name="label"
        label={say.label}
        hint={say.labelHint}
        required={false}
        value={typed.label}
        error={errors.label}
        maxlength={80}
      />
      <DateField
        locale={locale}
        name="opensOn"
        label={say.opensOn}
        value={typed.opensOn}
        error={errors.opensOn}
      />
      <DateField
        locale={locale}
        name="untilOn"
        label={say.untilOn}
        value={typed.untilOn}
        error={errors.untilOn}
      />
      <TextField
        locale={locale}
        name="expected"
        label={say.expected}
        hint={say.expectedHint}
        required={false}
        inputmode="numeric"
        width="xs"
        value={typed.expected}
        error={errors.expected}
      />
    </>
  )
}
