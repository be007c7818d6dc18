import type { Locale } from '../words.ts'
import { Field, Question, describedBy, fieldId, type FieldProps } from './field.tsx'
import { partWords } from './parts.words.ts'

export type Choice = {
  value: string
  label: string
  hint?: string | undefined
  disabled?: boolean | undefined
}

export function Select(
  props: FieldProps & {
    locale: Locale
    options: Choice[]
    value?: string | undefined
    /** Shown first with an empty value; `null` leaves it out. */
    empty?: string | null | undefined
  },
) {
  const value = props.value ?? ''
  const empty = props.empty === undefined ? partWords(props.locale).choose : props.empty
  return (
    <Field field={props} locale={props.locale}>
      <select
        id={fieldId(props.name)}
        name={props.name}
        required={props.required === true}
        {...describedBy(props)}
      >
        {empty !== null && (
          <option value="" selected={value === ''}>
            {empty}
          </option>
        )}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === value} disabled={option.disabled === true}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

function Pick({
  id,
  type,
  name,
  option,
  checked,
  required,
}: {
  id: string
  type: 'radio' | 'checkbox'
  name: string
  option: Choice
  checked: boolean
  required: boolean
}) {
  const hintId = `${id}-about`
  return (
    <label class="pick" for={id}>
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        disabled={option.disabled === true}
        required={required}
        aria-describedby={option.hint ? hintId : undefined}
      />
      <span>
        {option.label}
        {option.hint && (
          <small id={hintId} class="pick-hint">
            {option.hint}
          </small>
        )}
      </span>
    </label>
  )
}

/** `row` lays the choices side by side where they fit; a list of long answers stays a column. */
type PicksLook = { layout?: 'row' | 'column' | undefined }

export function Radios(
  props: FieldProps & PicksLook & { locale: Locale; options: Choice[]; value?: string | undefined },
) {
  const id = fieldId(props.name)
  return (
    <Question field={props} locale={props.locale}>
      <div class={props.layout === 'column' ? 'picks column' : 'picks'}>
        {props.options.map((option, i) => (
          <Pick
            id={i === 0 ? id : `${id}-${i}`}
            type="radio"
            name={props.name}
            option={option}
            checked={option.value === props.value}
            required={props.required === true}
          />
        ))}
      </div>
    </Question>
  )
}

/** Several answers under one name: read with `form.getAll(name)` or `parseBody({ all: true })`. */
export function Checkboxes(
  props: FieldProps &
    PicksLook & { locale: Locale; options: Choice[]; values?: readonly string[] | undefined },
) {
  const id = fieldId(props.name)
  return (
    <Question field={props} locale={props.locale}>
      <div class={props.layout === 'row' ? 'picks' : 'picks column'}>
        {props.options.map((option, i) => (
          <Pick
            id={i === 0 ? id : `${id}-${i}`}
            type="checkbox"
            name={props.name}
            option={option}
            checked={props.values?.includes(option.value) ?? false}
            required={false}
          />
        ))}
      </div>
    </Question>
  )
}

/** One box to tick, such as "I have asked and the person agreed"; sends `on`. */
export function Checkbox(props: {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  checked?: boolean | undefined
  value?: string | undefined
}) {
  const id = fieldId(props.name)
  return (
    <div class={props.error ? 'field bad' : 'field'}>
      {props.error && (
        <p class="err" id={`${id}-error`}>
          {props.error}
        </p>
      )}
      <Pick
        id={id}
        type="checkbox"
        name={props.name}
        option={{ value: props.value ?? 'on', label: props.label, hint: props.hint }}
        checked={props.checked === true}
        required={false}
      />
    </div>
  )
}

/**
 * 0 to 10 as eleven boxes to tap. `ends` are the words under 0 and 10.
 * `none` adds "I would rather not say" with an empty value.
 */
export function Scale(
  props: FieldProps & {
    locale: Locale
    value?: number | string | undefined
    ends: readonly [string, string]
    from?: number | undefined
    to?: number | undefined
    none?: string | undefined
  },
) {
  const id = fieldId(props.name)
  const from = props.from ?? 0
  const to = props.to ?? 10
  const steps = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const chosen = props.value === undefined || props.value === '' ? null : String(props.value)
  return (
    <Question field={props} locale={props.locale}>
      <div class={steps.length > 6 ? 'scale' : 'scale few'}>
        {steps.map((step, i) => (
          <label>
            <input
              type="radio"
              id={i === 0 ? id : `${id}-${step}`}
              name={props.name}
              value={String(step)}
              checked={chosen === String(step)}
              required={props.required === true}
            />
            <span>
              {step}
              {i === 0 && <span class="unseen">, {props.ends[0]}</span>}
              {i === steps.length - 1 && <span class="unseen">, {props.ends[1]}</span>}
            </span>
          </label>
        ))}
      </div>
      <p class="ends" aria-hidden="true">
        <span>
          {from} {props.ends[0]}
        </span>
        <span>
          {to} {props.ends[1]}
        </span>
      </p>
      {props.none && (
        <div class="picks">
          <Pick
            id={`${id}-none`}
            type="radio"
            name={props.name}
            option={{ value: '', label: props.none }}
            checked={props.value === ''}
            required={false}
          />
        </div>
      )}
    </Question>
  )
}
