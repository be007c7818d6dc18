import { dayOrNull, type Day } from '../day.ts'
import type { Locale } from '../words.ts'
import { Question, describedBy, fieldId, type FieldProps } from './field.tsx'
import { partWords } from './parts.words.ts'

/** What stands in the three boxes, as typed. */
export type DateText = { day: string; month: string; year: string }

/** The three boxes of a day that is already known. */
export function dateText(date: Day | null | undefined): DateText {
  return date
    ? { day: String(date.day), month: String(date.month), year: String(date.year) }
    : { day: '', month: '', year: '' }
}

/**
 * Reads the three boxes `name-day`, `name-month`, `name-year` of a sent form.
 * A year of two figures is of this century. Nothing typed at all is `empty`; anything that is not a real day is `wrong`.
 */
export function readDate(
  form: Record<string, unknown>,
  name: string,
): { state: 'ok'; day: Day; text: DateText } | { state: 'empty' | 'wrong'; day: null; text: DateText } {
  const box = (part: string) => {
    const value = form[`${name}-${part}`]
    return typeof value === 'string' ? value.trim() : ''
  }
  const text: DateText = { day: box('day'), month: box('month'), year: box('year') }
  if (!text.day && !text.month && !text.year) return { state: 'empty', day: null, text }
  if (!/^\d{1,2}$/.test(text.day) || !/^\d{1,2}$/.test(text.month) || !/^(\d{2}|\d{4})$/.test(text.year)) {
    return { state: 'wrong', day: null, text }
  }
  const year = text.year.length === 2 ? `20${text.year}` : text.year
  const found = dayOrNull(`${year}-${text.month.padStart(2, '0')}-${text.day.padStart(2, '0')}`)
  return found ? { state: 'ok', day: found, text } : { state: 'wrong', day: null, text }
}

/** A slip in the year makes a project of a thousand years. */
const years = { from: 2000, to: 2100 }

/** The same for days of our work: a year far from ours is a slip, and wrong. */
export function readNearDate(values: Record<string, string>, name: string): ReturnType<typeof readDate> {
  const read = readDate(values, name)
  if (read.state !== 'ok' || (read.day.year >= years.from && read.day.year <= years.to)) return read
  return { state: 'wrong', day: null, text: read.text }
}

/**
 * Day, month and year as three boxes, in our order whatever the browser's language is.
 * They are sent as `name-day`, `name-month`, `name-year`; `readDate` reads them.
 */
export function DateField(
  props: FieldProps & {
    locale: Locale
    value?: DateText | Day | undefined
    /** `bday` lets the browser fill in a birth date. */
    autocomplete?: 'bday' | undefined
  },
) {
  const say = partWords(props.locale)
  const text =
    props.value && 'calendarId' in props.value ? dateText(props.value) : (props.value ?? dateText(null))
  const id = fieldId(props.name)
  const tied = describedBy(props)
  const box = (part: 'day' | 'month' | 'year', label: string, digits: number) => (
    <div>
      <label for={part === 'day' ? id : `${id}-${part}`}>{label}</label>
      <input
        id={part === 'day' ? id : `${id}-${part}`}
        name={`${props.name}-${part}`}
        value={text[part]}
        inputmode="numeric"
        maxlength={digits}
        class={part === 'year' ? 'w-year' : 'w-two'}
        autocomplete={props.autocomplete ? `${props.autocomplete}-${part}` : 'off'}
        {...tied}
      />
    </div>
  )
  return (
    <Question field={props} locale={props.locale}>
      <div class="date">
        {box('day', say.day, 2)}
        {box('month', say.month, 2)}
        {box('year', say.year, 4)}
      </div>
    </Question>
  )
}
