import type { Child } from 'hono/jsx'
import type { Locale } from '../words.ts'
import { partWords } from './parts.words.ts'

/** What is wrong with which field. The key `form` is for the form as a whole. */
export type Errors<F extends string = string> = Partial<Record<F | 'form', string>>

/** What every field takes. */
export type FieldProps = {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** `false` says beside the label that it may stay empty; `true` and nothing say nothing. */
  required?: boolean | undefined
  /** The label is the page's only question: it is set larger. */
  large?: boolean | undefined
  /** Kept for screen readers only, where the surroundings already say it. */
  labelHidden?: boolean | undefined
}

/** The id of a field's (first) control, which the error summary links to. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^A-Za-z0-9_-]/g, '-')}`
}

/** Attributes that tie a control to its hint and its error. */
export function describedBy({ name, hint, error }: FieldProps): {
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
} {
  const id = fieldId(name)
  const parts = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return {
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': error ? 'true' : undefined,
  }
}

function LabelText({
  label,
  required,
  locale,
}: {
  label: string
  required?: boolean | undefined
  locale: Locale
}) {
  return (
    <>
      {label}
      {required === false && <span class="maybe"> {partWords(locale).optional}</span>}
    </>
  )
}

function HintAndError({ name, hint, error }: FieldProps) {
  const id = fieldId(name)
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="err" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

/** A label, its hint, its error and one control. */
export function Field({ field, locale, children }: { field: FieldProps; locale: Locale; children: Child }) {
  return (
    <div class={field.error ? 'field bad' : 'field'}>
      <label
        class={
          [field.large ? 'q-large' : '', field.labelHidden ? 'unseen' : ''].filter(Boolean).join(' ') ||
          undefined
        }
        for={fieldId(field.name)}
      >
        <LabelText label={field.label} required={field.required} locale={locale} />
      </label>
      <HintAndError {...field} />
      {children}
    </div>
  )
}

/** A question with several controls: choices, a scale, a date. */
export function Question({
  field,
  locale,
  children,
}: {
  field: FieldProps
  locale: Locale
  children: Child
}) {
  const id = fieldId(field.name)
  const described = [field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset class={field.error ? 'q bad' : 'q'} aria-describedby={described || undefined}>
      <legend
        class={
          [field.large ? 'q-large' : '', field.labelHidden ? 'unseen' : ''].filter(Boolean).join(' ') ||
          undefined
        }
      >
        <LabelText label={field.label} required={field.required} locale={locale} />
      </legend>
      <HintAndError {...field} />
      {children}
    </fieldset>
  )
}
