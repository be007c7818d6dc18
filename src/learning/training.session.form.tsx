/** The questions about a day on which a training is held: shown, read and checked in one place. */
import { readTime } from '../communities/time-of-day.ts'
import { longerThan, oneLine } from '../platform/letters.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { DateField, dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import { seatsOfOne, type NewSession } from './training.ts'
import { trainingWords } from './training.words.ts'

export type SessionTyped = {
  onDay: DateText
  fromTime: string
  untilTime: string
  place: string
  seats: string
}
export type SessionErrors = Errors<keyof SessionTyped>

const clean = (text: string | undefined) => text ?? ''

export const noSessionTyped: SessionTyped = {
  onDay: dateText(null),
  fromTime: '',
  untilTime: '',
  place: '',
  seats: '',
}

/** `session` is null where something is wrong. Days that are over are entered as well: what was held before is part of the story. */
export function readSession(locale: Locale, values: Record<string, string>) {
  const say = trainingWords(locale).errors
  const on = readDate(values, 'onDay')
  const typed: SessionTyped = {
    onDay: on.text,
    fromTime: clean(values.fromTime),
    untilTime: clean(values.untilTime),
    place: oneLine(clean(values.place)),
    seats: clean(values.seats),
  }
  const [fromTime, untilTime] = [readTime(typed.fromTime), readTime(typed.untilTime)]
  const seats = typed.seats === '' ? null : /^\d{1,3}$/.test(typed.seats) ? Number(typed.seats) : NaN
  const errors: SessionErrors = {}
  if (!on.day) errors.onDay = say.onDay
  if (fromTime === null) errors.fromTime = say.fromTime
  if (untilTime === null || (fromTime !== null && untilTime <= fromTime)) errors.untilTime = say.untilTime
  if (typed.place.length < 2 || longerThan(typed.place, 200)) errors.place = say.place
  if (seats !== null && !(seats >= seatsOfOne.least && seats <= seatsOfOne.most)) errors.seats = say.seats
  const session: NewSession | null =
    !on.day || fromTime === null || untilTime === null || Object.keys(errors).length > 0
      ? null
      : { onDay: on.day, fromTime, untilTime, place: typed.place, seats }
  return { typed, errors, session }
}

export function SessionForm(props: {
  locale: Locale
  action: string
  typed: SessionTyped
  errors: SessionErrors
}) {
  const { locale, action, typed, errors } = props
  return (
    <Form locale={locale} action={action} errors={errors} guard>
      <SessionFields locale={locale} typed={typed} errors={errors} />
      <Acts>
        <Button>{trainingWords(locale).addSession}</Button>
      </Acts>
    </Form>
  )
}

export function SessionFields(props: { locale: Locale; typed: SessionTyped; errors: SessionErrors }) {
  const { locale, typed, errors } = props
  const say = trainingWords(locale)
  return (
    <>
      <DateField locale={locale} name="onDay" label={say.onDay} value={typed.onDay} error={errors.onDay} />
      <TextField
        locale={locale}
        name="fromTime"
        label={say.fromTime}
        hint={say.timeHint}
        width="s"
        value={typed.fromTime}
        error={errors.fromTime}
      />
      <TextField
        locale={locale}
        name="untilTime"
        label={say.untilTime}
        width="s"
        value={typed.untilTime}
        error={errors.untilTime}
      />
      <TextField
        locale={locale}
        name="place"
        label={say.place}
        hint={say.placeHint}
        maxlength={200}
        value={typed.place}
        error={errors.place}
      />
      <TextField
        locale={locale}
        name="seats"
        label={say.seats}
        hint={say.seatsHint}
        required={false}
        inputmode="numeric"
        width="s"
        value={typed.seats}
        error={errors.seats}
      />
    </>
  )
}
